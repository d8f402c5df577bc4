"""Build the intermediate form of a package from a normalised document and its names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from codegen.document import REF_PREFIX, Document, Schema, find_refs, get_ref_name, get_schemas
from codegen.hoist import hoist_inline_schemas
from codegen.ir import (
    Alias,
    Definition,
    Field,
    ListOf,
    Literals,
    MapOf,
    Model,
    Package,
    Primitive,
    Ref,
    Type,
    UnionOf,
)
from codegen.names import Name, PackageNames, check_names
from codegen.normalise import is_null
from codegen.problems import CodegenError
from codegen.tags import build_union, get_tag_values, is_object, list_tag_fields

REPLIES = ("responses",)
REQUESTS = ("requestBody", "x-openresponses-websocket")


def build_package(document: Document, names: PackageNames) -> Package:
    """Build both sides of a package.

    Args:
        document: a normalised document.
        names: its public names.

    Raises:
        CodegenError: a schema has no name, two share one, or a schema has a form that is not understood.
    """
    document, names = hoist_inline_schemas(document, names)
    schemas = get_schemas(document)
    replies = _reach(schemas, [*_find_roots(document, REPLIES), *names.also_models])
    requests = _reach(schemas, [*_find_roots(document, REQUESTS), *names.also_params])
    problems = check_names(names, [name for name in schemas if name in replies | requests])
    if problems:
        raise CodegenError(problems)
    return Package(
        name=names.package,
        base=names.base,
        models=tuple(_Side(schemas, names, is_reading=True).build(replies)),
        params=tuple(_Side(schemas, names, is_reading=False).build(requests)),
        modules=names.modules,
        events=names.events,
    )


def _find_roots(document: Document, keys: tuple[str, ...]) -> list[str]:
    """Return the schemas that operations name under one of these keys (request bodies or replies)."""

    def below(node: Any, is_inside: bool) -> Iterator[str]:
        if isinstance(node, dict):
            if is_inside and isinstance(node.get("$ref"), str) and node["$ref"].startswith(REF_PREFIX):
                yield get_ref_name(node["$ref"])
            for key, value in node.items():
                yield from below(value, is_inside or key in keys)
        elif isinstance(node, list):
            for value in node:
                yield from below(value, is_inside)

    return list(below(document.get("paths", {}), False))


def _reach(schemas: dict[str, Schema], roots: list[str]) -> set[str]:
    found: set[str] = set()
    queue = list(roots)
    while queue:
        name = queue.pop()
        if name not in found:
            found.add(name)
            queue += [get_ref_name(ref) for _, ref in find_refs(schemas[name])]
    return found


class _Side:
    """Builds the definitions of one side; readers get open unions and enums, writers get closed ones."""

    def __init__(self, schemas: dict[str, Schema], names: PackageNames, *, is_reading: bool) -> None:
        self.schemas = schemas
        self.names = names
        self.is_reading = is_reading
        self.tags = list_tag_fields(schemas)

    def build(self, wanted: set[str]) -> Iterator[Definition]:
        for schema_name, schema in self.schemas.items():
            if schema_name in wanted:
                yield self.build_definition(schema_name, schema)

    def build_definition(self, schema_name: str, schema: Schema) -> Definition:
        ref = self.get_ref(schema_name)
        description = _get_description(schema)
        if is_object(schema):
            base = self.names.bases.get(schema_name) if self.is_reading else None
            provided = base.provides if base else ()
            fields = tuple(f for f in self.build_fields(schema_name, schema) if f.name not in provided)
            return Model(schema_name, ref.module, ref.name, description, fields, base.path if base else None)
        if "anyOf" in schema and any(self.is_object_like(member) for member in schema["anyOf"]):
            return build_union(self, schema_name, schema, ref, description)
        return Alias(schema_name, ref.module, ref.name, description, self.build_type(schema))

    def build_fields(self, schema_name: str, schema: Schema) -> tuple[Field, ...]:
        required = set(schema.get("required", ()))
        tags = self.tags.get(schema_name, set())
        fields: list[Field] = []
        for name, field in schema.get("properties", {}).items():
            is_tag = name in tags and bool(get_tag_values(schema, name))
            kind = Literals(get_tag_values(schema, name)) if is_tag else self.build_type(field)
            fields.append(Field(name, kind, name in required, _get_description(field), is_tag))
        return tuple(fields)

    def build_type(self, schema: Schema) -> Type:
        if "$ref" in schema:
            return self.get_ref(get_ref_name(schema["$ref"]))
        if "const" in schema:
            return Literals((schema["const"],))
        if "enum" in schema:
            return Literals(tuple(schema["enum"]), is_open=self.is_reading)
        if "anyOf" in schema:
            return self.build_inline_union(schema["anyOf"])
        match schema.get("type"):
            case "array":
                return ListOf(self.build_type(schema.get("items", {})))
            case "object":
                free = schema.get("additionalProperties")
                return MapOf(self.build_type(free) if isinstance(free, dict) else Primitive.ANY)
            case str() as kind:
                return Primitive(kind)
            case _:
                return Primitive.ANY

    def build_inline_union(self, members: list[Schema]) -> Type:
        types = [self.build_type(member) for member in members]
        literals = [kind for kind in types if isinstance(kind, Literals)]
        if Primitive.STRING in types and literals:  # "any string, and these are known": an open enum
            known = Literals(tuple(value for kind in literals for value in kind.values), is_open=True)
            types = [
                known,
                *(kind for kind in types if kind is not Primitive.STRING and not isinstance(kind, Literals)),
            ]
        return types[0] if len(types) == 1 else UnionOf(tuple(types))

    def is_object_like(self, schema: Schema) -> bool:
        """Say whether a union member is an object or a union of objects."""
        if "$ref" in schema:
            return self.is_object_like(self.schemas[get_ref_name(schema["$ref"])])
        if "anyOf" in schema:
            return any(self.is_object_like(member) for member in schema["anyOf"])
        return is_object(schema)

    def get_ref(self, schema_name: str) -> Ref:
        name: Name = self.names.get_name(schema_name)
        return Ref(name.module, name.model if self.is_reading else name.params)


def _get_description(schema: Schema) -> str:
    if "description" in schema:
        return str(schema["description"])
    inner = [member for member in schema.get("anyOf", ()) if not is_null(member)]
    return _get_description(inner[0]) if len(inner) == 1 else ""
