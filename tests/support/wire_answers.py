"""The same answer, "Hi", in the words of each wire, whole and as a stream."""

from __future__ import annotations

import json
from typing import Any

from tests.support.wire_server import Reply, read_recorded, sse

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
