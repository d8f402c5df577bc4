"""An endpoint that does all that a check asks for, as the replies to its requests; tests spoil one of them."""

from __future__ import annotations

import json
from typing import Any

from any_llm.providers.registry import build_custom_row
from any_llm.wires.messages import MESSAGES
from tests.support.wire_server import Reply, sse

ROW = build_custom_row("acme", "http://localhost/v1")
FIELDS = {"model": "m", "input": "Hi"}


def respond(*content: Any, stop_reason: str = "end_turn", tokens: int = 10) -> dict[str, Any]:
    """Return a whole response with the content blocks of a message."""
    return MESSAGES.build_response(build_message(content, stop_reason, tokens), FIELDS, ROW, 9.0)


def stream(*content: Any) -> list[dict[str, Any]]:
    """Return the events of a response, in order."""
    reducer = MESSAGES.build_reducer(FIELDS, ROW, lambda: 9.0)
    events = [{"type": "message_start", "message": build_message((), None, 10)}]
    for index, block in enumerate(content):
        events += [
            {"type": "content_block_start", "index": index, "content_block": block},
            {"type": "content_block_stop", "index": index},
        ]
    events += [{"type": "message_delta", "delta": {"stop_reason": "end_turn"}}, {"type": "message_stop"}]
    return [made for event in events for made in reducer.feed(event["type"], event)]


def build_message(content: Any, stop_reason: str | None, tokens: int) -> dict[str, Any]:
    usage = {"input_tokens": tokens, "output_tokens": 16}
    return {
        "id": "msg_1",
        "model": "m",
        "content": list(content),
        "stop_reason": stop_reason,
        "usage": usage,
    }


def text(said: str) -> dict[str, Any]:
    return {"type": "text", "text": said}


def call(name: str) -> dict[str, Any]:
    return {"type": "tool_use", "id": "call_1", "name": name, "input": {"city": "Paris"}}


def reply(body: Any, status: int = 200) -> Reply:
    return Reply(status, json.dumps(body).encode())


def stream_reply(*events: dict[str, Any]) -> Reply:
    return Reply(200, sse(*events), "text/event-stream")


ERROR = {"error": {"message": "no such model", "type": "invalid_request_error", "param": None, "code": None}}
HELLO = reply(respond(text("Hello")))
GOOD: dict[str, Reply] = {
    "basic": HELLO,
    "stream": stream_reply(*stream({"type": "thinking", "thinking": "Hm", "signature": ""}, text("Hello"))),
    "limits": reply(respond(text("1, 2"), stop_reason="max_tokens")),
    "tools": reply(respond(call("get_weather"))),
    "choice none": HELLO,
    "choice of a name": reply(respond(call("get_time"))),
    "tool output": HELLO,
    "schema": reply(respond(text('{"name": "Ada", "age": 36}'))),
    "images": HELLO,
    "state": reply(respond(text("Yes"), tokens=20)),
    "state again": reply(respond(text("4711"), tokens=40)),
    "compact": reply({"id": "r", "object": "response.compaction", "output": []}),
    "websocket": Reply(
        raw=[b"HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n"]
    ),
    "wrong model": reply(ERROR, 404),
    "wrong value": reply(ERROR, 400),
}
"""What each request of a check gets, in the order of the requests."""
