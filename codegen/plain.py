"""Make plain JSON of what a parser returned: text keys, no shared parts, nothing that JSON does not have."""

from __future__ import annotations

import math
from typing import cast

from codegen.problems import CodegenError, Problem
from codegen.schema import JSON

MOST_LEVELS = 60
"""Levels that a document may nest; real ones need a dozen, and every rewrite walks them by recursion."""


def build_plain(value: object, name: str) -> JSON:
    """Return a copy of a parsed value as plain JSON; a YAML anchor that is used twice is written out twice.

    Args:
        value: what a JSON or YAML parser returned.
        name: the document's name, for the places of problems.

    Raises:
        CodegenError: it has a value that JSON does not have, or nests without end.
    """
    return _copy(value, name, ())


def _copy(node: object, name: str, trail: tuple[str, ...]) -> JSON:
    if len(trail) > MOST_LEVELS:
        raise _stop(name, trail, f"nests more than {MOST_LEVELS} levels deep, or without end")
    if isinstance(node, dict):
        items = cast(
            "dict[object, object]", node
        ).items()  # what a parser returns has keys and values of any type
        return {_copy_text(str(key), name, trail): _copy(v, name, (*trail, str(key))) for key, v in items}
    if isinstance(node, list):
        elements = enumerate(cast("list[object]", node))
        return [_copy(element, name, (*trail, str(index))) for index, element in elements]
    if isinstance(node, str):
        return _copy_text(node, name, trail)
    if node is None or isinstance(node, (bool, int)) or (isinstance(node, float) and math.isfinite(node)):
        return node
    raise _stop(name, trail, f"expected a value that JSON has, got {node!r}")


def _copy_text(text: str, name: str, trail: tuple[str, ...]) -> str:
    if not text.isprintable():  # half of a surrogate pair, which no file can hold, is one of these
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise _stop(name, trail, f"expected Unicode text, got {text!r}") from error
    return text


def _stop(name: str, trail: tuple[str, ...], reason: str) -> CodegenError:
    """Return the error for a place, said as far as its schema and field, since it may be far down."""
    place = ".".join(trail[1:5] if trail[:1] == ("components",) else trail[:4])
    return CodegenError([Problem(f"{name}#{place}", reason)])
