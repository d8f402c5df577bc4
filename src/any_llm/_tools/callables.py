"""Functions and classes as tools: a callable in, the flat function tool that the wire carries out.

The schema of the parameters is pydantic's, their descriptions are the docstring's unless `Field` gives one.
A property is always named like its parameter, so a call's arguments fit `function(**arguments)`.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from inspect import Parameter
from typing import Any

from any_llm._text_format.rewrites import Schema, drop_title, map_schema
from any_llm._text_format.strict import (
    TYPE_FAULTS,
    SchemaWriter,
    build_adapter,
    build_object_root,
    build_strict,
)
from any_llm._tools.docstrings import Docstring, parse_docstring
from any_llm._tools.signature import (
    get_name,
    is_object_type,
    read_signature,
    refuse_parameter,
    refuse_schema,
    unwrap,
)
from any_llm.exceptions import InvalidRequestError, SchemaNotStrictError

TOOL_NAME = re.compile(r"[a-zA-Z0-9_-]{1,64}")


def build_function_tool(function: Callable[..., Any]) -> dict[str, Any]:
    """Return the flat tool of a function, a method, a `partial`, or a class (model, dataclass, TypedDict).

    `strict` is true when every parameter is required and the schema fits the strict subset.
    What a `partial` has bound is no parameter of the tool.

    Raises:
        InvalidRequestError: no usable name, or a parameter that cannot be given by name or described.
    """
    name = _name_tool(function)
    docstring = _read_docstring(function)
    schema = _write_type(name, function) if is_object_type(function) else _write_signature(name, function)
    for key, value in schema["properties"].items():
        if key in docstring.parameters:
            value.setdefault("description", docstring.parameters[key])
    return _build_tool(name, docstring.description, schema)


def describe_function(function: Any) -> str:
    """Return what the docstring of a function says that it does."""
    return _read_docstring(function).description


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
        raise refuse_schema(name, cause) from cause
    root, is_wrapped = build_object_root(schema)
    if is_wrapped or "properties" not in root:
        raise InvalidRequestError(f"tool {name!r}: expected a class with named fields", param="tools")
    return root


def _write_signature(name: str, function: Callable[..., Any]) -> Schema:
    """Return the schema of a function's parameters."""
    signature = read_signature(function)
    if signature.rest is not None:
        raise refuse_parameter(name, signature.rest, Parameter.VAR_KEYWORD)
    try:
        schema = signature.model.model_json_schema(schema_generator=SchemaWriter)
    except (*TYPE_FAULTS, NameError) as cause:
        raise refuse_schema(name, cause) from cause
    return build_object_root(schema)[0]  # as for a class, so that the same tool has the same bytes


def _name_tool(function: Any) -> str:
    name = get_name(function)
    if not TOOL_NAME.fullmatch(name):
        raise InvalidRequestError(
            f"tool {name!r}: expected a name of 1 to 64 letters, digits, '_' or '-'; define a named function",
            param="tools",
        )
    return name


def _read_docstring(function: Any) -> Docstring:
    inner = unwrap(function)
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
