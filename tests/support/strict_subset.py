"""The strict subset of structured outputs, written down from its published rules and independently of the code.

Source: https://platform.openai.com/docs/guides/structured-outputs#supported-schemas (limits as of 2026-02). What is
said there of nesting is counted as OpenAI's own Java SDK counts it: every schema inside another is a level, and a
reference is none. `fits` says whether a value is one that a strict server could have written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

LEVELS = 10
PROPERTIES = 5000
ENUM_VALUES = 1000
CHARACTERS = 120_000
CHARACTERS_OF_AN_ENUM_OF_OVER_250 = 15_000

NAME = re.compile(r"[a-zA-Z0-9_-]{1,64}", re.ASCII)
FORMATS = {"date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"}
BOUNDS = {"multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"}
KEYWORDS: dict[str, set[str]] = {
    "string": {"pattern", "format"},
    "number": BOUNDS,
    "integer": BOUNDS,
    "boolean": set(),
    "null": set(),
    "object": {"properties", "required", "additionalProperties"},
    "array": {"items", "minItems", "maxItems"},
}
SCALARS: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
}


def check_format(wanted: dict[str, Any]) -> None:
    """Fail unless a strict server takes the value of `text.format`."""
    assert set(wanted) <= {"type", "name", "description", "schema", "strict"}
    assert wanted["type"] == "json_schema"
    assert wanted["strict"] is True
    assert NAME.fullmatch(wanted["name"]), wanted["name"]
    check_root(wanted["schema"])


def check_root(schema: dict[str, Any]) -> None:
    """Fail unless a strict server takes the schema."""
    assert schema["type"] == "object", "the root is an object"
    assert "anyOf" not in schema, "the root is no union"
    definitions = schema.get("$defs", {})
    roots = [{key: value for key, value in schema.items() if key != "$defs"}, *definitions.values()]
    for number, root in enumerate(roots):
        for node, level in walk(root, min(number, 1)):
            check_node(node, definitions)
            assert level <= LEVELS, "too deep"
    check_sizes([node for root in roots for node, _ in walk(root, 0)], list(definitions))


def check_sizes(nodes: list[dict[str, Any]], names: list[str]) -> None:
    """Fail if a schema, given as all that is in it, is too large."""
    enums = [node["enum"] for node in nodes if "enum" in node]
    properties = [name for node in nodes for name in node.get("properties", ())]
    constants = [node["const"] for node in nodes if "const" in node]
    values = [value for enum in enums for value in enum]
    texts = [text for text in (*properties, *names, *constants, *values) if isinstance(text, str)]
    assert len(properties) <= PROPERTIES, "too many properties"
    assert sum(map(len, enums)) <= ENUM_VALUES, "too many values"
    assert sum(map(len, texts)) <= CHARACTERS, "too many characters"
    for values in enums:
        length = sum(len(value) for value in values if isinstance(value, str))
        assert len(values) <= 250 or length <= CHARACTERS_OF_AN_ENUM_OF_OVER_250, "too long an enum"


def walk(node: Any, level: int) -> Iterator[tuple[dict[str, Any], int]]:
    """Yield a schema and all schemas in it, with how deep they are; references are not followed."""
    assert isinstance(node, dict), "a schema is an object"
    yield node, level
    inner = [*node.get("anyOf", ()), *node.get("properties", {}).values()]
    for child in [*inner, node["items"]] if "items" in node else inner:
        yield from walk(child, level + 1)


def check_node(node: dict[str, Any], definitions: dict[str, Any]) -> None:
    """Fail unless the words of one schema, without those in it, are in the subset."""
    assert isinstance(node.get("description", ""), str)
    if "$ref" in node:
        assert set(node) == {"$ref"}, "a reference stands alone"
        start, _, name = node["$ref"].rpartition("/")
        assert start == "#/$defs", "a reference is to a definition"
        assert name in definitions, "a reference leads somewhere"
        return
    if "anyOf" in node:
        assert set(node) <= {"anyOf", "description"}, "a union stands alone"
        assert node["anyOf"], "a union has members"
        return
    types = node["type"] if isinstance(node["type"], list) else [node["type"]]
    assert types, "a value has a type"
    words = {"type", "description", "enum", "const"}.union(*(KEYWORDS[name] for name in types))
    assert set(node) <= words, set(node) - words
    assert node.get("format", "date") in FORMATS
    assert "(?" not in node.get("pattern", "").replace("(?:", ""), "no look-around"
    values = [*node.get("enum", ()), *([node["const"]] if "const" in node else ())]
    assert values or "enum" not in node, "an enum has values"
    assert all(any(is_of(value, name) for name in types) for value in values), "values are of the type"
    if "object" in types:
        assert node["additionalProperties"] is False
        assert node["required"] == list(node["properties"])
    if "array" in types:
        assert "items" in node


def is_of(value: Any, name: str) -> bool:
    """Say whether a value is a scalar of a type; a bool is no number."""
    kinds = SCALARS.get(name, ())
    return isinstance(value, kinds) and (not isinstance(value, bool) or name == "boolean")


def fits(value: Any, node: dict[str, Any], definitions: dict[str, Any]) -> bool:
    """Say whether a value is what a schema asks for."""
    if "$ref" in node:
        return fits(value, definitions[node["$ref"].rpartition("/")[2]], definitions)
    if "anyOf" in node:
        return any(fits(value, member, definitions) for member in node["anyOf"])
    types = node["type"] if isinstance(node["type"], list) else [node["type"]]
    if "enum" in node or "const" in node:
        wanted = [*node.get("enum", ()), *([node["const"]] if "const" in node else ())]
        return any(type(value) is type(one) and value == one for one in wanted)
    if isinstance(value, dict):
        known = node.get("properties", {})
        return (
            "object" in types
            and set(value) == set(known)
            and all(fits(value[name], known[name], definitions) for name in known)
        )
    if isinstance(value, list):
        return (
            "array" in types
            and node.get("minItems", 0) <= len(value) <= node.get("maxItems", len(value))
            and all(fits(element, node["items"], definitions) for element in value)
        )
    if not any(is_of(value, name) for name in types):
        return False
    if isinstance(value, str):
        return re.search(node.get("pattern", ""), value) is not None
    if isinstance(value, bool) or value is None:
        return True
    return (
        node.get("minimum", value) <= value <= node.get("maximum", value)
        and ("exclusiveMinimum" not in node or value > node["exclusiveMinimum"])
        and ("exclusiveMaximum" not in node or value < node["exclusiveMaximum"])
        and value % node.get("multipleOf", value or 1) == 0
    )
