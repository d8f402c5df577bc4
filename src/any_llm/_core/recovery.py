"""Whether a stream that broke off can go on: sent again while nothing was handed out, after that resumed.

No text is ever handed out twice: after the first event only the events behind the last one are asked for, which
needs a background response that the server keeps (`background` and `store`), and numbered events.
"""

from __future__ import annotations

from typing import Any

from any_llm._core.messages import FailureKind, Reopening

RECOVERED = frozenset({FailureKind.READ, FailureKind.PROTOCOL, FailureKind.CONNECT})
"""Failures after which another connection can help; a server that is silent is not asked again."""


class Recovery:
    """Counts the events handed out and the attempts left; an event that comes renews the attempts."""

    def __init__(self, attempts: int, *, is_resumable: bool) -> None:
        self.has_begun = False
        self._attempts = self._left = attempts
        self.is_resumable: bool = is_resumable
        self._number: int | None = None
        self._told: int | None = None  # the last number of the connections before this one

    @property
    def can_reopen(self) -> bool:
        """Whether the stream can go on after a break."""
        return self._left > 0 and (not self.has_begun or (self.is_resumable and self._number is not None))

    def is_new(self, event: Any) -> bool:
        """Take an event in; False if a resumable stream has told it before."""
        if not self.is_resumable:
            return True
        number = getattr(event, "sequence_number", None)
        if isinstance(number, int):
            if self._told is not None and number <= self._told:
                return False
            self._number, self._left = number, self._attempts
        return True

    def take(self, response_id: Any) -> Reopening | None:
        """Return how to go on, and count it as an attempt; None if the stream cannot go on."""
        if not self.can_reopen or (self.has_begun and not isinstance(response_id, str)):
            return None
        self._left -= 1
        self._told = self._number
        return Reopening(response_id, self._number) if self.has_begun else Reopening()
