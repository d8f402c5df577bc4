"""One typed call to every LLM provider: `responses` and `aresponses` speak the Open Responses API.

Importing this package loads nothing heavy; names are loaded when they are first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from any_llm_calls.binding import binding

if TYPE_CHECKING:
    from any_llm import exceptions, types
    from any_llm._core.dialect import normalize_event
    from any_llm._text_format.strict import strict_json_schema
    from any_llm.client import AnyLLM
    from any_llm.exceptions import AnyLLMError
    from any_llm.items import assistant, developer, system, tool_output, user
    from any_llm.parsed import ParsedResponse
    from any_llm.providers.registry import ProviderMetadata
    from any_llm.stream import (
        AsyncParsedResponseStream,
        AsyncResponseStream,
        ParsedResponseStream,
        ResponseStream,
    )
    from any_llm_calls.functions import aresponses, responses
    from any_llm_calls.providers import LLMProvider

__version__ = "0.1.0"

__all__ = [
    "AnyLLM",
    "AnyLLMError",
    "AsyncParsedResponseStream",
    "AsyncResponseStream",
    "LLMProvider",
    "ParsedResponse",
    "ParsedResponseStream",
    "ProviderMetadata",
    "ResponseStream",
    "aresponses",
    "assistant",
    "developer",
    "exceptions",
    "normalize_event",
    "responses",
    "strict_json_schema",
    "system",
    "tool_output",
    "types",
    "user",
]

_HOMES = {
    "AnyLLM": "any_llm.client",
    "AnyLLMError": "any_llm.exceptions",
    "AsyncParsedResponseStream": "any_llm.stream",
    "AsyncResponseStream": "any_llm.stream",
    "LLMProvider": "any_llm_calls.providers",
    "ParsedResponse": "any_llm.parsed",
    "ParsedResponseStream": "any_llm.stream",
    "ProviderMetadata": "any_llm.providers.registry",
    "ResponseStream": "any_llm.stream",
    "aresponses": "any_llm_calls.functions",
    "assistant": "any_llm.items",
    "developer": "any_llm.items",
    "normalize_event": "any_llm._core.dialect",
    "responses": "any_llm_calls.functions",
    "strict_json_schema": "any_llm._text_format.strict",
    "system": "any_llm.items",
    "tool_output": "any_llm.items",
    "user": "any_llm.items",
}
_MODULES = ("exceptions", "types")


def _respond(model: str, input_data: Any, parameters: dict[str, Any]) -> Any:
    from any_llm.client import respond

    return respond(model, input_data, parameters)


def _arespond(model: str, input_data: Any, parameters: dict[str, Any]) -> Any:
    from any_llm.client import arespond

    return arespond(model, input_data, parameters)


binding.respond = _respond
binding.arespond = _arespond


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(f"{__name__}.{name}")
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
