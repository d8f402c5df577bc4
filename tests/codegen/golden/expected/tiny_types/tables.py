# Made by `make generate` from the documents in spec/. Do not edit.
"""Tables made from the document: which fields it requires, and which class answers for which event."""

from __future__ import annotations

from tiny_types.base import SpecModel
from tiny_types.content import Image, Text
from tiny_types.events import ItemDone, ReplyStarted
from tiny_types.items import AssistantMessage, Call, UserMessage
from tiny_types.reply import Reply, ReplyUsage

REQUIRED: dict[type[SpecModel], frozenset[str]] = {
    Text: frozenset(("type", "text")),
    Image: frozenset(("type", "url")),
    UserMessage: frozenset(("type", "role", "content")),
    AssistantMessage: frozenset(("type", "role", "content")),
    Call: frozenset(("type", "name")),
    Reply: frozenset(("id", "schema", "error", "output")),
    ReplyStarted: frozenset(("type", "reply")),
    ItemDone: frozenset(("type", "item")),
    ReplyUsage: frozenset(("tokens",)),
}
"""Fields that the document requires, by class; the deviation report reads it."""

EVENTS: dict[str, type[SpecModel]] = {"reply.started": ReplyStarted, "item.done": ItemDone}
"""Stream event classes by the value of their `type`."""

UNIONS: dict[str, dict[str, type[SpecModel]]] = {
    "Item": {"call": Call},
    "Content": {"text": Text, "image": Image},
    "ReplyChoice": {"call": Call, "text": Text},
}
"""Members of the tagged unions by the value of `type`, where one class answers for it."""
