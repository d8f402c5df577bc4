"""Streams that break off: sent again while nothing was handed out, resumed after that, never told twice."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

import any_llm
from any_llm import client, exceptions
from tests.support.wire_server import Reply, WireServer, sse

ITEM = {"type": "message", "id": "m", "role": "assistant", "status": "in_progress", "content": []}
RESPONSE: dict[str, Any] = {"id": "resp_1", "object": "response", "status": "in_progress", "output": []}
WORDS = ["one ", "two ", "three ", "four"]
EVENTS: list[dict[str, Any]] = [
    {"type": "response.created", "response": RESPONSE},
    {"type": "response.output_item.added", "output_index": 0, "item": ITEM},
    *(
        {
            "type": "response.output_text.delta",
            "item_id": "m",
            "output_index": 0,
            "content_index": 0,
            "delta": word,
        }
        for word in WORDS
    ),
    {"type": "response.completed", "response": {**RESPONSE, "status": "completed"}},
]
EVENTS = [{**event, "sequence_number": number} for number, event in enumerate(EVENTS)]
STORED: dict[str, Any] = {"background": True, "store": True}


@pytest.fixture(autouse=True)
def without_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client.random, "random", lambda: 0.0)


def stream_of(events: list[dict[str, Any]], *, cut: bool = False, end: bytes = b"") -> Reply:
    return Reply(200, [*(sse(event) for event in events), end], "text/event-stream", cut=cut)


def call_openai(server: WireServer, call: Any, **options: Any) -> Any:
    return call("openai:m", "Hi", api_base=server.url, api_key="k", stream=True, **options)


@pytest.mark.parametrize("count", range(1, len(EVENTS)))
@pytest.mark.parametrize(
    "half", [b"", b'event: response.output_text.delta\ndata: {"type'], ids=["between", "within"]
)
def test_stored_stream_goes_on_after_a_break_anywhere(
    server: WireServer, call: Any, count: int, half: bytes
) -> None:
    server.script(stream_of(EVENTS[:count], cut=True, end=half), stream_of(EVENTS[count:]))
    response, events = call_openai(server, call, **STORED)
    assert [event.sequence_number for event in events] == list(range(len(EVENTS)))
    assert response.output_text == "".join(WORDS)
    first, second = server.requests
    assert (first.method, second.method) == ("POST", "GET")
    assert second.path == f"/v1/responses/resp_1?stream=true&starting_after={count - 1}"
    assert second.headers["authorization"] == first.headers["authorization"]
    assert (second.body, second.headers.get("content-type")) == (b"", None)
    server.wait_closed()


def test_server_that_tells_events_again_is_not_repeated(server: WireServer, call: Any) -> None:
    server.script(stream_of(EVENTS[:4], cut=True), stream_of(EVENTS))
    response, events = call_openai(server, call, **STORED)
    assert [event.sequence_number for event in events] == list(range(len(EVENTS)))
    assert response.output_text == "".join(WORDS)


def test_progress_renews_the_attempts_and_none_ends_them(server: WireServer, call: Any) -> None:
    server.script(*(stream_of(EVENTS[: n + 1][n:], cut=True) for n in range(6)), stream_of(EVENTS[6:]))
    response, events = call_openai(server, call, **STORED, max_retries=1)
    assert len(events) == len(EVENTS)
    assert response.output_text == "".join(WORDS)
    server.script(stream_of(EVENTS[:3], cut=True), stream_of([], cut=True))
    with pytest.raises(exceptions.StreamTruncatedError) as caught:
        call_openai(server, call, **STORED, max_retries=2)
    assert len(server.requests) == 3
    assert caught.value.partial.output_text == "one "


def test_end_with_a_number_that_was_told_before_is_no_end(server: WireServer, call: Any) -> None:
    """A server that counts anew after a break: what it tells is left out, so that its end cannot be the response's."""
    anew = [{**event, "sequence_number": number} for number, event in enumerate(EVENTS[4:])]
    server.script(stream_of(EVENTS[:4], cut=True), *(stream_of(anew) for _ in range(3)))
    with pytest.raises(exceptions.StreamTruncatedError) as caught:
        call_openai(server, call, **STORED)
    assert caught.value.partial.output_text == "one two "


def test_rest_that_the_server_refuses_is_a_cut_with_its_cause(server: WireServer, call: Any) -> None:
    gone = Reply(404, b'{"error": {"message": "no such response"}}')
    server.script(stream_of(EVENTS[:4], cut=True), gone)
    with pytest.raises(exceptions.StreamTruncatedError, match="no such response") as caught:
        call_openai(server, call, **STORED)
    assert caught.value.partial.output_text == "one two "
    assert isinstance(caught.value.__cause__, exceptions.AnyLLMError)


@pytest.mark.parametrize(
    "options", [{}, {"background": True, "store": False}, {"background": False, "store": True}]
)
def test_stream_that_nobody_keeps_is_a_cut_after_its_first_event(
    server: WireServer, call: Any, options: dict[str, Any]
) -> None:
    server.script(stream_of(EVENTS[:4], cut=True), stream_of(EVENTS))
    with pytest.raises(exceptions.StreamTruncatedError) as caught:
        call_openai(server, call, **options)
    assert caught.value.partial.output_text == "one two "
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "numbers", [[0] * len(EVENTS), list(range(len(EVENTS)))[::-1]], ids=["equal", "falling"]
)
def test_whole_stream_with_odd_numbers_loses_nothing(
    server: WireServer, call: Any, numbers: list[int]
) -> None:
    odd = [{**event, "sequence_number": number} for event, number in zip(EVENTS, numbers, strict=True)]
    server.script(stream_of(odd))
    response, events = call_openai(server, call, **STORED)
    assert [event.sequence_number for event in events] == numbers
    assert response.output_text == "".join(WORDS)


def test_stream_without_numbers_cannot_be_resumed(server: WireServer, call: Any) -> None:
    bare = [{name: value for name, value in event.items() if name != "sequence_number"} for event in EVENTS]
    server.script(stream_of(bare[:4], cut=True), stream_of(bare))
    with pytest.raises(exceptions.StreamTruncatedError):
        call_openai(server, call, **STORED)
    assert len(server.requests) == 1


@pytest.mark.parametrize("begin", [b"", b": hello\n\n", b"event: resp"])
@pytest.mark.parametrize("cut", [True, False])
def test_stream_that_breaks_before_its_first_event_is_sent_again(
    server: WireServer, call: Any, begin: bytes, cut: bool
) -> None:
    server.script(stream_of([], cut=cut, end=begin), stream_of(EVENTS))
    response, events = call_openai(server, call)
    assert [event.sequence_number for event in events] == list(range(len(EVENTS)))
    assert response.http.attempts == 2
    first, second = server.requests
    assert (first.method, first.path, first.body) == (second.method, second.path, second.body)


def test_second_answer_that_is_an_error_is_that_error(server: WireServer, call: Any) -> None:
    server.script(stream_of([], cut=True), Reply(401, b'{"error": {"message": "no"}}'))
    with pytest.raises(exceptions.AuthenticationError):
        call_openai(server, call)


def test_no_retry_means_none(server: WireServer, call: Any) -> None:
    server.script(stream_of([], cut=True), stream_of(EVENTS))
    with pytest.raises(exceptions.StreamTruncatedError):
        call_openai(server, call, max_retries=0)
    assert len(server.requests) == 1


def test_key_is_asked_for_again(server: WireServer) -> None:
    keys = (f"k{number}" for number in itertools.count(1))
    server.script(stream_of(EVENTS[:3], cut=True), stream_of(EVENTS[3:]))
    with any_llm.responses(
        "openai:m", "Hi", api_base=server.url, api_key=lambda: next(keys), stream=True, background=True
    ) as stream:
        assert stream.get_final_response().output_text == "".join(WORDS)
    assert [request.headers["authorization"] for request in server.requests] == ["Bearer k1", "Bearer k2"]
