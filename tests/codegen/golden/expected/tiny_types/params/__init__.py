# Made by `make generate` from the documents in spec/. Do not edit.
"""Types of tiny. Request side: TypedDicts.

Names are imported on first use; everything listed in `__all__` can be imported from here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tiny_types.params.content import Content, ImageParam, TextParam
    from tiny_types.params.enums import Mode
    from tiny_types.params.items import AssistantMessageParam, CallParam, ItemParam, UserMessageParam
    from tiny_types.params.request import CreateReply
    from tiny_types.params.settings import FormatParam

__all__ = [
    "AssistantMessageParam",
    "CallParam",
    "Content",
    "CreateReply",
    "FormatParam",
    "ImageParam",
    "ItemParam",
    "Mode",
    "TextParam",
    "UserMessageParam",
]

_MODULES = {
    "tiny_types.params.content": ("Content", "ImageParam", "TextParam"),
    "tiny_types.params.enums": ("Mode",),
    "tiny_types.params.items": ("AssistantMessageParam", "CallParam", "ItemParam", "UserMessageParam"),
    "tiny_types.params.request": ("CreateReply",),
    "tiny_types.params.settings": ("FormatParam",),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
