"""Rewrites of `allOf`: an annotated reference, an object in parts, a forbidden field. Document → document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from codegen.document import get_schemas, with_schemas
from codegen.problems import CodegenError, Problem
from codegen.schema import JSON, Document, Schema, get_fields, get_members, get_required, get_target, without
from codegen.walk import rewrite_schemas

PROSE = ("description", "title", "deprecated", "example", "examples")


def fold_annotated_refs(document: Document) -> Document:
    """Write `allOf: [$ref, {description}]` as the `$ref` with a description beside it."""

    def fold(schema: Schema) -> Schema:
        parts = get_members(schema, "allOf")
        rest = [part for part in parts if not _is_annotation(part)]
        if (
            len(rest) != 1 or "properties" in schema
        ):  # with fields of its own it is more than the one it names
            return schema
        annotations = {k: v for part in parts if _is_annotation(part) for k, v in part.items()}
        return {**rest[0], **annotations, **without(schema, "allOf")}

    return rewrite_schemas(document, fold)


def merge_all_of(document: Document) -> Document:
    """Merge the parts of an object's `allOf` into one object; a later part overrides an earlier one."""
    schemas = get_schemas(document)
    merged = {
        name: _flatten(schema, schemas, (name,)) if "allOf" in schema else schema
        for name, schema in schemas.items()
    }
    return with_schemas(document, merged)


def drop_forbidden_fields(document: Document) -> Document:
    """Drop fields written as an impossible string (`minLength` over `maxLength`): they must not be sent."""

    def drop(schema: Schema) -> Schema:
        fields = get_fields(schema)
        allowed = {name: field for name, field in fields.items() if not _is_impossible(field)}
        return {**schema, "properties": allowed} if len(allowed) != len(fields) else schema

    return rewrite_schemas(document, drop)


def _flatten(schema: Schema, schemas: Mapping[str, Schema], trail: tuple[str, ...]) -> Schema:
    """Return an object without `allOf`; `trail` names the schemas that led here, the one to report first."""
    target = get_target(schema)
    if target is not None and "properties" not in schema:
        if target in trail:
            raise CodegenError([Problem(trail[0], f"its allOf leads back to itself through {target!r}")])
        return _flatten(schemas[target], schemas, (*trail, target))
    if "allOf" not in schema:
        return schema
    own = without(schema, "allOf")
    parts = [_flatten(part, schemas, trail) for part in get_members(schema, "allOf")]
    if "properties" in own or "required" in own:
        parts.append(own)
    for part in parts:
        if part.get("type", "object") != "object" or "anyOf" in part:
            kind = part.get("type", "a union")
            raise CodegenError([Problem(trail[0], f"its allOf mixes an object with {kind!r}")])
    prose = {key: own[key] for key in PROSE if key in own}
    required = list(dict.fromkeys(name for part in parts for name in get_required(part)))
    listed: dict[str, JSON] = {"required": required} if required else {}
    return {"type": "object", "properties": _merge_fields(parts, trail[0]), **prose, **listed}


def _merge_fields(parts: Sequence[Schema], name: str) -> dict[str, Schema]:
    """Merge the fields of all parts; what one part forbids stays forbidden, whatever the others say."""
    fields: dict[str, Schema] = {}
    for part in parts:
        for key, field in get_fields(part).items():
            earlier = fields.get(key, field)
            if _is_impossible(earlier):
                fields.setdefault(key, earlier)
                continue
            kinds = {str(kind) for kind in (earlier.get("type"), field.get("type")) if kind is not None}
            if len(kinds) > 1 and kinds != {"integer", "number"} and not _is_impossible(field):
                reason = f"the parts of its allOf give it different types: {' and '.join(sorted(kinds))}"
                raise CodegenError([Problem(f"{name}.{key}", reason)])
            fields[key] = field
    return fields


def _is_annotation(schema: Schema) -> bool:
    return set(schema) <= {*PROSE, "default"}


def _is_impossible(schema: Schema) -> bool:
    least, most = schema.get("minLength"), schema.get("maxLength")
    return isinstance(least, int) and isinstance(most, int) and least > most
