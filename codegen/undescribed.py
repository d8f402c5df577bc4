"""Find what a document leaves without a text of ours: its schemas and operations in, places out. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from codegen.diff import METHODS
from codegen.document import get_schemas
from codegen.schema import JSON, Document, Schema, as_schema, get_fields, get_members


def find_undescribed(document: Document) -> Iterator[str]:
    """Yield schemas, fields at any depth, operations and their parameters (`GET /x?name`) without a text."""
    for name, schema in get_schemas(document).items():
        if "description" not in schema:
            yield name
        yield from _find_fields(schema, name)
    for path, entry in as_schema(document.get("paths")).items():
        for method, operation in as_schema(entry).items():
            if method in METHODS:
                yield from _find_operation_parts(as_schema(operation), f"{method.upper()} {path}")


def _find_operation_parts(operation: Schema, place: str) -> Iterator[str]:
    if not ("summary" in operation or "description" in operation):
        yield place
    for parameter in get_members(operation, "parameters"):
        if "name" in parameter and not _has_text(parameter):
            yield f"{place}?{parameter['name']}"


def _find_fields(node: JSON, place: str) -> Iterator[str]:
    if isinstance(node, list):
        for inner in node:
            yield from _find_fields(inner, place)
    elif isinstance(node, Mapping):
        for name, field in get_fields(node).items():
            if not _has_text(field):
                yield f"{place}.{name}"
            yield from _find_fields(field, f"{place}.{name}")
        for key, inner in node.items():
            if key != "properties":
                yield from _find_fields(inner, place)


def _has_text(node: JSON) -> bool:
    if isinstance(node, Mapping):
        # A field may be called so as well; what stands there then is a schema.
        return isinstance(node.get("description"), str) or any(_has_text(value) for value in node.values())
    return isinstance(node, list) and any(_has_text(value) for value in node)
