"""Completions and their chunks for the tests: whole answers in every shape that servers give, cut into chunks at will."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from any_llm.providers.registry import build_custom_row
from any_llm.wires.chat import CHAT

ROW = build_custom_row("acme", "http://localhost/v1")
FIELDS: dict[str, Any] = {
    "model": "m",
    "input": "Hi",
    "tools": [{"type": "function", "name": "add", "parameters": {"type": "object"}}],
    "text": {"format": {"type": "json_schema", "name": "n", "schema": {"type": "object"}}},
    "reasoning": {"effort": "low"},
    "metadata": {"a": "b"},
}
RECORDED = Path(__file__).parents[1] / "recorded"


def build_completion(message: Any, finish_reason: Any = "stop", **more: Any) -> dict[str, Any]:
    choice = {"index": 0, "message": message, "finish_reason": finish_reason}
    return {
        "id": "x1",
        "object": "chat.completion",
        "created": 5,
        "model": "m-1",
        "choices": [choice],
        **more,
    }


def build_chunk(delta: Any = None, finish_reason: Any = None, **more: Any) -> dict[str, Any]:
    choices = [] if delta is None else [{"index": 0, "delta": delta, "finish_reason": finish_reason}]
    return {
        "id": "x1",
        "object": "chat.completion.chunk",
        "created": 5,
        "model": "m-1",
        "choices": choices,
        **more,
    }


def build_call(
    name: str = "add", arguments: Any = '{"a":1}', call_id: Any = "c1", **more: Any
) -> dict[str, Any]:
    return {"id": call_id, "type": "function", "function": {"name": name, "arguments": arguments}, **more}


def respond(body: Any, fields: Any = FIELDS, now: float = 9.5) -> dict[str, Any]:
    return CHAT.build_response(body, fields, ROW, now)


def reduce(chunks: Iterable[Any], fields: Any = FIELDS, *, is_finished: bool = True) -> list[dict[str, Any]]:
    reducer = CHAT.build_reducer(fields, ROW, lambda: 9.5)
    events = [event for chunk in chunks for event in reducer.feed("message", chunk)]
    if is_finished:
        events += reducer.finish()
        assert list(reducer.finish()) == list(reducer.feed("message", build_chunk({"content": "late"}))) == []
    return events


def read_recorded(name: str) -> list[Any]:
    """Return the body of a recorded answer, or the data of the frames of a recorded stream."""
    text = (RECORDED / name).read_text(encoding="utf-8")
    if name.endswith(".json"):
        return [json.loads(text)]
    lines = [line.removeprefix("data: ") for line in text.splitlines() if line.startswith("data: ")]
    return [json.loads(line) for line in lines if line != "[DONE]"]


def cut(text: str, places: Sequence[int]) -> list[str]:
    edges = [0, *sorted({place % (len(text) + 1) for place in places}), len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


def cut_completion(body: dict[str, Any], places: Sequence[int]) -> list[dict[str, Any]]:
    """Return a completion as chunks: reasoning, text, refusal and calls one after the other, each in pieces."""
    choice = body["choices"][0]
    message = choice["message"]
    deltas: list[Any] = [{"role": "assistant", "content": ""}]
    for name in ("reasoning_content", "content", "refusal"):
        deltas += [{name: piece} for piece in cut(message.get(name) or "", places)]
    for index, call in enumerate(message.get("tool_calls") or ()):
        first = {**call, "index": index, "function": {"name": call["function"]["name"], "arguments": ""}}
        pieces = cut(call["function"]["arguments"], places)
        rest = [{"index": index, "function": {"arguments": piece}} for piece in pieces]
        deltas += [{"tool_calls": [piece]} for piece in (first, *rest)]
    head = {key: value for key, value in body.items() if key not in ("choices", "usage", "object")}
    usage = {} if body.get("usage") is None else {"usage": body["usage"]}
    return [
        *({**build_chunk(delta), **head} for delta in deltas),
        {**build_chunk({}, choice["finish_reason"]), **head},
        {**build_chunk(), **head, **usage},
    ]


TEXTS = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.sampled_from(
        [
            "<think>\n\nhm</think>\n\nSo.",
            "  <thin",
            "<think>cut </thi",
            "<thought>a </think></thought>b",
            " \n",
        ]
    ),
)
CALLS = st.lists(
    st.builds(
        lambda name, arguments, number: build_call(name, arguments, f"c{number}"),
        st.sampled_from(["add", "sub"]),
        st.sampled_from(["", "{}", '{"a": [1, 2]}', "{broken"]),
        st.integers(0, 99),
    ),
    max_size=3,
    unique_by=lambda call: call["id"],
)
COMPLETIONS = st.builds(
    lambda reasoning, content, refusal, calls, reason, usage: build_completion(
        {"reasoning_content": reasoning, "content": content, "refusal": refusal, "tool_calls": calls},
        reason,
        usage=usage,
    ),
    TEXTS,
    TEXTS,
    st.sampled_from([None, "", "No."]),
    CALLS,
    st.sampled_from(["stop", "tool_calls", "length", "content_filter", None]),
    st.sampled_from([None, {"prompt_tokens": 3, "completion_tokens": 4, "total_tokens": 7}]),
)
PLACES = st.lists(st.integers(0, 40), max_size=8)

JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=4)),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["type", "text", "id", "a"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@st.composite
def mutate(draw: st.DrawFn, whole: dict[str, Any]) -> dict[str, Any]:
    """Return a body of which up to three values are replaced or gone."""
    body = json.loads(json.dumps(whole))
    for _ in range(draw(st.integers(1, 3))):
        inner: Any = body
        while inner:
            keys = list(inner) if isinstance(inner, dict) else list(range(len(inner)))
            key = draw(st.sampled_from(keys))
            if isinstance(inner[key], dict | list) and inner[key] and draw(st.integers(0, 3)):
                inner = inner[key]
                continue
            if draw(st.booleans()):
                inner[key] = draw(JSON)
            else:
                del inner[key]
            break
    return body
