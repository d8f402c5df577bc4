"""Two spellings of one event: the same after `normalize_event`, and each as it was sent before."""

from __future__ import annotations

import json
from typing import Any

import pytest

import any_llm
from any_llm._core.events import decode_event
from any_llm._core.sse import SSEDecoder
from tests.support.wire_server import sse

PLACE = {"item_id": "rs", "output_index": 0, "content_index": 0, "sequence_number": 4}
NESTED = {"code": "overloaded", "message": "busy", "param": None}


def decode(*bodies: dict[str, Any]) -> list[Any]:
    return [decode_event(frame)[0] for frame in SSEDecoder().feed(sse(*bodies))]


def session(reasoning: str, error: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"type": f"response.{reasoning}.delta", "delta": "hm", "obfuscation": "xx", **PLACE},
        {"type": f"response.{reasoning}.done", "text": "hmm", **PLACE},
        {"type": "response.output_text.delta", "delta": "x", **PLACE},
        {"type": "error", "sequence_number": 9, **error},
    ]


def test_session_in_either_dialect_gives_equal_events() -> None:
    neutral, common = session("reasoning", {"error": NESTED}), session("reasoning_text", NESTED)
    first = [any_llm.normalize_event(event) for event in decode(*neutral)]
    second = [any_llm.normalize_event(event) for event in decode(*common)]
    assert first == second
    assert [event.type for event in first] == [body["type"] for body in common]
    assert [type(event) for event in first] == [type(event) for event in second]


def test_event_itself_keeps_what_was_sent() -> None:
    neutral = session("reasoning", {"error": NESTED})
    events = decode(*neutral)
    for event in events:
        any_llm.normalize_event(event)
    assert [event.model_dump() for event in events[:3]] == neutral[:3]
    assert events[3].model_dump()["error"] == NESTED


def test_event_in_the_common_spelling_comes_back_as_it_is() -> None:
    for event in decode(*session("reasoning_text", NESTED), {"type": "acme:trace", "error": 1}):
        assert any_llm.normalize_event(event) is event


@pytest.mark.parametrize(
    "body",
    [
        {"type": "server_error", "message": "busy", "code": "overloaded"},
        {"type": "invalid_request_error", "error": {"message": "busy", "code": "overloaded"}},
        {"error": {"message": "busy", "code": "overloaded"}},
    ],
)
def test_body_of_an_http_error_in_a_stream_is_an_error_event(body: dict[str, Any]) -> None:
    (frame,) = SSEDecoder().feed(f"data: {json.dumps(body)}\n\n".encode())
    event, deviations = decode_event(frame)
    assert (event.type, event.message, event.code) == ("error", "busy", "overloaded")
    assert deviations


@pytest.mark.parametrize(
    "body",
    [{"type": "acme:warning", "message": "x"}, {"type": "acme_error"}, {"type": "odd_error", "message": 5}],
)
def test_event_of_a_vendor_is_no_error(body: dict[str, Any]) -> None:
    assert isinstance(decode(body)[0], any_llm.types.UnknownEvent)
