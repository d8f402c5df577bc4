"""What a server can send without measure, and the memory that a call takes for it, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, repeat
from typing import Any

from tests.safety.raw_server import bomb, head, serve_raw

EVENTS = "text/event-stream"
ENDLESS = b"x" * 65536
PIECES = 40_000
"""Of 64 KB each: 2.5 GB, ten times the largest limit."""

Pieces = Callable[[], Iterable[bytes | float]]
UNMEASURED: tuple[tuple[str, Pieces, dict[str, Any]], ...] = (
    ("2.5 GB of a body", lambda: chain([head()], repeat(ENDLESS, PIECES)), {}),
    ("2.5 GB of an error's body", lambda: chain([head(429)], repeat(ENDLESS, PIECES)), {}),
    (
        "10 GB of a body, compressed to 10 MB",
        lambda: chain([head(content_encoding="gzip")], bomb(10_000)),
        {},
    ),
    (
        "2.5 GB of one line of a stream",
        lambda: chain([head(200, EVENTS), b"data: "], repeat(ENDLESS, PIECES)),
        {"stream": True},
    ),
    (
        "2.5 GB of one event of a stream",
        lambda: chain([head(200, EVENTS)], repeat(b"data: " + b"x" * 4090 + b"\n", 600_000)),
        {"stream": True},
    ),
    (
        "comments for ever",
        lambda: chain([head(200, EVENTS)], repeat(b": ping\n" * 9000, 10**6)),
        {"stream": True, "stream_idle_timeout": 0.5},
    ),
    (
        "JSON 100 000 deep",
        lambda: [head(), b'{"output": [], "x":' + b"[" * 100_000 + b"]" * 100_000 + b"}"],
        {},
    ),
    ("64 MB of headers", lambda: chain([b"HTTP/1.1 200 OK\r\nx: "], repeat(ENDLESS, 1000)), {}),
)


def measure_bounds() -> Iterator[tuple[str, str, float]]:
    """Yield what was sent, the outcome, and by how many MB the peak of memory rose during the call."""
    command = [sys.executable, "-m", "tests.safety.bounded_call"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for name, pieces, options in UNMEASURED:
            with serve_raw(pieces()) as server:
                process.stdin.write(json.dumps({"api_base": server.url, "is_async": False, **options}) + "\n")
                process.stdin.flush()
                outcome = json.loads(process.stdout.readline())
            yield name, outcome["class"] or "the response", outcome["grown"]
        process.stdin.close()
