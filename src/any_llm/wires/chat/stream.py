"""Chunks of a Chat completion in, events of a Responses stream out, in the order that Responses prescribes.

A whole completion is read as a stream of one chunk, so that both ways give the same items.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from any_llm._core.json_values import is_array, is_object
from any_llm.wires.chat.calls import Call, CallBook
from any_llm.wires.chat.message import (
    read_annotations,
    read_calls,
    read_content,
    read_logprobs,
    read_message_rest,
    read_reasoning,
)
from any_llm.wires.chat.reasoning import DetailedReasoning
from any_llm.wires.chat.result import ChatHead, build_ending, find_choice, find_error
from any_llm.wires.chat.think import ThinkSplitter
from any_llm.wires.endings import read_ending
from any_llm.wires.event_log import EventLog
from any_llm.wires.items import CallItem, Item, MessageItem
from any_llm.wires.resource import build_resource, make_id
from any_llm.wires.values import merge_fields, read_error, read_object, read_text
from any_llm.wires.wire import JSONObject
from any_llm_calls.rows import ProviderRow


class ChatReducer:
    """One answer while it arrives. After its last event it gives no more."""

    def __init__(self, fields: Mapping[str, Any], row: ProviderRow, clock: Callable[[], float]) -> None:
        self.final: JSONObject | None = None
        self._log = EventLog()
        self._emit = self._log.emit
        self._fields = fields
        self._provider = row.provider
        self._clock = clock
        self._head = ChatHead()
        self._items: list[Item] = []
        self._current: DetailedReasoning | MessageItem | None = None
        self._calls = CallBook(self._open_call)
        self._last: Item | Call | None = None
        self._splitter = ThinkSplitter()
        self._logprobs: list[JSONObject] = []
        self._rest: JSONObject = {}
        self._is_begun = False

    def feed(self, name: str, data: JSONObject) -> list[JSONObject]:
        """Take a chunk in and return the events that follow from it."""
        if self.final is not None:
            return []
        choice = find_choice(data)
        self._head.read(data, choice)
        error = find_error(name, data)
        if error is not None:
            self._fail(read_error(error), is_reported=True)
        elif self._head.id or data.get("choices"):  # Azure's first chunk has neither
            self._begin()
            self._read(choice)
        return self._log.take()

    def finish(self) -> list[JSONObject]:
        """Take the end of the stream in and return the events that were still due."""
        if self.final is not None:
            return []
        self._begin()
        self._flush()
        self._calls.open_rest()
        self._place_rest()
        reason = self._head.finish_reason
        status, _ = read_ending(reason)
        if not reason or status == "failed":
            what = f"with {reason!r}" if reason else "without a finish_reason"
            self._fail({"code": "server_error", "message": f"the answer ended {what}"}, is_reported=False)
            return self._log.take()
        self._settle_logprobs()
        for item in self._items:
            item.close(status if self._is_last(item) else "completed")
        self._end(status, None)
        return self._log.take()

    def _begin(self) -> None:
        if not self._is_begun:
            self._is_begun = True
            self._head.own_id = self._head.id or make_id(self._clock())
            self._head.created = self._head.created or int(self._clock())
            for kind in ("response.created", "response.in_progress"):
                self._emit(kind, response=self._build("in_progress", None))

    def _read(self, choice: JSONObject) -> None:
        delta = read_object(choice.get("delta"))
        self._logprobs += read_logprobs(choice.get("logprobs"))
        thought, details = read_reasoning(delta)
        content, more_thought, parts = read_content(delta.get("content"))
        if thought or more_thought or details:
            self._flush()
            self._add_reasoning(thought or more_thought, details)
        self._add_content(content)
        if refusal := read_text(delta.get("refusal")):
            self._flush()
            self._get_message().add_refusal(refusal)
        annotations, rest = read_annotations(delta.get("annotations"))
        rest |= {"parts": parts} if parts else {}
        rest |= {name: delta[name] for name in ("audio", "images") if delta.get(name)}
        if annotations or rest:
            self._flush()
            for annotation in annotations:
                self._get_message().add_annotation(annotation)
            self._get_message().add_rest(rest)
        self._hold_rest(read_message_rest(delta))
        for call in read_calls(delta):
            self._flush()
            self._close_current()
            self._last = self._calls.feed(call)

    def _add_content(self, content: str) -> None:
        if content:
            self._add_pieces(self._splitter.feed(content))

    def _flush(self) -> None:
        """Give out text that was held back as the possible beginning of a tag."""
        self._add_pieces(self._splitter.end())

    def _add_pieces(self, pieces: list[Any]) -> None:
        for kind, text in pieces:
            if kind == "reasoning":
                self._add_reasoning(text, [])
            else:
                logprobs, self._logprobs = self._logprobs, []
                self._get_message().add_text(text, logprobs)

    def _hold_rest(self, rest: JSONObject) -> None:
        """Keep fields without counterpart for the message; they alone neither open one nor end a thought."""
        self._rest = merge_fields(self._rest, rest)
        if isinstance(self._current, MessageItem):
            self._current.add_rest(self._rest)
            self._rest = {}

    def _place_rest(self) -> None:
        """Give fields for which no message came to the first call, and without one to the response."""
        calls = [item for item in self._items if isinstance(item, CallItem)]
        if calls:
            calls[0].add_rest(self._rest)
        else:
            self._head.rest = merge_fields(self._head.rest, self._rest)
        self._rest = {}

    def _add_reasoning(self, text: str, details: list[JSONObject]) -> None:
        if not isinstance(self._current, DetailedReasoning):
            self._close_current()
            self._current = DetailedReasoning(self._head.own_id, len(self._items), self._emit, self._provider)
            self._items.append(self._current)
        self._last = self._current
        if text:
            self._current.add_text(text)
        self._current.add_details(details)

    def _get_message(self) -> MessageItem:
        if not isinstance(self._current, MessageItem):
            self._close_current()
            self._current = MessageItem(self._head.own_id, len(self._items), self._emit)
            self._items.append(self._current)
            self._hold_rest({})
        self._last = self._current
        return self._current

    def _open_call(self, call: JSONObject) -> CallItem:
        item = CallItem(self._head.own_id, len(self._items), self._emit, call)
        self._items.append(item)
        return item

    def _is_last(self, item: Item) -> bool:
        """Say whether the last piece was one of this item, which is then what an early end has cut."""
        return item is (self._last.item if isinstance(self._last, Call) else self._last)

    def _close_current(self) -> None:
        if self._current is not None:
            self._settle_logprobs()
            self._current.close("completed")
        self._current = None

    def _settle_logprobs(self) -> None:
        """Give log probabilities for which no text followed to the message that they came after."""
        if self._logprobs and isinstance(self._current, MessageItem):
            self._current.add_logprobs(self._logprobs)
            self._logprobs = []

    def _fail(self, error: JSONObject, *, is_reported: bool) -> None:
        self._begin()
        if is_reported:
            self._emit("error", error=error)
        rest = {name: value for name, value in error.items() if name not in ("type", "param")}
        self._end("failed", {**rest, "code": error["code"] or error["type"]})

    def _end(self, status: str, error: JSONObject | None) -> None:
        self.final = self._build(status, error)
        self._emit(f"response.{status}", response=self.final)

    def _build(self, status: str, error: JSONObject | None) -> JSONObject:
        ended = "incomplete" if status != "completed" else status
        output = [
            item.build(ended if item.is_open or self._is_last(item) else "completed") for item in self._items
        ]
        ending = build_ending(self._head, status, error)
        return build_resource(self._head, self._fields, ending, output, self._clock())


def build_response(body: JSONObject, fields: Mapping[str, Any], row: ProviderRow, now: float) -> JSONObject:
    """Return the ResponseResource for a Chat completion; a body that is none gives a failed response."""
    reducer = ChatReducer(fields, row, lambda: now)
    choice = find_choice(body)
    reducer.feed("message", {**body, "choices": [{**choice, "delta": _build_delta(choice)}]})
    reducer.finish()
    assert reducer.final is not None
    return reducer.final


def build_reducer(fields: Mapping[str, Any], row: ProviderRow, clock: Callable[[], float]) -> ChatReducer:
    """Return the reducer of one stream."""
    return ChatReducer(fields, row, clock)


def _build_delta(choice: JSONObject) -> JSONObject:
    """Return a whole message as a delta: calls are told apart by their place."""
    message = read_object(choice.get("message"))
    calls = message.get("tool_calls")
    if not is_array(calls):
        return message
    objects = [call for call in calls if is_object(call)]
    return {**message, "tool_calls": [{**call, "index": index} for index, call in enumerate(objects)]}
