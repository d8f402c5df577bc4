"""Proxies: by client_args and by the environment, for plain and for TLS addresses."""

from __future__ import annotations

import select
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
import trustme

from tests.environments.servers import EchoServer


class Proxy:
    """Passes everything on, and records the first line that each client says."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.heads: list[bytes] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with suppress(OSError), client:
            head = b""
            while b"\r\n\r\n" not in head:
                head += client.recv(65536)
            line = head.split(b"\r\n")[0].decode()
            self.lines.append(line)
            self.heads.append(head)
            method, target, _ = line.split()
            host = target if method == "CONNECT" else target.split("/")[2]
            name, _, port = host.partition(":")
            with socket.create_connection((name, int(port))) as server:
                if method == "CONNECT":
                    client.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
                else:
                    server.sendall(head)
                while True:
                    for side in select.select([client, server], [], [])[0]:
                        data = side.recv(65536)
                        if not data:
                            return
                        (server if side is client else client).sendall(data)


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    running = Proxy()
    yield running
    running.close()


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def test_proxy_by_setting(echo_server: EchoServer, proxy: Proxy, call: Any) -> None:
    options = {"api_base": echo_server.url, "client_args": {"proxy": proxy.url}}
    assert call("llamacpp:m", "Hi", **options).output_text == "Hi"
    assert call("llamacpp:m", "Hi", stream=True, **options)[0].output_text == "HiHiHi"
    assert set(proxy.lines) == {f"POST {echo_server.url}/responses HTTP/1.1"}


def test_tls_goes_through_a_tunnel(
    tls_server: EchoServer, authority: trustme.CA, proxy: Proxy, call: Any
) -> None:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    settings = {"proxy": proxy.url.replace("//", "//user:word@"), "verify": context}
    options = {"api_base": tls_server.url, "client_args": settings, "api_key": "secret-key"}
    assert call("openai:m", "Hi", **options).output_text == "Hi"
    assert proxy.lines == [f"CONNECT 127.0.0.1:{tls_server.server_address[1]} HTTP/1.1"]
    assert b"proxy-authorization: basic dxnlcjp3b3jk" in proxy.heads[0].lower()
    assert b"secret-key" not in proxy.heads[0]
    assert "proxy-authorization" not in {name.lower() for name in tls_server.seen[0][1]}


@pytest.mark.parametrize("is_excepted", [False, True])
def test_proxy_by_environment(
    echo_server: EchoServer, proxy: Proxy, call: Any, monkeypatch: pytest.MonkeyPatch, is_excepted: bool
) -> None:
    monkeypatch.setenv("HTTP_PROXY", proxy.url)
    if is_excepted:
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    # Limits of their own give the calls a pool that has not read the environment yet.
    settings = {"max_connections": 11 + is_excepted, "timeout": 5.0, "verify": ssl.create_default_context()}
    options = {"api_base": echo_server.url, "client_args": settings}
    assert call("llamacpp:m", "Hi", **options).output_text == "Hi"
    assert len(proxy.lines) == (0 if is_excepted else 1)


def test_proxy_that_is_not_there_is_a_connection_error(echo_server: EchoServer, call: Any) -> None:
    from any_llm import exceptions

    settings = {"proxy": "http://127.0.0.1:9"}
    with pytest.raises(exceptions.APIConnectionError, match="could not connect"):
        call("llamacpp:m", "Hi", api_base=echo_server.url, client_args=settings, max_retries=0)
    assert not echo_server.seen
