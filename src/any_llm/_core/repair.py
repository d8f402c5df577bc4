"""Repair: make a model of a body that does not fit its class, keeping every value that came.

Values that fail validation are taken out, the rest is validated, and the raw values are put back where
they stood. Nothing here raises for any JSON object.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any, TypeVar, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from openresponses_types.base import Deviation, SpecModel

M = TypeVar("M", bound=SpecModel)
Path = tuple[str | int, ...]

MAX_ROUNDS = 24
PLACEHOLDER = "any_llm:unreadable"
"""Tag that stands in, during repair, for a list element that no member of its union can read."""


def repair_model(model: type[M], raw: dict[str, Any]) -> tuple[M, tuple[Deviation, ...]]:
    """Return a model of the class and what had to be set aside to make it."""
    body = copy.deepcopy(raw)
    cut: dict[Path, Any] = {}
    deviations: list[Deviation] = []
    for _ in range(MAX_ROUNDS):
        try:
            value = model.__pydantic_validator__.validate_python(body)
        except ValidationError as error:
            faults = _find_faults(error.errors(include_url=False, include_context=False), body)
            if not all(_cut_out(body, path, cut) for path in faults):
                break
            deviations += [_build_deviation(path, fault, raw) for path, fault in faults.items()]
        else:
            for path, original in cut.items():
                _put_back(value, path, original)
            return value, tuple(deviations)
    deviations.append(Deviation("", "unreadable", model.__name__, "an object that does not fit it"))
    return cast("M", model.model_construct(_fields_set=set(raw), **raw)), tuple(deviations)


def _find_faults(errors: Sequence[ErrorDetails], body: Any) -> dict[Path, ErrorDetails]:
    """Return the innermost places at fault; a union reports one error per branch, most of them about nothing."""
    found: dict[Path, ErrorDetails] = {}
    for error in errors:
        if error["type"] != "known_tag":
            found.setdefault(_locate(error["loc"], body), error)
    return {
        path: error
        for path, error in found.items()
        if not any(other != path and other[: len(path)] == path for other in found)
    }


def _locate(location: Path, body: Any) -> Path:
    """Keep the steps of an error's location that exist in the body; the others are names of union branches."""
    path: list[str | int] = []
    here = body
    for step in location:
        if isinstance(here, dict) and step in here:
            here = cast("dict[Any, Any]", here)[step]
        elif isinstance(here, list) and isinstance(step, int) and step < len(cast("list[Any]", here)):
            here = cast("list[Any]", here)[step]
        else:
            continue
        path.append(step)
    return tuple(path)


def _cut_out(body: Any, path: Path, cut: dict[Path, Any]) -> bool:
    """Take the value at a path out of the body; False if that cannot help."""
    if not path:
        return False
    parent = _get(body, path[:-1])
    step = path[-1]
    if isinstance(parent, dict):
        if step == "type":  # the object cannot be read without its tag: the object as a whole is at fault
            return _cut_out(body, path[:-1], cut)
        cut[path] = cast("dict[Any, Any]", parent).pop(step)
        return True
    element = parent[step]
    if isinstance(element, dict) and element.get("type") == PLACEHOLDER:
        return _cut_out(body, path[:-1], cut) and _restore_list(cut, path)
    cut[path] = element
    parent[step] = {"type": PLACEHOLDER}
    return True


def _restore_list(cut: dict[Path, Any], path: Path) -> bool:
    """A list whose elements have no fallback is set aside as a whole, with its own elements."""
    whole = cut[path[:-1]]
    for inner in [inner for inner in cut if len(inner) == len(path) and inner[:-1] == path[:-1]]:
        whole[inner[-1]] = cut.pop(inner)
    return True


def _put_back(value: Any, path: Path, original: Any) -> None:
    """Put a raw value back into the model, where validation had left a gap or a placeholder."""
    *way, last = path
    for step in way:
        value = _step_into(value, step)
        if value is None:
            return
    if isinstance(value, SpecModel):
        name = _get_field_name(value, str(last))
        if name is None:
            cast("dict[str, Any]", value.__pydantic_extra__)[str(last)] = original
        else:
            value.__dict__[name] = original
            value.__pydantic_fields_set__.add(name)
    elif isinstance(value, list) and isinstance(last, int):
        elements = cast("list[Any]", value)
        elements[last] = _fill_placeholder(elements[last], original)
    elif isinstance(value, dict):
        cast("dict[Any, Any]", value)[last] = original


def _fill_placeholder(placeholder: Any, original: Any) -> Any:
    if not isinstance(placeholder, SpecModel) or not isinstance(original, dict):
        return original
    fields = cast("dict[str, Any]", original)
    return type(placeholder).model_construct(_fields_set=set(fields), **{"type": "", **fields})


def _step_into(value: Any, step: str | int) -> Any:
    if isinstance(value, SpecModel):
        name = _get_field_name(value, str(step))
        return value.__dict__.get(name) if name else (value.__pydantic_extra__ or {}).get(str(step))
    if isinstance(value, dict):
        return cast("dict[Any, Any]", value).get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(cast("list[Any]", value)):
        return cast("list[Any]", value)[step]
    return None


def _get_field_name(value: SpecModel, key: str) -> str | None:
    fields = type(value).model_fields
    if key in fields:
        return key
    return next((name for name, field in fields.items() if field.alias == key), None)


def _get(body: Any, path: Path) -> Any:
    for step in path:
        body = body[step]
    return body


def _build_deviation(path: Path, error: ErrorDetails, raw: dict[str, Any]) -> Deviation:
    try:
        got = describe_kind(_get(raw, path))
    except (KeyError, IndexError, TypeError):
        got = "nothing"
    kind = "missing" if error["type"] in ("missing", "union_tag_not_found") else "wrong_type"
    return Deviation(format_path(path), kind, error["msg"], got)


def format_path(path: Path) -> str:
    """Write a path as people write it: `output[0].content[1].text`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def describe_kind(value: Any) -> str:
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
