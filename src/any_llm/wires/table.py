"""The wires by name; Responses is the one that needs no translation."""

from __future__ import annotations

from any_llm.wires.wire import Wire


def get_wire(name: str) -> Wire | None:
    """Return the wire of a name; None for Responses itself. Translators are loaded when they are first used."""
    match name:
        case "chat":
            from any_llm.wires.chat import CHAT

            return CHAT
        case "messages":
            from any_llm.wires.messages import MESSAGES

            return MESSAGES
        case _:
            return None
