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
    type: NotRequired[Literal["item_reference"] | None]
    id: str


class CompactionSummaryItemParam(TypedDict):
    id: NotRequired[str | None]
    type: Literal["compaction"]
    encrypted_content: str


class SystemMessageItemParam(TypedDict):
    id: NotRequired[str | None]
    type: Literal["message"]
    role: Literal["system"]
    content: list[InputTextContentParam] | str
    status: NotRequired[str | None]


class DeveloperMessageItemParam(TypedDict):
    id: NotRequired[str | None]
    type: Literal["message"]
    role: Literal["developer"]
    content: list[InputTextContentParam] | str
    status: NotRequired[str | None]


class ReasoningItemParam(TypedDict):
    id: NotRequired[str | None]
    type: Literal["reasoning"]
    summary: list[ReasoningSummaryContentParam]
    content: NotRequired[list[ReasoningTextContent] | None]
    """x"""
    encrypted_content: NotRequired[str | None]


class AssistantMessageItemParam(TypedDict):
    id: NotRequired[str | None]
    type: Literal["message"]
    role: Literal["assistant"]
    content: list[AssistantContentParam] | str
    phase: NotRequired[Literal["commentary", "final_answer"]]
    status: NotRequired[str | None]


class FunctionCallItemParam(TypedDict):
    id: NotRequired[str | None]
    call_id: str
    type: Literal["function_call"]
    name: str
    arguments: str
    status: NotRequired[FunctionCallStatus | None]


class UserMessageItemParam(TypedDict):
    id: NotRequired[str | None]
    type: Literal["message"]
    role: Literal["user"]
    content: list[UserContentParam] | str
    status: NotRequired[str | None]


class FunctionCallOutputItemParam(TypedDict):
    id: NotRequired[str | None]
    call_id: str
    type: Literal["function_call_output"]
    output: str | list[FunctionOutputContentParam]
    status: NotRequired[FunctionCallStatus | None]


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
