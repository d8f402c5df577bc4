# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: request, as requests take them."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from .enums import (
    CompactionModel,
    CompactServiceTier,
    IncludeEnum,
    PersonalityEnum,
    PromptCacheRetentionEnum,
    ResponsesModel,
    ServiceTier,
    TruncationEnum,
)
from .items import ResponseInputItemParam
from .response import Reasoning
from .settings import (
    ContextManagementParam,
    ConversationParam,
    Metadata,
    ModerationParam,
    Prompt,
    PromptCacheOptionsParam,
    ResponseStreamOptions,
    ResponseTextConfig,
)
from .tool_choice import ToolChoiceParam
from .tools import ToolParam, ToolsArray


class UpdateConversationBody(TypedDict):
    """Request body for changing the metadata of a conversation."""

    metadata: Metadata | None
    """New key-value pairs for the conversation: up to 16, keys up to 64 characters, string values up
    to 512."""


InputParam: TypeAlias = str | list[ResponseInputItemParam]
"""Input for the model: a plain string, taken as one user message, or a list of messages and other
items."""


class CreateConversationBody(TypedDict):
    """Request body for creating a conversation; every field is optional."""

    metadata: NotRequired[Metadata | None]
    """Your own key-value pairs to keep with the conversation; may be null or left out."""
    items: NotRequired[list[ResponseInputItemParam] | None]
    """Items with which the conversation starts, at most 20 per request; may be null or left out."""


class TokenCountsBody(TypedDict):
    """Request body for counting the input tokens that a response request with these settings would
    use."""

    model: NotRequired[str | None]
    """Name of the model for which to count, such as `gpt-4o`; may be null or left out."""
    input: NotRequired[str | list[ResponseInputItemParam] | None]
    """Input to count: a string of at most 10485760 characters, or a list of items; may be null or left
    out."""
    previous_response_id: NotRequired[str | None]
    """Identifier of the response that the counted request would continue; not together with
    `conversation`. May be null or left out."""
    tools: NotRequired[list[ToolParam] | None]
    """Tool definitions that the counted request would offer to the model; may be null or left out."""
    text: NotRequired[ResponseTextConfig | None]
    """Settings of text output for the counted request, such as its format; may be null or left out."""
    reasoning: NotRequired[Reasoning | None]
    """Reasoning settings of the counted request; may be null or left out."""
    truncation: NotRequired[TruncationEnum]
    """How to treat input beyond the context window: `auto` drops items from the start, `disabled`, the
    default, fails with status 400."""
    instructions: NotRequired[str | None]
    """System or developer message put into the context; instructions of the previous response are not
    taken over. May be null or left out."""
    personality: NotRequired[PersonalityEnum]
    """Style preset of the model, at most 64 characters; leave it out for the model's own default."""
    conversation: NotRequired[ConversationParam | None]
    """Conversation that the counted request would continue, by identifier or object; not together with
    `previous_response_id`. May be null or left out."""
    tool_choice: NotRequired[ToolChoiceParam | None]
    """Rule by which the model picks tools in the counted request; may be null or left out."""
    parallel_tool_calls: NotRequired[bool | None]
    """Whether the model could make several tool calls at once in the counted request; may be null or
    left out."""


class CompactResponseMethodPublicBody(TypedDict):
    """Request body of `/responses/compact`, which shortens a long context into a smaller window of
    items."""

    model: CompactionModel | None
    """Name of the model that does the compaction."""
    input: NotRequired[str | list[ResponseInputItemParam] | None]
    """Context to compact: a string of at most 10485760 characters, or a list of items; may be null or
    left out."""
    previous_response_id: NotRequired[str | None]
    """Identifier of the response whose context is to be compacted; not together with `conversation`.
    May be null or left out."""
    instructions: NotRequired[str | None]
    """System or developer message for the compaction; instructions of the previous response are not
    taken over. May be null or left out."""
    prompt_cache_key: NotRequired[str | None]
    """Key under which the prompt cache is looked up and filled, at most 64 characters; may be null or
    left out."""
    prompt_cache_retention: NotRequired[PromptCacheRetentionEnum | None]
    """How prompt cache entries of this request are retained; may be null or left out."""
    prompt_cache_options: NotRequired[PromptCacheOptionsParam | None]
    """Prompt caching settings for this request; may be null or left out."""
    service_tier: NotRequired[CompactServiceTier | None]
    """Processing tier to use for this request; may be null or left out."""


class ResponseCreateParams(TypedDict):
    """Body of a request that creates a response: the input together with model, tool, sampling,
    storage and streaming settings."""

    metadata: NotRequired[Metadata | None]
    """Your own key-value pairs to keep with the response, at most 16."""
    top_logprobs: NotRequired[int]
    """Number of most likely alternatives to report per output token with log probabilities, 0 to 20;
    fewer may come back."""
    temperature: NotRequired[float | None]
    """Randomness of sampling from 0 to 2, default 1; lower is more deterministic. Change this or
    `top_p`, preferably not both."""
    top_p: NotRequired[float | None]
    """Nucleus sampling cutoff from 0 to 1, default 1: `0.1` samples only among tokens in the top tenth
    of probability. Change this or `temperature`, preferably not both."""
    user: NotRequired[str]
    """Older stable id of your end user; use `prompt_cache_key` for cache routing and
    `safety_identifier` for abuse detection instead."""
    safety_identifier: NotRequired[str | None]
    """Stable id of your end user, at most 64 characters, by which OpenAI attributes policy violations.
    Send a hash of the user name or email, not the value itself."""
    prompt_cache_key: NotRequired[str | None]
    """Key that groups similar requests so that they hit the prompt cache more often; takes over this
    purpose from `user`."""
    prompt_cache_retention: NotRequired[Literal["in_memory", "24h"] | None]
    """Deprecated in favour of `prompt_cache_options.ttl`. Longest time cached prefixes are kept:
    `in_memory` or up to `24h`; `gpt-5.5` and later accept only `24h`."""
    prompt_cache_options: NotRequired[PromptCacheOptionsParam]
    """Settings for prompt caching: whether a breakpoint is placed automatically and how long cached
    prefixes should live at least."""
    previous_response_id: NotRequired[str | None]
    """Identifier of the earlier response that this one continues, for multi-turn conversations. Must
    not be combined with `conversation`; null when nothing is continued."""
    model: NotRequired[ResponsesModel]
    """Name of the model that generates the response, for instance `gpt-4o` or `o3`."""
    background: NotRequired[bool | None]
    """Whether the response is generated in the background instead of while the caller waits. Defaults
    to false."""
    max_tool_calls: NotRequired[int | None]
    """Upper limit for built-in tool calls in one response, counted over all built-in tools together;
    calls beyond it are ignored. Null when unset."""
    text: NotRequired[ResponseTextConfig]
    """Settings for text output: plain or structured format, and verbosity."""
    tools: NotRequired[ToolsArray]
    """Tools that the model is able to call while it generates the response."""
    tool_choice: NotRequired[ToolChoiceParam]
    """Whether the model may, must or must not call tools, or which tool it has to use."""
    prompt: NotRequired[Prompt | None]
    """Reference to a stored prompt template, with the values for its variables."""
    service_tier: NotRequired[ServiceTier | None]
    """Processing tier asked for, trading speed against cost; `auto` follows the project's
    configuration."""
    truncation: NotRequired[Literal["auto", "disabled"] | None]
    """What to do when the input exceeds the context window: `auto` drops the oldest items, `disabled`
    (default) lets the request fail with status 400."""
    reasoning: NotRequired[Reasoning | None]
    """Reasoning settings such as effort and summary style, for models that reason; null leaves the
    model's defaults in place."""
    input: NotRequired[InputParam]
    """What the model should respond to: a plain string, taken as one user message, or a list of input
    items."""
    include: NotRequired[list[IncludeEnum] | None]
    """Extra output data to return that is left out by default, for example `file_search_call.results`
    or `message.output_text.logprobs`."""
    parallel_tool_calls: NotRequired[bool | None]
    """Whether the model may issue several tool calls at the same time; true by default."""
    store: NotRequired[bool | None]
    """Whether the server keeps the response so that it can be fetched or continued later; true by
    default."""
    instructions: NotRequired[str | None]
    """System or developer message placed in the model's context. Not inherited through
    `previous_response_id`, so repeat it in each request that needs it."""
    moderation: NotRequired[ModerationParam | None]
    """Settings for moderating this response's input and output; null or absent for no such
    configuration."""
    stream: NotRequired[bool | None]
    """True to receive the response as server-sent events while it is being generated; false, the
    default, for a single JSON body."""
    stream_options: NotRequired[ResponseStreamOptions | None]
    """Settings of the event stream; meaningful only together with `stream` set to true."""
    conversation: NotRequired[ConversationParam | None]
    """Conversation this response joins, as an ID or object; not to be combined with
    `previous_response_id`."""
    context_management: NotRequired[list[ContextManagementParam] | None]
    """Rules for keeping the context within bounds during this request, for instance compaction above a
    token threshold."""
    max_output_tokens: NotRequired[int | None]
    """Ceiling on generated tokens, visible output and reasoning counted together; at least 16, null
    for no explicit limit."""
