"""The faults as data: what the server does, and the outcome of a call, of a stream, or of both."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from tests.support.wire_server import Reply, read_recorded, sse

SLOW = 20.0
"""Seconds for which a server is silent; every call gives up long before."""

TEXT = read_recorded("text.sse")
ANSWER = read_recorded("text.json")
RESPONSE: dict[str, Any] = {"id": "resp_1", "object": "response", "status": "in_progress", "output": []}
CREATED = {"type": "response.created", "response": RESPONSE}
DELTA = {
    "type": "response.output_text.delta",
    "item_id": "m",
    "output_index": 0,
    "content_index": 0,
    "delta": "half",
}
BEGUN = sse(CREATED, DELTA)
ERROR = {"code": "server_error", "message": "boom", "param": None}
HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
STREAM_HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"


@dataclass(frozen=True)
class Fault:
    """One way to misbehave.

    `call` and `stream` name the outcome without and with `stream=True`: an exception of `any_llm.exceptions`, or the
    status of the response; None where the fault has no such form. `keeps` is text that the outcome must still have.
    """

    name: str
    replies: Sequence[Reply]
    call: str | None = None
    stream: str | None = None
    keeps: str = ""
    options: Mapping[str, Any] = field(default_factory=dict[str, Any])


def refuse(status: int, body: bytes | dict[str, Any], content_type: str = "application/json") -> list[Reply]:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return [Reply(status, data, content_type)]


def open_stream(*chunks: bytes | float, cut: bool = False) -> list[Reply]:
    return [Reply(200, chunks, "text/event-stream", cut=cut)]


def send_raw(*chunks: bytes | float) -> list[Reply]:
    return [Reply(raw=chunks)]


def end_with(status: str, **fields: Any) -> bytes:
    return sse({"type": f"response.{status}", "response": {**RESPONSE, "status": status, **fields}})


def both(name: str, replies: Sequence[Reply], outcome: str, **options: Any) -> Fault:
    return Fault(name, replies, outcome, outcome, options=options)


def call(name: str, replies: Sequence[Reply], outcome: str, **options: Any) -> Fault:
    return Fault(name, replies, call=outcome, options=options)


def stream(name: str, replies: Sequence[Reply], outcome: str, keeps: str = "half", **options: Any) -> Fault:
    return Fault(name, replies, stream=outcome, keeps=keeps, options=options)


STATUSES = (
    both(
        "401, OpenAI's body",
        refuse(401, {"error": {"message": "bad key", "type": "x"}}),
        "AuthenticationError",
    ),
    both(
        "402, string code",
        refuse(402, {"error": {"message": "pay", "code": "no_credit"}}),
        "InsufficientFundsError",
    ),
    both("403, `detail`", refuse(403, {"detail": "not yours"}), "AuthenticationError"),
    both(
        "404, no such model", refuse(404, {"error": {"message": "model 'm' not found"}}), "ModelNotFoundError"
    ),
    both(
        "400, context length",
        refuse(400, {"error": {"message": "x", "code": "context_length_exceeded"}}),
        "ContextLengthExceededError",
    ),
    both(
        "400, content filter",
        refuse(400, {"error": {"message": "x", "code": "content_filter"}}),
        "ContentFilterError",
    ),
    both(
        "422, list of faults",
        refuse(422, {"detail": [{"loc": ["body", "input"], "msg": "too long"}]}),
        "InvalidRequestError",
    ),
    both(
        "429, integer code", refuse(429, {"error": {"message": "slow down", "code": 429}}), "RateLimitError"
    ),
    both("500, plain text", refuse(500, b"Internal Server Error", "text/plain"), "ProviderError"),
    both(
        "502, a proxy's HTML",
        refuse(502, b"<html><h1>Bad Gateway</h1></html>", "text/html"),
        "UpstreamProviderError",
    ),
    both("503, empty", refuse(503, b"", "text/plain"), "UpstreamProviderError"),
    both("504, HTML", refuse(504, b"<html>timeout</html>", "text/html"), "GatewayTimeoutError"),
    both("418, binary", refuse(418, bytes(range(256))), "InvalidRequestError"),
    both(
        "307, a redirect", [Reply(307, b"", headers={"location": "http://127.0.0.1:9/v1"})], "ProviderError"
    ),
    both(
        "200 with an error inside",
        refuse(200, {"error": {"message": "slow down", "code": 429}}),
        "RateLimitError",
    ),
    both(
        "429, then an answer",
        [*refuse(429, {"error": {"message": "x"}}), Reply(200, TEXT, "text/event-stream")],
        "RateLimitError",
    ),
)
BODIES = (
    call("cut body", [Reply(200, ANSWER[:300], cut=True)], "APIConnectionError"),
    call("body is no JSON", refuse(200, b"<html>Sign in</html>", "text/html"), "ProviderError"),
    call("body is empty", refuse(200, b""), "ProviderError"),
    call("body is a list", refuse(200, b"[1]"), "ProviderError"),
    call("body is no UTF-8", refuse(200, b'{"id": "\xff\xfe"}'), "ProviderError"),
    call("body is 100 000 deep", refuse(200, b'{"a":' * 100_000), "ProviderError"),
    call(
        "every field has a wrong type",
        refuse(200, {name: [None] for name in json.loads(ANSWER)}),
        "of no status",
    ),
    call(
        "compressed body is damaged",
        [Reply(200, gzip.compress(ANSWER)[:40] + b"?" * 200, headers={"content-encoding": "gzip"})],
        "APIConnectionError",
    ),
    both(
        "content-length is a lie",
        send_raw(HEAD + b"content-length: 5000\r\n\r\n" + ANSWER[:100]),
        "APIConnectionError",
    ),
    call(
        "2 GB are announced",
        send_raw(HEAD + b"content-length: 2147483648\r\n\r\n" + b"x" * 9),
        "APIConnectionError",
    ),
)
CONNECTIONS = (
    both("hangs up without a word", [Reply(hang_up=True)], "APIConnectionError"),
    both("is no HTTP", send_raw(b"SSH-2.0-OpenSSH_9.6\r\n"), "APIConnectionError"),
    both("half a head", send_raw(b"HTTP/1.1 200 OK\r\ncontent-ty"), "APIConnectionError"),
    both("a status that is no number", send_raw(b"HTTP/1.1 two OK\r\n\r\n"), "APIConnectionError"),
    both("a header without a name", send_raw(b"HTTP/1.1 200 OK\r\n: x\r\n\r\n"), "APIConnectionError"),
    both(
        "1 MB of headers",
        send_raw(b"HTTP/1.1 200 OK\r\n" + b"x-a: " + b"b" * 1_000_000),
        "APIConnectionError",
    ),
    both("never answers", send_raw(SLOW), "APITimeoutError", timeout=0.2),
    both(
        "a head and never a body",
        send_raw(HEAD + b"content-length: 5\r\n\r\n", SLOW),
        "APITimeoutError",
        timeout=0.2,
    ),
)
STREAMS = (
    stream("completed", open_stream(TEXT), "completed", keeps=""),
    stream("completed, and then silence", open_stream(TEXT, SLOW), "completed", keeps=""),
    stream(
        "`[DONE]` at the end", open_stream(BEGUN, end_with("completed"), b"data: [DONE]\n\n"), "completed"
    ),
    stream("incomplete", open_stream(BEGUN, end_with("incomplete")), "incomplete"),
    stream("failed", open_stream(BEGUN, end_with("failed", error=ERROR)), "ResponseFailedError"),
    stream("error event, flat", open_stream(BEGUN, sse({"type": "error", **ERROR})), "ResponseFailedError"),
    stream(
        "error event, nested",
        open_stream(BEGUN, sse({"type": "error", "error": ERROR})),
        "ResponseFailedError",
    ),
    stream(
        "error event without a name",
        open_stream(BEGUN, b'data: {"error": {"message": "x"}}\n\n'),
        "ResponseFailedError",
    ),
    stream(
        "error event, and then silence",
        open_stream(BEGUN, sse({"type": "error", **ERROR}), SLOW),
        "ResponseFailedError",
        stream_idle_timeout=0.3,
    ),
    stream("cut between events", open_stream(BEGUN, cut=True), "StreamTruncatedError"),
    stream(
        "cut within an event", open_stream(BEGUN, b"event: response.comp", cut=True), "StreamTruncatedError"
    ),
    stream("ends without an end", open_stream(BEGUN), "StreamTruncatedError"),
    stream("`[DONE]` without an end", open_stream(BEGUN, b"data: [DONE]\n\n"), "StreamTruncatedError"),
    stream("empty stream", open_stream(), "StreamTruncatedError", keeps=""),
    stream("falls silent", open_stream(BEGUN, SLOW), "StreamIdleTimeoutError", stream_idle_timeout=0.3),
    stream(
        "keep-alives for ever",
        open_stream(BEGUN, *([b": ping\n\n", 0.05] * 400)),
        "StreamIdleTimeoutError",
        stream_idle_timeout=0.3,
    ),
    stream(
        "first event does not come",
        open_stream(SLOW),
        "StreamIdleTimeoutError",
        keeps="",
        timeout={"first_event": 0.3},
    ),
    stream("data is no JSON", open_stream(BEGUN, b"data: {{{\n\n", end_with("completed")), "completed"),
    stream(
        "binary in between",
        open_stream(BEGUN, bytes(range(256)) + b"\n\n", end_with("completed")),
        "completed",
    ),
    stream(
        "unknown events",
        open_stream(BEGUN, sse({"type": "acme:x", "a": [1]}), end_with("completed")),
        "completed",
    ),
    stream(
        "terminal event without output", open_stream(BEGUN, end_with("completed", output=None)), "completed"
    ),
    stream(
        "broken chunk length",
        send_raw(STREAM_HEAD + b"%x\r\n" % len(BEGUN) + BEGUN + b"\r\nzz\r\n"),
        "StreamTruncatedError",
    ),
    stream("a whole body in a stream's place", refuse(200, ANSWER), "ProviderError", keeps=""),
    stream(
        "one byte a write",
        open_stream(*(BEGUN[i : i + 1] for i in range(len(BEGUN))), end_with("completed")),
        "completed",
    ),
)


class Person(BaseModel):
    """What structured answers are asked to be."""

    name: str
    age: int


def answer(part: dict[str, Any], status: str = "completed", **fields: Any) -> list[Reply]:
    """Return a whole answer with one content part, alike for a call and, as its only event, for a stream."""
    item = {"type": "message", "id": "m", "role": "assistant", "status": status, "content": [part]}
    body = {**RESPONSE, "status": status, "output": [item], **fields}
    return refuse(200, body)


def parse(name: str, part: dict[str, Any], outcome: str, status: str = "completed", **fields: Any) -> Fault:
    return Fault(name, answer(part, status, **fields), call=outcome, options={"response_format": Person})


def say(text: str) -> dict[str, Any]:
    return {"type": "output_text", "text": text, "annotations": []}


CALL = {
    "type": "function_call",
    "id": "f",
    "call_id": "c",
    "name": "get_time",
    "arguments": "{}",
    "status": "completed",
}

PARSES = (
    parse("the type that was asked for", say('{"name": "Ada", "age": 36}'), "completed"),
    parse("a refusal", {"type": "refusal", "refusal": "I must not."}, "OutputRefusedError"),
    parse(
        "half of it, at the token limit",
        say('{"name": "A'),
        "OutputIncompleteError",
        "incomplete",
        incomplete_details={"reason": "max_output_tokens"},
    ),
    parse("prose", say("Ada is 36."), "OutputNotJSONError"),
    Fault(
        "a call of a tool",
        refuse(200, {**RESPONSE, "status": "completed", "output": [CALL]}),
        call="OutputMissingError",
        options={"response_format": Person},
    ),
    parse("another type", say('{"name": "Ada", "age": "old"}'), "OutputMismatchError"),
    call(
        "an odd field, with `strict=True`",
        answer(say("x"), created_at="now"),
        "SpecDeviationError",
        strict=True,
    ),
    call("an odd field", answer(say("x"), created_at="now"), "completed"),
)
FAULTS: tuple[Fault, ...] = (*STATUSES, *BODIES, *CONNECTIONS, *STREAMS, *PARSES)
