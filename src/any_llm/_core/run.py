"""A run of deltas: events of one class for one place, whose text goes straight into the buffer of that place.

Nearly all of a stream is runs. Any other event ends one, so that nothing can have changed where the next delta goes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import StringIO
from typing import Any


class Run:
    """The class and place of the deltas that belong to it, and where their text goes."""

    __slots__ = ("_inner", "_inner_index", "_item_id", "_output_index", "_write", "kind")

    def __init__(self, event: Any, write: Callable[[str], object]) -> None:
        fields: Mapping[str, Any] = event.__dict__
        self.kind: type = type(event)
        self._item_id = fields.get("item_id")
        self._output_index = fields.get("output_index")
        self._inner = "summary_index" if "summary_index" in fields else "content_index"
        self._inner_index = fields.get(self._inner)
        self._write = write

    @classmethod
    def begin(cls, event: Any, buffer: StringIO | None) -> Run | None:
        """Return the run that a delta begins, once its own text is in the buffer."""
        return None if buffer is None else cls(event, buffer.write)

    def take(self, fields: Mapping[str, Any]) -> bool:
        """Take the text of an event of this kind in, if it has the same place and nothing but text; say whether."""
        text = fields.get("delta")
        if (
            text.__class__ is not str
            or fields.get("item_id") != self._item_id
            or fields.get("output_index") != self._output_index
            or fields.get(self._inner) != self._inner_index
            or fields.get("logprobs")
        ):
            return False
        self._write(text)  # pyright: ignore[reportArgumentType]  # a string, see above
        return True
