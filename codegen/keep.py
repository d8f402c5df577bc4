"""Keep what our document says differently on purpose: schemas before and after an adoption in, the latter with it out.

Pure. A deviation is a field (`Schema.field`), which stays as it is with us, there or not there; or a schema
(`Schema`), of which everything but its fields stays: more members, more values, other required fields.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from codegen.bare import is_text, strip_texts
from codegen.schema import JSON, LISTS, Schema, get_fields, get_members, get_required, get_target, without

MERGED = ("properties", "required", "enum", *LISTS)
"""Keys of a schema whose parts are kept one by one."""


def keep_deviations(
    before: Mapping[str, Schema], adopted: Mapping[str, Schema], places: Collection[str]
) -> tuple[dict[str, Schema], list[str]]:
    """Return the adopted schemas with our deviations, and the places where there is still something to keep."""
    after, kept = dict(adopted), list[str]()
    for place in places:
        name, _, field = place.partition(".")
        if name not in after or name not in before:
            continue
        ours, theirs = before[name], after[name]
        schema = _keep_field(ours, theirs, field) if field else _keep_schema(ours, theirs, after)
        if _get_shape(schema) != _get_shape(theirs):
            after[name] = schema
            kept.append(place)
    return after, kept


def _keep_field(ours: Schema, theirs: Schema, name: str) -> Schema:
    """Return the newer object with our field in place of the published one, or without it if we have none."""
    mine, fields = get_fields(ours), get_fields(theirs)
    required = get_required(theirs)
    if name not in mine:
        fields.pop(name, None)
        required = [other for other in required if other != name]
    else:
        if name not in fields and name in get_required(ours):
            required = [*required, name]
        known = [other for other in mine if other in fields or other == name]
        fields = {
            **{other: mine[other] if other == name else fields[other] for other in known},
            **{other: field for other, field in fields.items() if other not in known},
        }
    return _with_required({**theirs, "properties": fields}, required)


def _keep_schema(ours: Schema, theirs: Schema, known: Mapping[str, Schema]) -> Schema:
    """Return the newer schema with its own fields, and ours of everything else."""
    if _get_kind(ours) != _get_kind(theirs):
        return ours
    kept = {**theirs, **{key: value for key, value in ours.items() if key not in MERGED and not is_text(key)}}
    for key in LISTS:
        if key in theirs:
            members = get_members(theirs, key)
            mine = [member for other in LISTS for member in get_members(ours, other)]
            kept[key] = [*members, *(member for member in mine if _is_ours(member, members, known))]
    values, more = theirs.get("enum"), ours.get("enum")
    if isinstance(values, list) and isinstance(more, list):
        kept["enum"] = [*values, *(value for value in more if value not in values)]
    return _with_required(kept, _keep_required(ours, theirs))


def _get_kind(schema: Schema) -> list[bool]:
    return [any(key in schema for key in LISTS), *(key in schema for key in ("properties", "enum"))]


def _keep_required(ours: Schema, theirs: Schema) -> list[str]:
    """Return our required fields, as far as these exist, and the published ones among the fields that are new."""
    mine = [name for name in get_required(ours) if name in get_fields(theirs)]
    return [*mine, *(name for name in get_required(theirs) if name not in get_fields(ours))]


def _with_required(schema: Schema, names: list[str]) -> Schema:
    return {**schema, "required": names} if names else without(schema, "required")


def _is_ours(member: Schema, published: list[Schema], known: Mapping[str, Schema]) -> bool:
    """Say whether a member of our union is not in the published one, and leads to a schema that there is."""
    shapes = [strip_texts(other) for other in published]
    return strip_texts(member) not in shapes and get_target(member) in {None, *known}


def _get_shape(schema: Schema) -> JSON:
    """Return a schema's structure, in which the order of required fields says nothing."""
    bare = strip_texts(schema)
    assert isinstance(bare, Mapping)
    return {**bare, "required": sorted(get_required(schema))}
