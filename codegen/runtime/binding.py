"""Where the generated functions meet the code that carries a call out: `any_llm` fills the slots when it is imported.

Generated code imports nothing from `any_llm` at run time, so the arrow between them points one way.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Binding:
    """Two slots: `respond` carries out a sync call, `arespond` returns the coroutine of an async one."""

    respond: Callable[[str, Any, dict[str, Any]], Any]
    arespond: Callable[[str, Any, dict[str, Any]], Any]


binding: Binding = Binding()
