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
    """Why a response ended as `incomplete`, found in its `incomplete_details`."""

    reason: str = ABSENT
    """Cause for which generation stopped early, for instance that the token limit was reached."""


class Error(SpecModel):
    """Reason why a response failed, found in `error` of the response; null there if nothing went
    wrong."""

    code: str = ABSENT
    """Error code for programs to branch on; treat it as an open set of values."""
    message: str = ABSENT
    """Explanation of the failure in plain words, suitable for logs."""


class TextResponseFormat(SpecModel):
    """Plain text output, which is what a request without a format gets."""

    type: Literal["text"]
    """Tag of this format, always `text`."""


class JsonObjectResponseFormat(SpecModel):
    """Output that is some JSON object, without a schema; appears in responses only."""

    type: Literal["json_object"]
    """Tag of this format, always `json_object`."""


class JsonSchemaResponseFormat(SpecModel):
    """Output that follows a JSON Schema, as the response echoes it."""

    type: Literal["json_schema"]
    """Tag of this format, always `json_schema`."""
    name: str = ABSENT
    """Name that the request gave to the schema."""
    description: str | None = ABSENT
    """What the schema is for, as the request said; null if it said nothing."""
    schema_: dict[str, Any] | None = Field(default=ABSENT, alias="schema")
    """The JSON Schema of the request; some servers echo null in its place."""
    strict: bool = ABSENT
    """Whether the output was bound to follow the schema exactly."""


class Reasoning(SpecModel):
    """Reasoning settings in effect for a response."""

    effort: ReasoningEffortEnum | None = ABSENT
    """How much the model was told to think; null when it was left to the model."""
    summary: ReasoningSummaryEnum | None = ABSENT
    """How detailed a summary of the reasoning was asked for; null when none was."""


class InputTokensDetails(SpecModel):
    """How the input tokens of a response divide up."""

    cached_tokens: int = ABSENT
    """Input tokens that were read from the prompt cache; usually charged at a lower rate."""


class OutputTokensDetails(SpecModel):
    """How the output tokens of a response divide up."""

    reasoning_tokens: int = ABSENT
    """Output tokens spent on reasoning that is not part of the visible answer."""


class Usage(SpecModel):
    """Tokens that a response used; the basis of its price."""

    input_tokens: int = ABSENT
    """Tokens in the whole input, instructions, tools and history included."""
    output_tokens: int = ABSENT
    """Tokens that the model generated, reasoning included."""
    total_tokens: int = ABSENT
    """Sum of input and output tokens."""
    input_tokens_details: InputTokensDetails = ABSENT
    """Breakdown of the input tokens, such as those served from a cache."""
    output_tokens_details: OutputTokensDetails = ABSENT
    """Breakdown of the output tokens, such as those spent on reasoning."""


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
    """Text settings in effect for a response: output format and verbosity."""

    format: TextFormat = ABSENT
    """Format in which the text was asked for: plain, any JSON object, or JSON by a schema."""
    verbosity: VerbosityEnum | None = None
    """How wordy the text was asked to be; absent where the server has no such setting."""


class ResponseResource(ResponseMethods):
    """The neutral response object: the answer of a model, its state, and the settings it was made
    with."""

    id: str = ABSENT
    """Identifier of this response; pass it as `previous_response_id` to continue where the server
    keeps state."""
    object: Literal["response"] = ABSENT
    """Kind of object, always `response`."""
    created_at: int = ABSENT
    """When the response was created, in seconds since the Unix epoch."""
    completed_at: int | None = ABSENT
    """When the response was completed, in seconds since the Unix epoch; null until then."""
    status: str = ABSENT
    """State of the response: `queued`, `in_progress`, `completed`, `failed` or `incomplete`; servers
    may add others."""
    incomplete_details: IncompleteDetails | None = ABSENT
    """Why the response ended early; null unless `status` is `incomplete`."""
    model: str = ABSENT
    """Model that produced the response; may be more specific than the name in the request."""
    previous_response_id: str | None = ABSENT
    """Response that this one continues; null at the start of a chain."""
    instructions: str | None = ABSENT
    """System or developer text that was placed before the input; null if there was none."""
    output: list[ItemField] = ABSENT
    """Items that the model produced, in order: messages, function calls, reasoning. Send them back to
    continue."""
    error: Error | None = ABSENT
    """What went wrong; null unless `status` is `failed`."""
    tools: list[Tool] = ABSENT
    """Tools that the model could call while it made this response."""
    tool_choice: ToolChoice = ABSENT
    """Which of the tools the model was free or obliged to call."""
    truncation: TruncationEnum = ABSENT
    """Whether the server was allowed to drop old context that did not fit: `auto` or `disabled`."""
    parallel_tool_calls: bool = ABSENT
    """Whether the model could make several tool calls in one turn."""
    text: TextField = ABSENT
    """Output format and verbosity in effect."""
    top_p: float = ABSENT
    """Share of probability mass that sampling was limited to, from 0 to 1."""
    presence_penalty: float = ABSENT
    """Penalty on tokens that had occurred before, however often; positive values favour new topics."""
    frequency_penalty: float = ABSENT
    """Penalty on tokens in proportion to how often they had occurred; positive values reduce
    repetition."""
    top_logprobs: int = ABSENT
    """Number of likely alternatives reported for each token, 0 to 20."""
    temperature: float = ABSENT
    """Sampling temperature in effect; lower values give more predictable text."""
    reasoning: Reasoning | None = ABSENT
    """Reasoning settings in effect; null for models that do not reason."""
    usage: Usage | None = ABSENT
    """Tokens used; null until the server has counted them."""
    max_output_tokens: int | None = ABSENT
    """Ceiling on generated tokens, reasoning included; null if there was none."""
    max_tool_calls: int | None = ABSENT
    """Ceiling on calls of hosted tools in this response; null if there was none."""
    store: bool = ABSENT
    """Whether the server keeps this response for later requests."""
    background: bool = ABSENT
    """Whether the response was produced in the background, detached from the request."""
    service_tier: str = ABSENT
    """Processing tier that served the request; servers use names of their own."""
    metadata: Any = ABSENT
    """Key-value pairs that the request attached, returned as they came."""
    safety_identifier: str | None = ABSENT
    """Stable pseudonym of the end user, for abuse detection; null if none was given."""
    prompt_cache_key: str | None = ABSENT
    """Key that routes similar requests to the same prompt cache; null if none was given."""


class CompactResource(SpecModel):
    """Result of a compaction: a shorter window that later requests can start from."""

    id: str = ABSENT
    """Identifier of this compaction; it is no response id and cannot be continued."""
    object: Literal["response.compaction"] = ABSENT
    """Kind of object, always `response.compaction`."""
    output: list[ItemField] = ABSENT
    """Items of the shortened conversation; send all of them back unchanged as the next input."""
    created_at: int = ABSENT
    """When the window was made, in seconds since the Unix epoch."""
    usage: Usage = ABSENT
    """Tokens that the compaction itself used."""
