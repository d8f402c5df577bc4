# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: response, as requests take them."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from .enums import ReasoningEffort, ReasoningModeEnum


class Reasoning(TypedDict):
    """Settings for models that reason before answering (gpt-5 and o-series): effort, summaries and
    reuse of earlier reasoning."""

    mode: NotRequired[ReasoningModeEnum]
    """Execution mode of the reasoning; on a response it shows the mode actually applied."""
    effort: NotRequired[ReasoningEffort | None]
    """How much reasoning the model should do; lower values answer faster and use fewer tokens."""
    summary: NotRequired[Literal["auto", "concise", "detailed"] | None]
    """Level of detail of the reasoning summary to produce: `auto`, `concise` or `detailed`. `concise`
    works with `computer-use-preview` and reasoning models after `gpt-5`."""
    context: NotRequired[Literal["auto", "current_turn", "all_turns"] | None]
    """Which earlier reasoning the model sees again: `current_turn`, `all_turns`, or `auto` for the
    model's default (`all_turns` in the `gpt-5.6` family). Responses show the value in effect."""
    generate_summary: NotRequired[Literal["auto", "concise", "detailed"] | None]
    """Deprecated older name of `summary`, with the same values `auto`, `concise` and `detailed`."""
