# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: conversations, as servers send them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import ABSENT, KnownTags, SpecModel, UnknownObject

from .items import (
    ConversationMessage,
    ImageGenerationCall,
    LocalShellCall,
    LocalShellCallOutput,
    McpApprovalRequest,
    McpApprovalResponseItem,
    McpCall,
    McpListTools,
    ResponseAdditionalTools,
    ResponseApplyPatchToolCall,
    ResponseApplyPatchToolCallOutput,
    ResponseCodeInterpreterToolCall,
    ResponseCompactionItem,
    ResponseComputerToolCall,
    ResponseComputerToolCallOutputItem,
    ResponseCustomToolCall,
    ResponseCustomToolCallOutput,
    ResponseFileSearchToolCall,
    ResponseFunctionToolCallItem,
    ResponseFunctionToolCallOutputItem,
    ResponseFunctionWebSearch,
    ResponseProgram,
    ResponseProgramOutput,
    ResponseReasoningItem,
    ResponseShellToolCall,
    ResponseShellToolCallOutput,
    ResponseToolSearchCall,
    ResponseToolSearchOutput,
)


class ConversationResource(SpecModel):
    """A stored conversation, as the conversation endpoints return it; responses can be attached to it."""

    id: str = ABSENT
    """Identifier of the conversation; give it as `conversation` in a request to continue there."""
    object: Literal["conversation"] = ABSENT
    """Tag of this resource, always `conversation`."""
    metadata: Any = ABSENT
    """Your own key-value pairs kept with the conversation: up to 16, keys up to 64 characters, string
    values up to 512."""
    created_at: int = ABSENT
    """Creation time of the conversation, as a Unix timestamp in seconds."""


class DeletedConversationResource(SpecModel):
    """Answer to deleting a conversation, confirming which one was removed."""

    object: Literal["conversation.deleted"] = ABSENT
    """Tag of this resource, always `conversation.deleted`."""
    deleted: bool = ABSENT
    """Whether the conversation has been deleted."""
    id: str = ABSENT
    """Identifier of the conversation that was to be deleted."""


ConversationItem = TypeAliasType(
    "ConversationItem",
    Annotated[
        Annotated[
            ConversationMessage
            | ResponseFunctionToolCallItem
            | ResponseFunctionToolCallOutputItem
            | ResponseFileSearchToolCall
            | ResponseFunctionWebSearch
            | ImageGenerationCall
            | ResponseComputerToolCall
            | ResponseComputerToolCallOutputItem
            | ResponseToolSearchCall
            | ResponseToolSearchOutput
            | ResponseAdditionalTools
            | ResponseReasoningItem
            | ResponseProgram
            | ResponseProgramOutput
            | ResponseCompactionItem
            | ResponseCodeInterpreterToolCall
            | LocalShellCall
            | LocalShellCallOutput
            | ResponseShellToolCall
            | ResponseShellToolCallOutput
            | ResponseApplyPatchToolCall
            | ResponseApplyPatchToolCallOutput
            | McpListTools
            | McpApprovalRequest
            | McpApprovalResponseItem
            | McpCall
            | ResponseCustomToolCall
            | ResponseCustomToolCallOutput,
            Field(discriminator="type"),
        ]
        | Annotated[
            UnknownObject,
            KnownTags(
                "additional_tools",
                "apply_patch_call",
                "apply_patch_call_output",
                "code_interpreter_call",
                "compaction",
                "computer_call",
                "computer_call_output",
                "custom_tool_call",
                "custom_tool_call_output",
                "file_search_call",
                "function_call",
                "function_call_output",
                "image_generation_call",
                "local_shell_call",
                "local_shell_call_output",
                "mcp_approval_request",
                "mcp_approval_response",
                "mcp_call",
                "mcp_list_tools",
                "message",
                "program",
                "program_output",
                "reasoning",
                "shell_call",
                "shell_call_output",
                "tool_search_call",
                "tool_search_output",
                "web_search_call",
            ),
        ],
        Field(union_mode="left_to_right"),
    ],
)
"""Any item that a conversation can hold, such as a message, reasoning, a tool call or a tool's output;
told apart by `type`."""


class ConversationItemList(SpecModel):
    """One page of the items in a conversation, with cursors for fetching further pages."""

    object: Literal["list"] = ABSENT
    """Tag of this object, always `list`."""
    data: list[ConversationItem] = ABSENT
    """Conversation items on this page; empty when there are none."""
    has_more: bool = ABSENT
    """True when further items exist beyond this page."""
    first_id: str = ABSENT
    """Identifier of the first entry in `data`, for use as a paging cursor."""
    last_id: str = ABSENT
    """Identifier of the final entry in `data`; use it as the cursor for fetching what follows."""
