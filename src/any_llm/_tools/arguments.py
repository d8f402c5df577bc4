"""Arguments of a call, as the model wrote them, in; values in the types of the tool that was called out. Pure.

What a model writes never raises: the answer then is `InvalidArguments`, with what to tell the model.
"""

from __future__ import annotations

import difflib
import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.errors import PydanticUserError
from pydantic_core import to_json

from any_llm._text_format.strict import TYPE_FAULTS, build_adapter
from any_llm._tools.problems import join_problems, list_problems
from any_llm._tools.signature import (
    CACHE_SIZE,
    Identity,
    Signature,
    get_name,
    is_object_type,
    read_signature,
    refuse_schema,
)
from any_llm.exceptions import InvalidRequestError
from openresponses_types.calls import InvalidArguments, parse_object

SHOWN_NAMES = 12


def parse_arguments(target: Any, raw: object) -> Any:
    """Read the arguments of a call into the types of a tool.

    Args:
        target: a model, dataclass or TypedDict, or a function in any form that is accepted as a tool; a function with
            `**` takes every name.
        raw: the text that the model wrote, or its object, also with values that are typed already.

    Returns:
        An instance of the class; for a function its keyword arguments, validated, without those that the model left
        out; `InvalidArguments` if what the model wrote does not fit.

    Raises:
        InvalidRequestError: the target is no tool, for instance a function with `*args`.
    """
    if not callable(target):
        raise InvalidRequestError(
            f"parse_arguments: expected a function or a class, got {type(target).__name__!r}", param="target"
        )
    adapter = _build_adapter(Identity(target)) if is_object_type(target) else None
    signature = None if adapter is not None else read_signature(target)
    shown = raw if isinstance(raw, str) else "" if raw is None else _show(raw)
    try:
        value, text = _read_object(raw)
        if signature is None:
            assert adapter is not None
            return _validate(adapter.validate_json, text, value, ())
        unknown = () if signature.rest else _list_unknown(value, tuple(signature.names.values()))
        read = _validate(signature.model.model_validate_json, text, value, unknown)
        arguments = _collect(signature, read)
        return _construct(target, arguments) if isinstance(target, type) else arguments
    except _UnfitError as error:
        return InvalidArguments(shown, str(error))
    except PydanticUserError as cause:  # a class that names another one which is not defined
        raise refuse_schema(get_name(target), cause) from cause


class _UnfitError(Exception):
    """What the model wrote does not fit; the text says why."""


def _read_object(raw: object) -> tuple[Mapping[str, Any], str]:
    """Return the object of the arguments, and its JSON text: the model's own where there is one."""
    try:
        if isinstance(raw, str):
            raw.encode()
        value = parse_object(raw)
        text = raw if isinstance(raw, str) and raw.strip() else None
        if isinstance(value, InvalidArguments):
            raise _UnfitError(value.error)
        return value, to_json(value).decode() if text is None else text
    except (
        ValueError,
        RecursionError,
    ) as error:  # half a surrogate pair, a circle, an object of no JSON type
        raise _UnfitError(f"not JSON: {error}") from error


def _validate(
    validate: Callable[..., Any], text: str, value: Mapping[str, Any], unknown: Sequence[str]
) -> Any:
    try:
        read = validate(text, by_alias=True)
    except ValidationError as error:
        raise _UnfitError(join_problems([*unknown, *list_problems(error, value)])) from error
    except PydanticUserError:
        raise
    except Exception as error:  # a validator of the caller's, for instance a KeyError of its table
        raise _UnfitError(join_problems([*unknown, f"{type(error).__name__}: {error}"])) from error
    if unknown:
        raise _UnfitError(join_problems(unknown))
    return read


def _list_unknown(value: Mapping[str, Any], names: Sequence[str]) -> list[str]:
    """Return a line for each argument that the function does not have; a strict schema forbids them."""
    lines: list[str] = []
    for key in value:
        if key in names:
            continue
        near = difflib.get_close_matches(key[:64], [name for name in names if name not in value], 1, 0.75)
        known = ", ".join(repr(name) for name in names[:SHOWN_NAMES]) or "none"
        is_told = any("the arguments are" in line for line in lines)
        hint = f"; did you mean {near[0]!r}?" if near else "" if is_told else f"; the arguments are: {known}"
        lines.append(f"{key[:64]}: unknown argument{hint}")
    return lines


def _collect(signature: Signature, read: BaseModel) -> dict[str, Any]:
    given = read.model_fields_set | signature.filled
    arguments = {name: read.__dict__[key] for key, name in signature.names.items() if key in given}
    return arguments if signature.rest is None else {**(read.model_extra or {}), **arguments}


def _construct(target: Any, arguments: Mapping[str, Any]) -> Any:
    """Return an instance of a class whose parameters are those of its `__init__`."""
    try:
        return target(**arguments)
    except Exception as error:  # the class refuses what the model wrote
        raise _UnfitError(join_problems([f"{type(error).__name__}: {error}"])) from error


@functools.lru_cache(maxsize=CACHE_SIZE)
def _build_adapter(identity: Identity) -> TypeAdapter[Any]:
    try:
        return build_adapter(identity.target)
    except (*TYPE_FAULTS, InvalidRequestError) as cause:
        raise refuse_schema(get_name(identity.target), cause) from cause


def _show(value: object) -> str:
    try:
        return repr(value)[:1000]
    except RecursionError:
        return "…"
