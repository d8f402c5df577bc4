"""What both checkers must infer for conversations, runs of tools and the items of a turn. Never run."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any, TypeAlias, assert_type

from pydantic import BaseModel

import any_llm
from any_llm import (
    AsyncResponseStream,
    AsyncToolRunStream,
    Conversation,
    ParsedResponse,
    ParsedResponseStream,
    ResponseStream,
    TextFormat,
    ToolRun,
    ToolRunStream,
)
from any_llm.types import (
    InvalidArguments,
    Response,
    ResponseFunctionToolCall,
    ResponseInputItem,
    ResponseOutputItem,
    ResponseResource,
)
from openresponses_types import FunctionCall, ItemField
from openresponses_types.params import FunctionCallOutputItemParam

Either: TypeAlias = Response | ResponseResource


class Person(BaseModel):
    name: str


def get_weather(city: str) -> str:
    return city


def runs(flag: bool) -> None:
    run = any_llm.run_tools("openai:m", "Hi", tools=[get_weather], max_turns=3)
    assert_type(run, ToolRun[Either])
    assert_type(run.response, Either)
    assert_type(run.executions[0].error, Exception | str | None)
    assert_type(run.items, list[ResponseInputItem])
    typed = any_llm.run_tools("openai:m", "Hi", tools=[get_weather], response_format=Person)
    assert_type(typed.response.output_parsed, Person)
    stream = any_llm.run_tools("openai:m", "Hi", tools=[get_weather], stream=True)
    assert_type(stream, ToolRunStream[Either])
    assert_type(stream.get_final_run(), ToolRun[Either])
    assert_type(
        any_llm.run_tools("openai:m", "Hi", stream=True, response_format=Person),
        ToolRunStream[ParsedResponse[Person]],
    )
    assert_type(any_llm.run_tools("openai:m", "Hi", stream=flag), ToolRun[Either] | ToolRunStream[Either])
    any_llm.responses("openai:m", [*run.items, any_llm.user("Go on.")])


async def async_runs() -> None:
    assert_type(await any_llm.arun_tools("openai:m", "Hi"), ToolRun[Either])
    stream = await any_llm.arun_tools("openai:m", "Hi", stream=True)
    assert_type(stream, AsyncToolRunStream[Either])
    assert_type(await stream.get_final_run(), ToolRun[Either])


def decide(call: any_llm.PendingCall) -> any_llm.Decision:
    return call.refuse("no") if call.name == "delete" else call.approve()


async def adecide(call: any_llm.PendingCall) -> any_llm.Decision:
    return call.edit({"city": "Oslo"})


def hooks() -> Awaitable[ToolRun[Either]]:
    any_llm.run_tools("openai:m", "Hi", before_call=decide)
    return any_llm.arun_tools("openai:m", "Hi", before_call=adecide)


def conversations() -> None:
    chat = Conversation("openai:m", temperature=0)
    assert_type(chat, Conversation[Either])
    assert_type(chat.responses("Hi"), Either)
    assert_type(chat.responses("Hi", stream=True), ResponseStream[Either])
    assert_type(chat.responses("Hi", response_format=Person), ParsedResponse[Person])
    assert_type(chat.responses("Hi", response_format=Person, stream=True), ParsedResponseStream[Person])
    assert_type(chat.run_tools("Hi", tools=[get_weather]), ToolRun[Either])
    assert_type(chat.fork(), Conversation[Either])
    assert_type(chat.items, tuple[ResponseInputItem, ...])
    assert_type(Conversation.from_json(chat.to_json(), temperature=0), Conversation[Either])
    client = any_llm.AnyLLM.create("openai")
    native = Conversation("m", client=client, items=chat.items)
    assert_type(native, Conversation[Response])
    assert_type(native.responses("Hi"), Response)


async def async_conversations() -> None:
    chat = Conversation("openai:m")
    assert_type(await chat.aresponses("Hi"), Either)
    assert_type(await chat.aresponses("Hi", stream=True), AsyncResponseStream[Either])
    assert_type(await chat.arun_tools("Hi"), ToolRun[Either])


def calls(native: Response, neutral: ResponseResource) -> None:
    assert_type(native.function_calls, list[ResponseFunctionToolCall])
    assert_type(neutral.function_calls, list[FunctionCall])
    call = native.function_calls[0]
    assert_type(call.parsed_arguments, dict[str, Any] | InvalidArguments)
    assert_type(call.parse_arguments(Person), Person | InvalidArguments)
    assert_type(call.parse_arguments(get_weather), dict[str, Any] | InvalidArguments)
    assert_type(call.output({"a": 1}), FunctionCallOutputItemParam)
    assert_type(native.as_input(store=False), list[ResponseOutputItem])
    assert_type(neutral.as_input(), list[ItemField])
    history: list[ResponseInputItem] = [any_llm.user("Hi")]
    history += native.as_input(store=False)
    history += neutral.as_input(store=False)
    history += native.function_calls
    history.append(call.output("18 degrees"))
    history.append(neutral.function_calls[0].output(error="closed"))
    any_llm.responses("openai:m", history)


def outcomes(response: ParsedResponse[Person], stream: ParsedResponseStream[Person]) -> None:
    assert_type(response.output_error, any_llm.exceptions.OutputParsingError | None)
    assert_type(response.output_parsed, Person)
    assert_type(stream.partial, dict[str, Any])
    assert_type(stream.partial_parsed, Person | None)
    with any_llm.responses("openai:m", "Hi", response_format=Person, stream=True) as parsed:
        assert_type(parsed, ParsedResponseStream[Person])
        assert_type(parsed.partial, dict[str, Any])


def formats() -> None:
    loose = TextFormat(Person, strict=False)
    assert_type(any_llm.responses("openai:m", "Hi", response_format=loose).output_parsed, Person)
