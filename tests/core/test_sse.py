"""The decoder against the standard: https://html.spec.whatwg.org/multipage/server-sent-events.html"""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable, Iterable
from itertools import repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from any_llm._core.sse import MAX_NAME, MAX_NAMES, Frame, SSEDecoder, SSELimitError
from tests.support.wire_server import RECORDED


def decode(*chunks: bytes) -> list[Frame]:
    """All events, and the last one also if no blank line ends it."""
    decoder = SSEDecoder()
    return [event for chunk in chunks for event in decoder.feed(chunk)] + decoder.flush()


def decode_ended(*chunks: bytes) -> list[Frame]:
    """The events that a blank line ended: the only ones there are, by the standard."""
    decoder = SSEDecoder()
    return [event for chunk in chunks for event in decoder.feed(chunk)]


def decode_data(*chunks: bytes) -> list[bytes]:
    return [data for _, data in decode(*chunks)]


def feed_all(decoder: SSEDecoder, chunks: Iterable[bytes]) -> None:
    for chunk in chunks:
        decoder.feed(chunk)


def decode_slowly(stream: bytes) -> list[Frame]:
    """The standard's own text, line by line."""
    stream = stream.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    events: list[Frame] = []
    data, event = b"", b""
    for line in stream.split(b"\n")[:-1]:
        if line == b"":
            if data != b"":
                events.append((event, data.removesuffix(b"\n")))
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
    return events


def test_standards_example_of_a_multi_line_event() -> None:
    assert decode_data(b"data: YHOO\ndata: +2\ndata: 10\n\n") == [b"YHOO\n+2\n10"]


def test_standards_example_of_comments_and_ids() -> None:
    stream = b": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n"
    assert decode_data(stream) == [b"first event", b"second event", b" third event"]
    assert [data for _, data in decode_ended(stream)] == [b"first event", b"second event"]


def test_standards_example_of_empty_data() -> None:
    assert decode_data(b"data\n\ndata\ndata\n\ndata:\n\n") == [b"", b"\n", b""]


def test_standards_example_of_one_leading_space() -> None:
    assert decode_data(b"data:test\n\ndata: test\n\n") == [b"test", b"test"]


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_line_ends(end: bytes) -> None:
    stream = end.join([b"event: e", b"data: x", b"", b"data: y", b"", b""])
    expected = [(b"e", b"x"), (b"", b"y")]
    assert decode(stream) == expected
    assert decode(*(stream[i : i + 1] for i in range(len(stream)))) == expected


def test_byte_order_mark_also_when_split() -> None:
    stream = b"\xef\xbb\xbfdata: x\n\n"
    assert decode_data(stream) == [b"x"]
    assert decode_data(stream[:1], stream[1:2], stream[2:]) == [b"x"]


@pytest.mark.parametrize("text", ["a\u2028b", "a\u2029b", "a\x85b", "a\x0bb", "a\x0cb", "ä€😀"])
def test_only_the_standards_line_ends_split(text: str) -> None:
    assert decode_data(f"data: {text}\n\n".encode()) == [text.encode()]


def test_comments_count_as_liveness() -> None:
    decoder = SSEDecoder()
    assert decoder.feed(b": ping\n\n: ping\n\n") == []
    assert decoder.liveness == 2


def test_event_without_data_is_not_dispatched_and_its_name_forgotten() -> None:
    assert decode(b"event: lost\n\ndata: x\n\n") == [(b"", b"x")]


def test_ids_and_times_to_retry_are_passed_over() -> None:
    assert decode(b"retry: 1500\nid: a\0b\nevent: e\nid\ndata: x\nretry: soon\n\n") == [(b"e", b"x")]


def test_limits() -> None:
    with pytest.raises(SSELimitError, match="a line is longer than 10 bytes"):
        SSEDecoder(max_line=10).feed(b"data: 0123456789")
    decoder = SSEDecoder(max_event=10)
    with pytest.raises(SSELimitError, match="an event is longer than 10 bytes"):
        decoder.feed(b"data: 01234\ndata: 56789\n")


@pytest.mark.parametrize("path", sorted(RECORDED.glob("*.sse")), ids=lambda path: path.stem)
def test_recorded_stream_is_the_same_for_every_split(path: object) -> None:
    stream = path.read_bytes()  # type: ignore[attr-defined]
    whole = decode(stream)
    assert len(whole) > 3
    for position in range(len(stream)):
        assert decode(stream[:position], stream[position:]) == whole
    assert decode(*(stream[i : i + 1] for i in range(len(stream)))) == whole


RULES: list[tuple[bytes, list[Frame]]] = [
    # the bytes, then each event as (event, data), from the rules of "Interpreting an event stream"
    (b"", []),
    (b"\n\n\r\r\n", []),
    (b":\n\n", []),
    (b": data: x\n\n", []),
    (b":data: x\ndata: y\n\n", [(b"", b"y")]),
    (b"data\n\n", [(b"", b"")]),
    (b"data:\n\n", [(b"", b"")]),
    (b"data: \n\n", [(b"", b"")]),
    (b"data:  \n\n", [(b"", b" ")]),
    (b"data:\tx\n\n", [(b"", b"\tx")]),
    (b"data:x:y: z\n\n", [(b"", b"x:y: z")]),
    (b"data\ndata: \ndata:\n\n", [(b"", b"\n\n")]),
    (b"data : x\n\n", []),
    (b" data: x\n\n", []),
    (b"Data: x\nDATA: y\n\n", []),
    (b"datax: y\n\n", []),
    (b"event: a\nevent: b\ndata: x\n\n", [(b"b", b"x")]),
    (b"event: a\nevent\ndata: x\n\n", [(b"", b"x")]),
    (b"event: a\n\ndata: x\n\n", [(b"", b"x")]),
    (b"id: 1\n\ndata: x\n\n", [(b"", b"x")]),
    (b"id: 1\nid: 2\0\ndata: x\n\n", [(b"", b"x")]),
    (b"id: 1\nid\ndata: x\n\n", [(b"", b"x")]),
    (b"id: 1\ndata: x\n\ndata: y\n\n", [(b"", b"x"), (b"", b"y")]),
    (b"id: 1\ndata: x\n\nid: 2\n", [(b"", b"x")]),
    (b"\xef\xbb\xbfdata: x\n\n", [(b"", b"x")]),
    (b"\xef\xbb\xbf\xef\xbb\xbfdata: x\n\n", []),
    (b"data: x\n\xef\xbb\xbfdata: y\n\n", [(b"", b"x")]),
    (b"data: \xef\xbb\xbfx\n\n", [(b"", b"\xef\xbb\xbfx")]),
    (b"\xef\xbbdata: x\n\n", []),
    (b"\n\xef\xbb\xbfdata: x\n\n", []),
    (b"data: a\rdata: b\ndata: c\r\n\n", [(b"", b"a\nb\nc")]),
    (b"data: a\r\r", [(b"", b"a")]),
    (b"data: a\n\r", [(b"", b"a")]),
    (b"data: a\r\n\r\n", [(b"", b"a")]),
    (b"data: a\r\n\rdata: b\r\r\n", [(b"", b"a"), (b"", b"b")]),
    (b"data: a\n\r\ndata: b\r\n\r", [(b"", b"a"), (b"", b"b")]),
    (b"data: x", []),
    (b"data: x\n", []),
    (b"data: x\r\n", []),
]


@pytest.mark.parametrize(("stream", "expected"), RULES, ids=[repr(stream)[2:-1] for stream, _ in RULES])
def test_rules_of_the_standard_whatever_the_chunks(stream: bytes, expected: list[Frame]) -> None:
    assert decode_slowly(stream) == expected
    splits = [(stream[:at], stream[at:]) for at in range(len(stream) + 1)]
    splits.append(tuple(stream[at : at + 1] for at in range(len(stream))))
    for chunks in splits:
        assert decode_ended(*chunks) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe",
        b"\xc3",
        b"\xed\xa0\x80",
        b"\xf0\x9f\x98",
        b"\x80\xe2\x80",
        b"\xc0\x8d",
        b"\xc0\x8a",
        b"\0",
    ],
    ids=bytes.hex,
)
def test_bytes_that_are_no_text_stay_as_they_are(data: bytes) -> None:
    """Overlong line ends and halves of surrogates end no line: to judge them is the JSON validator's business."""
    assert decode_data(b"data: " + data + b"\n\ndata: y\n\n") == [data, b"y"]


def test_limits_hold_however_the_bytes_are_cut() -> None:
    for stream in (b"data: 01234567890\n\n", b"data: x\n\n: 0123456789\n\n"):
        for chunks in (
            [stream],
            [stream[:9], stream[9:]],
            [stream[at : at + 1] for at in range(len(stream))],
        ):
            decoder = SSEDecoder(max_line=10)
            with pytest.raises(SSELimitError, match="a line is longer than 10 bytes"):
                feed_all(decoder, chunks)
    assert decode_data(b"data: 0123\n\n") == [b"0123"]


def test_event_of_endlessly_many_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("any_llm._core.sse.MAX_EVENT_LINES", 10)
    assert len(decode(b"data\n" * 10 + b"\n" + b"data\n" * 10 + b"\n")) == 2
    with pytest.raises(SSELimitError, match="an event has more than 10 lines"):
        SSEDecoder().feed(b"data\n" * 11)


def measure_time(run: Callable[[], object]) -> float:
    """Return seconds of the processor."""
    began = time.process_time()
    run()
    return time.process_time() - began


@pytest.mark.parametrize(
    ("chunk", "count"),
    [
        (b"x", 60_000),
        (b"x" * 65536, 640),
        (b"data: xx\n", 60_000),
        (b"data: x\r\n\r\n", 40_000),
        (b": c\r", 60_000),
    ],
    ids=["bytes of a line", "blocks of a line", "lines of an event", "events", "comments"],
)
def test_time_is_linear(chunk: bytes, count: int) -> None:
    """Four times the input may take at most 2.2 times as long for each doubling."""

    def run(times: int) -> None:
        decoder = SSEDecoder(max_line=1 << 40, max_event=1 << 40)
        decoder.feed(b"data: ")
        for piece in repeat(chunk, times):
            decoder.feed(piece)

    ratios = (measure_time(lambda: run(4 * count)) / measure_time(lambda: run(count)) for _ in range(6))
    assert any(ratio < 2.2**2 for ratio in ratios)  # noise comes and goes, a square stays: it would be 16


def measure_memory(run: Callable[[], object]) -> int:
    """Return the bytes that were allocated at most."""
    tracemalloc.start()
    try:
        run()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("size", [2, 100, 65536])
def test_memory_of_a_line_is_that_of_its_bytes(size: int) -> None:
    """Small chunks must not be kept as objects, of which each would take fifty bytes for two."""
    total = 1 << 19

    def run() -> None:
        decoder = SSEDecoder()
        decoder.feed(b"data: ")
        for _ in range(total // size):
            decoder.feed(bytes(bytearray(size)))
        ((_, data),) = decoder.feed(b"\n\n")
        assert len(data) == total // size * size

    assert measure_memory(run) < 2.5 * total


def test_memory_of_an_event_is_that_of_its_bytes() -> None:
    def run() -> None:
        decoder = SSEDecoder()
        for _ in range(100):
            decoder.feed(b"data:xx\n" * 5000)
        ((_, data),) = decoder.feed(b"\n")
        assert len(data) == 3 * 500_000 - 1

    assert measure_memory(run) < 2.5 * 3 * 500_000 + 1_000_000


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
    assert decode_ended(*chunks) == decode_slowly(stream)


FRAMES = st.lists(
    st.tuples(
        st.sampled_from([b"", b"response.created", b"e:x", "é\u2028".encode()]),
        st.binary(max_size=20).map(lambda data: data.replace(b"\r", b"")),
    ),
    max_size=8,
)
ENDS = st.sampled_from([b"\n", b"\r", b"\r\n"])


@given(FRAMES, st.data(), st.lists(st.integers(1, 12), min_size=1, max_size=10))
def test_events_written_in_any_style_and_cut_anywhere_come_back(
    frames: list[Frame], data: st.DataObject, sizes: list[int]
) -> None:
    stream = b"\xef\xbb\xbf" if data.draw(st.booleans()) else b""
    for event, text in frames:
        fields = [(b"event", event), (b"id", b"7"), *((b"data", line) for line in text.split(b"\n"))]
        for name, value in fields:
            space = b" " if value.startswith(b" ") or data.draw(st.booleans()) else b""
            stream += name + b":" + space + value + data.draw(ENDS)
            if data.draw(st.booleans()):
                stream += b": a comment" + data.draw(ENDS)
        last = data.draw(ENDS)
        # A CR before a LF would be one line end, not two.
        stream += b"\r\n" if stream.endswith(b"\r") and last == b"\n" else last
    chunks: list[bytes] = []
    while stream:
        size = sizes[len(chunks) % len(sizes)]
        chunks.append(stream[:size])
        stream = stream[size:]
    assert decode(*chunks) == frames


def test_names_without_end_are_read_and_not_kept() -> None:
    decoder = SSEDecoder()
    decoder.feed(b": begin\n\n")
    names = [b"%d" % number * (1 + number % 50) for number in range(3 * MAX_NAMES)]
    for half in (names, names):
        chunk = b"".join(b"event: %s\ndata: x\n\n" % name for name in half)
        assert [name for name, _ in decoder.feed(chunk)] == half
    kept = decoder._names
    assert len(kept) == MAX_NAMES
    assert max(map(len, kept)) < MAX_NAME


def test_stream_as_a_whole_has_a_limit() -> None:
    decoder = SSEDecoder(max_stream=30)
    assert len(decoder.feed(b"data: 1\n\n") + decoder.feed(b": ping\n\n" * 2)) == 1
    with pytest.raises(SSELimitError, match="the stream is longer than 30 bytes"):
        decoder.feed(b"data: 2\n\n")
