"""How long a stream may keep its reader waiting: limits and a clock in, what expired out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from any_llm._core.messages import Timeouts

AFTER_ERROR = 5.0
"""Seconds that a stream gets after an `error` event to say how the response ended; many servers then say nothing."""

SHORTEST = 0.001
"""A wait of zero would be no time at all for bytes that are there already."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit of a stream: the field of `Timeouts` that sets it, and its seconds."""

    name: str
    seconds: float | None

    def describe(self) -> str:
        """Return what was waited for in vain, and the option that allows more."""
        within = "for too long" if self.seconds is None else f"for {self.seconds:g} s"
        match self.name:
            case "total":
                return (
                    f"the stream did not end within {self.seconds:g} s; raise timeout['total'] to wait longer"
                )
            case "first_event":
                return f"no event {within} after the head of the stream; raise timeout['first_event'] to wait longer"
            case "idle":
                return (
                    f"no event {within}, at most keep-alive bytes; raise stream_idle_timeout to wait longer"
                )
            case _:
                return f"no bytes from the server {within}; raise timeout to wait longer"


class Waits:
    """The clock of one stream. The time between two events that the caller takes does not count."""

    def __init__(self, timeouts: Timeouts, clock: Callable[[], float]) -> None:
        self._timeouts = timeouts
        self._clock = clock
        self._began = self._last = clock()
        self._has_begun = False
        self._is_bounded = any(
            limit is not None for limit in (timeouts.first_event, timeouts.idle, timeouts.total)
        )

    @property
    def _silence(self) -> Limit:
        """The limit on the wait for the next event."""
        if not self._has_begun and self._timeouts.first_event is not None:
            return Limit("first_event", self._timeouts.first_event)
        return Limit("idle", self._timeouts.idle)

    def restart(self) -> None:
        """Begin to wait for an event again, on another connection."""
        self._last = self._clock()

    def note_event(self) -> None:
        """Take in that an event came, and that the caller is done with it."""
        self._has_begun = True
        if self._timeouts.idle is not None:
            self._last = self._clock()

    def get_wait(self, *, is_failed: bool) -> float | None:
        """Return the seconds that the next bytes may take, None without a limit of ours."""
        waits = [AFTER_ERROR] if is_failed else []
        silence, total = self._silence.seconds, self._timeouts.total
        if silence is not None or total is not None:
            now = self._clock()
            waits += [] if silence is None else [self._last + silence - now]
            waits += [] if total is None else [self._began + total - now]
        return max(min(waits), SHORTEST) if waits else None

    def find_expired(self, *, has_frames: bool) -> Limit | None:
        """Return the limit that has run out by now, None if none has; frames end the silence."""
        if not self._is_bounded:
            return None
        silence, total, now = self._silence, self._timeouts.total, self._clock()
        if total is not None and now - self._began >= total:
            return Limit("total", total)
        if has_frames:
            self._last = now
        elif silence.seconds is not None and now - self._last >= silence.seconds:
            return silence
        return None

    def find_shortest(self) -> Limit:
        """Return the limit that a wait without any byte ran into."""
        read = Limit("read", self._timeouts.read)
        waits = [
            (self._last, self._silence),
            (self._began, Limit("total", self._timeouts.total)),
            (self._last, read),
        ]
        known = [(start + limit.seconds, limit) for start, limit in waits if limit.seconds is not None]
        return min(known, key=lambda entry: entry[0])[1] if known else read
