"""Apply a rewrite to every schema of a document: schema → schema in, document → document out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from codegen.document import get_schemas, with_schemas
from codegen.schema import JSON, LISTS, Document, Schema, as_schema, get_fields, get_members

Rewrite = Callable[[Schema], Schema]


def rewrite_schemas(document: Document, rewrite: Rewrite) -> Document:
    """Apply a rewrite to every schema node, inner nodes first."""
    schemas = {name: rewrite_node(schema, rewrite) for name, schema in get_schemas(document).items()}
    return {**with_schemas(document, schemas), "paths": _rewrite_paths(document.get("paths", {}), rewrite)}


def rewrite_node(schema: Schema, rewrite: Rewrite) -> Schema:
    """Apply a rewrite to a node and all below it, inner nodes first."""
    return rewrite(rewrite_children(schema, lambda child: rewrite_node(child, rewrite)))


def rewrite_children(schema: Schema, rewrite: Rewrite) -> Schema:
    """Apply a rewrite to the schemas directly below a node."""
    out = dict(schema)
    if "properties" in schema:
        out["properties"] = {name: rewrite(child) for name, child in get_fields(schema).items()}
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), Mapping):
            out[key] = rewrite(as_schema(schema[key]))
    for key in LISTS:
        if key in schema:
            out[key] = [rewrite(child) for child in get_members(schema, key)]
    return out


def _rewrite_paths(node: JSON, rewrite: Rewrite) -> JSON:
    """Apply a rewrite to the schemas of request bodies and replies."""
    if isinstance(node, list):
        return [_rewrite_paths(value, rewrite) for value in node]
    if not isinstance(node, Mapping):
        return node
    return {
        key: rewrite_node(value, rewrite)
        if key == "schema" and isinstance(value, Mapping)
        else _rewrite_paths(value, rewrite)
        for key, value in node.items()
    }
