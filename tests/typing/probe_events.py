"""Not run: the checkers see that events and items narrow by tag, by class and in `match`, and that nothing is `Any`."""

from __future__ import annotations

from typing import assert_never, assert_type

from any_llm.types import (
    Response,
    ResponseCompletedEvent,
    ResponseFunctionToolCall,
    ResponseOutputItem,
    ResponseOutputMessage,
    ResponseOutputRefusal,
    ResponseOutputText,
    ResponseStreamEvent,
    ResponseTextDeltaEvent,
    UnknownContent,
    UnknownEvent,
    UnknownValue,
)


def narrow_by_tag(event: ResponseStreamEvent) -> None:
    if event.type == "response.output_text.delta":
        assert_type(event, ResponseTextDeltaEvent)
        assert_type(event.delta, str)
    elif event.type == "response.completed":
        assert_type(event.response, Response)
    elif event.type == "response.output_item.done" and event.item.type == "function_call":
        assert_type(event.item, ResponseFunctionToolCall)
        assert_type(event.item.arguments, str)


def narrow_by_match(event: ResponseStreamEvent) -> str:
    match event:
        case ResponseTextDeltaEvent():
            return event.delta
        case ResponseCompletedEvent(response=response):
            return response.output_text
        case UnknownEvent():
            assert_type(event.tag, str)
            return event.tag
        case _:
            return event.type


def narrow_items(item: ResponseOutputItem) -> None:
    if item.type == "message":
        assert_type(item, ResponseOutputMessage)
        for part in item.content:
            match part:
                case ResponseOutputText():
                    assert_type(part.text, str)
                case ResponseOutputRefusal():
                    assert_type(part.refusal, str)
                case UnknownContent():
                    pass
                case _:
                    assert_never(part)


def open_values(message: ResponseOutputMessage) -> None:
    match message.status:
        case "in_progress" | "completed" | "incomplete":
            pass
        case UnknownValue():
            pass
        case _:
            assert_never(message.status)
