# Made by `make generate` from the documents in spec/. Do not edit.
"""Tables made from the document: which fields it requires, and which class answers for which event.

Classes stand here by their names, so that reading a table loads none of them.
"""

from __future__ import annotations

REQUIRED: dict[str, frozenset[str]] = {
    "Text": frozenset(("type", "text")),
    "Image": frozenset(("type", "url")),
    "UserMessage": frozenset(("type", "role", "content")),
    "AssistantMessage": frozenset(("type", "role", "content")),
    "Call": frozenset(("type", "name")),
    "Reply": frozenset(("id", "schema", "error", "output")),
    "ReplyStarted": frozenset(("type", "reply")),
    "ItemDone": frozenset(("type", "item")),
    "ReplyUsage": frozenset(("tokens",)),
}
"""Fields that the document requires, by class; the deviation report reads it."""

EVENTS: dict[str, str] = {"reply.started": "ReplyStarted", "item.done": "ItemDone"}
"""Stream event classes by the value of their `type`."""
