# Made by `make generate` from the documents in spec/. Do not edit.
"""What the hand-written side of a call accepts: input items of either family, tools in every form, keys, client settings."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

if TYPE_CHECKING:
    from pydantic import BaseModel

    from any_llm._tools.custom import CustomTool
    from openai_responses_types import ResponseInstructionItem, ResponseItem, ResponseOutputItem
    from openai_responses_types.params import ResponseInputItemParam, ToolParam
    from openresponses_types import ItemField, UnknownItem
    from openresponses_types.params import FunctionCallOutputItemParam

ResponseInputItem: TypeAlias = "ResponseInputItemParam | FunctionCallOutputItemParam | ResponseOutputItem | ItemField | ResponseItem | ResponseInstructionItem | UnknownItem"
"""One item of the input: a TypedDict, or any item that a response or a conversation returned."""

ResponseInput: TypeAlias = "str | Sequence[ResponseInputItem]"
"""The input of a call: one user message as a string, or items, oldest first."""


class ChatFunctionParam(TypedDict):
    """Body of a function tool in the form of Chat Completions."""

    name: str
    """Name of the function; letters, digits, `_` and `-`, at most 64."""
    description: NotRequired[str | None]
    """When and how to use the function, for the model."""
    parameters: NotRequired[Mapping[str, Any] | None]
    """JSON Schema of the arguments."""
    strict: NotRequired[bool | None]
    """Whether the arguments must follow the schema exactly."""


class ChatToolParam(TypedDict):
    """A function tool in the nested form of Chat Completions; it is sent in the flat form."""

    type: Literal["function"]
    """Tag of this tool, always `function`."""
    function: ChatFunctionParam
    """The function."""


ToolInput: TypeAlias = "ToolParam | ChatToolParam | CustomTool | type[BaseModel] | Callable[..., Any]"
"""A tool: a function (sync or async), a pydantic model, a tool dict in flat or chat form, or `any_llm.custom_tool(...)`."""

ApiKey: TypeAlias = "str | Callable[[], str] | Callable[[], Awaitable[str]]"
"""A key, or a callable that returns one; it is called before every attempt."""


class TimeoutLimits(TypedDict, total=False):
    """Limits of one call in seconds; `None` waits for ever, one that is not named keeps its default."""

    connect: float | None
    """Time to open a connection; default 10."""
    read: float | None
    """Time without a byte from the server; default 600."""
    write: float | None
    """Time without the server taking a byte of the request; default 60."""
    pool: float | None
    """Time until a connection of the pool is free; default 60."""
    total: float | None
    """Time for one attempt, or for all of a stream; no default."""
    first_event: float | None
    """Time from the head of a stream to its first event; by default the idle limit counts."""


class ClientArgs(TypedDict, total=False):
    """Settings of the HTTP client. Calls with equal settings share a connection pool."""

    headers: Mapping[str, str]
    """Headers to send with every request."""
    proxy: str
    """URL of a proxy for every request; without it the environment's proxy variables count."""
    verify: Any
    """TLS verification: True, False, the path of a certificate authority of your own, or an `ssl.SSLContext`."""
    timeout: float | TimeoutLimits
    """What a call's `timeout` is, unless the call says otherwise."""
    max_connections: int
    """Most connections kept to one origin; more calls than that wait for a free one. Default 100."""
    http2: bool
    """Whether to offer HTTP/2, which needs the package `h2`."""
    http_client: Any
    """Your own httpx client (`httpx.Client` or `httpx.AsyncClient`); it is used as it is and never closed.
    Its own timeouts count unless the call names one."""
