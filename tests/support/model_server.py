"""A loopback server that answers from the whole context it is given, and that keeps the rules of the real ones.

It stores responses or refuses to (`keeps_state`). It refuses what OpenAI's server refuses: ids of items that it has not
kept, reasoning without its encrypted content, items apart from their reasoning, outputs without calls, calls without
outputs. What it says depends on every item of the context and on nothing else, so a client that loses or repeats one
gets another answer.
"""

from __future__ import annotations

import itertools
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Item = dict[str, Any]


class RefusedError(Exception):
    """What the server answers with an error."""

    def __init__(self, status: int, message: str, code: str | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.body = {
            "error": {"message": message, "type": "invalid_request_error", "code": code, "param": None}
        }


class ModelServer:
    """The model and the server's memory."""

    def __init__(self, *, keeps_state: bool) -> None:
        self.keeps_state = keeps_state
        self.requests: list[dict[str, Any]] = []
        self.contexts: dict[str, list[Item]] = {}
        self.url = ""
        self._numbers = itertools.count(1)
        self._kept: set[str] = set()

    def forget(self) -> None:
        """Lose every stored response."""
        self.contexts.clear()
        self._kept.clear()

    def answer(self, body: dict[str, Any]) -> dict[str, Any]:
        """Return the response to a request."""
        self.requests.append(body)
        context = [*self._recall(body), *read_input(body["input"])]
        stores = self.keeps_state and body.get("store") is not False
        self._check(context, stores=stores)
        output = self._speak(context, body)
        response_id = f"resp_{next(self._numbers)}"
        if stores:
            self.contexts[response_id] = [*context, *output]
            self._kept |= {item["id"] for item in output}
        return build_response(response_id, body, output, stores=stores)

    def _recall(self, body: dict[str, Any]) -> list[Item]:
        previous = body.get("previous_response_id")
        if previous is None:
            return []
        if not self.keeps_state:
            raise RefusedError(400, "previous_response_id is not supported", "unsupported_parameter")
        if previous not in self.contexts:
            raise RefusedError(
                404, f"Previous response with id '{previous}' not found.", "previous_response_not_found"
            )
        return self.contexts[previous]

    def _check(self, context: list[Item], *, stores: bool) -> None:
        calls = [item["call_id"] for item in context if item.get("type") == "function_call"]
        outputs = [item["call_id"] for item in context if item.get("type") == "function_call_output"]
        if sorted(calls) != sorted(outputs):
            raise RefusedError(400, f"calls {calls} and outputs {outputs} do not pair")
        seen: set[str] = set()
        for item in context:
            item_id = item.get("id")
            if item.get("type") == "reasoning":
                if not item.get("encrypted_content") and item_id not in self._kept:
                    raise RefusedError(404, f"Item with id '{item_id}' not found.")
                seen.add(str(item_id).partition("_")[2].partition(".")[0])
            elif item_id is not None and item.get("type") in ("message", "function_call"):
                owner = str(item_id).partition("_")[2].partition(".")[0]
                if owner not in seen:
                    raise RefusedError(
                        400,
                        f"Item '{item_id}' was provided without its required 'reasoning' item: 'rs_{owner}'.",
                    )

    def _speak(self, context: list[Item], body: dict[str, Any]) -> list[Item]:
        number = next(self._numbers)
        said = [text for item in context for text in read_texts(item)]
        reasoning: Item = {"type": "reasoning", "id": f"rs_{number}.0", "summary": []}
        if "reasoning.encrypted_content" in (body.get("include") or ()):
            reasoning["encrypted_content"] = f"gAAA{number}"
        last = context[-1]
        asks = [word for word in said[-1].split() if word.startswith("call:")] if said else []
        if body.get("tools") and body.get("tool_choice") != "none" and last.get("role") == "user" and asks:
            calls = [build_call(f"fc_{number}.{place}", word[5:], number) for place, word in enumerate(asks)]
            return [reasoning, *calls]
        text = f"{len(said)} said, last: {said[-1] if said else ''}"
        return [reasoning, build_message(f"msg_{number}.1", text)]


def build_call(item_id: str, wanted: str, number: int) -> Item:
    """Build a function call from `name` or `name=value`; the value is sent as `city`."""
    name, _, value = wanted.partition("=")
    arguments = json.dumps({"city": value}) if value else "{}"
    call_id = f"call_{number}_{item_id.rpartition('.')[2]}"
    return {
        "type": "function_call",
        "id": item_id,
        "call_id": call_id,
        "name": name,
        "arguments": arguments,
        "status": "completed",
    }


def build_message(item_id: str, text: str) -> Item:
    """Build an assistant message."""
    part = {"type": "output_text", "text": text, "annotations": [], "logprobs": []}
    return {"type": "message", "id": item_id, "role": "assistant", "status": "completed", "content": [part]}


def build_response(
    response_id: str, body: dict[str, Any], output: list[Item], *, stores: bool
) -> dict[str, Any]:
    """Build a response object."""
    return {
        "id": response_id,
        "object": "response",
        "created_at": 1,
        "status": "completed",
        "model": body["model"],
        "output": output,
        "store": stores,
        "tools": [],
        "tool_choice": "auto",
        "parallel_tool_calls": True,
        "usage": {
            "input_tokens": 1,
            "output_tokens": 1,
            "total_tokens": 2,
            "input_tokens_details": {"cached_tokens": 0},
            "output_tokens_details": {"reasoning_tokens": 0},
        },
    }


def read_input(given: Any) -> list[Item]:
    """Return the input as items."""
    return [{"role": "user", "content": given}] if isinstance(given, str) else list(given)


def read_texts(item: Item) -> list[str]:
    """Return what an item says in words."""
    content = item.get("output") if item.get("type") == "function_call_output" else item.get("content")
    if isinstance(content, str):
        return [content]
    return [str(part["text"]) for part in content or () if "text" in part]


def build_events(response: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the events of a streamed response."""
    begun = {**response, "status": "in_progress", "output": [], "usage": None}
    yield {"type": "response.created", "response": begun}
    for index, item in enumerate(response["output"]):
        yield {"type": "response.output_item.added", "output_index": index, "item": item}
        if item["type"] == "message":
            place = {"item_id": item["id"], "output_index": index, "content_index": 0}
            for word in item["content"][0]["text"].split(" "):
                yield {"type": "response.output_text.delta", **place, "delta": f"{word} ", "logprobs": []}
        yield {"type": "response.output_item.done", "output_index": index, "item": item}
    yield {"type": "response.completed", "response": response}


@contextmanager
def serve_model(*, keeps_state: bool) -> Iterator[ModelServer]:
    """Serve a model on loopback."""
    model = ModelServer(keeps_state=keeps_state)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            try:
                response = model.answer(body)
            except RefusedError as error:
                self._send(error.status, "application/json", json.dumps(error.body).encode())
                return
            if not body.get("stream"):
                self._send(200, "application/json", json.dumps(response).encode())
                return
            frames = [
                f"event: {event['type']}\ndata: {json.dumps({**event, 'sequence_number': number})}\n\n"
                for number, event in enumerate(build_events(response))
            ]
            self._send(200, "text/event-stream", "".join(frames).encode())

        def _send(self, status: int, kind: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("content-type", kind)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    model.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield model
    finally:
        server.shutdown()
        server.server_close()
