# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: tools, as requests take them."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict


class FunctionToolParam(TypedDict):
    """Function that the client offers to the model, listed in `tools` of a request; the client runs
    it."""

    name: str
    """Name by which the model calls the function: 1 to 64 letters, digits, underscores or hyphens."""
    description: NotRequired[str | None]
    """What the function does and when to use it, written for the model; may be null or absent."""
    parameters: NotRequired[dict[str, Any] | None]
    """JSON Schema object for the function's arguments; null or absent if there is none to declare."""
    strict: NotRequired[bool]
    """Whether the generated arguments must follow the schema in `parameters` exactly."""
    type: Literal["function"]
    """Tag of a function tool in a request, always `function`."""


ResponsesToolParam: TypeAlias = FunctionToolParam
"""Tool that a request may declare in `tools`; the core specification has function tools only."""
