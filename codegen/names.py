"""Public names: which Python name and module each schema gets, and what is wrong with a choice of names."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from codegen.problems import Problem

NUMBERED = re.compile(r"\d+$")
OPEN_WORLD = (
    "UnknownAnnotation",
    "UnknownContent",
    "UnknownEvent",
    "UnknownItem",
    "UnknownObject",
    "UnknownTool",
    "UnknownValue",
)
"""Classes of the base module that generated unions and enums fall back to."""

BASE_NAMES = (
    *("Deviation", "HttpInfo", "ResponseMethods", "SpecModel", "Unknown", "UsageMethods"),
    *(*OPEN_WORLD, "register"),
)
"""Public names of the base module."""

CALL_NAMES = ("InvalidArguments",)
"""Public names of the module of calls."""

TAKEN_NAMES = (
    *("ABSENT", "Annotated", "Any", "Field", "KnownTags", "Literal", "NotRequired"),
    *("TypeAlias", "TypeAliasType", "TypedDict", *BASE_NAMES, *CALL_NAMES),
)
"""Names that generated modules import; a class of that name would hide them."""

TAKEN_MODULES = ("base", "calls", "custom_calls", "methods", "params", "slots", "tables")
"""Modules that each package has beside those of the table."""


@dataclass(frozen=True, slots=True)
class Name:
    """Where a schema lives: its module and its name as a model and as a parameter type."""

    module: str
    model: str
    params: str


@dataclass(frozen=True, slots=True)
class InlineName:
    """Name, module and description of a schema that the document leaves unnamed."""

    module: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class ModelBase:
    """A base class for a model, and the fields that it answers for in the model's place."""

    path: str
    provides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackageNames:
    """The names of one package.

    `inline` maps the place of an unnamed schema (`Schema.field`, `[]` for array items, `{}` for map values)
    to a name; `unknown` maps a module to the class that its unions fall back to; `bases` gives a model a base
    class of ours; `also_models` and `also_params` list schemas that are wanted although no operation reaches
    them.
    """

    package: str
    base: str
    events: str | None
    names: Mapping[str, Name]
    inline: Mapping[str, InlineName] = field(default_factory=dict[str, InlineName])
    unknown: Mapping[str, str] = field(default_factory=dict[str, str])
    bases: Mapping[str, ModelBase] = field(default_factory=dict[str, ModelBase])
    also_models: tuple[str, ...] = ()
    also_params: tuple[str, ...] = ()

    def get_name(self, schema: str) -> Name:
        """Return the name of a schema, or a default one for a schema that the table does not list yet."""
        return self.names.get(schema) or Name("misc", build_default_name(schema), build_default_name(schema))

    @property
    def modules(self) -> tuple[str, ...]:
        """Return the modules of the package in the order in which the table lists them."""
        return tuple(dict.fromkeys(name.module for name in self.names.values()))


def check_names(names: PackageNames, schemas: Iterable[str]) -> list[Problem]:
    """Return what is wrong with the table for a document: unnamed schemas, collisions, impossible names.

    Args:
        names: the table.
        schemas: the schemas of the document that some operation reaches.
    """
    schemas = list(schemas)
    problems = [
        Problem(f"{names.package}#{schema}", "has no public name; add it to spec/names.yaml")
        for schema in schemas
        if schema not in names.names
    ]
    for schema in schemas:
        problems += _check_name(names.get_name(schema), f"{names.package}#{schema}")
    models = {schema: names.get_name(schema).model for schema in schemas}
    params = {schema: names.get_name(schema).params for schema in schemas}
    for side, public in (("model", models), ("params", params)):
        problems += _find_collisions(names.package, side, public)
    return problems


def build_default_name(schema: str) -> str:
    """Return a Python class name for a schema name, without a trailing number."""
    words = re.split(r"[^0-9A-Za-z]+", schema)
    return NUMBERED.sub("", "".join(word[:1].upper() + word[1:] for word in words if word)) or schema


def build_inline_name(parent: str, place: str) -> str:
    """Return a name for an unnamed schema at a place inside its parent."""
    words = [word for word in re.split(r"[._\[\]{}]+", place) if word]
    own = "".join(word[:1].upper() + word[1:] for word in words)
    return parent + (own or ("Value" if place.endswith("{}") else "Item"))


def _check_name(name: Name, place: str) -> Iterator[Problem]:
    for public in dict.fromkeys((name.model, name.params)):
        if not public.isidentifier() or keyword.iskeyword(public):
            yield Problem(place, f"its name {public!r} is no Python name")
        elif public in TAKEN_NAMES:
            yield Problem(place, f"its name {public!r} would hide a name that generated modules use")
    if not name.module.isidentifier() or name.module in TAKEN_MODULES:
        yield Problem(place, f"its module {name.module!r} is no Python name, or one that is ours already")


def _find_collisions(package: str, side: str, public: Mapping[str, str]) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for schema, name in public.items():
        if name in taken:
            yield Problem(f"{package}#{schema}", f"its {side} name {name!r} is taken by {taken[name]!r}")
        taken[name] = schema
