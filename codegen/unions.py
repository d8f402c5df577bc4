"""Rewrites of unions: `oneOf`, type lists, unions inside unions, unions of one, null. Document → document."""

from __future__ import annotations

from codegen.document import get_schemas, with_schemas
from codegen.merge import PROSE
from codegen.schema import Document, Schema, get_members, get_target, is_null, without
from codegen.walk import rewrite_children, rewrite_node, rewrite_schemas

NULL: Schema = {"type": "null"}


def rename_one_of(document: Document) -> Document:
    """Write `oneOf` as `anyOf`: for types that are told apart by a tag the two say the same."""

    def rename(schema: Schema) -> Schema:
        if "oneOf" not in schema:
            return schema
        return {**without(schema, "oneOf"), "anyOf": [*get_members(schema, "oneOf"), *get_members(schema)]}

    return rewrite_schemas(document, rename)


def split_type_lists(document: Document) -> Document:
    """Write `type: [string, "null"]` as a union of one schema per type."""

    def split(schema: Schema) -> Schema:
        kinds = schema.get("type")
        if not isinstance(kinds, list):
            return schema
        outside = {key: schema[key] for key in (*PROSE, "default") if key in schema}
        inside = without(schema, *outside, "type")
        return {**outside, "anyOf": [NULL if kind == "null" else {"type": kind, **inside} for kind in kinds]}

    return rewrite_schemas(document, split)


def flatten_unions(document: Document) -> Document:
    """Write a union inside a union as one, each member once, null last."""

    def flatten(schema: Schema) -> Schema:
        if "anyOf" not in schema:
            return schema
        flat: list[Schema] = []
        for member in get_members(schema):
            inner = get_members(member)
            is_tagged = "discriminator" in member and len(inner) > 1
            flat += inner if inner and not is_tagged else [member]
        unique = [member for index, member in enumerate(flat) if member not in flat[:index]]
        nulls = [NULL] if any(is_null(member) for member in unique) else []
        return {**schema, "anyOf": [*(member for member in unique if not is_null(member)), *nulls]}

    return rewrite_schemas(document, flatten)


def unwrap_single_unions(document: Document) -> Document:
    """Write an inline union of one member as that member; a named one stays, for it may grow."""

    def unwrap(schema: Schema) -> Schema:
        members = get_members(schema)
        if len(members) != 1 or is_null(members[0]):
            return schema
        return {**members[0], **without(schema, "anyOf", "discriminator")}

    def unwrap_below(schema: Schema) -> Schema:
        return rewrite_children(schema, lambda node: rewrite_node(node, unwrap))

    return with_schemas(document, {n: unwrap_below(s) for n, s in get_schemas(document).items()})


def move_null_to_uses(document: Document) -> Document:
    """Take null out of a named schema and write it where it is used, as Python spells it: `Name | None`."""
    for _ in get_schemas(document):  # a named schema that refers to a nullable one becomes nullable itself
        nullable = {name for name, schema in get_schemas(document).items() if _allows_null(schema)}
        if not nullable:
            break
        document = _take_null_out(document, nullable)
    return document


def _take_null_out(document: Document, nullable: set[str]) -> Document:
    def strip(schema: Schema) -> Schema:
        members = [member for member in get_members(schema) if not is_null(member)]
        around = without(schema, "anyOf")
        return {**members[0], **around} if len(members) == 1 else {**around, "anyOf": members}

    def mark(schema: Schema) -> Schema:
        if get_target(schema) not in nullable:
            return schema
        return {**without(schema, "$ref"), "anyOf": [{"$ref": schema["$ref"]}, NULL]}

    schemas = get_schemas(document)
    stripped = {name: strip(schema) if name in nullable else schema for name, schema in schemas.items()}
    return flatten_unions(rewrite_schemas(with_schemas(document, stripped), mark))


def _allows_null(schema: Schema) -> bool:
    """Say whether a union has null among other members."""
    members = get_members(schema)
    return len(members) > 1 and any(is_null(member) for member in members)
