# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: enums, as servers send them."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

from openresponses_types.base import (
    UnknownValue,
)

ToolChoiceValueEnum = TypeAliasType("ToolChoiceValueEnum", Literal["none", "auto", "required"] | UnknownValue)


VerbosityEnum = TypeAliasType("VerbosityEnum", Literal["low", "medium", "high"] | UnknownValue)


ReasoningEffortEnum = TypeAliasType(
    "ReasoningEffortEnum", Literal["none", "low", "medium", "high", "xhigh"] | UnknownValue
)


ReasoningSummaryEnum = TypeAliasType(
    "ReasoningSummaryEnum", Literal["concise", "detailed", "auto"] | UnknownValue
)


TruncationEnum = TypeAliasType("TruncationEnum", Literal["auto", "disabled"] | UnknownValue)


MessageRole = TypeAliasType("MessageRole", Literal["user", "assistant", "system", "developer"] | UnknownValue)


ImageDetail = TypeAliasType("ImageDetail", Literal["low", "high", "auto"] | UnknownValue)


MessageStatus = TypeAliasType(
    "MessageStatus", Literal["in_progress", "completed", "incomplete"] | UnknownValue
)


FunctionCallStatus = TypeAliasType(
    "FunctionCallStatus", Literal["in_progress", "completed", "incomplete"] | UnknownValue
)


FunctionCallOutputStatusEnum = TypeAliasType(
    "FunctionCallOutputStatusEnum", Literal["in_progress", "completed", "incomplete"] | UnknownValue
)
