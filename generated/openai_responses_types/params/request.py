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
    metadata: Metadata | None


InputParam: TypeAlias = str | list[ResponseInputItemParam]
"""Input for the model: a plain string, taken as one user message, or a list of messages and other
items."""


class CreateConversationBody(TypedDict):
    metadata: NotRequired[Metadata | None]
    items: NotRequired[list[ResponseInputItemParam] | None]


class TokenCountsBody(TypedDict):
    model: NotRequired[str | None]
    input: NotRequired[str | list[ResponseInputItemParam] | None]
    previous_response_id: NotRequired[str | None]
    tools: NotRequired[list[ToolParam] | None]
    text: NotRequired[ResponseTextConfig | None]
    reasoning: NotRequired[Reasoning | None]
    truncation: NotRequired[TruncationEnum]
    instructions: NotRequired[str | None]
    personality: NotRequired[PersonalityEnum]
    conversation: NotRequired[ConversationParam | None]
    tool_choice: NotRequired[ToolChoiceParam | None]
    parallel_tool_calls: NotRequired[bool | None]


class CompactResponseMethodPublicBody(TypedDict):
    model: CompactionModel | None
    input: NotRequired[str | list[ResponseInputItemParam] | None]
    previous_response_id: NotRequired[str | None]
    instructions: NotRequired[str | None]
    prompt_cache_key: NotRequired[str | None]
    prompt_cache_retention: NotRequired[PromptCacheRetentionEnum | None]
    prompt_cache_options: NotRequired[PromptCacheOptionsParam | None]
    service_tier: NotRequired[CompactServiceTier | None]


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
