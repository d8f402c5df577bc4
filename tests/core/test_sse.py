"""The decoder against the standard: https://html.spec.whatwg.org/multipage/server-sent-events.html"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from any_llm._core.sse import ServerSentEvent, SSEDecoder, SSELimitError
from tests.support.wire_server import RECORDED


def decode(*chunks: bytes) -> list[ServerSentEvent]:
    decoder = SSEDecoder()
    return [event for chunk in chunks for event in decoder.feed(chunk)] + decoder.flush()


def decode_slowly(stream: bytes) -> list[tuple[bytes, bytes, bytes]]:
    """The standard's own text, line by line: (event, data, last event id) of each dispatched event."""
    stream = stream.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    events: list[tuple[bytes, bytes, bytes]] = []
    data, event, last_id = b"", b"", b""
    for line in stream.split(b"\n")[:-1]:
        if line == b"":
            if data != b"":
                events.append((event, data.removesuffix(b"\n"), last_id))
            data, event = b"", b""
        elif line.startswith(b":"):
            continue
        else:
            name, colon, value = line.partition(b":")
            value = value.removeprefix(b" ") if colon else b""
            if name == b"event":
                event = value
            elif name == b"data":
                data += value + b"\n"
            elif name == b"id" and b"\0" not in value:
                last_id = value
    return events


def test_standards_example_of_a_multi_line_event() -> None:
    assert [event.data for event in decode(b"data: YHOO\ndata: +2\ndata: 10\n\n")] == [b"YHOO\n+2\n10"]


def test_standards_example_of_comments_and_ids() -> None:
    stream = b": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n"
    assert [(event.data, event.id) for event in decode(stream)] == [
        (b"first event", b"1"),
        (b"second event", b""),
        (b" third event", b""),
    ]
    assert [event.is_complete for event in decode(stream)] == [True, True, False]


def test_standards_example_of_empty_data() -> None:
    assert [event.data for event in decode(b"data\n\ndata\ndata\n\ndata:\n\n")] == [b"", b"\n", b""]


def test_standards_example_of_one_leading_space() -> None:
    assert [event.data for event in decode(b"data:test\n\ndata: test\n\n")] == [b"test", b"test"]


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_line_ends(end: bytes) -> None:
    stream = end.join([b"event: e", b"data: x", b"", b"data: y", b"", b""])
    expected = [(b"e", b"x"), (b"", b"y")]
    assert [(event.event, event.data) for event in decode(stream)] == expected
    assert [(e.event, e.data) for e in decode(*(stream[i : i + 1] for i in range(len(stream))))] == expected


def test_byte_order_mark_also_when_split() -> None:
    stream = b"\xef\xbb\xbfdata: x\n\n"
    assert [event.data for event in decode(stream)] == [b"x"]
    assert [event.data for event in decode(stream[:1], stream[1:2], stream[2:])] == [b"x"]


@pytest.mark.parametrize("text", ["a\u2028b", "a\u2029b", "a\x85b", "a\x0bb", "a\x0cb", "ä€😀"])
def test_only_the_standards_line_ends_split(text: str) -> None:
    assert [event.data.decode() for event in decode(f"data: {text}\n\n".encode())] == [text]


def test_comments_count_as_liveness() -> None:
    decoder = SSEDecoder()
    assert decoder.feed(b": ping\n\n: ping\n\n") == []
    assert decoder.liveness == 2


def test_event_without_data_is_not_dispatched_and_its_name_forgotten() -> None:
    assert [(event.event, event.data) for event in decode(b"event: lost\n\ndata: x\n\n")] == [(b"", b"x")]


def test_retry_and_strange_ids() -> None:
    (event,) = decode(b"retry: 1500\nretry: soon\nid: a\0b\ndata: x\n\n")
    assert event.retry == 1500
    assert event.id == b""


def test_limits() -> None:
    with pytest.raises(SSELimitError, match="a line is longer than 10 bytes"):
        SSEDecoder(max_line=10).feed(b"data: 0123456789")
    decoder = SSEDecoder(max_event=10)
    with pytest.raises(SSELimitError, match="an event is longer than 10 bytes"):
        decoder.feed(b"data: 01234\ndata: 56789\n")


def test_long_line_is_joined_once() -> None:
    decoder = SSEDecoder()
    chunks = [b"data: ", *[b"x" * 4096] * 1024]
    for chunk in chunks:
        decoder.feed(chunk)
        assert decoder._pieces[-1] is chunk
    (event,) = decoder.feed(b"\n\n")
    assert len(event.data) == 4096 * 1024


@pytest.mark.parametrize("path", sorted(RECORDED.glob("*.sse")), ids=lambda path: path.stem)
def test_recorded_stream_is_the_same_for_every_split(path: object) -> None:
    stream = path.read_bytes()  # type: ignore[attr-defined]
    whole = decode(stream)
    assert len(whole) > 3
    for position in range(len(stream)):
        assert decode(stream[:position], stream[position:]) == whole
    assert decode(*(stream[i : i + 1] for i in range(len(stream)))) == whole


LINES = st.sampled_from(
    [
        b"data: x",
        b"data:y",
        b"data",
        b"event: e",
        b"id: 7",
        b"id",
        b": c",
        b"",
        b"",
        b"other: z",
        "data: \u2028é".encode(),
    ]
)


@given(
    st.lists(st.tuples(LINES, st.sampled_from([b"\n", b"\r", b"\r\n"])), max_size=30),
    st.lists(st.integers(1, 9), min_size=1, max_size=20),
    st.booleans(),
)
def test_any_stream_in_any_chunks_decodes_as_the_standard_says(
    lines: list[tuple[bytes, bytes]], sizes: list[int], has_mark: bool
) -> None:
    stream = (b"\xef\xbb\xbf" if has_mark else b"") + b"".join(line + end for line, end in lines)
    chunks: list[bytes] = []
    position = 0
    while position < len(stream):
        size = sizes[len(chunks) % len(sizes)]
        chunks.append(stream[position : position + size])
        position += size
    complete = [event for event in decode(*chunks) if event.is_complete]
    assert [(event.event, event.data, event.id) for event in complete] == decode_slowly(stream)
