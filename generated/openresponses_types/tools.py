# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: tools, as servers send them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import ABSENT, KnownTags, SpecModel, UnknownTool


class FunctionTool(SpecModel):
    """Function tool as echoed in `tools` of a response; the model may call it and the client runs it."""

    type: Literal["function"]
    """Tag of a function tool in a response, always `function`."""
    name: str = ABSENT
    """Name by which the model calls the function."""
    description: str | None = ABSENT
    """What the function does, which the model reads to decide on calling it; null if the request gave
    none."""
    parameters: dict[str, Any] | None = ABSENT
    """JSON Schema object for the function's arguments; null if the request declared none."""
    strict: bool | None = ABSENT
    """Whether generated arguments must follow the schema in `parameters` exactly; true by default, may
    be null."""


Tool = TypeAliasType(
    "Tool",
    Annotated[
        FunctionTool | Annotated[UnknownTool, KnownTags("function")], Field(union_mode="left_to_right")
    ],
)
"""A tool as the response echoes it; the neutral document defines function tools only."""
