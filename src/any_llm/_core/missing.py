"""What a server left out: a decoded model in, a deviation for each field that the document requires out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal, NamedTuple, get_args, get_origin

from any_llm._core.repair import find_misfits
from openresponses_types.base import KINDS, Deviation, SpecModel, Unknown


def find_missing(value: SpecModel) -> list[Deviation]:
    """Return a deviation for each required field that the server left out, and for what misfits a registered class."""
    return [] if _is_whole(value) else _find_missing(value)


def _is_whole(value: SpecModel) -> bool:
    """Say whether nothing is missing, in one pass; False also where a closer look is due."""
    pending, classes = [value], _known
    for model in pending:  # which grows on the way
        known = classes.get(model.__class__)
        if known is None or not known.required <= model.__pydantic_fields_set__:
            return False
        fields = model.__dict__
        for name in known.holders:
            inner = fields[name]
            if inner.__class__ is list:
                # Whether the class was seen is known at once; pydantic takes its time to say whether it is a model.
                pending += [
                    each for each in inner if each.__class__ in classes or isinstance(each, SpecModel)
                ]
            elif inner is not None and (inner.__class__ in classes or isinstance(inner, SpecModel)):
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
    return (_known.get(model) or _learn(model)).required


def get_holders(model: type[SpecModel]) -> tuple[str, ...]:
    """Return the fields of a class of the documents in which objects can stand."""
    return (_known.get(model) or _learn(model)).holders


class _Facts(NamedTuple):
    """Of a class: the fields that the document requires, and those in which objects can stand."""

    required: frozenset[str]
    holders: tuple[str, ...]


_known: dict[type[SpecModel], _Facts] = {}
"""Classes of the documents that were seen; those of callers are not kept."""


def _learn(model: type[SpecModel]) -> _Facts:
    package = model.__module__.partition(".")[0]
    if package == "openai_responses_types":
        from openai_responses_types.tables import REQUIRED
    elif package == "openresponses_types":
        from openresponses_types.tables import REQUIRED
    else:
        return _Facts(frozenset(), ())
    required = _get_attributes(model, REQUIRED.get(model.__name__, frozenset()))
    fields = model.model_fields.items()
    holders = tuple(name for name, field in fields if not _is_plain(field.annotation))
    return _known.setdefault(model, _Facts(required, holders))


def _get_attributes(model: type[SpecModel], names: frozenset[str]) -> frozenset[str]:
    """Return the attributes of fields: `schema` is `schema_` in Python, where every model has a `schema`."""
    fields = model.model_fields
    if names <= fields.keys():
        return names
    attributes = {field.alias or name: name for name, field in fields.items()}
    return frozenset(attributes[name] for name in names)


def _is_plain(annotation: Any) -> bool:
    """Say whether no object of a document can stand in a field; a value that misfits its field is JSON and is none."""
    if get_origin(annotation) in (Literal, dict) or annotation in (None, Any):
        return True
    arguments = get_args(getattr(annotation, "__value__", annotation))
    if arguments:
        return all(map(_is_plain, arguments))
    return isinstance(annotation, type) and not issubclass(annotation, SpecModel)
