"""A loopback server that sends raw bytes for as long as they are read: bombs, endless lines, broken framing."""

from __future__ import annotations

import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, repeat
from types import TracebackType

Script = Callable[[], Iterable[bytes | float]]
"""Makes the pieces of one answer, head included; a float is a pause in seconds."""
MEGABYTE = 1024 * 1024


class RawServer:
    """Answers every connection with the same script, and knows what was sent and whether the other side hung up."""

    def __init__(self, script: Script) -> None:
        self.sent = 0
        self.connections = 0
        self.is_closed = threading.Event()
        self._script = script
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}/v1"

    def __enter__(self) -> RawServer:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            read_request(connection)
            try:
                for piece in self._script():
                    if isinstance(piece, float):
                        time.sleep(piece)
                    else:
                        connection.sendall(piece)
                        self.sent += len(piece)
                connection.shutdown(socket.SHUT_WR)
                connection.settimeout(20)
                if connection.recv(1) == b"":
                    self.is_closed.set()
            except OSError:
                self.is_closed.set()


def read_request(connection: socket.socket) -> bytes:
    """Read one request and return it; its length is declared."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += connection.recv(65536)
    head, _, body = data.partition(b"\r\n\r\n")
    sizes = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    size = int(sizes[0].partition(b":")[2]) if sizes else 0
    while len(body) < size:
        body += connection.recv(65536)
    return data


def head(status: int = 200, content_type: str = "application/json", **headers: str) -> bytes:
    """Return the head of an answer whose body ends with the connection, unless the headers say how long it is."""
    lines = {"content-type": content_type, **{name.replace("_", "-"): text for name, text in headers.items()}}
    text = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status} Scripted\r\n{text}\r\n".encode()


def bomb(times: int, content: bytes = b"\0" * MEGABYTE) -> Iterator[bytes]:
    """Yield gzip that stands for `times` times the content, without compressing it more than once.

    A full flush forgets what came before, so that the same bytes can follow again and again.
    """
    press = zlib.compressobj(9, wbits=31)
    start = press.compress(b"") + press.flush(zlib.Z_SYNC_FLUSH)
    press = zlib.compressobj(9, wbits=-15)
    block = press.compress(content) + press.flush(zlib.Z_FULL_FLUSH)
    return chain([start], repeat(block, times))


@contextmanager
def serve_raw(*pieces: Iterable[bytes | float]) -> Iterator[RawServer]:
    """Serve one answer: the pieces one after another. Iterators serve one connection only."""
    with RawServer(lambda: chain(*pieces)) as server:
        yield server
