# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: enums, as requests take them."""

from __future__ import annotations

from typing import Literal, TypeAlias

IncludeEnum: TypeAlias = Literal["reasoning.encrypted_content", "message.output_text.logprobs"]


ToolChoiceValueEnum: TypeAlias = Literal["none", "auto", "required"]


VerbosityEnum: TypeAlias = Literal["low", "medium", "high"]


ReasoningEffortEnum: TypeAlias = Literal["none", "low", "medium", "high", "xhigh"]


ReasoningSummaryEnum: TypeAlias = Literal["concise", "detailed", "auto"]


TruncationEnum: TypeAlias = Literal["auto", "disabled"]


ServiceTierEnum: TypeAlias = Literal["auto", "default", "flex", "priority"]


ImageDetail: TypeAlias = Literal["low", "high", "auto"]


FunctionCallStatus: TypeAlias = Literal["in_progress", "completed", "incomplete"]
