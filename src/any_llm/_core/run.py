"""A run of deltas: events of one class for one place, whose text goes straight into the buffer of that place.

Nearly all of a stream is runs. Any other event ends one, so that nothing can have changed where the next delta goes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from io import StringIO
from operator import itemgetter
from typing import Any

PLACE = ("item_id", "output_index", "content_index", "summary_index")
TEXT = itemgetter("delta")
LOGPROBS = itemgetter("logprobs")


class Run:
    """The class and place of the deltas that belong to it, how to see the place, and where their text goes."""

    __slots__ = ("_get_place", "_has_logprobs", "_kind", "_place", "_write")

    def __init__(self, event: Any, write: Callable[[str], object]) -> None:
        fields: Mapping[str, Any] = event.__dict__
        names = (name for name in PLACE if name in fields)
        self._kind: type = type(event)
        self._get_place: Callable[[Mapping[str, Any]], Any] = itemgetter(*names)
        self._place: Any = self._get_place(fields)
        self._has_logprobs: bool = "logprobs" in fields
        self._write: Callable[[str], object] = write

    @classmethod
    def begin(cls, event: Any, buffer: StringIO | None) -> Run | None:
        """Return the run that a delta begins, once its own text is in the buffer."""
        return None if buffer is None else cls(event, buffer.write)

    def take(self, events: Sequence[Any]) -> bool:
        """Write the text of events that all belong to the run, and say whether they do; if not, nothing is written."""
        count = len(events)
        if [*map(type, events)].count(self._kind) != count:
            return False
        fields: list[Mapping[str, Any]] = [event.__dict__ for event in events]
        if [*map(self._get_place, fields)].count(self._place) != count:
            return False
        if self._has_logprobs and any(map(LOGPROBS, fields)):
            return False
        try:
            text = "".join(map(TEXT, fields))
        except TypeError:  # one of them is no string
            return False
        self._write(text)
        return True
