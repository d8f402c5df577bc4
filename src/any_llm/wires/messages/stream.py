"""Events of an Anthropic message in, events of a Responses stream out, in the order that Responses prescribes.

A whole message is read as a stream of whole blocks, so that both ways give the same items.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from any_llm.wires.endings import read_ending
from any_llm.wires.event_log import EventLog
from any_llm.wires.messages.blocks import BlockReader
from any_llm.wires.messages.result import TRANSLATED, MessageHead, build_ending
from any_llm.wires.resource import build_resource
from any_llm.wires.values import read_error, read_object, read_objects, read_text
from any_llm.wires.wire import JSONObject
from any_llm_calls.rows import ProviderRow


class MessageReducer:
    """One answer while it arrives. After its last event it gives no more."""

    def __init__(self, fields: Mapping[str, Any], row: ProviderRow, clock: Callable[[], float]) -> None:
        self.final: JSONObject | None = None
        self._fields = fields
        self._clock = clock
        self._head = MessageHead()
        self._log = EventLog()
        self._reader = BlockReader(self._head, fields, row, self._log.emit)
        self._is_begun = False

    def feed(self, name: str, data: JSONObject) -> list[JSONObject]:
        """Take an event in and return those that follow from it; events of unknown types say nothing."""
        if self.final is not None:
            return []
        match data.get("type", name):
            case "message_start":
                self._head.read(read_object(data.get("message")))
                self._begin()
            case "content_block_start":
                self._begin()
                self._reader.start(data.get("index"), read_object(data.get("content_block")))
            case "content_block_delta":
                self._begin()
                self._reader.add(data.get("index"), read_object(data.get("delta")))
            case "content_block_stop":
                self._reader.stop(data.get("index"))
            case "message_delta":
                self._head.learn(data, (*TRANSLATED, "delta"))
                self._head.read(read_object(data.get("delta")))
                self._head.add_usage(data.get("usage"))
            case "message_stop":
                self._begin()
                self._finish()
            case "error":
                self._fail(read_error(data.get("error", data)), is_reported=True)
            case _:
                pass
        return self._log.take()

    def feed_whole(self, message: JSONObject) -> None:
        """Take a whole message in, as its events would have come."""
        self._head.read({**message, "stop_reason": None})
        self._begin()
        content = message.get("content")
        # A request may have a string there; some servers answer in the same form.
        text = read_text(content)
        blocks = [{"type": "text", "text": text}] if text else read_objects(content)
        for index, block in enumerate(blocks):
            self._reader.start(index, block)
            self._reader.stop(index)
        self._head.read(message)
        self._finish()

    def finish(self) -> list[JSONObject]:
        """Take the end of the body in; without a `message_stop` the answer is cut."""
        if self.final is None:
            self._begin()
            self._fail(_build_error("the answer ended without a message_stop"), is_reported=False)
        return self._log.take()

    def _begin(self) -> None:
        if not self._is_begun:
            self._is_begun = True
            self._head.created = int(self._clock())
            for kind in ("response.created", "response.in_progress"):
                self._log.emit(kind, response=self._build("in_progress", None))

    def _finish(self) -> None:
        reason = self._head.stop_reason
        if not reason:
            self._fail(_build_error("the answer ended without a stop_reason"), is_reported=False)
            return
        if reason == "refusal":
            self._reader.add_refusal(self._head.explanation)
        status, _ = read_ending(reason)
        if status == "failed":
            self._fail(_build_error(f"the answer ended with {reason!r}"), is_reported=False)
            return
        self._reader.close(status)
        self._end(status, None)

    def _fail(self, error: JSONObject, *, is_reported: bool) -> None:
        self._begin()
        self._reader.settle()
        if is_reported:
            self._log.emit("error", error=error)
        self._end("failed", {"code": error["code"] or error["type"], "message": error["message"]})

    def _end(self, status: str, error: JSONObject | None) -> None:
        self.final = self._build(status, error)
        self._log.emit(f"response.{status}", response=self.final)

    def _build(self, status: str, error: JSONObject | None) -> JSONObject:
        output = self._reader.build("completed" if status == "completed" else "incomplete")
        return build_resource(
            self._head, self._fields, build_ending(self._head, status, error), output, self._clock()
        )


def build_response(body: JSONObject, fields: Mapping[str, Any], row: ProviderRow, now: float) -> JSONObject:
    """Return the ResponseResource for a message; a body that is none gives a failed response."""
    reducer = MessageReducer(fields, row, lambda: now)
    reducer.feed_whole(body)
    assert reducer.final is not None
    return reducer.final


def build_reducer(fields: Mapping[str, Any], row: ProviderRow, clock: Callable[[], float]) -> MessageReducer:
    """Return the reducer of one stream."""
    return MessageReducer(fields, row, clock)


def _build_error(message: str) -> JSONObject:
    return {"type": "server_error", "code": "server_error", "message": message}
