"""Bring a document's form in order: document → document, one named function per rewrite.

Every rewrite keeps what the document says and changes only how it says it, so that the builder of the
intermediate form meets one way of writing each thing. `normalise` applies them in order.
Nothing here or in `merge` and `unions` mutates its argument.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from codegen.document import get_schemas, with_schemas
from codegen.merge import drop_forbidden_fields, fold_annotated_refs, merge_all_of
from codegen.problems import CodegenError, Problem
from codegen.schema import JSON, REF_PREFIX, Document, Schema, as_schema, without
from codegen.unions import (
    flatten_unions,
    move_null_to_uses,
    rename_one_of,
    split_type_lists,
    unwrap_single_unions,
)
from codegen.walk import rewrite_node, rewrite_schemas

STREAM_UNION = "StreamingEvent"
STREAM_TEXT = "Any event of a response stream, told apart by `type`."


def normalise(document: Document) -> Document:
    """Apply every rewrite to a document.

    Raises:
        CodegenError: an `allOf` cannot be merged (parts that contradict each other, or a cycle), or two
            operations write out event unions that differ.
    """
    for rewrite in REWRITES:
        document = rewrite(document)
    return document


def drop_site_keys(document: Document) -> Document:
    """Drop titles, examples and `x-…` keys, which are made for documentation sites."""

    def drop(schema: Schema) -> Schema:
        kept = without(schema, "title", "example", "examples")
        return {key: value for key, value in kept.items() if not key.startswith("x-")}

    return rewrite_schemas(document, drop)


def replace_recursive_refs(document: Document) -> Document:
    """Write `$recursiveRef: "#"` as a `$ref` to the named schema that it stands in."""

    def replace(schema: Schema, ref: Schema) -> Schema:
        return rewrite_node(schema, lambda node: ref if node.get("$recursiveRef") == "#" else node)

    schemas = get_schemas(document)
    refs: dict[str, Schema] = {name: {"$ref": REF_PREFIX + name} for name in schemas}
    return with_schemas(document, {name: replace(schema, refs[name]) for name, schema in schemas.items()})


def name_stream_union(document: Document) -> Document:
    """Give the event union a name where a document writes it out below an operation only."""
    schemas = get_schemas(document)

    def name(node: JSON) -> JSON:
        if isinstance(node, list):
            return [name(value) for value in node]
        if not isinstance(node, Mapping):
            return node
        stream = as_schema(node.get("text/event-stream"))
        union = as_schema(stream.get("schema"))
        if "anyOf" in union:
            named = {"description": STREAM_TEXT, **union}
            if schemas.setdefault(STREAM_UNION, named) != named:
                reason = "a text/event-stream has another union of events; name both under components.schemas"
                raise CodegenError([Problem(STREAM_UNION, reason)])
            node = {**node, "text/event-stream": {**stream, "schema": {"$ref": REF_PREFIX + STREAM_UNION}}}
        return {key: name(value) for key, value in node.items()}

    paths = name(document.get("paths", {}))
    return {**with_schemas(document, schemas), "paths": paths}


def write_single_enums_as_const(document: Document) -> Document:
    """Write an enum of one value as `const`, without a default: a tag has to be sent."""

    def write(schema: Schema) -> Schema:
        values = schema.get("enum")
        if isinstance(values, list) and len(values) == 1:
            schema = without(schema, "enum") | {"const": values[0]}
        return without(schema, "type", "default") if "const" in schema else schema

    return rewrite_schemas(document, write)


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
    flatten_unions,
    unwrap_single_unions,
    move_null_to_uses,
)
"""In the order in which they apply; some rely on the form that an earlier one leaves."""
