"""The strict subset of structured outputs: a rewritten schema in, the places that are still outside it out.

Source: https://platform.openai.com/docs/guides/structured-outputs#supported-schemas, limits as of 2026-02. How deep a
schema is nested is counted as OpenAI's Java SDK does: each schema inside another one is a level, a reference is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast

from any_llm._text_format.rewrites import REFERENCE_PREFIX, WORDS, Schema

LEVEL_LIMIT = 10
PROPERTY_LIMIT = 5_000
ENUM_LIMIT = 1_000
LONG_ENUM = 250
LONG_ENUM_CHARACTER_LIMIT = 15_000
CHARACTER_LIMIT = 120_000

Fault: TypeAlias = tuple[str, str]
"""The path that a reader of the type would write, and what is wrong there."""


def find_faults(schema: Schema, definitions: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield the places of a schema that are outside the strict subset, in the order of the schema.

    Args:
        schema: the schema, rewritten; references are followed, each once.
        definitions: what its references mean.
    """
    walk = _Walk(definitions)
    yield from walk.find(schema, "", 0)
    yield from walk.find_excess()


@dataclass(slots=True)
class _Walk:
    """One walk through a schema, with what it counts on the way."""

    definitions: Mapping[str, Any]
    seen: set[str] = field(default_factory=set[str])
    properties: int = 0
    values: int = 0
    characters: int = 0

    def find(self, node: Any, path: str, level: int) -> Iterator[Fault]:
        if level > LEVEL_LIMIT:
            yield path, f"more than {LEVEL_LIMIT} levels"
            return
        match node:
            case {"$ref": str(reference)}:
                yield from self._follow(reference, path)
            case {"anyOf": [_, *_] as members}:
                yield from _find_foreign(cast("Schema", node), frozenset({"anyOf", "description"}), path)
                for member in members:
                    yield from self.find(member, path, level + 1)
            case {"type": str() | [*_] as named}:
                names = [named] if isinstance(named, str) else cast("list[Any]", named)
                yield from self._find_in_typed(cast("Schema", node), names, path, level)
            case dict() if foreign := sorted(cast("Schema", node).keys() - {"description"}):
                yield path, repr(foreign[0])
            case _:
                yield path, "values of any type"

    def find_excess(self) -> Iterator[Fault]:
        for count, limit, things in (
            (self.properties, PROPERTY_LIMIT, "properties"),
            (self.values, ENUM_LIMIT, "enum values"),
            (self.characters, CHARACTER_LIMIT, "characters of names and values"),
        ):
            if count > limit:
                yield "", f"{count} {things} (at most {limit})"

    def _follow(self, reference: str, path: str) -> Iterator[Fault]:
        name = reference.removeprefix(REFERENCE_PREFIX)
        if name in self.seen:
            return
        self.seen.add(name)
        self.characters += len(name)
        if reference == name or name not in self.definitions:
            yield path, f"a reference to {reference!r}"
        else:
            yield from self.find(self.definitions[name], path, 1)

    def _find_in_typed(self, node: Schema, names: list[Any], path: str, level: int) -> Iterator[Fault]:
        if not names or not all(name in WORDS for name in names):
            yield path, f"the type {node['type']!r}"
            return
        yield from _find_foreign(node, frozenset[str]().union(*(WORDS[name] for name in names)), path)
        yield from self._find_in_values(node, path)
        if "object" in names:
            yield from self._find_in_object(node, path, level)
        if "array" in names:
            yield from self.find(node.get("items"), f"{path}[]", level + 1)

    def _find_in_object(self, node: Schema, path: str, level: int) -> Iterator[Fault]:
        if node.get("additionalProperties") is not False:
            yield path, "free-form objects"
        for name, child in node.get("properties", {}).items():
            self.properties += 1
            self.characters += len(name)
            yield from self.find(child, f"{path}.{name}" if path else name, level + 1)

    def _find_in_values(self, node: Schema, path: str) -> Iterator[Fault]:
        values: list[Any] = [*node.get("enum", ()), *([node["const"]] if "const" in node else ())]
        if node.get("enum") == [] or not all(
            value is None or isinstance(value, str | int | float) for value in values
        ):
            yield path, "an enum of these values"
        lengths = [len(value) for value in values if isinstance(value, str)]
        self.values += len(node.get("enum", ()))
        self.characters += sum(lengths)
        if len(values) > LONG_ENUM and sum(lengths) > LONG_ENUM_CHARACTER_LIMIT:
            yield path, f"an enum of {sum(lengths)} characters (at most {LONG_ENUM_CHARACTER_LIMIT})"


def _find_foreign(node: Schema, known: frozenset[str], path: str) -> Iterator[Fault]:
    for word in sorted(node.keys() - known):
        yield path, repr(word)
