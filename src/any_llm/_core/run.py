"""A run of deltas: events of one class for one place, whose text goes straight into the buffer of that place.

Nearly all of a stream is runs. Any other event ends one, so that nothing can have changed where the next delta goes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import StringIO
from operator import itemgetter
from typing import Any

PLACE = ("item_id", "output_index", "content_index", "summary_index")


class Run:
    """The class and place of the deltas that belong to it, how to see the place, and where their text goes."""

    __slots__ = ("get_place", "kind", "place", "write")

    def __init__(self, event: Any, write: Callable[[str], object]) -> None:
        fields: Mapping[str, Any] = event.__dict__
        self.kind: type = type(event)
        self.get_place: Callable[[Mapping[str, Any]], Any] = itemgetter(
            *(name for name in PLACE if name in fields)
        )
        self.place: Any = self.get_place(fields)
        self.write: Callable[[str], object] = write

    @classmethod
    def begin(cls, event: Any, buffer: StringIO | None) -> Run | None:
        """Return the run that a delta begins, once its own text is in the buffer."""
        return None if buffer is None else cls(event, buffer.write)
