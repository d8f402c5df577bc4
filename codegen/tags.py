"""Tagged unions: the field that tells the members apart, its values, and how a union is put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from codegen.ir import Ref, TagGroup, Type, Union
from codegen.names import PackageNames
from codegen.schema import Schema, get_fields, get_literals, get_members, get_target, is_object

TAG = "type"
ROLE = "role"


class Side(Protocol):
    """What a union needs to know of the side that it is built for."""

    schemas: Mapping[str, Schema]
    names: PackageNames
    is_reading: bool

    def build_type(self, schema: Schema) -> Type:
        """Return the type that an inline schema says."""
        ...

    def get_ref(self, schema_name: str) -> Ref:
        """Return the reference to a named schema."""
        ...


def get_tag_values(schema: Schema, field: str = TAG) -> tuple[str, ...]:
    """Return the strings that a field can be when it is a const or an enum, else nothing."""
    values = get_literals(get_fields(schema).get(field, {}))
    return tuple(value for value in values if isinstance(value, str))


def has_tags(names: Sequence[str], schemas: Mapping[str, Schema]) -> bool:
    """Say whether each of these objects fixes its `type`, so that a union of them is told apart by it."""
    return bool(names) and all(get_tag_values(schemas[name]) for name in names)


def list_tag_fields(schemas: Mapping[str, Schema]) -> dict[str, set[str]]:
    """Return for each object schema the fields by which some union picks it."""
    found: dict[str, set[str]] = {}
    for schema in schemas.values():
        for group in group_members(schema, schemas).groups:
            for name in group:
                found.setdefault(name, set()).update((TAG, ROLE) if len(group) > 1 else (TAG,))
    return found


def flatten_members(schema: Schema, schemas: Mapping[str, Schema]) -> list[Schema]:
    """Return the members of a union with the members of nested named unions in their place."""
    flat: list[Schema] = []
    for member in get_members(schema):
        name = get_target(member)
        union = member if name is None else schemas[name]
        if "anyOf" in union:
            flat += [inner for inner in flatten_members(union, schemas) if inner not in flat]
        elif member not in flat:
            flat.append(member)
    return flat


@dataclass(frozen=True, slots=True)
class Grouping:
    """The members of a union: names by tag value, names without a group of their own, other types."""

    groups: tuple[tuple[str, ...], ...]
    apart: tuple[str, ...]
    others: tuple[Schema, ...]
    known_tags: tuple[str, ...]


def group_members(schema: Schema, schemas: Mapping[str, Schema]) -> Grouping:
    """Sort the members of a union into tag groups and the rest."""
    by_tag: dict[str, list[str]] = {}
    apart: list[str] = []
    others: list[Schema] = []
    for member in flatten_members(schema, schemas):
        name = get_target(member)
        if name is None or not is_object(schemas[name]):
            others.append(member)
            continue
        values = get_tag_values(schemas[name])
        for value in values:
            by_tag.setdefault(value, []).append(name)
        if not values:
            apart.append(name)
    groups: list[tuple[str, ...]] = []
    for members in by_tag.values():
        picked, rest = _split_by_role(members, schemas)
        if picked not in groups:
            groups.append(picked)
        apart += [name for name in rest if name not in apart]
    return Grouping(tuple(groups), tuple(apart), tuple(others), tuple(sorted(by_tag)))


def build_union(side: Side, schema_name: str, schema: Schema, ref: Ref, description: str) -> Union:
    """Build a union: members with a tag in groups, the rest loose, and the fallback for unknown tags."""
    grouping = group_members(schema, side.schemas)
    loose = [side.get_ref(name) for name in grouping.apart]
    plain: list[Type] = [side.build_type(member) for member in grouping.others]
    return Union(
        schema=schema_name,
        module=ref.module,
        name=ref.name,
        description=description,
        tag=TAG if grouping.groups else None,
        groups=tuple(TagGroup(tuple(side.get_ref(name) for name in group)) for group in grouping.groups),
        loose=(*plain, *loose),
        known_tags=grouping.known_tags,
        unknown=side.names.unknown.get(ref.module, "UnknownObject")
        if side.is_reading and grouping.groups
        else None,
    )


def _split_by_role(members: list[str], schemas: Mapping[str, Schema]) -> tuple[tuple[str, ...], list[str]]:
    """Split members that share a tag value: those with roles of their own, and those whose roles overlap."""
    picked: list[str] = []
    rest: list[str] = []
    taken: set[str] = set()
    for name in sorted(members, key=lambda name: len(get_tag_values(schemas[name], ROLE))):
        roles = set(get_tag_values(schemas[name], ROLE))
        is_apart = not picked or (roles and taken and not roles & taken)
        (picked if is_apart else rest).append(name)
        taken |= roles if is_apart else set()
    return tuple(picked), rest
