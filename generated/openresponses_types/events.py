# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: events, as servers send them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import (
    ABSENT,
    KnownTags,
    SpecModel,
    UnknownEvent,
)

from .annotations import Annotation
from .content import LogProb, StreamedContent
from .items import ItemField
from .response import ResponseResource


class ResponseOutputTextDeltaStreamingEvent(SpecModel):
    type: Literal["response.output_text.delta"]
    sequence_number: int = ABSENT
    item_id: str = ABSENT
    output_index: int = ABSENT
    content_index: int = ABSENT
    delta: str = ABSENT
    logprobs: list[LogProb] | None = None
    obfuscation: str | None = None


class ResponseOutputTextDoneStreamingEvent(SpecModel):
    type: Literal["response.output_text.done"]
    sequence_number: int = ABSENT
    item_id: str = ABSENT
    output_index: int = ABSENT
    content_index: int = ABSENT
    text: str = ABSENT
    logprobs: list[LogProb] | None = None


class ResponseRefusalDeltaStreamingEvent(SpecModel):
    type: Literal["response.refusal.delta"]
    sequence_number: int = ABSENT
    item_id: str = ABSENT
    output_index: int = ABSENT
    content_index: int = ABSENT
    delta: str = ABSENT


class ResponseRefusalDoneStreamingEvent(SpecModel):
    type: Literal["response.refusal.done"]
    sequence_number: int = ABSENT
    item_id: str = ABSENT
    output_index: int = ABSENT
    content_index: int = ABSENT
    refusal: str = ABSENT


class ResponseReasoningDeltaStreamingEvent(SpecModel):
    type: Literal["response.reasoning.delta"]
    sequence_number: int = ABSENT
    item_id: str = ABSENT
    output_index: int = ABSENT
    content_index: int = ABSENT
    delta: str = ABSENT
    obfuscation: str | None = None


class ResponseReasoningDoneStreamingEvent(SpecModel):
    type: Literal["response.reasoning.done"]
    sequence_number: int = ABSENT
    item_id: str = ABSENT
    output_index: int = ABSENT
    content_index: int = ABSENT
    text: str = ABSENT


class ResponseReasoningSummaryDeltaStreamingEvent(SpecModel):
    type: Literal["response.reasoning_summary_text.delta"]
    sequence_number: int = ABSENT
    item_id: str = ABSENT
    output_index: int = ABSENT
    summary_index: int = ABSENT
    delta: str = ABSENT
    obfuscation: str | None = None


class ResponseReasoningSummaryDoneStreamingEvent(SpecModel):
    type: Literal["response.reasoning_summary_text.done"]
    sequence_number: int = ABSENT
    item_id: str = ABSENT
    output_index: int = ABSENT
    summary_index: int = ABSENT
    text: str = ABSENT


class ResponseOutputTextAnnotationAddedStreamingEvent(SpecModel):
    type: Literal["response.output_text.annotation.added"]
    sequence_number: int = ABSENT
    item_id: str = ABSENT
    output_index: int = ABSENT
    content_index: int = ABSENT
    annotation_index: int = ABSENT
    annotation: Annotation | None = ABSENT


class ResponseFunctionCallArgumentsDeltaStreamingEvent(SpecModel):
    type: Literal["response.function_call_arguments.delta"]
    sequence_number: int = ABSENT
    item_id: str = ABSENT
    output_index: int = ABSENT
    delta: str = ABSENT
    obfuscation: str | None = None


class ResponseFunctionCallArgumentsDoneStreamingEvent(SpecModel):
    type: Literal["response.function_call_arguments.done"]
    sequence_number: int = ABSENT
    item_id: str = ABSENT
    output_index: int = ABSENT
    arguments: str = ABSENT


class ErrorPayload(SpecModel):
    type: str = ABSENT
    code: str | None = ABSENT
    message: str = ABSENT
    param: str | None = ABSENT
    headers: dict[str, str] | None = None


class ErrorStreamingEvent(SpecModel):
    type: Literal["error"]
    sequence_number: int = ABSENT
    error: ErrorPayload = ABSENT


class WebSocketErrorBody(SpecModel):
    """What went wrong on the socket."""

    type: str | None = None
    code: str = ABSENT
    message: str = ABSENT
    param: str | None = None


class WebSocketErrorEvent(SpecModel):
    type: Literal["error"] = ABSENT
    status: int = ABSENT
    error: WebSocketErrorBody = ABSENT


class ResponseCreatedStreamingEvent(SpecModel):
    type: Literal["response.created"]
    sequence_number: int = ABSENT
    response: ResponseResource = ABSENT


class ResponseQueuedStreamingEvent(SpecModel):
    type: Literal["response.queued"]
    sequence_number: int = ABSENT
    response: ResponseResource = ABSENT


class ResponseInProgressStreamingEvent(SpecModel):
    type: Literal["response.in_progress"]
    sequence_number: int = ABSENT
    response: ResponseResource = ABSENT


class ResponseCompletedStreamingEvent(SpecModel):
    type: Literal["response.completed"]
    sequence_number: int = ABSENT
    response: ResponseResource = ABSENT


class ResponseFailedStreamingEvent(SpecModel):
    type: Literal["response.failed"]
    sequence_number: int = ABSENT
    response: ResponseResource = ABSENT


class ResponseIncompleteStreamingEvent(SpecModel):
    type: Literal["response.incomplete"]
    sequence_number: int = ABSENT
    response: ResponseResource = ABSENT


class ResponseOutputItemAddedStreamingEvent(SpecModel):
    type: Literal["response.output_item.added"]
    sequence_number: int = ABSENT
    output_index: int = ABSENT
    item: ItemField | None = ABSENT


class ResponseOutputItemDoneStreamingEvent(SpecModel):
    type: Literal["response.output_item.done"]
    sequence_number: int = ABSENT
    output_index: int = ABSENT
    item: ItemField | None = ABSENT


class ResponseReasoningSummaryPartAddedStreamingEvent(SpecModel):
    type: Literal["response.reasoning_summary_part.added"]
    sequence_number: int = ABSENT
    item_id: str = ABSENT
    output_index: int = ABSENT
    summary_index: int = ABSENT
    part: StreamedContent = ABSENT


class ResponseReasoningSummaryPartDoneStreamingEvent(SpecModel):
    type: Literal["response.reasoning_summary_part.done"]
    sequence_number: int = ABSENT
    item_id: str = ABSENT
    output_index: int = ABSENT
    summary_index: int = ABSENT
    part: StreamedContent = ABSENT


class ResponseContentPartAddedStreamingEvent(SpecModel):
    type: Literal["response.content_part.added"]
    sequence_number: int = ABSENT
    item_id: str = ABSENT
    output_index: int = ABSENT
    content_index: int = ABSENT
    part: StreamedContent = ABSENT


class ResponseContentPartDoneStreamingEvent(SpecModel):
    type: Literal["response.content_part.done"]
    sequence_number: int = ABSENT
    item_id: str = ABSENT
    output_index: int = ABSENT
    content_index: int = ABSENT
    part: StreamedContent = ABSENT


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
