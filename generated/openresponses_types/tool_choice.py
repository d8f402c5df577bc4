# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: tool_choice, as servers send them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import (
    ABSENT,
    KnownTags,
    SpecModel,
    UnknownObject,
)

from .enums import ToolChoiceValueEnum


class FunctionToolChoice(SpecModel):
    type: Literal["function"]
    name: str | None = None


class AllowedToolChoice(SpecModel):
    type: Literal["allowed_tools"]
    tools: list[FunctionToolChoice] = ABSENT
    mode: ToolChoiceValueEnum = ABSENT


ToolChoice = TypeAliasType(
    "ToolChoice",
    Annotated[
        Annotated[FunctionToolChoice | AllowedToolChoice, Field(discriminator="type")]
        | ToolChoiceValueEnum
        | Annotated[UnknownObject, KnownTags("allowed_tools", "function")],
        Field(union_mode="left_to_right"),
    ],
)
"""Which tools the model was free or obliged to call."""
