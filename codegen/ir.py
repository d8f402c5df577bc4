"""The intermediate form: what a package of generated types contains, as frozen plain data.

`build` makes it from a normalised document, `render` reads it. Names in here are public Python names already.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Primitive(StrEnum):
    """A JSON type without parts."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    NULL = "null"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Literals:
    """One of these values; `is_open` when a reader must also accept values that do not exist yet."""

    values: tuple[str | int | bool, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Ref:
    """Another definition of the same package."""

    module: str
    name: str


@dataclass(frozen=True, slots=True)
class ListOf:
    """A JSON array."""

    item: Type


@dataclass(frozen=True, slots=True)
class MapOf:
    """A JSON object with free keys."""

    value: Type


@dataclass(frozen=True, slots=True)
class UnionOf:
    """One of several types, in the document's order, null last."""

    members: tuple[Type, ...]


Type = Primitive | Literals | Ref | ListOf | MapOf | UnionOf


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an object; `is_tag` when a union picks its member by this field."""

    name: str
    type: Type
    is_required: bool
    description: str
    is_tag: bool = False


@dataclass(frozen=True, slots=True)
class Model:
    """An object with named fields: a pydantic class on the reading side, a TypedDict on the writing side."""

    schema: str
    module: str
    name: str
    description: str
    fields: tuple[Field, ...]
    base: str | None = None


@dataclass(frozen=True, slots=True)
class TagGroup:
    """Members of a union that share a tag value; several are told apart by `role`."""

    members: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Union:
    """A named union.

    `groups` are the members picked by `tag`, `loose` those that are tried afterwards in order (plain types,
    objects without a tag of their own), `unknown` is the class that takes a tag outside `known_tags`.
    """

    schema: str
    module: str
    name: str
    description: str
    tag: str | None
    groups: tuple[TagGroup, ...]
    loose: tuple[Type, ...]
    known_tags: tuple[str, ...]
    unknown: str | None


@dataclass(frozen=True, slots=True)
class Alias:
    """A name for a type that is neither an object nor a tagged union: an enum, a list, a map."""

    schema: str
    module: str
    name: str
    description: str
    type: Type


Definition = Model | Union | Alias


@dataclass(frozen=True, slots=True)
class Package:
    """One side of one document: what is read (`models`) or what is written (`params`)."""

    name: str
    base: str
    models: tuple[Definition, ...]
    params: tuple[Definition, ...]
    modules: tuple[str, ...]
    events: str | None = None
