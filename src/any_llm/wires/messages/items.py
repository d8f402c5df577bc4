"""Output items that only this wire has: a thought with its signature, and a block that Responses has no item for."""

from __future__ import annotations

import json

from any_llm.wires.blobs import seal
from any_llm.wires.items import Emit, Item, ReasoningItem
from any_llm.wires.messages.tools import OWN
from any_llm.wires.wire import JSONObject


class SignedReasoning(ReasoningItem):
    """A thought; what is needed to send it back, its text apart, is sealed."""

    def __init__(
        self, answer_id: str, index: int, emit: Emit, provider: str, block: JSONObject, *, is_summary: bool
    ) -> None:
        self._provider = provider
        self._block = {name: value for name, value in block.items() if name not in ("thinking", "signature")}
        self._signature = ""
        super().__init__(answer_id, index, emit, is_summary=is_summary)

    def add_signature(self, signature: str) -> None:
        """Take a piece of the signature in."""
        self._signature += signature

    def build_sealed(self) -> str | None:
        """Return the block without its text; a thought that has no signature cannot go back."""
        if self._block.get("type") == "redacted_thinking":
            return seal(self._provider, self._block)
        return (
            seal(self._provider, {**self._block, "signature": self._signature}) if self._signature else None
        )


class BlockItem(Item):
    """A block as it came, such as the call of a tool that the server runs, or what it gave."""

    def __init__(self, answer_id: str, index: int, emit: Emit, block: JSONObject) -> None:
        super().__init__("blk", answer_id, index, emit)
        self._block = block
        self._open()

    def add_piece(self, delta: JSONObject) -> None:
        """Take a piece in: text continues what the block has under the same name, anything else replaces it."""
        for name, value in delta.items():
            old = self._block.get(name)
            is_text = isinstance(old, str) and isinstance(value, str)
            if name != "type":
                self._block = {**self._block, name: f"{old}{value}" if is_text else value}

    def add_input(self, text: str) -> None:
        """Take the input of a tool in, as it was told in pieces."""
        try:
            self._block = {**self._block, "input": json.loads(text)}
        except ValueError:
            self._block = {**self._block, "input": text}

    def build(self, status: str) -> JSONObject:
        """Return the item as it is now."""
        return {
            "type": f"{OWN}{self._block.get('type')}",
            "id": self.id,
            "status": status,
            "block": self._block,
        }
