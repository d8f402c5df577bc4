"""How an answer ended: a server's word for it in, the status of the response and why it is incomplete out.

One table for all wires: behind a gateway, a model of one maker ends with the words of another.
"""

from __future__ import annotations

from typing import Literal

Status = Literal["completed", "incomplete", "failed"]

# Words as of 2026-11: those of Chat Completions and Messages; Gemini's FinishReason, Bedrock's stopReason, Cohere's,
# Mistral's (model_length), OpenRouter's (error) and DeepSeek's (insufficient_system_resource) among others.
FILTERED = (
    "content_filter",
    "content_filtered",
    "safety",
    "recitation",
    "prohibited_content",
    "blocklist",
    "spii",
    "sensitive",
    "guardrail_intervened",
    "refusal",
    "error_toxic",
)
CUT = (
    "length",
    "max_tokens",
    "max_output_tokens",
    "model_length",
    "token_limit",
    "error_limit",
    "model_context_window_exceeded",
)
FAILED = (
    "error",
    "network_error",
    "abort",
    "aborted",
    "cancelled",
    "user_cancel",
    "time_limit",
    "timeout",
    "malformed_function_call",
    "function_call_filter",
    "tool_error",
    "insufficient_system_resource",
)
ENDS: dict[str, tuple[Status, str | None]] = {
    **dict.fromkeys(FILTERED, ("incomplete", "content_filter")),
    **dict.fromkeys(CUT, ("incomplete", "max_output_tokens")),
    **dict.fromkeys(FAILED, ("failed", None)),
    "pause_turn": ("incomplete", "anthropic:pause_turn"),
}
"""Every word that is no normal end. After `pause_turn`, with which Anthropic's server interrupts its own tools, the
same conversation with these items goes on."""

STANDARD = frozenset(
    [
        "stop",
        "tool_calls",
        "length",
        "content_filter",
        "function_call",
        "end_turn",
        "tool_use",
        "max_tokens",
        "stop_sequence",
        "pause_turn",
        "refusal",
        "model_context_window_exceeded",
    ]
)
"""Words of the two protocols themselves: the status says all of them that matters."""


def read_ending(word: str) -> tuple[Status, str | None]:
    """Return the status and why it is incomplete; a word that nobody knows is a normal end.

    Some servers put two words into one, such as `content_filter: RECITATION`: the first that is no normal end counts.
    """
    for part in word.casefold().split(":"):
        if (end := ENDS.get(part.strip().replace("-", "_"))) is not None:
            return end
    return "completed", None


def find_own_word(word: str) -> str | None:
    """Return a word that only this provider has, to be kept on the response; None for those of the protocols."""
    return None if not word or word in STANDARD else word
