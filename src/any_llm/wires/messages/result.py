"""What an Anthropic message says besides its content: how it ended and what it used."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from any_llm.wires.endings import read_ending
from any_llm.wires.resource import Ending, Head
from any_llm.wires.values import read_count, read_object, read_text
from any_llm.wires.wire import JSONObject

TRANSLATED = ("id", "type", "role", "content", "model", "stop_reason", "stop_details", "usage", "error")
COUNTS = ("input_tokens", "output_tokens", "cache_read_input_tokens", "output_tokens_details", "service_tier")
TIERS = {"standard": "default"}


@dataclass(slots=True)
class MessageHead(Head):
    """What a message says of itself, its beginning and its end taken together."""

    stop_reason: str = ""
    explanation: str = ""
    usage: JSONObject = field(default_factory=dict[str, Any])

    def read(self, message: JSONObject) -> None:
        """Take in a message, or what a `message_delta` says of its end; the last value counts."""
        self.learn(message, TRANSLATED)
        self.stop_reason = read_text(message.get("stop_reason")) or self.stop_reason
        details = read_object(message.get("stop_details"))
        self.explanation = read_text(details.get("explanation")) or self.explanation
        self.add_usage(message.get("usage"))

    def add_usage(self, usage: Any) -> None:
        """Take counts in; those of the end are totals and replace those of the beginning."""
        self.usage |= {name: value for name, value in read_object(usage).items() if value is not None}
        tier = read_text(self.usage.get("service_tier"))
        self.learn({}, (), service_tier=TIERS.get(tier, tier))


def build_ending(head: MessageHead, status: str, error: JSONObject | None) -> Ending:
    """Return how far an answer is."""
    is_over = status in ("completed", "incomplete")
    reason = read_ending(head.stop_reason)[1] if status == "incomplete" else None
    usage = build_usage(head.usage) if is_over and head.usage else None
    return Ending(status, reason, error, usage, "" if status == "in_progress" else head.stop_reason)


def build_usage(usage: JSONObject) -> JSONObject:
    """Return usage in the words of Responses, where cached tokens are among those of the input."""
    cached, written = (
        read_count(usage.get(name)) for name in ("cache_read_input_tokens", "cache_creation_input_tokens")
    )
    asked, answered = read_count(usage.get("input_tokens")), read_count(usage.get("output_tokens"))
    details = read_object(usage.get("output_tokens_details"))
    thought = details.get("reasoning_tokens", details.get("thinking_tokens"))
    asked += cached + written
    return {
        **{name: value for name, value in usage.items() if name not in COUNTS},
        "input_tokens": asked,
        "output_tokens": answered,
        "total_tokens": asked + answered,
        "input_tokens_details": {"cached_tokens": cached, "cache_write_tokens": written},
        "output_tokens_details": {**details, "reasoning_tokens": read_count(thought)},
    }
