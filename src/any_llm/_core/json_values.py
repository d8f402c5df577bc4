"""Look at parsed JSON with types: is a value an object, is it an array, what is it called in a message."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeGuard


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Say whether a JSON value is an object; its keys are strings."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Say whether a JSON value is an array."""
    return isinstance(value, list)


def is_sequence(value: object) -> TypeGuard[Sequence[Any]]:
    """Say whether a caller's value becomes an array: any sequence but text and bytes."""
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)


def describe_kind(value: object) -> str:
    """Name the JSON type of a value; the value itself may be private and is not shown."""
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
        case str():
            return "a string"
        case list():
            return "an array"
        case _:
            return "an object"
