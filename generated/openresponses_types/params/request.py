# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: request, as requests take them."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from .enums import IncludeEnum, ServiceTierEnum, TruncationEnum
from .items import ItemParam
from .settings import MetadataParam, ReasoningParam, StreamOptionsParam, TextParam
from .tool_choice import ToolChoiceParam
from .tools import ResponsesToolParam


class CreateResponseBody(TypedDict):
    model: NotRequired[str | None]
    input: NotRequired[str | list[ItemParam] | None]
    previous_response_id: NotRequired[str | None]
    include: NotRequired[list[IncludeEnum]]
    tools: NotRequired[list[ResponsesToolParam] | None]
    tool_choice: NotRequired[ToolChoiceParam | None]
    metadata: NotRequired[MetadataParam | None]
    text: NotRequired[TextParam | None]
    temperature: NotRequired[float | None]
    top_p: NotRequired[float | None]
    presence_penalty: NotRequired[float | None]
    frequency_penalty: NotRequired[float | None]
    parallel_tool_calls: NotRequired[bool | None]
    stream: NotRequired[bool]
    stream_options: NotRequired[StreamOptionsParam | None]
    background: NotRequired[bool]
    max_output_tokens: NotRequired[int | None]
    max_tool_calls: NotRequired[int | None]
    reasoning: NotRequired[ReasoningParam | None]
    safety_identifier: NotRequired[str | None]
    prompt_cache_key: NotRequired[str | None]
    truncation: NotRequired[TruncationEnum]
    instructions: NotRequired[str | None]
    store: NotRequired[bool]
    service_tier: NotRequired[ServiceTierEnum]
    top_logprobs: NotRequired[int | None]


class WebSocketResponseCreateEvent(TypedDict):
    type: Literal["response.create"]
    model: NotRequired[str | None]
    input: NotRequired[str | list[ItemParam] | None]
    previous_response_id: NotRequired[str | None]
    include: NotRequired[list[IncludeEnum]]
    tools: NotRequired[list[ResponsesToolParam] | None]
    tool_choice: NotRequired[ToolChoiceParam | None]
    metadata: NotRequired[MetadataParam | None]
    text: NotRequired[TextParam | None]
    temperature: NotRequired[float | None]
    top_p: NotRequired[float | None]
    presence_penalty: NotRequired[float | None]
    frequency_penalty: NotRequired[float | None]
    parallel_tool_calls: NotRequired[bool | None]
    max_output_tokens: NotRequired[int | None]
    max_tool_calls: NotRequired[int | None]
    reasoning: NotRequired[ReasoningParam | None]
    safety_identifier: NotRequired[str | None]
    prompt_cache_key: NotRequired[str | None]
    truncation: NotRequired[TruncationEnum]
    instructions: NotRequired[str | None]
    store: NotRequired[bool]
    service_tier: NotRequired[ServiceTierEnum]
    top_logprobs: NotRequired[int | None]


class CompactResponseMethodPublicBody(TypedDict):
    model: str
    input: NotRequired[str | list[ItemParam] | None]
    previous_response_id: NotRequired[str | None]
    instructions: NotRequired[str | None]
    prompt_cache_key: NotRequired[str | None]
