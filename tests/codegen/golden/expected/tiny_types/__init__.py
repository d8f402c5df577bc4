# Made by `make generate` from the documents in spec/. Do not edit.
"""Types of tiny.

Names are imported on first use; everything listed in `__all__` can be imported from here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tiny_types.base import (
        Deviation,
        HttpInfo,
        ResponseMethods,
        SpecModel,
        Unknown,
        UnknownAnnotation,
        UnknownContent,
        UnknownEvent,
        UnknownItem,
        UnknownObject,
        UnknownTool,
        UnknownValue,
        UsageMethods,
        register,
    )
    from tiny_types.calls import InvalidArguments
    from tiny_types.content import Content, Image, Text
    from tiny_types.enums import Mode
    from tiny_types.events import ItemDone, ReplyEvent, ReplyStarted
    from tiny_types.items import AssistantMessage, Call, Item, UserMessage
    from tiny_types.reply import Reply, ReplyChoice, ReplyUsage
    from tiny_types.settings import Labels, Scores

__all__ = [
    "AssistantMessage",
    "Call",
    "Content",
    "Deviation",
    "HttpInfo",
    "Image",
    "InvalidArguments",
    "Item",
    "ItemDone",
    "Labels",
    "Mode",
    "Reply",
    "ReplyChoice",
    "ReplyEvent",
    "ReplyStarted",
    "ReplyUsage",
    "ResponseMethods",
    "Scores",
    "SpecModel",
    "Text",
    "Unknown",
    "UnknownAnnotation",
    "UnknownContent",
    "UnknownEvent",
    "UnknownItem",
    "UnknownObject",
    "UnknownTool",
    "UnknownValue",
    "UsageMethods",
    "UserMessage",
    "register",
]

_MODULES = {
    "tiny_types.content": ("Content", "Image", "Text"),
    "tiny_types.enums": ("Mode",),
    "tiny_types.events": ("ItemDone", "ReplyEvent", "ReplyStarted"),
    "tiny_types.items": ("AssistantMessage", "Call", "Item", "UserMessage"),
    "tiny_types.reply": ("Reply", "ReplyChoice", "ReplyUsage"),
    "tiny_types.settings": ("Labels", "Scores"),
    "tiny_types.base": (
        "Deviation",
        "HttpInfo",
        "ResponseMethods",
        "SpecModel",
        "Unknown",
        "UnknownAnnotation",
        "UnknownContent",
        "UnknownEvent",
        "UnknownItem",
        "UnknownObject",
        "UnknownTool",
        "UnknownValue",
        "UsageMethods",
        "register",
    ),
    "tiny_types.calls": ("InvalidArguments",),
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
