"""Content blocks of a message, whole or piece by piece, in; output items and their events out.

Blocks come one after the other. The item of a block stays open until the next block begins or the answer ends: text
blocks side by side are parts of one message, and only the end tells whether the last item is complete.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from any_llm.wires.items import CallItem, Emit, Item, MessageItem
from any_llm.wires.messages.citations import read_citations
from any_llm.wires.messages.items import BlockItem, SignedReasoning
from any_llm.wires.messages.models import get_tool_name, is_schema_by_tool
from any_llm.wires.resource import Head
from any_llm.wires.values import read_object, read_objects, read_text
from any_llm.wires.wire import JSONObject
from any_llm_calls.rows import ProviderRow

KINDS = {
    "text_delta": "text",
    "citations_delta": "text",
    "thinking_delta": "thinking",
    "signature_delta": "thinking",
}
"""The kind of block that a piece belongs to, for pieces whose block never began."""

CALL_KEYS = ("type", "id", "name", "input")


class BlockReader:
    """The items of one answer, and the block that is being read."""

    def __init__(self, head: Head, fields: Mapping[str, Any], row: ProviderRow, emit: Emit) -> None:
        self._head = head
        self._provider = row.provider
        self._emit = emit
        self._is_summary = read_object(fields.get("reasoning")).get("summary") is not None
        self._answer_tool = get_tool_name(fields) if is_schema_by_tool(fields, row) else None
        self._items: list[Item] = []
        self._index: Any = None
        self._pieces: list[str] = []
        self._citations: list[Any] = []
        self._length = 0

    def start(self, index: Any, block: JSONObject) -> None:
        """Begin a block; what it holds already counts as its first piece."""
        self.settle()
        self._index = index
        match block.get("type"):
            case "text":
                self._get_message().begin_text()
                self._add_text(read_text(block.get("text")))
                self._citations += read_objects(block.get("citations"))
            case "thinking" | "redacted_thinking":
                self._start_reasoning(block)
            case "tool_use" if block.get("name") == self._answer_tool:
                self._get_message().begin_text()
                self._add_text(_write(block.get("input")))
            case "tool_use":
                self._start_call(block)
            case _:
                self._start_block(block)

    def add(self, index: Any, delta: JSONObject) -> None:
        """Add a piece to the block; one whose block never began, or is over, begins another."""
        kind = read_text(delta.get("type"))
        if index != self._index or not self._items:
            self.start(index, {"type": KINDS.get(kind, "text")})
        item = self._items[-1]
        match kind:
            case "text_delta":
                self._add_text(read_text(delta.get("text")))
            case "citations_delta":
                self._citations.append(delta.get("citation"))
            case "thinking_delta" if isinstance(item, SignedReasoning):
                if text := read_text(delta.get("thinking")):
                    item.add_text(text)
            case "signature_delta" if isinstance(item, SignedReasoning):
                item.add_signature(read_text(delta.get("signature")))
            case "input_json_delta":
                self._add_json(item, read_text(delta.get("partial_json")))
            case _ if isinstance(item, BlockItem):
                item.add_piece(delta)
            case _:
                pass

    def stop(self, index: Any) -> None:
        """End a block; its item is closed with the next one, or at the end."""
        if index == self._index:
            self.settle()
            if self._items:
                self._items[-1].settle()

    def settle(self) -> None:
        """Say of the block that is being read what only its end tells."""
        item = self._items[-1] if self._items else None
        if isinstance(item, MessageItem):
            for annotation in read_citations(self._citations, self._length):
                item.add_annotation(annotation)
        elif isinstance(item, BlockItem) and self._pieces:
            item.add_input("".join(self._pieces))
        self._index, self._pieces, self._citations, self._length = None, [], [], 0

    def add_refusal(self, explanation: str) -> None:
        """Say why the model stopped, beside what it had written."""
        self.settle()
        if explanation or (self._items and isinstance(self._items[-1], MessageItem)):
            self._get_message().add_refusal(explanation)

    def close(self, status: str) -> None:
        """Close the last item."""
        self.settle()
        if self._items:
            self._items[-1].close(status)

    def build(self, status: str) -> list[JSONObject]:
        """Return the items; the last has the status of the answer."""
        last = len(self._items) - 1
        return [item.build(status if item.index == last else "completed") for item in self._items]

    def _close_last(self) -> None:
        if self._items:
            self._items[-1].close("completed")

    def _start_reasoning(self, block: JSONObject) -> None:
        self._close_last()
        item = SignedReasoning(
            self._head.id,
            len(self._items),
            self._emit,
            self._provider,
            block,
            is_summary=self._is_summary,
        )
        self._items.append(item)
        if text := read_text(block.get("thinking")):
            item.add_text(text)
        item.add_signature(read_text(block.get("signature")))

    def _start_call(self, block: JSONObject) -> None:
        self._close_last()
        call = {"id": read_text(block.get("id")), "name": read_text(block.get("name")), "is_custom": False}
        item = CallItem(self._head.id, len(self._items), self._emit, call)
        self._items.append(item)
        item.add_rest({name: value for name, value in block.items() if name not in CALL_KEYS})
        if arguments := _write(block.get("input")):
            item.add_arguments(arguments)

    def _start_block(self, block: JSONObject) -> None:
        self._close_last()
        self._items.append(BlockItem(self._head.id, len(self._items), self._emit, block))

    def _get_message(self) -> MessageItem:
        last = self._items[-1] if self._items else None
        if isinstance(last, MessageItem):
            return last
        self._close_last()
        message = MessageItem(self._head.id, len(self._items), self._emit)
        self._items.append(message)
        return message

    def _add_text(self, text: str) -> None:
        if text:
            self._length += len(text)
            self._get_message().add_text(text)

    def _add_json(self, item: Item, text: str) -> None:
        if isinstance(item, CallItem):
            if text:
                item.add_arguments(text)
        elif isinstance(item, MessageItem):
            self._add_text(text)
        else:
            self._pieces.append(text)


def _write(value: Any) -> str:
    """Return a tool's input as text; an empty one is yet to come, piece by piece."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else ""
