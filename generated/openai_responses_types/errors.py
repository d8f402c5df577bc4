# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: errors, as servers send them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import ABSENT, KnownTags, SpecModel, UnknownObject


class McpProtocolError(SpecModel):
    """Error of an MCP tool call at the protocol level, reported with a code and a message."""

    type: Literal["mcp_protocol_error"]
    """Tag of this error, always `mcp_protocol_error`."""
    code: int = ABSENT
    """Numeric error code from the MCP protocol exchange."""
    message: str = ABSENT
    """Readable account of what went wrong in the MCP protocol exchange."""


class McpToolExecutionError(SpecModel):
    """Error of an MCP tool call whose tool was reached but failed while running."""

    type: Literal["mcp_tool_execution_error"]
    """Tag of this error, always `mcp_tool_execution_error`."""
    content: Any = ABSENT
    """Details of the failure as the tool reported them; any JSON value."""


class McpHttpError(SpecModel):
    """Error of an MCP tool call whose HTTP request failed."""

    type: Literal["http_error"]
    """Tag of this error, always `http_error`."""
    code: int = ABSENT
    """Numeric code of the HTTP failure."""
    message: str = ABSENT
    """Readable account of the HTTP failure."""


McpCallError = TypeAliasType(
    "McpCallError",
    Annotated[
        Annotated[McpProtocolError | McpToolExecutionError | McpHttpError, Field(discriminator="type")]
        | Annotated[UnknownObject, KnownTags("http_error", "mcp_protocol_error", "mcp_tool_execution_error")],
        Field(union_mode="left_to_right"),
    ],
)
"""Error carried by a failed MCP tool call: a protocol error, an error from running the tool, or an
HTTP error."""
