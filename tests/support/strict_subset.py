"""The strict subset of structured outputs, written down from its rules and independently of the code.

Source: https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
"""

from __future__ import annotations

from typing import Any

TYPES = {"string", "number", "integer", "boolean", "object", "array", "null"}
FORMATS = {"date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"}
WORDS = {
    "string": {"pattern", "format"},
    "number": {"multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"},
    "integer": {"multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"},
    "boolean": set(),
    "null": set(),
    "object": {"properties", "required", "additionalProperties"},
    "array": {"items", "minItems", "maxItems"},
}


def check_root(schema: dict[str, Any]) -> None:
    """Fail unless a schema is one that a strict server takes."""
    assert schema["type"] == "object", "the root is an object"
    assert "anyOf" not in schema, "the root is no union"
    definitions = schema.get("$defs", {})
    check_node({key: value for key, value in schema.items() if key != "$defs"}, definitions)
    for definition in definitions.values():
        check_node(definition, definitions)


def check_node(node: Any, definitions: dict[str, Any]) -> None:
    """Fail unless a part of a schema is one that a strict server takes."""
    assert isinstance(node, dict)
    if "$ref" in node:
        assert set(node) == {"$ref"}, "a reference stands alone"
        assert node["$ref"].startswith("#/$defs/")
        assert node["$ref"].removeprefix("#/$defs/") in definitions
        return
    if "anyOf" in node:
        assert set(node) <= {"anyOf", "description"}
        assert node["anyOf"]
        for member in node["anyOf"]:
            check_node(member, definitions)
        return
    types = node["type"] if isinstance(node["type"], list) else [node["type"]]
    assert set(types) <= TYPES
    words = {"type", "description", "enum", "const"}.union(*(WORDS[name] for name in types))
    assert set(node) <= words, set(node) - words
    assert node.get("format", "date") in FORMATS
    if "object" in types:
        assert node["additionalProperties"] is False
        assert node["required"] == list(node["properties"])
        for child in node["properties"].values():
            check_node(child, definitions)
    if "array" in types:
        check_node(node["items"], definitions)
