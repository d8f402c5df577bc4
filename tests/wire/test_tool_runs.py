"""Runs of tools over real HTTP: plain and streamed, sync and async, with and without state on the server."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pydantic
import pytest

import any_llm
from any_llm.exceptions import InvalidRequestError, StreamTruncatedError, TurnLimitError
from tests.support.model_server import ModelServer, serve_model
from tests.support.wire_server import Reply, serve


class Person(pydantic.BaseModel):
    name: str


@pytest.fixture(params=[True, False], ids=["stateful", "stateless"])
def model(request: pytest.FixtureRequest) -> Iterator[ModelServer]:
    with serve_model(keeps_state=request.param) as served:
        yield served


def build_options(model: ModelServer, **options: Any) -> dict[str, Any]:
    provider = "openai" if model.keeps_state else "openrouter"
    return {
        "provider": provider,
        "api_base": model.url,
        "api_key": "k",
        "include": ["reasoning.encrypted_content"],
        **options,
    }


def run_sync(model: ModelServer, text: str, **options: Any) -> any_llm.ToolRun[Any]:
    return any_llm.run_tools("m", text, **build_options(model, **options))


def run_async(model: ModelServer, text: str, **options: Any) -> any_llm.ToolRun[Any]:
    return asyncio.run(any_llm.arun_tools("m", text, **build_options(model, **options)))


def run_streamed(model: ModelServer, text: str, **options: Any) -> any_llm.ToolRun[Any]:
    with any_llm.run_tools("m", text, stream=True, **build_options(model, **options)) as stream:
        return stream.get_final_run()


def run_streamed_async(model: ModelServer, text: str, **options: Any) -> any_llm.ToolRun[Any]:
    async def run() -> any_llm.ToolRun[Any]:
        stream = await any_llm.arun_tools("m", text, stream=True, **build_options(model, **options))
        async with stream:
            return await stream.get_final_run()

    return asyncio.run(run())


@pytest.fixture(params=[run_sync, run_async, run_streamed, run_streamed_async])
def run(request: pytest.FixtureRequest) -> Callable[..., any_llm.ToolRun[Any]]:
    chosen: Callable[..., any_llm.ToolRun[Any]] = request.param
    return chosen


def get_weather(city: str) -> str:
    """Weather of a city."""
    return f"sunny in {city}"


def get_time() -> dict[str, int]:
    """Time of day."""
    return {"hour": 12}


def break_down(city: str) -> str:
    """Fail."""
    raise ValueError(f"no way to {city}")


def test_calls_run_and_the_model_answers(run: Any, model: ModelServer) -> None:
    done = run(model, "call:get_weather=Paris call:get_time", tools=[get_weather, get_time])
    assert done.stop_reason == "answered"
    assert done.output_text.startswith('3 said, last: {"hour":12}')
    assert [(one.name, one.arguments, one.value) for one in done.executions] == [
        ("get_weather", {"city": "Paris"}, "sunny in Paris"),
        ("get_time", {}, {"hour": 12}),
    ]
    assert len(done.responses) == 2
    assert done.total_tokens == 4
    assert [read_type(item) for item in done.items] == [
        *("message", "reasoning", "function_call", "function_call"),
        *("function_call_output", "function_call_output", "reasoning", "message"),
    ]


def test_run_that_failed_is_not_answered() -> None:
    failed = {
        "id": "r",
        "status": "failed",
        "output": [],
        "error": {"code": "server_error", "message": "boom"},
    }
    with serve() as server:
        server.script(Reply(200, json.dumps(failed).encode()))
        options = {"api_base": server.url, "api_key": "sk-secret"}
        done = any_llm.run_tools("openai:m", "Hi", tools=[get_weather], **options)
        assert done.stop_reason == "failed"
        chat: Any = any_llm.Conversation("openai:m", **options)
        assert chat.responses("Hi").status == "failed"
        assert chat.items == ()
        parsed = any_llm.responses("openai:m", "Hi", response_format=Person, **options)
        assert "boom" in str(parsed.output_error)


def read_type(item: Any) -> str:
    return str((item.get("type") if isinstance(item, dict) else item.type) or "message")


def test_what_a_tool_raises_goes_back_to_the_model(run: Any, model: ModelServer) -> None:
    done = run(model, "call:break_down=Rome", tools=[break_down])
    assert done.output_text.strip() == "2 said, last: Error: ValueError: no way to Rome"
    assert isinstance(done.executions[0].error, ValueError)
    assert done.executions[0].is_error


def test_what_a_tool_raises_ends_the_run_on_wish(run: Any, model: ModelServer) -> None:
    with pytest.raises(ValueError, match="no way to Rome"):
        run(model, "call:break_down=Rome", tools=[break_down], raise_tool_errors=True)


def test_arguments_that_do_not_fit_are_told_to_the_model(run: Any, model: ModelServer) -> None:
    done = run(model, "call:get_weather call:get_weather=Rome", tools=[get_weather])
    assert [one.is_error for one in done.executions] == [True, False]
    assert "city" in str(done.executions[0].error)


def test_a_tool_that_nobody_told_of_is_answered_with_an_error(run: Any, model: ModelServer) -> None:
    done = run(model, "call:get_news", tools=[get_weather])
    assert "there is no tool named 'get_news'; the tools are: get_weather" in done.output_text


def test_a_tool_without_a_function_is_left_to_the_caller(run: Any, model: ModelServer) -> None:
    news = {"type": "function", "name": "get_news", "parameters": {"type": "object", "properties": {}}}
    done = run(model, "call:get_news call:get_weather=Rome", tools=[get_weather, news])
    assert done.stop_reason == "pending"
    assert [item.name for item in done.pending] == ["get_news"]
    assert [one.name for one in done.executions] == ["get_weather"]
    answered = [*done.items, done.pending[0].output("nothing new")]
    again = any_llm.run_tools("m", answered, **build_options(model, tools=[get_weather, news], stateful=None))
    assert again.output_text == "3 said, last: nothing new"


def test_a_handler_runs_a_tool_that_is_a_dict(run: Any, model: ModelServer) -> None:
    news = {"type": "function", "name": "get_news", "parameters": {"type": "object", "properties": {}}}
    done = run(model, "call:get_news", tools=[news], handlers={"get_news": lambda: "all well"})
    assert done.output_text.strip() == "2 said, last: all well"


def test_a_run_that_never_ends_is_given_up_and_kept(run: Any, model: ModelServer) -> None:
    with pytest.raises(TurnLimitError, match="after 1 turns") as caught:
        run(model, "call:get_time", tools=[get_time], max_turns=1)
    assert caught.value.run is not None
    assert len(caught.value.run.responses) == 1
    assert [getattr(item, "name", None) for item in caught.value.run.pending] == ["get_time"]


def test_no_more_calls_than_allowed(run: Any, model: ModelServer) -> None:
    done = run(model, "call:get_time call:get_weather=Rome", tools=[get_time, get_weather], max_tool_calls=1)
    assert [one.is_error for one in done.executions] == [False, True]
    assert "limit of 1 tool calls" in str(done.executions[1].error)
    assert model.requests[-1]["tool_choice"] == "none"


def test_a_forced_tool_is_forced_once(run: Any, model: ModelServer) -> None:
    run(model, "call:get_time", tools=[get_time], tool_choice="required")
    assert [request.get("tool_choice") for request in model.requests] == ["required", None]


def test_the_hook_decides(run: Any, model: ModelServer) -> None:
    asked: list[any_llm.PendingCall] = []

    def decide(call: any_llm.PendingCall) -> any_llm.Decision:
        asked.append(call)
        if call.name == "get_time":
            return call.refuse("not now")
        return call.edit({"city": "Oslo"}) if call.arguments == {"city": "Rome"} else call.approve()

    text = "call:get_weather=Paris call:get_time call:get_weather=Rome"
    done = run(model, text, tools=[get_weather, get_time], before_call=decide)
    assert [call.name for call in asked] == ["get_weather", "get_time", "get_weather"]
    assert [one.value for one in done.executions] == ["sunny in Paris", None, "sunny in Oslo"]
    assert done.executions[1].error == "not now"
    assert done.executions[2].arguments == {"city": "Oslo"}


@pytest.mark.parametrize("decision", [None, True, "yes"])
def test_a_hook_that_does_not_decide_runs_nothing(run: Any, model: ModelServer, decision: Any) -> None:
    ran: list[str] = []
    with pytest.raises(InvalidRequestError, match=r"before_call: expected call.approve\(\)"):
        run(
            model,
            "call:note=Rome",
            tools=[build_recorder(ran)],
            before_call=lambda call: decision,
        )
    assert ran == []


def build_recorder(ran: list[str]) -> Callable[[str], None]:
    def note(city: str) -> None:
        """Note a city."""
        ran.append(city)

    return note


def test_edited_arguments_are_checked(run: Any, model: ModelServer) -> None:
    with pytest.raises(InvalidRequestError, match=r"edited arguments of get_weather do not fit"):
        run(
            model,
            "call:get_weather=Rome",
            tools=[get_weather],
            before_call=lambda call: call.edit({"town": "Oslo"}),
        )


def test_an_error_on_the_way_keeps_the_run(run: Any, model: ModelServer) -> None:
    def lose() -> str:
        """Lose everything."""
        model.forget()
        model.keeps_state = False
        model.answer = fail  # type: ignore[method-assign]
        return "done"

    def fail(body: dict[str, Any]) -> dict[str, Any]:
        from tests.support.model_server import RefusedError

        raise RefusedError(401, "no")

    with pytest.raises(any_llm.exceptions.AuthenticationError) as caught:
        run(model, "call:lose", tools=[lose])
    kept = caught.value.run
    assert kept is not None
    assert [one.value for one in kept.executions] == ["done"]
    assert read_type(kept.items[-1]) == "function_call_output"


def test_events_of_all_turns_are_streamed(model: ModelServer) -> None:
    options = build_options(model, tools=[get_time])
    with any_llm.run_tools("m", "call:get_time", stream=True, **options) as stream:
        kinds = [event.type for event in stream]
        assert [one.name for one in stream.executions] == ["get_time"]
    assert kinds.count("response.created") == kinds.count("response.completed") == 2
    assert stream.get_final_run().responses == stream.responses


def test_text_of_all_turns_is_streamed(model: ModelServer) -> None:
    options = build_options(model, tools=[get_time])
    with any_llm.run_tools("m", "call:get_time", stream=True, **options) as stream:
        assert "".join(stream.text_deltas()).strip() == '2 said, last: {"hour":12}'


def test_a_streamed_run_that_is_left_says_so(model: ModelServer) -> None:
    options = build_options(model, tools=[get_time])
    with any_llm.run_tools("m", "call:get_time", stream=True, **options) as stream:
        next(stream)
    with pytest.raises(StreamTruncatedError, match="closed before its end"):
        stream.get_final_run()


def test_async_tools_run_side_by_side(model: ModelServer) -> None:
    together = asyncio.Event()
    waiting: list[str] = []

    async def meet(city: str) -> str:
        """Wait for the other one."""
        waiting.append(city)
        if len(waiting) == 2:
            together.set()
        await asyncio.wait_for(together.wait(), 5)
        return city

    done = run_async(model, "call:meet=Paris call:meet=Rome", tools=[meet])
    assert [one.value for one in done.executions] == ["Paris", "Rome"]


def test_sync_tools_do_not_stop_the_event_loop(model: ModelServer) -> None:
    async def run() -> tuple[int, Any]:
        ticks = 0

        async def tick() -> None:
            nonlocal ticks
            while True:
                await asyncio.sleep(0.01)
                ticks += 1

        def sleep() -> str:
            """Sleep, in a thread of its own."""
            before = ticks
            time.sleep(0.2)
            return f"{threading.current_thread() is not threading.main_thread()} {ticks - before > 3}"

        ticking = asyncio.create_task(tick())
        done = await any_llm.arun_tools("m", "call:sleep", **build_options(model, tools=[sleep]))
        ticking.cancel()
        return ticks, done.executions[0].value

    assert asyncio.run(run())[1] == "True True"


def test_an_async_hook_is_waited_for(model: ModelServer) -> None:
    async def decide(call: any_llm.PendingCall) -> any_llm.Decision:
        await asyncio.sleep(0)
        return call.refuse("no")

    done = run_async(model, "call:get_time", tools=[get_time], before_call=decide)
    assert done.executions[0].error == "no"
    with pytest.raises(InvalidRequestError, match="before_call"):
        run_sync(model, "call:get_time", tools=[get_time], before_call=decide)


def test_an_async_tool_in_a_sync_run_is_refused_before_anything_is_sent(model: ModelServer) -> None:
    async def wait() -> None:
        """Wait."""

    with pytest.raises(InvalidRequestError, match="tool 'wait' is async; run it with arun_tools"):
        run_sync(model, "call:wait", tools=[wait])
    assert model.requests == []


@pytest.mark.parametrize("options", [{"max_turns": 0}, {"max_turns": True}, {"before_call": 3}])
def test_wrong_options_are_refused_before_anything_is_sent(
    run: Any, model: ModelServer, options: dict[str, Any]
) -> None:
    with pytest.raises(InvalidRequestError, match=next(iter(options))):
        run(model, "call:get_time", tools=[get_time], **options)
    assert model.requests == []


class Said(pydantic.BaseModel):
    text: str


def test_a_typed_run_has_no_value_until_the_model_answers(model: ModelServer) -> None:
    options = build_options(model, tools=[get_time], response_format=Said)
    done = any_llm.run_tools("m", "call:get_time", **options)
    first, last = done.responses
    assert isinstance(first.output_error, any_llm.exceptions.OutputMissingError)
    assert isinstance(last.output_error, any_llm.exceptions.OutputNotJSONError)
    with pytest.raises(any_llm.exceptions.OutputMissingError, match="the model called get_time"):
        _ = first.output_parsed


def test_nothing_runs_without_its_function_passed(model: ModelServer) -> None:
    done = run_sync(model, "call:get_time")
    assert done.executions == ()
