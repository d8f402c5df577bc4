"""Give unnamed schemas a name: inline objects and inline unions of objects become named schemas of the document."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from codegen.document import REF_PREFIX, Document, Schema, get_ref_name, get_schemas
from codegen.names import InlineName, Name, PackageNames, build_inline_name
from codegen.tags import find_tag, is_object


def hoist_inline_schemas(document: Document, names: PackageNames) -> tuple[Document, PackageNames]:
    """Move inline objects and tagged unions out into named schemas; return the document and the grown names.

    A place that `names.inline` lists gets that name, any other a name made of its parent's and its own.
    Equal unions that are given the same name become one.
    """
    hoister = _Hoister(dict(get_schemas(document)), names)
    for name, schema in list(hoister.schemas.items()):
        hoister.schemas[name] = hoister.hoist_children(schema, name, name, is_top=True)
    grown = replace(names, names={**names.names, **hoister.added})
    return {**document, "components": {**document["components"], "schemas": hoister.schemas}}, grown


class _Hoister:
    def __init__(self, schemas: dict[str, Schema], names: PackageNames) -> None:
        self.schemas = schemas
        self.names = names
        self.added: dict[str, Name] = {}

    def hoist_children(self, schema: Schema, place: str, owner: str, *, is_top: bool = False) -> Schema:
        out = dict(schema)
        if "properties" in schema:
            out["properties"] = {
                key: self.hoist(field, f"{place}.{key}", owner) for key, field in schema["properties"].items()
            }
        if isinstance(schema.get("items"), dict):
            out["items"] = self.hoist(schema["items"], f"{place}[]", owner)
        if isinstance(schema.get("additionalProperties"), dict):
            out["additionalProperties"] = self.hoist(schema["additionalProperties"], f"{place}{{}}", owner)
        if "anyOf" in schema:
            out["anyOf"] = [self.hoist(member, place, owner) for member in schema["anyOf"]]
        return out

    def hoist(self, schema: Schema, place: str, owner: str) -> Schema:
        schema = self.hoist_children(schema, place, owner)
        if is_object(schema):
            return self.move_out(schema, place, owner)
        members = [member for member in schema.get("anyOf", ()) if member.get("type") != "null"]
        objects = [member for member in members if self.is_model_ref(member)]
        is_recursive = any(get_ref_name(member["$ref"]) == owner for member in objects)
        if len(objects) < 2 or is_recursive or find_tag(objects, self.schemas) is None:
            return schema
        if len(members) == len(schema["anyOf"]):
            return self.move_out(schema, place, owner)
        moved = self.move_out(
            {k: v for k, v in schema.items() if k != "description"} | {"anyOf": members}, place, owner
        )
        around = {"description": schema["description"]} if "description" in schema else {}
        return {**around, "anyOf": [moved, {"type": "null"}]}

    def is_model_ref(self, schema: Schema) -> bool:
        return "$ref" in schema and is_object(self.schemas[get_ref_name(schema["$ref"])])

    def move_out(self, schema: Schema, place: str, owner: str) -> Schema:
        parent = self.names.get_name(owner)
        name = self.names.inline.get(place) or InlineName(
            parent.module, build_inline_name(parent.model, place.removeprefix(owner)), ""
        )
        prose = {key: schema[key] for key in ("description",) if key in schema}
        key = name.name
        while key in self.schemas and _get_shape(self.schemas[key]) != _get_shape(schema):
            key += "_"
        described = {**schema, "description": name.description} if name.description else schema
        self.schemas.setdefault(key, described)
        self.added[key] = Name(name.module or parent.module, name.name, name.name)
        return {"$ref": REF_PREFIX + key, **prose}


def _get_shape(node: Any) -> Any:
    """Return a schema without its prose, to see whether two places say the same."""
    if isinstance(node, dict):
        is_fields = all(isinstance(value, dict) for value in node.values())
        return {key: _get_shape(value) for key, value in node.items() if is_fields or key != "description"}
    if isinstance(node, list):
        return [_get_shape(value) for value in node]
    return node
