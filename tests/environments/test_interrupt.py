"""Ctrl-C in a sync call or stream closes the socket, and nothing turns it into another error."""

from __future__ import annotations

import signal
import threading

import pytest

from any_llm import AnyLLM
from tests.environments.servers import EchoServer, echo_after


@pytest.fixture
def interrupt() -> None:
    """Send Ctrl-C to this process in a moment."""
    threading.Timer(
        0.2, lambda: signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
    ).start()


needs_main_thread = pytest.mark.skipif(
    threading.current_thread() is not threading.main_thread() or not hasattr(signal, "pthread_kill"),
    reason="only the main thread is interrupted",
)


@needs_main_thread
@pytest.mark.parametrize("is_stream", [False, True])
def test_interrupt_closes_the_socket(echo_server: EchoServer, is_stream: bool, interrupt: None) -> None:
    echo_server.answer = echo_after(20)
    client = AnyLLM.create_openai_compatible("x", echo_server.url)

    def call() -> None:
        for _ in client.responses("m", "Hi", stream=is_stream) or ():
            pass

    with pytest.raises(KeyboardInterrupt):
        call()
    echo_server.wait_open(0)
    echo_server.answer = echo_after(0)
    assert client.responses("m", "again").output_text == "again"
    client.close()


def test_error_of_the_reader_in_a_stream_closes_the_socket(echo_server: EchoServer) -> None:
    echo_server.answer = echo_after(20)
    client = AnyLLM.create_openai_compatible("x", echo_server.url)

    def read() -> None:
        with client.responses("m", "Hi", stream=True) as stream:
            for _ in stream:
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read()
    echo_server.wait_open(0)
    client.close()
