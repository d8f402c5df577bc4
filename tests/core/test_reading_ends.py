"""Every way in which a stream can end, seen through the public stream class: one outcome, nothing lost, nothing twice."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import AsyncIterator, Iterable, Iterator
from typing import Any

import pytest

from any_llm._core.decode import decode_value
from any_llm._core.messages import FailureKind, HttpFailure, Timeouts
from any_llm._core.reading import StreamReader
from any_llm.exceptions import (
    AnyLLMError,
    ResponseFailedError,
    SpecDeviationError,
    StreamIdleTimeoutError,
    StreamTruncatedError,
)
from any_llm.stream import AsyncResponseStream, ResponseStream
from openai_responses_types import Response, ResponseOutputItemAddedEvent
from openresponses_types.base import HttpInfo
from tests.support.wire_server import RECORDED, read_recorded, sse

STREAMS = sorted(RECORDED.glob("*.sse"))
RESPONSE: dict[str, Any] = {"id": "r", "object": "response", "status": "in_progress", "output": []}
CREATED = {"type": "response.created", "response": RESPONSE}
DELTA = {"type": "response.output_text.delta", "delta": "half", "item_id": "m", "output_index": 0}
ADDED = {"type": "response.output_item.added", "item": {"type": "message", "id": "m", "content": []}}
COMPLETED = {"type": "response.completed", "response": {**RESPONSE, "status": "completed"}}


def build_reader(**options: Any) -> StreamReader:
    return StreamReader(
        provider_name="p", build_partial=lambda body: decode_value(Response, body)[0], **options
    )


class Source:
    """Chunks of a body in either colour; counts how often it was closed."""

    def __init__(self, *chunks: bytes | HttpFailure, **options: Any) -> None:
        self.http = HttpInfo(200)
        self.chunks: Iterable[bytes | HttpFailure] = chunks
        self.closed = 0
        self.reader = build_reader(**options)

    def read(self, get_wait: Any) -> Iterator[bytes | HttpFailure]:
        return iter(self.chunks)

    def close(self) -> None:
        self.closed += 1

    def open(self) -> ResponseStream[Any]:
        return ResponseStream(self.reader, self.reader.build_final, self, None)  # type: ignore[arg-type]

    def open_async(self) -> AsyncResponseStream[Any]:
        return AsyncResponseStream(self.reader, self.reader.build_final, AsyncSource(self), None)  # type: ignore[arg-type]


class AsyncSource:
    def __init__(self, source: Source) -> None:
        self.http = source.http
        self._source = source

    async def read(self, get_wait: Any) -> AsyncIterator[bytes | HttpFailure]:
        for chunk in self._source.chunks:
            yield chunk

    async def close(self) -> None:
        self._source.close()


def collect(source: Source) -> tuple[list[Any], AnyLLMError | None]:
    """Read a stream in both colours, which must agree, and return its events and its error."""
    events: list[Any] = []
    error: AnyLLMError | None = None
    try:
        events.extend(source.open())
    except AnyLLMError as caught:
        error = caught
    source.reader = build_reader()
    other: list[Any] = []

    async def read() -> AnyLLMError | None:
        try:
            async for event in source.open_async():
                other.append(event)  # noqa: PERF401  # a comprehension loses what came before the error
        except AnyLLMError as caught:
            return caught
        return None

    assert repr(asyncio.run(read())) == repr(error)
    assert other == events
    assert source.closed >= 2
    return events, error


@pytest.mark.parametrize("path", STREAMS, ids=lambda path: path.stem)
def test_stream_cut_at_any_byte_raises_and_keeps_what_came(path: Any) -> None:
    stream = path.read_bytes()
    last = stream.rindex(b"data: ")
    end = stream.index(b"\n", last)  # from here on the terminal event is whole, only its blank line is lost
    seen = 0
    for position in range(end):
        reader = build_reader()
        events = [*reader.feed(stream[:position]), *reader.finish()]
        assert len(events) >= seen
        seen = len(events)
        with pytest.raises(StreamTruncatedError) as caught:
            reader.check_end()
        assert type(caught.value.partial) is Response
    assert seen == stream.count(b"\n\n") - 1
    for position in range(end, len(stream)):
        reader = build_reader()
        assert len([*reader.feed(stream[:position]), *reader.finish()]) == seen + 1
        reader.check_end()


@pytest.mark.parametrize("path", STREAMS, ids=lambda path: path.stem)
def test_stream_cut_after_any_event_raises_through_the_public_class(path: Any) -> None:
    frames = [frame + b"\n\n" for frame in path.read_bytes().split(b"\n\n") if frame]
    for count in range(len(frames)):
        events, error = collect(Source(*frames[:count]))
        assert len(events) == count
        assert type(error) is StreamTruncatedError
        assert type(error.partial) is Response


def test_text_of_a_cut_stream_is_in_the_partial() -> None:
    _, error = collect(Source(sse(CREATED, DELTA)))
    assert isinstance(error, StreamTruncatedError)
    assert (error.partial.output_text, error.partial.id) == ("half", "r")


@pytest.mark.parametrize("kind", [FailureKind.READ, FailureKind.PROTOCOL, FailureKind.READ_TIMEOUT])
def test_broken_connection_raises_with_cause_and_partial(kind: FailureKind) -> None:
    cause = OSError("reset")
    events, error = collect(Source(sse(CREATED, DELTA), HttpFailure(kind, cause)))
    assert len(events) == 2
    wanted = StreamIdleTimeoutError if kind is FailureKind.READ_TIMEOUT else StreamTruncatedError
    assert type(error) is wanted
    assert error.partial.output_text == "half"
    assert error.__cause__ is cause


def test_failed_event_is_yielded_and_then_raises() -> None:
    body = {**RESPONSE, "status": "failed", "error": {"code": "server_error", "message": "boom"}}
    events, error = collect(Source(sse(CREATED, DELTA, {"type": "response.failed", "response": body})))
    assert [event.type for event in events][-1] == "response.failed"
    assert isinstance(error, ResponseFailedError)
    assert (error.code, error.response_id, error.provider_name) == ("server_error", "r", "p")
    assert "boom" in error.message
    assert error.partial.output_text == "half"
    assert error.partial.status == "failed"


@pytest.mark.parametrize(
    "body",
    [
        {"type": "error", "code": "server_error", "message": "boom", "param": "input"},
        {"type": "error", "error": {"code": "server_error", "message": "boom", "param": "input"}},
    ],
    ids=["flat", "nested"],
)
@pytest.mark.parametrize("after", [b"", b"data: [DONE]\n\n", b": bye\n\n"])
def test_error_event_is_yielded_and_then_raises_at_the_end(body: dict[str, Any], after: bytes) -> None:
    events, error = collect(Source(sse(CREATED, DELTA, body), after))
    assert [event.type for event in events] == ["response.created", "response.output_text.delta", "error"]
    assert isinstance(error, ResponseFailedError)
    assert (error.code, error.param, error.response_id) == ("server_error", "input", "r")
    assert "boom" in error.message
    assert error.partial.output_text == "half"


def test_error_event_then_failed_event_raise_once() -> None:
    body = {**RESPONSE, "status": "failed", "error": {"code": "server_error", "message": "boom"}}
    said = {"type": "error", "code": "x", "message": "first"}
    events, error = collect(Source(sse(CREATED, said, {"type": "response.failed", "response": body})))
    assert len(events) == 3
    assert isinstance(error, ResponseFailedError)
    assert error.code == "server_error"


def test_failed_event_without_a_reason_says_so() -> None:
    _, error = collect(Source(sse({"type": "response.failed", "response": None})))
    assert isinstance(error, ResponseFailedError)
    assert "the server gave no reason" in error.message


@pytest.mark.parametrize("reason", ["max_output_tokens", "content_filter"])
def test_incomplete_is_a_normal_end_with_its_reason(reason: str) -> None:
    body = {**RESPONSE, "status": "incomplete", "incomplete_details": {"reason": reason}}
    source = Source(sse(CREATED, DELTA, {"type": "response.incomplete", "response": body}))
    final = source.open().get_final_response()
    assert (final.status, final.incomplete_details.reason) == ("incomplete", reason)
    assert final.output_text == "half"


def test_nothing_is_read_or_yielded_after_the_terminal_event() -> None:
    def read() -> Iterator[bytes]:
        yield sse(CREATED, COMPLETED, DELTA)
        raise AssertionError("the body was read on after its end")

    source = Source()
    source.chunks = read()
    stream = source.open()
    assert [event.type for event in stream] == ["response.created", "response.completed"]
    assert source.closed
    assert stream.get_final_response().output == []


def test_unknown_event_with_the_name_of_an_end_is_no_end() -> None:
    _, error = collect(Source(b"event: response.completed\ndata: [1]\n\n"))
    assert isinstance(error, StreamTruncatedError)


def test_closed_stream_says_that_it_was_closed() -> None:
    stream = Source(sse(CREATED, DELTA), sse(COMPLETED)).open()
    next(stream)
    stream.close()
    stream.close()
    with pytest.raises(StreamTruncatedError, match="closed before its end"):
        stream.get_final_response()
    assert stream.snapshot.id == "r"


def test_error_stays_when_the_final_response_is_asked_for_again() -> None:
    stream = Source(sse(CREATED, DELTA)).open()
    for _ in range(2):
        with pytest.raises(StreamTruncatedError):
            stream.get_final_response()


def test_text_deltas_give_the_text_and_raise_as_the_events_do() -> None:
    stream = Source(read_recorded("text.sse")).open()
    assert "".join(stream.text_deltas()) == "The capital of France is Paris."
    pieces: list[str] = []
    with pytest.raises(StreamTruncatedError):
        pieces.extend(iter(Source(sse(CREATED, DELTA)).open().text_deltas()))


def test_snapshot_grows_with_each_event_and_is_of_the_promised_class() -> None:
    stream = Source(read_recorded("text.sse")).open()
    texts = []
    for _ in stream:
        assert type(stream.snapshot) is Response
        texts.append(stream.snapshot.output_text)
    assert all(later.startswith(earlier) for earlier, later in itertools.pairwise(texts))
    assert len(set(texts)) == 8
    assert stream.snapshot == stream.get_final_response()


def test_comments_do_not_hold_off_the_idle_timeout() -> None:
    now = [0.0]
    reader = build_reader(timeouts=Timeouts(idle=1.0), clock=lambda: now[0])
    list(reader.feed(sse(CREATED, DELTA)))
    for _ in range(7):
        now[0] += 0.125
        assert list(reader.feed(b": ping\n\n")) == []
    now[0] += 0.125
    with pytest.raises(StreamIdleTimeoutError, match="no event for 1 s") as caught:
        list(reader.feed(b": ping\n\n"))
    assert caught.value.partial.output_text == "half"


def test_time_that_the_caller_takes_is_not_the_servers_silence() -> None:
    now = [0.0]
    reader = build_reader(timeouts=Timeouts(idle=1.0), clock=lambda: now[0])
    for _ in reader.feed(sse(CREATED, DELTA)):
        now[0] += 30.0
    assert list(reader.feed(b": ping\n\n")) == []
    now[0] += 0.9
    for _ in reader.feed(sse(COMPLETED)):
        now[0] += 30.0
    assert list(reader.finish()) == []
    reader.check_end()


def test_strict_raises_for_what_the_stream_as_a_whole_lacks() -> None:
    fields = {"sequence_number": 0, "content_index": 0, "logprobs": []}
    reader = build_reader(is_strict=True)
    with pytest.raises(SpecDeviationError) as caught:
        list(reader.feed(sse({**DELTA, **fields})))
    assert (caught.value.event, caught.value.kind) == ("response.output_text.delta", "not_added")


def test_deviation_of_many_events_is_listed_once() -> None:
    body = sse(CREATED, *[DELTA] * 50, COMPLETED)
    stream = Source(body).open()
    stream.get_final_response()
    assert len(stream.deviations) == len(set(stream.deviations))
    assert sum(deviation.path == "sequence_number" for deviation in stream.deviations) == 1


def test_keep_alives_and_done_markers_are_no_events() -> None:
    noise = b": ping\n\nevent: ping\n\n\n\nretry: 10\n\ndata: [DONE]\n\n"
    events, error = collect(Source(noise, sse(CREATED), noise, sse(COMPLETED), noise))
    assert [event.type for event in events] == ["response.created", "response.completed"]
    assert error is None


def test_event_is_counted_in_before_it_is_handed_out() -> None:
    stream = Source(sse(CREATED, DELTA, {**DELTA, "delta": "!"}, COMPLETED)).open()
    seen = [stream.snapshot.output_text for _ in stream]
    assert seen == ["", "half", "half!", "half!"]
    assert json.dumps(stream.get_final_response().model_dump())


def test_what_the_caller_does_to_an_event_does_not_change_the_response() -> None:
    deltas = [{**DELTA, "content_index": 0, "logprobs": [], "sequence_number": n} for n in range(5)]
    stream = Source(sse(CREATED, *deltas, COMPLETED)).open()
    for event in stream:
        if event.type == "response.output_text.delta":
            event.delta = "*"
            del event.logprobs
    assert stream.snapshot.output_text == stream.get_final_response().output_text == "half" * 5


def test_strict_raises_for_a_terminal_event_without_its_items() -> None:
    reader = build_reader(is_strict=True)
    reader.accumulator.add_item(decode_value(ResponseOutputItemAddedEvent, {**ADDED, "output_index": 0})[0])
    reader.outcome = "response.completed"
    with pytest.raises(SpecDeviationError) as caught:
        reader.build_final()
    assert (caught.value.event, caught.value.kind) == ("response.completed", "thin")


async def test_async_stream_gives_deltas_final_response_and_facts_as_the_sync_one() -> None:
    source = Source(read_recorded("text.sse"))
    async with source.open_async() as stream:
        first = await anext(stream)
        assert first.type == "response.created"
        assert stream.http.status == 200
        text = "".join([delta async for delta in stream.text_deltas()])
        final = await stream.get_final_response()
    assert text == final.output_text == stream.snapshot.output_text == "The capital of France is Paris."
    assert final is await stream.get_final_response()
    assert stream.deviations
