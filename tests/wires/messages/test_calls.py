"""Recorded traffic of a real server, and what only Anthropic sends, through the public functions in both colours."""

from __future__ import annotations

import json
from typing import Any

import pydantic
import pytest

from any_llm import exceptions, types
from openresponses_types import ResponseResource
from tests.support.wire_server import Reply, WireServer, sse
from tests.wires.messages.blocks import (
    RECORDED,
    WEB_CITATION,
    build_message,
    build_server_use,
    build_text,
    build_thinking,
    build_use,
    cut_message,
)

MODEL = "anthropic:claude-sonnet-4-6"
LOCAL = "llamacpp:smollm2-135m"


class Person(pydantic.BaseModel):
    name: str
    age: int


def replay(name: str, status: int = 200) -> Reply:
    """Return recorded bytes as a reply; a stream is written event by event."""
    data = (RECORDED / f"messages-{name}").read_bytes()
    if name.endswith(".json"):
        return Reply(status, data)
    return Reply(status, [frame + b"\n\n" for frame in data.split(b"\n\n") if frame], "text/event-stream")


def ask(call: Any, server: WireServer, reply: Reply, *args: Any, **options: Any) -> Any:
    server.script(reply)
    given = {"api_key": "sk-k", "api_base": server.url, "max_retries": 0, **options}
    return call(*(args or (MODEL, "What is the capital of France?")), **given)


def get_calls(response: Any) -> list[tuple[str, Any]]:
    return [
        (item.name, json.loads(item.arguments)) for item in response.output if item.type == "function_call"
    ]


def test_text(server: WireServer, call: Any) -> None:
    response = ask(call, server, replay("text.json"), max_output_tokens=64)
    assert type(response) is ResponseResource
    assert response.output_text == "The capital of France is Paris."
    assert (response.status, response.http.wire, response.deviations) == ("completed", "messages", ())
    (request,) = server.requests
    assert request.path == "/v1/messages"
    assert request.headers["anthropic-version"] == "2023-06-01"
    assert "sk-k" in (request.headers.get("x-api-key"), request.headers.get("authorization", "")[7:])
    assert request.json == {
        "model": "claude-sonnet-4-6",
        "messages": [{"role": "user", "content": "What is the capital of France?"}],
        "max_tokens": 64,
    }


def test_a_stream_of_text(server: WireServer, call: Any) -> None:
    response, events = ask(call, server, replay("text.sse"), stream=True)
    deltas = [event.delta for event in events if isinstance(event, types.ResponseTextDeltaEvent)]
    assert "".join(deltas) == response.output_text == "The capital of France is Paris."
    assert len(deltas) > 3
    assert not [event for event in events if isinstance(event, types.UnknownEvent)]
    assert [event.sequence_number for event in events] == list(range(len(events)))
    assert (response.status, response.deviations) == ("completed", ())
    assert response.usage.output_tokens == 8
    assert server.requests[0].json["stream"] is True


@pytest.mark.parametrize("name", ["tool.json", "tool.sse"])
def test_a_call(server: WireServer, call: Any, name: str) -> None:
    result = ask(call, server, replay(name), stream=name.endswith("sse"))
    response = result[0] if isinstance(result, tuple) else result
    assert get_calls(response) == [("get_weather", {"city": "Paris"})]
    assert response.status == "completed"


@pytest.mark.parametrize("name", ["cut.json", "cut.sse"])
def test_a_cut_answer(server: WireServer, call: Any, name: str) -> None:
    result = ask(call, server, replay(name), stream=name.endswith("sse"))
    response = result[0] if isinstance(result, tuple) else result
    assert (response.status, response.incomplete_details.reason) == ("incomplete", "max_output_tokens")
    assert response.output_text == "The capital of"


@pytest.mark.parametrize("name", ["schema.json", "schema.sse"])
def test_a_typed_answer_by_a_tool(server: WireServer, call: Any, name: str) -> None:
    """The recording names the tool `answer`; it must be the one that was asked for."""
    options = {"wire": "messages", "text": {"format": SCHEMA}, "stream": name.endswith("sse")}
    result = ask(call, server, replay(name), LOCAL, "Extract the person.", **options)
    response = result[0] if isinstance(result, tuple) else result
    assert json.loads(response.output_text) == {"name": "Ada", "age": 36}
    assert get_calls(response) == []
    tool = server.requests[0].json["tools"][0]
    assert server.requests[0].json["tool_choice"] == {"type": "tool", "name": tool["name"]}


SCHEMA = {"type": "json_schema", "name": "answer", "schema": Person.model_json_schema()}


@pytest.mark.parametrize("stream", [False, True])
def test_an_error(server: WireServer, call: Any, stream: bool) -> None:
    with pytest.raises(exceptions.ContextLengthExceededError) as caught:
        ask(call, server, replay("error.json", 400), stream=stream)
    assert caught.value.status_code == 400
    assert "5021 tokens" in caught.value.message


@pytest.mark.parametrize(
    ("status", "kind", "error"),
    [
        (401, "authentication_error", exceptions.AuthenticationError),
        (403, "permission_error", exceptions.AuthenticationError),
        (404, "not_found_error", exceptions.ModelNotFoundError),
        (413, "request_too_large", exceptions.InvalidRequestError),
        (429, "rate_limit_error", exceptions.RateLimitError),
        (500, "api_error", exceptions.ProviderError),
        (529, "overloaded_error", exceptions.ProviderError),
        (200, "rate_limit_error", exceptions.RateLimitError),
        (200, "overloaded_error", exceptions.ProviderError),
    ],
)
def test_the_errors_of_anthropic(server: WireServer, call: Any, status: int, kind: str, error: type) -> None:
    body = {"type": "error", "error": {"type": kind, "message": "model: gone"}, "request_id": "req_1"}
    with pytest.raises(error) as caught:
        ask(call, server, Reply(status, json.dumps(body).encode(), headers={"request-id": "req_1"}))
    assert "model: gone" in str(caught.value)
    assert (caught.value.request_id, caught.value.error_type) == ("req_1", kind)


def test_an_error_inside_a_stream(server: WireServer, call: Any) -> None:
    error = {"type": "error", "error": {"type": "overloaded_error", "message": "busy"}}
    events = [*cut_message(build_message(build_text("Hello")), [2])[:4], error]
    with pytest.raises(exceptions.ResponseFailedError) as caught:
        ask(call, server, Reply(200, sse(*events), "text/event-stream"), stream=True)
    assert (caught.value.code, caught.value.partial.output_text) == ("overloaded_error", "Hello")


def test_a_stream_that_is_cut(server: WireServer, call: Any) -> None:
    frames = replay("text.sse").body[:4]
    with pytest.raises(exceptions.StreamTruncatedError) as caught:
        ask(call, server, Reply(200, frames, "text/event-stream"), stream=True)
    assert caught.value.partial.output_text == "The capital"


@pytest.mark.parametrize("stream", [False, True])
def test_what_came_goes_back(server: WireServer, call: Any, stream: bool) -> None:
    blocks = [
        build_thinking("hm", "sig"),
        {"type": "redacted_thinking", "data": "opaque"},
        build_server_use(),
        build_text("a", WEB_CITATION),
        build_use(),
    ]
    body = build_message(*blocks, stop_reason="tool_use")
    data = sse(*cut_message(body, [1])) if stream else json.dumps(body).encode()
    reply = Reply(200, data, "text/event-stream" if stream else "application/json")
    result = ask(call, server, reply, stream=stream)
    response = result[0] if stream else result
    assert response.deviations == ()
    history: list[Any] = [{"role": "user", "content": "Hi"}, *response.output]
    history.append({"type": "function_call_output", "call_id": "toolu_1", "output": "3"})
    ask(call, server, replay("text.json"), MODEL, history)
    messages = server.requests[0].json["messages"]
    assert [one["role"] for one in messages] == ["user", "assistant", "user"]
    assert messages[1]["content"] == blocks
    assert messages[2]["content"] == [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "3"}]


def test_what_was_dropped_is_reported(server: WireServer, call: Any) -> None:
    with pytest.warns(UserWarning, match="top_logprobs"):
        response = ask(call, server, replay("text.json"), top_logprobs=2, drop_params=["top_logprobs"])
    assert response.http.dropped == ("top_logprobs",)
    assert "top_logprobs" not in server.requests[0].json
    with pytest.raises(exceptions.UnsupportedParameterError):
        ask(call, server, replay("text.json"), top_logprobs=2)
    assert server.requests == []
