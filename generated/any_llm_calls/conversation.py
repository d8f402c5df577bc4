# Made by `make generate` from the documents in spec/. Do not edit.
"""The turns of a conversation: overloads for each call shape. `any_llm.Conversation` is the conversation."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, overload

from typing_extensions import Unpack

if TYPE_CHECKING:
    # The classes of results are hand-written; at run time nothing here imports them.
    from any_llm._text_format.text_format import TextFormat
    from any_llm._tools.outcome import ToolRun
    from any_llm._tools.run import BeforeCall
    from any_llm.parsed import ParsedResponse
    from any_llm.stream import (
        AsyncParsedResponseStream,
        AsyncResponseStream,
        ParsedResponseStream,
        ResponseStream,
    )
    from any_llm.tool_runs import AsyncToolRunStream, ToolRunStream
    from any_llm_calls.inputs import ResponseInput, TimeoutLimits, ToolInput
    from any_llm_calls.options import ClientCallOptions, ClientRunOptions
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

R_co = TypeVar("R_co", covariant=True)
T = TypeVar("T")


class ConversationCalls(ABC, Generic[R_co]):
    """The turns of a conversation whose provider returns responses of class `R_co`."""

    @abstractmethod
    def _take_turn(self, input_data: ResponseInput, parameters: dict[str, Any]) -> Any:
        """Take a turn; `responses` collects its parameters."""

    @abstractmethod
    async def _atake_turn(self, input_data: ResponseInput, parameters: dict[str, Any]) -> Any:
        """Take an async turn; `aresponses` collects its parameters."""

    @abstractmethod
    def _run_tools(self, input_data: ResponseInput, parameters: dict[str, Any]) -> Any:
        """Take turns until the model answers; `run_tools` collects the parameters."""

    @abstractmethod
    async def _arun_tools(self, input_data: ResponseInput, parameters: dict[str, Any]) -> Any:
        """Take async turns until the model answers; `arun_tools` collects the parameters."""

    @overload
    def responses(
        self,
        input_data: ResponseInput,
        *,
        stream: Literal[False] | None = None,
        response_format: dict[str, Any] | None = None,
        tools: Sequence[ToolInput] | None = None,
        tool_choice: ToolChoiceParam | None = None,
        max_output_tokens: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        instructions: str | None = None,
        max_tool_calls: int | None = None,
        parallel_tool_calls: bool | None = None,
        reasoning: Reasoning | None = None,
        text: ResponseTextConfig | None = None,
        presence_penalty: float | None = None,
        frequency_penalty: float | None = None,
        truncation: Literal["auto", "disabled"] | None = None,
        store: bool | None = None,
        service_tier: ServiceTier | None = None,
        user: str | None = None,
        metadata: Metadata | None = None,
        previous_response_id: str | None = None,
        include: Sequence[IncludeEnum] | None = None,
        background: bool | None = None,
        safety_identifier: str | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_retention: Literal["in_memory", "24h"] | None = None,
        conversation: ConversationParam | None = None,
        top_logprobs: int | None = None,
        prompt_cache_options: PromptCacheOptionsParam | None = None,
        prompt: Prompt | None = None,
        moderation: ModerationParam | None = None,
        stream_options: ResponseStreamOptions | None = None,
        context_management: Sequence[ContextManagementParam] | None = None,
        timeout: float | TimeoutLimits | None = None,
        stream_idle_timeout: float | None = None,
        max_retries: int | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        strict: bool | None = None,
        drop_params: bool | Sequence[str] | None = None,
        wire: Literal["responses", "chat", "messages"] | None = None,
    ) -> R_co:
        """Take the next turn of the conversation.

        Args:
            input_data: One user message as a string, or input items, oldest first.
            tools: Tools the model may call: functions, pydantic models, tool dicts in flat or chat form.
            tool_choice: Whether the model may, must or must not call tools, or which tool it has to use.
            max_output_tokens: Ceiling on generated tokens, visible output and reasoning counted together; at least 16, null for no explicit limit.
            temperature: Randomness of sampling from 0 to 2, default 1; lower is more deterministic. Change this or `top_p`, preferably not both.
            top_p: Nucleus sampling cutoff from 0 to 1, default 1: `0.1` samples only among tokens in the top tenth of probability. Change this or `temperature`, preferably not both.
            stream: Whether to return an iterator of events instead of one response.
            instructions: System or developer message placed in the model's context. Not inherited through `previous_response_id`, so repeat it in each request that needs it.
            max_tool_calls: Upper limit for built-in tool calls in one response, counted over all built-in tools together; calls beyond it are ignored. Null when unset.
            parallel_tool_calls: Whether the model may issue several tool calls at the same time; true by default.
            reasoning: Reasoning settings such as effort and summary style, for models that reason; null leaves the model's defaults in place.
            text: Settings for text output: plain or structured format, and verbosity.
            response_format: Type that the answer must fit (BaseModel, dataclass, TypedDict, list, union, Enum), parsed into `output_parsed`; a `TextFormat` to say more; or a dict for `text.format`.
            presence_penalty: Penalty for tokens that have already occurred in the text, however often; null or absent leaves the default.
            frequency_penalty: Penalty for tokens that grows with each earlier occurrence in the text; null or absent leaves the default.
            truncation: What to do when the input exceeds the context window: `auto` drops the oldest items, `disabled` (default) lets the request fail with status 400.
            store: Whether the server keeps the response so that it can be fetched or continued later; true by default.
            service_tier: Processing tier asked for, trading speed against cost; `auto` follows the project's configuration.
            user: Older stable id of your end user; use `prompt_cache_key` for cache routing and `safety_identifier` for abuse detection instead.
            metadata: Your own key-value pairs to keep with the response, at most 16.
            previous_response_id: Identifier of the earlier response that this one continues, for multi-turn conversations. Must not be combined with `conversation`; null when nothing is continued.
            include: Extra output data to return that is left out by default, for example `file_search_call.results` or `message.output_text.logprobs`.
            background: Whether the response is generated in the background instead of while the caller waits. Defaults to false.
            safety_identifier: Stable id of your end user, at most 64 characters, by which OpenAI attributes policy violations. Send a hash of the user name or email, not the value itself.
            prompt_cache_key: Key that groups similar requests so that they hit the prompt cache more often; takes over this purpose from `user`.
            prompt_cache_retention: Deprecated in favour of `prompt_cache_options.ttl`. Longest time cached prefixes are kept: `in_memory` or up to `24h`; `gpt-5.5` and later accept only `24h`.
            conversation: Conversation this response joins, as an ID or object; not to be combined with `previous_response_id`.
            top_logprobs: Number of most likely alternatives to report per output token with log probabilities, 0 to 20; fewer may come back.
            prompt_cache_options: Settings for prompt caching: whether a breakpoint is placed automatically and how long cached prefixes should live at least.
            prompt: Reference to a stored prompt template, with the values for its variables.
            moderation: Settings for moderating this response's input and output; null or absent for no such configuration.
            stream_options: Settings of the event stream; meaningful only together with `stream` set to true.
            context_management: Rules for keeping the context within bounds during this request, for instance compaction above a token threshold.
            timeout: Seconds allowed for the whole call; for a stream, for each wait between bytes. Or a dict of limits, each of its own: `connect`, `read`, `write`, `pool`, `total`, `first_event`.
            stream_idle_timeout: Seconds a stream may stay without an event, keep-alive comments not counted.
            max_retries: Attempts after the first that failed with a connection error, 408, 409, 429 or 5xx; default 2.
            extra_headers: Headers to add to the request or to replace in it.
            extra_query: Query parameters to add to the URL.
            extra_body: Fields to add to the request body as they are, an explicit null included.
            strict: Whether an answer that departs from the document raises `SpecDeviationError`; default False.
            drop_params: Whether parameters that the provider does not take are left out with a warning instead of raising; a list allows only these.
            wire: Protocol to speak, instead of the one in the provider's row.
        """
        ...

    @overload
    def responses(
        self,
        input_data: ResponseInput,
        *,
        stream: Literal[False] | None = None,
        response_format: type[T] | TextFormat[T],
        **options: Unpack[ClientCallOptions],
    ) -> ParsedResponse[T]: ...

    @overload
    def responses(
        self,
        input_data: ResponseInput,
        *,
        stream: Literal[True],
        response_format: dict[str, Any] | None = None,
        **options: Unpack[ClientCallOptions],
    ) -> ResponseStream[R_co]: ...

    @overload
    def responses(
        self,
        input_data: ResponseInput,
        *,
        stream: Literal[True],
        response_format: type[T] | TextFormat[T],
        **options: Unpack[ClientCallOptions],
    ) -> ParsedResponseStream[T]: ...

    @overload
    def responses(
        self,
        input_data: ResponseInput,
        *,
        stream: bool,
        response_format: dict[str, Any] | None = None,
        **options: Unpack[ClientCallOptions],
    ) -> R_co | ResponseStream[R_co]: ...

    @overload
    def responses(
        self,
        input_data: ResponseInput,
        *,
        stream: bool,
        response_format: type[T] | TextFormat[T],
        **options: Unpack[ClientCallOptions],
    ) -> ParsedResponse[T] | ParsedResponseStream[T]: ...

    def responses(
        self,
        input_data: ResponseInput,
        *,
        tools: Sequence[ToolInput] | None = None,
        tool_choice: ToolChoiceParam | None = None,
        max_output_tokens: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        stream: bool | None = None,
        instructions: str | None = None,
        max_tool_calls: int | None = None,
        parallel_tool_calls: bool | None = None,
        reasoning: Reasoning | None = None,
        text: ResponseTextConfig | None = None,
        response_format: type[Any] | TextFormat[Any] | dict[str, Any] | None = None,
        presence_penalty: float | None = None,
        frequency_penalty: float | None = None,
        truncation: Literal["auto", "disabled"] | None = None,
        store: bool | None = None,
        service_tier: ServiceTier | None = None,
        user: str | None = None,
        metadata: Metadata | None = None,
        previous_response_id: str | None = None,
        include: Sequence[IncludeEnum] | None = None,
        background: bool | None = None,
        safety_identifier: str | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_retention: Literal["in_memory", "24h"] | None = None,
        conversation: ConversationParam | None = None,
        top_logprobs: int | None = None,
        prompt_cache_options: PromptCacheOptionsParam | None = None,
        prompt: Prompt | None = None,
        moderation: ModerationParam | None = None,
        stream_options: ResponseStreamOptions | None = None,
        context_management: Sequence[ContextManagementParam] | None = None,
        timeout: float | TimeoutLimits | None = None,
        stream_idle_timeout: float | None = None,
        max_retries: int | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        strict: bool | None = None,
        drop_params: bool | Sequence[str] | None = None,
        wire: Literal["responses", "chat", "messages"] | None = None,
        **kwargs: Any,
    ) -> Any:
        """Take the next turn of the conversation.

        Args:
            input_data: One user message as a string, or input items, oldest first.
            tools: Tools the model may call: functions, pydantic models, tool dicts in flat or
                chat form.
            tool_choice: Whether the model may, must or must not call tools, or which tool it
                has to use.
            max_output_tokens: Ceiling on generated tokens, visible output and reasoning counted
                together; at least 16, null for no explicit limit.
            temperature: Randomness of sampling from 0 to 2, default 1; lower is more
                deterministic. Change this or `top_p`, preferably not both.
            top_p: Nucleus sampling cutoff from 0 to 1, default 1: `0.1` samples only among
                tokens in the top tenth of probability. Change this or `temperature`, preferably not
                both.
            stream: Whether to return an iterator of events instead of one response.
            instructions: System or developer message placed in the model's context. Not
                inherited through `previous_response_id`, so repeat it in each request that needs
                it.
            max_tool_calls: Upper limit for built-in tool calls in one response, counted over
                all built-in tools together; calls beyond it are ignored. Null when unset.
            parallel_tool_calls: Whether the model may issue several tool calls at the same
                time; true by default.
            reasoning: Reasoning settings such as effort and summary style, for models that
                reason; null leaves the model's defaults in place.
            text: Settings for text output: plain or structured format, and verbosity.
            response_format: Type that the answer must fit (BaseModel, dataclass, TypedDict,
                list, union, Enum), parsed into `output_parsed`; a `TextFormat` to say more; or a
                dict for `text.format`.
            presence_penalty: Penalty for tokens that have already occurred in the text, however
                often; null or absent leaves the default.
            frequency_penalty: Penalty for tokens that grows with each earlier occurrence in the
                text; null or absent leaves the default.
            truncation: What to do when the input exceeds the context window: `auto` drops the
                oldest items, `disabled` (default) lets the request fail with status 400.
            store: Whether the server keeps the response so that it can be fetched or continued
                later; true by default.
            service_tier: Processing tier asked for, trading speed against cost; `auto` follows
                the project's configuration.
            user: Older stable id of your end user; use `prompt_cache_key` for cache routing and
                `safety_identifier` for abuse detection instead.
            metadata: Your own key-value pairs to keep with the response, at most 16.
            previous_response_id: Identifier of the earlier response that this one continues,
                for multi-turn conversations. Must not be combined with `conversation`; null when
                nothing is continued.
            include: Extra output data to return that is left out by default, for example
                `file_search_call.results` or `message.output_text.logprobs`.
            background: Whether the response is generated in the background instead of while the
                caller waits. Defaults to false.
            safety_identifier: Stable id of your end user, at most 64 characters, by which
                OpenAI attributes policy violations. Send a hash of the user name or email, not the
                value itself.
            prompt_cache_key: Key that groups similar requests so that they hit the prompt cache
                more often; takes over this purpose from `user`.
            prompt_cache_retention: Deprecated in favour of `prompt_cache_options.ttl`. Longest
                time cached prefixes are kept: `in_memory` or up to `24h`; `gpt-5.5` and later
                accept only `24h`.
            conversation: Conversation this response joins, as an ID or object; not to be
                combined with `previous_response_id`.
            top_logprobs: Number of most likely alternatives to report per output token with log
                probabilities, 0 to 20; fewer may come back.
            prompt_cache_options: Settings for prompt caching: whether a breakpoint is placed
                automatically and how long cached prefixes should live at least.
            prompt: Reference to a stored prompt template, with the values for its variables.
            moderation: Settings for moderating this response's input and output; null or absent
                for no such configuration.
            stream_options: Settings of the event stream; meaningful only together with `stream`
                set to true.
            context_management: Rules for keeping the context within bounds during this request,
                for instance compaction above a token threshold.
            timeout: Seconds allowed for the whole call; for a stream, for each wait between
                bytes. Or a dict of limits, each of its own: `connect`, `read`, `write`, `pool`,
                `total`, `first_event`.
            stream_idle_timeout: Seconds a stream may stay without an event, keep-alive comments
                not counted.
            max_retries: Attempts after the first that failed with a connection error, 408, 409,
                429 or 5xx; default 2.
            extra_headers: Headers to add to the request or to replace in it.
            extra_query: Query parameters to add to the URL.
            extra_body: Fields to add to the request body as they are, an explicit null
                included.
            strict: Whether an answer that departs from the document raises
                `SpecDeviationError`; default False.
            drop_params: Whether parameters that the provider does not take are left out with a
                warning instead of raising; a list allows only these.
            wire: Protocol to speak, instead of the one in the provider's row.
            **kwargs: Further fields of the request body, sent as they are.

        Returns:
            What `any_llm.responses` returns. A stream counts as a turn once it has been read to its end.

        Raises:
            InvalidRequestError: an argument has the wrong form; nothing was sent.
            AnyLLMError: as `any_llm.responses`; the conversation is as it was before.
        """
        return self._take_turn(
            input_data,
            {
                "tools": tools,
                "tool_choice": tool_choice,
                "max_output_tokens": max_output_tokens,
                "temperature": temperature,
                "top_p": top_p,
                "stream": stream,
                "instructions": instructions,
                "max_tool_calls": max_tool_calls,
                "parallel_tool_calls": parallel_tool_calls,
                "reasoning": reasoning,
                "text": text,
                "response_format": response_format,
                "presence_penalty": presence_penalty,
                "frequency_penalty": frequency_penalty,
                "truncation": truncation,
                "store": store,
                "service_tier": service_tier,
                "user": user,
                "metadata": metadata,
                "previous_response_id": previous_response_id,
                "include": include,
                "background": background,
                "safety_identifier": safety_identifier,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_retention": prompt_cache_retention,
                "conversation": conversation,
                "top_logprobs": top_logprobs,
                "prompt_cache_options": prompt_cache_options,
                "prompt": prompt,
                "moderation": moderation,
                "stream_options": stream_options,
                "context_management": context_management,
                "timeout": timeout,
                "stream_idle_timeout": stream_idle_timeout,
                "max_retries": max_retries,
                "extra_headers": extra_headers,
                "extra_query": extra_query,
                "extra_body": extra_body,
                "strict": strict,
                "drop_params": drop_params,
                "wire": wire,
                **kwargs,
            },
        )

    @overload
    async def aresponses(
        self,
        input_data: ResponseInput,
        *,
        stream: Literal[False] | None = None,
        response_format: dict[str, Any] | None = None,
        tools: Sequence[ToolInput] | None = None,
        tool_choice: ToolChoiceParam | None = None,
        max_output_tokens: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        instructions: str | None = None,
        max_tool_calls: int | None = None,
        parallel_tool_calls: bool | None = None,
        reasoning: Reasoning | None = None,
        text: ResponseTextConfig | None = None,
        presence_penalty: float | None = None,
        frequency_penalty: float | None = None,
        truncation: Literal["auto", "disabled"] | None = None,
        store: bool | None = None,
        service_tier: ServiceTier | None = None,
        user: str | None = None,
        metadata: Metadata | None = None,
        previous_response_id: str | None = None,
        include: Sequence[IncludeEnum] | None = None,
        background: bool | None = None,
        safety_identifier: str | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_retention: Literal["in_memory", "24h"] | None = None,
        conversation: ConversationParam | None = None,
        top_logprobs: int | None = None,
        prompt_cache_options: PromptCacheOptionsParam | None = None,
        prompt: Prompt | None = None,
        moderation: ModerationParam | None = None,
        stream_options: ResponseStreamOptions | None = None,
        context_management: Sequence[ContextManagementParam] | None = None,
        timeout: float | TimeoutLimits | None = None,
        stream_idle_timeout: float | None = None,
        max_retries: int | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        strict: bool | None = None,
        drop_params: bool | Sequence[str] | None = None,
        wire: Literal["responses", "chat", "messages"] | None = None,
    ) -> R_co:
        """Take the next turn of the conversation (a coroutine).

        Args:
            input_data: One user message as a string, or input items, oldest first.
            tools: Tools the model may call: functions, pydantic models, tool dicts in flat or chat form.
            tool_choice: Whether the model may, must or must not call tools, or which tool it has to use.
            max_output_tokens: Ceiling on generated tokens, visible output and reasoning counted together; at least 16, null for no explicit limit.
            temperature: Randomness of sampling from 0 to 2, default 1; lower is more deterministic. Change this or `top_p`, preferably not both.
            top_p: Nucleus sampling cutoff from 0 to 1, default 1: `0.1` samples only among tokens in the top tenth of probability. Change this or `temperature`, preferably not both.
            stream: Whether to return an iterator of events instead of one response.
            instructions: System or developer message placed in the model's context. Not inherited through `previous_response_id`, so repeat it in each request that needs it.
            max_tool_calls: Upper limit for built-in tool calls in one response, counted over all built-in tools together; calls beyond it are ignored. Null when unset.
            parallel_tool_calls: Whether the model may issue several tool calls at the same time; true by default.
            reasoning: Reasoning settings such as effort and summary style, for models that reason; null leaves the model's defaults in place.
            text: Settings for text output: plain or structured format, and verbosity.
            response_format: Type that the answer must fit (BaseModel, dataclass, TypedDict, list, union, Enum), parsed into `output_parsed`; a `TextFormat` to say more; or a dict for `text.format`.
            presence_penalty: Penalty for tokens that have already occurred in the text, however often; null or absent leaves the default.
            frequency_penalty: Penalty for tokens that grows with each earlier occurrence in the text; null or absent leaves the default.
            truncation: What to do when the input exceeds the context window: `auto` drops the oldest items, `disabled` (default) lets the request fail with status 400.
            store: Whether the server keeps the response so that it can be fetched or continued later; true by default.
            service_tier: Processing tier asked for, trading speed against cost; `auto` follows the project's configuration.
            user: Older stable id of your end user; use `prompt_cache_key` for cache routing and `safety_identifier` for abuse detection instead.
            metadata: Your own key-value pairs to keep with the response, at most 16.
            previous_response_id: Identifier of the earlier response that this one continues, for multi-turn conversations. Must not be combined with `conversation`; null when nothing is continued.
            include: Extra output data to return that is left out by default, for example `file_search_call.results` or `message.output_text.logprobs`.
            background: Whether the response is generated in the background instead of while the caller waits. Defaults to false.
            safety_identifier: Stable id of your end user, at most 64 characters, by which OpenAI attributes policy violations. Send a hash of the user name or email, not the value itself.
            prompt_cache_key: Key that groups similar requests so that they hit the prompt cache more often; takes over this purpose from `user`.
            prompt_cache_retention: Deprecated in favour of `prompt_cache_options.ttl`. Longest time cached prefixes are kept: `in_memory` or up to `24h`; `gpt-5.5` and later accept only `24h`.
            conversation: Conversation this response joins, as an ID or object; not to be combined with `previous_response_id`.
            top_logprobs: Number of most likely alternatives to report per output token with log probabilities, 0 to 20; fewer may come back.
            prompt_cache_options: Settings for prompt caching: whether a breakpoint is placed automatically and how long cached prefixes should live at least.
            prompt: Reference to a stored prompt template, with the values for its variables.
            moderation: Settings for moderating this response's input and output; null or absent for no such configuration.
            stream_options: Settings of the event stream; meaningful only together with `stream` set to true.
            context_management: Rules for keeping the context within bounds during this request, for instance compaction above a token threshold.
            timeout: Seconds allowed for the whole call; for a stream, for each wait between bytes. Or a dict of limits, each of its own: `connect`, `read`, `write`, `pool`, `total`, `first_event`.
            stream_idle_timeout: Seconds a stream may stay without an event, keep-alive comments not counted.
            max_retries: Attempts after the first that failed with a connection error, 408, 409, 429 or 5xx; default 2.
            extra_headers: Headers to add to the request or to replace in it.
            extra_query: Query parameters to add to the URL.
            extra_body: Fields to add to the request body as they are, an explicit null included.
            strict: Whether an answer that departs from the document raises `SpecDeviationError`; default False.
            drop_params: Whether parameters that the provider does not take are left out with a warning instead of raising; a list allows only these.
            wire: Protocol to speak, instead of the one in the provider's row.
        """
        ...

    @overload
    async def aresponses(
        self,
        input_data: ResponseInput,
        *,
        stream: Literal[False] | None = None,
        response_format: type[T] | TextFormat[T],
        **options: Unpack[ClientCallOptions],
    ) -> ParsedResponse[T]: ...

    @overload
    async def aresponses(
        self,
        input_data: ResponseInput,
        *,
        stream: Literal[True],
        response_format: dict[str, Any] | None = None,
        **options: Unpack[ClientCallOptions],
    ) -> AsyncResponseStream[R_co]: ...

    @overload
    async def aresponses(
        self,
        input_data: ResponseInput,
        *,
        stream: Literal[True],
        response_format: type[T] | TextFormat[T],
        **options: Unpack[ClientCallOptions],
    ) -> AsyncParsedResponseStream[T]: ...

    @overload
    async def aresponses(
        self,
        input_data: ResponseInput,
        *,
        stream: bool,
        response_format: dict[str, Any] | None = None,
        **options: Unpack[ClientCallOptions],
    ) -> R_co | AsyncResponseStream[R_co]: ...

    @overload
    async def aresponses(
        self,
        input_data: ResponseInput,
        *,
        stream: bool,
        response_format: type[T] | TextFormat[T],
        **options: Unpack[ClientCallOptions],
    ) -> ParsedResponse[T] | AsyncParsedResponseStream[T]: ...

    async def aresponses(
        self,
        input_data: ResponseInput,
        *,
        tools: Sequence[ToolInput] | None = None,
        tool_choice: ToolChoiceParam | None = None,
        max_output_tokens: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        stream: bool | None = None,
        instructions: str | None = None,
        max_tool_calls: int | None = None,
        parallel_tool_calls: bool | None = None,
        reasoning: Reasoning | None = None,
        text: ResponseTextConfig | None = None,
        response_format: type[Any] | TextFormat[Any] | dict[str, Any] | None = None,
        presence_penalty: float | None = None,
        frequency_penalty: float | None = None,
        truncation: Literal["auto", "disabled"] | None = None,
        store: bool | None = None,
        service_tier: ServiceTier | None = None,
        user: str | None = None,
        metadata: Metadata | None = None,
        previous_response_id: str | None = None,
        include: Sequence[IncludeEnum] | None = None,
        background: bool | None = None,
        safety_identifier: str | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_retention: Literal["in_memory", "24h"] | None = None,
        conversation: ConversationParam | None = None,
        top_logprobs: int | None = None,
        prompt_cache_options: PromptCacheOptionsParam | None = None,
        prompt: Prompt | None = None,
        moderation: ModerationParam | None = None,
        stream_options: ResponseStreamOptions | None = None,
        context_management: Sequence[ContextManagementParam] | None = None,
        timeout: float | TimeoutLimits | None = None,
        stream_idle_timeout: float | None = None,
        max_retries: int | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        strict: bool | None = None,
        drop_params: bool | Sequence[str] | None = None,
        wire: Literal["responses", "chat", "messages"] | None = None,
        **kwargs: Any,
    ) -> Any:
        """Take the next turn of the conversation (a coroutine).

        Args:
            input_data: One user message as a string, or input items, oldest first.
            tools: Tools the model may call: functions, pydantic models, tool dicts in flat or
                chat form.
            tool_choice: Whether the model may, must or must not call tools, or which tool it
                has to use.
            max_output_tokens: Ceiling on generated tokens, visible output and reasoning counted
                together; at least 16, null for no explicit limit.
            temperature: Randomness of sampling from 0 to 2, default 1; lower is more
                deterministic. Change this or `top_p`, preferably not both.
            top_p: Nucleus sampling cutoff from 0 to 1, default 1: `0.1` samples only among
                tokens in the top tenth of probability. Change this or `temperature`, preferably not
                both.
            stream: Whether to return an iterator of events instead of one response.
            instructions: System or developer message placed in the model's context. Not
                inherited through `previous_response_id`, so repeat it in each request that needs
                it.
            max_tool_calls: Upper limit for built-in tool calls in one response, counted over
                all built-in tools together; calls beyond it are ignored. Null when unset.
            parallel_tool_calls: Whether the model may issue several tool calls at the same
                time; true by default.
            reasoning: Reasoning settings such as effort and summary style, for models that
                reason; null leaves the model's defaults in place.
            text: Settings for text output: plain or structured format, and verbosity.
            response_format: Type that the answer must fit (BaseModel, dataclass, TypedDict,
                list, union, Enum), parsed into `output_parsed`; a `TextFormat` to say more; or a
                dict for `text.format`.
            presence_penalty: Penalty for tokens that have already occurred in the text, however
                often; null or absent leaves the default.
            frequency_penalty: Penalty for tokens that grows with each earlier occurrence in the
                text; null or absent leaves the default.
            truncation: What to do when the input exceeds the context window: `auto` drops the
                oldest items, `disabled` (default) lets the request fail with status 400.
            store: Whether the server keeps the response so that it can be fetched or continued
                later; true by default.
            service_tier: Processing tier asked for, trading speed against cost; `auto` follows
                the project's configuration.
            user: Older stable id of your end user; use `prompt_cache_key` for cache routing and
                `safety_identifier` for abuse detection instead.
            metadata: Your own key-value pairs to keep with the response, at most 16.
            previous_response_id: Identifier of the earlier response that this one continues,
                for multi-turn conversations. Must not be combined with `conversation`; null when
                nothing is continued.
            include: Extra output data to return that is left out by default, for example
                `file_search_call.results` or `message.output_text.logprobs`.
            background: Whether the response is generated in the background instead of while the
                caller waits. Defaults to false.
            safety_identifier: Stable id of your end user, at most 64 characters, by which
                OpenAI attributes policy violations. Send a hash of the user name or email, not the
                value itself.
            prompt_cache_key: Key that groups similar requests so that they hit the prompt cache
                more often; takes over this purpose from `user`.
            prompt_cache_retention: Deprecated in favour of `prompt_cache_options.ttl`. Longest
                time cached prefixes are kept: `in_memory` or up to `24h`; `gpt-5.5` and later
                accept only `24h`.
            conversation: Conversation this response joins, as an ID or object; not to be
                combined with `previous_response_id`.
            top_logprobs: Number of most likely alternatives to report per output token with log
                probabilities, 0 to 20; fewer may come back.
            prompt_cache_options: Settings for prompt caching: whether a breakpoint is placed
                automatically and how long cached prefixes should live at least.
            prompt: Reference to a stored prompt template, with the values for its variables.
            moderation: Settings for moderating this response's input and output; null or absent
                for no such configuration.
            stream_options: Settings of the event stream; meaningful only together with `stream`
                set to true.
            context_management: Rules for keeping the context within bounds during this request,
                for instance compaction above a token threshold.
            timeout: Seconds allowed for the whole call; for a stream, for each wait between
                bytes. Or a dict of limits, each of its own: `connect`, `read`, `write`, `pool`,
                `total`, `first_event`.
            stream_idle_timeout: Seconds a stream may stay without an event, keep-alive comments
                not counted.
            max_retries: Attempts after the first that failed with a connection error, 408, 409,
                429 or 5xx; default 2.
            extra_headers: Headers to add to the request or to replace in it.
            extra_query: Query parameters to add to the URL.
            extra_body: Fields to add to the request body as they are, an explicit null
                included.
            strict: Whether an answer that departs from the document raises
                `SpecDeviationError`; default False.
            drop_params: Whether parameters that the provider does not take are left out with a
                warning instead of raising; a list allows only these.
            wire: Protocol to speak, instead of the one in the provider's row.
            **kwargs: Further fields of the request body, sent as they are.

        Returns:
            What `any_llm.aresponses` returns. A stream counts as a turn once it has been read to its end.

        Raises:
            InvalidRequestError: an argument has the wrong form; nothing was sent.
            AnyLLMError: as `any_llm.aresponses`; the conversation is as it was before.
        """
        return await self._atake_turn(
            input_data,
            {
                "tools": tools,
                "tool_choice": tool_choice,
                "max_output_tokens": max_output_tokens,
                "temperature": temperature,
                "top_p": top_p,
                "stream": stream,
                "instructions": instructions,
                "max_tool_calls": max_tool_calls,
                "parallel_tool_calls": parallel_tool_calls,
                "reasoning": reasoning,
                "text": text,
                "response_format": response_format,
                "presence_penalty": presence_penalty,
                "frequency_penalty": frequency_penalty,
                "truncation": truncation,
                "store": store,
                "service_tier": service_tier,
                "user": user,
                "metadata": metadata,
                "previous_response_id": previous_response_id,
                "include": include,
                "background": background,
                "safety_identifier": safety_identifier,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_retention": prompt_cache_retention,
                "conversation": conversation,
                "top_logprobs": top_logprobs,
                "prompt_cache_options": prompt_cache_options,
                "prompt": prompt,
                "moderation": moderation,
                "stream_options": stream_options,
                "context_management": context_management,
                "timeout": timeout,
                "stream_idle_timeout": stream_idle_timeout,
                "max_retries": max_retries,
                "extra_headers": extra_headers,
                "extra_query": extra_query,
                "extra_body": extra_body,
                "strict": strict,
                "drop_params": drop_params,
                "wire": wire,
                **kwargs,
            },
        )

    @overload
    def run_tools(
        self,
        input_data: ResponseInput,
        *,
        stream: Literal[False] | None = None,
        response_format: dict[str, Any] | None = None,
        tools: Sequence[ToolInput] | None = None,
        tool_choice: ToolChoiceParam | None = None,
        max_output_tokens: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        instructions: str | None = None,
        max_tool_calls: int | None = None,
        parallel_tool_calls: bool | None = None,
        reasoning: Reasoning | None = None,
        text: ResponseTextConfig | None = None,
        presence_penalty: float | None = None,
        frequency_penalty: float | None = None,
        truncation: Literal["auto", "disabled"] | None = None,
        store: bool | None = None,
        service_tier: ServiceTier | None = None,
        user: str | None = None,
        metadata: Metadata | None = None,
        previous_response_id: str | None = None,
        include: Sequence[IncludeEnum] | None = None,
        background: bool | None = None,
        safety_identifier: str | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_retention: Literal["in_memory", "24h"] | None = None,
        conversation: ConversationParam | None = None,
        top_logprobs: int | None = None,
        prompt_cache_options: PromptCacheOptionsParam | None = None,
        prompt: Prompt | None = None,
        moderation: ModerationParam | None = None,
        stream_options: ResponseStreamOptions | None = None,
        context_management: Sequence[ContextManagementParam] | None = None,
        timeout: float | TimeoutLimits | None = None,
        stream_idle_timeout: float | None = None,
        max_retries: int | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        strict: bool | None = None,
        drop_params: bool | Sequence[str] | None = None,
        wire: Literal["responses", "chat", "messages"] | None = None,
        max_turns: int | None = None,
        before_call: BeforeCall | None = None,
        handlers: Mapping[str, Callable[..., Any]] | None = None,
        raise_tool_errors: bool | None = None,
    ) -> ToolRun[R_co]:
        """Ask, run the tools that the model calls, tell it what came of them, and ask again until it answers.

        Args:
            input_data: One user message as a string, or input items, oldest first.
            tools: Tools the model may call: functions, pydantic models, tool dicts in flat or chat form.
            tool_choice: Whether the model may, must or must not call tools, or which tool it has to use.
            max_output_tokens: Ceiling on generated tokens, visible output and reasoning counted together; at least 16, null for no explicit limit.
            temperature: Randomness of sampling from 0 to 2, default 1; lower is more deterministic. Change this or `top_p`, preferably not both.
            top_p: Nucleus sampling cutoff from 0 to 1, default 1: `0.1` samples only among tokens in the top tenth of probability. Change this or `temperature`, preferably not both.
            stream: Whether to return an iterator of events instead of one response.
            instructions: System or developer message placed in the model's context. Not inherited through `previous_response_id`, so repeat it in each request that needs it.
            max_tool_calls: Upper limit for built-in tool calls in one response, counted over all built-in tools together; calls beyond it are ignored. Null when unset.
            parallel_tool_calls: Whether the model may issue several tool calls at the same time; true by default.
            reasoning: Reasoning settings such as effort and summary style, for models that reason; null leaves the model's defaults in place.
            text: Settings for text output: plain or structured format, and verbosity.
            response_format: Type that the answer must fit (BaseModel, dataclass, TypedDict, list, union, Enum), parsed into `output_parsed`; a `TextFormat` to say more; or a dict for `text.format`.
            presence_penalty: Penalty for tokens that have already occurred in the text, however often; null or absent leaves the default.
            frequency_penalty: Penalty for tokens that grows with each earlier occurrence in the text; null or absent leaves the default.
            truncation: What to do when the input exceeds the context window: `auto` drops the oldest items, `disabled` (default) lets the request fail with status 400.
            store: Whether the server keeps the response so that it can be fetched or continued later; true by default.
            service_tier: Processing tier asked for, trading speed against cost; `auto` follows the project's configuration.
            user: Older stable id of your end user; use `prompt_cache_key` for cache routing and `safety_identifier` for abuse detection instead.
            metadata: Your own key-value pairs to keep with the response, at most 16.
            previous_response_id: Identifier of the earlier response that this one continues, for multi-turn conversations. Must not be combined with `conversation`; null when nothing is continued.
            include: Extra output data to return that is left out by default, for example `file_search_call.results` or `message.output_text.logprobs`.
            background: Whether the response is generated in the background instead of while the caller waits. Defaults to false.
            safety_identifier: Stable id of your end user, at most 64 characters, by which OpenAI attributes policy violations. Send a hash of the user name or email, not the value itself.
            prompt_cache_key: Key that groups similar requests so that they hit the prompt cache more often; takes over this purpose from `user`.
            prompt_cache_retention: Deprecated in favour of `prompt_cache_options.ttl`. Longest time cached prefixes are kept: `in_memory` or up to `24h`; `gpt-5.5` and later accept only `24h`.
            conversation: Conversation this response joins, as an ID or object; not to be combined with `previous_response_id`.
            top_logprobs: Number of most likely alternatives to report per output token with log probabilities, 0 to 20; fewer may come back.
            prompt_cache_options: Settings for prompt caching: whether a breakpoint is placed automatically and how long cached prefixes should live at least.
            prompt: Reference to a stored prompt template, with the values for its variables.
            moderation: Settings for moderating this response's input and output; null or absent for no such configuration.
            stream_options: Settings of the event stream; meaningful only together with `stream` set to true.
            context_management: Rules for keeping the context within bounds during this request, for instance compaction above a token threshold.
            timeout: Seconds allowed for the whole call; for a stream, for each wait between bytes. Or a dict of limits, each of its own: `connect`, `read`, `write`, `pool`, `total`, `first_event`.
            stream_idle_timeout: Seconds a stream may stay without an event, keep-alive comments not counted.
            max_retries: Attempts after the first that failed with a connection error, 408, 409, 429 or 5xx; default 2.
            extra_headers: Headers to add to the request or to replace in it.
            extra_query: Query parameters to add to the URL.
            extra_body: Fields to add to the request body as they are, an explicit null included.
            strict: Whether an answer that departs from the document raises `SpecDeviationError`; default False.
            drop_params: Whether parameters that the provider does not take are left out with a warning instead of raising; a list allows only these.
            wire: Protocol to speak, instead of the one in the provider's row.
            max_turns: Requests after which a run that still calls tools is given up; default 10.
            before_call: Function that is asked before each execution and returns `call.approve()`, `call.edit(...)` or `call.refuse(...)`; it may be async in async runs.
            handlers: Functions for tools that were given as dicts or classes, by the tool's name.
            raise_tool_errors: Whether what a tool raises ends the run, instead of going back to the model; default False.
        """
        ...

    @overload
    def run_tools(
        self,
        input_data: ResponseInput,
        *,
        stream: Literal[False] | None = None,
        response_format: type[T] | TextFormat[T],
        **options: Unpack[ClientRunOptions],
    ) -> ToolRun[ParsedResponse[T]]: ...

    @overload
    def run_tools(
        self,
        input_data: ResponseInput,
        *,
        stream: Literal[True],
        response_format: dict[str, Any] | None = None,
        **options: Unpack[ClientRunOptions],
    ) -> ToolRunStream[R_co]: ...

    @overload
    def run_tools(
        self,
        input_data: ResponseInput,
        *,
        stream: Literal[True],
        response_format: type[T] | TextFormat[T],
        **options: Unpack[ClientRunOptions],
    ) -> ToolRunStream[ParsedResponse[T]]: ...

    @overload
    def run_tools(
        self,
        input_data: ResponseInput,
        *,
        stream: bool,
        response_format: dict[str, Any] | None = None,
        **options: Unpack[ClientRunOptions],
    ) -> ToolRun[R_co] | ToolRunStream[R_co]: ...

    @overload
    def run_tools(
        self,
        input_data: ResponseInput,
        *,
        stream: bool,
        response_format: type[T] | TextFormat[T],
        **options: Unpack[ClientRunOptions],
    ) -> ToolRun[ParsedResponse[T]] | ToolRunStream[ParsedResponse[T]]: ...

    def run_tools(
        self,
        input_data: ResponseInput,
        *,
        tools: Sequence[ToolInput] | None = None,
        tool_choice: ToolChoiceParam | None = None,
        max_output_tokens: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        stream: bool | None = None,
        instructions: str | None = None,
        max_tool_calls: int | None = None,
        parallel_tool_calls: bool | None = None,
        reasoning: Reasoning | None = None,
        text: ResponseTextConfig | None = None,
        response_format: type[Any] | TextFormat[Any] | dict[str, Any] | None = None,
        presence_penalty: float | None = None,
        frequency_penalty: float | None = None,
        truncation: Literal["auto", "disabled"] | None = None,
        store: bool | None = None,
        service_tier: ServiceTier | None = None,
        user: str | None = None,
        metadata: Metadata | None = None,
        previous_response_id: str | None = None,
        include: Sequence[IncludeEnum] | None = None,
        background: bool | None = None,
        safety_identifier: str | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_retention: Literal["in_memory", "24h"] | None = None,
        conversation: ConversationParam | None = None,
        top_logprobs: int | None = None,
        prompt_cache_options: PromptCacheOptionsParam | None = None,
        prompt: Prompt | None = None,
        moderation: ModerationParam | None = None,
        stream_options: ResponseStreamOptions | None = None,
        context_management: Sequence[ContextManagementParam] | None = None,
        timeout: float | TimeoutLimits | None = None,
        stream_idle_timeout: float | None = None,
        max_retries: int | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        strict: bool | None = None,
        drop_params: bool | Sequence[str] | None = None,
        wire: Literal["responses", "chat", "messages"] | None = None,
        max_turns: int | None = None,
        before_call: BeforeCall | None = None,
        handlers: Mapping[str, Callable[..., Any]] | None = None,
        raise_tool_errors: bool | None = None,
        **kwargs: Any,
    ) -> Any:
        """Ask, run the tools that the model calls, tell it what came of them, and ask again until it answers.

        Args:
            input_data: One user message as a string, or input items, oldest first.
            tools: Tools the model may call: functions, pydantic models, tool dicts in flat or
                chat form.
            tool_choice: Whether the model may, must or must not call tools, or which tool it
                has to use.
            max_output_tokens: Ceiling on generated tokens, visible output and reasoning counted
                together; at least 16, null for no explicit limit.
            temperature: Randomness of sampling from 0 to 2, default 1; lower is more
                deterministic. Change this or `top_p`, preferably not both.
            top_p: Nucleus sampling cutoff from 0 to 1, default 1: `0.1` samples only among
                tokens in the top tenth of probability. Change this or `temperature`, preferably not
                both.
            stream: Whether to return an iterator of events instead of one response.
            instructions: System or developer message placed in the model's context. Not
                inherited through `previous_response_id`, so repeat it in each request that needs
                it.
            max_tool_calls: Upper limit for built-in tool calls in one response, counted over
                all built-in tools together; calls beyond it are ignored. Null when unset.
            parallel_tool_calls: Whether the model may issue several tool calls at the same
                time; true by default.
            reasoning: Reasoning settings such as effort and summary style, for models that
                reason; null leaves the model's defaults in place.
            text: Settings for text output: plain or structured format, and verbosity.
            response_format: Type that the answer must fit (BaseModel, dataclass, TypedDict,
                list, union, Enum), parsed into `output_parsed`; a `TextFormat` to say more; or a
                dict for `text.format`.
            presence_penalty: Penalty for tokens that have already occurred in the text, however
                often; null or absent leaves the default.
            frequency_penalty: Penalty for tokens that grows with each earlier occurrence in the
                text; null or absent leaves the default.
            truncation: What to do when the input exceeds the context window: `auto` drops the
                oldest items, `disabled` (default) lets the request fail with status 400.
            store: Whether the server keeps the response so that it can be fetched or continued
                later; true by default.
            service_tier: Processing tier asked for, trading speed against cost; `auto` follows
                the project's configuration.
            user: Older stable id of your end user; use `prompt_cache_key` for cache routing and
                `safety_identifier` for abuse detection instead.
            metadata: Your own key-value pairs to keep with the response, at most 16.
            previous_response_id: Identifier of the earlier response that this one continues,
                for multi-turn conversations. Must not be combined with `conversation`; null when
                nothing is continued.
            include: Extra output data to return that is left out by default, for example
                `file_search_call.results` or `message.output_text.logprobs`.
            background: Whether the response is generated in the background instead of while the
                caller waits. Defaults to false.
            safety_identifier: Stable id of your end user, at most 64 characters, by which
                OpenAI attributes policy violations. Send a hash of the user name or email, not the
                value itself.
            prompt_cache_key: Key that groups similar requests so that they hit the prompt cache
                more often; takes over this purpose from `user`.
            prompt_cache_retention: Deprecated in favour of `prompt_cache_options.ttl`. Longest
                time cached prefixes are kept: `in_memory` or up to `24h`; `gpt-5.5` and later
                accept only `24h`.
            conversation: Conversation this response joins, as an ID or object; not to be
                combined with `previous_response_id`.
            top_logprobs: Number of most likely alternatives to report per output token with log
                probabilities, 0 to 20; fewer may come back.
            prompt_cache_options: Settings for prompt caching: whether a breakpoint is placed
                automatically and how long cached prefixes should live at least.
            prompt: Reference to a stored prompt template, with the values for its variables.
            moderation: Settings for moderating this response's input and output; null or absent
                for no such configuration.
            stream_options: Settings of the event stream; meaningful only together with `stream`
                set to true.
            context_management: Rules for keeping the context within bounds during this request,
                for instance compaction above a token threshold.
            timeout: Seconds allowed for the whole call; for a stream, for each wait between
                bytes. Or a dict of limits, each of its own: `connect`, `read`, `write`, `pool`,
                `total`, `first_event`.
            stream_idle_timeout: Seconds a stream may stay without an event, keep-alive comments
                not counted.
            max_retries: Attempts after the first that failed with a connection error, 408, 409,
                429 or 5xx; default 2.
            extra_headers: Headers to add to the request or to replace in it.
            extra_query: Query parameters to add to the URL.
            extra_body: Fields to add to the request body as they are, an explicit null
                included.
            strict: Whether an answer that departs from the document raises
                `SpecDeviationError`; default False.
            drop_params: Whether parameters that the provider does not take are left out with a
                warning instead of raising; a list allows only these.
            wire: Protocol to speak, instead of the one in the provider's row.
            max_turns: Requests after which a run that still calls tools is given up; default
                10.
            before_call: Function that is asked before each execution and returns
                `call.approve()`, `call.edit(...)` or `call.refuse(...)`; it may be async in async
                runs.
            handlers: Functions for tools that were given as dicts or classes, by the tool's
                name.
            raise_tool_errors: Whether what a tool raises ends the run, instead of going back to
                the model; default False.
            **kwargs: Further fields of the request body, sent as they are.

        Returns:
            The run: its last response, all responses, each execution, and every item in order. With `stream=True` an
            iterator of the events of all turns, which must be closed or read to its end. Only functions that were
            passed in `tools` or `handlers` are run.

        Raises:
            TurnLimitError: the model still calls tools after `max_turns` requests.
            InvalidRequestError: an argument has the wrong form; nothing was sent.
            AnyLLMError: as `any_llm.responses`; `run` keeps what the run had reached.
        """
        return self._run_tools(
            input_data,
            {
                "tools": tools,
                "tool_choice": tool_choice,
                "max_output_tokens": max_output_tokens,
                "temperature": temperature,
                "top_p": top_p,
                "stream": stream,
                "instructions": instructions,
                "max_tool_calls": max_tool_calls,
                "parallel_tool_calls": parallel_tool_calls,
                "reasoning": reasoning,
                "text": text,
                "response_format": response_format,
                "presence_penalty": presence_penalty,
                "frequency_penalty": frequency_penalty,
                "truncation": truncation,
                "store": store,
                "service_tier": service_tier,
                "user": user,
                "metadata": metadata,
                "previous_response_id": previous_response_id,
                "include": include,
                "background": background,
                "safety_identifier": safety_identifier,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_retention": prompt_cache_retention,
                "conversation": conversation,
                "top_logprobs": top_logprobs,
                "prompt_cache_options": prompt_cache_options,
                "prompt": prompt,
                "moderation": moderation,
                "stream_options": stream_options,
                "context_management": context_management,
                "timeout": timeout,
                "stream_idle_timeout": stream_idle_timeout,
                "max_retries": max_retries,
                "extra_headers": extra_headers,
                "extra_query": extra_query,
                "extra_body": extra_body,
                "strict": strict,
                "drop_params": drop_params,
                "wire": wire,
                "max_turns": max_turns,
                "before_call": before_call,
                "handlers": handlers,
                "raise_tool_errors": raise_tool_errors,
                **kwargs,
            },
        )

    @overload
    async def arun_tools(
        self,
        input_data: ResponseInput,
        *,
        stream: Literal[False] | None = None,
        response_format: dict[str, Any] | None = None,
        tools: Sequence[ToolInput] | None = None,
        tool_choice: ToolChoiceParam | None = None,
        max_output_tokens: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        instructions: str | None = None,
        max_tool_calls: int | None = None,
        parallel_tool_calls: bool | None = None,
        reasoning: Reasoning | None = None,
        text: ResponseTextConfig | None = None,
        presence_penalty: float | None = None,
        frequency_penalty: float | None = None,
        truncation: Literal["auto", "disabled"] | None = None,
        store: bool | None = None,
        service_tier: ServiceTier | None = None,
        user: str | None = None,
        metadata: Metadata | None = None,
        previous_response_id: str | None = None,
        include: Sequence[IncludeEnum] | None = None,
        background: bool | None = None,
        safety_identifier: str | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_retention: Literal["in_memory", "24h"] | None = None,
        conversation: ConversationParam | None = None,
        top_logprobs: int | None = None,
        prompt_cache_options: PromptCacheOptionsParam | None = None,
        prompt: Prompt | None = None,
        moderation: ModerationParam | None = None,
        stream_options: ResponseStreamOptions | None = None,
        context_management: Sequence[ContextManagementParam] | None = None,
        timeout: float | TimeoutLimits | None = None,
        stream_idle_timeout: float | None = None,
        max_retries: int | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        strict: bool | None = None,
        drop_params: bool | Sequence[str] | None = None,
        wire: Literal["responses", "chat", "messages"] | None = None,
        max_turns: int | None = None,
        before_call: BeforeCall | None = None,
        handlers: Mapping[str, Callable[..., Any]] | None = None,
        raise_tool_errors: bool | None = None,
    ) -> ToolRun[R_co]:
        """Ask, run the tools that the model calls, tell it what came of them, and ask again until it answers (a coroutine).

        Args:
            input_data: One user message as a string, or input items, oldest first.
            tools: Tools the model may call: functions, pydantic models, tool dicts in flat or chat form.
            tool_choice: Whether the model may, must or must not call tools, or which tool it has to use.
            max_output_tokens: Ceiling on generated tokens, visible output and reasoning counted together; at least 16, null for no explicit limit.
            temperature: Randomness of sampling from 0 to 2, default 1; lower is more deterministic. Change this or `top_p`, preferably not both.
            top_p: Nucleus sampling cutoff from 0 to 1, default 1: `0.1` samples only among tokens in the top tenth of probability. Change this or `temperature`, preferably not both.
            stream: Whether to return an iterator of events instead of one response.
            instructions: System or developer message placed in the model's context. Not inherited through `previous_response_id`, so repeat it in each request that needs it.
            max_tool_calls: Upper limit for built-in tool calls in one response, counted over all built-in tools together; calls beyond it are ignored. Null when unset.
            parallel_tool_calls: Whether the model may issue several tool calls at the same time; true by default.
            reasoning: Reasoning settings such as effort and summary style, for models that reason; null leaves the model's defaults in place.
            text: Settings for text output: plain or structured format, and verbosity.
            response_format: Type that the answer must fit (BaseModel, dataclass, TypedDict, list, union, Enum), parsed into `output_parsed`; a `TextFormat` to say more; or a dict for `text.format`.
            presence_penalty: Penalty for tokens that have already occurred in the text, however often; null or absent leaves the default.
            frequency_penalty: Penalty for tokens that grows with each earlier occurrence in the text; null or absent leaves the default.
            truncation: What to do when the input exceeds the context window: `auto` drops the oldest items, `disabled` (default) lets the request fail with status 400.
            store: Whether the server keeps the response so that it can be fetched or continued later; true by default.
            service_tier: Processing tier asked for, trading speed against cost; `auto` follows the project's configuration.
            user: Older stable id of your end user; use `prompt_cache_key` for cache routing and `safety_identifier` for abuse detection instead.
            metadata: Your own key-value pairs to keep with the response, at most 16.
            previous_response_id: Identifier of the earlier response that this one continues, for multi-turn conversations. Must not be combined with `conversation`; null when nothing is continued.
            include: Extra output data to return that is left out by default, for example `file_search_call.results` or `message.output_text.logprobs`.
            background: Whether the response is generated in the background instead of while the caller waits. Defaults to false.
            safety_identifier: Stable id of your end user, at most 64 characters, by which OpenAI attributes policy violations. Send a hash of the user name or email, not the value itself.
            prompt_cache_key: Key that groups similar requests so that they hit the prompt cache more often; takes over this purpose from `user`.
            prompt_cache_retention: Deprecated in favour of `prompt_cache_options.ttl`. Longest time cached prefixes are kept: `in_memory` or up to `24h`; `gpt-5.5` and later accept only `24h`.
            conversation: Conversation this response joins, as an ID or object; not to be combined with `previous_response_id`.
            top_logprobs: Number of most likely alternatives to report per output token with log probabilities, 0 to 20; fewer may come back.
            prompt_cache_options: Settings for prompt caching: whether a breakpoint is placed automatically and how long cached prefixes should live at least.
            prompt: Reference to a stored prompt template, with the values for its variables.
            moderation: Settings for moderating this response's input and output; null or absent for no such configuration.
            stream_options: Settings of the event stream; meaningful only together with `stream` set to true.
            context_management: Rules for keeping the context within bounds during this request, for instance compaction above a token threshold.
            timeout: Seconds allowed for the whole call; for a stream, for each wait between bytes. Or a dict of limits, each of its own: `connect`, `read`, `write`, `pool`, `total`, `first_event`.
            stream_idle_timeout: Seconds a stream may stay without an event, keep-alive comments not counted.
            max_retries: Attempts after the first that failed with a connection error, 408, 409, 429 or 5xx; default 2.
            extra_headers: Headers to add to the request or to replace in it.
            extra_query: Query parameters to add to the URL.
            extra_body: Fields to add to the request body as they are, an explicit null included.
            strict: Whether an answer that departs from the document raises `SpecDeviationError`; default False.
            drop_params: Whether parameters that the provider does not take are left out with a warning instead of raising; a list allows only these.
            wire: Protocol to speak, instead of the one in the provider's row.
            max_turns: Requests after which a run that still calls tools is given up; default 10.
            before_call: Function that is asked before each execution and returns `call.approve()`, `call.edit(...)` or `call.refuse(...)`; it may be async in async runs.
            handlers: Functions for tools that were given as dicts or classes, by the tool's name.
            raise_tool_errors: Whether what a tool raises ends the run, instead of going back to the model; default False.
        """
        ...

    @overload
    async def arun_tools(
        self,
        input_data: ResponseInput,
        *,
        stream: Literal[False] | None = None,
        response_format: type[T] | TextFormat[T],
        **options: Unpack[ClientRunOptions],
    ) -> ToolRun[ParsedResponse[T]]: ...

    @overload
    async def arun_tools(
        self,
        input_data: ResponseInput,
        *,
        stream: Literal[True],
        response_format: dict[str, Any] | None = None,
        **options: Unpack[ClientRunOptions],
    ) -> AsyncToolRunStream[R_co]: ...

    @overload
    async def arun_tools(
        self,
        input_data: ResponseInput,
        *,
        stream: Literal[True],
        response_format: type[T] | TextFormat[T],
        **options: Unpack[ClientRunOptions],
    ) -> AsyncToolRunStream[ParsedResponse[T]]: ...

    @overload
    async def arun_tools(
        self,
        input_data: ResponseInput,
        *,
        stream: bool,
        response_format: dict[str, Any] | None = None,
        **options: Unpack[ClientRunOptions],
    ) -> ToolRun[R_co] | AsyncToolRunStream[R_co]: ...

    @overload
    async def arun_tools(
        self,
        input_data: ResponseInput,
        *,
        stream: bool,
        response_format: type[T] | TextFormat[T],
        **options: Unpack[ClientRunOptions],
    ) -> ToolRun[ParsedResponse[T]] | AsyncToolRunStream[ParsedResponse[T]]: ...

    async def arun_tools(
        self,
        input_data: ResponseInput,
        *,
        tools: Sequence[ToolInput] | None = None,
        tool_choice: ToolChoiceParam | None = None,
        max_output_tokens: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        stream: bool | None = None,
        instructions: str | None = None,
        max_tool_calls: int | None = None,
        parallel_tool_calls: bool | None = None,
        reasoning: Reasoning | None = None,
        text: ResponseTextConfig | None = None,
        response_format: type[Any] | TextFormat[Any] | dict[str, Any] | None = None,
        presence_penalty: float | None = None,
        frequency_penalty: float | None = None,
        truncation: Literal["auto", "disabled"] | None = None,
        store: bool | None = None,
        service_tier: ServiceTier | None = None,
        user: str | None = None,
        metadata: Metadata | None = None,
        previous_response_id: str | None = None,
        include: Sequence[IncludeEnum] | None = None,
        background: bool | None = None,
        safety_identifier: str | None = None,
        prompt_cache_key: str | None = None,
        prompt_cache_retention: Literal["in_memory", "24h"] | None = None,
        conversation: ConversationParam | None = None,
        top_logprobs: int | None = None,
        prompt_cache_options: PromptCacheOptionsParam | None = None,
        prompt: Prompt | None = None,
        moderation: ModerationParam | None = None,
        stream_options: ResponseStreamOptions | None = None,
        context_management: Sequence[ContextManagementParam] | None = None,
        timeout: float | TimeoutLimits | None = None,
        stream_idle_timeout: float | None = None,
        max_retries: int | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        strict: bool | None = None,
        drop_params: bool | Sequence[str] | None = None,
        wire: Literal["responses", "chat", "messages"] | None = None,
        max_turns: int | None = None,
        before_call: BeforeCall | None = None,
        handlers: Mapping[str, Callable[..., Any]] | None = None,
        raise_tool_errors: bool | None = None,
        **kwargs: Any,
    ) -> Any:
        """Ask, run the tools that the model calls, tell it what came of them, and ask again until it answers (a coroutine).

        Args:
            input_data: One user message as a string, or input items, oldest first.
            tools: Tools the model may call: functions, pydantic models, tool dicts in flat or
                chat form.
            tool_choice: Whether the model may, must or must not call tools, or which tool it
                has to use.
            max_output_tokens: Ceiling on generated tokens, visible output and reasoning counted
                together; at least 16, null for no explicit limit.
            temperature: Randomness of sampling from 0 to 2, default 1; lower is more
                deterministic. Change this or `top_p`, preferably not both.
            top_p: Nucleus sampling cutoff from 0 to 1, default 1: `0.1` samples only among
                tokens in the top tenth of probability. Change this or `temperature`, preferably not
                both.
            stream: Whether to return an iterator of events instead of one response.
            instructions: System or developer message placed in the model's context. Not
                inherited through `previous_response_id`, so repeat it in each request that needs
                it.
            max_tool_calls: Upper limit for built-in tool calls in one response, counted over
                all built-in tools together; calls beyond it are ignored. Null when unset.
            parallel_tool_calls: Whether the model may issue several tool calls at the same
                time; true by default.
            reasoning: Reasoning settings such as effort and summary style, for models that
                reason; null leaves the model's defaults in place.
            text: Settings for text output: plain or structured format, and verbosity.
            response_format: Type that the answer must fit (BaseModel, dataclass, TypedDict,
                list, union, Enum), parsed into `output_parsed`; a `TextFormat` to say more; or a
                dict for `text.format`.
            presence_penalty: Penalty for tokens that have already occurred in the text, however
                often; null or absent leaves the default.
            frequency_penalty: Penalty for tokens that grows with each earlier occurrence in the
                text; null or absent leaves the default.
            truncation: What to do when the input exceeds the context window: `auto` drops the
                oldest items, `disabled` (default) lets the request fail with status 400.
            store: Whether the server keeps the response so that it can be fetched or continued
                later; true by default.
            service_tier: Processing tier asked for, trading speed against cost; `auto` follows
                the project's configuration.
            user: Older stable id of your end user; use `prompt_cache_key` for cache routing and
                `safety_identifier` for abuse detection instead.
            metadata: Your own key-value pairs to keep with the response, at most 16.
            previous_response_id: Identifier of the earlier response that this one continues,
                for multi-turn conversations. Must not be combined with `conversation`; null when
                nothing is continued.
            include: Extra output data to return that is left out by default, for example
                `file_search_call.results` or `message.output_text.logprobs`.
            background: Whether the response is generated in the background instead of while the
                caller waits. Defaults to false.
            safety_identifier: Stable id of your end user, at most 64 characters, by which
                OpenAI attributes policy violations. Send a hash of the user name or email, not the
                value itself.
            prompt_cache_key: Key that groups similar requests so that they hit the prompt cache
                more often; takes over this purpose from `user`.
            prompt_cache_retention: Deprecated in favour of `prompt_cache_options.ttl`. Longest
                time cached prefixes are kept: `in_memory` or up to `24h`; `gpt-5.5` and later
                accept only `24h`.
            conversation: Conversation this response joins, as an ID or object; not to be
                combined with `previous_response_id`.
            top_logprobs: Number of most likely alternatives to report per output token with log
                probabilities, 0 to 20; fewer may come back.
            prompt_cache_options: Settings for prompt caching: whether a breakpoint is placed
                automatically and how long cached prefixes should live at least.
            prompt: Reference to a stored prompt template, with the values for its variables.
            moderation: Settings for moderating this response's input and output; null or absent
                for no such configuration.
            stream_options: Settings of the event stream; meaningful only together with `stream`
                set to true.
            context_management: Rules for keeping the context within bounds during this request,
                for instance compaction above a token threshold.
            timeout: Seconds allowed for the whole call; for a stream, for each wait between
                bytes. Or a dict of limits, each of its own: `connect`, `read`, `write`, `pool`,
                `total`, `first_event`.
            stream_idle_timeout: Seconds a stream may stay without an event, keep-alive comments
                not counted.
            max_retries: Attempts after the first that failed with a connection error, 408, 409,
                429 or 5xx; default 2.
            extra_headers: Headers to add to the request or to replace in it.
            extra_query: Query parameters to add to the URL.
            extra_body: Fields to add to the request body as they are, an explicit null
                included.
            strict: Whether an answer that departs from the document raises
                `SpecDeviationError`; default False.
            drop_params: Whether parameters that the provider does not take are left out with a
                warning instead of raising; a list allows only these.
            wire: Protocol to speak, instead of the one in the provider's row.
            max_turns: Requests after which a run that still calls tools is given up; default
                10.
            before_call: Function that is asked before each execution and returns
                `call.approve()`, `call.edit(...)` or `call.refuse(...)`; it may be async in async
                runs.
            handlers: Functions for tools that were given as dicts or classes, by the tool's
                name.
            raise_tool_errors: Whether what a tool raises ends the run, instead of going back to
                the model; default False.
            **kwargs: Further fields of the request body, sent as they are.

        Returns:
            The run: its last response, all responses, each execution, and every item in order. With `stream=True` an
            iterator of the events of all turns, which must be closed or read to its end. Only functions that were
            passed in `tools` or `handlers` are run.

        Raises:
            TurnLimitError: the model still calls tools after `max_turns` requests.
            InvalidRequestError: an argument has the wrong form; nothing was sent.
            AnyLLMError: as `any_llm.aresponses`; `run` keeps what the run had reached.
        """
        return await self._arun_tools(
            input_data,
            {
                "tools": tools,
                "tool_choice": tool_choice,
                "max_output_tokens": max_output_tokens,
                "temperature": temperature,
                "top_p": top_p,
                "stream": stream,
                "instructions": instructions,
                "max_tool_calls": max_tool_calls,
                "parallel_tool_calls": parallel_tool_calls,
                "reasoning": reasoning,
                "text": text,
                "response_format": response_format,
                "presence_penalty": presence_penalty,
                "frequency_penalty": frequency_penalty,
                "truncation": truncation,
                "store": store,
                "service_tier": service_tier,
                "user": user,
                "metadata": metadata,
                "previous_response_id": previous_response_id,
                "include": include,
                "background": background,
                "safety_identifier": safety_identifier,
                "prompt_cache_key": prompt_cache_key,
                "prompt_cache_retention": prompt_cache_retention,
                "conversation": conversation,
                "top_logprobs": top_logprobs,
                "prompt_cache_options": prompt_cache_options,
                "prompt": prompt,
                "moderation": moderation,
                "stream_options": stream_options,
                "context_management": context_management,
                "timeout": timeout,
                "stream_idle_timeout": stream_idle_timeout,
                "max_retries": max_retries,
                "extra_headers": extra_headers,
                "extra_query": extra_query,
                "extra_body": extra_body,
                "strict": strict,
                "drop_params": drop_params,
                "wire": wire,
                "max_turns": max_turns,
                "before_call": before_call,
                "handlers": handlers,
                "raise_tool_errors": raise_tool_errors,
                **kwargs,
            },
        )
