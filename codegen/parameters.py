"""The parameters of a call as far as no document decides them: their order, and those of our own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from codegen.prose import escape, wrap

LEADING = (
    "provider",
    "tools",
    "tool_choice",
    "max_output_tokens",
    "temperature",
    "top_p",
    "stream",
    "api_key",
    "api_base",
    "instructions",
    "max_tool_calls",
    "parallel_tool_calls",
    "reasoning",
    "text",
    "response_format",
    "presence_penalty",
    "frequency_penalty",
    "truncation",
    "store",
    "service_tier",
    "user",
    "metadata",
    "previous_response_id",
    "include",
    "background",
    "safety_identifier",
    "prompt_cache_key",
    "prompt_cache_retention",
    "conversation",
    "client_args",
)
"""The parameters in the order of the public signature; every other body field follows them."""

POSITIONAL = ("model", "input")
"""Body fields that a call takes by position."""

OVERLOADED = ("provider", "stream", "response_format")
"""Parameters that decide the type of the result, therefore spelled out in each overload."""

CONNECTION = ("provider", "api_key", "api_base", "client_args")
"""Given once when a client is made, therefore not parameters of its methods."""

OWN: Mapping[str, tuple[str, str]] = {
    "provider": (
        "LLMProvider | str",
        "Provider to call, when `model` does not begin with one; `model` is then sent as it is.",
    ),
    "stream": ("bool", "Whether to return an iterator of events instead of one response."),
    "api_key": (
        "ApiKey",
        "Key of the provider, or a callable (an async one in async calls) that is asked before every attempt;"
        " without it the provider's environment variable is read.",
    ),
    "api_base": ("str", "Base URL to which `/responses` is appended; without it the provider's own."),
    "response_format": (
        "type[Any] | TextFormat[Any] | dict[str, Any]",
        "Type that the answer must fit (BaseModel, dataclass, TypedDict, list, union, Enum), parsed into "
        "`output_parsed`; a `TextFormat` to say more; or a dict for `text.format`.",
    ),
    "client_args": (
        "ClientArgs",
        "Settings of the HTTP client: `headers`, `proxy`, `verify`, `max_connections`, or a client of your own as "
        "`http_client`.",
    ),
    "tools": (
        "Sequence[ToolInput]",
        "Tools the model may call: functions, pydantic models, tool dicts in flat or chat form.",
    ),
    "timeout": (
        "float | TimeoutLimits",
        "Seconds allowed for the whole call; for a stream, for each wait between bytes. Or a dict of limits, each of "
        "its own: `connect`, `read`, `write`, `pool`, `total`, `first_event`.",
    ),
    "stream_idle_timeout": (
        "float",
        "Seconds a stream may stay without an event, keep-alive comments not counted.",
    ),
    "max_retries": (
        "int",
        "Attempts after the first that failed with a connection error, 408, 409, 429 or 5xx; default 2.",
    ),
    "extra_headers": ("Mapping[str, str]", "Headers to add to the request or to replace in it."),
    "extra_query": ("Mapping[str, str]", "Query parameters to add to the URL."),
    "extra_body": (
        "Mapping[str, Any]",
        "Fields to add to the request body as they are, an explicit null included.",
    ),
    "strict": (
        "bool",
        "Whether an answer that departs from the document raises `SpecDeviationError`; default False.",
    ),
    "drop_params": (
        "bool | Sequence[str]",
        "Whether parameters that the provider does not take are left out with a warning instead of raising; "
        "a list allows only these.",
    ),
    "wire": (
        "Literal['responses', 'chat', 'messages']",
        "Protocol to speak, instead of the one in the provider's row.",
    ),
}
"""Type and description of the parameters that are no body fields, or that take more than the field does."""

TRAILING = (
    "timeout",
    "stream_idle_timeout",
    "max_retries",
    "extra_headers",
    "extra_query",
    "extra_body",
    "strict",
    "drop_params",
    "wire",
)
"""The request options of our own, after all body fields."""


RUN: Mapping[str, tuple[str, str]] = {
    "max_turns": ("int", "Requests after which a run that still calls tools is given up; default 10."),
    "before_call": (
        "BeforeCall",
        "Function that is asked before each execution and returns `call.approve()`, `call.edit(...)` or "
        "`call.refuse(...)`; it may be async in async runs.",
    ),
    "handlers": (
        "Mapping[str, Callable[..., Any]]",
        "Functions for tools that were given as dicts or classes, by the tool's name.",
    ),
    "raise_tool_errors": (
        "bool",
        "Whether what a tool raises ends the run, instead of going back to the model; default False.",
    ),
}
"""The parameters of a run of tools, beyond those of a call."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One keyword parameter of a call."""

    name: str
    type: str
    description: str

    @property
    def docstring(self) -> str:
        """The description wrapped for the docstring of a field."""
        return escape(wrap(self.description, 4)).replace("\n", "\n    ")

    @property
    def argument(self) -> str:
        """The description as an entry of an `Args:` section, without the indent of its first line."""
        return escape(wrap(f"{self.name}: {self.description}", 16)).replace("\n", "\n                ")

    @property
    def argument_line(self) -> str:
        """The same in one line: an editor shows the first line of an entry only."""
        return escape(f"{self.name}: {self.description}")
