"""Output targets: a Python type in, what the request says about it and how its text is read back out.

Targets are kept for the 64 types used last, found by identity, so a server that makes a new type per request
keeps a flat memory and one that reuses its types builds each once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic_core import InitErrorDetails, from_json, to_json

from any_llm._text_format.rewrites import Schema
from any_llm._text_format.strict import WRAPPER_KEY, build_adapter, build_schema, shorten
from any_llm._text_format.text_format import TextFormat
from any_llm.exceptions import InvalidRequestError

CACHE_SIZE = 64
NAME_LIMIT = 64
NAME = re.compile(rf"[a-zA-Z0-9_-]{{1,{NAME_LIMIT}}}")
NOT_IN_NAMES = re.compile(r"[^a-zA-Z0-9_-]+")


@dataclass(frozen=True, slots=True)
class OutputTarget:
    """What the model's answer becomes: name and schema on the wire, an adapter for the way back.

    Answers are read by alias and by name: a field whose only alias is a path has its name in the schema.
    """

    name: str
    schema: Schema
    is_wrapped: bool
    strict: bool
    adapter: TypeAdapter[Any] = field(repr=False)
    description: str | None = None

    def text_format(self) -> dict[str, Any]:
        """Return the value of `text.format`."""
        described = {"description": self.description} if self.description else {}
        named = {"type": "json_schema", "name": self.name, **described}
        return {**named, "schema": self.schema, "strict": self.strict}

    def parse(self, text: str) -> Any:
        """Return the value a JSON text stands for.

        Raises:
            ValidationError: JSON that does not fit (pydantic's own: `parse_output` translates it).
            ValueError: not JSON.
        """
        if not self.is_wrapped:
            return self.adapter.validate_json(text, by_alias=True, by_name=True)
        value = from_json(text)
        if not isinstance(value, dict) or WRAPPER_KEY not in value:
            missing = InitErrorDetails(type="missing", loc=(WRAPPER_KEY,), input=value)
            raise ValidationError.from_exception_data(self.name, [missing])
        # Through JSON again: a strict model takes dates and tuples from JSON, not from Python.
        return self.adapter.validate_json(to_json(value[WRAPPER_KEY]), by_alias=True, by_name=True)


def build_target(target: Any, *, strict: bool = True) -> OutputTarget:
    """Return the output target of a type.

    Args:
        target: any type `strict_json_schema` takes, or a `TextFormat`, whose own `strict` counts.
        strict: ask the server for the strict subset; a type outside it is refused.

    Raises:
        SchemaNotStrictError: part of the type has no strict schema; `path` names it.
        InvalidRequestError: the target is no type, pydantic cannot describe it, or the name is out of limits.
    """
    if not isinstance(target, TextFormat):
        return _build_target(_Identity(target), strict)
    wanted: TextFormat[Any] = target  # pyright: ignore[reportUnknownVariableType]  # of any type
    if wanted.name is not None and not (_is_text(wanted.name) and NAME.fullmatch(wanted.name)):
        raise InvalidRequestError(
            f"response_format.name: expected 1 to {NAME_LIMIT} letters, digits, '_' or '-', got {shorten(wanted.name)}",
            param="response_format",
        )
    if wanted.description is not None and not _is_text(wanted.description):
        raise InvalidRequestError(
            f"response_format.description: expected a string, got {shorten(wanted.description)}",
            param="response_format",
        )
    built = _build_target(_Identity(wanted.target), wanted.strict)
    return replace(built, name=wanted.name or built.name, description=wanted.description)


def name_type(target: Any) -> str:
    """Return the wire name of a type: `Person`, `list_Person`, `Page_Person`, `Cat_or_Dog`."""
    return NOT_IN_NAMES.sub("_", _label(target)).strip("_")[:NAME_LIMIT] or "output"


@dataclass(frozen=True, slots=True, eq=False)
class _Identity:
    """Equal only for the same object: `int | str` equals `str | int`, and some types have no hash."""

    target: Any

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and self.target is other.target

    def __hash__(self) -> int:
        return id(self.target)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


@lru_cache(maxsize=CACHE_SIZE)
def _build_target(identity: _Identity, strict: bool) -> OutputTarget:
    adapter = build_adapter(identity.target)
    schema, is_wrapped = build_schema(identity.target, adapter, strict=strict)
    return OutputTarget(name_type(identity.target), schema, is_wrapped, strict, adapter)


def _label(target: Any) -> str:
    origin, arguments = get_origin(target), get_args(target)
    if target is type(None):
        return "None"
    if origin is None:
        return str(getattr(target, "__name__", target))
    if origin is Annotated:
        return _label(arguments[0])
    if origin is Literal:
        return "_or_".join(str(argument) for argument in arguments)
    if origin in (Union, UnionType):
        return "_or_".join(_label(argument) for argument in arguments)
    return "_".join([_label(origin), *(_label(argument) for argument in arguments)])
