"""A value that is still being written: an unfinished JSON text in, what can be read of it out.

What is read only grows with the text: keys stay, strings and lists get longer, a number appears when it is complete.
Nothing here raises, because what a model writes may be anything.
"""

from __future__ import annotations

import re
from typing import Any, cast

from pydantic import ValidationError
from pydantic_core import from_json, to_json

from any_llm._text_format.strict import WRAPPER_KEY
from any_llm._text_format.target import OutputTarget

FENCE = re.compile(r"\s*```(?:json)?[ \t]*\r?\n", re.IGNORECASE)
WHOLE_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
NUMBER_END = re.compile(r"[-+.0-9eE]+\Z")


def parse_partial(target: OutputTarget, text: str) -> dict[str, Any]:
    """Return the JSON object so far; empty while nothing can be read.

    Args:
        target: what the text is to become; one whose root is no object stands under `value`.
        text: the beginning of a JSON text, also behind the first line of a Markdown fence.
    """
    try:
        value = from_json(_cut_number(FENCE.sub("", text, count=1)), allow_partial="trailing-strings")
    except (ValueError, TypeError):  # TypeError: half of a surrogate pair
        return {}
    if not isinstance(value, dict):
        return {}
    known = cast("dict[str, Any]", value)
    return {name: known[name] for name in known if name == WRAPPER_KEY} if target.is_wrapped else known


def validate_partial(target: OutputTarget, text: str) -> Any | None:
    """Return the value so far, validated as far as pydantic can; None while it does not fit.

    The last element of lists, dicts and TypedDicts may be unfinished; models have to have all that they require.
    Source: https://docs.pydantic.dev/latest/concepts/experimental/#partial-validation
    """
    value: Any = parse_partial(target, text)
    if target.is_wrapped:
        if WRAPPER_KEY not in value:
            return None
        value = value[WRAPPER_KEY]
    try:
        return target.adapter.validate_json(
            to_json(value), by_alias=True, experimental_allow_partial="trailing-strings"
        )
    except (ValidationError, ValueError):
        return None


def _cut_number(text: str) -> str:
    """Return the text without a number at its end, which may go on: `3` is not yet `36`."""
    found = NUMBER_END.search(text)
    if found is None or '"' in WHOLE_STRING.sub("", text):
        return text
    return text[: found.start()]
