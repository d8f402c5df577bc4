"""The wires by name; Responses is the one that needs no translation."""

from __future__ import annotations

from any_llm.exceptions import UnsupportedProviderError
from any_llm.wires.wire import Wire


def get_wire(name: str, provider: str) -> Wire | None:
    """Return the wire of a name; None for Responses itself. Translators are loaded when they are first used.

    Raises:
        UnsupportedProviderError: the provider speaks a protocol that has no translator.
    """
    if name == "responses":
        return None
    if name == "chat":
        from any_llm.wires.chat import CHAT

        return CHAT
    raise UnsupportedProviderError(
        f"{provider} speaks Anthropic Messages, which this version does not; reach the model through a provider that "
        "serves it on another wire (any-llm providers lists them), or pass wire= for the endpoint that you have",
        provider_name=provider,
    )
