"""Take the texts off a document, so that only its structure is left. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from codegen.schema import JSON, Schema, get_members, without

PROSE = ("description", "summary", "title", "example", "examples", "externalDocs", "tags", "$comment")
KEPT_EXTENSIONS = ("x-openresponses-websocket",)
VALUES = ("default", "const", "enum")
"""Keys with plain values, which stay as they are."""

NAMED = (
    *("properties", "patternProperties", "dependentSchemas", "$defs", "mapping"),
    *("paths", "responses", "content", "headers", "callbacks", "links", "variables"),
    *("schemas", "parameters", "requestBodies", "securitySchemes", "scopes"),
)
"""Keys below which names stand, which may read like `description`."""


def strip_texts(node: JSON, *, is_named: bool = False) -> JSON:
    """Return a node without texts and extensions, an annotated reference in its plain form.

    Args:
        node: any part of a document.
        is_named: whether its keys are names that the document chose.
    """
    if isinstance(node, list):
        return [strip_texts(value) for value in node]
    if not isinstance(node, Mapping):
        return node
    if is_named:
        return {name: strip_texts(value) for name, value in node.items()}
    return {
        key: value if key in VALUES else strip_texts(value, is_named=key in NAMED)
        for key, value in unwrap_reference(node).items()
        if not is_text(key)
    }


def unwrap_reference(schema: Schema) -> Schema:
    """Write `allOf: [$ref, {description}]` as the `$ref` with the text beside it."""
    parts = get_members(schema, "allOf")
    targets = [part for part in parts if "$ref" in part]
    if len(targets) != 1 or any(set(part) - set(PROSE) for part in parts if part is not targets[0]):
        return schema
    if any(not is_text(key) and key not in ("allOf", "default", "deprecated") for key in schema):
        return schema
    texts = {key: value for part in parts if part is not targets[0] for key, value in part.items()}
    return {**targets[0], **texts, **without(schema, "allOf")}


def is_text(key: str) -> bool:
    """Say whether a key of a schema or an operation is made for readers and says nothing about structure."""
    return key in PROSE or (key.startswith("x-") and key not in KEPT_EXTENSIONS)
