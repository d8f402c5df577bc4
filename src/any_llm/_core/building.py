"""Build deferred model classes: once, one thread at a time, parts before the wholes that contain them."""

from __future__ import annotations

import threading

from openresponses_types.base import SpecModel

_lock = threading.Lock()


def build_model(model: type[SpecModel]) -> None:
    """Build a class and, first, the response tree that its events share."""
    with _lock:
        if not model.__pydantic_complete__:
            model.model_rebuild()


def renew_lock() -> None:
    """Take a new lock, in a process forked while another thread may have held the old one."""
    global _lock  # there is one lock a process
    _lock = threading.Lock()
