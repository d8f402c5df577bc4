"""Adopt a newer published document: our document and the newer one in, its structure with our texts out. Pure.

No text of the published document gets in. Where both say the same, our form and order stay, so that our file
changes no more than the document did.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from codegen.document import get_schemas, with_schemas
from codegen.schema import JSON, Document, Schema, as_schema, get_fields, get_members, get_target, without

PROSE = ("description", "summary", "title", "example", "examples", "externalDocs", "tags")
ADDED = "x-added-here"
"""Marks a schema of ours that the published document does not have; its value says why."""

KEPT_EXTENSIONS = ("x-openresponses-websocket",)
UNIONS = ("anyOf", "oneOf", "allOf")
NAMED = (
    "properties",
    "schemas",
    "paths",
    "responses",
    "securitySchemes",
    "mapping",
    "content",
    "default",
    "const",
)
"""Keys below which names or plain values stand, which may read like `description`."""

RELEASE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Adoption:
    """The document to keep, the places in it that lack a description, and our deviations that are published by now."""

    document: Document
    undescribed: tuple[str, ...]
    unneeded: tuple[str, ...]


def adopt_document(ours: Document, published: Document, deviations: Collection[str]) -> Adoption:
    """Return our document with the structure of a newer published one.

    Args:
        ours: the document as it is kept.
        published: the newer one, cut to the part that ours describes.
        deviations: places (`Schema`, `Schema.field`) at which ours differs on purpose and stays as it is.
    """
    bare = as_schema(_strip(published))
    before, theirs = get_schemas(ours), get_schemas(bare)
    added = {name: schema for name, schema in before.items() if ADDED in schema and name not in theirs}
    after: dict[str, Schema] = {
        **{name: as_schema(_adopt(before.get(name), schema)) for name, schema in theirs.items()},
        **added,
    }
    unneeded = [name for name, schema in before.items() if ADDED in schema and name in theirs]
    for place in deviations:
        name, _, field = place.partition(".")
        kept = _keep_field(before, after, name, field) if field else _keep_members(before, after, name, added)
        if kept is None or _strip(kept) == _strip(after[name]):
            unneeded.append(place)
        else:
            after[name] = kept
    whole = {
        key: value if key == "info" else _adopt(value, bare[key])
        for key, value in ours.items()
        if key in bare
    }
    whole["info"] = _adopt_release(as_schema(ours["info"]), as_schema(published["info"]))
    schemas = {name: after[name] for name in _order(list(before), list(after))}
    return Adoption(with_schemas(whole, schemas), tuple(_find_undescribed(schemas)), tuple(unneeded))


def _adopt_release(ours: Schema, published: Schema) -> Schema:
    """Return our title and text with the published version, if that names a release and not a document's format."""
    version = published.get("version")
    is_release = isinstance(version, str) and RELEASE.fullmatch(version)
    return {**ours, "version": version} if is_release else ours


def _keep_field(
    before: Mapping[str, Schema], after: Mapping[str, Schema], name: str, field: str
) -> Schema | None:
    """Return the newer schema with our field in the published one's place; None if there is none any more."""
    if (
        name not in after
        or field not in get_fields(after[name])
        or field not in get_fields(before.get(name, {}))
    ):
        return None
    return {**after[name], "properties": {**get_fields(after[name]), field: get_fields(before[name])[field]}}


def _keep_members(
    before: Mapping[str, Schema], after: Mapping[str, Schema], name: str, added: Mapping[str, Schema]
) -> Schema | None:
    """Return the newer union with the members that only we have; None if there is none any more."""
    if name not in after:
        return None
    for key in UNIONS:
        members = get_members(after[name], key)
        ours = [member for member in get_members(before.get(name, {}), key) if get_target(member) in added]
        if members and ours:
            return {**after[name], key: [*members, *(m for m in ours if m not in members)]}
    return after[name]


def _strip(node: JSON, is_named: bool = False) -> JSON:
    """Return a node without texts and extensions; an annotated reference in its plain form."""
    if isinstance(node, Mapping):
        if not is_named:
            node = _unwrap(node)
        return {
            key: _strip(value, key in NAMED and not is_named)
            for key, value in node.items()
            if is_named or not (key in PROSE or (key.startswith("x-") and key not in KEPT_EXTENSIONS))
        }
    return [_strip(value) for value in node] if isinstance(node, list) else node


def _unwrap(schema: Schema) -> Schema:
    """Write `allOf: [$ref, {description}]` as the `$ref` with the text beside it."""
    parts = get_members(schema, "allOf")
    targets = [part for part in parts if "$ref" in part]
    if len(targets) != 1 or any(set(part) - set(PROSE) for part in parts if part is not targets[0]):
        return schema
    texts = {key: value for part in parts if part is not targets[0] for key, value in part.items()}
    return {**without(schema, "allOf"), **targets[0], **texts}


def _adopt(ours: JSON, bare: JSON, is_named: bool = False) -> JSON:
    """Return the structure of a stripped node with what ours has of texts, form and order."""
    if _strip(ours, is_named) == bare:
        return ours
    if isinstance(ours, Mapping) and isinstance(bare, Mapping):
        old = ours if is_named else _unwrap(ours)
        texts = [] if is_named else [key for key in old if key in PROSE]
        return {
            key: old[key] if key in texts else _adopt(old.get(key), bare[key], key in NAMED and not is_named)
            for key in _order(list(old), [*texts, *bare])
        }
    if isinstance(ours, list) and isinstance(bare, list):
        return _adopt_list(ours, bare)
    return bare


def _adopt_list(ours: Sequence[JSON], bare: Sequence[JSON]) -> JSON:
    """Return the elements of a stripped list, each with the texts of its like in ours."""
    if not all(isinstance(element, Mapping) for element in (*ours, *bare)):
        texts = {json.dumps(element): element for element in bare}
        return [texts[key] for key in _order([json.dumps(element) for element in ours], list(texts))]
    likes = {_get_mark(as_schema(element)): element for element in ours}
    adopted = {
        mark: _adopt(likes.get(mark), element) for element in bare for mark in [_get_mark(as_schema(element))]
    }
    return [adopted[mark] for mark in _order(list(likes), list(adopted))]


def _get_mark(schema: Schema) -> str:
    """Return what tells a member of a union from the others: its reference, its tag, or all that it says."""
    plain = as_schema(_strip(schema))
    tag = get_fields(plain).get("type")
    kept = (
        {"type": tag}
        if tag
        else without(plain, "properties", "required", "items")
        if "type" in plain
        else plain
    )
    return json.dumps(kept, sort_keys=True)


def _order(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """Return the new names in the old order; one that is new comes after the name that it follows in the new order."""
    ordered = [name for name in old if name in new]
    for index, name in enumerate(new):
        if name not in old:
            before = new[index - 1] if index else None
            ordered.insert(ordered.index(before) + 1 if before in ordered else 0, name)
    return ordered


def _find_undescribed(schemas: Mapping[str, Schema]) -> Iterator[str]:
    """Yield the schemas, and the fields at any depth, without any text of ours."""
    for name, schema in schemas.items():
        if "description" not in schema:
            yield name
        yield from _find_undescribed_fields(schema, name)


def _find_undescribed_fields(node: JSON, place: str) -> Iterator[str]:
    if isinstance(node, Mapping):
        for name, field in get_fields(node).items():
            if not _has_text(field):
                yield f"{place}.{name}"
            yield from _find_undescribed_fields(field, f"{place}.{name}")
        for key, inner in node.items():
            if key != "properties":
                yield from _find_undescribed_fields(inner, place)
    elif isinstance(node, list):
        for inner in node:
            yield from _find_undescribed_fields(inner, place)


def _has_text(node: JSON) -> bool:
    if isinstance(node, Mapping):
        return "description" in node or any(_has_text(value) for value in node.values())
    return isinstance(node, list) and any(_has_text(value) for value in node)
