"""Loopback servers that answer each call with its own question, so that mixed-up answers show."""

from __future__ import annotations

import json
import os
import select
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.support.wire_server import sse

RESPONSE: dict[str, Any] = {"id": "resp_1", "object": "response", "created_at": 1, "model": "m"}


def build_answer(text: str) -> dict[str, Any]:
    content = {"type": "output_text", "text": text, "annotations": [], "logprobs": []}
    message = {
        "type": "message",
        "id": "msg_1",
        "status": "completed",
        "role": "assistant",
        "content": [content],
    }
    return {**RESPONSE, "status": "completed", "output": [message]}


def build_frames(text: str, pieces: int = 3) -> list[bytes]:
    """A stream that says the text so many times, one frame a piece."""
    place = {"item_id": "msg_1", "output_index": 0, "content_index": 0, "logprobs": []}
    deltas = [{"type": "response.output_text.delta", "delta": text, **place} for _ in range(pieces)]
    events: list[dict[str, Any]] = [
        {"type": "response.created", "response": {**RESPONSE, "status": "in_progress", "output": []}},
        *deltas,
        {"type": "response.completed", "response": build_answer(text * pieces)},
    ]
    return [sse({"sequence_number": number, **event}) for number, event in enumerate(events)]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: EchoServer
    question: str

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        if len(body) < int(self.headers["content-length"]):
            self.close_connection = True
            return
        asked = json.loads(body)
        self.question = asked["input"]
        with self.server.counting:
            self.server.seen.append((self.path, dict(self.headers), self.question))
        self.server.answer(self, bool(asked.get("stream")))

    def send_body(self, body: bytes, content_type: str = "application/json", **headers: str) -> None:
        self.send_head(content_type, content_length=str(len(body)), **headers)
        self.wfile.write(body)

    def send_head(self, content_type: str, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        self.send_header("content-type", content_type)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def send_chunk(self, chunk: bytes) -> None:
        self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))

    def wait(self, seconds: float) -> None:
        """Wait, and no longer than the other side stays."""
        readable, _, _ = select.select([self.connection], [], [], seconds)
        if readable and not isinstance(self.connection, ssl.SSLSocket):
            self.close_connection = not self.connection.recv(1, socket.MSG_PEEK)

    def log_message(self, *_: Any) -> None:
        pass


def echo(handler: Handler, is_stream: bool) -> None:
    """Answer at once."""
    echo_after(0)(handler, is_stream)


def echo_after(seconds: float) -> Callable[[Handler, bool], None]:
    """Answer after a pause; in a stream the pause is after the second frame."""

    def answer(handler: Handler, is_stream: bool) -> None:
        if not is_stream:
            if seconds:
                handler.wait(seconds)
            return handler.send_body(json.dumps(build_answer(handler.question)).encode())
        handler.send_head("text/event-stream", transfer_encoding="chunked")
        for number, frame in enumerate(build_frames(handler.question)):
            if seconds and number == 2:
                handler.wait(seconds)
            handler.send_chunk(frame)
        return handler.send_chunk(b"")

    return answer


class EchoServer(ThreadingHTTPServer):
    request_queue_size = 512
    daemon_threads = True
    block_on_close = False

    def __init__(self, tls: ssl.SSLContext | None = None, handler: type[Handler] = Handler) -> None:
        super().__init__(("127.0.0.1", 0), handler)
        self.answer: Callable[[Handler, bool], None] = echo
        self.seen: list[tuple[str, dict[str, str], str]] = []
        self.open = self.most_open = self.accepted = 0
        self.counting = threading.Lock()
        self._tls = tls

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.server_address[1]}/v1"

    def finish_request(self, request: Any, address: Any) -> None:
        if self._tls is None:
            self.RequestHandlerClass(request, address, self)
        else:
            with self._tls.wrap_socket(request, server_side=True) as secured:
                self.RequestHandlerClass(secured, address, self)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        with self.counting:
            self.open += 1
            self.accepted += 1
            self.most_open = max(self.most_open, self.open)
        try:
            with suppress(OSError):
                self.finish_request(request, client_address)
        finally:
            with suppress(OSError):
                request.close()
            with self.counting:
                self.open -= 1

    def wait_open(self, most: int, seconds: float = 5) -> None:
        """Wait until no more than so many connections are open."""
        end = time.monotonic() + seconds
        while self.open > most and time.monotonic() < end:
            time.sleep(0.005)
        assert self.open <= most, f"{self.open} connections are open"


@contextmanager
def serve_echo(tls: ssl.SSLContext | None = None, handler: type[Handler] = Handler) -> Iterator[EchoServer]:
    server = EchoServer(tls, handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def run_script(script: Path, text: str, *arguments: str) -> str:
    """Run a program in an interpreter where any warning is an error and shows; return what it says."""
    import subprocess
    import sys

    script.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "error", str(script), *arguments],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return done.stdout


skip_without_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
