"""Everything typed: responses, items, content parts, tools and stream events, and what a call accepts.

Models and unions are here, the TypedDicts of requests in `any_llm.types.params`. The neutral family is in the
package `openresponses_types`; its response class is here too.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import openai_responses_types

if TYPE_CHECKING:
    from any_llm.parsed import ParsedResponse
    from any_llm.types import params
    from any_llm_calls.inputs import (
        ChatToolParam,
        ClientArgs,
        ResponseInput,
        ResponseInputItem,
        TimeoutLimits,
        ToolInput,
    )
    from openai_responses_types import *  # noqa: F403  # all of the superset is public
    from openresponses_types import (
        Deviation,
        HttpInfo,
        InvalidArguments,
        ResponseResource,
        SpecModel,
        UnknownAnnotation,
        UnknownContent,
        UnknownEvent,
        UnknownItem,
        UnknownObject,
        UnknownTool,
        UnknownValue,
        register,
    )

_HOMES = {
    "ChatToolParam": "any_llm_calls.inputs",
    "ClientArgs": "any_llm_calls.inputs",
    "Deviation": "openresponses_types",
    "HttpInfo": "openresponses_types",
    "InvalidArguments": "openresponses_types",
    "ParsedResponse": "any_llm.parsed",
    "ResponseInput": "any_llm_calls.inputs",
    "ResponseInputItem": "any_llm_calls.inputs",
    "ResponseResource": "openresponses_types",
    "SpecModel": "openresponses_types",
    "TimeoutLimits": "any_llm_calls.inputs",
    "ToolInput": "any_llm_calls.inputs",
    "UnknownAnnotation": "openresponses_types",
    "UnknownContent": "openresponses_types",
    "UnknownEvent": "openresponses_types",
    "UnknownItem": "openresponses_types",
    "UnknownObject": "openresponses_types",
    "UnknownTool": "openresponses_types",
    "UnknownValue": "openresponses_types",
    "register": "openresponses_types",
}

__all__ = [
    "ChatToolParam",
    "ClientArgs",
    "Deviation",
    "HttpInfo",
    "InvalidArguments",
    "ParsedResponse",
    "ResponseInput",
    "ResponseInputItem",
    "ResponseResource",
    "SpecModel",
    "TimeoutLimits",
    "ToolInput",
    "UnknownAnnotation",
    "UnknownContent",
    "UnknownEvent",
    "UnknownItem",
    "UnknownObject",
    "UnknownTool",
    "UnknownValue",
    "params",
    "register",
]
__all__ += openai_responses_types.__all__


def __getattr__(name: str) -> Any:
    if name == "params":
        return import_module("any_llm.types.params")
    if name in _HOMES:
        value = getattr(import_module(_HOMES[name]), name)
    elif name in openai_responses_types.__all__:
        value = getattr(openai_responses_types, name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
