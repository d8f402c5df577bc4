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

ROWS = [row for row in get_rows().values() if row.wire != "none" and row.kind != "embedded"]
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
MESSAGE = {
    "id": "msg_1",
    "type": "message",
    "role": "assistant",
    "model": "m",
    "content": [{"type": "text", "text": "Hi"}],
    "stop_reason": "end_turn",
    "usage": {"input_tokens": 1, "output_tokens": 1},
}
MESSAGE_EVENTS: list[dict[str, Any]] = [
    {"type": "message_start", "message": {**MESSAGE, "content": [], "stop_reason": None}},
    {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}},
    {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "Hi"}},
    {"type": "content_block_stop", "index": 0},
    {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 1}},
    {"type": "message_stop"},
]
PATHS = {"responses": "/responses", "chat": "/chat/completions", "messages": "/messages"}


def build_reply(wire: str, *, is_stream: bool) -> Reply:
    if not is_stream:
        whole = {"chat": CHAT, "messages": MESSAGE}
        return Reply(
            body=read_recorded("text.json") if wire == "responses" else json.dumps(whole[wire]).encode()
        )
    if wire == "responses":
        response = {"id": "r", "status": "completed", "output": []}
        kinds = ("response.created", "response.completed")
        data = sse(*({"type": kind, "response": response} for kind in kinds))
    elif wire == "messages":
        data = sse(*MESSAGE_EVENTS)
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


def test_the_model_stands_in_the_address_of_vertex(server: WireServer) -> None:
    base = f"{server.url}/publishers/anthropic/models"
    for is_stream, method in ((False, "rawPredict"), (True, "streamRawPredict")):
        server.script(build_reply("messages", is_stream=is_stream))
        result: Any = any_llm.responses(
            "vertexaianthropic:claude-sonnet-4-5@20250929", "Hi", api_base=base, api_key="k", stream=is_stream
        )
        assert (result.get_final_response() if is_stream else result).output_text == "Hi"
        request = server.requests[-1]
        assert request.path.endswith(f"/models/claude-sonnet-4-5@20250929:{method}")
        body = json.loads(request.body)
        assert "model" not in body
        assert body["anthropic_version"] == "vertex-2023-10-16"


def test_the_others_say_why_not() -> None:
    for row in get_rows().values():
        if row.wire == "none":
            with pytest.raises(any_llm.exceptions.UnsupportedProviderError) as caught:
                any_llm.responses("m", "Hi", provider=row.provider, api_key="k")
            assert row.note.rstrip(".") in str(caught.value)


def test_how_many_answer() -> None:
    assert len(ROWS) >= 83
