"""Decode JSON bytes to a model of a given class: exact when the body fits, repaired and reported if not.

The class that comes back never depends on whether validation passed. Values that do not fit stay as they
came; each is a `Deviation`. Fields that are missing are `None` and a `Deviation` too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import from_json

from any_llm._core.repair import find_misfits, repair_model
from openresponses_types.base import KINDS, Deviation, SpecModel, Unknown

M = TypeVar("M", bound=SpecModel)
LEAVES = frozenset({str, int, float, bool, dict, type(None)})
"""Classes of values that hold no model; asking whether a value is a model takes longer."""


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


def find_missing(value: SpecModel) -> list[Deviation]:
    """Return a deviation for each required field that the server left out, and for what misfits a registered class."""
    return [] if _is_whole(value) else _find_missing(value)


def _is_whole(value: SpecModel) -> bool:
    """Say whether nothing is missing, in one pass that asks for classes only; False also where a closer look is due."""
    pending = [value]
    for model in pending:  # which grows on the way
        required = _required.get(type(model))
        if required is None or not required <= model.__pydantic_fields_set__:
            return False
        for inner in model.__dict__.values():
            kind = inner.__class__
            if kind is list:
                pending += [
                    each for each in inner if each.__class__ not in LEAVES and isinstance(each, SpecModel)
                ]
            elif kind not in LEAVES and isinstance(inner, SpecModel):
                pending.append(inner)
    return True


def _find_missing(value: SpecModel) -> list[Deviation]:
    kind = type(value)
    required = get_required(kind)
    names = sorted(required - value.model_fields_set)
    found = [
        Deviation(kind.model_fields[name].alias or name, "missing", "a value", "nothing") for name in names
    ]
    if isinstance(value, Unknown) and kind not in KINDS:
        found += find_misfits(value, value.raw)
    for name, inner in value.__dict__.items():
        if isinstance(inner, SpecModel):
            found += _move(_find_missing(inner), name)
        elif inner.__class__ is list:
            for index, element in enumerate(inner):
                if isinstance(element, SpecModel):
                    found += _move(_find_missing(element), f"{name}[{index}]")
    return found


def _move(found: list[Deviation], place: str) -> list[Deviation]:
    """Return what was found inside a field or element, with paths that begin at its owner."""
    return [replace(each, path=f"{place}.{each.path}" if each.path else place) for each in found]


def get_required(model: type[SpecModel]) -> frozenset[str]:
    """Return the fields that the document requires of a class, by their attributes; none of other classes."""
    known = _required.get(model)
    return _find_required(model) if known is None else known


_required: dict[type[SpecModel], frozenset[str]] = {}
"""Classes of the documents that were seen; those of callers are not kept."""


def _find_required(model: type[SpecModel]) -> frozenset[str]:
    package = model.__module__.partition(".")[0]
    if package == "openai_responses_types":
        from openai_responses_types.tables import REQUIRED
    elif package == "openresponses_types":
        from openresponses_types.tables import REQUIRED
    else:
        return frozenset()
    return _required.setdefault(model, _get_attributes(model, REQUIRED.get(model.__name__, frozenset())))


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
