"""Content blocks of a message, whole or piece by piece, in; output items and their events out.

Each piece goes to the item of its block, which its index names. Servers other than Anthropic's let blocks overlap, end
them before their last piece or count them wrongly; so an item stays open until its block has ended, nothing is known
to be missing and another block begins, or else until the answer ends. Only that tells whether the last item is
complete: text blocks side by side are parts of one message.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from any_llm.wires.items import Emit
from any_llm.wires.messages.items import BlockItem, CitedMessage, SignedReasoning, ToolUse, write_input
from any_llm.wires.messages.models import get_tool_name, is_schema_by_tool
from any_llm.wires.resource import Head
from any_llm.wires.values import read_object, read_objects, read_text
from any_llm.wires.wire import JSONObject
from any_llm_calls.rows import ProviderRow

OutputItem = SignedReasoning | CitedMessage | ToolUse | BlockItem
Input = ToolUse | BlockItem | CitedMessage
"""Items that a tool's input goes to; it is a message where it stands for the answer."""


class BlockReader:
    """The items of one answer, and which blocks they come from."""

    def __init__(self, head: Head, fields: Mapping[str, Any], row: ProviderRow, emit: Emit) -> None:
        self._head = head
        self._provider = row.provider
        self._emit = emit
        self._is_summary = read_object(fields.get("reasoning")).get("summary") is not None
        self._answer_tool = get_tool_name(fields) if is_schema_by_tool(fields, row) else None
        self._items: list[OutputItem] = []
        self._places: dict[int, OutputItem] = {}
        self._inputs: dict[int, Input] = {}
        self._last_input: Input | None = None
        self._running: dict[int, OutputItem] = {}

    def start(self, index: Any, block: JSONObject) -> None:
        """Begin a block; what it holds already counts as its first piece."""
        self._forget(index)
        match block.get("type"):
            case "text":
                self._start_text(index, block)
            case "thinking" | "redacted_thinking":
                self._start_thought(index, block)
            case "tool_use" if self._answer_tool is not None and block.get("name") == self._answer_tool:
                message = self._get_message()
                message.begin_answer(write_input(block.get("input")))
                self._place(index, message, is_input=True)
            case "tool_use":
                self._close_whole()
                use = ToolUse(self._head.id, len(self._items), self._emit, block)
                self._items.append(use)
                self._place(index, use, is_input=True)
            case _:
                self._close_whole()
                item = BlockItem(self._head.id, len(self._items), self._emit, block)
                self._items.append(item)
                self._place(index, item, is_input=item.is_tool)

    def add(self, index: Any, delta: JSONObject) -> None:
        """Add a piece to its block, or to the nearest that can hold it; a piece of text or thought may begin one."""
        kind = read_text(delta.get("type"))
        match kind:
            case "text_delta":
                if text := read_text(delta.get("text")):
                    self._find_message(index).add_piece(text)
            case "citations_delta":
                self._find_message(index).add_citation(delta.get("citation"))
            case "thinking_delta":
                if text := read_text(delta.get("thinking")):
                    self._find_thought(index).add_text(text)
            case "signature_delta":
                self._add_signature(index, read_text(delta.get("signature")))
            case "input_json_delta":
                if (tool := self._find_input(index)) is not None:
                    tool.add_json(read_text(delta.get("partial_json")))
            case _:
                item = self._find(index)
                if isinstance(item, BlockItem) and item.is_open:
                    item.add_piece(delta)

    def stop(self, index: Any) -> None:
        """End a block; its item is closed later, when another begins or at the end."""
        item = self._running.pop(index, None) if isinstance(index, int) else self._find(None)
        if item is not None and item not in self._running.values():
            item.settle()

    def settle(self) -> None:
        """Say of the blocks that are being read what only their end tells."""
        for item in self._items:
            if item.is_open:
                item.flush()

    def add_refusal(self, explanation: str) -> None:
        """Say why the model stopped, beside what it had written."""
        self.settle()
        if explanation or (self._items and isinstance(self._items[-1], CitedMessage)):
            self._get_message().add_refusal(explanation)

    def close(self, status: str) -> None:
        """Close the items that are still open."""
        for item in self._items:
            item.close(self._get_status(item, status))

    def build(self, status: str) -> list[JSONObject]:
        """Return the items; the last has the status of the answer, and so has any whose block has not ended."""
        return [item.build(self._get_status(item, status)) for item in self._items]

    def _get_status(self, item: OutputItem, status: str) -> str:
        is_cut = item is self._items[-1] or item in self._running.values()
        return status if is_cut else "completed"

    def _place(self, index: Any, item: OutputItem, *, is_input: bool = False) -> None:
        """Note which item a block belongs to, and whether pieces of a tool's input do."""
        if isinstance(index, int):
            self._places[index] = self._running[index] = item
        if is_input and not isinstance(item, SignedReasoning):
            self._last_input = item
            if isinstance(index, int):
                self._inputs[index] = item

    def _forget(self, index: Any) -> None:
        """Forget the block that had this index: some servers give each the same one."""
        if isinstance(index, int):
            self._running.pop(index, None)
            self._inputs.pop(index, None)

    def _close_whole(self) -> None:
        """Close what cannot change any more, before another item begins."""
        running = list(self._running.values())
        for item in self._items:
            if item.is_open and item not in running:
                item.settle()
                if item.is_whole:
                    item.close("completed")

    def _find(self, index: Any) -> OutputItem | None:
        """Return the item of a block, or the last where the index is not known."""
        last = self._items[-1] if self._items else None
        return self._places.get(index, last) if isinstance(index, int) else last

    def _find_message(self, index: Any) -> CitedMessage:
        item = self._find(index)
        if isinstance(item, CitedMessage) and item.is_open:
            return item
        if isinstance(index, int) and index not in self._places:
            return self._start_text(index, {"type": "text"})
        return self._get_message()

    def _find_thought(self, index: Any) -> SignedReasoning:
        item, last = self._find(index), self._find(None)
        if isinstance(item, SignedReasoning) and item.is_open:
            return item
        if isinstance(index, int) and index not in self._places:
            return self._start_thought(index, {"type": "thinking"})
        if isinstance(last, SignedReasoning) and last.is_open:
            return last
        return self._start_thought(None, {"type": "thinking"})

    def _add_signature(self, index: Any, signature: str) -> None:
        """Add to a signature; one that comes after its thought was closed cannot be told any more."""
        item = self._find(index)
        if not isinstance(item, SignedReasoning):
            thoughts = [one for one in self._items if isinstance(one, SignedReasoning) and one.is_open]
            item = thoughts[-1] if thoughts else None
        if item is None and signature and (not isinstance(index, int) or index not in self._places):
            item = self._find_thought(index)
        if item is not None and item.is_open:
            item.add_signature(signature)

    def _find_input(self, index: Any) -> Input | None:
        """Return what a tool's input goes to: never a block that has ended with all of its input, nor mere text."""
        own = self._inputs.get(index) if isinstance(index, int) else None
        for tool in (own, self._last_input):
            if tool is not None and tool.is_open and (tool in self._running.values() or not tool.is_whole):
                return tool
        return None

    def _start_text(self, index: Any, block: JSONObject) -> CitedMessage:
        message = self._get_message()
        message.begin(read_text(block.get("text")), read_objects(block.get("citations")))
        self._place(index, message)
        return message

    def _start_thought(self, index: Any, block: JSONObject) -> SignedReasoning:
        self._close_whole()
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
        self._place(index, item)
        return item

    def _get_message(self) -> CitedMessage:
        last = self._items[-1] if self._items else None
        if isinstance(last, CitedMessage) and last.is_open:
            return last
        self._close_whole()
        message = CitedMessage(self._head.id, len(self._items), self._emit)
        self._items.append(message)
        return message
