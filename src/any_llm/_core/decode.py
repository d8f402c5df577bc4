"""Decode JSON bytes to a model of a given class: exact when the body fits, repaired and reported if not.

The class that comes back never depends on whether validation passed. Values that do not fit stay as they
came; each is a `Deviation`. Fields that are missing are `None` and a `Deviation` too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import from_json

from any_llm._core.repair import find_misfits, repair_model
from openresponses_types.base import KINDS, Deviation, SpecModel, Unknown

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
    try:
        value = from_json(data)
    except ValueError as error:
        raise NotJSONError(str(error)) from error
    if not isinstance(value, dict):
        raise NotJSONError(f"expected a JSON object, got {type(value).__name__}")
    return value  # pyright: ignore[reportUnknownVariableType]  # JSON keys are strings


def dump_value(value: SpecModel) -> dict[str, Any]:
    """Return a model as the JSON object it came from: unset fields stay out, unknown ones stay in."""
    return value.model_dump(mode="json", exclude_unset=True, warnings=False)


def find_missing(value: SpecModel, path: str = "") -> Iterator[Deviation]:
    """Yield a deviation for each required field that the server left out, and for what misfits a registered class."""
    required = get_required().get(type(value))
    if required is not None and not required <= value.model_fields_set:
        for name in sorted(required - value.model_fields_set):
            on_the_wire = type(value).model_fields[name].alias or name
            yield Deviation(_join(path, on_the_wire), "missing", "a value", "nothing")
    if isinstance(value, Unknown) and type(value) not in KINDS:
        for misfit in find_misfits(value, value.raw):
            yield replace(misfit, path=_join(path, misfit.path))
    for name in value.model_fields_set:
        inner = value.__dict__.get(name)
        if isinstance(inner, SpecModel):
            yield from find_missing(inner, _join(path, name))
        elif isinstance(inner, list):
            for index, element in enumerate(inner):  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
                if isinstance(element, SpecModel):
                    yield from find_missing(element, f"{_join(path, name)}[{index}]")


@cache
def get_required() -> dict[type[SpecModel], frozenset[str]]:
    """Return the required fields of every class of both families, by the names of their attributes."""
    from openai_responses_types.tables import REQUIRED as SUPERSET
    from openresponses_types.tables import REQUIRED as NEUTRAL

    return {model: _get_attributes(model, names) for model, names in {**SUPERSET, **NEUTRAL}.items()}


def _get_attributes(model: type[SpecModel], names: frozenset[str]) -> frozenset[str]:
    """Return the attributes of fields: `schema` is `schema_` in Python, where every model has a `schema`."""
    fields = model.model_fields
    if names <= fields.keys():
        return names
    attributes = {field.alias or name: name for name, field in fields.items()}
    return frozenset(attributes[name] for name in names)


def ensure_built(model: type[SpecModel]) -> None:
    """Build a class that was defined with a deferred build; it is done once."""
    if not model.__pydantic_complete__:
        from any_llm._core.building import build_model

        build_model(model)


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
