# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: tool_choice, as requests take them."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from .enums import ToolChoiceValueEnum


class SpecificFunctionParam(TypedDict):
    """Names one function tool, either as a forced `tool_choice` or as an entry of an `allowed_tools`
    list."""

    type: Literal["function"]
    """Tag of a named tool of the function kind, always `function`."""
    name: str
    """Name of the chosen function, as declared in `tools`."""


SpecificToolChoiceParam: TypeAlias = SpecificFunctionParam
"""Reference to one particular tool, used in `tool_choice` and in `allowed_tools` lists; only functions
so far."""


class AllowedToolsParam(TypedDict):
    """Form of `tool_choice` that restricts calls to some of the declared tools without changing
    `tools`, which keeps prompt caches valid."""

    type: Literal["allowed_tools"]
    """Tag of this form of `tool_choice`, always `allowed_tools`."""
    tools: list[SpecificToolChoiceParam]
    """Tools the model may call, 1 to 128 entries; the server must reject or suppress calls to any
    other."""
    mode: NotRequired[ToolChoiceValueEnum]
    """Policy within the allowed tools: `none`, `auto` or `required`."""


ToolChoiceParam: TypeAlias = SpecificFunctionParam | AllowedToolsParam | ToolChoiceValueEnum
"""How the model may use tools: a general policy, one forced tool, or a list of allowed tools."""
