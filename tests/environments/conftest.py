"""Fixtures of the environments: a server that echoes, a private certificate authority."""

from __future__ import annotations

import ssl
from collections.abc import Iterator

import pytest
import trustme

from tests.environments.servers import EchoServer, serve_echo


@pytest.fixture
def echo_server() -> Iterator[EchoServer]:
    with serve_echo() as server:
        yield server


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="session")
def server_context(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", "localhost").configure_cert(context)
    return context


@pytest.fixture
def tls_server(server_context: ssl.SSLContext) -> Iterator[EchoServer]:
    with serve_echo(server_context) as server:
        yield server
