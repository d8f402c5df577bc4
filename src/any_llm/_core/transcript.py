"""A conversation as plain data: its items, and what of them the server has kept. Pure and immutable.

Two ways lead to the next turn: name the last response where the server keeps state, or send all items again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from any_llm._core.json_values import is_array
from any_llm._core.replay import build_input
from any_llm_calls.rows import ProviderRow


class History(Enum):
    """Who remembers a conversation."""

    CLIENT = "client"
    """Every request carries all items."""
    RESPONSE = "response"
    """The server keeps each response; a request names the last one in `previous_response_id`."""
    CONVERSATION = "conversation"
    """The server keeps a conversation object, which the caller named."""


def find_history(row: ProviderRow, parameters: Mapping[str, Any], *, stateful: bool | None) -> History:
    """Return who remembers the conversation.

    Args:
        row: the provider; one that is not known to keep state is treated as if it kept none.
        parameters: parameters of the call; `store=False` means that nothing is kept.
        stateful: the caller's word on it, which counts more than the row.
    """
    if parameters.get("conversation") is not None:
        return History.CONVERSATION
    if (parameters.get("wire") or row.wire) != "responses":
        return History.CLIENT
    keeps = row.state == "yes" and "previous_response_id" not in row.refuses
    if parameters.get("store") is False or not (keeps if stateful is None else stateful):
        return History.CLIENT
    return History.RESPONSE


@dataclass(frozen=True, slots=True)
class Transcript:
    """All items of a conversation, oldest first.

    `response_id` is the last response that the server has kept; the first `known` items are part of it.
    """

    items: tuple[Any, ...] = ()
    response_id: str | None = None
    known: int = 0

    def build_request(self, added: Sequence[Any], history: History) -> tuple[list[Any], dict[str, Any]]:
        """Return the input of the next request, and the parameter that names what the server knows already."""
        if history is History.CONVERSATION:
            return [*self.items[self.known :], *added], {}
        if history is History.RESPONSE and self.response_id is not None:
            return [*self.items[self.known :], *added], {"previous_response_id": self.response_id}
        return [*build_input(self.items, store=False), *added], {}

    def add(self, added: Sequence[Any], response: Any, history: History) -> Transcript:
        """Return the transcript after a turn: what was said, and the output of the response."""
        output: list[Any] = response.output if is_array(response.output) else []
        items = (*self.items, *added, *output)
        is_kept = history is not History.CLIENT and getattr(response, "store", None) is not False
        if not is_kept or not isinstance(response.id, str):
            return Transcript(items)
        return Transcript(items, response.id, len(items))

    def append(self, added: Sequence[Any]) -> Transcript:
        """Return the transcript with items that the server has not seen yet."""
        return Transcript((*self.items, *added), self.response_id, self.known)

    def forget_server(self) -> Transcript:
        """Return the same items for a server that has lost what it knew of them."""
        return Transcript(self.items)
