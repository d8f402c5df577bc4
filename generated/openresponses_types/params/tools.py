# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: tools, as requests take them."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict


class FunctionToolParam(TypedDict):
    name: str
    description: NotRequired[str | None]
    parameters: NotRequired[dict[str, Any] | None]
    """x"""
    strict: NotRequired[bool]
    type: Literal["function"]


ResponsesToolParam: TypeAlias = FunctionToolParam
