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
    """Request body of `POST /responses`, which generates one response from the given input."""

    model: NotRequired[str | None]
    """Name of the model that should answer, as the provider spells it."""
    input: NotRequired[str | list[ItemParam] | None]
    """New context for this turn: a list of items, or a string, which counts as one user message."""
    previous_response_id: NotRequired[str | None]
    """Identifier of an earlier response to continue; the server puts its input and output before the
    new `input`."""
    include: NotRequired[list[IncludeEnum]]
    """Extra data to return, such as `reasoning.encrypted_content` for encrypted reasoning or
    `message.output_text.logprobs` for log probabilities."""
    tools: NotRequired[list[ResponsesToolParam] | None]
    """Tools offered to the model in this turn; null or absent offers none."""
    tool_choice: NotRequired[ToolChoiceParam | None]
    """Whether and which tools the model has to call; with null or absent the model may decide."""
    metadata: NotRequired[MetadataParam | None]
    """Your own string pairs to keep with the response, at most 16; null or absent for none."""
    text: NotRequired[TextParam | None]
    """Settings for format and verbosity of the text output; null or absent leaves the defaults."""
    temperature: NotRequired[float | None]
    """Randomness of sampling, from 0 to 2: low values are focused, high ones varied. Null or absent
    leaves the default."""
    top_p: NotRequired[float | None]
    """Nucleus sampling threshold from 0 to 1: only the likeliest tokens that together reach this
    probability are candidates."""
    presence_penalty: NotRequired[float | None]
    """Penalty for tokens that have already occurred in the text, however often; null or absent leaves
    the default."""
    frequency_penalty: NotRequired[float | None]
    """Penalty for tokens that grows with each earlier occurrence in the text; null or absent leaves
    the default."""
    parallel_tool_calls: NotRequired[bool | None]
    """Whether one turn of the model may contain several tool calls at once; null or absent leaves the
    default."""
    stream: NotRequired[bool]
    """Set to true to receive the response piece by piece as server-sent events instead of one JSON
    body."""
    stream_options: NotRequired[StreamOptionsParam | None]
    """Settings for the event stream, useful only with `stream` set to true; null or absent leaves the
    defaults."""
    background: NotRequired[bool]
    """Set to true to have the call return at once while the server works on the response."""
    max_output_tokens: NotRequired[int | None]
    """Upper limit of generated tokens, at least 16; a response that reaches it ends as `incomplete`."""
    max_tool_calls: NotRequired[int | None]
    """Upper limit of tool calls within this response, at least 1; null or absent sets none."""
    reasoning: NotRequired[ReasoningParam | None]
    """Reasoning effort and summary settings; null or absent leaves the defaults of the model."""
    safety_identifier: NotRequired[str | None]
    """Stable label of your end user, at most 64 characters, that helps the provider spot abuse."""
    prompt_cache_key: NotRequired[str | None]
    """Label of at most 64 characters under which the prompt cache is looked up and filled; share it
    among similar requests."""
    truncation: NotRequired[TruncationEnum]
    """What to do if the context is too long: `auto` lets the server drop older parts, `disabled` makes
    it fail."""
    instructions: NotRequired[str | None]
    """Guidance for the model that applies to this request only; send it again when you continue a
    response."""
    store: NotRequired[bool]
    """Whether the server should keep the response for later use, such as continuing it by
    `previous_response_id`."""
    service_tier: NotRequired[ServiceTierEnum]
    """Scheduling hint for this request; the response tells which tier was used."""
    top_logprobs: NotRequired[int | None]
    """How many alternative tokens to report per position with their log probabilities, 0 to 20; null
    or absent leaves the default."""


class WebSocketResponseCreateEvent(TypedDict):
    """Message a client sends over WebSocket to begin a turn: the usual create body plus a `type` tag."""

    type: Literal["response.create"]
    """Tag of this client message, always `response.create`."""
    model: NotRequired[str | None]
    """Name of the model that should answer, as the provider spells it."""
    input: NotRequired[str | list[ItemParam] | None]
    """New context for this turn: a list of items, or a string, which counts as one user message."""
    previous_response_id: NotRequired[str | None]
    """Identifier of an earlier response to continue; the server puts its input and output before the
    new `input`."""
    include: NotRequired[list[IncludeEnum]]
    """Extra data to return, such as `reasoning.encrypted_content` for encrypted reasoning or
    `message.output_text.logprobs` for log probabilities."""
    tools: NotRequired[list[ResponsesToolParam] | None]
    """Tools offered to the model in this turn; null or absent offers none."""
    tool_choice: NotRequired[ToolChoiceParam | None]
    """Whether and which tools the model has to call; with null or absent the model may decide."""
    metadata: NotRequired[MetadataParam | None]
    """Your own string pairs to keep with the response, at most 16; null or absent for none."""
    text: NotRequired[TextParam | None]
    """Settings for format and verbosity of the text output; null or absent leaves the defaults."""
    temperature: NotRequired[float | None]
    """Randomness of sampling, from 0 to 2: low values are focused, high ones varied. Null or absent
    leaves the default."""
    top_p: NotRequired[float | None]
    """Nucleus sampling threshold from 0 to 1: only the likeliest tokens that together reach this
    probability are candidates."""
    presence_penalty: NotRequired[float | None]
    """Penalty for tokens that have already occurred in the text, however often; null or absent leaves
    the default."""
    frequency_penalty: NotRequired[float | None]
    """Penalty for tokens that grows with each earlier occurrence in the text; null or absent leaves
    the default."""
    parallel_tool_calls: NotRequired[bool | None]
    """Whether one turn of the model may contain several tool calls at once; null or absent leaves the
    default."""
    max_output_tokens: NotRequired[int | None]
    """Upper limit of generated tokens, at least 16; a response that reaches it ends as `incomplete`."""
    max_tool_calls: NotRequired[int | None]
    """Upper limit of tool calls within this response, at least 1; null or absent sets none."""
    reasoning: NotRequired[ReasoningParam | None]
    """Reasoning effort and summary settings; null or absent leaves the defaults of the model."""
    safety_identifier: NotRequired[str | None]
    """Stable label of your end user, at most 64 characters, that helps the provider spot abuse."""
    prompt_cache_key: NotRequired[str | None]
    """Label of at most 64 characters under which the prompt cache is looked up and filled; share it
    among similar requests."""
    truncation: NotRequired[TruncationEnum]
    """What to do if the context is too long: `auto` lets the server drop older parts, `disabled` makes
    it fail."""
    instructions: NotRequired[str | None]
    """Guidance for the model that applies to this request only; send it again when you continue a
    response."""
    store: NotRequired[bool]
    """Whether the server should keep the response for later use, such as continuing it by
    `previous_response_id`."""
    service_tier: NotRequired[ServiceTierEnum]
    """Scheduling hint for this request; the response tells which tier was used."""
    top_logprobs: NotRequired[int | None]
    """How many alternative tokens to report per position with their log probabilities, 0 to 20; null
    or absent leaves the default."""


class CompactResponseMethodPublicBody(TypedDict):
    """Body of POST /responses/compact: the conversation to shorten."""

    model: str
    """Model that writes the compacted window."""
    input: NotRequired[str | list[ItemParam] | None]
    """Conversation to shorten: one string, or items, oldest first; null to take it from the previous
    response."""
    previous_response_id: NotRequired[str | None]
    """Stored response whose conversation is to be shortened; null when the input holds all of it."""
    instructions: NotRequired[str | None]
    """System or developer text for the compaction; not carried over from the earlier response."""
    prompt_cache_key: NotRequired[str | None]
    """Key under which the prompt cache is read or written, at most 64 characters."""
