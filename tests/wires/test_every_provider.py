"""Every row whose wire is spoken answers a call and a stream, with the class of its kind; the others say why not."""

from __future__ import annotations

import json
import warnings
from typing import Any

import pytest

import any_llm
from any_llm.providers.registry import get_rows
from openai_responses_types import Response
from openresponses_types import ResponseResource
from tests.support.wire_server import Reply, WireServer, read_recorded, sse

ROWS = [row for row in get_rows().values() if row.wire in ("responses", "chat") and row.kind != "embedded"]
CHAT = {
    "id": "chatcmpl-1",
    "object": "chat.completion",
    "created": 1,
    "model": "m",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hi"}, "finish_reason": "stop"}],
    "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
}
CHUNK = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
CHUNKS: list[dict[str, Any]] = [
    {
        **CHUNK,
        "choices": [{"index": 0, "delta": {"role": "assistant", "content": "H"}, "finish_reason": None}],
    },
    {**CHUNK, "choices": [{"index": 0, "delta": {"content": "i"}, "finish_reason": "stop"}]},
]
PATHS = {"responses": "/responses", "chat": "/chat/completions"}


def build_reply(wire: str, *, is_stream: bool) -> Reply:
    if not is_stream:
        return Reply(body=read_recorded("text.json") if wire == "responses" else json.dumps(CHAT).encode())
    if wire == "responses":
        response = {"id": "r", "status": "completed", "output": []}
        kinds = ("response.created", "response.completed")
        data = sse(*({"type": kind, "response": response} for kind in kinds))
    else:
        data = b"".join(f"data: {json.dumps(body)}\n\n".encode() for body in CHUNKS) + b"data: [DONE]\n\n"
    return Reply(body=data, content_type="text/event-stream")


@pytest.mark.parametrize("is_stream", [False, True], ids=["call", "stream"])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.provider)
def test_every_provider_answers(row: Any, is_stream: bool, server: WireServer) -> None:
    server.script(build_reply(row.wire, is_stream=is_stream))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        if is_stream:
            with any_llm.responses(
                "m", "Hi", provider=row.provider, api_base=server.url, api_key="k", stream=True
            ) as stream:
                response: Any = stream.get_final_response()
        else:
            response = any_llm.responses("m", "Hi", provider=row.provider, api_base=server.url, api_key="k")
    assert type(response) is (Response if row.is_native else ResponseResource)
    assert response.status == "completed"
    assert response.http.wire == row.wire
    if row.wire != "responses":
        assert response.output_text == "Hi"
        assert response.deviations == ()
    path = server.requests[0].path
    assert path.startswith("/v1")
    if not row.path:
        assert path == f"/v1{PATHS[row.wire]}"


def test_the_others_say_why_not() -> None:
    for row in get_rows().values():
        if row.wire == "messages":
            with pytest.raises(
                any_llm.exceptions.UnsupportedProviderError, match="speaks Anthropic Messages"
            ):
                any_llm.responses("m", "Hi", provider=row.provider, api_base="http://h", api_key="k")
        if row.wire == "none":
            with pytest.raises(any_llm.exceptions.UnsupportedProviderError) as caught:
                any_llm.responses("m", "Hi", provider=row.provider, api_key="k")
            assert row.note.rstrip(".") in str(caught.value)


def test_how_many_answer() -> None:
    assert len(ROWS) >= 80
