"""The TypedDicts of requests: input items, content parts, tools and settings, as a call accepts them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openai_responses_types.params

if TYPE_CHECKING:
    from openai_responses_types.params import *

__all__: list[str] = []
__all__ += openai_responses_types.params.__all__


def __getattr__(name: str) -> Any:
    value = getattr(openai_responses_types.params, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
