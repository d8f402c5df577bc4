"""A value that is still being written: an unfinished JSON text in, what can be read of it out.

What is read only grows with the text: keys stay, strings and lists get longer, a number appears when it is complete.
(A key that is written twice has its last value, as at the end.) Nothing here raises, because what a model writes may
be anything.
"""

from __future__ import annotations

import re
from typing import Any, cast

from pydantic_core import from_json, to_json

from any_llm._text_format.strict import WRAPPER_KEY
from any_llm._text_format.target import OutputTarget

FENCE = re.compile(r"\s*+```(?:json)?[ \t]*\r?\n", re.IGNORECASE)
NUMBER_SIGNS = "+-.0123456789Ee"
FAULT_PLACE = re.compile(r"at line (\d+) column (\d+)\Z")


def parse_partial(target: OutputTarget, text: str) -> dict[str, Any]:
    """Return the JSON object so far; empty while nothing can be read.

    Args:
        target: what the text is to become; one whose root is no object stands under `value`.
        text: the beginning of a JSON text, also behind the first line of a Markdown fence. What follows the object is
            not read, nor what follows a place that is no JSON.
    """
    value = _read(text)
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
            to_json(value), by_alias=True, by_name=True, experimental_allow_partial="trailing-strings"
        )
    except Exception:  # a validator of the caller's may stumble over half a value in any way
        return None


def _read(text: str) -> Any:
    """Return the JSON object that a text begins, as far as it goes; None if it begins none."""
    fence = FENCE.match(text)
    text = _cut_surrogate(text[fence.end() :] if fence else text).lstrip()
    while text.startswith("{"):
        text = _cut_number(text)
        try:
            return from_json(text, allow_partial="trailing-strings")
        except ValueError as fault:
            sound = _cut_fault(text, fault)
            if len(sound) >= len(text):
                return None
            text = sound
    return None


def _cut_surrogate(text: str) -> str:
    """Return the text before the first half of a surrogate pair, which is no text."""
    try:
        text.encode()
    except UnicodeEncodeError as fault:
        return text[: fault.start]
    return text


def _cut_number(text: str) -> str:
    """Return the text without a number at its end, which may go on: `3` is not yet `36`."""
    before = text.rstrip(NUMBER_SIGNS)
    if text[len(before) : len(before) + 1] not in set("-0123456789"):
        return text
    # Quotes that are not escaped open and close strings in turn.
    quotes = before.replace("\\\\", "").replace('\\"', "").count('"')
    return text if quotes % 2 else before


def _cut_fault(text: str, fault: ValueError) -> str:
    """Return the text before the place at which it stops being JSON."""
    place = FAULT_PLACE.search(str(fault))
    if place is None:
        return ""
    written = text.encode()
    before = written.split(b"\n", int(place[1]) - 1)[:-1]
    end = sum(len(line) + 1 for line in before) + int(place[2]) - 1  # column 0 is the end of the line before
    return written[: max(end, 0)].decode(errors="ignore")
