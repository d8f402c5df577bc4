"""Warn the caller: the warning points at the first line outside this library, whatever the colour of the call."""

from __future__ import annotations

import inspect
import warnings

OURS = ("any_llm", "any_llm_calls")


def warn_caller(message: str, category: type[Warning]) -> None:
    """Issue a warning at the caller's own line."""
    level = 2  # 1 is the line below that warns
    frame = inspect.currentframe()
    frame = frame.f_back if frame is not None else None
    while frame is not None and frame.f_globals.get("__name__", "").split(".")[0] in OURS:
        frame = frame.f_back  # `skip_file_prefixes` does this from Python 3.12 on
        level += 1
    warnings.warn(message, category, stacklevel=level)
