"""A replay server in a process of its own: the path of a request in, prebuilt bytes out. Nothing of HTTP but that.

`POST /<payload>/responses`, with one of these payloads (N is a number of events):

    small                1 KB of JSON
    large                1 MB of JSON
    slow-N               the small reply after N milliseconds
    stream-N             an event stream in pieces of 16 KiB, cut anywhere, as a proxy sends it
    stream-N-single      one HTTP chunk and one TCP write for each event, as fast as the loop can
    stream-N-paced       the same, one event every millisecond, so that each reaches the client alone
"""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from benchmarks.frames import build_stream
from benchmarks.payloads import build_large, build_small

ROOT = Path(__file__).parents[1]
PIECE = 16_384
PACE = 0.001
JSON_HEAD = (
    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-request-id: req_1\r\ncontent-length: %d\r\n\r\n"
)
STREAM_HEAD = (
    b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\nx-request-id: req_1\r\n"
    b"transfer-encoding: chunked\r\n\r\n"
)
NOT_FOUND = b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n"


@contextmanager
def start_server() -> Iterator[str]:
    """Run the server in a child process and yield its address, as in `http://127.0.0.1:4711`."""
    command = [sys.executable, "-m", "benchmarks.server"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


async def serve() -> None:
    """Listen on a free port, print the address, and answer until standard input ends."""
    server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=2048)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    async with server:
        await asyncio.to_thread(sys.stdin.read)


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer the requests of one connection, one after the other."""
    writer.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            await reader.readexactly(_find_length(head))
            path = head.split(b" ", 2)[1].decode()
            async for piece in read_reply(path.strip("/").removesuffix("/responses").rpartition("/")[2]):
                writer.write(piece)
                await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass  # the client has what it wanted
    finally:
        writer.close()


async def read_reply(payload: str) -> AsyncIterator[bytes]:
    """Yield the writes that make up a reply, head included."""
    kind, _, rest = payload.partition("-")
    number, _, manner = rest.partition("-")
    if kind == "slow":
        await asyncio.sleep(int(number) / 1000)
    if kind != "stream":
        yield build_reply("small" if kind == "slow" else kind)
        return
    for write in build_writes(int(number), is_single=bool(manner)):
        yield write
        if manner:
            await asyncio.sleep(PACE if manner == "paced" else 0)


@cache
def build_reply(kind: str) -> bytes:
    """Return a whole JSON reply."""
    builders = {"small": build_small, "large": build_large}
    if kind not in builders:
        return NOT_FOUND
    body = builders[kind]()
    return JSON_HEAD % len(body) + body


@cache
def build_writes(events: int, *, is_single: bool) -> tuple[bytes, ...]:
    """Return a stream as the server writes it: HTTP chunks of one event each, or of many."""
    frames = build_stream(events)
    if not is_single:
        whole = b"".join(frames)
        frames = [whole[start : start + PIECE] for start in range(0, len(whole), PIECE)]
    return (STREAM_HEAD, *(b"%x\r\n%b\r\n" % (len(frame), frame) for frame in frames), b"0\r\n\r\n")


def _find_length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    return 0


if __name__ == "__main__":
    asyncio.run(serve())
