"""The parameters of a function as one pydantic model: it writes the tool's schema and reads a call's arguments.

Signatures are kept for the 64 functions used last, found by identity; a method is found by its function, so that no
instance is kept alive.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from inspect import Parameter
from types import MethodType
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, create_model
from pydantic.fields import FieldInfo
from typing_extensions import is_typeddict

from any_llm._text_format.strict import TYPE_FAULTS
from any_llm.exceptions import InvalidRequestError

CACHE_SIZE = 64
ANNOTATION_FAULTS = (NameError, AttributeError, TypeError, ValueError, SyntaxError)
"""What evaluating annotations written as text raises; ValueError is a builtin without a signature."""

REFUSED_KINDS = {
    Parameter.VAR_POSITIONAL: "a tool has named parameters only; take a list instead",
    Parameter.VAR_KEYWORD: "a tool has named parameters only; name them",
    Parameter.POSITIONAL_ONLY: "arguments come by name; remove the '/'",
}


@dataclass(frozen=True, slots=True)
class Signature:
    """The named parameters of a function.

    `names` are the parameters by the field of `model` that stands for them: a field of pydantic may not start with
    `_` or shadow a method of BaseModel, an alias may. `filled` are parameters whose default is a `Field(...)`, which
    only pydantic can turn into a value. `rest` is the `**` parameter, as written.
    """

    model: type[BaseModel]
    names: Mapping[str, str]
    filled: frozenset[str]
    rest: str | None


def read_signature(function: Callable[..., Any]) -> Signature:
    """Return the parameters that a call by name can give; what a `partial` has bound is none of them.

    Raises:
        InvalidRequestError: a parameter that cannot be given by name, or whose type pydantic cannot describe.
    """
    if isinstance(function, MethodType):
        return _read_signature(Identity(function.__func__), is_bound=True)
    return _read_signature(Identity(function), is_bound=False)


@dataclass(frozen=True, slots=True, eq=False)
class Identity:
    """Equal only for the same object: callable instances may equal each other, or have no hash."""

    target: Any

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Identity) and self.target is other.target

    def __hash__(self) -> int:
        return id(self.target)


@functools.lru_cache(maxsize=CACHE_SIZE)
def _read_signature(identity: Identity, *, is_bound: bool) -> Signature:
    function = identity.target
    name = get_name(function)
    # A stand-in instance is enough: only the first parameter is bound, nothing is called.
    parameters = list(_list_parameters(name, MethodType(function, object()) if is_bound else function))
    rest = next((str(p) for p in parameters if p.kind is Parameter.VAR_KEYWORD), None)
    named = [p for p in parameters if p.kind is not Parameter.VAR_KEYWORD]
    names = {f"field_{index}": parameter.name for index, parameter in enumerate(named)}
    fields: dict[str, Any] = {key: _build_field(p) for key, p in zip(names, named, strict=True)}
    try:
        model: type[BaseModel] = create_model(
            "Arguments",
            __config__=ConfigDict(extra="ignore" if rest is None else "allow"),
            __module__=str(unwrap(function).__module__),
            **fields,
        )
    except (*TYPE_FAULTS, NameError) as cause:
        raise refuse_schema(name, cause) from cause
    filled = frozenset(key for key, p in zip(names, named, strict=True) if isinstance(p.default, FieldInfo))
    return Signature(model, names, filled, rest)


def _list_parameters(name: str, function: Callable[..., Any]) -> Iterator[Parameter]:
    """Yield the parameters that a call by name can give, and the `**` parameter."""
    try:
        signature = inspect.signature(function, eval_str=True)
    except ANNOTATION_FAULTS as cause:
        raise refuse_schema(name, cause) from cause
    bound = function.keywords if isinstance(function, functools.partial) else {}
    for parameter in signature.parameters.values():
        if parameter.name in bound:
            continue
        if parameter.kind in (Parameter.POSITIONAL_OR_KEYWORD, Parameter.KEYWORD_ONLY, Parameter.VAR_KEYWORD):
            yield parameter
        elif parameter.kind is not Parameter.POSITIONAL_ONLY or parameter.default is Parameter.empty:
            raise refuse_parameter(name, str(parameter), parameter.kind)


def _build_field(parameter: Parameter) -> Any:
    annotated: Any = Annotated
    hint = Any if parameter.annotation is Parameter.empty else parameter.annotation
    renamed = Field(alias=parameter.name, validation_alias=parameter.name)
    if isinstance(parameter.default, FieldInfo):  # as metadata, for as a default it would rename the field
        return annotated[hint, parameter.default, renamed]
    if parameter.default is Parameter.empty:
        return annotated[hint, renamed], ...
    return annotated[hint, renamed], parameter.default


def get_name(function: Any) -> str:
    """Return the name of a function or class; of a `partial` its own if it has one, else that of its function."""
    inner = unwrap(function)
    return str(getattr(function, "__name__", None) or getattr(inner, "__name__", type(inner).__name__))


def unwrap(function: Any) -> Any:
    """Return the function inside a `partial`."""
    while isinstance(function, functools.partial):
        function = function.func
    return function


def is_object_type(target: Any) -> bool:
    """Tell whether the fields of a class are the parameters: a model, a dataclass or a TypedDict."""
    return inspect.isclass(target) and (
        issubclass(target, BaseModel) or is_dataclass(target) or is_typeddict(target)
    )


def refuse_parameter(name: str, parameter: str, kind: Any) -> InvalidRequestError:
    """Build the error for a parameter that no call by name can give."""
    return InvalidRequestError(
        f"tool {name!r}: parameter {parameter!r}: {REFUSED_KINDS[kind]}", param="tools"
    )


def refuse_schema(name: str, cause: BaseException) -> InvalidRequestError:
    """Build the error for parameters that pydantic cannot describe."""
    reason = str(cause).partition("\n")[0]
    return InvalidRequestError(f"tool {name!r}: its parameters have no JSON Schema: {reason}", param="tools")
