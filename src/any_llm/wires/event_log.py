"""The events of a translated stream while they are made, numbered from 0 without a gap."""

from __future__ import annotations

from typing import Any

from any_llm.wires.wire import JSONObject


class EventLog:
    """Numbers events and keeps them until they are taken."""

    __slots__ = ("_events", "_sequence_number")

    def __init__(self) -> None:
        self._events: list[JSONObject] = []
        self._sequence_number = 0

    def emit(self, kind: str, **data: Any) -> None:
        """Add an event: its `type`, then its fields by name."""
        self._events.append({"type": kind, "sequence_number": self._sequence_number, **data})
        self._sequence_number += 1

    def take(self) -> list[JSONObject]:
        """Return the events since the last time."""
        events, self._events = self._events, []
        return events
