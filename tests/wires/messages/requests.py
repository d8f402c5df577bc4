"""Requests for the tests of the Messages wire: fields in, the body or the refusals out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from any_llm.exceptions import UnsupportedParameterError
from any_llm.providers.registry import build_custom_row
from any_llm.wires.messages import MESSAGES
from any_llm.wires.wire import Refusals

MODEL = "claude-sonnet-4-6"
OLD, BUDGET, NEW = "claude-3-5-haiku-20241022", "claude-sonnet-4-5-20250929", "claude-opus-4-7"
NAMED = {"type": "function", "name": "add"}
TOOL: dict[str, Any] = {
    "type": "function",
    "name": "add",
    "description": None,
    "parameters": {"type": "object"},
    "strict": None,
}


def build(*traits: str, drop: Any = False, **fields: Any) -> dict[str, Any]:
    row = replace(build_custom_row("acme", "http://localhost/v1"), traits=traits)
    given = {"model": MODEL, "input": "Hi", **fields}
    return MESSAGES.build_request(given, row, Refusals(row, "messages", drop))


def build_messages(*items: Any, **fields: Any) -> list[Any]:
    return build(input=list(items), **fields)["messages"]


def build_dropping(drop: Any = True, **fields: Any) -> tuple[dict[str, Any], list[str]]:
    """Return the body of what may be said, and the paths of what was left out."""
    row = build_custom_row("acme", "http://localhost/v1")
    refusals = Refusals(row, "messages", drop)
    body = MESSAGES.build_request({"model": MODEL, "input": "Hi", **fields}, row, refusals)
    return body, refusals.dropped


def find_refused(*traits: str, drop: Any = False, **fields: Any) -> str:
    """Return the path of what is refused, which must come with a reason."""
    with pytest.raises(UnsupportedParameterError) as caught:
        build(*traits, drop=drop, **fields)
    assert (caught.value.provider, caught.value.wire) == ("acme", "messages")
    assert caught.value.reason.strip()
    return caught.value.parameter


ASK: dict[str, Any] = {"role": "user", "content": "Hi"}


def say(role: str, *parts: Any) -> dict[str, Any]:
    return {"type": "message", "role": role, "content": list(parts)}


def part(text: str, kind: str = "input_text") -> dict[str, Any]:
    return {"type": kind, "text": text}


def call(call_id: str = "c1", arguments: str = '{"a":1}') -> dict[str, Any]:
    return {"type": "function_call", "call_id": call_id, "name": "add", "arguments": arguments}


def output(call_id: str = "c1", value: Any = "3") -> dict[str, Any]:
    return {"type": "function_call_output", "call_id": call_id, "output": value}


def get_blocks(*items: Any) -> list[list[Any]]:
    """Return the blocks of each message; a string is one block of text."""
    messages = build_messages(*items)
    assert [one["role"] for one in messages] == ["user", "assistant"] * (len(messages) // 2) + ["user"] * (
        len(messages) % 2
    )
    contents = [one["content"] for one in messages]
    return [[part(one, "text")] if isinstance(one, str) else one for one in contents]


def find_refused_item(*items: Any) -> str:
    path = find_refused(input=list(items))
    _, dropped = build_dropping(["input"], input=list(items))
    assert path in dropped
    return path
