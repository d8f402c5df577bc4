"""The state machine of a stream: its ends, its limits, what it reports."""

from __future__ import annotations

from typing import Any

import pytest

from any_llm._core.decode import dump_value
from any_llm._core.messages import FailureKind, HttpFailure, Timeouts
from any_llm._core.reading import StreamReader
from any_llm.exceptions import (
    ResponseFailedError,
    SpecDeviationError,
    StreamIdleTimeoutError,
    StreamTruncatedError,
)
from any_llm.types import ResponseCompletedEvent, ResponseTextDeltaEvent, UnknownEvent
from tests.support.wire_server import RECORDED, read_recorded, sse

COMPLETED = {"type": "response.completed", "response": {"id": "r", "status": "completed", "output": []}}
DELTA: dict[str, Any] = {
    "type": "response.output_text.delta",
    "item_id": "m",
    "output_index": 0,
    "content_index": 0,
    "delta": "a",
    "logprobs": [],
    "sequence_number": 1,
}


def make(**options: Any) -> StreamReader:
    return StreamReader(provider_name="p", build_partial=dict, **options)


def read(reader: StreamReader, *chunks: bytes | HttpFailure) -> list[Any]:
    events = [event for chunk in chunks for event in reader.feed(chunk)]
    return events + list(reader.finish())


@pytest.mark.parametrize("path", sorted(RECORDED.glob("*.sse")), ids=lambda path: path.stem)
def test_stream_cut_anywhere_never_looks_finished(path: Any) -> None:
    stream = path.read_bytes()
    end = stream.index(b"event: response.completed")
    for position in range(0, end, 7):
        reader = make()
        events = read(reader, stream[:position])
        assert not any(isinstance(event, UnknownEvent) for event in events)
        with pytest.raises(StreamTruncatedError) as caught:
            reader.check_end()
        assert isinstance(caught.value.partial, dict)


@pytest.mark.parametrize("path", sorted(RECORDED.glob("*.sse")), ids=lambda path: path.stem)
def test_whole_stream_ends_well_however_it_is_cut_up(path: Any) -> None:
    stream = path.read_bytes()
    whole = make()
    types = [event.type for event in read(whole, stream)]
    for size in (1, 13, 512):
        reader = make()
        chunks = [stream[i : i + size] for i in range(0, len(stream), size)]
        assert [event.type for event in read(reader, *chunks)] == types
        reader.check_end()
        assert reader.build_final() == whole.build_final()


def test_done_marker_without_an_end_is_a_cut() -> None:
    reader = make()
    assert read(reader, b"data: [DONE]\n\n") == []
    with pytest.raises(StreamTruncatedError):
        reader.check_end()


def test_done_marker_after_the_end_is_nothing() -> None:
    reader = make()
    assert len(read(reader, sse(COMPLETED) + b"data: [DONE]\n\n")) == 1
    reader.check_end()


def test_nothing_counts_after_the_end() -> None:
    late = {"type": "response.output_text.delta", "delta": "late", "item_id": "m"}
    reader = make()
    (event,) = read(reader, sse(COMPLETED, late))
    assert isinstance(event, ResponseCompletedEvent)
    assert reader.build_final()["output"] == []


@pytest.mark.parametrize(
    "body",
    [
        {"type": "error", "message": "busy", "code": "overloaded"},
        {"type": "error", "error": {"message": "busy", "code": "overloaded"}},
        {"error": {"message": "busy", "code": "overloaded"}},
        {
            "type": "response.failed",
            "response": {"status": "failed", "error": {"message": "busy", "code": "overloaded"}},
        },
    ],
    ids=["flat", "nested", "bare", "failed"],
)
def test_every_form_of_failure_is_the_same_error(body: dict[str, Any]) -> None:
    reader = make()
    name = body.get("type", "error")
    read(
        reader,
        sse({"type": name} | body)
        if "type" in body
        else f'data: {{"error":{body["error"]}}}\n\n'.replace("'", '"').encode(),
    )
    with pytest.raises(ResponseFailedError, match="busy") as caught:
        reader.check_end()
    assert caught.value.code == "overloaded"


def test_secret_in_a_failure_is_hidden() -> None:
    reader = make(redact=lambda text: text.replace("sk-1", "***"))
    read(reader, sse({"type": "error", "message": "bad key sk-1"}))
    with pytest.raises(ResponseFailedError, match=r"bad key \*\*\*"):
        reader.check_end()


def test_broken_connection_keeps_what_arrived() -> None:
    reader = make()
    with pytest.raises(StreamTruncatedError, match="connection broke") as caught:
        read(reader, read_recorded("text.sse")[:900], HttpFailure(FailureKind.PROTOCOL, OSError("reset")))
    assert caught.value.partial["id"].startswith("resp_")
    assert isinstance(caught.value.__cause__, OSError)


def test_comments_do_not_count_against_silence() -> None:
    now = [0.0]
    reader = make(timeouts=Timeouts(idle=10.0), clock=lambda: now[0])
    list(reader.feed(b": ping\n\n"))
    now[0] = 9.0
    list(reader.feed(sse({"type": "response.created", "response": {}})))
    now[0] = 18.0
    list(reader.feed(b": ping\n\n"))
    now[0] = 19.5
    with pytest.raises(StreamIdleTimeoutError, match="no event for 10 s"):
        list(reader.feed(b": ping\n\n"))


def test_endless_line_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    from any_llm._core import reading
    from any_llm._core.sse import SSEDecoder

    monkeypatch.setattr(reading, "SSEDecoder", lambda: SSEDecoder(max_line=100))
    with pytest.raises(StreamTruncatedError, match="a line is longer than 100 bytes"):
        read(make(), b"data: " + b"x" * 200)


def test_same_deviation_of_many_events_is_listed_once() -> None:
    reader = make()
    read(reader, read_recorded("text.sse"))
    listed = [(d.path, d.kind) for d in reader.deviations]
    assert listed.count(("sequence_number", "missing")) <= 15
    assert len(listed) == len(reader.deviations)


def test_strict_names_event_path_and_kind() -> None:
    with pytest.raises(SpecDeviationError) as caught:
        read(make(is_strict=True), read_recorded("text.sse"))
    assert (caught.value.event, caught.value.kind) == ("response.created", "missing")
    assert caught.value.path


@pytest.mark.parametrize(
    "data", [b"data: nonsense\n\n", b"event: response.completed\ndata: 3\n\n", b"data: [1]\n\n"]
)
def test_data_that_is_no_object_is_kept_and_reported(data: bytes) -> None:
    reader = make()
    (event,) = read(reader, data)
    assert isinstance(event, UnknownEvent)
    assert [deviation.kind for deviation in reader.deviations] == ["not_json"]
    with pytest.raises(StreamTruncatedError):
        reader.check_end()


def test_event_without_a_name_is_read_by_its_type() -> None:
    body = sse(COMPLETED).replace(b"event: response.completed\n", b"")
    (event,) = read(make(), body)
    assert isinstance(event, ResponseCompletedEvent)


def test_event_without_a_type_is_read_by_its_name() -> None:
    reader = make()
    (event,) = read(reader, b'event: response.completed\ndata: {"response":{"id":"r","output":[]}}\n\n')
    assert isinstance(event, ResponseCompletedEvent)
    assert event.type == "response.completed"
    assert ("type", "missing") in {(d.path, d.kind) for d in reader.deviations}


@pytest.mark.parametrize("field", [name for name in DELTA if name != "type"])
@pytest.mark.parametrize("value", [None, {"no": "value"}])
def test_departure_of_one_delta_among_good_ones_is_noticed_and_loses_nothing(field: str, value: Any) -> None:
    odd = (
        {name: inner for name, inner in DELTA.items() if name != field}
        if value is None
        else DELTA | {field: value}
    )
    reader = make()
    events = read(reader, sse(DELTA, DELTA, odd, DELTA, DELTA))
    assert [dump_value(event) for event in events] == [DELTA, DELTA, odd, DELTA, DELTA]
    assert {type(event) for event in events} == {ResponseTextDeltaEvent}
    assert {(deviation.path, deviation.kind) for deviation in reader.deviations} >= {
        (field, "missing" if value is None else "wrong_type")
    }
    with pytest.raises(SpecDeviationError):
        read(make(is_strict=True), sse(DELTA, DELTA, odd))


def test_error_of_a_strict_stream_carries_no_other_error() -> None:
    with pytest.raises(SpecDeviationError) as caught:
        read(make(is_strict=True), sse(DELTA, DELTA, DELTA | {"output_index": "not a number"}))
    assert caught.value.__context__ is None
