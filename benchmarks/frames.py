"""Streams to replay: a number of events in, their frames out. The same bytes every time.

Every event is valid in `spec/openresponses.yaml`. The deltas are pieces of words as models send them, with
`logprobs` and `obfuscation` beside the text in the way of OpenAI's own servers.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice
from typing import Any

from benchmarks.payloads import build_call, build_message, build_reasoning, build_response, dump, make_pieces

ARGUMENTS = (
    '{"city',
    '":"',
    "Par",
    "is",
    '","',
    "un",
    "its",
    '":"',
    "cel",
    "sius",
    '","',
    "day",
    "s",
    '":"',
    "7",
    '"}',
)
FIXED_EVENTS = 16
"""Events of a stream that are no deltas: beginnings and ends of the response, its three items and their parts."""


def build_stream(events: int) -> list[bytes]:
    """Return the frames of a stream with that many events: reasoning, then text, then a function call.

    Args:
        events: their number, at least 30; nine of ten deltas are text.
    """
    deltas = events - FIXED_EVENTS
    thought, called = deltas // 20, deltas // 20
    bodies = _build_events(thought, deltas - thought - called, called)
    return [
        b"event: " + body["type"].encode() + b"\ndata: " + dump({**body, "sequence_number": number}) + b"\n\n"
        for number, body in enumerate(bodies)
    ]


def _build_events(thought: int, said: int, called: int) -> Iterator[dict[str, Any]]:
    yield {"type": "response.created", "response": build_response([], "in_progress")}
    yield {"type": "response.in_progress", "response": build_response([], "in_progress")}
    pieces = make_pieces(thought)
    reasoning = build_reasoning(1, "".join(pieces))
    yield from _build_reasoning_events(reasoning, pieces)
    pieces = make_pieces(said)
    message = build_message(2, "".join(pieces))
    yield from _build_message_events(message, pieces)
    pieces = list(islice(cycle(ARGUMENTS), called))
    call = build_call(3, "".join(pieces))
    yield from _build_call_events(call, pieces)
    yield {"type": "response.completed", "response": build_response([reasoning, message, call])}


def _build_reasoning_events(item: dict[str, Any], pieces: list[str]) -> Iterator[dict[str, Any]]:
    place: dict[str, Any] = {"item_id": item["id"], "output_index": 0, "summary_index": 0}
    part = item["summary"][0]
    yield {"type": "response.output_item.added", "output_index": 0, "item": {**item, "summary": []}}
    yield {"type": "response.reasoning_summary_part.added", **place, "part": {**part, "text": ""}}
    for number, piece in enumerate(pieces):
        delta = {"delta": piece, "obfuscation": _obfuscate(number)}
        yield {"type": "response.reasoning_summary_text.delta", **place, **delta}
    yield {"type": "response.reasoning_summary_text.done", **place, "text": part["text"]}
    yield {"type": "response.reasoning_summary_part.done", **place, "part": part}
    yield {"type": "response.output_item.done", "output_index": 0, "item": item}


def _build_message_events(item: dict[str, Any], pieces: list[str]) -> Iterator[dict[str, Any]]:
    place: dict[str, Any] = {"item_id": item["id"], "output_index": 1, "content_index": 0}
    part = item["content"][0]
    begun = {**item, "status": "in_progress", "content": []}
    yield {"type": "response.output_item.added", "output_index": 1, "item": begun}
    yield {"type": "response.content_part.added", **place, "part": {**part, "text": ""}}
    for number, piece in enumerate(pieces):
        delta = {"delta": piece, "logprobs": [], "obfuscation": _obfuscate(number)}
        yield {"type": "response.output_text.delta", **place, **delta}
    yield {"type": "response.output_text.done", **place, "text": part["text"], "logprobs": []}
    yield {"type": "response.content_part.done", **place, "part": part}
    yield {"type": "response.output_item.done", "output_index": 1, "item": item}


def _build_call_events(item: dict[str, Any], pieces: list[str]) -> Iterator[dict[str, Any]]:
    place: dict[str, Any] = {"item_id": item["id"], "output_index": 2}
    begun = {**item, "status": "in_progress", "arguments": ""}
    yield {"type": "response.output_item.added", "output_index": 2, "item": begun}
    for number, piece in enumerate(pieces):
        delta = {"delta": piece, "obfuscation": _obfuscate(number)}
        yield {"type": "response.function_call_arguments.delta", **place, **delta}
    ended = {"name": item["name"], "arguments": item["arguments"]}
    yield {"type": "response.function_call_arguments.done", **place, **ended}
    yield {"type": "response.output_item.done", "output_index": 2, "item": item}


def _obfuscate(number: int) -> str:
    return "q7Yb2LxKp0Zs9d"[: 3 + number * 7 % 11]
