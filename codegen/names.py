"""Public names: which Python name and module each schema gets. Reads `spec/names.yaml`, decides nothing itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from codegen.problems import CodegenError, Problem

NUMBERED = re.compile(r"\d+$")


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

    `inline` maps the place of an unnamed schema (`Schema.field`, `[]` for array items, `{}` for map values) to a name;
    `unknown` maps a module to the class that its unions fall back to; `bases` gives a model a base class of ours;
    `also_models` and `also_params` list schemas that are wanted although no operation reaches them.
    """

    package: str
    base: str
    events: str | None
    names: Mapping[str, Name]
    inline: Mapping[str, InlineName] = field(default_factory=dict)
    unknown: Mapping[str, str] = field(default_factory=dict)
    bases: Mapping[str, ModelBase] = field(default_factory=dict)
    also_models: tuple[str, ...] = ()
    also_params: tuple[str, ...] = ()

    def get_name(self, schema: str) -> Name:
        """Return the name of a schema, or a default one for a schema that the table does not list yet."""
        return self.names.get(schema) or Name("misc", build_default_name(schema), build_default_name(schema))

    @property
    def modules(self) -> tuple[str, ...]:
        """Return the modules of the package in the order in which the table lists them."""
        return tuple(dict.fromkeys(name.module for name in self.names.values()))


def read_names(path: Path) -> dict[str, PackageNames]:
    """Read the names table: document name → names of its package.

    Raises:
        CodegenError: an entry has the wrong form.
    """
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {document: _parse_package(document, entry) for document, entry in table.items()}


def check_names(names: PackageNames, schemas: Iterable[str]) -> list[Problem]:
    """Return what is wrong with the table for a document: unnamed schemas and collisions."""
    schemas = list(schemas)
    problems = [
        Problem(f"{names.package}#{schema}", "has no public name; add it to spec/names.yaml")
        for schema in schemas
        if schema not in names.names
    ]
    for side in ("model", "params"):
        taken: dict[str, str] = {}
        for schema in schemas:
            public = getattr(names.get_name(schema), side)
            if public in taken:
                problems.append(
                    Problem(
                        f"{names.package}#{schema}",
                        f"its {side} name {public!r} is taken by {taken[public]!r}",
                    )
                )
            taken[public] = schema
    return problems


def build_default_name(schema: str) -> str:
    """Return a Python class name for a schema name, without a trailing number."""
    words = re.split(r"[^0-9A-Za-z]+", schema)
    return NUMBERED.sub("", "".join(word[:1].upper() + word[1:] for word in words if word)) or schema


def build_inline_name(parent: str, place: str) -> str:
    """Return a name for an unnamed schema at a place inside its parent."""
    words = re.split(r"[._\[\]{}]+", place)
    return parent + "".join(word[:1].upper() + word[1:] for word in words if word)


def _parse_package(document: str, entry: Any) -> PackageNames:
    names: dict[str, Name] = {}
    for module, listed in entry["modules"].items():
        for schema, public in (listed or {}).items():
            if isinstance(public, str):
                names[schema] = Name(module, public, public)
            elif isinstance(public, list) and len(public) == 2:
                names[schema] = Name(module, public[0], public[1])
            else:
                place = f"names.yaml#{document}.modules.{module}.{schema}"
                raise CodegenError([Problem(place, "expected a name or a pair [model name, params name]")])
    return PackageNames(
        package=entry["package"],
        base=entry["base"],
        events=entry.get("events"),
        names=names,
        inline={place: _parse_inline(listed) for place, listed in (entry.get("inline") or {}).items()},
        unknown=entry.get("unknown") or {},
        bases={
            schema: ModelBase(listed["path"], tuple(listed.get("provides", ())))
            for schema, listed in (entry.get("bases") or {}).items()
        },
        also_models=tuple(entry.get("also_models") or ()),
        also_params=tuple(entry.get("also_params") or ()),
    )


def _parse_inline(listed: Any) -> InlineName:
    name, description = (
        (listed, "") if isinstance(listed, str) else (listed["name"], listed.get("description", ""))
    )
    module, _, public = name.rpartition(".")
    return InlineName(module, public, description)
