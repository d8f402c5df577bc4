# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: items, as servers send them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import (
    ABSENT,
    KnownTags,
    SpecModel,
    UnknownItem,
    UnknownValue,
)

from .content import FunctionOutputContent, MessageContent, StreamedContent
from .enums import FunctionCallOutputStatusEnum, FunctionCallStatus, MessageRole, MessageStatus


class FunctionCall(SpecModel):
    type: Literal["function_call"]
    id: str = ABSENT
    call_id: str = ABSENT
    name: str = ABSENT
    arguments: str = ABSENT
    status: FunctionCallStatus = ABSENT


class CompactionBody(SpecModel):
    type: Literal["compaction"]
    id: str = ABSENT
    encrypted_content: str = ABSENT
    created_by: str | None = None


class Message(SpecModel):
    type: Literal["message"]
    id: str = ABSENT
    status: MessageStatus = ABSENT
    role: MessageRole = ABSENT
    content: list[MessageContent] = ABSENT
    phase: Literal["commentary", "final_answer"] | UnknownValue | None = None


class FunctionCallOutput(SpecModel):
    type: Literal["function_call_output"]
    id: str = ABSENT
    call_id: str = ABSENT
    output: str | list[FunctionOutputContent] = ABSENT
    status: FunctionCallOutputStatusEnum = ABSENT


class ReasoningBody(SpecModel):
    type: Literal["reasoning"]
    id: str = ABSENT
    content: list[StreamedContent] | None = None
    summary: list[StreamedContent] = ABSENT
    encrypted_content: str | None = None


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
