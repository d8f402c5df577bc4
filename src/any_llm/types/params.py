"""The TypedDicts of requests: input items, content parts, tools and settings, as a call accepts them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openai_responses_types import params

if TYPE_CHECKING:
    from openai_responses_types.params import *  # noqa: F403  # all of it is public

__all__: list[str] = []
__all__ += params.__all__


def __getattr__(name: str) -> Any:
    value = getattr(params, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
