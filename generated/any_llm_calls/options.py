# Made by `make generate` from the documents in spec/. Do not edit.
"""Keyword parameters of a call as TypedDicts, so that an overload names them once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from typing_extensions import TypedDict

from any_llm_calls.inputs import ApiKey, ClientArgs, TimeoutLimits, ToolInput
from openai_responses_types.params import (
    ContextManagementParam,
    ConversationParam,
    IncludeEnum,
    Metadata,
    ModerationParam,
    Prompt,
    PromptCacheOptionsParam,
    Reasoning,
    ResponseStreamOptions,
    ResponseTextConfig,
    ServiceTier,
    ToolChoiceParam,
)

if TYPE_CHECKING:
    from any_llm._tools.run import BeforeCall


class ClientCallOptions(TypedDict, total=False):
    """Parameters of `AnyLLM.responses` beside those that decide the type of the result. `None` means "not sent"."""

    tools: Sequence[ToolInput] | None
    """Tools the model may call: functions, pydantic models, tool dicts in flat or chat form."""
    tool_choice: ToolChoiceParam | None
    """Whether the model may, must or must not call tools, or which tool it has to use."""
    max_output_tokens: int | None
    """Ceiling on generated tokens, visible output and reasoning counted together; at least 16, null
    for no explicit limit."""
    temperature: float | None
    """Randomness of sampling from 0 to 2, default 1; lower is more deterministic. Change this or
    `top_p`, preferably not both."""
    top_p: float | None
    """Nucleus sampling cutoff from 0 to 1, default 1: `0.1` samples only among tokens in the top tenth
    of probability. Change this or `temperature`, preferably not both."""
    instructions: str | None
    """System or developer message placed in the model's context. Not inherited through
    `previous_response_id`, so repeat it in each request that needs it."""
    max_tool_calls: int | None
    """Upper limit for built-in tool calls in one response, counted over all built-in tools together;
    calls beyond it are ignored. Null when unset."""
    parallel_tool_calls: bool | None
    """Whether the model may issue several tool calls at the same time; true by default."""
    reasoning: Reasoning | None
    """Reasoning settings such as effort and summary style, for models that reason; null leaves the
    model's defaults in place."""
    text: ResponseTextConfig | None
    """Settings for text output: plain or structured format, and verbosity."""
    presence_penalty: float | None
    """Penalty for tokens that have already occurred in the text, however often; null or absent leaves
    the default."""
    frequency_penalty: float | None
    """Penalty for tokens that grows with each earlier occurrence in the text; null or absent leaves
    the default."""
    truncation: Literal["auto", "disabled"] | None
    """What to do when the input exceeds the context window: `auto` drops the oldest items, `disabled`
    (default) lets the request fail with status 400."""
    store: bool | None
    """Whether the server keeps the response so that it can be fetched or continued later; true by
    default."""
    service_tier: ServiceTier | None
    """Processing tier asked for, trading speed against cost; `auto` follows the project's
    configuration."""
    user: str | None
    """Older stable id of your end user; use `prompt_cache_key` for cache routing and
    `safety_identifier` for abuse detection instead."""
    metadata: Metadata | None
    """Your own key-value pairs to keep with the response, at most 16."""
    previous_response_id: str | None
    """Identifier of the earlier response that this one continues, for multi-turn conversations. Must
    not be combined with `conversation`; null when nothing is continued."""
    include: Sequence[IncludeEnum] | None
    """Extra output data to return that is left out by default, for example `file_search_call.results`
    or `message.output_text.logprobs`."""
    background: bool | None
    """Whether the response is generated in the background instead of while the caller waits. Defaults
    to false."""
    safety_identifier: str | None
    """Stable id of your end user, at most 64 characters, by which OpenAI attributes policy violations.
    Send a hash of the user name or email, not the value itself."""
    prompt_cache_key: str | None
    """Key that groups similar requests so that they hit the prompt cache more often; takes over this
    purpose from `user`."""
    prompt_cache_retention: Literal["in_memory", "24h"] | None
    """Deprecated in favour of `prompt_cache_options.ttl`. Longest time cached prefixes are kept:
    `in_memory` or up to `24h`; `gpt-5.5` and later accept only `24h`."""
    conversation: ConversationParam | None
    """Conversation this response joins, as an ID or object; not to be combined with
    `previous_response_id`."""
    top_logprobs: int | None
    """Number of most likely alternatives to report per output token with log probabilities, 0 to 20;
    fewer may come back."""
    prompt_cache_options: PromptCacheOptionsParam | None
    """Settings for prompt caching: whether a breakpoint is placed automatically and how long cached
    prefixes should live at least."""
    prompt: Prompt | None
    """Reference to a stored prompt template, with the values for its variables."""
    moderation: ModerationParam | None
    """Settings for moderating this response's input and output; null or absent for no such
    configuration."""
    stream_options: ResponseStreamOptions | None
    """Settings of the event stream; meaningful only together with `stream` set to true."""
    context_management: Sequence[ContextManagementParam] | None
    """Rules for keeping the context within bounds during this request, for instance compaction above a
    token threshold."""
    timeout: float | TimeoutLimits | None
    """Seconds allowed for the whole call; for a stream, for each wait between bytes. Or a dict of
    limits, each of its own: `connect`, `read`, `write`, `pool`, `total`, `first_event`."""
    stream_idle_timeout: float | None
    """Seconds a stream may stay without an event, keep-alive comments not counted."""
    max_retries: int | None
    """Attempts after the first that failed with a connection error, 408, 409, 429 or 5xx; default 2."""
    extra_headers: Mapping[str, str] | None
    """Headers to add to the request or to replace in it."""
    extra_query: Mapping[str, str] | None
    """Query parameters to add to the URL."""
    extra_body: Mapping[str, Any] | None
    """Fields to add to the request body as they are, an explicit null included."""
    strict: bool | None
    """Whether an answer that departs from the document raises `SpecDeviationError`; default False."""
    drop_params: bool | Sequence[str] | None
    """Whether parameters that the provider does not take are left out with a warning instead of
    raising; a list allows only these."""
    wire: Literal["responses", "chat", "messages"] | None
    """Protocol to speak, instead of the one in the provider's row."""


class CallOptions(ClientCallOptions, total=False):
    """Parameters of `any_llm.responses` beside those that decide the type of the result. `None` means "not sent"."""

    api_key: ApiKey | None
    """Key of the provider, or a callable (an async one in async calls) that is asked before every
    attempt; without it the provider's environment variable is read."""
    api_base: str | None
    """Base URL to which `/responses` is appended; without it the provider's own."""
    client_args: ClientArgs | None
    """Settings of the HTTP client: `headers`, `proxy`, `verify`, `max_connections`, or a client of
    your own as `http_client`."""


class ClientRunOptions(ClientCallOptions, total=False):
    """The same for `run_tools` of a conversation."""

    max_turns: int | None
    """Requests after which a run that still calls tools is given up; default 10."""
    before_call: BeforeCall | None
    """Function that is asked before each execution and returns `call.approve()`, `call.edit(...)` or
    `call.refuse(...)`; it may be async in async runs."""
    handlers: Mapping[str, Callable[..., Any]] | None
    """Functions for tools that were given as dicts or classes, by the tool's name."""
    raise_tool_errors: bool | None
    """Whether what a tool raises ends the run, instead of going back to the model; default False."""


class RunOptions(CallOptions, total=False):
    """The same for `any_llm.run_tools`."""

    max_turns: int | None
    """Requests after which a run that still calls tools is given up; default 10."""
    before_call: BeforeCall | None
    """Function that is asked before each execution and returns `call.approve()`, `call.edit(...)` or
    `call.refuse(...)`; it may be async in async runs."""
    handlers: Mapping[str, Callable[..., Any]] | None
    """Functions for tools that were given as dicts or classes, by the tool's name."""
    raise_tool_errors: bool | None
    """Whether what a tool raises ends the run, instead of going back to the model; default False."""
