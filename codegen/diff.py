"""Compare two documents: what a newer one changes in the typed API, one line a change, breaking or not.

Both documents are normalised, so that only what they say is compared. Texts, examples and limits are no part
of the types and do not count. Pure: documents in, changes out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from codegen.document import get_schemas
from codegen.reach import REPLIES, find_reached, find_roots
from codegen.schema import (
    JSON,
    Document,
    Schema,
    as_schema,
    get_fields,
    get_literals,
    get_members,
    get_required,
    get_target,
    is_null,
    without,
)

METHODS = ("get", "put", "post", "delete", "patch")
PROSE = ("description", "summary", "title", "default", "deprecated", "discriminator", "format", "pattern")
LIMITS = (
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
)


class Kind(StrEnum):
    """What a change does to the set of values that a type allows."""

    ADDED = "added"
    LOOSENED = "loosened"
    NARROWED = "narrowed"
    REMOVED = "removed"
    RENAMED = "renamed"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its kind, the place (`Schema.field`, or an operation), what changed, and whether code breaks."""

    kind: Kind
    place: str
    detail: str
    is_breaking: bool

    def __str__(self) -> str:
        return f"{self.place}: {self.detail}{'  (breaking)' if self.is_breaking else ''}"


def compare_documents(old: Document, new: Document) -> list[Change]:
    """Return the changes from one normalised document to another, grouped by kind, in document order.

    A change breaks if code that was typed against the old document no longer fits: something is removed, renamed
    or narrowed, a request needs more than before, or a reply may lack what it had.
    """
    comparison = _Comparison(get_schemas(old), get_schemas(new), find_roots(new, REPLIES))
    changes = [*comparison.compare_schemas(), *_compare_operations(old, new)]
    return [change for kind in Kind for change in changes if change.kind is kind]


class _Comparison:
    def __init__(self, old: dict[str, Schema], new: dict[str, Schema], replies: list[str]) -> None:
        self.old = old
        self.new = new
        self.read = find_reached(new, replies)
        self.added = [name for name in new if name not in old]

    def compare_schemas(self) -> Iterator[Change]:
        renamed = self._find_renamed()
        for name in self.added:
            if name not in renamed.values():
                yield Change(Kind.ADDED, name, f"new schema{self._describe_unions(name)}", False)
        for name, schema in self.old.items():
            if name in renamed:
                yield Change(Kind.RENAMED, name, f"now {renamed[name]}", True)
            elif name not in self.new:
                yield Change(Kind.REMOVED, name, "the schema is gone", True)
            else:
                yield from self.compare(name, schema, self.new[name], is_read=name in self.read)

    def compare(self, place: str, old: Schema, new: Schema, *, is_read: bool) -> Iterator[Change]:
        """Yield the changes of one schema node."""
        if _get_shape(old) == _get_shape(new):
            return
        if "anyOf" in old or "anyOf" in new:
            yield from self._compare_unions(place, old, new, is_read=is_read)
        elif get_literals(old) and get_literals(new):
            yield from _compare_values(place, get_literals(old), get_literals(new))
        elif "properties" in old and "properties" in new:
            yield from self._compare_fields(place, old, new, is_read=is_read)
        elif old.get("type") == new.get("type") and "items" in old and "items" in new:
            yield from self.compare(
                f"{place}[]", as_schema(old["items"]), as_schema(new["items"]), is_read=is_read
            )
        else:
            yield Change(Kind.NARROWED, place, f"was {_spell(old)}, now {_spell(new)}", True)

    def _compare_fields(self, place: str, old: Schema, new: Schema, *, is_read: bool) -> Iterator[Change]:
        before, after = get_fields(old), get_fields(new)
        was_required, is_required = set(get_required(old)), set(get_required(new))
        for name, field in after.items():
            path = f"{place}.{name}"
            must = name in is_required
            if name not in before:
                word = "required" if must else "optional"
                yield Change(Kind.ADDED, path, f"new {word} field, {_spell(field)}", must and not is_read)
                continue
            if must and name not in was_required:
                yield Change(Kind.NARROWED, path, "was optional, now required", not is_read)
            elif name in was_required and not must:
                yield Change(Kind.LOOSENED, path, "was required, now optional", is_read)
            yield from self.compare(path, before[name], field, is_read=is_read)
        for name in before:
            if name not in after:
                yield Change(Kind.REMOVED, f"{place}.{name}", "the field is gone", True)

    def _compare_unions(self, place: str, old: Schema, new: Schema, *, is_read: bool) -> Iterator[Change]:
        before, after = _list_members(old), _list_members(new)
        for key, member in after.items():
            if key in before or get_target(member) in self.added:
                continue  # a new schema is listed by itself, with the unions that it joins
            yield Change(Kind.LOOSENED, place, f"may now be {_spell(member)}", is_read and is_null(member))
        for key, member in before.items():
            if key not in after:
                yield Change(Kind.NARROWED, place, f"can no longer be {_spell(member)}", True)

    def _describe_unions(self, name: str) -> str:
        unions = [
            other
            for other, schema in self.new.items()
            if other in self.old and name in {get_target(member) for member in get_members(schema)}
        ]
        return f", joins {', '.join(unions)}" if unions else ""

    def _find_renamed(self) -> dict[str, str]:
        """A schema that went while one of the same shape came has been renamed, if the shape says enough."""
        shapes = {json.dumps(_get_shape(self.new[name]), sort_keys=True): name for name in self.added}
        gone = [name for name in self.old if name not in self.new and get_fields(self.old[name])]
        found = {name: shapes.get(json.dumps(_get_shape(self.old[name]), sort_keys=True)) for name in gone}
        return {name: other for name, other in found.items() if other is not None}


def _compare_values(
    place: str, old: tuple[str | int | bool, ...], new: tuple[str | int | bool, ...]
) -> Iterator[Change]:
    for value in new:
        if value not in old:
            yield Change(Kind.LOOSENED, place, f"may now be {value!r}", False)
    for value in old:
        if value not in new:
            yield Change(Kind.NARROWED, place, f"can no longer be {value!r}", True)


def _compare_operations(old: Document, new: Document) -> Iterator[Change]:
    before, after = _list_operations(old), _list_operations(new)
    for place, name in after.items():
        if place not in before:
            yield Change(Kind.ADDED, place, f"new operation {name}", False)
        elif before[place] != name:
            yield Change(Kind.RENAMED, place, f"operation {before[place]} is now {name}", False)
    for place in before:
        if place not in after:
            yield Change(Kind.REMOVED, place, "the operation is gone", True)


def _list_operations(document: Document) -> dict[str, str]:
    paths = as_schema(document.get("paths"))
    return {
        f"{method.upper()} {path}": str(as_schema(operation).get("operationId", "without a name"))
        for path, entry in paths.items()
        for method, operation in as_schema(entry).items()
        if method in METHODS
    }


def _list_members(schema: Schema) -> dict[str, Schema]:
    members = get_members(schema) or [without(schema, *PROSE)]
    return {json.dumps(_get_shape(member), sort_keys=True): member for member in members}


def _get_shape(node: JSON) -> JSON:
    """Return a node without texts, defaults and limits, which are no part of a type."""
    schema = as_schema(node)
    if schema:
        kept = without(schema, *PROSE, *LIMITS, "properties")
        shape: dict[str, JSON] = {key: _get_shape(value) for key, value in kept.items()}
        if "required" in shape:
            shape["required"] = sorted(get_required(schema))
        if "properties" in schema:
            shape["properties"] = {name: _get_shape(field) for name, field in get_fields(schema).items()}
        return shape
    return [_get_shape(value) for value in node] if isinstance(node, list) else node


def _spell(schema: Schema) -> str:
    """Name a type for a reader."""
    target = get_target(schema)
    if target is not None:
        return target
    literals = get_literals(schema)
    if literals:
        return " | ".join(repr(value) for value in literals[:6]) + (" | …" if len(literals) > 6 else "")
    members = get_members(schema)
    if members:
        return " | ".join(_spell(member) for member in members)
    if schema.get("type") == "array":
        return f"list of {_spell(as_schema(schema.get('items')))}"
    return str(schema.get("type", "any value"))
