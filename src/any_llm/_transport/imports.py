"""Imports of packages that are not installed, made cheap."""

from __future__ import annotations

import sys
from importlib.util import find_spec


def remember_absence(name: str) -> None:
    """Let imports of a package that is not installed fail at once.

    The HTTP library asks for `sniffio` four times in each async call, and a failing import searches the whole path: a
    sixth of the call (httpcore 1.0.9 without sniffio, 2026-11).
    """
    if find_spec(name) is None:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]  # the documented mark of what cannot be imported
