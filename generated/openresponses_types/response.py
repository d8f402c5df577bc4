# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: response, as servers send them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import ABSENT, KnownTags, SpecModel, UnknownObject, UsageMethods
from openresponses_types.methods import ResponseMethods

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
    """Plain text output without any required structure; one of the choices for `text.format`."""

    type: Literal["text"]
    """Tag of this format, always `text`."""


class JsonObjectResponseFormat(SpecModel):
    """Output that is some JSON object, without a schema; appears in a response's `text.format` only."""

    type: Literal["json_object"]
    """Tag of this format, always `json_object`."""


class JsonSchemaResponseFormat(SpecModel):
    """Output that follows a JSON Schema, as echoed in a response's `text.format`."""

    type: Literal["json_schema"]
    """Tag of this format, always `json_schema`."""
    name: str = ABSENT
    """Name that the request gave to the schema."""
    description: str | None = ABSENT
    """What the schema is for, as the request said; null if it said nothing."""
    schema_: dict[str, Any] | None = Field(default=ABSENT, alias="schema")
    """Place of the requested JSON Schema; the document types it as null here, so do not rely on
    getting the schema back."""
    strict: bool = ABSENT
    """Whether the output was bound to follow the schema exactly."""


class Reasoning(SpecModel):
    """Reasoning settings in effect for a response, echoed in its `reasoning` field."""

    effort: ReasoningEffortEnum | None = ABSENT
    """Effort that the request asked the model to spend on reasoning; null when it named none."""
    summary: ReasoningSummaryEnum | None = ABSENT
    """How detailed a summary of the reasoning was asked for; null when none was."""


class InputTokensDetails(SpecModel):
    """Breakdown of the input tokens, found in `usage.input_tokens_details`."""

    cached_tokens: int = ABSENT
    """Number of input tokens that were read from the prompt cache."""


class OutputTokensDetails(SpecModel):
    """Breakdown of the output tokens, found in `usage.output_tokens_details`."""

    reasoning_tokens: int = ABSENT
    """Number of output tokens that the model spent on reasoning."""


class Usage(UsageMethods):
    """Token counts of a response or of a compaction; found in their `usage` field."""

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
    """Text settings in effect for a response, echoed in its `text` field: output format and verbosity."""

    format: TextFormat = ABSENT
    """Format in which the text was asked for: plain, any JSON object, or JSON by a schema."""
    verbosity: VerbosityEnum | None = None
    """How wordy the text was asked to be; may be absent."""


class ResponseResource(ResponseMethods):
    """The neutral response object: the answer of a model, its state, and the settings it was made
    with."""

    id: str = ABSENT
    """Identifier of this response; pass it as `previous_response_id` to continue where the server
    keeps state."""
    object: Literal["response"] = ABSENT
    """Tag of a response object, always `response`."""
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
    """Reasoning settings in effect; null when there were none."""
    usage: Usage | None = ABSENT
    """Token counts of this response; null while they are not available."""
    max_output_tokens: int | None = ABSENT
    """Ceiling on generated tokens, reasoning included; null if there was none."""
    max_tool_calls: int | None = ABSENT
    """Ceiling on tool calls the model could make in this response; null if there was none."""
    store: bool = ABSENT
    """Whether the server keeps this response for later requests."""
    background: bool = ABSENT
    """Whether the response was produced in the background, detached from the request."""
    service_tier: str = ABSENT
    """Processing tier that served the request; servers use names of their own."""
    metadata: Any = ABSENT
    """Key-value pairs that the request attached, returned as they came."""
    safety_identifier: str | None = ABSENT
    """Stable identifier from the request, meant for spotting abuse; null if none was given."""
    prompt_cache_key: str | None = ABSENT
    """Key under which the prompt cache was read or written; null if none was given."""


class CompactResource(SpecModel):
    """Answer of POST /responses/compact: a shortened conversation that later requests can start from."""

    id: str = ABSENT
    """Identifier of this compaction; it is no response id and cannot be continued."""
    object: Literal["response.compaction"] = ABSENT
    """Tag of a compaction result, always `response.compaction`."""
    output: list[ItemField] = ABSENT
    """Items of the shortened conversation; send all of them back unchanged as the next input."""
    created_at: int = ABSENT
    """When the window was made, in seconds since the Unix epoch."""
    usage: Usage = ABSENT
    """Tokens that the compaction itself used."""
