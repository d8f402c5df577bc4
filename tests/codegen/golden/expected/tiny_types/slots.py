# Made by `make generate` from the documents in spec/. Do not edit.
"""Where the methods of generated classes meet what a person had to decide: `any_llm` fills the slots.

Generated code imports nothing from `any_llm`, so the arrow between them points one way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NoReturn


class Slots:
    """Functions that `any_llm` provides; until it is imported, asking for one raises RuntimeError."""

    build_output: Callable[[Any, Any, Any, Any, Any], Any]
    """Build the item that answers a call: call, value, images, files, error."""
    parse_arguments: Callable[[Any, Any], Any]
    """Read arguments into the types of a function or class."""
    build_input: Callable[[Sequence[Any], bool], list[Any]]
    """Prepare output items for the next request; the flag says whether the server has kept them."""

    def __getattr__(self, name: str) -> NoReturn:
        raise RuntimeError(f"{name!r} is for any_llm to decide; import any_llm first")


slots: Slots = Slots()
