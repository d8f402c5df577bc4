"""One typed call to every LLM provider: `responses` and `aresponses` speak the Open Responses API.

Importing this package loads nothing heavy; names are loaded when they are first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from any_llm_calls.binding import binding
from openresponses_types.slots import slots

if TYPE_CHECKING:
    from any_llm import exceptions, types
    from any_llm._core.dialect import normalize_event
    from any_llm._text_format.strict import strict_json_schema
    from any_llm._text_format.text_format import TextFormat
    from any_llm._tools.custom import CustomTool, custom_tool
    from any_llm._tools.decisions import Decision, PendingCall
    from any_llm._tools.outcome import ToolExecution, ToolRun
    from any_llm.client import AnyLLM
    from any_llm.conversation import Conversation
    from any_llm.exceptions import AnyLLMError
    from any_llm.items import assistant, developer, system, tool_output, user
    from any_llm.parsed import ParsedResponse
    from any_llm.providers.registry import ProviderMetadata, register_provider
    from any_llm.stream import (
        AsyncParsedResponseStream,
        AsyncResponseStream,
        ParsedResponseStream,
        ResponseStream,
    )
    from any_llm.tool_runs import AsyncToolRunStream, ToolRunStream
    from any_llm_calls.functions import aresponses, responses
    from any_llm_calls.providers import LLMProvider
    from any_llm_calls.runs import arun_tools, run_tools

__version__ = "0.1.0"

__all__ = [
    "AnyLLM",
    "AnyLLMError",
    "AsyncParsedResponseStream",
    "AsyncResponseStream",
    "AsyncToolRunStream",
    "Conversation",
    "CustomTool",
    "Decision",
    "LLMProvider",
    "ParsedResponse",
    "ParsedResponseStream",
    "PendingCall",
    "ProviderMetadata",
    "ResponseStream",
    "TextFormat",
    "ToolExecution",
    "ToolRun",
    "ToolRunStream",
    "aresponses",
    "arun_tools",
    "assistant",
    "custom_tool",
    "developer",
    "exceptions",
    "normalize_event",
    "register_provider",
    "responses",
    "run_tools",
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
    "AsyncToolRunStream": "any_llm.tool_runs",
    "Conversation": "any_llm.conversation",
    "CustomTool": "any_llm._tools.custom",
    "Decision": "any_llm._tools.decisions",
    "LLMProvider": "any_llm_calls.providers",
    "ParsedResponse": "any_llm.parsed",
    "ParsedResponseStream": "any_llm.stream",
    "PendingCall": "any_llm._tools.decisions",
    "ProviderMetadata": "any_llm.providers.registry",
    "ResponseStream": "any_llm.stream",
    "TextFormat": "any_llm._text_format.text_format",
    "ToolExecution": "any_llm._tools.outcome",
    "ToolRun": "any_llm._tools.outcome",
    "ToolRunStream": "any_llm.tool_runs",
    "aresponses": "any_llm_calls.functions",
    "arun_tools": "any_llm_calls.runs",
    "assistant": "any_llm.items",
    "custom_tool": "any_llm._tools.custom",
    "developer": "any_llm.items",
    "normalize_event": "any_llm._core.dialect",
    "register_provider": "any_llm.providers.registry",
    "responses": "any_llm_calls.functions",
    "run_tools": "any_llm_calls.runs",
    "strict_json_schema": "any_llm._text_format.strict",
    "system": "any_llm.items",
    "tool_output": "any_llm.items",
    "user": "any_llm.items",
}
_MODULES = ("exceptions", "types")


def _bind_call(home: str, name: str) -> Any:
    """Return a function that loads another one when it is called; `parameters` may hold the key."""

    def call(model: str, input_data: Any, parameters: dict[str, Any]) -> Any:
        return getattr(import_module(home), name)(model, input_data, parameters)

    return call


def _bind_slot(home: str, name: str) -> Any:
    """Return a function that loads another one when it is called."""

    def call(*given: Any) -> Any:
        return getattr(import_module(home), name)(*given)

    return call


binding.respond = _bind_call("any_llm.client", "respond")
binding.arespond = _bind_call("any_llm.client", "arespond")
binding.run_tools = _bind_call("any_llm.conversation", "run_tools")
binding.arun_tools = _bind_call("any_llm.conversation", "arun_tools")
slots.build_output = _bind_slot("any_llm.items", "build_call_output")
slots.parse_arguments = _bind_slot("any_llm._tools.arguments", "parse_arguments")
slots.build_input = _bind_slot("any_llm._core.replay", "build_input")


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
