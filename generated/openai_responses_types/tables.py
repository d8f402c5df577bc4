# Made by `make generate` from the documents in spec/. Do not edit.
"""Tables made from the document: which fields it requires, and which class answers for which event.

Classes stand here by their names, so that reading a table loads none of them.
"""

from __future__ import annotations

REQUIRED: dict[str, frozenset[str]] = {
    "CodeInterpreterTool": frozenset(("type", "container")),
    "ResponseCodeInterpreterToolCall": frozenset(("type", "id", "status", "container_id", "code", "outputs")),
    "ComparisonFilter": frozenset(("type", "key", "value")),
    "CompoundFilter": frozenset(("type", "filters")),
    "ComputerScreenshotImage": frozenset(("type",)),
    "ResponseComputerToolCall": frozenset(("type", "id", "call_id", "pending_safety_checks", "status")),
    "ResponseComputerToolCallOutputItem": frozenset(("type", "id", "call_id", "output", "status")),
    "ConversationItemList": frozenset(("object", "data", "has_more", "first_id", "last_id")),
    "ResponseCustomToolCall": frozenset(("type", "call_id", "name", "input")),
    "ResponseCustomToolCallOutput": frozenset(("type", "call_id", "output")),
    "ResponseCustomToolCallOutputItem": frozenset(("type", "id", "call_id", "output", "status")),
    "ResponseCustomToolCallItem": frozenset(("type", "id", "call_id", "name", "input", "status")),
    "EasyInputMessage": frozenset(("role", "content")),
    "ErrorBody": frozenset(("code", "message", "param", "type")),
    "FilePath": frozenset(("type", "file_id", "index")),
    "ResponseFileSearchToolCall": frozenset(("id", "type", "status", "queries")),
    "ResponseFunctionToolCall": frozenset(("type", "call_id", "name", "arguments")),
    "ResponseFunctionToolCallOutput": frozenset(("type", "output")),
    "ResponseFunctionToolCallOutputItem": frozenset(("id", "type", "output", "status")),
    "ResponseFunctionToolCallItem": frozenset(("id", "type", "call_id", "name", "arguments", "status")),
    "ImageGenerationTool": frozenset(("type",)),
    "ImageGenerationCall": frozenset(("type", "id", "status", "result")),
    "InputMessage": frozenset(("role", "content")),
    "ResponseInputMessageItem": frozenset(("type", "role", "content", "id")),
    "LocalShellCall": frozenset(("type", "id", "call_id", "action", "status")),
    "LocalShellCallOutput": frozenset(("type", "id", "output")),
    "McpApprovalRequest": frozenset(("type", "id", "server_label", "name", "arguments")),
    "McpApprovalResponse": frozenset(("type", "approval_request_id", "approve")),
    "McpApprovalResponseItem": frozenset(("type", "id", "approval_request_id", "approve")),
    "McpListTools": frozenset(("type", "id", "server_label", "tools")),
    "McpListToolsTool": frozenset(("name", "input_schema")),
    "McpTool": frozenset(("type", "server_label")),
    "McpCall": frozenset(("type", "id", "server_label", "name", "arguments")),
    "ResponseOutputMessage": frozenset(("id", "type", "role", "content", "status")),
    "Prompt": frozenset(("id",)),
    "ResponseReasoningItem": frozenset(("type", "id", "summary")),
    "Response": frozenset(
        (
            "metadata",
            "temperature",
            "top_p",
            "model",
            "tools",
            "tool_choice",
            "id",
            "object",
            "created_at",
            "error",
            "incomplete_details",
            "output",
            "instructions",
            "parallel_tool_calls",
        )
    ),
    "ResponseAudioDeltaEvent": frozenset(("type", "sequence_number", "delta")),
    "ResponseAudioDoneEvent": frozenset(("type", "sequence_number")),
    "ResponseAudioTranscriptDeltaEvent": frozenset(("type", "delta", "sequence_number")),
    "ResponseAudioTranscriptDoneEvent": frozenset(("type", "sequence_number")),
    "ResponseCodeInterpreterCallCodeDeltaEvent": frozenset(
        ("type", "output_index", "item_id", "delta", "sequence_number")
    ),
    "ResponseCodeInterpreterCallCodeDoneEvent": frozenset(
        ("type", "output_index", "item_id", "code", "sequence_number")
    ),
    "ResponseCodeInterpreterCallCompletedEvent": frozenset(
        ("type", "output_index", "item_id", "sequence_number")
    ),
    "ResponseCodeInterpreterCallInProgressEvent": frozenset(
        ("type", "output_index", "item_id", "sequence_number")
    ),
    "ResponseCodeInterpreterCallInterpretingEvent": frozenset(
        ("type", "output_index", "item_id", "sequence_number")
    ),
    "ResponseCompletedEvent": frozenset(("type", "response", "sequence_number")),
    "ResponseContentPartAddedEvent": frozenset(
        ("type", "item_id", "output_index", "content_index", "part", "sequence_number")
    ),
    "ResponseContentPartDoneEvent": frozenset(
        ("type", "item_id", "output_index", "content_index", "sequence_number", "part")
    ),
    "ResponseCreatedEvent": frozenset(("type", "response", "sequence_number")),
    "ResponseCustomToolCallInputDeltaEvent": frozenset(
        ("type", "sequence_number", "output_index", "item_id", "delta")
    ),
    "ResponseCustomToolCallInputDoneEvent": frozenset(
        ("type", "sequence_number", "output_index", "item_id", "input")
    ),
    "ResponseError": frozenset(("code", "message")),
    "ResponseErrorEvent": frozenset(("type", "code", "message", "param", "sequence_number")),
    "ResponseFailedEvent": frozenset(("type", "sequence_number", "response")),
    "ResponseFileSearchCallCompletedEvent": frozenset(("type", "output_index", "item_id", "sequence_number")),
    "ResponseFileSearchCallInProgressEvent": frozenset(
        ("type", "output_index", "item_id", "sequence_number")
    ),
    "ResponseFileSearchCallSearchingEvent": frozenset(("type", "output_index", "item_id", "sequence_number")),
    "ResponseFormatJsonObject": frozenset(("type",)),
    "ResponseFormatText": frozenset(("type",)),
    "ResponseFunctionCallArgumentsDeltaEvent": frozenset(
        ("type", "item_id", "output_index", "sequence_number", "delta")
    ),
    "ResponseFunctionCallArgumentsDoneEvent": frozenset(
        ("type", "item_id", "name", "output_index", "sequence_number", "arguments")
    ),
    "ResponseImageGenCallCompletedEvent": frozenset(("type", "output_index", "sequence_number", "item_id")),
    "ResponseImageGenCallGeneratingEvent": frozenset(("type", "output_index", "item_id", "sequence_number")),
    "ResponseImageGenCallInProgressEvent": frozenset(("type", "output_index", "item_id", "sequence_number")),
    "ResponseImageGenCallPartialImageEvent": frozenset(
        ("type", "output_index", "item_id", "sequence_number", "partial_image_index", "partial_image_b64")
    ),
    "ResponseInProgressEvent": frozenset(("type", "response", "sequence_number")),
    "ResponseIncompleteEvent": frozenset(("type", "response", "sequence_number")),
    "ResponseItemList": frozenset(("object", "data", "has_more", "first_id", "last_id")),
    "ResponseLogProb": frozenset(("token", "logprob")),
    "ResponseMcpCallArgumentsDeltaEvent": frozenset(
        ("type", "output_index", "item_id", "delta", "sequence_number")
    ),
    "ResponseMcpCallArgumentsDoneEvent": frozenset(
        ("type", "output_index", "item_id", "arguments", "sequence_number")
    ),
    "ResponseMcpCallCompletedEvent": frozenset(("type", "item_id", "output_index", "sequence_number")),
    "ResponseMcpCallFailedEvent": frozenset(("type", "item_id", "output_index", "sequence_number")),
    "ResponseMcpCallInProgressEvent": frozenset(("type", "sequence_number", "output_index", "item_id")),
    "ResponseMcpListToolsCompletedEvent": frozenset(("type", "item_id", "output_index", "sequence_number")),
    "ResponseMcpListToolsFailedEvent": frozenset(("type", "item_id", "output_index", "sequence_number")),
    "ResponseMcpListToolsInProgressEvent": frozenset(("type", "item_id", "output_index", "sequence_number")),
    "ResponseOutputItemAddedEvent": frozenset(("type", "output_index", "sequence_number", "item")),
    "ResponseOutputItemDoneEvent": frozenset(("type", "output_index", "sequence_number", "item")),
    "ResponseOutputTextAnnotationAddedEvent": frozenset(
        (
            "type",
            "item_id",
            "output_index",
            "content_index",
            "annotation_index",
            "sequence_number",
            "annotation",
        )
    ),
    "ResponseQueuedEvent": frozenset(("type", "response", "sequence_number")),
    "ResponseReasoningSummaryPartAddedEvent": frozenset(
        ("type", "item_id", "output_index", "summary_index", "sequence_number", "part")
    ),
    "ResponseReasoningSummaryPartDoneEvent": frozenset(
        ("type", "item_id", "output_index", "summary_index", "sequence_number", "part")
    ),
    "ResponseReasoningSummaryTextDeltaEvent": frozenset(
        ("type", "item_id", "output_index", "summary_index", "delta", "sequence_number")
    ),
    "ResponseReasoningSummaryTextDoneEvent": frozenset(
        ("type", "item_id", "output_index", "summary_index", "text", "sequence_number")
    ),
    "ResponseReasoningTextDeltaEvent": frozenset(
        ("type", "item_id", "output_index", "content_index", "delta", "sequence_number")
    ),
    "ResponseReasoningTextDoneEvent": frozenset(
        ("type", "item_id", "output_index", "content_index", "text", "sequence_number")
    ),
    "ResponseRefusalDeltaEvent": frozenset(
        ("type", "item_id", "output_index", "content_index", "delta", "sequence_number")
    ),
    "ResponseRefusalDoneEvent": frozenset(
        ("type", "item_id", "output_index", "content_index", "refusal", "sequence_number")
    ),
    "ResponseTextDeltaEvent": frozenset(
        ("type", "item_id", "output_index", "content_index", "delta", "sequence_number", "logprobs")
    ),
    "ResponseTextDoneEvent": frozenset(
        ("type", "item_id", "output_index", "content_index", "text", "sequence_number", "logprobs")
    ),
    "ResponseUsage": frozenset(
        ("input_tokens", "input_tokens_details", "output_tokens", "output_tokens_details", "total_tokens")
    ),
    "ResponseWebSearchCallCompletedEvent": frozenset(("type", "output_index", "item_id", "sequence_number")),
    "ResponseWebSearchCallInProgressEvent": frozenset(("type", "output_index", "item_id", "sequence_number")),
    "ResponseWebSearchCallSearchingEvent": frozenset(("type", "output_index", "item_id", "sequence_number")),
    "ResponseFormatTextJsonSchema": frozenset(("type", "name", "schema")),
    "ToolChoiceAllowed": frozenset(("type", "mode", "tools")),
    "ToolChoiceCustom": frozenset(("type", "name")),
    "ToolChoiceFunction": frozenset(("type", "name")),
    "ToolChoiceMCP": frozenset(("type", "server_label")),
    "ToolChoiceTypes": frozenset(("type",)),
    "WebSearchActionFind": frozenset(("type", "url", "pattern")),
    "WebSearchActionOpenPage": frozenset(("type",)),
    "WebSearchActionSearch": frozenset(("type",)),
    "WebSearchTool": frozenset(("type",)),
    "ResponseFunctionWebSearch": frozenset(("id", "type", "status", "action")),
    "ModerationResultBody": frozenset(
        ("type", "model", "flagged", "categories", "category_scores", "category_applied_input_types")
    ),
    "PromptCacheBreakpointParam": frozenset(("mode",)),
    "SkillReferenceParam": frozenset(("type", "skill_id")),
    "InlineSkillSourceParam": frozenset(("type", "media_type", "data")),
    "InlineSkillParam": frozenset(("type", "name", "description", "source")),
    "ContainerNetworkPolicyDisabledParam": frozenset(("type",)),
    "ContainerNetworkPolicyDomainSecretParam": frozenset(("domain", "name", "value")),
    "ContainerNetworkPolicyAllowlistParam": frozenset(("type", "allowed_domains")),
    "ResponseInputText": frozenset(("type", "text")),
    "FileCitationBody": frozenset(("type", "file_id", "index", "filename")),
    "UrlCitationBody": frozenset(("type", "url", "start_index", "end_index", "title")),
    "ContainerFileCitationBody": frozenset(
        ("type", "container_id", "file_id", "start_index", "end_index", "filename")
    ),
    "TopLogProb": frozenset(("token", "logprob", "bytes")),
    "LogProb": frozenset(("token", "logprob", "bytes", "top_logprobs")),
    "ResponseOutputText": frozenset(("type", "text", "annotations", "logprobs")),
    "TextContent": frozenset(("type", "text")),
    "ResponseSummaryText": frozenset(("type", "text")),
    "ResponseReasoningText": frozenset(("type", "text")),
    "ResponseOutputRefusal": frozenset(("type", "refusal")),
    "ResponseInputImage": frozenset(("type", "detail")),
    "ComputerScreenshotContent": frozenset(("type", "image_url", "file_id", "detail")),
    "ResponseInputFile": frozenset(("type",)),
    "ConversationMessage": frozenset(("type", "id", "status", "role", "content")),
    "DirectToolCallCaller": frozenset(("type",)),
    "ProgramToolCallCaller": frozenset(("type", "caller_id")),
    "ClickParam": frozenset(("type", "button", "x", "y")),
    "DoubleClickAction": frozenset(("type", "x", "y", "keys")),
    "CoordParam": frozenset(("x", "y")),
    "DragParam": frozenset(("type", "path")),
    "KeyPressAction": frozenset(("type", "keys")),
    "MoveParam": frozenset(("type", "x", "y")),
    "ScreenshotParam": frozenset(("type",)),
    "ScrollParam": frozenset(("type", "x", "y", "scroll_x", "scroll_y")),
    "TypeParam": frozenset(("type", "text")),
    "WaitParam": frozenset(("type",)),
    "ComputerCallSafetyCheckParam": frozenset(("id",)),
    "ResponseToolSearchCall": frozenset(("type", "id", "call_id", "execution", "arguments", "status")),
    "FunctionTool": frozenset(("type", "name", "parameters", "strict")),
    "HybridSearchOptions": frozenset(("embedding_weight", "text_weight")),
    "FileSearchTool": frozenset(("type", "vector_store_ids")),
    "ComputerTool": frozenset(("type",)),
    "ComputerUsePreviewTool": frozenset(("type", "environment", "display_width", "display_height")),
    "AutoCodeInterpreterToolParam": frozenset(("type",)),
    "ProgrammaticToolCalling": frozenset(("type",)),
    "LocalShellTool": frozenset(("type",)),
    "ContainerAutoParam": frozenset(("type",)),
    "LocalSkillParam": frozenset(("name", "description", "path")),
    "LocalEnvironmentParam": frozenset(("type",)),
    "ContainerReferenceParam": frozenset(("type", "container_id")),
    "ShellTool": frozenset(("type",)),
    "CustomTextFormatParam": frozenset(("type",)),
    "CustomGrammarFormatParam": frozenset(("type", "syntax", "definition")),
    "CustomTool": frozenset(("type", "name")),
    "FunctionToolParam": frozenset(("name", "type")),
    "NamespaceTool": frozenset(("type", "name", "description", "tools")),
    "ToolSearchTool": frozenset(("type",)),
    "ApproximateLocation": frozenset(("type",)),
    "WebSearchPreviewTool": frozenset(("type",)),
    "ApplyPatchTool": frozenset(("type",)),
    "ResponseToolSearchOutput": frozenset(("type", "id", "call_id", "execution", "tools", "status")),
    "ResponseAdditionalTools": frozenset(("type", "id", "role", "tools")),
    "ResponseProgram": frozenset(("type", "id", "call_id", "code", "fingerprint")),
    "ResponseProgramOutput": frozenset(("type", "id", "call_id", "result", "status")),
    "ResponseCompactionItem": frozenset(("type", "id", "encrypted_content")),
    "CodeInterpreterOutputLogs": frozenset(("type", "logs")),
    "CodeInterpreterOutputImage": frozenset(("type", "url")),
    "LocalShellExecAction": frozenset(("type", "command", "env")),
    "FunctionShellAction": frozenset(("commands", "timeout_ms", "max_output_length")),
    "LocalEnvironmentResource": frozenset(("type",)),
    "ResponseShellToolCall": frozenset(("type", "id", "call_id", "action", "status", "environment")),
    "FunctionShellCallOutputTimeoutOutcome": frozenset(("type",)),
    "FunctionShellCallOutputExitOutcome": frozenset(("type", "exit_code")),
    "FunctionShellCallOutputContent": frozenset(("stdout", "stderr", "outcome")),
    "ResponseShellToolCallOutput": frozenset(
        ("type", "id", "call_id", "status", "output", "max_output_length")
    ),
    "ApplyPatchCreateFileOperation": frozenset(("type", "path", "diff")),
    "ApplyPatchDeleteFileOperation": frozenset(("type", "path")),
    "ApplyPatchUpdateFileOperation": frozenset(("type", "path", "diff")),
    "ResponseApplyPatchToolCall": frozenset(("type", "id", "call_id", "status", "operation")),
    "ResponseApplyPatchToolCallOutput": frozenset(("type", "id", "call_id", "status")),
    "McpProtocolError": frozenset(("type", "code", "message")),
    "McpToolExecutionError": frozenset(("type", "content")),
    "McpHttpError": frozenset(("type", "code", "message")),
    "ComputerCallOutputInput": frozenset(("call_id", "type", "output")),
    "InputTextContentParam": frozenset(("type", "text")),
    "InputImageContentParamAutoParam": frozenset(("type",)),
    "InputFileContentParam": frozenset(("type",)),
    "FunctionCallOutputInput": frozenset(("type", "output")),
    "ToolSearchCallInput": frozenset(("type", "arguments")),
    "ToolSearchOutputInput": frozenset(("type", "tools")),
    "AdditionalToolsInput": frozenset(("type", "role", "tools")),
    "CompactionInput": frozenset(("type", "encrypted_content")),
    "FunctionShellActionParam": frozenset(("commands",)),
    "ShellCallInput": frozenset(("call_id", "type", "action")),
    "FunctionShellCallOutputContentParam": frozenset(("stdout", "stderr", "outcome")),
    "ShellCallOutputInput": frozenset(("call_id", "type", "output")),
    "ApplyPatchCallInput": frozenset(("type", "call_id", "status", "operation")),
    "ApplyPatchCallOutputInput": frozenset(("type", "call_id", "status")),
    "CompactionTrigger": frozenset(("type",)),
    "ItemReference": frozenset(("id",)),
    "ConversationResource": frozenset(("id", "object", "metadata", "created_at")),
    "SpecificProgrammaticToolCallingParam": frozenset(("type",)),
    "SpecificApplyPatchParam": frozenset(("type",)),
    "SpecificFunctionShellParam": frozenset(("type",)),
    "PromptCacheOptions": frozenset(("ttl", "mode")),
    "ModerationErrorBody": frozenset(("type", "code", "message")),
    "Moderation": frozenset(("input", "output")),
    "ResponseConversation": frozenset(("id",)),
    "ResponseShellCallCommandAddedEvent": frozenset(
        ("type", "sequence_number", "output_index", "command_index", "command")
    ),
    "ResponseShellCallCommandDeltaEvent": frozenset(
        ("type", "sequence_number", "output_index", "command_index", "delta")
    ),
    "ResponseShellCallCommandDoneEvent": frozenset(
        ("type", "sequence_number", "output_index", "command_index", "command")
    ),
    "ResponseShellCallOutputContentDeltaEvent": frozenset(
        ("type", "sequence_number", "item_id", "output_index", "command_index", "delta")
    ),
    "ResponseShellCallOutputContentDoneEvent": frozenset(
        ("type", "sequence_number", "item_id", "output_index", "command_index", "output")
    ),
    "DeletedConversationResource": frozenset(("object", "deleted", "id")),
    "TokenCountsResource": frozenset(("object", "input_tokens")),
    "CompactedResponse": frozenset(("id", "object", "output", "created_at", "usage")),
    "ResponseConfigurationUpdateItem": frozenset(("type", "reasoning")),
    "ResponseCompactionCompactingEvent": frozenset(("type", "output_index", "item_id", "sequence_number")),
    "ResponseReasoningDeltaEvent": frozenset(
        ("type", "sequence_number", "item_id", "output_index", "content_index", "delta")
    ),
    "ResponseReasoningDoneEvent": frozenset(
        ("type", "sequence_number", "item_id", "output_index", "content_index", "text")
    ),
    "ReasoningSummaryPart": frozenset(("type", "text")),
    "InputTokensDetails": frozenset(("cached_tokens", "cache_write_tokens")),
    "OutputTokensDetails": frozenset(("reasoning_tokens",)),
    "WebSearchSource": frozenset(("type", "url")),
}
"""Fields that the document requires, by class; the deviation report reads it."""

EVENTS: dict[str, str] = {
    "response.audio.delta": "ResponseAudioDeltaEvent",
    "response.audio.done": "ResponseAudioDoneEvent",
    "response.audio.transcript.delta": "ResponseAudioTranscriptDeltaEvent",
    "response.audio.transcript.done": "ResponseAudioTranscriptDoneEvent",
    "response.code_interpreter_call_code.delta": "ResponseCodeInterpreterCallCodeDeltaEvent",
    "response.code_interpreter_call_code.done": "ResponseCodeInterpreterCallCodeDoneEvent",
    "response.code_interpreter_call.completed": "ResponseCodeInterpreterCallCompletedEvent",
    "response.code_interpreter_call.in_progress": "ResponseCodeInterpreterCallInProgressEvent",
    "response.code_interpreter_call.interpreting": "ResponseCodeInterpreterCallInterpretingEvent",
    "response.completed": "ResponseCompletedEvent",
    "response.content_part.added": "ResponseContentPartAddedEvent",
    "response.content_part.done": "ResponseContentPartDoneEvent",
    "response.created": "ResponseCreatedEvent",
    "error": "ResponseErrorEvent",
    "response.file_search_call.completed": "ResponseFileSearchCallCompletedEvent",
    "response.file_search_call.in_progress": "ResponseFileSearchCallInProgressEvent",
    "response.file_search_call.searching": "ResponseFileSearchCallSearchingEvent",
    "response.function_call_arguments.delta": "ResponseFunctionCallArgumentsDeltaEvent",
    "response.function_call_arguments.done": "ResponseFunctionCallArgumentsDoneEvent",
    "response.shell_call_command.added": "ResponseShellCallCommandAddedEvent",
    "response.shell_call_command.delta": "ResponseShellCallCommandDeltaEvent",
    "response.shell_call_command.done": "ResponseShellCallCommandDoneEvent",
    "response.shell_call_output_content.delta": "ResponseShellCallOutputContentDeltaEvent",
    "response.shell_call_output_content.done": "ResponseShellCallOutputContentDoneEvent",
    "response.in_progress": "ResponseInProgressEvent",
    "response.failed": "ResponseFailedEvent",
    "response.incomplete": "ResponseIncompleteEvent",
    "response.output_item.added": "ResponseOutputItemAddedEvent",
    "response.output_item.done": "ResponseOutputItemDoneEvent",
    "response.reasoning_summary_part.added": "ResponseReasoningSummaryPartAddedEvent",
    "response.reasoning_summary_part.done": "ResponseReasoningSummaryPartDoneEvent",
    "response.reasoning_summary_text.delta": "ResponseReasoningSummaryTextDeltaEvent",
    "response.reasoning_summary_text.done": "ResponseReasoningSummaryTextDoneEvent",
    "response.reasoning_text.delta": "ResponseReasoningTextDeltaEvent",
    "response.reasoning_text.done": "ResponseReasoningTextDoneEvent",
    "response.refusal.delta": "ResponseRefusalDeltaEvent",
    "response.refusal.done": "ResponseRefusalDoneEvent",
    "response.output_text.delta": "ResponseTextDeltaEvent",
    "response.output_text.done": "ResponseTextDoneEvent",
    "response.web_search_call.completed": "ResponseWebSearchCallCompletedEvent",
    "response.web_search_call.in_progress": "ResponseWebSearchCallInProgressEvent",
    "response.web_search_call.searching": "ResponseWebSearchCallSearchingEvent",
    "response.image_generation_call.completed": "ResponseImageGenCallCompletedEvent",
    "response.image_generation_call.generating": "ResponseImageGenCallGeneratingEvent",
    "response.image_generation_call.in_progress": "ResponseImageGenCallInProgressEvent",
    "response.image_generation_call.partial_image": "ResponseImageGenCallPartialImageEvent",
    "response.mcp_call_arguments.delta": "ResponseMcpCallArgumentsDeltaEvent",
    "response.mcp_call_arguments.done": "ResponseMcpCallArgumentsDoneEvent",
    "response.mcp_call.completed": "ResponseMcpCallCompletedEvent",
    "response.mcp_call.failed": "ResponseMcpCallFailedEvent",
    "response.mcp_call.in_progress": "ResponseMcpCallInProgressEvent",
    "response.mcp_list_tools.completed": "ResponseMcpListToolsCompletedEvent",
    "response.mcp_list_tools.failed": "ResponseMcpListToolsFailedEvent",
    "response.mcp_list_tools.in_progress": "ResponseMcpListToolsInProgressEvent",
    "response.output_text.annotation.added": "ResponseOutputTextAnnotationAddedEvent",
    "response.queued": "ResponseQueuedEvent",
    "response.custom_tool_call_input.delta": "ResponseCustomToolCallInputDeltaEvent",
    "response.custom_tool_call_input.done": "ResponseCustomToolCallInputDoneEvent",
    "response.compaction.compacting": "ResponseCompactionCompactingEvent",
    "response.reasoning.delta": "ResponseReasoningDeltaEvent",
    "response.reasoning.done": "ResponseReasoningDoneEvent",
}
"""Stream event classes by the value of their `type`."""
