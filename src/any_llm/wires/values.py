"""Look at what a server sent without trusting it: any JSON value in, a value of the asked kind or nothing out."""

from __future__ import annotations

from math import isfinite
from typing import Any

from any_llm._core.json_values import is_array, is_object
from any_llm.wires.wire import JSONObject

GROWING = ("text", "summary", "data", "transcript", "tool_plan")
"""Text that a stream sends in pieces; `tool_plan` is Cohere's."""


def read_text(value: object) -> str:
    """Return text, empty if it is none."""
    return value if isinstance(value, str) else ""


def read_object(value: object) -> JSONObject:
    """Return an object, empty if it is none."""
    return value if is_object(value) else {}


def read_objects(value: object) -> list[JSONObject]:
    """Return the objects in an array."""
    return [element for element in value if is_object(element)] if is_array(value) else []


def read_number(value: object) -> float | None:
    """Return a number that JSON can hold."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if isinstance(value, int) or isfinite(value) else None


def read_count(value: object) -> int:
    """Return a whole number, 0 if it is none."""
    number = read_number(value)
    return 0 if number is None else int(number)


def read_error(value: object) -> JSONObject:
    """Return the payload of an error event for whatever a server calls an error; unknown fields are kept."""
    error = value if is_object(value) else {"message": read_text(value)}
    code = error.get("code")
    known = ("type", "code", "message", "param")
    return {
        **{name: inner for name, inner in error.items() if name not in known and inner is not None},
        "type": read_text(error.get("type")) or "server_error",
        "code": str(code) if isinstance(code, str | int) else None,
        "message": read_text(error.get("message")) or "the server reported an error without saying which",
        "param": read_text(error.get("param")) or None,
    }


def merge(old: Any, new: Any) -> Any:
    """Join two pieces of one value: arrays and the data of objects grow, anything else is replaced.

    Null, and empty text after text, say nothing: a later piece of a stream often has all fields, most of them empty.
    """
    if is_array(old) and is_array(new):
        return [*old, *new]
    if is_object(old) and is_object(new):
        return {**old, **{key: _join(key, old.get(key), value) for key, value in new.items()}}
    return _replace(old, new)


def merge_fields(old: JSONObject, new: JSONObject) -> JSONObject:
    """Join the fields of two pieces that no document lists: arrays inside grow, and text that comes in pieces."""
    return {**old, **{key: _merge_field(key, old.get(key), value) for key, value in new.items()}}


def _merge_field(key: str, old: Any, new: Any) -> Any:
    return _join(key, old, new) if isinstance(old, str) else merge(old, new)


def _join(key: str, old: Any, new: Any) -> Any:
    grows = key in GROWING and isinstance(old, str) and isinstance(new, str)
    return old + new if grows else _replace(old, new)


def _replace(old: Any, new: Any) -> Any:
    return old if new is None or (new == "" and isinstance(old, str)) else new
