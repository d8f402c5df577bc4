"""Adopt a newer published document: our document and the newer one in, its structure with our texts out. Pure.

No text of the published document gets in. Where both say the same, our form and order stay, so that our file
changes no more than the document did.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from codegen.bare import NAMED, VALUES, is_text, strip_texts, unwrap_reference
from codegen.document import get_schemas, with_schemas
from codegen.keep import keep_deviations
from codegen.schema import JSON, Document, as_schema, get_fields, without

ADDED = "x-added-here"
"""Marks a schema of ours that the published document does not have; its value says why."""

RELEASE = re.compile(r"\d{4}-\d{2}-\d{2}")
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Adoption:
    """The document to keep, the release that it says it is, and which of our differences stay or are needless now."""

    document: Document
    release: str | None
    kept: tuple[str, ...]
    unneeded: tuple[str, ...]


def adopt_document(ours: Document, published: Document, deviations: Collection[str]) -> Adoption:
    """Return our document with the structure of a newer published one.

    Args:
        ours: the document as it is kept.
        published: the newer one, cut to the part that ours describes.
        deviations: places (`Schema`, `Schema.field`) at which ours differs on purpose and stays as it is.
    """
    bare = as_schema(strip_texts(published))
    before, theirs = get_schemas(ours), get_schemas(bare)
    marked = [name for name, schema in before.items() if ADDED in schema]
    added = {name: before[name] for name in marked if name not in theirs}
    adopted = {name: as_schema(_adopt(before.get(name), schema)) for name, schema in theirs.items()}
    after, kept = keep_deviations(before, {**adopted, **added}, deviations)
    whole = {
        key: _adopt_value(key, value, bare.get(key), is_named=False)
        for key, value in ours.items()
        if key in bare or key == "info"
    }
    version = as_schema(published.get("info")).get("version")
    release = version if isinstance(version, str) and RELEASE.fullmatch(version) else None
    info = as_schema(ours["info"])
    whole["info"] = {**info, "version": release} if release else info
    schemas = {name: after[name] for name in _order(list(before), list(after))}
    unneeded = [name for name in (*marked, *deviations) if name not in added and name not in kept]
    return Adoption(with_schemas(whole, schemas), release, tuple(kept), tuple(unneeded))


def _adopt(ours: JSON, bare: JSON, *, is_named: bool = False) -> JSON:
    """Return the structure of a stripped node with what ours has of texts, form and order."""
    if strip_texts(ours, is_named=is_named) == bare:
        return ours
    if isinstance(ours, Mapping) and isinstance(bare, Mapping):
        old = ours if is_named else unwrap_reference(ours)
        texts = () if is_named else [key for key in old if is_text(key) and not key.startswith("x-")]
        return {
            key: old[key] if key in texts else _adopt_value(key, old.get(key), bare[key], is_named=is_named)
            for key in _order(list(old), [*texts, *bare])
        }
    if isinstance(ours, list) and isinstance(bare, list):
        return _adopt_list(ours, bare)
    return bare


def _adopt_value(key: str, ours: JSON, bare: JSON, *, is_named: bool) -> JSON:
    """Return the newer value of a key; in that of `default` the order of a list may matter, so it is taken as it is."""
    if is_named:
        return _adopt(ours, bare)
    return bare if key in VALUES and key != "enum" else _adopt(ours, bare, is_named=key in NAMED)


def _adopt_list(ours: Sequence[JSON], bare: Sequence[JSON]) -> JSON:
    """Return the elements of a stripped list in our order, each with the texts of its like in ours."""
    likes = _find_likes([strip_texts(element) for element in ours], bare)
    places = [likes.get(index, -1 - index) for index in range(len(bare))]
    adopted = {
        place: _adopt(ours[place] if place >= 0 else None, element)
        for place, element in zip(places, bare, strict=True)
    }
    return [adopted[place] for place in _order([*range(len(ours))], places)]


def _find_likes(ours: Sequence[JSON], bare: Sequence[JSON]) -> dict[int, int]:
    """Return which of our elements each newer one goes on from: an equal one, or else one with the same mark."""
    likes: dict[int, int] = {}
    for describe in (_write, _get_mark):
        free: dict[str, list[int]] = {}
        for place, element in enumerate(ours):
            if place not in likes.values():
                free.setdefault(describe(element), []).append(place)
        for index, element in enumerate(bare):
            listed = free.get(describe(element))
            if index not in likes and listed:
                likes[index] = listed.pop(0)
    return likes


def _get_mark(node: JSON) -> str:
    """Return what tells an element of a list from the others: its name, its reference, its tag, or its type."""
    schema = as_schema(node)
    if "in" in schema and "name" in schema:
        return _write([schema["in"], schema["name"]])
    tag = get_fields(schema).get("type")
    if tag:
        return _write(tag)
    return _write(without(schema, "properties", "required", "items", "enum") if "type" in schema else node)


def _write(node: JSON) -> str:
    return json.dumps(node, sort_keys=True)


def _order(old: Sequence[Key], new: Sequence[Key]) -> list[Key]:
    """Return the new keys in the old order; one that is new comes after the key that it follows in the new order."""
    ordered = [key for key in old if key in new]
    for index, key in enumerate(new):
        if key not in old:
            before = new[index - 1] if index else None
            ordered.insert(ordered.index(before) + 1 if before in ordered else 0, key)
    return ordered
