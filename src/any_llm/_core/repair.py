"""Repair: make a model of a body that does not fit its class, keeping every value that came.

Values that fail validation are taken out, the rest is validated, and the raw values are put back where
they stood. Nothing here raises for any JSON object.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from any_llm._core.json_values import describe_kind, is_array, is_object
from openresponses_types.base import Deviation, SpecModel

M = TypeVar("M", bound=SpecModel)
Path = tuple[str | int, ...]

ABSENT = object()
MAX_ROUNDS = 24
PLACEHOLDER = "any_llm:unreadable"
"""Tag that stands in for a list element that no member of its union can read, during repair only."""


def repair_model(model: type[M], raw: dict[str, Any]) -> tuple[M, tuple[Deviation, ...]]:
    """Return a model of the class and what had to be set aside to make it."""
    body = copy.deepcopy(raw)
    cut: set[Path] = set()
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
            for path in sorted(cut, key=len):  # what is whole first, so that nothing inside it is lost
                _put_back(value, path, _get(raw, path))
            return value, tuple(dict.fromkeys(deviations))
    deviations.append(Deviation("", "unreadable", model.__name__, "an object that does not fit it"))
    return build_raw(model, raw), tuple(dict.fromkeys(deviations))


def find_misfits(value: SpecModel, raw: dict[str, Any]) -> tuple[Deviation, ...]:
    """Return where a body does not fit a class that a user has registered; such a class may require fields."""
    try:
        type(value).model_validate(raw)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False)
        absent = [(*_locate(fault["loc"], raw), fault["loc"][-1]) for fault in faults if _is_missing(fault)]
        wrong = _find_faults([fault for fault in faults if not _is_missing(fault)], raw)
        return (
            *(Deviation(format_path(path), "missing", "a value", "nothing") for path in absent),
            *(_build_deviation(path, fault, raw) for path, fault in wrong.items()),
        )
    return ()


def build_raw(model: type[M], raw: dict[str, Any]) -> M:
    """Return a model of the class that holds the values as they came, none of them validated."""
    value = model.model_construct()  # the server's names are data and must not become keywords
    if "type" in model.model_fields:
        vars(value).setdefault("type", "")
    for name, original in raw.items():
        _put_back(value, (name,), original)
    return value


def _find_faults(errors: Sequence[ErrorDetails], body: Any) -> dict[Path, ErrorDetails]:
    """Return the innermost places at fault; a union reports one error per branch, most of them about nothing."""
    found: dict[Path, ErrorDetails] = {}
    for error in errors:
        if error["type"] != "known_tag":
            found.setdefault(_locate(error["loc"], body), error)
    around = {path[:length] for path in found for length in range(len(path))}
    return {path: error for path, error in found.items() if path not in around}


def _locate(location: Path, body: Any) -> Path:
    """Keep the steps of an error's location that exist in the body; the others are names of union branches."""
    path: list[str | int] = []
    here: Any = body
    for step in location:
        inner = _look_up(here, step)
        if inner is not ABSENT:
            here = inner
            path.append(step)
    return tuple(path)


def _look_up(value: Any, step: str | int) -> Any:
    """Return the value one step further in, or ABSENT."""
    if is_object(value) and isinstance(step, str):
        return value.get(step, ABSENT)
    if is_array(value) and isinstance(step, int) and step < len(value):
        return value[step]
    return ABSENT


def _cut_out(body: Any, path: Path, cut: set[Path]) -> bool:
    """Take the value at a path out of the body; False if that cannot help."""
    if not path:
        return False
    parent = body
    for step in path[:-1]:
        parent = _look_up(parent, step)
    last = path[-1]
    if is_object(parent):
        if last == "type":  # the object cannot be read without its tag: the object as a whole is at fault
            return _cut_out(body, path[:-1], cut)
        parent.pop(str(last), None)
    elif is_array(parent) and isinstance(last, int):
        element = parent[last]
        if is_object(element) and element.get("type") == PLACEHOLDER:
            return _cut_out(
                body, path[:-1], cut
            )  # its elements have no fallback: the list is set aside as a whole
        parent[last] = {"type": PLACEHOLDER}
    else:
        return True  # what it stood in was set aside already
    cut.add(path)
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
            extra = value.__pydantic_extra__
            assert extra is not None, "every class of ours keeps fields that it does not know"
            extra[str(last)] = original
        else:
            vars(value)[name] = original
            value.__pydantic_fields_set__.add(name)
    elif is_array(value) and isinstance(last, int):
        value[last] = _fill_placeholder(value[last], original)
    elif is_object(value):
        value[str(last)] = original


def _fill_placeholder(placeholder: Any, original: Any) -> Any:
    if not isinstance(placeholder, SpecModel) or not is_object(original):
        return original
    return build_raw(type(placeholder), original)


def _step_into(value: Any, step: str | int) -> Any:
    if isinstance(value, SpecModel):
        name = _get_field_name(value, str(step))
        return value.__dict__.get(name) if name else (value.__pydantic_extra__ or {}).get(str(step))
    inner = _look_up(value, step)
    return None if inner is ABSENT else inner


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
    kind = "missing" if _is_missing(error) else "wrong_type"
    return Deviation(format_path(path), kind, error["msg"], got)


def _is_missing(error: ErrorDetails) -> bool:
    return error["type"] in ("missing", "union_tag_not_found")


def format_path(path: Path) -> str:
    """Write a path as people write it: `output[0].content[1].text`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
