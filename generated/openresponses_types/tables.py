# Made by `make generate` from the documents in spec/. Do not edit.
"""Tables made from the document: which fields it requires, and which class answers for which event.

Classes stand here by their names, so that reading a table loads none of them.
"""

from __future__ import annotations

REQUIRED: dict[str, frozenset[str]] = {
    "WebSocketErrorEvent": frozenset(("type", "status", "error")),
    "IncompleteDetails": frozenset(("reason",)),
    "InputTextContent": frozenset(("type", "text")),
    "UrlCitationBody": frozenset(("type", "url", "start_index", "end_index", "title")),
    "TopLogProb": frozenset(("token", "logprob", "bytes")),
    "LogProb": frozenset(("token", "logprob", "bytes", "top_logprobs")),
    "OutputTextContent": frozenset(("type", "text", "annotations")),
    "TextContent": frozenset(("type", "text")),
    "SummaryTextContent": frozenset(("type", "text")),
    "ReasoningTextContent": frozenset(("type", "text")),
    "RefusalContent": frozenset(("type", "refusal")),
    "InputImageContent": frozenset(("type", "image_url", "detail")),
    "InputFileContent": frozenset(("type",)),
    "Message": frozenset(("type", "id", "status", "role", "content")),
    "FunctionCall": frozenset(("type", "id", "call_id", "name", "arguments", "status")),
    "FunctionCallOutput": frozenset(("type", "id", "call_id", "output", "status")),
    "ReasoningBody": frozenset(("type", "id", "summary")),
    "CompactionBody": frozenset(("type", "id", "encrypted_content")),
    "Error": frozenset(("code", "message")),
    "FunctionTool": frozenset(("type", "name", "description", "parameters", "strict")),
    "FunctionToolChoice": frozenset(("type",)),
    "AllowedToolChoice": frozenset(("type", "tools", "mode")),
    "TextResponseFormat": frozenset(("type",)),
    "JsonObjectResponseFormat": frozenset(("type",)),
    "JsonSchemaResponseFormat": frozenset(("type", "name", "description", "schema", "strict")),
    "TextField": frozenset(("format",)),
    "Reasoning": frozenset(("effort", "summary")),
    "InputTokensDetails": frozenset(("cached_tokens",)),
    "OutputTokensDetails": frozenset(("reasoning_tokens",)),
    "Usage": frozenset(
        ("input_tokens", "output_tokens", "total_tokens", "input_tokens_details", "output_tokens_details")
    ),
    "ResponseResource": frozenset(
        (
            "id",
            "object",
            "created_at",
            "completed_at",
            "status",
            "incomplete_details",
            "model",
            "previous_response_id",
            "instructions",
            "output",
            "error",
            "tools",
            "tool_choice",
            "truncation",
            "parallel_tool_calls",
            "text",
            "top_p",
            "presence_penalty",
            "frequency_penalty",
            "top_logprobs",
            "temperature",
            "reasoning",
            "usage",
            "max_output_tokens",
            "max_tool_calls",
            "store",
            "background",
            "service_tier",
            "metadata",
            "safety_identifier",
            "prompt_cache_key",
        )
    ),
    "ResponseCreatedStreamingEvent": frozenset(("type", "sequence_number", "response")),
    "ResponseQueuedStreamingEvent": frozenset(("type", "sequence_number", "response")),
    "ResponseInProgressStreamingEvent": frozenset(("type", "sequence_number", "response")),
    "ResponseCompletedStreamingEvent": frozenset(("type", "sequence_number", "response")),
    "ResponseFailedStreamingEvent": frozenset(("type", "sequence_number", "response")),
    "ResponseIncompleteStreamingEvent": frozenset(("type", "sequence_number", "response")),
    "ResponseOutputItemAddedStreamingEvent": frozenset(("type", "sequence_number", "output_index", "item")),
    "ResponseOutputItemDoneStreamingEvent": frozenset(("type", "sequence_number", "output_index", "item")),
    "ResponseReasoningSummaryPartAddedStreamingEvent": frozenset(
        ("type", "sequence_number", "item_id", "output_index", "summary_index", "part")
    ),
    "ResponseReasoningSummaryPartDoneStreamingEvent": frozenset(
        ("type", "sequence_number", "item_id", "output_index", "summary_index", "part")
    ),
    "ResponseContentPartAddedStreamingEvent": frozenset(
        ("type", "sequence_number", "item_id", "output_index", "content_index", "part")
    ),
    "ResponseContentPartDoneStreamingEvent": frozenset(
        ("type", "sequence_number", "item_id", "output_index", "content_index", "part")
    ),
    "ResponseOutputTextDeltaStreamingEvent": frozenset(
        ("type", "sequence_number", "item_id", "output_index", "content_index", "delta")
    ),
    "ResponseOutputTextDoneStreamingEvent": frozenset(
        ("type", "sequence_number", "item_id", "output_index", "content_index", "text")
    ),
    "ResponseRefusalDeltaStreamingEvent": frozenset(
        ("type", "sequence_number", "item_id", "output_index", "content_index", "delta")
    ),
    "ResponseRefusalDoneStreamingEvent": frozenset(
        ("type", "sequence_number", "item_id", "output_index", "content_index", "refusal")
    ),
    "ResponseReasoningDeltaStreamingEvent": frozenset(
        ("type", "sequence_number", "item_id", "output_index", "content_index", "delta")
    ),
    "ResponseReasoningDoneStreamingEvent": frozenset(
        ("type", "sequence_number", "item_id", "output_index", "content_index", "text")
    ),
    "ResponseReasoningSummaryDeltaStreamingEvent": frozenset(
        ("type", "sequence_number", "item_id", "output_index", "summary_index", "delta")
    ),
    "ResponseReasoningSummaryDoneStreamingEvent": frozenset(
        ("type", "sequence_number", "item_id", "output_index", "summary_index", "text")
    ),
    "ResponseOutputTextAnnotationAddedStreamingEvent": frozenset(
        (
            "type",
            "sequence_number",
            "item_id",
            "output_index",
            "content_index",
            "annotation_index",
            "annotation",
        )
    ),
    "ResponseFunctionCallArgumentsDeltaStreamingEvent": frozenset(
        ("type", "sequence_number", "item_id", "output_index", "delta")
    ),
    "ResponseFunctionCallArgumentsDoneStreamingEvent": frozenset(
        ("type", "sequence_number", "item_id", "output_index", "arguments")
    ),
    "ErrorPayload": frozenset(("type", "code", "message", "param")),
    "ErrorStreamingEvent": frozenset(("type", "sequence_number", "error")),
    "CompactResource": frozenset(("id", "object", "output", "created_at", "usage")),
    "InputVideoContent": frozenset(("type", "video_url")),
    "WebSocketErrorBody": frozenset(("code", "message")),
}
"""Fields that the document requires, by class; the deviation report reads it."""

EVENTS: dict[str, str] = {
    "response.created": "ResponseCreatedStreamingEvent",
    "response.queued": "ResponseQueuedStreamingEvent",
    "response.in_progress": "ResponseInProgressStreamingEvent",
    "response.completed": "ResponseCompletedStreamingEvent",
    "response.failed": "ResponseFailedStreamingEvent",
    "response.incomplete": "ResponseIncompleteStreamingEvent",
    "response.output_item.added": "ResponseOutputItemAddedStreamingEvent",
    "response.output_item.done": "ResponseOutputItemDoneStreamingEvent",
    "response.reasoning_summary_part.added": "ResponseReasoningSummaryPartAddedStreamingEvent",
    "response.reasoning_summary_part.done": "ResponseReasoningSummaryPartDoneStreamingEvent",
    "response.content_part.added": "ResponseContentPartAddedStreamingEvent",
    "response.content_part.done": "ResponseContentPartDoneStreamingEvent",
    "response.output_text.delta": "ResponseOutputTextDeltaStreamingEvent",
    "response.output_text.done": "ResponseOutputTextDoneStreamingEvent",
    "response.refusal.delta": "ResponseRefusalDeltaStreamingEvent",
    "response.refusal.done": "ResponseRefusalDoneStreamingEvent",
    "response.reasoning.delta": "ResponseReasoningDeltaStreamingEvent",
    "response.reasoning.done": "ResponseReasoningDoneStreamingEvent",
    "response.reasoning_summary_text.delta": "ResponseReasoningSummaryDeltaStreamingEvent",
    "response.reasoning_summary_text.done": "ResponseReasoningSummaryDoneStreamingEvent",
    "response.output_text.annotation.added": "ResponseOutputTextAnnotationAddedStreamingEvent",
    "response.function_call_arguments.delta": "ResponseFunctionCallArgumentsDeltaStreamingEvent",
    "response.function_call_arguments.done": "ResponseFunctionCallArgumentsDoneStreamingEvent",
    "error": "ErrorStreamingEvent",
}
"""Stream event classes by the value of their `type`."""
