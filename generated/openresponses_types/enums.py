# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: enums, as servers send them."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

from openresponses_types.base import UnknownValue

ToolChoiceValueEnum = TypeAliasType("ToolChoiceValueEnum", Literal["none", "auto", "required"] | UnknownValue)
"""General tool policy: `none` forbids calls, `auto` leaves it to the model, `required` demands at
least one call."""


VerbosityEnum = TypeAliasType("VerbosityEnum", Literal["low", "medium", "high"] | UnknownValue)
"""How detailed the generated text should be: `low`, `medium` or `high`."""


ReasoningEffortEnum = TypeAliasType(
    "ReasoningEffortEnum", Literal["none", "low", "medium", "high", "xhigh"] | UnknownValue
)
"""How much reasoning the model spends before it answers, from `none` up to `xhigh`."""


ReasoningSummaryEnum = TypeAliasType(
    "ReasoningSummaryEnum", Literal["concise", "detailed", "auto"] | UnknownValue
)
"""Kind of reasoning summary to produce: `concise`, `detailed`, or `auto` to let the server choose."""


TruncationEnum = TypeAliasType("TruncationEnum", Literal["auto", "disabled"] | UnknownValue)
"""What happens when the context is too long: `auto` lets the server drop older parts, `disabled` makes
it an error."""


MessageRole = TypeAliasType("MessageRole", Literal["user", "assistant", "system", "developer"] | UnknownValue)
"""Author of a message: `user`, `assistant`, `system` or `developer`."""


ImageDetail = TypeAliasType("ImageDetail", Literal["low", "high", "auto"] | UnknownValue)
"""Fidelity at which an image is processed: `low`, `high`, or `auto` to let the server decide."""


MessageStatus = TypeAliasType(
    "MessageStatus", Literal["in_progress", "completed", "incomplete"] | UnknownValue
)
"""Lifecycle state of a message: `in_progress`, `completed`, or `incomplete` if generation was cut off."""


FunctionCallStatus = TypeAliasType(
    "FunctionCallStatus", Literal["in_progress", "completed", "incomplete"] | UnknownValue
)
"""Lifecycle state of a function call or its result: `in_progress`, `completed`, or `incomplete` if cut
off."""


FunctionCallOutputStatusEnum = TypeAliasType(
    "FunctionCallOutputStatusEnum", Literal["in_progress", "completed", "incomplete"] | UnknownValue
)
"""Lifecycle state of a function result; three values exist for compatibility, but results sent by
clients should be `completed`."""
