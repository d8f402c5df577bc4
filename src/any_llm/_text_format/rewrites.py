"""Rewrites towards the strict subset: one JSON Schema node in, an equal or slightly looser node out.

Each rewrite sees one node whose children are already done, returns a new node and never mutates its argument;
`map_schema` does the walking. What a rewrite cannot say exactly goes into the node's description.

Source: https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, cast

Schema = dict[str, Any]
Rewrite = Callable[[Schema], Schema]

REFERENCE_PREFIX = "#/$defs/"

MAPS_OF_SCHEMAS = ("$defs", "properties", "patternProperties")
LISTS_OF_SCHEMAS = ("allOf", "anyOf", "oneOf", "prefixItems")
SINGLE_SCHEMAS = ("additionalProperties", "contains", "items", "not", "propertyNames")

FORMATS = frozenset(
    {"date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"},
)
OF_ANY_TYPE = frozenset({"const", "description", "enum", "type"})
OF_NUMBERS = OF_ANY_TYPE | {"exclusiveMaximum", "exclusiveMinimum", "maximum", "minimum", "multipleOf"}
WORDS: dict[str, frozenset[str]] = {
    "array": OF_ANY_TYPE | {"items", "maxItems", "minItems"},
    "boolean": OF_ANY_TYPE,
    "integer": OF_NUMBERS,
    "null": OF_ANY_TYPE,
    "number": OF_NUMBERS,
    "object": OF_ANY_TYPE | {"additionalProperties", "properties", "required"},
    "string": OF_ANY_TYPE | {"format", "pattern"},
}
"""The words of the subset for each type of JSON."""

STRUCTURE = frozenset(
    {
        "$ref",
        "additionalProperties",
        "allOf",
        "anyOf",
        "const",
        "contains",
        "dependentRequired",
        "dependentSchemas",
    }
    | {"else", "enum", "if", "items", "not", "oneOf", "patternProperties", "prefixItems", "properties"}
    | {"propertyNames", "required", "then", "type"},
)
"""Words that are never told in a description: where they have no place, the schema is refused."""

ANNOTATIONS = frozenset(
    {
        "$comment",
        "$defs",
        "contentSchema",
        "default",
        "deprecated",
        "examples",
        "readOnly",
        "title",
        "writeOnly",
    },
)
TYPE_NAMES: tuple[tuple[type, str], ...] = (
    (type(None), "null"),
    (bool, "boolean"),
    (int, "integer"),
    (float, "number"),
    (str, "string"),
    (list, "array"),
    (tuple, "array"),
    (object, "object"),
)
NOTES = {
    "maxLength": "length at most {}",
    "minLength": "length at least {}",
    "uniqueItems": "no two items alike",
}

# Strict servers compile patterns without look-around and answer 500 to it
# (pydantic writes such patterns for Decimal: https://github.com/pydantic/pydantic-ai/issues/5508, 2026-05).
LOOK_AROUND = re.compile(r"\(\?<?[=!]")


def map_schema(schema: Schema, rewrite: Rewrite) -> Schema:
    """Return the schema with `rewrite` applied to every node, children first."""

    def descend(value: Any) -> Any:
        return map_schema(cast("Schema", value), rewrite) if isinstance(value, dict) else value

    node = dict(schema)
    for key in MAPS_OF_SCHEMAS:
        if isinstance(node.get(key), dict):
            node[key] = {name: descend(child) for name, child in node[key].items()}
    for key in LISTS_OF_SCHEMAS:
        if isinstance(node.get(key), list):
            node[key] = [descend(child) for child in node[key]]
    for key in SINGLE_SCHEMAS:
        if key in node:
            node[key] = descend(node[key])
    return rewrite(node)


def unwrap_all_of(node: Schema) -> Schema:
    """`allOf` of one member → that member with the siblings; more than one stays, to be refused."""
    match node.get("allOf"):
        case [dict()]:
            member: Schema = node["allOf"][0]
            return member | {key: value for key, value in node.items() if key != "allOf"}
        case _:
            return node


def use_any_of(node: Schema) -> Schema:
    """`oneOf` + `discriminator` → `anyOf`; the literal tags inside the members keep them apart."""
    if "oneOf" not in node or "anyOf" in node:
        return node
    rest = {key: value for key, value in node.items() if key not in {"oneOf", "discriminator"}}
    return rest | {"anyOf": node["oneOf"]}


def use_one_item_schema(node: Schema) -> Schema:
    """`prefixItems` (a tuple) → one schema for all items, the order told in the description."""
    if "prefixItems" not in node:
        return node
    members: list[Any] = [*node["prefixItems"]]
    if isinstance(node.get("items"), dict):
        members.append(node["items"])
    if not all(isinstance(member, dict) for member in members):
        return node
    distinct = [member for index, member in enumerate(members) if member not in members[:index]]
    rest = {key: value for key, value in node.items() if key != "prefixItems"}
    if len(distinct) == 1:
        return rest | {"items": distinct[0]}
    order = ", ".join(_name_schema(member) for member in members)
    return _add_notes(rest | {"items": {"anyOf": distinct}}, [f"in this order: {order}"])


def name_value_type(node: Schema) -> Schema:
    """An `enum` or `const` without `type` → the types of its values; strict servers want the word."""
    if "type" in node or not {"enum", "const"} & node.keys():
        return node
    values: list[Any] = node["enum"] if "enum" in node else [node["const"]]
    names = list(dict.fromkeys(_name_type(value) for value in values))
    return node | {"type": names[0] if len(names) == 1 else names}


def keep_members_alone(node: Schema) -> Schema:
    """What stands beside `anyOf` → words in the description; strict servers want a union alone, or a type."""
    if "anyOf" not in node:
        return node
    beside = {key: value for key, value in node.items() if key not in STRUCTURE | {"description"}}
    alone = {key: value for key, value in node.items() if key not in beside and key != "type"}
    return _add_notes(alone, _write_notes(beside))


def spell_out_constraints(node: Schema) -> Schema:
    """Keywords outside the subset → words in the description."""
    named: Any = node.get("type")
    names: list[Any] = [*node["type"]] if isinstance(named, list) else [named]
    known = STRUCTURE.union({"description"}, *(WORDS.get(name, ()) for name in names))
    spelled = {
        key: value for key, value in node.items() if key not in known or not _is_understood(key, value)
    }
    return _add_notes(
        {key: value for key, value in node.items() if key not in spelled}, _write_notes(spelled)
    )


def drop_annotations(node: Schema) -> Schema:
    """`title`, `default`, `examples` … → nothing; they do not constrain and strict servers refuse some."""
    return {key: value for key, value in node.items() if key not in ANNOTATIONS}


def drop_title(node: Schema) -> Schema:
    """`title` → nothing: pydantic derives it from the name, a model reads it as noise."""
    return {key: value for key, value in node.items() if key != "title"}


def close_object(node: Schema) -> Schema:
    """An object with named properties → closed, every property required."""
    if (
        node.get("type") == "object"
        and node.get("additionalProperties") is False
        and "properties" not in node
    ):
        node = node | {"properties": {}}
    if "properties" not in node or isinstance(node.get("additionalProperties"), dict):
        return node
    if not node["properties"] and node.get("additionalProperties") is True:
        return node
    return node | {"required": list(node["properties"]), "additionalProperties": False}


def isolate_reference(node: Schema) -> Schema:
    """`$ref` with siblings → `anyOf` of the lone reference, where siblings are allowed."""
    if "$ref" not in node or len(node) == 1:
        return node
    rest = {key: value for key, value in node.items() if key != "$ref"}
    return rest | {"anyOf": [{"$ref": node["$ref"]}]}


STRICT_REWRITES: tuple[Rewrite, ...] = (
    drop_annotations,
    unwrap_all_of,
    use_any_of,
    use_one_item_schema,
    name_value_type,
    keep_members_alone,
    spell_out_constraints,
    close_object,
    isolate_reference,
)


def _is_understood(key: str, value: Any) -> bool:
    if key == "format":
        return value in FORMATS
    if key == "pattern":
        return LOOK_AROUND.search(str(value)) is None
    return True


def _name_type(value: Any) -> str:
    return next(name for kind, name in TYPE_NAMES if isinstance(value, kind))


def _write_notes(constraints: Schema) -> list[str]:
    return [
        NOTES.get(key, f"{key}: {{}}").format(_write(value))
        for key, value in constraints.items()
        if value is not None and value is not False
    ]


def _add_notes(node: Schema, notes: list[str]) -> Schema:
    if not notes:
        return node
    said = "; ".join(notes)
    description = node.get("description")
    return node | {"description": f"{description} ({said})" if description else said}


def _write(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, default=str)


def _name_schema(schema: Any) -> str:
    """Return a word for a schema: its type, or the definition it refers to."""
    reference = str(schema.get("$ref", "any")).rpartition("/")[2]
    return str(schema.get("format") or schema.get("type") or reference)
