"""Output items of this wire: signed thoughts, cited text, calls by input, blocks that Responses has no item for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from any_llm._core.json_values import is_object
from any_llm.wires.blobs import seal
from any_llm.wires.items import CallItem, Emit, Item, MessageItem, ReasoningItem
from any_llm.wires.messages.citations import read_citations
from any_llm.wires.messages.tools import OWN
from any_llm.wires.values import read_object, read_text
from any_llm.wires.wire import JSONObject

CALL_KEYS = ("type", "id", "name", "input")


class SignedReasoning(ReasoningItem):
    """A thought; what is needed to send it back, its text apart, is sealed."""

    def __init__(
        self, answer_id: str, index: int, emit: Emit, provider: str, block: JSONObject, *, is_summary: bool
    ) -> None:
        self._provider = provider
        self._block = {name: value for name, value in block.items() if name not in ("thinking", "signature")}
        self._signature = ""
        super().__init__(answer_id, index, emit, is_summary=is_summary)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is known to be missing: some servers sign a thought after its end."""
        return bool(self._signature) or self._block.get("type") == "redacted_thinking"

    def add_text(self, text: str) -> None:
        """Take a piece of the thought in; one that comes after its end has the whole told once more."""
        super().add_text(text)
        self._is_inside_open = True

    def add_signature(self, signature: str) -> None:
        """Take a piece of the signature in."""
        self._signature += signature

    def flush(self) -> None:
        """Put in what was held back: nothing is."""

    def build_sealed(self) -> str | None:
        """Return the block without its text; a thought that has no signature cannot go back."""
        if self._block.get("type") == "redacted_thinking":
            return seal(self._provider, self._block)
        return (
            seal(self._provider, {**self._block, "signature": self._signature}) if self._signature else None
        )


class CitedMessage(MessageItem):
    """Blocks of text side by side, with their citations; the input of a tool may stand for the answer."""

    def __init__(self, answer_id: str, index: int, emit: Emit) -> None:
        super().__init__(answer_id, index, emit)
        self._citations: list[Any] = []
        self._length = 0
        self._is_answer = False
        self._given = ""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is known to be missing: an answer is at least an empty object."""
        return not self._is_answer or self._length > 0

    def begin(self, text: str, citations: Sequence[Any]) -> None:
        """Begin a block of text."""
        self._begin_block(is_answer=False)
        self._citations = [*citations]
        self.add_piece(text)

    def begin_answer(self, given: str) -> None:
        """Begin the input of the tool that stands for the answer."""
        self._begin_block(is_answer=True)
        self._given = given

    def add_piece(self, text: str) -> None:
        """Take a piece of text in."""
        if text:
            self._length += len(text)
            self.add_text(text)

    def add_citation(self, citation: Any) -> None:
        """Take a citation in; it is told when the length of its text is known."""
        self._citations.append(citation)

    def add_json(self, text: str) -> None:
        """Take a piece of the answer in; it counts instead of what the block began with."""
        self._given = self._given if not text else ""
        self.add_piece(text)

    def flush(self) -> None:
        """Put in what was held back until the end of the block."""
        given, self._given = self._given, ""
        self.add_piece(given)
        citations, self._citations = self._citations, []
        for annotation in read_citations(citations, self._length):
            self.add_annotation(annotation)

    def settle(self) -> None:
        """Say that the block is whole."""
        self.flush()
        if self.is_whole:
            super().settle()

    def close(self, status: str) -> None:
        """Say that nothing more is coming."""
        if self.is_open:
            self._end_block(status)
        super().close(status)

    def _begin_block(self, *, is_answer: bool) -> None:
        self._end_block("completed")
        self._length, self._is_answer = 0, is_answer
        self.begin_text()

    def _end_block(self, status: str) -> None:
        self.flush()
        if status == "completed" and not self.is_whole:
            self.add_piece("{}")


class ToolUse(CallItem):
    """A call whose input comes in pieces, or with its beginning where there are no pieces."""

    def __init__(self, answer_id: str, index: int, emit: Emit, block: JSONObject) -> None:
        self._given = write_input(block.get("input"))
        call = {"id": read_text(block.get("id")), "name": read_text(block.get("name")), "is_custom": False}
        super().__init__(answer_id, index, emit, call)
        self.add_rest({name: value for name, value in block.items() if name not in CALL_KEYS})

    @property
    def is_whole(self) -> bool:
        """Whether the arguments are an object, so that no more can belong to them."""
        if not self._pieces or "}" not in self._pieces[-1]:
            return False
        try:
            return is_object(json.loads("".join(self._pieces)))
        except (ValueError, RecursionError):
            return False

    def add_json(self, text: str) -> None:
        """Take a piece of the input in; it counts instead of what the block began with."""
        if text:
            self._given = ""
            self.add_arguments(text)

    def flush(self) -> None:
        """Put in the input that the block began with."""
        given, self._given = self._given, ""
        if given:
            self.add_arguments(given)

    def settle(self) -> None:
        """Say that the arguments are whole, if they are: pieces may come after the end of their block."""
        self.flush()
        if self.is_whole:
            super().settle()

    def close(self, status: str) -> None:
        """Say that nothing more is coming."""
        if self.is_open:
            self.flush()
        super().close(status)


class BlockItem(Item):
    """A block as it came, such as the call of a tool that the server runs, or what it gave."""

    def __init__(self, answer_id: str, index: int, emit: Emit, block: JSONObject) -> None:
        super().__init__("blk", answer_id, index, emit)
        self._block = block
        self._texts: list[str] = []
        self._open()

    @property
    def is_tool(self) -> bool:
        """Whether it is the call of a tool, which has an input."""
        return read_text(self._block.get("type")).endswith("tool_use")

    @property
    def is_whole(self) -> bool:
        """Whether nothing is known to be missing: the input of a tool may come after its block."""
        return not self.is_tool or bool(read_object(self._block.get("input")))

    def add_piece(self, delta: JSONObject) -> None:
        """Take a piece in: text continues what the block has under the same name, anything else replaces it."""
        for name, value in delta.items():
            old = self._block.get(name)
            is_text = isinstance(old, str) and isinstance(value, str)
            if name != "type":
                self._block = {**self._block, name: f"{old}{value}" if is_text else value}

    def add_json(self, text: str) -> None:
        """Take a piece of the input of a tool in."""
        self._texts.append(text)

    def flush(self) -> None:
        """Put in the input as far as it was told in pieces."""
        if text := "".join(self._texts):
            try:
                self._block = {**self._block, "input": json.loads(text)}
            except (ValueError, RecursionError):
                self._block = {**self._block, "input": text}

    def settle(self) -> None:
        """Say that the block is whole."""
        self.flush()
        super().settle()

    def close(self, status: str) -> None:
        """Say that nothing more is coming."""
        if self.is_open:
            self.flush()
        super().close(status)

    def build(self, status: str) -> JSONObject:
        """Return the item as it is now."""
        return {
            "type": f"{OWN}{self._block.get('type')}",
            "id": self.id,
            "status": status,
            "block": self._block,
        }


def write_input(value: Any) -> str:
    """Return a tool's input as text; an empty one is yet to come, piece by piece."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else ""
