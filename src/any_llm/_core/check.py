"""Check request values against the TypedDicts of the document, with one readable complaint.

A small structural walk instead of a validator per union: it follows the member that the value's own `type`
picks, so the complaint is about that member and never lists the others. Nothing is changed or built.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from functools import cache
from math import isfinite
from types import NoneType, UnionType
from typing import Any, Literal, NotRequired, Required, TypeAlias, Union, cast, get_args, get_origin

from pydantic import BaseModel
from typing_extensions import get_type_hints, is_typeddict

from any_llm._core.json_values import is_sequence
from any_llm.exceptions import InvalidRequestError

Problem: TypeAlias = tuple[str, str]
"""A path and what is wrong there."""

OPEN = "input_data"
"""Where types that this version does not know may stand: a newer server has sent them, or a vendor's."""

MINTED = frozenset({"id", "status", "annotations", "logprobs", "detail"})
"""Fields that servers fill in, or leave out of items that are then sent back (llama.cpp, 2026-10)."""


def check_value(value: Any, hint: Any, path: str) -> None:
    """Raise if a value does not have the form that a type hint of the document says.

    Raises:
        InvalidRequestError: names the path, what was expected and what came, in one line.
    """
    problem = find_problem(value, hint, path)
    if problem is not None:
        place, reason = problem
        raise InvalidRequestError(f"{place}: {reason}", param=place)


def find_problem(value: Any, hint: Any, path: str) -> Problem | None:
    """Return the first thing that is wrong with a value, or None."""
    if isinstance(value, BaseModel) or hint is Any:
        return None  # an item that a server sent goes back as it is
    origin = get_origin(hint)
    if origin in (NotRequired, Required):
        return find_problem(value, get_args(hint)[0], path)
    if origin in (Union, UnionType):
        return _check_union(value, get_args(hint), path)
    if origin is Literal:
        known = get_args(hint)
        return None if value in known else (path, f"expected {_list_values(known)}, got {describe(value)}")
    if origin in (list, Sequence):
        return _check_list(value, get_args(hint)[0], path)
    if is_typeddict(hint):
        return _check_object(value, hint, path)
    if origin in (dict, Mapping) or hint is dict:
        return _check_mapping(value, hint, path)
    return _check_plain(value, hint, path)


def _check_plain(value: Any, hint: Any, path: str) -> Problem | None:
    name = PLAIN_NAMES.get(hint)
    if name is None:
        return None
    is_number = isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
    fits = {
        str: isinstance(value, str),
        bool: isinstance(value, bool),
        int: isinstance(value, int) and is_number,
        float: is_number,
        NoneType: value is None,
    }[hint]
    return None if fits else (path, f"expected {name}, got {describe(value)}")


def _check_list(value: Any, hint: Any, path: str) -> Problem | None:
    if not is_sequence(value):
        return path, f"expected a list, got {describe(value)}"
    for index, element in enumerate(value):
        problem = find_problem(element, hint, f"{path}[{index}]")
        if problem is not None:
            return problem
    return None


def _check_mapping(value: Any, hint: Any, path: str) -> Problem | None:
    if not isinstance(value, Mapping):
        return path, f"expected an object, got {describe(value)}"
    _, kind = get_args(hint) or (str, Any)
    given = cast("Mapping[str, Any]", value)
    problems = (find_problem(entry, kind, f"{path}.{name}") for name, entry in given.items())
    return next((problem for problem in problems if problem is not None), None)


def _check_object(value: Any, hint: Any, path: str) -> Problem | None:
    if not isinstance(value, Mapping):
        return path, f"expected an object, got {describe(value)}"
    fields, required = get_fields(hint)
    given = cast("Mapping[str, Any]", value)
    for name in given:
        if name not in fields:
            near = difflib.get_close_matches(str(name), [f for f in fields if f not in given], 1, 0.75)
            if near:
                return f"{path}.{name}", f"unknown key; did you mean {near[0]!r}?"
    minted = (
        MINTED if required != frozenset(("id",)) else frozenset[str]()
    )  # an item reference is nothing but its id
    if "role" in given:
        minted |= {"type"}  # every server takes a message without its tag
    for name in fields:
        if name in required and name not in given and name not in minted:
            return f"{path}.{name}", f"missing; expected {describe_hint(fields[name])}"
    for name, field in fields.items():
        if name in given:
            problem = find_problem(given[name], field, f"{path}.{name}")
            if problem is not None:
                return problem
    return None


def _check_union(value: Any, members: tuple[Any, ...], path: str) -> Problem | None:
    members = _flatten(members)
    if isinstance(value, Mapping):
        return _check_tagged(
            cast("Mapping[str, Any]", value), [m for m in members if is_typeddict(m)], members, path
        )
    candidates = [member for member in members if not is_typeddict(member)]
    problems = [find_problem(value, member, path) for member in candidates]
    if not all(problems) and candidates:
        return None
    deeper = [problem for problem in problems if problem is not None and problem[0] != path]
    expected = " or ".join(dict.fromkeys(describe_hint(member) for member in members))
    return deeper[0] if deeper else (path, f"expected {expected}, got {describe(value)}")


def _check_tagged(
    value: Mapping[str, Any], objects: list[Any], members: tuple[Any, ...], path: str
) -> Problem | None:
    if not objects:
        open_objects = [m for m in members if get_origin(m) in (dict, Mapping) or m in (dict, Any)]
        problems = [find_problem(value, member, path) for member in open_objects]
        if problems:
            return problems[0] if all(problems) else None
        expected = " or ".join(dict.fromkeys(describe_hint(member) for member in members))
        return path, f"expected {expected}, got an object"
    tag = value.get("type")
    tagged = (
        [member for member in objects if tag in _get_tags(member)] if tag else _find_untagged(value, objects)
    )
    if not tagged:
        known = sorted({name for member in objects for name in _get_tags(member)})
        near = difflib.get_close_matches(str(tag), known, 1, 0.75)
        if not isinstance(tag, str) or near or not path.startswith(OPEN):
            hint = f"; did you mean {near[0]!r}?" if near else ""
            return f"{path}.type", f"expected {_list_values(tuple(known))}, got {describe(tag)}{hint}"
        return None  # a type that this version does not know: it goes out as it is
    roles = tuple(dict.fromkeys(name for member in tagged for name in _get_values(member, "role")))
    if roles and "role" in value and value["role"] not in roles:
        return f"{path}.role", f"expected {_list_values(roles)}, got {describe(value['role'])}"
    tried = [(member, _check_object(value, member, path)) for member in tagged]
    if any(problem is None for _, problem in tried):
        return None
    role = value.get("role")
    fitting = [p for member, p in tried if p and (role is None or role in _get_values(member, "role"))]
    return max(fitting or [p for _, p in tried if p], key=_get_reach)


def _get_reach(problem: Problem) -> tuple[bool, int, int]:
    """Rank complaints: the deepest is about the member that was meant; of equals the one that allows most.

    A tag that one member does not know stands back: another member has understood it.
    """
    place, reason = problem
    return not place.endswith(".type"), place.count(".") + place.count("["), len(reason)


def _find_untagged(value: Mapping[str, Any], objects: list[Any]) -> list[Any]:
    """Return the members that an object without `type` can be: a message if it has a role, else a reference."""
    with_role = [member for member in objects if "role" in get_fields(member)[0]]
    if "role" in value:
        return with_role or objects
    optional = [m for m in objects if "type" not in get_fields(m)[1] and m not in with_role]
    return optional or objects


def _flatten(members: tuple[Any, ...]) -> tuple[Any, ...]:
    flat: list[Any] = []
    for member in members:
        inner = get_args(member) if get_origin(member) in (Union, UnionType) else (member,)
        flat += _flatten(inner) if len(inner) > 1 else inner
    return tuple(flat)


def _get_tags(hint: Any) -> tuple[Any, ...]:
    return _get_values(hint, "type")


def _get_values(hint: Any, name: str) -> tuple[Any, ...]:
    field = get_fields(hint)[0].get(name)
    if get_origin(field) in (NotRequired, Required):
        field = get_args(field)[0]
    return tuple(
        value for part in _flatten((field,)) for value in get_args(part) if get_origin(part) is Literal
    )


@cache
def get_fields(hint: Any) -> tuple[dict[str, Any], frozenset[str]]:
    """Return the fields of a TypedDict with their hints, and the names of those that must be there."""
    # `__required_keys__` knows nothing of NotRequired in annotations that are strings.
    hints = get_type_hints(hint, include_extras=True)
    origins: dict[str, Any] = {name: get_origin(field) for name, field in hints.items()}
    required = (name for name, origin in origins.items() if origin is not NotRequired)
    return hints, frozenset(required if hint.__total__ else ())


PLAIN_NAMES: dict[Any, str] = {
    str: "a string",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    NoneType: "null",
}


def describe_hint(hint: Any) -> str:
    """Name what a type hint expects, for a reader."""
    origin = get_origin(hint)
    if origin in (NotRequired, Required):
        return describe_hint(get_args(hint)[0])
    if origin is Literal:
        return _list_values(get_args(hint))
    if origin in (list, Sequence):
        return "a list"
    if origin in (Union, UnionType):
        return " or ".join(dict.fromkeys(describe_hint(member) for member in _flatten(get_args(hint))))
    return PLAIN_NAMES.get(hint, "an object")


def describe(value: Any) -> str:
    """Show a short value, name the kind of a long one."""
    if isinstance(value, str):
        return repr(value) if len(value) <= 40 else "a long string"
    if value is None or isinstance(value, bool | int | float):
        return repr(value)
    if isinstance(value, Mapping):
        return "an object"
    if isinstance(value, list | tuple):
        return "a list"
    return f"{type(value).__name__!r} object"


def _list_values(values: tuple[Any, ...]) -> str:
    shown = ", ".join(repr(value) for value in values[:12])
    if len(values) == 1:
        return shown
    return f"one of {shown}" + (f" … ({len(values)} in all)" if len(values) > 12 else "")
