"""Whatever a server sends, a call ends in a clear error, and the memory that it took stays under a stated bound.

The limits, and where they stand:

* 256 MiB of a body that is read whole: `MAX_BODY` in `_transport/http.py`
* 1 MiB of the body of an error: `MAX_ERROR_BODY` in `_transport/http.py`
* 1 MiB of what is decompressed at once, gzip and deflate only: `PIECE` in `_transport/inflate.py`
* 64 MiB of a line and of an event of a stream: `MAX_LINE` and `MAX_EVENT` in `_core/sse.py`
* 100 KiB of headers, of a chunk's size line and of trailers: h11, as httpcore sets it up
* 200 levels of JSON: jiter, inside pydantic

Each call is made in a process of its own; `grown` is how much its peak of resident memory rose during the call.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, repeat
from typing import Any

import pytest

from tests.safety.raw_server import MEGABYTE, bomb, head, serve_raw

MAX_BODY_MB = 256
MAX_EVENT_MB = 64
SLACK_MB = 64
"""What a call may take beyond the limit that stopped it."""

EVENTS = "text/event-stream"
HUGE = repeat(b"x" * 65536, 40_000)
"""2.5 GB, ten times the largest limit: for the client it has no end."""


Measure = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def caller() -> Iterator[subprocess.Popen[str]]:
    """A process that forks a child for each call."""
    command = [sys.executable, "-m", "tests.safety.bounded_call"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


@pytest.fixture
def measure(caller: subprocess.Popen[str]) -> Measure:
    """Serve pieces to one call; return its error, how much its memory grew (MB) and how long it took."""

    def run(*pieces: Iterable[bytes | float], is_async: bool = False, **options: Any) -> dict[str, Any]:
        assert caller.stdin is not None
        assert caller.stdout is not None
        with serve_raw(*pieces) as server:
            asked = {"api_base": server.url, "is_async": is_async, **options}
            caller.stdin.write(json.dumps(asked) + "\n")
            caller.stdin.flush()
            outcome: dict[str, Any] = json.loads(caller.stdout.readline())
            assert server.is_closed.wait(10), "the connection stayed open"
        print(outcome)
        return outcome

    return run


def chunked(pieces: Iterable[bytes]) -> Iterable[bytes]:
    return (b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)


BOTH = pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])


@BOTH
def test_gzip_bomb_as_a_body(measure: Measure, is_async: bool) -> None:
    """10 MB that stand for 10 GB."""
    outcome = measure([head(content_encoding="gzip")], bomb(10_000), is_async=is_async)
    assert outcome["class"] == "ProviderError"
    assert "larger than the size limit" in outcome["message"]
    assert outcome["grown"] < MAX_BODY_MB + SLACK_MB


@BOTH
def test_gzip_bomb_as_an_error(measure: Measure, is_async: bool) -> None:
    outcome = measure([head(500, content_encoding="gzip")], bomb(10_000), is_async=is_async)
    assert outcome["class"] == "ProviderError"
    assert "HTTP 500" in outcome["message"]
    assert outcome["grown"] < SLACK_MB


@BOTH
def test_gzip_bomb_as_a_stream(measure: Measure, is_async: bool) -> None:
    outcome = measure(
        [head(200, EVENTS, content_encoding="gzip")], bomb(10_000), stream=True, is_async=is_async
    )
    assert outcome["class"] == "StreamTruncatedError"
    assert "a line is longer than 67108864 bytes" in outcome["message"]
    assert outcome["grown"] < MAX_EVENT_MB + SLACK_MB


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "compress"])
def test_encoding_that_has_no_bound_is_refused(measure: Measure, encoding: str) -> None:
    outcome = measure([head(content_encoding=encoding), b"x" * 1000])
    assert outcome["class"] == "APIConnectionError"
    assert "the body is compressed with" in outcome["message"]


@BOTH
def test_endless_line(measure: Measure, is_async: bool) -> None:
    outcome = measure([head(200, EVENTS), b"data: "], HUGE, stream=True, is_async=is_async)
    assert outcome["class"] == "StreamTruncatedError"
    assert "a line is longer than 67108864 bytes" in outcome["message"]
    assert outcome["grown"] < MAX_EVENT_MB + SLACK_MB


@pytest.mark.parametrize(
    ("line", "limit"),
    [
        (b"data: " + b"x" * 4090 + b"\n", "is longer than 67108864 bytes"),
        (b"data:xy\n", "has more than 1000000 lines"),
        (b"data\n", "has more than 1000000 lines"),
    ],
    ids=["long", "short", "empty"],
)
def test_endless_event_of_many_lines(measure: Measure, line: bytes, limit: str) -> None:
    """Short lines must not cost more than long ones: an object for each would be forty bytes for two."""
    lines = repeat(line * (65536 // len(line)), 40_000)
    outcome = measure([head(200, EVENTS)], lines, stream=True)
    assert outcome["class"] == "StreamTruncatedError"
    assert f"an event {limit}" in outcome["message"]
    assert outcome["grown"] < MAX_EVENT_MB + SLACK_MB


def test_endless_comments_end_in_the_idle_timeout(measure: Measure) -> None:
    outcome = measure(
        [head(200, EVENTS)], repeat(b": ping\n" * 9000, 10**6), stream=True, stream_idle_timeout=0.5
    )
    assert outcome["class"] == "StreamIdleTimeoutError"
    assert "raise stream_idle_timeout" in outcome["message"]
    assert outcome["grown"] < SLACK_MB


@pytest.mark.parametrize(("opening", "end"), [(b"[", b"]"), (b'{"a":', b"}")], ids=["arrays", "objects"])
@pytest.mark.parametrize("depth", [199, 250, 100_000])
def test_deep_body(measure: Measure, depth: int, opening: bytes, end: bytes) -> None:
    body = b'{"output": [], "x":' + opening * depth + (b"1" if opening != b"[" else b"") + end * depth + b"}"
    outcome = measure([head(), body])
    assert outcome["grown"] < SLACK_MB
    if depth < 200:
        assert outcome["class"] == ""
    else:
        assert outcome["class"] == "ProviderError"
        assert "expected a JSON object" in outcome["message"]
        assert "recursion limit exceeded" in outcome["message"]


@pytest.mark.parametrize("depth", [200, 100_000])
def test_deep_error_body(measure: Measure, depth: int) -> None:
    outcome = measure([head(500), b'{"error":' * depth + b"1" + b"}" * depth])
    assert outcome["class"] == "ProviderError"
    assert "HTTP 500" in outcome["message"]
    assert outcome["grown"] < SLACK_MB


@pytest.mark.parametrize("depth", [200, 100_000])
def test_deep_event(measure: Measure, depth: int) -> None:
    event = b"event: response.created\ndata: " + b'{"response":' * depth + b"1" + b"}" * depth + b"\n\n"
    outcome = measure([head(200, EVENTS), event], stream=True)
    assert outcome["class"] == "StreamTruncatedError"
    assert "ended without response.completed" in outcome["message"]
    assert outcome["grown"] < SLACK_MB


def test_two_gigabytes_declared_and_sent(measure: Measure) -> None:
    outcome = measure([head(content_length=str(2 * 1024**3))], HUGE)
    assert outcome["class"] == "ProviderError"
    assert "larger than the size limit" in outcome["message"]
    assert outcome["grown"] < MAX_BODY_MB + SLACK_MB


@BOTH
def test_two_gigabytes_declared_and_trickled(measure: Measure, is_async: bool) -> None:
    trickle = chain.from_iterable(repeat((b"x", 0.05), 10**6))
    outcome = measure([head(content_length=str(2 * 1024**3))], trickle, timeout=0.5, is_async=is_async)
    assert outcome["class"] == "APITimeoutError"
    assert "within 0.5 s" in outcome["message"]
    assert outcome["grown"] < SLACK_MB


def test_number_of_a_million_digits_in_a_body(measure: Measure) -> None:
    outcome = measure([head(), b'{"output": [], "temperature": ' + b"7" * MEGABYTE + b"}"])
    assert outcome["class"] == "ProviderError"
    assert "number out of range" in outcome["message"]
    assert outcome["seconds"] < 10
    assert outcome["grown"] < SLACK_MB


def test_number_of_a_million_digits_in_an_error(measure: Measure) -> None:
    outcome = measure([head(400), b'{"error": {"message": "no", "code": ' + b"7" * (MEGABYTE // 2) + b"}}"])
    assert outcome["class"] == "InvalidRequestError"
    assert outcome["message"] == "no [llamacpp, HTTP 400]"
    assert outcome["seconds"] < 10


def test_number_of_a_million_digits_in_an_event(measure: Measure) -> None:
    event = b'event: response.created\ndata: {"sequence_number": ' + b"7" * MEGABYTE + b"}\n\n"
    outcome = measure([head(200, EVENTS), event], stream=True)
    assert outcome["class"] == "StreamTruncatedError"
    assert outcome["seconds"] < 10


def test_million_keys(measure: Measure) -> None:
    """A Python dict of a million strings takes 150 MB: fifteen times the 10 MB that were sent."""
    keys = b",".join(b'"k%d":1' % number for number in range(10**6))
    outcome = measure([head(), b'{"output": [],' + keys + b"}"])
    assert outcome["class"] == ""
    assert outcome["grown"] < 300
    assert outcome["seconds"] < 20


@pytest.mark.parametrize(
    "pieces",
    [
        [b"HTTP/1.1 200 OK\r\nx: " + b"a" * 10**6],
        [b"HTTP/1.1 200 OK\r\n" + b"x: a\r\n" * 10**6],
        [b"HTTP/1.1 200 " + b"a" * 10**6],
    ],
    ids=["one", "many", "reason"],
)
def test_huge_headers(measure: Measure, pieces: list[bytes]) -> None:
    outcome = measure(chain(pieces, repeat(b"a" * 65536, 1000)))
    assert outcome["class"] == "APIConnectionError"
    assert "the server broke the rules of HTTP" in outcome["message"]
    assert outcome["grown"] < SLACK_MB


@BOTH
def test_endless_error_body(measure: Measure, is_async: bool) -> None:
    outcome = measure([head(429)], HUGE, is_async=is_async)
    assert outcome["class"] == "RateLimitError"
    assert outcome["grown"] < SLACK_MB


def test_endless_chunk_extension(measure: Measure) -> None:
    outcome = measure([head(transfer_encoding="chunked"), b"5;a="], repeat(b"x" * 65536, 1000))
    assert outcome["class"] == "APIConnectionError"
    assert "the server broke the rules of HTTP" in outcome["message"]
    assert outcome["grown"] < SLACK_MB


def test_endless_trailers(measure: Measure) -> None:
    outcome = measure(
        [head(transfer_encoding="chunked"), b"2\r\n{}\r\n0\r\n"],
        repeat(b"x: " + b"y" * 65536 + b"\r\n", 1000),
    )
    assert outcome["class"] == "APIConnectionError"
    assert outcome["grown"] < SLACK_MB


def test_chunks_of_one_byte(measure: Measure) -> None:
    """The costliest framing of an endless body: six bytes sent for one that counts."""
    body = chunked(repeat(b" ", 10**6))
    outcome = measure([head(transfer_encoding="chunked")], body, timeout=2)
    assert outcome["class"] in ("APITimeoutError", "APIConnectionError")
    assert outcome["grown"] < SLACK_MB + 64
