"""A loopback HTTP server that sends exactly the bytes that a test scripts, and records what it was sent."""

from __future__ import annotations

import json
import select
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

RECORDED = Path(__file__).parent.parent / "wire" / "recorded"


@dataclass(frozen=True)
class Reply:
    """One scripted answer: chunks are written one by one; a float is a pause; `cut` ends without the last chunk."""

    status: int = 200
    body: bytes | Sequence[bytes | float] = b""
    content_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False
    hang_up: bool = False
    raw: Sequence[bytes | float] | None = None
    """Bytes to send in place of an HTTP reply, exactly these; the connection is closed after them."""


@dataclass(frozen=True)
class Recorded:
    """One request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class WireServer:
    """Answers connections from a script, one reply a request; the last reply repeats."""

    def __init__(self) -> None:
        self.requests: list[Recorded] = []
        self.open_sockets = 0
        self._script: list[Reply] = []
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}/v1"

    def script(self, *replies: Reply) -> None:
        self._script = list(replies)
        self.requests.clear()

    def wait_closed(self, seconds: float = 5.0) -> None:
        """Wait until no connection is open; fail if one stays."""
        end = time.monotonic() + seconds
        while self.open_sockets and time.monotonic() < end:
            time.sleep(0.005)
        assert self.open_sockets == 0, f"{self.open_sockets} sockets left open"

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            connection.setsockopt(
                socket.IPPROTO_TCP, socket.TCP_NODELAY, 1
            )  # else a chunk waits 40 ms for an ACK
            with self._lock:
                self.open_sockets += 1
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            with connection, connection.makefile("rb") as reader:
                while self._answer(connection, reader):
                    pass
        except OSError:
            pass
        finally:
            with self._lock:
                self.open_sockets -= 1

    @staticmethod
    def _pause(connection: socket.socket, seconds: float) -> bool:
        """Wait; False as soon as the other side has closed the connection."""
        readable, _, _ = select.select([connection], [], [], seconds)
        return not readable or connection.recv(1, socket.MSG_PEEK) != b""

    def _answer(self, connection: socket.socket, reader: Any) -> bool:
        line = reader.readline()
        if not line:
            return False
        method, path, _ = line.decode().split(" ", 2)
        headers: dict[str, str] = {}
        while line := reader.readline().strip():
            name, _, value = line.decode().partition(":")
            headers[name.lower()] = value.strip()
        body = reader.read(int(headers.get("content-length", 0)))
        with self._lock:
            self.requests.append(Recorded(method, path, headers, body))
            reply = self._script.pop(0) if len(self._script) > 1 else self._script[0]
        if reply.hang_up:
            return False
        if reply.raw is not None:
            for chunk in reply.raw:
                if isinstance(chunk, bytes):
                    connection.sendall(chunk)
                elif not self._pause(connection, chunk):
                    break
            return False
        chunks: Sequence[bytes | float] = [reply.body] if isinstance(reply.body, bytes) else reply.body
        head = {"content-type": reply.content_type, "transfer-encoding": "chunked", **reply.headers}
        lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
        connection.sendall(f"HTTP/1.1 {reply.status} Scripted\r\n{lines}\r\n".encode())
        for chunk in chunks:
            if isinstance(chunk, float):
                if not self._pause(connection, chunk):
                    return False
            elif chunk:
                connection.sendall(b"%x\r\n%s\r\n" % (len(chunk), chunk))
        if reply.cut:
            return False
        connection.sendall(b"0\r\n\r\n")
        return True


@contextmanager
def serve() -> Iterator[WireServer]:
    server = WireServer()
    try:
        yield server
    finally:
        server.close()


def read_recorded(name: str) -> bytes:
    return (RECORDED / name).read_bytes()


def json_reply(name: str, status: int = 200, **headers: str) -> Reply:
    return Reply(status, read_recorded(name), headers=headers)


def stream_reply(name: str, **headers: str) -> Reply:
    """A recorded stream, one write per event."""
    frames = [frame + b"\n\n" for frame in read_recorded(name).split(b"\n\n") if frame]
    return Reply(200, frames, "text/event-stream", headers)


def sse(*events: dict[str, Any]) -> bytes:
    """Encode events as a stream, each under its own name."""
    return b"".join(f"event: {e['type']}\ndata: {json.dumps(e)}\n\n".encode() for e in events)
