# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: errors, as requests take them."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from typing_extensions import TypedDict


class McpProtocolError(TypedDict):
    """Error of an MCP tool call at the protocol level, reported with a code and a message."""

    type: Literal["mcp_protocol_error"]
    """Tag of this error, always `mcp_protocol_error`."""
    code: int
    """Numeric error code from the MCP protocol exchange."""
    message: str
    """Readable account of what went wrong in the MCP protocol exchange."""


class McpToolExecutionError(TypedDict):
    """Error of an MCP tool call whose tool was reached but failed while running."""

    type: Literal["mcp_tool_execution_error"]
    """Tag of this error, always `mcp_tool_execution_error`."""
    content: Any
    """Details of the failure as the tool reported them; any JSON value."""


class McpHttpError(TypedDict):
    """Error of an MCP tool call whose HTTP request failed."""

    type: Literal["http_error"]
    """Tag of this error, always `http_error`."""
    code: int
    """Numeric code of the HTTP failure."""
    message: str
    """Readable account of the HTTP failure."""


McpCallError: TypeAlias = McpProtocolError | McpToolExecutionError | McpHttpError
"""Error carried by a failed MCP tool call: a protocol error, an error from running the tool, or an
HTTP error."""
