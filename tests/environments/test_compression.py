"""Compressed replies: bodies, errors, and streams whose events arrive one by one."""

from __future__ import annotations

import gzip
import json
import zlib
from typing import Any

import pytest

import any_llm
from any_llm import exceptions
from tests.environments.servers import EchoServer, Handler, build_answer, build_frames


class Gzip:
    def __init__(self) -> None:
        self._maker = zlib.compressobj(wbits=31)

    def add(self, data: bytes) -> bytes:
        return self._maker.compress(data) + self._maker.flush(zlib.Z_SYNC_FLUSH)

    def end(self) -> bytes:
        return self._maker.flush()


class Deflate(Gzip):
    def __init__(self) -> None:
        self._maker = zlib.compressobj()


MAKERS: dict[str, Any] = {"gzip": Gzip, "deflate": Deflate}
each_coding = pytest.mark.parametrize("coding", sorted(MAKERS))


@each_coding
def test_body(echo_server: EchoServer, call: Any, coding: str) -> None:
    maker = MAKERS[coding]()

    def answer(handler: Handler, is_stream: bool) -> None:
        assert coding in handler.headers["accept-encoding"]
        body = maker.add(json.dumps(build_answer("Hi")).encode()) + maker.end()
        handler.send_body(body, content_encoding=coding)

    echo_server.answer = answer
    assert call("llamacpp:m", "Hi", api_base=echo_server.url).output_text == "Hi"


@each_coding
def test_error_body(echo_server: EchoServer, call: Any, coding: str) -> None:
    maker = MAKERS[coding]()

    def answer(handler: Handler, is_stream: bool) -> None:
        body = maker.add(b'{"error":{"message":"no such thing","code":"bad"}}') + maker.end()
        handler.send_head("application/json", 400, content_encoding=coding, content_length=str(len(body)))
        handler.wfile.write(body)

    echo_server.answer = answer
    with pytest.raises(exceptions.InvalidRequestError, match="no such thing"):
        call("llamacpp:m", "Hi", api_base=echo_server.url)


@each_coding
@pytest.mark.parametrize("colour", ["sync", "async"])
async def test_stream_arrives_event_by_event(echo_server: EchoServer, colour: str, coding: str) -> None:
    maker = MAKERS[coding]()

    def answer(handler: Handler, is_stream: bool) -> None:
        handler.send_head("text/event-stream", transfer_encoding="chunked", content_encoding=coding)
        *first, last = build_frames("Hi")
        for frame in first:
            handler.send_chunk(maker.add(frame))
        handler.wait(20)  # a delta that waited for the end would wait this long
        handler.send_chunk(maker.add(last) + maker.end())

    echo_server.answer = answer
    if colour == "sync":
        with any_llm.responses("llamacpp:m", "Hi", api_base=echo_server.url, stream=True) as plain:
            deltas = [next(plain).type for _ in range(4)]
    else:
        stream = await any_llm.aresponses("llamacpp:m", "Hi", api_base=echo_server.url, stream=True)
        async with stream:
            deltas = [(await anext(stream)).type for _ in range(4)]
    assert deltas == ["response.created"] + ["response.output_text.delta"] * 3


@pytest.mark.parametrize("body", [b"not gzip", gzip.compress(b'{"id":1}' * 100)[:40]], ids=["no gzip", "cut"])
def test_broken_coding_is_one_of_our_errors(echo_server: EchoServer, call: Any, body: bytes) -> None:
    echo_server.answer = lambda handler, _: handler.send_body(body, content_encoding="gzip")
    with pytest.raises(exceptions.AnyLLMError):
        call("llamacpp:m", "Hi", api_base=echo_server.url, max_retries=0)
