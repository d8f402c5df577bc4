# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: tool_choice, as servers send them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import ABSENT, KnownTags, SpecModel, UnknownObject

from .enums import ToolChoiceValueEnum


class FunctionToolChoice(SpecModel):
    """Obliges the model to call one given function; occurs in `tool_choice` of a response."""

    type: Literal["function"]
    """Tag of this choice, always `function`."""
    name: str | None = None
    """Name of the function that has to be called; it must be among the request's tools."""


class AllowedToolChoice(SpecModel):
    """Limits the model to some of the request's tools; occurs in `tool_choice` of a response."""

    type: Literal["allowed_tools"]
    """Tag of this choice, always `allowed_tools`."""
    tools: list[FunctionToolChoice] = ABSENT
    """The functions that may be called; all other tools stay visible to the model but are off limits."""
    mode: ToolChoiceValueEnum = ABSENT
    """Whether the allowed tools may, must or must not be called."""


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
