# Made by `make generate` from the documents in spec/. Do not edit.
"""Where the generated functions meet the code that carries a call out: `any_llm` fills the slots when it is imported.

Generated code imports nothing from `any_llm` at run time, so the arrow between them points one way.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Binding:
    """The slots: each carries out one call of a function, those that begin with `a` return its coroutine."""

    respond: Callable[[str, Any, dict[str, Any]], Any]
    arespond: Callable[[str, Any, dict[str, Any]], Any]
    run_tools: Callable[[str, Any, dict[str, Any]], Any]
    arun_tools: Callable[[str, Any, dict[str, Any]], Any]


binding: Binding = Binding()
