"""Build the intermediate form of a package from a normalised document and its names."""

from __future__ import annotations

import keyword
from collections.abc import Iterable, Iterator, Mapping, Sequence

from codegen.document import get_schemas
from codegen.fold import fold_definitions
from codegen.forms import find_endless, find_strange
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
    Union,
    UnionOf,
)
from codegen.names import PackageNames, check_names
from codegen.problems import CodegenError, Problem
from codegen.reach import REPLIES, REQUESTS, find_reached, find_roots
from codegen.schema import (
    Document,
    Schema,
    as_schema,
    get_description,
    get_fields,
    get_literals,
    get_members,
    get_required,
    get_target,
    is_object,
)
from codegen.tags import build_union, get_tag_values, list_tag_fields


def build_package(document: Document, names: PackageNames) -> Package:
    """Build both sides of a package.

    Args:
        document: a normalised document.
        names: its public names.

    Raises:
        CodegenError: a schema has no name, two share one, a schema has a form that is not understood, or the
            names ask for something that the document does not have.
    """
    schemas = get_schemas(document)
    _stop_if([*find_endless(schemas), *_find_strays(schemas, names)])
    reply_roots = [*find_roots(document, REPLIES), *names.also_models]
    request_roots = [*find_roots(document, REQUESTS), *names.also_params]
    reached = sorted(find_reached(schemas, [*reply_roots, *request_roots]))
    _stop_if(problem for name in reached for problem in find_strange(schemas[name], name))
    document, names = hoist_inline_schemas(document, names)
    schemas = get_schemas(document)
    replies, requests = find_reached(schemas, reply_roots), find_reached(schemas, request_roots)
    _stop_if(check_names(names, [name for name in schemas if name in replies | requests]))
    package = Package(
        name=names.package,
        base=names.base,
        models=fold_definitions([*_Side(schemas, names, is_reading=True).build(replies)]),
        params=fold_definitions([*_Side(schemas, names, is_reading=False).build(requests)]),
        modules=names.modules,
        events=names.events,
    )
    _stop_if(_find_unspeakable(package))
    return package


def _stop_if(problems: Iterable[Problem]) -> None:
    found = list(problems)
    if found:
        raise CodegenError(found)


def _find_strays(schemas: Mapping[str, Schema], names: PackageNames) -> Iterator[Problem]:
    """Yield what the names ask for and the document does not have."""
    listed = {"also_models": names.also_models, "also_params": names.also_params, "bases": names.bases}
    for part, wanted in listed.items():
        for schema in wanted:
            if schema not in schemas:
                reason = f"names {schema!r}, which the document does not define"
                yield Problem(f"{names.package}#{part}", reason)


def _find_unspeakable(package: Package) -> Iterator[Problem]:
    """Yield what cannot be written in Python: a key of a TypedDict that is no name, a table of no events."""
    for definition in package.params:
        for field in definition.fields if isinstance(definition, Model) else ():
            if not field.name.isidentifier() or keyword.iskeyword(field.name):
                place = f"{package.name}#{definition.schema}.{field.name}"
                yield Problem(place, "is no Python name, so that a TypedDict class cannot have it as a key")
    unions = [definition.name for definition in package.models if isinstance(definition, Union)]
    if package.events is not None and package.events not in unions:
        reason = f"expected the name of a union that replies hold, got {package.events!r}"
        yield Problem(f"{package.name}#events", reason)


class _Side:
    """Builds the definitions of one side; readers get open unions and enums, writers get closed ones."""

    def __init__(self, schemas: Mapping[str, Schema], names: PackageNames, *, is_reading: bool) -> None:
        self.schemas = schemas
        self.names = names
        self.is_reading = is_reading
        self.tags = list_tag_fields(schemas)

    def build(self, wanted: set[str]) -> Iterator[Definition]:
        """Yield the definitions of the wanted schemas, in document order."""
        for schema_name, schema in self.schemas.items():
            if schema_name in wanted:
                yield self.build_definition(schema_name, schema)

    def build_definition(self, schema_name: str, schema: Schema) -> Definition:
        """Return the definition of a named schema: an object, a union with objects in it, or another type."""
        ref = self.get_ref(schema_name)
        description = get_description(schema)
        if is_object(schema):
            base = self.names.bases.get(schema_name) if self.is_reading else None
            provided = base.provides if base else ()
            fields = tuple(f for f in self.build_fields(schema_name, schema) if f.name not in provided)
            return Model(schema_name, ref.module, ref.name, description, fields, base.path if base else None)
        if any(self.is_object_like(member) for member in get_members(schema)):
            return build_union(self, schema_name, schema, ref, description)
        return Alias(schema_name, ref.module, ref.name, description, self.build_type(schema))

    def build_fields(self, schema_name: str, schema: Schema) -> tuple[Field, ...]:
        """Return the fields of an object, in document order."""
        required = get_required(schema)
        tags = self.tags.get(schema_name, set())
        fields: list[Field] = []
        for name, field in get_fields(schema).items():
            is_tag = name in tags and bool(get_tag_values(schema, name))
            kind = Literals(get_tag_values(schema, name)) if is_tag else self.build_type(field)
            fields.append(Field(name, kind, name in required, get_description(field), is_tag))
        return tuple(fields)

    def build_type(self, schema: Schema) -> Type:
        """Return the type that an inline schema says; one that says nothing is any value."""
        target = get_target(schema)
        if target is not None:
            return self.get_ref(target)
        if "const" in schema:
            return Literals(get_literals(schema))
        if "enum" in schema:
            return self.build_enum(get_literals(schema))
        if "anyOf" in schema:
            return self.build_inline_union(get_members(schema))
        match schema.get("type"):
            case "array":
                return ListOf(self.build_type(as_schema(schema.get("items"))))
            case "object":
                free = schema.get("additionalProperties")
                return MapOf(self.build_type(free) if isinstance(free, Mapping) else Primitive.ANY)
            case str() as kind:
                return Primitive(kind)
            case _:
                return Primitive.ANY

    def build_enum(self, values: tuple[str | int | bool, ...]) -> Type:
        """Return the type of an enum: a reader also accepts values that the document does not list."""
        if all(isinstance(value, str) for value in values):
            return Literals(values, is_open=self.is_reading)
        return UnionOf((Literals(values), Primitive.INTEGER)) if self.is_reading else Literals(values)

    def build_inline_union(self, members: Sequence[Schema]) -> Type:
        """Return the type of a union that stays where it is used."""
        types = [self.build_type(member) for member in members]
        literals = [kind for kind in types if isinstance(kind, Literals)]
        if Primitive.STRING in types and literals:  # "any string, and these are known": an open enum
            known = Literals(tuple(value for kind in literals for value in kind.values), is_open=True)
            rest = [k for k in types if k is not Primitive.STRING and not isinstance(k, Literals)]
            types = [known, *rest]
        return types[0] if len(types) == 1 else UnionOf(tuple(types))

    def is_object_like(self, schema: Schema) -> bool:
        """Say whether a union member is an object or a union of objects."""
        target = get_target(schema)
        if target is not None:
            return self.is_object_like(self.schemas[target])
        return is_object(schema) or any(self.is_object_like(member) for member in get_members(schema))

    def get_ref(self, schema_name: str) -> Ref:
        """Return the reference to a named schema on this side."""
        name = self.names.get_name(schema_name)
        return Ref(name.module, name.model if self.is_reading else name.params)
