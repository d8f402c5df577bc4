"""Errors inside replies with a good status and inside streams: which values are one."""

from __future__ import annotations

import pickle
import time

import pytest

from any_llm._core.error_body import ErrorBody, find_error_body
from any_llm._core.errors import build_status_error
from any_llm._core.messages import HttpReply
from any_llm.exceptions import ProviderError


@pytest.mark.parametrize(
    "value",
    [
        {"object": "response", "error": None, "output": []},
        {"object": "response", "status": "failed", "error": {"code": "server_error", "message": "boom"}},
        {"id": "resp_1", "status": "failed", "output": [], "error": {"code": "c", "message": "m"}},
        {"type": "response.failed", "response": {"error": {"message": "m"}}},
        {"type": "vendor.tool.failed", "error": {"message": "m"}},
        {"type": "ping", "detail": "still here"},
        {"object": "chat.completion", "choices": [], "error": None},
        {"choices": [], "error": {}},
        {"error": ""},
        {"error": False, "message": "fine"},
        {"id": "x", "message": "hello", "errors": []},
        {"message": "hello"},
        {"status": 200, "message": "ok"},
        [],
        [1],
        [{"error": {"message": "a"}}, {"error": {"message": "b"}}],
        None,
        "error",
        7,
    ],
)
def test_find_error_body_leaves_good_values_alone(value: object) -> None:
    assert find_error_body(value) is None


@pytest.mark.parametrize(
    ("value", "body"),
    [
        (
            {"error": {"message": "m", "code": 429, "metadata": {"headers": {}}}},
            ErrorBody(message="m", code=429, status=429),
        ),
        (
            {"id": "gen-1", "object": "chat.completion.chunk", "choices": [], "error": {"message": "m"}},
            ErrorBody("m"),
        ),
        ({"error": "text"}, ErrorBody("text")),
        ({"error": True, "message": "m"}, ErrorBody("m")),
        ({"detail": "m"}, ErrorBody("m")),
        (
            {"success": False, "errors": [{"code": 7003, "message": "m"}], "result": None},
            ErrorBody("m", 7003),
        ),
        ({"statusCode": 403, "message": "m"}, ErrorBody("m", status=403)),
        # Both error events of a stream: OpenAI's flat one and the specification's.
        (
            {"type": "error", "sequence_number": 3, "code": "c", "message": "m", "param": None},
            ErrorBody("m", "c"),
        ),
        (
            {
                "type": "error",
                "sequence_number": 3,
                "error": {
                    "type": "t",
                    "code": None,
                    "message": "m",
                    "param": "p",
                    "headers": {"Retry-After": "2", "n": 1},
                },
            },
            ErrorBody("m", None, "t", "p", headers={"retry-after": "2"}),
        ),
        ({"type": "error"}, ErrorBody()),
        # The WebSocket's error.
        (
            {"type": "error", "status": 400, "error": {"code": "c", "message": "m"}},
            ErrorBody("m", "c", status=400),
        ),
    ],
)
def test_find_error_body_reads_errors(value: object, body: ErrorBody) -> None:
    assert find_error_body(value) == body


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 100_000,
        b'{"error":' * 100_000,
        b'{"error":' * 500 + b"1" + b"}" * 500,
        b"[" * 500 + b"]" * 500,
        b"9" * 10_000,
        b'{"error":{"message":"\\ud800"}}',
        b'{"message":"' + b"[" * 100_000 + b'"}',
        b"<" * 1_000_000,
        b"<html>" + b"<script" * 200_000,
        b"<html>" + b"<title" * 200_000,
        b"<!--" * 200_000,
        b"\xff\xfe\x00",
    ],
)
def test_hostile_body_is_read_fast_and_pickles(body: bytes) -> None:
    start = time.process_time()
    error = build_status_error(HttpReply(500, {}, body), provider_name="acme")
    assert time.process_time() - start < 1
    assert type(error) is ProviderError
    assert vars(pickle.loads(pickle.dumps(error))) == vars(error)
    str(error).encode()
