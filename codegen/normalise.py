"""Bring a document's form in order: document → document, one named function per rewrite.

Every rewrite keeps what the document says and changes only how it says it, so that the builder of the
intermediate form meets one way of writing each thing. `normalise` applies them in order. Nothing here mutates its argument.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from codegen.document import REF_PREFIX, Document, Schema, get_ref_name, get_schemas
from codegen.problems import CodegenError, Problem

NULL: Schema = {"type": "null"}
PROSE = ("description", "title", "deprecated", "example", "examples")
STREAM_UNION = "StreamingEvent"
STREAM_TEXT = "Any event of a response stream, told apart by `type`."
NODE_LISTS = ("anyOf", "allOf", "oneOf")


def normalise(document: Document) -> Document:
    """Apply every rewrite to a document.

    Raises:
        CodegenError: an `allOf` cannot be merged (parts that contradict each other, or a cycle).
    """
    for rewrite in REWRITES:
        document = rewrite(document)
    return document


def drop_site_keys(document: Document) -> Document:
    """Drop titles, examples and `x-…` keys, which are made for documentation sites."""

    def drop(schema: Schema) -> Schema:
        kept = ("x-stainless-const",)
        return {
            key: value
            for key, value in schema.items()
            if key not in ("title", "example", "examples") and (not key.startswith("x-") or key in kept)
        }

    return _rewrite_schemas(document, drop)


def replace_recursive_refs(document: Document) -> Document:
    """Write `$recursiveRef: "#"` as a `$ref` to the named schema that it stands in."""

    def replace(node: Any, name: str) -> Any:
        if isinstance(node, dict):
            if node.get("$recursiveRef") == "#":
                return {"$ref": REF_PREFIX + name}
            return {key: replace(value, name) for key, value in node.items()}
        if isinstance(node, list):
            return [replace(value, name) for value in node]
        return node

    schemas = {name: replace(schema, name) for name, schema in get_schemas(document).items()}
    return _with_schemas(document, schemas)


def rename_one_of(document: Document) -> Document:
    """Write `oneOf` as `anyOf`: for types that are told apart by a tag the two say the same."""

    def rename(schema: Schema) -> Schema:
        if "oneOf" not in schema:
            return schema
        rest = {key: value for key, value in schema.items() if key != "oneOf"}
        return {**rest, "anyOf": [*schema["oneOf"], *schema.get("anyOf", [])]}

    return _rewrite_schemas(document, rename)


def split_type_lists(document: Document) -> Document:
    """Write `type: [string, "null"]` as a union of one schema per type."""

    def split(schema: Schema) -> Schema:
        kinds = schema.get("type")
        if not isinstance(kinds, list):
            return schema
        outside = {key: schema[key] for key in (*PROSE, "default") if key in schema}
        inside = {key: value for key, value in schema.items() if key not in outside and key != "type"}
        members = [NULL if kind == "null" else {"type": kind, **inside} for kind in kinds]
        return {**outside, "anyOf": members}

    return _rewrite_schemas(document, split)


def fold_annotated_refs(document: Document) -> Document:
    """Write `allOf: [$ref, {description}]` as the `$ref` with a description beside it."""

    def fold(schema: Schema) -> Schema:
        parts = schema.get("allOf")
        if not isinstance(parts, list):
            return schema
        annotations = {k: v for part in parts if _is_annotation(part) for k, v in part.items()}
        rest = [part for part in parts if not _is_annotation(part)]
        if len(rest) != 1:
            return schema
        around = {key: value for key, value in schema.items() if key != "allOf"}
        return {**rest[0], **annotations, **around}

    return _rewrite_schemas(document, fold)


def merge_all_of(document: Document) -> Document:
    """Merge the parts of an object's `allOf` into one object; a later part overrides an earlier one."""
    schemas = get_schemas(document)
    merged: dict[str, Schema] = {}

    def flatten(schema: Schema, trail: tuple[str, ...]) -> Schema:
        if "$ref" in schema and "properties" not in schema:
            name = get_ref_name(schema["$ref"])
            if name in trail:
                raise CodegenError([Problem(trail[0], f"its allOf leads back to itself through {name!r}")])
            return flatten(schemas[name], (*trail, name))
        if "allOf" not in schema:
            return schema
        own = {key: value for key, value in schema.items() if key != "allOf"}
        parts = [flatten(part, trail) for part in schema["allOf"]] + ([own] if "properties" in own else [])
        for part in parts:
            if part.get("type", "object") != "object":
                raise CodegenError(
                    [Problem(trail[0], f"its allOf mixes an object with {part.get('type')!r}")]
                )
        properties = {name: field for part in parts for name, field in part.get("properties", {}).items()}
        required = [name for part in parts for name in part.get("required", [])]
        prose = {key: own[key] for key in PROSE if key in own}
        result: Schema = {"type": "object", "properties": properties, **prose}
        if required:
            result["required"] = list(dict.fromkeys(required))
        return result

    for name, schema in schemas.items():
        merged[name] = flatten(schema, (name,)) if "allOf" in schema else schema
    return _with_schemas(document, merged)


def drop_forbidden_fields(document: Document) -> Document:
    """Drop fields written as an impossible string (`minLength` over `maxLength`): the document's way to say "never send"."""

    def drop(schema: Schema) -> Schema:
        fields = schema.get("properties")
        if not isinstance(fields, dict):
            return schema
        allowed = {name: field for name, field in fields.items() if not _is_impossible(field)}
        return {**schema, "properties": allowed} if len(allowed) != len(fields) else schema

    return _rewrite_schemas(document, drop)


def write_single_enums_as_const(document: Document) -> Document:
    """Write an enum of one value as `const`, without a default: a tag has to be sent."""

    def write(schema: Schema) -> Schema:
        values = schema.get("enum")
        if isinstance(values, list) and len(values) == 1:
            schema = {key: value for key, value in schema.items() if key != "enum"} | {"const": values[0]}
        if "const" in schema:
            return {key: value for key, value in schema.items() if key not in ("type", "default")}
        return schema

    return _rewrite_schemas(document, write)


def flatten_unions(document: Document) -> Document:
    """Write a union inside a union as one, each member once, null last."""

    def flatten(schema: Schema) -> Schema:
        members = schema.get("anyOf")
        if not isinstance(members, list):
            return schema
        flat: list[Schema] = []
        for member in members:
            inner = member.get("anyOf") if not _is_tagged(member) else None
            flat.extend(inner if isinstance(inner, list) else [member])
        unique = [member for index, member in enumerate(flat) if member not in flat[:index]]
        ordered = [member for member in unique if not is_null(member)]
        return {**schema, "anyOf": [*ordered, *([NULL] if any(is_null(m) for m in unique) else [])]}

    return _rewrite_schemas(document, flatten)


def unwrap_single_unions(document: Document) -> Document:
    """Write an inline union of one member as that member; a named one stays, for it may grow."""

    def unwrap(schema: Schema) -> Schema:
        members = schema.get("anyOf")
        if not isinstance(members, list) or len(members) != 1 or is_null(members[0]):
            return schema
        around = {key: value for key, value in schema.items() if key not in ("anyOf", "discriminator")}
        return {**members[0], **around}

    def unwrap_below(schema: Schema) -> Schema:
        return _rewrite_children(schema, lambda node: _rewrite_node(node, unwrap))

    return _with_schemas(document, {n: unwrap_below(s) for n, s in get_schemas(document).items()})


def move_null_to_uses(document: Document) -> Document:
    """Take null out of a named schema and write it where the schema is used, as Python spells it: `Name | None`."""
    schemas = get_schemas(document)
    nullable = {name for name, schema in schemas.items() if _allows_null(schema) and len(schema["anyOf"]) > 1}

    def strip(schema: Schema) -> Schema:
        members = [member for member in schema["anyOf"] if not is_null(member)]
        around = {key: value for key, value in schema.items() if key != "anyOf"}
        return {**members[0], **around} if len(members) == 1 else {**around, "anyOf": members}

    def mark(schema: Schema) -> Schema:
        ref = schema.get("$ref")
        if ref is None or get_ref_name(ref) not in nullable:
            return schema
        prose = {key: value for key, value in schema.items() if key != "$ref"}
        return {**prose, "anyOf": [{"$ref": ref}, NULL]}

    stripped = {name: strip(schema) if name in nullable else schema for name, schema in schemas.items()}
    return flatten_unions(_rewrite_schemas(_with_schemas(document, stripped), mark))


def name_stream_union(document: Document) -> Document:
    """Give the event union a name where a document writes it out below an operation only."""
    schemas = dict(get_schemas(document))

    def name(node: Any) -> Any:
        if isinstance(node, list):
            return [name(value) for value in node]
        if not isinstance(node, dict):
            return node
        stream = node.get("text/event-stream")
        if isinstance(stream, dict) and "anyOf" in stream.get("schema", {}):
            schemas.setdefault(STREAM_UNION, {"description": STREAM_TEXT, **stream["schema"]})
            stream = {**stream, "schema": {"$ref": REF_PREFIX + STREAM_UNION}}
            node = {**node, "text/event-stream": stream}
        return {key: name(value) for key, value in node.items()}

    paths = name(document.get("paths", {}))
    return {**_with_schemas(document, schemas), "paths": paths}


REWRITES: tuple[Callable[[Document], Document], ...] = (
    drop_site_keys,
    replace_recursive_refs,
    rename_one_of,
    name_stream_union,
    split_type_lists,
    fold_annotated_refs,
    merge_all_of,
    drop_forbidden_fields,
    write_single_enums_as_const,
    unwrap_single_unions,
    flatten_unions,
    move_null_to_uses,
)


def is_null(schema: Mapping[str, Any]) -> bool:
    """Say whether a schema allows null and nothing else."""
    return schema.get("type") == "null"


def _allows_null(schema: Schema) -> bool:
    return any(is_null(member) for member in schema.get("anyOf", ()))


def _is_annotation(schema: Schema) -> bool:
    return set(schema) <= {*PROSE, "default"}


def _is_tagged(schema: Schema) -> bool:
    return "discriminator" in schema


def _is_impossible(schema: Schema) -> bool:
    return schema.get("minLength", 0) > schema.get("maxLength", float("inf"))


def _with_schemas(document: Document, schemas: dict[str, Schema]) -> Document:
    return {**document, "components": {**document["components"], "schemas": schemas}}


def _rewrite_schemas(document: Document, rewrite: Callable[[Schema], Schema]) -> Document:
    """Apply a rewrite to every schema node, inner nodes first."""
    schemas = {name: _rewrite_node(schema, rewrite) for name, schema in get_schemas(document).items()}
    document = _with_schemas(document, schemas)
    return {**document, "paths": _rewrite_paths(document.get("paths", {}), rewrite)}


def _rewrite_node(schema: Schema, rewrite: Callable[[Schema], Schema]) -> Schema:
    return rewrite(_rewrite_children(schema, lambda child: _rewrite_node(child, rewrite)))


def _rewrite_children(schema: Schema, rewrite: Callable[[Schema], Schema]) -> Schema:
    out = dict(schema)
    if isinstance(schema.get("properties"), dict):
        out["properties"] = {name: rewrite(child) for name, child in schema["properties"].items()}
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            out[key] = rewrite(schema[key])
    for key in NODE_LISTS:
        if isinstance(schema.get(key), list):
            out[key] = [rewrite(child) for child in schema[key]]
    return out


def _rewrite_paths(node: Any, rewrite: Callable[[Schema], Schema]) -> Any:
    """Apply a rewrite to the schemas of request bodies and replies."""
    if isinstance(node, list):
        return [_rewrite_paths(value, rewrite) for value in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _rewrite_node(value, rewrite)
        if key == "schema" and isinstance(value, dict)
        else _rewrite_paths(value, rewrite)
        for key, value in node.items()
    }
