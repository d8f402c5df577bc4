"""Decode JSON bytes to a model of a given class: exact when the body fits, repaired and reported if not.

The class that comes back never depends on whether validation passed. Values that do not fit stay as they
came; each is a `Deviation`. Fields that are missing are `None` and a `Deviation` too.
"""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import from_json

from any_llm._core.json_values import is_array, is_object
from any_llm._core.missing import find_missing
from any_llm._core.repair import repair_model
from openresponses_types.base import Deviation, SpecModel

M = TypeVar("M", bound=SpecModel)


class NotJSONError(ValueError):
    """The body is not a JSON object."""


def decode_model(model: type[M], data: bytes) -> tuple[M, tuple[Deviation, ...]]:
    """Return the model for a JSON body and where the body departs from the document.

    Raises:
        NotJSONError: the body is not a JSON object (or nested too deeply to be read).
    """
    ensure_built(model)
    try:
        value = model.__pydantic_validator__.validate_json(data)
    except ValidationError:
        pass  # out of here before the next error is raised, which would carry this one and the body in its text
    else:
        return value, tuple(find_missing(value))
    value, repairs = repair_model(model, parse_object(data))
    return value, (*repairs, *find_missing(value))


def decode_value(model: type[M], value: dict[str, Any]) -> tuple[M, tuple[Deviation, ...]]:
    """Return the model for an already parsed object, as `decode_model` does for bytes."""
    ensure_built(model)
    try:
        decoded = model.__pydantic_validator__.validate_python(value)
    except ValidationError:
        decoded, repairs = repair_model(model, value)
        return decoded, (*repairs, *find_missing(decoded))
    return decoded, tuple(find_missing(decoded))


def parse_object(data: bytes) -> dict[str, Any]:
    """Parse a JSON object.

    Raises:
        NotJSONError: the body is something else.
    """
    return _expect_object(_parse(data))


def parse_wrapped_object(data: bytes) -> dict[str, Any]:
    """Parse a JSON object, also one that is the only element of an array.

    Google wraps errors so, https://github.com/google-gemini/gemini-cli/issues/12823.

    Raises:
        NotJSONError: the body is something else.
    """
    value = _parse(data)
    return _expect_object(value[0] if is_array(value) and len(value) == 1 else value)


def _parse(data: bytes) -> Any:
    try:
        return from_json(data)
    except ValueError as error:
        raise NotJSONError(str(error)) from error


def _expect_object(value: object) -> dict[str, Any]:
    if not is_object(value):
        raise NotJSONError(f"expected a JSON object, got {type(value).__name__}")
    return value


def dump_value(value: SpecModel) -> dict[str, Any]:
    """Return a model as the JSON object it came from: unset fields stay out, unknown ones stay in."""
    return value.model_dump(mode="json", exclude_unset=True, warnings=False)


def ensure_built(model: type[SpecModel]) -> None:
    """Build a class that was defined with a deferred build; it is done once."""
    if not model.__pydantic_complete__:
        from any_llm._core.building import build_model

        build_model(model)
