"""A run of deltas: events of one class for one place, whose text goes straight into the buffer of that place.

Nearly all of a stream is runs. Any other event ends one, so that nothing can have changed where the next delta goes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import StringIO
from operator import itemgetter
from typing import Any

PLACE = ("item_id", "output_index", "content_index", "summary_index")

Extend = Callable[[Any], bool]
"""Counts an event in that goes on with the run, and says whether it does; any other event is left alone."""


def begin_run(event: Any, buffer: StringIO | None) -> Extend:
    """Return what extends the run that a delta begins, once its own text is in the buffer."""
    if buffer is None:
        return extend_none
    fields: Mapping[str, Any] = event.__dict__
    kind = type(event)  # pyright: ignore[reportUnknownVariableType]  # any class of an event
    write, has_logprobs = buffer.write, "logprobs" in fields
    get_place: Callable[[Mapping[str, Any]], Any] = itemgetter(*(name for name in PLACE if name in fields))
    place = get_place(fields)

    def extend(event: Any) -> bool:
        if type(event) is not kind:
            return False
        fields = event.__dict__
        if get_place(fields) != place or (has_logprobs and fields["logprobs"]):
            return False
        try:
            write(fields["delta"])
        except TypeError:  # it is no text
            return False
        return True

    return extend


def extend_none(event: Any) -> bool:
    """Say that no run is going on."""
    return False
