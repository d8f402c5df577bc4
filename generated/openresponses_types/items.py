# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: items, as servers send them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import ABSENT, KnownTags, SpecModel, UnknownItem, UnknownValue
from openresponses_types.calls import FunctionCallMethods

from .content import FunctionOutputContent, MessageContent, StreamedContent
from .enums import FunctionCallOutputStatusEnum, FunctionCallStatus, MessageRole, MessageStatus


class FunctionCall(FunctionCallMethods):
    """Output item with which the model asks the client to run a function; answer it with a
    `function_call_output` item."""

    type: Literal["function_call"]
    """Tag that marks this item as a function call, always `function_call`."""
    id: str = ABSENT
    """Identifier of the item itself, which streaming events name as `item_id`; not the one to answer
    with."""
    call_id: str = ABSENT
    """Identifier of this call; send it back as `call_id` of the matching `function_call_output` item."""
    name: str = ABSENT
    """Name of the function to run, as declared in `tools`."""
    arguments: str = ABSENT
    """Arguments as a JSON-encoded string; parse and validate it before use, as it may be malformed if
    cut off."""
    status: FunctionCallStatus = ABSENT
    """Lifecycle state of the call; run the function only once it is `completed`."""


class CompactionBody(SpecModel):
    """Item that replaces earlier context in shortened form, in the output of `POST
    /responses/compact`; use it as input later."""

    type: Literal["compaction"]
    """Tag that marks this item as compacted context, always `compaction`."""
    id: str = ABSENT
    """Identifier of this compaction item; it cannot serve as `previous_response_id`."""
    encrypted_content: str = ABSENT
    """Opaque compacted context; pass it back unchanged in a `compaction` input item."""
    created_by: str | None = None
    """Identifier of whoever created the item; may be absent."""


class Message(SpecModel):
    """Item that holds a message of any role; in the output of a response it is the assistant's answer."""

    type: Literal["message"]
    """Tag that marks this item as a message, always `message`."""
    id: str = ABSENT
    """Identifier of the message, opaque and unique within the conversation; streaming events name it
    as `item_id`."""
    status: MessageStatus = ABSENT
    """Lifecycle state of the message: `in_progress`, then `completed`, or `incomplete` if the output
    was cut off."""
    role: MessageRole = ABSENT
    """Author of the message; `assistant` for what the model generated."""
    content: list[MessageContent] = ABSENT
    """Parts of the message in order; assistant messages normally hold `output_text` and `refusal`
    parts."""
    phase: Literal["commentary", "final_answer"] | UnknownValue | None = None
    """Whether an assistant message is intermediate `commentary` or the `final_answer`; absent
    otherwise. Send it back unchanged when you return the message as history."""


class FunctionCallOutput(SpecModel):
    """Item with the result that the client supplied for a function call, as the server returns it."""

    type: Literal["function_call_output"]
    """Tag that marks this item as a function result, always `function_call_output`."""
    id: str = ABSENT
    """Identifier of this result item, assigned by the server; distinct from `call_id`."""
    call_id: str = ABSENT
    """Value of `call_id` from the `function_call` item that this result answers."""
    output: str | list[FunctionOutputContent] = ABSENT
    """Result of the function: a string, often JSON, or a list of text, image and file parts."""
    status: FunctionCallOutputStatusEnum = ABSENT
    """Lifecycle state of the result, in practice `completed`; set by the server on items it returns."""


class ReasoningBody(SpecModel):
    """Output item with the model's reasoning, as a summary, raw or encrypted; include it in follow-up
    input."""

    type: Literal["reasoning"]
    """Tag that marks this item as reasoning, always `reasoning`."""
    id: str = ABSENT
    """Identifier of this reasoning item, which streaming events name as `item_id`."""
    content: list[StreamedContent] | None = None
    """Raw reasoning in parts, usually `reasoning_text`; absent if the provider does not reveal it."""
    summary: list[StreamedContent] = ABSENT
    """Summary of the reasoning in parts, usually `summary_text`, meant for display; may be empty."""
    encrypted_content: str | None = None
    """Opaque reasoning state to send back unchanged in follow-up input; absent unless requested by
    `include` and supported."""


ItemField = TypeAliasType(
    "ItemField",
    Annotated[
        Annotated[
            Message | FunctionCall | FunctionCallOutput | ReasoningBody | CompactionBody,
            Field(discriminator="type"),
        ]
        | Annotated[
            UnknownItem,
            KnownTags("compaction", "function_call", "function_call_output", "message", "reasoning"),
        ],
        Field(union_mode="left_to_right"),
    ],
)
"""Any item a server returns: a message, function call or its output, reasoning, or compacted context."""
