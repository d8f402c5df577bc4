# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: enums, as requests take them."""

from __future__ import annotations

from typing import Literal, TypeAlias

IncludeEnum: TypeAlias = Literal["reasoning.encrypted_content", "message.output_text.logprobs"]
"""Extra data that a request can ask for: encrypted reasoning, or log probabilities of the output text."""


ToolChoiceValueEnum: TypeAlias = Literal["none", "auto", "required"]
"""General tool policy: `none` forbids calls, `auto` leaves it to the model, `required` demands at
least one call."""


VerbosityEnum: TypeAlias = Literal["low", "medium", "high"]
"""How detailed the generated text should be: `low`, `medium` or `high`."""


ReasoningEffortEnum: TypeAlias = Literal["none", "low", "medium", "high", "xhigh"]
"""How much reasoning the model spends before it answers, from `none` up to `xhigh`."""


ReasoningSummaryEnum: TypeAlias = Literal["concise", "detailed", "auto"]
"""Kind of reasoning summary to produce: `concise`, `detailed`, or `auto` to let the server choose."""


TruncationEnum: TypeAlias = Literal["auto", "disabled"]
"""What happens when the context is too long: `auto` lets the server drop older parts, `disabled` makes
it an error."""


ServiceTierEnum: TypeAlias = Literal["auto", "default", "flex", "priority"]
"""Scheduling hint for a request: `auto`, `default`, `flex` or `priority`; providers document what each
means."""


ImageDetail: TypeAlias = Literal["low", "high", "auto"]
"""Fidelity at which an image is processed: `low`, `high`, or `auto` to let the server decide."""


FunctionCallStatus: TypeAlias = Literal["in_progress", "completed", "incomplete"]
"""Lifecycle state of a function call or its result: `in_progress`, `completed`, or `incomplete` if cut
off."""
