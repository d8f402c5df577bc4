"""Check the form of schemas: a schema in, problems out. What is not understood is never skipped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from codegen.problems import Problem
from codegen.schema import JSON, LISTS, Schema, as_schema, get_fields, get_members, get_target

TYPES = ("string", "integer", "number", "boolean", "null", "array", "object")
STRANGE = ("allOf", "oneOf", "not", "if", "prefixItems", "patternProperties", "$recursiveRef", "$dynamicRef")
"""Keys that say something about a type and that no rewrite removes."""


def find_malformed(schema: JSON, place: str) -> Iterator[Problem]:
    """Yield every node of a schema as read that is not what JSON Schema has there."""
    if not isinstance(schema, Mapping):
        yield Problem(place, f"expected a schema object, got {schema!r}")
        return
    fields = schema.get("properties", {})
    if not isinstance(fields, Mapping):
        yield Problem(f"{place}.properties", f"expected fields with their schemas, got {fields!r}")
    else:
        for name, field in fields.items():
            yield from find_malformed(field, f"{place}.{name}")
    for key, mark in (("items", "[]"), ("additionalProperties", "{}")):
        if not isinstance(schema.get(key, True), bool):
            yield from find_malformed(schema[key], place + mark)
    for key in LISTS:
        members = schema.get(key, [True])
        if not isinstance(members, list) or not members:
            yield Problem(f"{place}.{key}", f"expected a list of schemas, got {members!r}")
        elif key in schema:
            for index, member in enumerate(members):
                yield from find_malformed(member, f"{place}.{key}[{index}]")
    yield from _find_bad_values(schema, place)


def find_strange(schema: Schema, place: str) -> Iterator[Problem]:
    """Yield every form in a normalised schema that the intermediate form cannot say."""
    for key in STRANGE:
        if key in schema:
            yield Problem(place, f"`{key}` is not understood here; a rewrite of `normalise` must resolve it")
    kind = schema.get("type", "object")
    if kind not in TYPES:
        yield Problem(place, f"expected a type among {', '.join(TYPES)}, got {kind!r}")
    for name, field in get_fields(schema).items():
        yield from find_strange(field, f"{place}.{name}")
    for key, mark in (("items", "[]"), ("additionalProperties", "{}")):
        if isinstance(schema.get(key), Mapping):
            yield from find_strange(as_schema(schema[key]), place + mark)
    for member in get_members(schema):
        yield from find_strange(member, place)


def find_endless(schemas: Mapping[str, Schema]) -> Iterator[Problem]:
    """Yield every named schema that is itself one of its alternatives or parts, which says nothing."""
    for name, schema in schemas.items():
        found: set[str] = set()
        queue = list(_list_parts(schema))
        while queue:
            target = queue.pop()
            if target not in found:
                found.add(target)
                queue += _list_parts(schemas[target])
        if name in found:
            keys = [key for key in LISTS if key in schema] or ["anyOf"]
            yield Problem(name, f"its $ref or {' or '.join(keys)} leads back to itself")


def _list_parts(schema: Schema) -> Iterator[str]:
    """Yield the schemas that this one is, is one of, or is made of."""
    target = get_target(schema)
    if target is not None:
        yield target
    for key in LISTS:
        for member in get_members(schema, key):
            yield from _list_parts(member)


def _find_bad_values(schema: Schema, place: str) -> Iterator[Problem]:
    required = schema.get("required", [])
    if not isinstance(required, list) or not all(isinstance(name, str) for name in required):
        yield Problem(f"{place}.required", f"expected a list of field names, got {required!r}")
    values = schema.get("enum", [""])
    if not isinstance(values, list) or not values or not all(isinstance(v, (str, int)) for v in values):
        yield Problem(f"{place}.enum", f"expected a list of strings or integers, got {values!r}")
    if not isinstance(schema.get("const", ""), (str, int)):
        yield Problem(f"{place}.const", f"expected a string or an integer, got {schema['const']!r}")
    kinds = schema.get("type", "object")
    for kind in kinds if isinstance(kinds, list) and kinds else [kinds]:
        if kind not in TYPES:
            yield Problem(place, f"expected a type among {', '.join(TYPES)}, got {kind!r}")
    if not isinstance(schema.get("$ref", ""), str):
        yield Problem(f"{place}.$ref", f"expected a string, got {schema['$ref']!r}")
