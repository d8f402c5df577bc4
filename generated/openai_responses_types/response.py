# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: response, as servers send them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openai_responses_types.methods import ResponseMethods
from openresponses_types.base import ABSENT, KnownTags, SpecModel, UnknownObject, UnknownValue, UsageMethods

from .enums import (
    ModerationInputType,
    PromptCacheModeEnum,
    PromptCacheTTLEnum,
    ReasoningEffort,
    ReasoningModeEnum,
    ResponseErrorCode,
    ResponsesModel,
    ServiceTier,
)
from .items import CompactedItem, ResponseInstructionItem, ResponseItem, ResponseOutputItem
from .settings import Metadata, Prompt, ResponseTextConfig
from .tool_choice import ToolChoice
from .tools import ToolsArray


class ErrorBody(SpecModel):
    """Details of a failed request, held under `error` in the error body."""

    code: str | None = ABSENT
    """Machine-readable code that narrows down the cause; null when none applies."""
    message: str = ABSENT
    """Human-readable explanation of what went wrong, suited to logs."""
    param: str | None = ABSENT
    """Name of the request parameter at fault; null when the error concerns no particular one."""
    type: str = ABSENT
    """Broad category of the error; treat it as an open set of strings."""


class ModerationResultBody(SpecModel):
    """Outcome of a moderation check on the request's input or the model's output, with verdicts and
    scores per category."""

    type: Literal["moderation_result"]
    """Tag of this result, always `moderation_result`."""
    model: str = ABSENT
    """Name of the moderation model that made the judgement."""
    flagged: bool = ABSENT
    """`True` when at least one moderation category was triggered by the content."""
    categories: dict[str, bool] = ABSENT
    """Map from moderation category name to `True` when the content was flagged under it."""
    category_scores: dict[str, float] = ABSENT
    """Map from moderation category name to its numeric score, where higher means more likely a
    violation."""
    category_applied_input_types: dict[str, list[ModerationInputType]] = ABSENT
    """Map from moderation category name to the input kinds, `text` or `image`, its score took into
    account."""


class PromptCacheOptions(SpecModel):
    """Prompt caching settings in effect for a response, from `gpt-5.6` on."""

    ttl: PromptCacheTTLEnum = ABSENT
    """How long, at the least, each cache breakpoint is kept."""
    mode: PromptCacheModeEnum = ABSENT
    """Whether the API set a breakpoint of its own (`implicit`) or used only those in the request
    (`explicit`)."""


class ModerationErrorBody(SpecModel):
    """Found in place of a moderation result when moderating the input or output did not succeed."""

    type: Literal["error"]
    """Tag that marks a failed moderation, always `error`."""
    code: str = ABSENT
    """Short code for the reason that moderation failed, meant for programs."""
    message: str = ABSENT
    """Explanation of the moderation failure, meant for a human reader."""


class ResponseConversation(SpecModel):
    """Found in a response as `conversation`: the conversation to which its input and output items were
    added."""

    id: str = ABSENT
    """Identifier of the conversation the response is part of; reuse it to continue there."""


class TokenCountsResource(SpecModel):
    """Answer to a token count request, holding the number of input tokens."""

    object: Literal["response.input_tokens"] = ABSENT
    """Tag of this resource, always `response.input_tokens`."""
    input_tokens: int = ABSENT
    """How many tokens the given input takes up."""


class IncompleteDetails(SpecModel):
    """Why a response ended before it was complete."""

    reason: Literal["max_output_tokens", "content_filter"] | UnknownValue | None = None
    """What cut generation short: `max_output_tokens` for the token limit, `content_filter` for
    filtered content."""


class InputTokensDetails(SpecModel):
    """How the input tokens divide up."""

    cached_tokens: int = ABSENT
    """Number of input tokens served from the prompt cache."""
    cache_write_tokens: int = ABSENT
    """Number of input tokens stored in the prompt cache by this request."""


class OutputTokensDetails(SpecModel):
    """How the output tokens divide up."""

    reasoning_tokens: int = ABSENT
    """Number of output tokens the model spent on reasoning."""


ModerationResult = TypeAliasType(
    "ModerationResult",
    Annotated[
        Annotated[ModerationResultBody | ModerationErrorBody, Field(discriminator="type")]
        | Annotated[UnknownObject, KnownTags("error", "moderation_result")],
        Field(union_mode="left_to_right"),
    ],
)
"""Outcome of a moderation check, or the error that kept it from running."""


class Reasoning(SpecModel):
    """Settings for models that reason before answering (gpt-5 and o-series): effort, summaries and
    reuse of earlier reasoning."""

    mode: ReasoningModeEnum | None = None
    """Execution mode of the reasoning; on a response it shows the mode actually applied."""
    effort: ReasoningEffort | None = None
    """How much reasoning the model should do; lower values answer faster and use fewer tokens."""
    summary: Literal["auto", "concise", "detailed"] | UnknownValue | None = None
    """Level of detail of the reasoning summary to produce: `auto`, `concise` or `detailed`. `concise`
    works with `computer-use-preview` and reasoning models after `gpt-5`."""
    context: Literal["auto", "current_turn", "all_turns"] | UnknownValue | None = None
    """Which earlier reasoning the model sees again: `current_turn`, `all_turns`, or `auto` for the
    model's default (`all_turns` in the `gpt-5.6` family). Responses show the value in effect."""
    generate_summary: Literal["auto", "concise", "detailed"] | UnknownValue | None = None
    """Deprecated older name of `summary`, with the same values `auto`, `concise` and `detailed`."""


class ResponseError(SpecModel):
    """Reason a response failed, found in its `error` field; null when nothing went wrong."""

    code: ResponseErrorCode = ABSENT
    """Machine-readable error code; branch on this rather than on the message."""
    message: str = ABSENT
    """Explanation of the failure for people, suitable for logs."""


class ResponseUsage(UsageMethods):
    """Token counts of a response, in its `usage` field: input, output and total, with breakdowns."""

    input_tokens: int = ABSENT
    """Number of tokens the model read, those from the cache included."""
    input_tokens_details: InputTokensDetails = ABSENT
    """Breakdown of `input_tokens` by how they relate to the prompt cache."""
    output_tokens: int = ABSENT
    """Number of tokens the model generated, those spent on reasoning included."""
    output_tokens_details: OutputTokensDetails = ABSENT
    """Breakdown of `output_tokens` by what they were spent on."""
    total_tokens: int = ABSENT
    """Number of input and output tokens together."""


class Moderation(SpecModel):
    """Outcome of moderation in a response, separately for the input and the output."""

    input: ModerationResult = ABSENT
    """Moderation result of the input, or the error that prevented one."""
    output: ModerationResult = ABSENT
    """Moderation result of the output, or the error that prevented one."""


class CompactedResponse(SpecModel):
    """Answer of `/responses/compact`: a compacted window whose items serve as `input` of the next
    request."""

    id: str = ABSENT
    """Identifier of this compaction result; not usable as `previous_response_id`."""
    object: Literal["response.compaction"] = ABSENT
    """Tag of this resource, always `response.compaction`."""
    output: list[CompactedItem] = ABSENT
    """Items of the compacted window; send them unchanged as the start of the next `input`."""
    created_at: int = ABSENT
    """Time at which the compaction was made, as a Unix timestamp in seconds."""
    usage: ResponseUsage = ABSENT
    """Tokens that the compaction consumed, with the cached and reasoning shares and the total."""


class Response(ResponseMethods):
    """One model response with its output items, status, token usage and the settings it ran with;
    returned by create and retrieve calls and carried by lifecycle events."""

    metadata: Metadata | None = ABSENT
    """Your own key-value pairs to keep with the response, at most 16."""
    top_logprobs: int | None = None
    """How many alternative tokens to report per position with their log probabilities, 0 to 20. Fewer
    may come back than asked for."""
    temperature: float | None = ABSENT
    """Randomness of sampling from 0 to 2, default 1; lower is more deterministic. Change this or
    `top_p`, preferably not both."""
    top_p: float | None = ABSENT
    """Nucleus sampling cutoff from 0 to 1, default 1: `0.1` samples only among tokens in the top tenth
    of probability. Change this or `temperature`, preferably not both."""
    user: str | None = None
    """Older stable id of your end user; use `prompt_cache_key` for cache routing and
    `safety_identifier` for abuse detection instead."""
    safety_identifier: str | None = None
    """Stable id of your end user, at most 64 characters, by which OpenAI attributes policy violations.
    Send a hash of the user name or email, not the value itself."""
    prompt_cache_key: str | None = None
    """Key that groups similar requests so that they hit the prompt cache more often; takes over this
    purpose from `user`."""
    prompt_cache_retention: Literal["in_memory", "24h"] | UnknownValue | None = None
    """Deprecated in favour of `prompt_cache_options.ttl`. Longest time cached prefixes are kept:
    `in_memory` or up to `24h`; `gpt-5.5` and later accept only `24h`."""
    previous_response_id: str | None = None
    """Identifier of the earlier response that this one continues, for multi-turn conversations. Must
    not be combined with `conversation`; null when nothing is continued."""
    model: ResponsesModel = ABSENT
    """Name of the model that generates the response, for instance `gpt-4o` or `o3`."""
    background: bool | None = None
    """Whether the response is generated in the background instead of while the caller waits. Defaults
    to false."""
    max_tool_calls: int | None = None
    """Upper limit for built-in tool calls in one response, counted over all built-in tools together;
    calls beyond it are ignored. Null when unset."""
    text: ResponseTextConfig | None = None
    """Settings for text output: plain or structured format, and verbosity."""
    tools: ToolsArray = ABSENT
    """Tools that the model is able to call while it generates the response."""
    tool_choice: ToolChoice = ABSENT
    """Whether the model may, must or must not call tools, or which tool it has to use."""
    prompt: Prompt | None = None
    """Reference to a stored prompt template, with the values for its variables."""
    service_tier: ServiceTier | None = None
    """Processing tier that served the request, which may differ from the one requested."""
    truncation: Literal["auto", "disabled"] | UnknownValue | None = None
    """What happens when the input exceeds the context window: `auto` drops the oldest conversation
    items, `disabled` (default) makes the request fail with status 400."""
    id: str = ABSENT
    """Identifier of this response; pass it as `previous_response_id` to continue the conversation."""
    object: Literal["response"] = ABSENT
    """Tag of this resource, always `response`."""
    status: (
        Literal["completed", "failed", "in_progress", "cancelled", "queued", "incomplete"]
        | UnknownValue
        | None
    ) = None
    """State of generation: `queued` and `in_progress` are passing; `completed`, `incomplete`, `failed`
    and `cancelled` are final."""
    created_at: float = ABSENT
    """Time of creation as a Unix timestamp in seconds."""
    completed_at: float | None = None
    """Time generation finished, as a Unix timestamp in seconds; set only when `status` is `completed`."""
    error: ResponseError | None = ABSENT
    """Why generation failed; null unless an error occurred."""
    incomplete_details: IncompleteDetails | None = ABSENT
    """Explains an `incomplete` status; null otherwise."""
    output: list[ResponseOutputItem] = ABSENT
    """Items the model generated, in order. Number and kinds vary, so do not expect the first to be a
    message; use `output_text` for the text alone."""
    reasoning: Reasoning | None = None
    """Reasoning settings in effect for this response; may be null."""
    instructions: str | list[ResponseInstructionItem] | None = ABSENT
    """System or developer instructions used for this response, as text or items. They are not
    inherited through `previous_response_id`; null if none were given."""
    usage: ResponseUsage | None = None
    """Token counts of the request; absent until they are known."""
    prompt_cache_options: PromptCacheOptions | None = None
    """Prompt caching options that applied to this response."""
    moderation: Moderation | None = None
    """Moderation results for the response; null when there are none."""
    parallel_tool_calls: bool = ABSENT
    """Whether the model could issue several tool calls at once; true by default."""
    conversation: ResponseConversation | None = None
    """Conversation this response belongs to; null when it was not created within one."""
    max_output_tokens: int | None = None
    """Upper limit of generated tokens, reasoning included; reaching it makes the response
    `incomplete`. Null when no limit was set."""


class ResponseItemList(SpecModel):
    """One page of the items that went into a response, as returned when listing its input items."""

    object: Literal["list"] = ABSENT
    """Tag of a list page, always `list`."""
    data: list[ResponseItem] = ABSENT
    """Items on this page, in the order asked for."""
    has_more: bool = ABSENT
    """Whether further pages exist; if true, request the next one with `last_id` as the cursor."""
    first_id: str = ABSENT
    """Identifier of the first item on this page, usable as a cursor."""
    last_id: str = ABSENT
    """Identifier of the last item on this page; pass it as `after` to fetch the next page."""
