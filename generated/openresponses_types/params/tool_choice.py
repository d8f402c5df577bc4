# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: tool_choice, as requests take them."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from .enums import ToolChoiceValueEnum


class SpecificFunctionParam(TypedDict):
    type: Literal["function"]
    name: str


SpecificToolChoiceParam: TypeAlias = SpecificFunctionParam


class AllowedToolsParam(TypedDict):
    type: Literal["allowed_tools"]
    tools: list[SpecificToolChoiceParam]
    mode: NotRequired[ToolChoiceValueEnum]


ToolChoiceParam: TypeAlias = SpecificFunctionParam | AllowedToolsParam | ToolChoiceValueEnum
