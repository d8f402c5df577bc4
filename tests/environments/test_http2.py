"""HTTP/2: parallel calls and a stream on one connection, and a clear word when `h2` is missing."""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import pytest
import trustme

from any_llm import AnyLLM, exceptions
from tests.environments.servers import build_answer, build_frames

h2_config = pytest.importorskip("h2.config")
h2_connection = pytest.importorskip("h2.connection")
h2_events = pytest.importorskip("h2.events")
h2_exceptions = pytest.importorskip("h2.exceptions")


class H2Server:
    """Answers each stream with its own question, last asked first answered."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self.accepted = 0
        self._context = context
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=100)
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self._listener.getsockname()[1]}/v1"

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self.accepted += 1
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, plain: socket.socket) -> None:
        # Threads that share a connection of httpcore 1.0 may open their streams out of order, which ends it; the call
        # is then made again.
        with (
            suppress(OSError, h2_exceptions.ProtocolError),
            plain,
            self._context.wrap_socket(plain, server_side=True) as client,
        ):
            speaker = h2_connection.H2Connection(h2_config.H2Configuration(client_side=False))
            speaker.initiate_connection()
            client.sendall(speaker.data_to_send())
            bodies: dict[int, bytes] = {}
            while data := client.recv(65536):
                for event in speaker.receive_data(data):
                    if isinstance(event, h2_events.DataReceived):
                        bodies[event.stream_id] = bodies.get(event.stream_id, b"") + event.data
                        speaker.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
                    elif isinstance(event, h2_events.StreamEnded):
                        self._answer(speaker, event.stream_id, json.loads(bodies.pop(event.stream_id)))
                client.sendall(speaker.data_to_send())

    @staticmethod
    def _answer(speaker: Any, number: int, asked: dict[str, Any]) -> None:
        kind = "text/event-stream" if asked.get("stream") else "application/json"
        speaker.send_headers(number, [(":status", "200"), ("content-type", kind)])
        text = asked["input"]
        frames = build_frames(text) if asked.get("stream") else [json.dumps(build_answer(text)).encode()]
        for frame in frames:
            speaker.send_data(number, frame)
        speaker.end_stream(number)


@pytest.fixture
def h2_server(authority: trustme.CA) -> Iterator[H2Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    context.set_alpn_protocols(["h2"])
    running = H2Server(context)
    yield running
    running.close()


@pytest.fixture
def client(h2_server: H2Server, authority: trustme.CA) -> Iterator[AnyLLM[Any]]:
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    with AnyLLM.create_openai_compatible("x", h2_server.url, http2=True, verify=trusting) as client:
        yield client


async def test_parallel_calls_and_streams_share_a_connection(
    h2_server: H2Server, client: AnyLLM[Any]
) -> None:
    async def read(number: int) -> str:
        stream = await client.aresponses("m", f"s{number}", stream=True)
        return "".join([delta async for delta in stream.text_deltas()])

    whole = [client.aresponses("m", f"{number}") for number in range(20)]
    answers = await asyncio.gather(*whole, *(read(number) for number in range(20)))
    assert [answer.output_text for answer in answers[:20]] == [str(number) for number in range(20)]
    assert answers[20:] == [f"s{number}" * 3 for number in range(20)]
    assert h2_server.accepted == 1
    await client.aclose()


def test_threads(h2_server: H2Server, client: AnyLLM[Any]) -> None:
    with ThreadPoolExecutor(8) as threads:
        answers = threads.map(lambda number: client.responses("m", f"{number}").output_text, range(40))
        assert list(answers) == [str(number) for number in range(40)]
    with client.responses("m", "s", stream=True) as stream:
        assert "".join(stream.text_deltas()) == "sss"


def test_missing_package_is_named(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "h2", None)
    settings = {"http2": True, "max_connections": 7}
    with pytest.raises(
        exceptions.InvalidRequestError, match=r"(?s)client_args.*'h2' package is not installed"
    ):
        call("llamacpp:m", "Hi", api_base="https://127.0.0.1:1/v1", client_args=settings)
