"""Name what has no name: inline objects and inline unions of objects become named schemas of the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from codegen.document import get_schemas, with_schemas
from codegen.names import InlineName, Name, PackageNames, build_inline_name
from codegen.schema import (
    JSON,
    REF_PREFIX,
    Document,
    Schema,
    as_schema,
    get_fields,
    get_members,
    get_target,
    is_null,
    is_object,
    without,
)
from codegen.tags import has_tags


def hoist_inline_schemas(document: Document, names: PackageNames) -> tuple[Document, PackageNames]:
    """Move inline objects and tagged unions out into named schemas; return the document and the grown names.

    A place that `names.inline` lists gets that name, any other a name made of its parent's and its own.
    Equal schemas that are given the same name become one.
    """
    hoister = _Hoister(get_schemas(document), names)
    for name, schema in list(hoister.schemas.items()):
        hoister.schemas[name] = hoister.hoist_children(schema, name, name)
    grown = replace(names, names={**names.names, **hoister.added})
    return with_schemas(document, hoister.schemas), grown


class _Hoister:
    """Collects the schemas of a document and the names of those that were moved out of others."""

    def __init__(self, schemas: dict[str, Schema], names: PackageNames) -> None:
        self.schemas = schemas
        self.names = names
        self.added: dict[str, Name] = {}

    def hoist_children(self, schema: Schema, place: str, owner: str) -> Schema:
        """Return a schema with all that stands below it hoisted."""
        out = dict(schema)
        if "properties" in schema:
            fields = get_fields(schema)
            out["properties"] = {key: self.hoist(f, f"{place}.{key}", owner) for key, f in fields.items()}
        for key, mark in (("items", "[]"), ("additionalProperties", "{}")):
            if isinstance(schema.get(key), Mapping):
                out[key] = self.hoist(as_schema(schema[key]), place + mark, owner)
        if "anyOf" in schema:
            out["anyOf"] = [self.hoist(member, place, owner) for member in get_members(schema)]
        return out

    def hoist(self, schema: Schema, place: str, owner: str) -> Schema:
        """Return what stands at a place afterwards: the schema, or a reference if it was moved out."""
        schema = self.hoist_children(schema, place, owner)
        if is_object(schema):
            return self.move_out(schema, place, owner)
        members = [member for member in get_members(schema) if not is_null(member)]
        objects = [target for member in members if (target := self.get_object(member)) is not None]
        if len(objects) < 2 or owner in objects or not has_tags(objects, self.schemas):
            return schema
        if len(members) == len(get_members(schema)):
            return self.move_out(schema, place, owner)
        moved = self.move_out({**without(schema, "description"), "anyOf": members}, place, owner)
        around = {"description": schema["description"]} if "description" in schema else {}
        return {**around, "anyOf": [moved, {"type": "null"}]}

    def get_object(self, schema: Schema) -> str | None:
        """Return the name of the object that a reference leads to, None for any other schema."""
        target = get_target(schema)
        return target if target is not None and is_object(self.schemas[target]) else None

    def move_out(self, schema: Schema, place: str, owner: str) -> Schema:
        """Give a schema a name of its own and return the reference that takes its place."""
        parent = self.names.get_name(owner)
        name = self.names.inline.get(place) or InlineName(
            parent.module, build_inline_name(parent.model, place.removeprefix(owner)), ""
        )
        prose = {"description": schema["description"]} if "description" in schema else {}
        key = name.name
        while key in self.schemas and _get_shape(self.schemas[key]) != _get_shape(schema):
            key = place if key == name.name else f"{key}_"  # `check_names` reports the name given twice
        described = {**schema, "description": name.description} if name.description else schema
        self.schemas.setdefault(key, described)
        if key not in self.names.names:
            self.added[key] = Name(name.module or parent.module, name.name, name.name)
        return {"$ref": REF_PREFIX + key, **prose}


def _get_shape(node: JSON) -> JSON:
    """Return a schema without its prose, to see whether two places say the same."""
    if isinstance(node, Mapping):
        is_fields = all(isinstance(value, Mapping) for value in node.values())
        return {key: _get_shape(value) for key, value in node.items() if is_fields or key != "description"}
    if isinstance(node, list):
        return [_get_shape(value) for value in node]
    return node
