# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: events, as servers send them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import ABSENT, KnownTags, SpecModel, UnknownEvent

from .annotations import Annotation
from .content import LogProb, StreamedContent
from .items import ItemField
from .response import ResponseResource


class ResponseOutputTextDeltaStreamingEvent(SpecModel):
    """Carries the next piece of output text; append `delta` to what came before."""

    type: Literal["response.output_text.delta"]
    """Tag of this event, always `response.output_text.delta`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    item_id: str = ABSENT
    """Identifier of the item that this event belongs to."""
    output_index: int = ABSENT
    """Index in `response.output` of the item that this event belongs to."""
    content_index: int = ABSENT
    """Index in the item's `content` of the part that this event belongs to."""
    delta: str = ABSENT
    """Piece of text to append to the part."""
    logprobs: list[LogProb] | None = None
    """Log probabilities of the tokens; absent unless they were asked for."""
    obfuscation: str | None = None
    """Random padding that hides the length of the delta on the network; ignore it."""


class ResponseOutputTextDoneStreamingEvent(SpecModel):
    """Sent when the text of a content part is finished."""

    type: Literal["response.output_text.done"]
    """Tag of this event, always `response.output_text.done`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    item_id: str = ABSENT
    """Identifier of the item that this event belongs to."""
    output_index: int = ABSENT
    """Index in `response.output` of the item that this event belongs to."""
    content_index: int = ABSENT
    """Index in the item's `content` of the part that this event belongs to."""
    text: str = ABSENT
    """The whole text of the part, equal to its deltas joined."""
    logprobs: list[LogProb] | None = None
    """Log probabilities of the tokens; absent unless they were asked for."""


class ResponseRefusalDeltaStreamingEvent(SpecModel):
    """Carries the next piece of a refusal."""

    type: Literal["response.refusal.delta"]
    """Tag of this event, always `response.refusal.delta`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    item_id: str = ABSENT
    """Identifier of the item that this event belongs to."""
    output_index: int = ABSENT
    """Index in `response.output` of the item that this event belongs to."""
    content_index: int = ABSENT
    """Index in the item's `content` of the part that this event belongs to."""
    delta: str = ABSENT
    """Piece of the refusal's text to append."""


class ResponseRefusalDoneStreamingEvent(SpecModel):
    """Sent when a refusal is finished."""

    type: Literal["response.refusal.done"]
    """Tag of this event, always `response.refusal.done`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    item_id: str = ABSENT
    """Identifier of the item that this event belongs to."""
    output_index: int = ABSENT
    """Index in `response.output` of the item that this event belongs to."""
    content_index: int = ABSENT
    """Index in the item's `content` of the part that this event belongs to."""
    refusal: str = ABSENT
    """The whole text in which the model declined."""


class ResponseReasoningDeltaStreamingEvent(SpecModel):
    """Carries the next piece of raw reasoning text; OpenAI names this `response.reasoning_text.delta`."""

    type: Literal["response.reasoning.delta"]
    """Tag of this event, always `response.reasoning.delta`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    item_id: str = ABSENT
    """Identifier of the item that this event belongs to."""
    output_index: int = ABSENT
    """Index in `response.output` of the item that this event belongs to."""
    content_index: int = ABSENT
    """Index in the item's `content` of the part that this event belongs to."""
    delta: str = ABSENT
    """Piece of raw reasoning text to append."""
    obfuscation: str | None = None
    """Random padding that hides the length of the delta on the network; ignore it."""


class ResponseReasoningDoneStreamingEvent(SpecModel):
    """Sent when a raw reasoning text is finished; OpenAI names this `response.reasoning_text.done`."""

    type: Literal["response.reasoning.done"]
    """Tag of this event, always `response.reasoning.done`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    item_id: str = ABSENT
    """Identifier of the item that this event belongs to."""
    output_index: int = ABSENT
    """Index in `response.output` of the item that this event belongs to."""
    content_index: int = ABSENT
    """Index in the item's `content` of the part that this event belongs to."""
    text: str = ABSENT
    """The whole raw reasoning text of the part."""


class ResponseReasoningSummaryDeltaStreamingEvent(SpecModel):
    """Carries the next piece of a reasoning summary."""

    type: Literal["response.reasoning_summary_text.delta"]
    """Tag of this event, always `response.reasoning_summary_text.delta`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    item_id: str = ABSENT
    """Identifier of the item that this event belongs to."""
    output_index: int = ABSENT
    """Index in `response.output` of the item that this event belongs to."""
    summary_index: int = ABSENT
    """Index in the item's `summary` of the part that this event belongs to."""
    delta: str = ABSENT
    """Piece of summary text to append."""
    obfuscation: str | None = None
    """Random padding that hides the length of the delta on the network; ignore it."""


class ResponseReasoningSummaryDoneStreamingEvent(SpecModel):
    """Sent when the text of a summary part is finished."""

    type: Literal["response.reasoning_summary_text.done"]
    """Tag of this event, always `response.reasoning_summary_text.done`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    item_id: str = ABSENT
    """Identifier of the item that this event belongs to."""
    output_index: int = ABSENT
    """Index in `response.output` of the item that this event belongs to."""
    summary_index: int = ABSENT
    """Index in the item's `summary` of the part that this event belongs to."""
    text: str = ABSENT
    """The whole text of the summary part."""


class ResponseOutputTextAnnotationAddedStreamingEvent(SpecModel):
    """Sent when an annotation, such as a citation, is attached to an output text."""

    type: Literal["response.output_text.annotation.added"]
    """Tag of this event, always `response.output_text.annotation.added`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    item_id: str = ABSENT
    """Identifier of the item that this event belongs to."""
    output_index: int = ABSENT
    """Index in `response.output` of the item that this event belongs to."""
    content_index: int = ABSENT
    """Index in the item's `content` of the part that this event belongs to."""
    annotation_index: int = ABSENT
    """Index of the annotation within the part's `annotations`."""
    annotation: Annotation | None = ABSENT
    """The annotation, for instance a cited address; may be null."""


class ResponseFunctionCallArgumentsDeltaStreamingEvent(SpecModel):
    """Carries the next piece of a function call's arguments."""

    type: Literal["response.function_call_arguments.delta"]
    """Tag of this event, always `response.function_call_arguments.delta`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    item_id: str = ABSENT
    """Identifier of the item that this event belongs to."""
    output_index: int = ABSENT
    """Index in `response.output` of the item that this event belongs to."""
    delta: str = ABSENT
    """Piece of the arguments' JSON text to append; not valid JSON on its own."""
    obfuscation: str | None = None
    """Random padding that hides the length of the delta on the network; ignore it."""


class ResponseFunctionCallArgumentsDoneStreamingEvent(SpecModel):
    """Sent when the arguments of a function call are finished."""

    type: Literal["response.function_call_arguments.done"]
    """Tag of this event, always `response.function_call_arguments.done`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    item_id: str = ABSENT
    """Identifier of the item that this event belongs to."""
    output_index: int = ABSENT
    """Index in `response.output` of the item that this event belongs to."""
    arguments: str = ABSENT
    """The whole arguments as JSON text; parse them before calling the function."""


class ErrorPayload(SpecModel):
    """Details of a failure in mid-stream, carried in the `error` field of an `error` event."""

    type: str = ABSENT
    """Category of the error, such as `server_error` or `too_many_requests`; an open set, useful for
    deciding whether to retry."""
    code: str | None = ABSENT
    """Short machine-readable name of the error; null if the server gives none."""
    message: str = ABSENT
    """Explanation of the error, written for a person."""
    param: str | None = ABSENT
    """Request parameter at fault; null if none is."""
    headers: dict[str, str] | None = None
    """HTTP headers that belong to the error, such as a time to wait before trying again."""


class ErrorStreamingEvent(SpecModel):
    """Sent when something goes wrong in mid-stream; a `response.failed` event should follow."""

    type: Literal["error"]
    """Tag of this event, always `error`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    error: ErrorPayload = ABSENT
    """Details of the failure: type, code, message and the parameter at fault."""


class WebSocketErrorBody(SpecModel):
    """What went wrong on the socket."""

    type: str | None = None
    """Broad class of the error, such as `invalid_request`; may be absent."""
    code: str = ABSENT
    """Error code for programs, such as `previous_response_not_found` or
    `websocket_connection_limit_reached`."""
    message: str = ABSENT
    """Explanation of the failure in plain words, suitable for logs."""
    param: str | None = None
    """Name of the request field at fault; null or absent if no single field is to blame."""


class WebSocketErrorEvent(SpecModel):
    """Message a server sends over WebSocket when a turn or the connection fails."""

    type: Literal["error"] = ABSENT
    """Tag of this message, always `error`; unlike the error event of HTTP streams it comes with
    `status`."""
    status: int = ABSENT
    """HTTP status code that matches the failure, such as 400 or 500."""
    error: WebSocketErrorBody = ABSENT
    """Details of the failure; branch on its `code`."""


class ResponseCreatedStreamingEvent(SpecModel):
    """First event of a stream, sent once the response object exists."""

    type: Literal["response.created"]
    """Tag of this event, always `response.created`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    response: ResponseResource = ABSENT
    """The response as it stands at this event; later events change it."""


class ResponseQueuedStreamingEvent(SpecModel):
    """Sent when the response has been put in a queue and work on it has not begun."""

    type: Literal["response.queued"]
    """Tag of this event, always `response.queued`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    response: ResponseResource = ABSENT
    """The response as it stands at this event; later events change it."""


class ResponseInProgressStreamingEvent(SpecModel):
    """Sent when the server starts working on the response."""

    type: Literal["response.in_progress"]
    """Tag of this event, always `response.in_progress`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    response: ResponseResource = ABSENT
    """The response as it stands at this event; later events change it."""


class ResponseCompletedStreamingEvent(SpecModel):
    """Terminal event of a response that was finished normally."""

    type: Literal["response.completed"]
    """Tag of this event, always `response.completed`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    response: ResponseResource = ABSENT
    """The finished response with all of its output items."""


class ResponseFailedStreamingEvent(SpecModel):
    """Terminal event of a response that failed; look at `response.error`."""

    type: Literal["response.failed"]
    """Tag of this event, always `response.failed`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    response: ResponseResource = ABSENT
    """The failed response; `error` says why, `output` holds what was made before."""


class ResponseIncompleteStreamingEvent(SpecModel):
    """Terminal event of a response that ended early, for instance at the token limit."""

    type: Literal["response.incomplete"]
    """Tag of this event, always `response.incomplete`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    response: ResponseResource = ABSENT
    """The response cut short; `incomplete_details` says why."""


class ResponseOutputItemAddedStreamingEvent(SpecModel):
    """Sent when a new output item begins; its content follows in later events."""

    type: Literal["response.output_item.added"]
    """Tag of this event, always `response.output_item.added`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    output_index: int = ABSENT
    """Index in `response.output` of the item that this event belongs to."""
    item: ItemField | None = ABSENT
    """The item so far, with its type and id but mostly empty content; may be null."""


class ResponseOutputItemDoneStreamingEvent(SpecModel):
    """Sent when an output item is finished and will not change any more."""

    type: Literal["response.output_item.done"]
    """Tag of this event, always `response.output_item.done`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    output_index: int = ABSENT
    """Index in `response.output` of the item that this event belongs to."""
    item: ItemField | None = ABSENT
    """The finished item with all its content; may be null."""


class ResponseReasoningSummaryPartAddedStreamingEvent(SpecModel):
    """Sent when a new part of a reasoning summary begins."""

    type: Literal["response.reasoning_summary_part.added"]
    """Tag of this event, always `response.reasoning_summary_part.added`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    item_id: str = ABSENT
    """Identifier of the item that this event belongs to."""
    output_index: int = ABSENT
    """Index in `response.output` of the item that this event belongs to."""
    summary_index: int = ABSENT
    """Index in the item's `summary` of the part that this event belongs to."""
    part: StreamedContent = ABSENT
    """The summary part so far, usually with empty text."""


class ResponseReasoningSummaryPartDoneStreamingEvent(SpecModel):
    """Sent when a part of a reasoning summary is finished."""

    type: Literal["response.reasoning_summary_part.done"]
    """Tag of this event, always `response.reasoning_summary_part.done`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    item_id: str = ABSENT
    """Identifier of the item that this event belongs to."""
    output_index: int = ABSENT
    """Index in `response.output` of the item that this event belongs to."""
    summary_index: int = ABSENT
    """Index in the item's `summary` of the part that this event belongs to."""
    part: StreamedContent = ABSENT
    """The finished summary part with its whole text."""


class ResponseContentPartAddedStreamingEvent(SpecModel):
    """Sent when a new content part of an item begins."""

    type: Literal["response.content_part.added"]
    """Tag of this event, always `response.content_part.added`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    item_id: str = ABSENT
    """Identifier of the item that this event belongs to."""
    output_index: int = ABSENT
    """Index in `response.output` of the item that this event belongs to."""
    content_index: int = ABSENT
    """Index in the item's `content` of the part that this event belongs to."""
    part: StreamedContent = ABSENT
    """The part so far, usually with empty text."""


class ResponseContentPartDoneStreamingEvent(SpecModel):
    """Sent when a content part is finished."""

    type: Literal["response.content_part.done"]
    """Tag of this event, always `response.content_part.done`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    item_id: str = ABSENT
    """Identifier of the item that this event belongs to."""
    output_index: int = ABSENT
    """Index in `response.output` of the item that this event belongs to."""
    content_index: int = ABSENT
    """Index in the item's `content` of the part that this event belongs to."""
    part: StreamedContent = ABSENT
    """The finished part with its whole content."""


ResponseStreamingEvent = TypeAliasType(
    "ResponseStreamingEvent",
    Annotated[
        Annotated[
            ResponseCreatedStreamingEvent
            | ResponseQueuedStreamingEvent
            | ResponseInProgressStreamingEvent
            | ResponseCompletedStreamingEvent
            | ResponseFailedStreamingEvent
            | ResponseIncompleteStreamingEvent
            | ResponseOutputItemAddedStreamingEvent
            | ResponseOutputItemDoneStreamingEvent
            | ResponseReasoningSummaryPartAddedStreamingEvent
            | ResponseReasoningSummaryPartDoneStreamingEvent
            | ResponseContentPartAddedStreamingEvent
            | ResponseContentPartDoneStreamingEvent
            | ResponseOutputTextDeltaStreamingEvent
            | ResponseOutputTextDoneStreamingEvent
            | ResponseRefusalDeltaStreamingEvent
            | ResponseRefusalDoneStreamingEvent
            | ResponseReasoningDeltaStreamingEvent
            | ResponseReasoningDoneStreamingEvent
            | ResponseReasoningSummaryDeltaStreamingEvent
            | ResponseReasoningSummaryDoneStreamingEvent
            | ResponseOutputTextAnnotationAddedStreamingEvent
            | ResponseFunctionCallArgumentsDeltaStreamingEvent
            | ResponseFunctionCallArgumentsDoneStreamingEvent
            | ErrorStreamingEvent,
            Field(discriminator="type"),
        ]
        | Annotated[
            UnknownEvent,
            KnownTags(
                "error",
                "response.completed",
                "response.content_part.added",
                "response.content_part.done",
                "response.created",
                "response.failed",
                "response.function_call_arguments.delta",
                "response.function_call_arguments.done",
                "response.in_progress",
                "response.incomplete",
                "response.output_item.added",
                "response.output_item.done",
                "response.output_text.annotation.added",
                "response.output_text.delta",
                "response.output_text.done",
                "response.queued",
                "response.reasoning.delta",
                "response.reasoning.done",
                "response.reasoning_summary_part.added",
                "response.reasoning_summary_part.done",
                "response.reasoning_summary_text.delta",
                "response.reasoning_summary_text.done",
                "response.refusal.delta",
                "response.refusal.done",
            ),
        ],
        Field(union_mode="left_to_right"),
    ],
)
"""Any event of a response stream, told apart by `type`."""
