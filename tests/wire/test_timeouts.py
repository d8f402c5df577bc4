"""Every limit of time, against a server that really keeps its caller waiting."""

from __future__ import annotations

import time
from typing import Any

import pytest

import any_llm
from any_llm import exceptions
from tests.support.wire_server import Reply, WireServer, read_recorded, sse

CREATED = sse({"type": "response.created", "response": {"id": "r", "status": "in_progress", "output": []}})
ERROR = sse({"type": "error", "code": "overloaded", "message": "busy", "param": None})
PINGS: list[bytes | float] = [b": ping\n\n", 0.05]
SLOW = 8.0
"""Seconds that the server is silent; a test that waits so long has failed."""


def stream_of(*chunks: bytes | float) -> Reply:
    return Reply(200, chunks, "text/event-stream")


def fail(server: WireServer, call: Any, error: type[Exception], words: str, **options: Any) -> Any:
    began = time.monotonic()
    with pytest.raises(error, match=words) as caught:
        call("llamacpp:m", "Hi", api_base=server.url, max_retries=0, **options)
    assert time.monotonic() - began < SLOW / 2
    server.wait_closed()
    return caught.value


@pytest.mark.parametrize("silence", [[SLOW], PINGS * 60], ids=["nothing", "keep-alives"])
def test_first_event_that_does_not_come(server: WireServer, call: Any, silence: list[bytes | float]) -> None:
    server.script(stream_of(*silence))
    limits = {"first_event": 0.3}
    fail(server, call, exceptions.StreamIdleTimeoutError, "first_event", stream=True, timeout=limits)


@pytest.mark.parametrize("silence", [[SLOW], PINGS * 60], ids=["nothing", "keep-alives"])
def test_silence_after_the_first_event_is_the_idle_limits(
    server: WireServer, call: Any, silence: list[bytes | float]
) -> None:
    server.script(stream_of(0.6, CREATED, *silence))
    options = {"timeout": {"first_event": 5}, "stream_idle_timeout": 0.3}
    error = fail(
        server, call, exceptions.StreamIdleTimeoutError, "stream_idle_timeout", stream=True, **options
    )
    assert error.partial.id == "r"


def test_stream_as_a_whole_has_its_limit(server: WireServer, call: Any) -> None:
    server.script(stream_of(*[chunk for _ in range(80) for chunk in (CREATED, 0.05)]))
    error = fail(server, call, exceptions.APITimeoutError, "did not end", stream=True, timeout={"total": 0.4})
    assert type(error) is exceptions.APITimeoutError
    assert error.partial.id == "r"


@pytest.mark.parametrize("timeout", [0.3, {"read": 0.3}, {"total": 0.3}])
def test_answer_that_does_not_begin(server: WireServer, call: Any, timeout: Any) -> None:
    server.script(Reply(200, [SLOW, b"{}"], headers={"x": "y"}))
    fail(server, call, exceptions.APITimeoutError, "within 0.3 s", timeout=timeout)


@pytest.mark.parametrize("timeout", [0.4, {"total": 0.4}])
def test_answer_that_trickles_ends_with_the_total(server: WireServer, call: Any, timeout: Any) -> None:
    body = read_recorded("text.json")
    pieces = [chunk for index in range(0, len(body), 10) for chunk in (body[index : index + 10], 0.05)]
    server.script(Reply(200, pieces))
    fail(server, call, exceptions.APITimeoutError, "within 0.4 s", timeout=timeout)


def test_error_event_without_an_end_is_not_waited_for_long(server: WireServer, call: Any) -> None:
    server.script(stream_of(CREATED, ERROR, SLOW))
    fail(server, call, exceptions.ResponseFailedError, "busy", stream=True, stream_idle_timeout=0.5)


def test_time_that_the_reader_takes_is_not_the_servers(server: WireServer) -> None:
    server.script(Reply(200, read_recorded("text.sse"), "text/event-stream"))
    with any_llm.responses(
        "llamacpp:m", "Hi", api_base=server.url, stream=True, stream_idle_timeout=0.2
    ) as stream:
        next(stream)
        time.sleep(0.5)
        assert stream.get_final_response().status == "completed"
