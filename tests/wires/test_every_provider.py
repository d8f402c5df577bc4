"""Every row of the table that can be called answers a call and a stream, on its own wire, with the class of its kind."""

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
MESSAGE = {
    "id": "msg_1",
    "type": "message",
    "role": "assistant",
    "model": "m",
    "content": [{"type": "text", "text": "Hi"}],
    "stop_reason": "end_turn",
    "stop_sequence": None,
    "usage": {"input_tokens": 1, "output_tokens": 1},
}
CHUNK = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
CHUNKS: list[dict[str, Any]] = [
    {
        **CHUNK,
        "choices": [{"index": 0, "delta": {"role": "assistant", "content": "H"}, "finish_reason": None}],
    },
    {**CHUNK, "choices": [{"index": 0, "delta": {"content": "i"}, "finish_reason": "stop"}]},
]
EVENTS: list[dict[str, Any]] = [
    {"type": "message_start", "message": {**MESSAGE, "content": [], "stop_reason": None}},
    {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}},
    {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "Hi"}},
    {"type": "content_block_stop", "index": 0},
    {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 1}},
    {"type": "message_stop"},
]
PATHS = {"responses": "/responses", "chat": "/chat/completions", "messages": "/messages"}


def write_frames(bodies: list[dict[str, Any]], *, is_named: bool) -> bytes:
    frames = [
        (f"event: {body['type']}\n" if is_named else "") + f"data: {json.dumps(body)}\n\n" for body in bodies
    ]
    return "".join(frames).encode()


def build_reply(wire: str, *, is_stream: bool) -> Reply:
    if not is_stream:
        whole = {"chat": CHAT, "messages": MESSAGE}
        body = read_recorded("text.json") if wire == "responses" else json.dumps(whole[wire]).encode()
        return Reply(body=body)
    if wire == "responses":
        response = {"id": "r", "status": "completed", "output": []}
        data = sse(
            {"type": "response.created", "response": response},
            {"type": "response.completed", "response": response},
        )
    elif wire == "chat":
        data = write_frames(CHUNKS, is_named=False) + b"data: [DONE]\n\n"
    else:
        data = write_frames(EVENTS, is_named=True)
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
        if row.wire == "none":
            with pytest.raises(any_llm.exceptions.UnsupportedProviderError) as caught:
                any_llm.responses("m", "Hi", provider=row.provider, api_key="k")
            assert row.note.rstrip(".") in str(caught.value)
