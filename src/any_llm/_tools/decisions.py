"""A call that is about to run, and what a caller's hook can decide about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a call; made by `approve`, `edit` or `refuse` of the pending call."""

    kind: Literal["approve", "edit", "refuse"]
    arguments: Mapping[str, Any] | str = field(default_factory=dict[str, Any])
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PendingCall:
    """A call of one of your tools that the model asks for and that has not run yet.

    `arguments` are the keyword arguments in the types of the function; for a custom tool the text that it gets.
    """

    name: str
    call_id: str
    arguments: Mapping[str, Any] | str
    item: Any = field(repr=False)
    function: Callable[..., Any] = field(repr=False)

    def approve(self) -> Decision:
        """Let the call run as it is."""
        return Decision("approve")

    def edit(self, arguments: Mapping[str, Any] | str) -> Decision:
        """Let the call run with other arguments, which are checked like the model's own."""
        return Decision("edit", arguments=arguments)

    def refuse(self, reason: str = "the user refused this call") -> Decision:
        """Do not run the call; the model is told the reason."""
        return Decision("refuse", reason=reason)
