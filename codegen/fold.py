"""Fold definitions that repeat one shape: one side of a package in, the same side with one class per shape out.

The documents describe an object once for replies and once for requests, and a reply that echoes its request holds
both. Two definitions of one module are one if they have the same shape and either a `type` that says what they
are or names that differ only in such a role: enums, unions and small objects often agree by chance.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

from codegen.ir import Alias, Definition, ListOf, Literals, MapOf, Model, Ref, TagGroup, Type, Union, UnionOf

ROLES = ("Param", "Resource", "Item", "Input", "Config", "Body", "Enum")
"""Endings by which the documents tell the copies of one shape apart."""


def fold_definitions(definitions: Sequence[Definition]) -> tuple[Definition, ...]:
    """Return the definitions without repeated ones; whoever used a repeated one uses the one that stays.

    The name that says least about a role stays, then the shortest. Folding goes on until nothing
    repeats, because objects become alike when the objects in them do.
    """
    kept = tuple(definitions)
    while homes := _find_repeated(kept):
        kept = tuple(_move_refs(each, homes) for each in kept if _get_ref(each) not in homes)
    return kept


def _find_repeated(definitions: Iterable[Definition]) -> dict[Ref, Ref]:
    """Map each definition that goes to the one that stays."""
    groups: dict[Hashable, list[Ref]] = {}
    for definition in definitions:
        groups.setdefault(_get_shape(definition), []).append(_get_ref(definition))
    homes: dict[Ref, Ref] = {}
    for refs in groups.values():
        stays = min(refs, key=lambda ref: (len(ref.name) - len(_strip_roles(ref.name)), len(ref.name)))
        homes |= {ref: stays for ref in refs if ref != stays}
    return homes


def _get_ref(definition: Definition) -> Ref:
    return Ref(definition.module, definition.name)


def _get_shape(definition: Definition) -> Hashable:
    """Return what must be equal for two definitions to be one: all but names and texts."""
    match definition:
        case Model(name=name, fields=fields, base=base):
            says_type = any(field.name == "type" and isinstance(field.type, Literals) for field in fields)
            shape = frozenset(replace(field, description="") for field in fields)
            return definition.module, base, shape, "" if says_type else _strip_roles(name)
        case Union(name=name):
            return replace(definition, schema="", name=_strip_roles(name), description="")
        case Alias(type=kind):
            return definition.module, kind, _strip_roles(definition.name)


def _strip_roles(name: str) -> str:
    for role in ROLES:
        name = name.replace(role, "")
    return name


def _move_refs(definition: Definition, homes: Mapping[Ref, Ref]) -> Definition:
    match definition:
        case Model(fields=fields):
            moved = tuple(replace(field, type=_move_type(field.type, homes)) for field in fields)
            return replace(definition, fields=moved)
        case Union(groups=groups, loose=loose):
            members = [tuple(dict.fromkeys(homes.get(m, m) for m in group.members)) for group in groups]
            return replace(
                definition,
                groups=tuple(dict.fromkeys(TagGroup(group) for group in members)),
                loose=tuple(dict.fromkeys(_move_type(kind, homes) for kind in loose)),
            )
        case Alias(type=kind):
            return replace(definition, type=_move_type(kind, homes))


def _move_type(kind: Type, homes: Mapping[Ref, Ref]) -> Type:
    match kind:
        case Ref():
            return homes.get(kind, kind)
        case ListOf(item):
            return ListOf(_move_type(item, homes))
        case MapOf(value):
            return MapOf(_move_type(value, homes))
        case UnionOf(members):
            return UnionOf(tuple(dict.fromkeys(_move_type(member, homes) for member in members)))
        case _:
            return kind
