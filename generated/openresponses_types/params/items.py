# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: items, as requests take them."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from .content import (
    AssistantContentParam,
    FunctionOutputContentParam,
    InputTextContentParam,
    ReasoningSummaryContentParam,
    ReasoningTextContent,
    UserContentParam,
)
from .enums import FunctionCallStatus


class ItemReferenceParam(TypedDict):
    """Input item that stands for an item already known to the server, named by its `id` alone."""

    type: NotRequired[Literal["item_reference"] | None]
    """Tag of an item reference, `item_reference`; may be null or left out, since `id` alone marks a
    reference."""
    id: str
    """Identifier of the earlier item that should be inserted at this place in the input."""


class CompactionSummaryItemParam(TypedDict):
    """Input item holding a compacted earlier context, as produced by `POST /responses/compact`; pass
    it back as received."""

    id: NotRequired[str | None]
    """Identifier under which the server returned this compaction item; may be null or absent."""
    type: Literal["compaction"]
    """Tag that marks this input item as compacted context, always `compaction`."""
    encrypted_content: str
    """Opaque compacted context, at most 10,485,760 characters; send it back unchanged."""


class SystemMessageItemParam(TypedDict):
    """Input item with a system message that steers the model; its content is text only."""

    id: NotRequired[str | None]
    """Identifier of the message if the server assigned one earlier; null or absent for a new message."""
    type: Literal["message"]
    """Tag that marks this input item as a message, always `message`; `role` tells the kinds apart."""
    role: Literal["system"]
    """Author of the message, always `system` in this variant."""
    content: list[InputTextContentParam] | str
    """System instructions for the model: plain text, or a list of `input_text` parts."""
    status: NotRequired[str | None]
    """Lifecycle state recorded for the message, such as `completed`; usually left out in requests."""


class DeveloperMessageItemParam(TypedDict):
    """Input item with a message from the application's developer that steers the model; its content is
    text only."""

    id: NotRequired[str | None]
    """Identifier of the message if the server assigned one earlier; null or absent for a new message."""
    type: Literal["message"]
    """Tag that marks this input item as a message, always `message`; `role` tells the kinds apart."""
    role: Literal["developer"]
    """Author of the message, always `developer` in this variant."""
    content: list[InputTextContentParam] | str
    """Developer instructions for the model: plain text, or a list of `input_text` parts."""
    status: NotRequired[str | None]
    """Lifecycle state recorded for the message, such as `completed`; usually left out in requests."""


class ReasoningItemParam(TypedDict):
    """Input item that returns earlier model reasoning to the server, so a follow-up turn can build on
    it."""

    id: NotRequired[str | None]
    """Identifier under which the server returned this reasoning item; may be null or absent."""
    type: Literal["reasoning"]
    """Tag that marks this input item as reasoning, always `reasoning`."""
    summary: list[ReasoningSummaryContentParam]
    """Summary parts as received with the reasoning item; send an empty list if there were none."""
    content: NotRequired[list[ReasoningTextContent] | None]
    """Raw reasoning, which cannot be sent as input: leave it out or set it to null."""
    encrypted_content: NotRequired[str | None]
    """Opaque reasoning state as received from the server; send it back unchanged, or null if there was
    none."""


class AssistantMessageItemParam(TypedDict):
    """Input item with an earlier message of the assistant, sent back as conversation history."""

    id: NotRequired[str | None]
    """Identifier under which the server returned this message; may be null or absent."""
    type: Literal["message"]
    """Tag that marks this input item as a message, always `message`; `role` tells the kinds apart."""
    role: Literal["assistant"]
    """Author of the message, always `assistant` in this variant."""
    content: list[AssistantContentParam] | str
    """What the assistant said: plain text, or a list of `output_text` and `refusal` parts."""
    phase: NotRequired[Literal["commentary", "final_answer"]]
    """Whether the message was intermediate `commentary` or the `final_answer`. Resend it as received
    in follow-up requests; dropping it may lower quality with some models."""
    status: NotRequired[str | None]
    """Lifecycle state the server reported for the message, such as `completed`; may be null or absent."""


class FunctionCallItemParam(TypedDict):
    """Input item that repeats a function call made earlier by the model, normally followed by its
    `function_call_output`."""

    id: NotRequired[str | None]
    """Identifier of the item itself, as the server returned it; may be null or absent, and is not the
    `call_id`."""
    call_id: str
    """Identifier that links this call to its `function_call_output`, 1 to 64 characters."""
    type: Literal["function_call"]
    """Tag that marks this input item as a function call, always `function_call`."""
    name: str
    """Name of the called function: 1 to 64 letters, digits, underscores or hyphens."""
    arguments: str
    """Arguments of the call as the model wrote them, JSON encoded in a string."""
    status: NotRequired[FunctionCallStatus | None]
    """Lifecycle state of the call, normally `completed`; may be null or absent."""


class UserMessageItemParam(TypedDict):
    """Input item with a message from the end user; its content may hold text, images and files."""

    id: NotRequired[str | None]
    """Identifier of the message if the server assigned one earlier; null or absent for a new message."""
    type: Literal["message"]
    """Tag that marks this input item as a message, always `message`; `role` tells the kinds apart."""
    role: Literal["user"]
    """Author of the message, always `user` in this variant."""
    content: list[UserContentParam] | str
    """What the user says: plain text, or a list of text, image and file parts."""
    status: NotRequired[str | None]
    """Lifecycle state recorded for the message, such as `completed`; usually left out in requests."""


class FunctionCallOutputItemParam(TypedDict):
    """Input item with which the client returns the result of a function call to the model."""

    id: NotRequired[str | None]
    """Identifier of this output item, assigned by the server; null or absent when you send a new
    result."""
    call_id: str
    """Value of `call_id` from the `function_call` item that this result answers, 1 to 64 characters."""
    type: Literal["function_call_output"]
    """Tag that marks this input item as a function result, always `function_call_output`."""
    output: str | list[FunctionOutputContentParam]
    """Result of the call: a string, often JSON, or a list of text, image, file and video parts."""
    status: NotRequired[FunctionCallStatus | None]
    """Lifecycle state of the result, normally `completed`; may be null or absent."""


ItemParam: TypeAlias = (
    ReasoningItemParam
    | CompactionSummaryItemParam
    | UserMessageItemParam
    | SystemMessageItemParam
    | DeveloperMessageItemParam
    | AssistantMessageItemParam
    | FunctionCallItemParam
    | FunctionCallOutputItemParam
    | ItemReferenceParam
)
"""Any item accepted in `input`: a message, function call or its output, reasoning, compacted context,
or an item reference."""
