# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: tools, as servers send them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import (
    ABSENT,
    KnownTags,
    SpecModel,
    UnknownTool,
)


class FunctionTool(SpecModel):
    type: Literal["function"]
    name: str = ABSENT
    description: str | None = ABSENT
    parameters: dict[str, Any] | None = ABSENT
    strict: bool | None = ABSENT


Tool = TypeAliasType(
    "Tool",
    Annotated[
        FunctionTool | Annotated[UnknownTool, KnownTags("function")],
        Field(union_mode="left_to_right"),
    ],
)
