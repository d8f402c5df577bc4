"""Functions and classes as tools: a callable in, the flat function tool that the wire carries out.

The schema of the parameters is pydantic's, their descriptions are the docstring's unless `Field` gives one.
A property is always named like its parameter, so a call's arguments fit `function(**arguments)`.
"""

from __future__ import annotations

import functools
import inspect
import re
from collections.abc import Callable
from dataclasses import is_dataclass
from inspect import Parameter
from typing import Annotated, Any

from pydantic import BaseModel, Field, create_model
from typing_extensions import is_typeddict

from any_llm._text_format.rewrites import Schema, drop_title, map_schema
from any_llm._text_format.strict import (
    TYPE_FAULTS,
    SchemaWriter,
    build_adapter,
    build_object_root,
    build_strict,
)
from any_llm._tools.docstrings import Docstring, parse_docstring
from any_llm.exceptions import InvalidRequestError, SchemaNotStrictError

TOOL_NAME = re.compile(r"[a-zA-Z0-9_-]{1,64}")
ANNOTATION_FAULTS = (NameError, AttributeError, TypeError, ValueError, SyntaxError)
"""What evaluating annotations written as text raises; ValueError is a builtin without a signature."""

REFUSED_KINDS = {
    Parameter.VAR_POSITIONAL: "a tool has named parameters only; take a list instead",
    Parameter.VAR_KEYWORD: "a tool has named parameters only; name them",
    Parameter.POSITIONAL_ONLY: "arguments come by name; remove the '/'",
}


def build_function_tool(function: Callable[..., Any]) -> dict[str, Any]:
    """Return the flat tool of a function, a method, a `partial`, or a class (model, dataclass, TypedDict).

    `strict` is true when every parameter is required and the schema fits the strict subset.
    What a `partial` has bound is no parameter of the tool.

    Raises:
        InvalidRequestError: no usable name, or a parameter that cannot be given by name or described.
    """
    name = _name_tool(function)
    if _is_object_type(function):
        text = _read_class_docstring(function)
        return _build_tool(name, inspect.cleandoc(text), _write_type(name, function))
    docstring = _read_docstring(function)
    return _build_tool(name, docstring.description, _write_signature(name, function, docstring))


def _build_tool(name: str, description: str, written: Schema) -> dict[str, Any]:
    plain = {key: value for key, value in map_schema(written, drop_title).items() if key != "description"}
    parameters, is_strict = plain, False
    if set(plain["properties"]) == set(plain.get("required", ())):
        try:
            parameters, is_strict = build_strict(plain, param="tools"), True
        except SchemaNotStrictError:
            is_strict = False
    # No description is no key: llama.cpp answers 500 to null.
    described = {"description": description} if description else {}
    return {"type": "function", "name": name, **described, "parameters": parameters, "strict": is_strict}


def _write_type(name: str, target: Any) -> Schema:
    """Return the schema of a class whose fields are the parameters."""
    try:
        schema = build_adapter(target).json_schema(schema_generator=SchemaWriter)
    except (*TYPE_FAULTS, InvalidRequestError) as cause:
        raise _refuse(name, cause) from cause
    root, is_wrapped = build_object_root(schema)
    if is_wrapped or "properties" not in root:
        raise InvalidRequestError(f"tool {name!r}: expected a class with named fields", param="tools")
    return root


def _write_signature(name: str, function: Callable[..., Any], docstring: Docstring) -> Schema:
    """Return the schema of a function's parameters."""
    parameters = _list_parameters(name, function)
    names = {f"field_{index}": parameter.name for index, parameter in enumerate(parameters)}
    fields: dict[str, Any] = {key: _build_field(p) for key, p in zip(names, parameters, strict=True)}
    try:
        # The model's own field names may not start with '_' or shadow a method of BaseModel; an alias may.
        model: type[BaseModel] = create_model("Arguments", __module__=_unwrap(function).__module__, **fields)
        schema = model.model_json_schema(schema_generator=SchemaWriter)
    except (*TYPE_FAULTS, NameError) as cause:
        raise _refuse(name, cause) from cause
    for key, value in schema["properties"].items():
        if key in docstring.parameters:
            value.setdefault("description", docstring.parameters[key])
    return schema


def _list_parameters(name: str, function: Callable[..., Any]) -> list[Parameter]:
    """Return the parameters that a call by name can give."""
    try:
        signature = inspect.signature(function, eval_str=True)
    except ANNOTATION_FAULTS as cause:
        raise _refuse(name, cause) from cause
    bound = function.keywords if isinstance(function, functools.partial) else {}
    listed: list[Parameter] = []
    for parameter in signature.parameters.values():
        if parameter.name in bound:
            continue
        if parameter.kind in (Parameter.POSITIONAL_OR_KEYWORD, Parameter.KEYWORD_ONLY):
            listed.append(parameter)
        elif parameter.kind is not Parameter.POSITIONAL_ONLY or parameter.default is Parameter.empty:
            reason = REFUSED_KINDS[parameter.kind]
            raise InvalidRequestError(f"tool {name!r}: parameter {str(parameter)!r}: {reason}", param="tools")
    return listed


def _build_field(parameter: Parameter) -> tuple[Any, Any]:
    hint = Any if parameter.annotation is Parameter.empty else parameter.annotation
    annotated: Any = Annotated
    default = ... if parameter.default is Parameter.empty else parameter.default
    return annotated[hint, Field(alias=parameter.name)], default


def _name_tool(function: Any) -> str:
    inner = _unwrap(function)
    name = str(getattr(function, "__name__", None) or getattr(inner, "__name__", type(inner).__name__))
    if not TOOL_NAME.fullmatch(name):
        raise InvalidRequestError(
            f"tool {name!r}: expected a name of 1 to 64 letters, digits, '_' or '-'; define a named function",
            param="tools",
        )
    return name


def _read_docstring(function: Any) -> Docstring:
    inner = _unwrap(function)
    if isinstance(inner, type):
        return parse_docstring(_read_class_docstring(inner))
    if inspect.isroutine(inner):
        return parse_docstring(inspect.getdoc(inner))
    return parse_docstring(type(inner).__call__.__doc__ or type(inner).__doc__)


def _read_class_docstring(target: Any) -> str:
    """Return a class's own docstring, not its base's and not the signature that `dataclass` writes."""
    text = str(target.__dict__.get("__doc__") or "")
    is_written_by_dataclass = "__dataclass_fields__" in target.__dict__ and text.startswith(
        f"{target.__name__}("
    )
    return "" if is_written_by_dataclass else text


def _unwrap(function: Any) -> Any:
    return function.func if isinstance(function, functools.partial) else function


def _is_object_type(target: Any) -> bool:
    is_model = inspect.isclass(target) and issubclass(target, BaseModel)
    return is_model or (inspect.isclass(target) and (is_dataclass(target) or is_typeddict(target)))


def _refuse(name: str, cause: BaseException) -> InvalidRequestError:
    reason = str(cause).partition("\n")[0]
    return InvalidRequestError(f"tool {name!r}: its parameters have no JSON Schema: {reason}", param="tools")
