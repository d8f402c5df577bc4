"""Write the intermediate form as the JSON Schema that datamodel-code-generator reads.

Module and class stand in the schema's name (`items.Message`), what the templates need beyond JSON Schema in
`x-` keys.
"""

from __future__ import annotations

from collections.abc import Iterable

from codegen.ir import (
    Alias,
    Definition,
    ListOf,
    Literals,
    MapOf,
    Model,
    Primitive,
    Ref,
    Type,
    Union,
    UnionOf,
)
from codegen.prose import escape, wrap
from codegen.schema import REF_PREFIX, Document, Schema

OPEN_VALUE = "UnknownValue"


def emit_document(definitions: Iterable[Definition], base: str) -> Document:
    """Return an OpenAPI document with one schema per definition.

    Args:
        definitions: one side of a package.
        base: the module that holds the open-world classes.
    """
    schemas: dict[str, Schema] = {
        OPEN_VALUE: {"type": "string", "x-python-import": {"module": base, "name": OPEN_VALUE}},
    }
    for definition in definitions:
        schemas[f"{definition.module}.{definition.name}"] = _emit_definition(definition)
    return {
        "openapi": "3.1.0",
        "info": {"title": "types", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }


def spell(kind: Type) -> str:
    """Return a type as Python source, as the union templates need it."""
    match kind:
        case Literals(values, is_open):
            known = f"Literal[{', '.join(repr(value) for value in values)}]"
            return f"{known} | {OPEN_VALUE}" if is_open else known
        case Ref(_, name):
            return name
        case ListOf(item):
            return f"list[{spell(item)}]"
        case MapOf(value):
            return f"dict[str, {spell(value)}]"
        case UnionOf(members):
            return " | ".join(spell(member) for member in members)
        case _:
            return PYTHON_NAMES[kind]


PYTHON_NAMES = {
    Primitive.STRING: "str",
    Primitive.INTEGER: "int",
    Primitive.NUMBER: "float",
    Primitive.BOOLEAN: "bool",
    Primitive.NULL: "None",
    Primitive.ANY: "Any",
}


def _emit_definition(definition: Definition) -> Schema:
    match definition:
        case Model():
            return _emit_model(definition)
        case Union():
            return _emit_union(definition)
        case Alias():
            return {**_emit_type(definition.type), **_describe(definition.description)}


def _emit_model(model: Model) -> Schema:
    fields: dict[str, Schema] = {}
    for field in model.fields:
        described = {"description": wrap(field.description, 4)} if field.description else {}
        fields[field.name] = {**_emit_type(field.type), **described}
    # Only a missing `type` is an error: a message without its role is still a message where no union needs it.
    required_tags = [f.name for f in model.fields if f.is_tag and f.is_required and f.name == "type"]
    return {
        **({"customBasePath": model.base} if model.base else {}),
        "type": "object",
        "description": wrap(model.description, 4),
        "properties": fields,
        "required": [field.name for field in model.fields if field.is_required],
        "x-required-tags": required_tags,
        "x-tags": [field.name for field in model.fields if field.is_tag],
    }


def _emit_union(union: Union) -> Schema:
    members = [_emit_type(ref) for group in union.groups for ref in group.members]
    members += [_emit_type(kind) for kind in union.loose]
    return {
        "anyOf": members,
        **_describe(union.description),
        "x-union": {
            "tag": union.tag,
            "groups": [[ref.name for ref in group.members] for group in union.groups],
            "loose": [spell(kind) for kind in union.loose],
            "known_tags": list(union.known_tags),
            "unknown": union.unknown,
        },
    }


def _describe(description: str) -> Schema:
    """Say a description twice: datamodel-code-generator drops one or the other, by the kind of the alias."""
    text = wrap(description, 0)
    return {"description": text, "x-description": escape(text)} if text else {}


def _emit_type(kind: Type) -> Schema:
    match kind:
        case Literals(values, is_open):
            known: Schema = (
                {"const": values[0]} if len(values) == 1 else {"type": "string", "enum": list(values)}
            )
            return {"anyOf": [known, {"$ref": REF_PREFIX + OPEN_VALUE}]} if is_open else known
        case Ref(module, name):
            return {"$ref": f"{REF_PREFIX}{module}.{name}"}
        case ListOf(item):
            return {"type": "array", "items": _emit_type(item)}
        case MapOf(value):
            return {
                "type": "object",
                "additionalProperties": True if value is Primitive.ANY else _emit_type(value),
            }
        case UnionOf(members):
            return {"anyOf": [_emit_type(member) for member in members]}
        case Primitive.ANY:
            return {}
        case _:
            return {"type": str(kind)}
