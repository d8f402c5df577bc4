"""Gemini's errors come as a list of one object, also with status 200 and inside a stream."""

from __future__ import annotations

from typing import Any

import pytest

import any_llm
from any_llm import exceptions
from tests.support.wire_server import Reply, WireServer

WRAPPED = b'[{"error": {"code": 429, "message": "quota is used up", "status": "RESOURCE_EXHAUSTED"}}]'


def ask(server: WireServer, **more: Any) -> Any:
    return any_llm.responses(
        "m", "Hi", provider="gemini", api_base=server.url, api_key="k", max_retries=0, **more
    )


def test_a_wrapped_error_in_a_good_reply_is_told(server: WireServer) -> None:
    server.script(Reply(body=WRAPPED))
    with pytest.raises(exceptions.RateLimitError, match="quota is used up"):
        ask(server)


def test_a_wrapped_error_in_a_stream_is_told(server: WireServer) -> None:
    server.script(Reply(body=b"data: " + WRAPPED + b"\n\n", content_type="text/event-stream"))
    with pytest.raises(exceptions.AnyLLMError, match="quota is used up"), ask(server, stream=True) as stream:
        stream.get_final_response()
