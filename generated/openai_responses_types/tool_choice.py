# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: tool_choice, as servers send them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import ABSENT, KnownTags, SpecModel, UnknownObject, UnknownValue

from .enums import ToolChoiceOptions


class ToolChoiceAllowed(SpecModel):
    """Value for `tool_choice` that limits the model to some of the tools listed in `tools`."""

    type: Literal["allowed_tools"]
    """Tag of this tool choice, always `allowed_tools`."""
    mode: Literal["auto", "required"] | UnknownValue = ABSENT
    """With `auto` the model may call one of the allowed tools or just answer; with `required` it has
    to call at least one."""
    tools: list[dict[str, Any]] = ABSENT
    """Tools the model may call, each named by `type` plus what identifies it, such as `name` of a
    function or `server_label` of an MCP server."""


class ToolChoiceCustom(SpecModel):
    """Value for `tool_choice` that makes the model call one particular custom tool."""

    type: Literal["custom"]
    """Tag of this tool choice, always `custom`."""
    name: str = ABSENT
    """Name of the custom tool that must be called, as declared in `tools`."""


class ToolChoiceFunction(SpecModel):
    """Value for `tool_choice` that makes the model call one particular function."""

    type: Literal["function"]
    """Tag of this tool choice, always `function`."""
    name: str = ABSENT
    """Name of the function that must be called, as declared in `tools`."""


class ToolChoiceMCP(SpecModel):
    """Value for `tool_choice` that makes the model use a given remote MCP server, optionally one tool
    of it."""

    type: Literal["mcp"]
    """Tag of this tool choice, always `mcp`."""
    server_label: str = ABSENT
    """Label of the MCP server that must be used, as declared in `tools`."""
    name: str | None = None
    """Name of the server's tool that must be called; leave out or null to name only the server."""


class ToolChoiceTypes(SpecModel):
    """Value for `tool_choice` that makes the model use one of the built-in tools."""

    type: Literal[
        "file_search",
        "web_search_preview",
        "computer",
        "computer_use_preview",
        "computer_use",
        "web_search_preview_2025_03_11",
        "image_generation",
        "code_interpreter",
    ]
    """Built-in tool that must be used, for example `file_search`, `code_interpreter` or
    `image_generation`."""


class SpecificProgrammaticToolCallingParam(SpecModel):
    """Value for `tool_choice` that makes the model use programmatic tool calling."""

    type: Literal["programmatic_tool_calling"]
    """Tag of this tool choice, always `programmatic_tool_calling`."""


class SpecificApplyPatchParam(SpecModel):
    """Value for `tool_choice` that makes the model use the apply patch tool."""

    type: Literal["apply_patch"]
    """Tag of this tool choice, always `apply_patch`."""


class SpecificFunctionShellParam(SpecModel):
    """Value for `tool_choice` that makes the model use the shell tool."""

    type: Literal["shell"]
    """Tag of this tool choice, always `shell`."""


ToolChoice = TypeAliasType(
    "ToolChoice",
    Annotated[
        Annotated[
            ToolChoiceAllowed
            | ToolChoiceTypes
            | ToolChoiceFunction
            | ToolChoiceMCP
            | ToolChoiceCustom
            | SpecificProgrammaticToolCallingParam
            | SpecificApplyPatchParam
            | SpecificFunctionShellParam,
            Field(discriminator="type"),
        ]
        | ToolChoiceOptions
        | Annotated[
            UnknownObject,
            KnownTags(
                "allowed_tools",
                "apply_patch",
                "code_interpreter",
                "computer",
                "computer_use",
                "computer_use_preview",
                "custom",
                "file_search",
                "function",
                "image_generation",
                "mcp",
                "programmatic_tool_calling",
                "shell",
                "web_search_preview",
                "web_search_preview_2025_03_11",
            ),
        ],
        Field(union_mode="left_to_right"),
    ],
)
"""Value of `tool_choice`: a general policy, a set of allowed tools, or one tool or tool type that the
model has to use."""
