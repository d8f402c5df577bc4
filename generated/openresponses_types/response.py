# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: response, as servers send them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import (
    ABSENT,
    KnownTags,
    ResponseMethods,
    SpecModel,
    UnknownObject,
)

from .enums import ReasoningEffortEnum, ReasoningSummaryEnum, TruncationEnum, VerbosityEnum
from .items import ItemField
from .tool_choice import ToolChoice
from .tools import Tool


class IncompleteDetails(SpecModel):
    reason: str = ABSENT


class Error(SpecModel):
    code: str = ABSENT
    message: str = ABSENT


class TextResponseFormat(SpecModel):
    type: Literal["text"]


class JsonObjectResponseFormat(SpecModel):
    type: Literal["json_object"]


class JsonSchemaResponseFormat(SpecModel):
    type: Literal["json_schema"]
    name: str = ABSENT
    description: str | None = ABSENT
    schema_: dict[str, Any] | None = Field(default=ABSENT, alias="schema")
    """x"""
    strict: bool = ABSENT


class Reasoning(SpecModel):
    effort: ReasoningEffortEnum | None = ABSENT
    summary: ReasoningSummaryEnum | None = ABSENT


class InputTokensDetails(SpecModel):
    cached_tokens: int = ABSENT


class OutputTokensDetails(SpecModel):
    reasoning_tokens: int = ABSENT


class Usage(SpecModel):
    input_tokens: int = ABSENT
    output_tokens: int = ABSENT
    total_tokens: int = ABSENT
    input_tokens_details: InputTokensDetails = ABSENT
    output_tokens_details: OutputTokensDetails = ABSENT


TextFormat = TypeAliasType(
    "TextFormat",
    Annotated[
        Annotated[
            TextResponseFormat | JsonObjectResponseFormat | JsonSchemaResponseFormat,
            Field(discriminator="type"),
        ]
        | Annotated[UnknownObject, KnownTags("json_object", "json_schema", "text")],
        Field(union_mode="left_to_right"),
    ],
)
"""Format that the text was asked for in: plain text, any JSON object, or JSON by a schema."""


class TextField(SpecModel):
    format: TextFormat = ABSENT
    verbosity: VerbosityEnum | None = None


class ResponseResource(ResponseMethods):
    id: str = ABSENT
    object: Literal["response"] = ABSENT
    created_at: int = ABSENT
    completed_at: int | None = ABSENT
    status: str = ABSENT
    incomplete_details: IncompleteDetails | None = ABSENT
    model: str = ABSENT
    previous_response_id: str | None = ABSENT
    instructions: str | None = ABSENT
    output: list[ItemField] = ABSENT
    error: Error | None = ABSENT
    tools: list[Tool] = ABSENT
    tool_choice: ToolChoice = ABSENT
    truncation: TruncationEnum = ABSENT
    parallel_tool_calls: bool = ABSENT
    text: TextField = ABSENT
    top_p: float = ABSENT
    presence_penalty: float = ABSENT
    frequency_penalty: float = ABSENT
    top_logprobs: int = ABSENT
    temperature: float = ABSENT
    reasoning: Reasoning | None = ABSENT
    usage: Usage | None = ABSENT
    max_output_tokens: int | None = ABSENT
    max_tool_calls: int | None = ABSENT
    store: bool = ABSENT
    background: bool = ABSENT
    service_tier: str = ABSENT
    metadata: Any = ABSENT
    safety_identifier: str | None = ABSENT
    prompt_cache_key: str | None = ABSENT


class CompactResource(SpecModel):
    id: str = ABSENT
    object: Literal["response.compaction"] = ABSENT
    output: list[ItemField] = ABSENT
    created_at: int = ABSENT
    usage: Usage = ABSENT
