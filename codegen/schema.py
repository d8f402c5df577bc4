"""What a JSON Schema node says: a node in, its typed parts out, so that nobody else looks at raw JSON.

A schema is read as an immutable mapping; a changed one is written as a new dict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

JSON: TypeAlias = "bool | int | float | str | Sequence[JSON] | Mapping[str, JSON] | None"
"""Any JSON value, read-only."""

Schema: TypeAlias = "Mapping[str, JSON]"
"""One schema node; its keys are JSON Schema's."""

Document: TypeAlias = "Mapping[str, JSON]"
"""An OpenAPI document."""

REF_PREFIX = "#/components/schemas/"
LISTS = ("anyOf", "oneOf", "allOf")
"""Keys with a list of schemas."""


def as_schema(node: JSON) -> Schema:
    """Return a node as a schema; what is no mapping (a missing key, `true`) says nothing: an empty one."""
    return node if isinstance(node, Mapping) else {}


def get_fields(schema: Schema) -> dict[str, Schema]:
    """Return the named fields of an object, in document order."""
    return {name: as_schema(field) for name, field in as_schema(schema.get("properties")).items()}


def get_members(schema: Schema, key: str = "anyOf") -> list[Schema]:
    """Return the members of a union, or the parts of another list of schemas."""
    members = schema.get(key)
    return [as_schema(member) for member in members] if isinstance(members, list) else []


def get_required(schema: Schema) -> list[str]:
    """Return the names of the fields that an object must have, in document order."""
    names = schema.get("required")
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


def get_literals(schema: Schema) -> tuple[str | int | bool, ...]:
    """Return the values that a const or an enum allows; nothing for any other schema."""
    values = [schema["const"]] if "const" in schema else schema.get("enum")
    return tuple(v for v in values if isinstance(v, (str, int))) if isinstance(values, list) else ()


def get_target(schema: Schema) -> str | None:
    """Return the name of the schema that a `$ref` leads to, None for a schema without one."""
    ref = schema.get("$ref")
    return get_ref_name(ref) if isinstance(ref, str) else None


def get_ref_name(ref: str) -> str:
    """Return the schema name in the text of a `$ref`."""
    return ref.removeprefix(REF_PREFIX)


def get_description(schema: Schema) -> str:
    """Return the description of a schema, or that of the only type in a nullable one."""
    if "description" in schema:
        return str(schema["description"])
    inner = [member for member in get_members(schema) if not is_null(member)]
    return get_description(inner[0]) if len(inner) == 1 else ""


def without(schema: Schema, *keys: str) -> dict[str, JSON]:
    """Return a copy of a schema without some of its keys."""
    return {key: value for key, value in schema.items() if key not in keys}


def is_null(schema: Schema) -> bool:
    """Say whether a schema allows null and nothing else."""
    return schema.get("type") == "null"


def is_object(schema: Schema) -> bool:
    """Say whether a schema is an object with named fields (not a free map)."""
    return bool(schema.get("properties"))
