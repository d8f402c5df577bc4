"""Find names for the schemas that the table does not list: a document and its names in, suggestions out. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from codegen.document import find_refs, get_schemas
from codegen.hoist import hoist_inline_schemas
from codegen.names import Name, PackageNames, build_default_name
from codegen.problems import CodegenError, Problem
from codegen.reach import REPLIES, REQUESTS, find_reached, find_roots
from codegen.schema import Document, Schema, get_ref_name

LAST_RESORT = "misc"
"""Module of a schema that only operations use."""


def suggest_names(document: Document, names: PackageNames) -> dict[str, Name]:
    """Return a name for every schema that some operation reaches and that the table does not list.

    It lives in the module of the first schema that uses it.

    Args:
        document: a normalised document.
        names: the table as it is.

    Raises:
        CodegenError: two schemas would have one Python name.
    """
    schemas = get_schemas(document)
    roots = [*find_roots(document, REPLIES), *find_roots(document, REQUESTS)]
    reached = find_reached(schemas, roots)
    users = _list_users({name: schema for name, schema in schemas.items() if name in reached})
    suggested: dict[str, Name] = {}
    for name in schemas:
        if name in reached and name not in names.names:
            public = build_default_name(name)
            suggested[name] = Name(_find_module(name, users, names), public, public)
    hoisted, grown = hoist_inline_schemas(document, replace(names, names={**names.names, **suggested}))
    wanted = find_reached(get_schemas(hoisted), roots)
    collisions = list(_find_collisions(grown, wanted, reached))
    if collisions:
        raise CodegenError(collisions)
    return suggested


def _list_users(schemas: Mapping[str, Schema]) -> dict[str, list[str]]:
    """Return which schemas refer to each one, in document order."""
    users: dict[str, list[str]] = {}
    for name, schema in schemas.items():
        for _, ref in find_refs(schema):
            users.setdefault(get_ref_name(ref), []).append(name)
    return users


def _find_module(schema: str, users: Mapping[str, list[str]], names: PackageNames) -> str:
    """Return the module of the nearest user of a schema that has a name."""
    queue = [schema]
    for name in queue:
        if name in names.names:
            return names.names[name].module
        queue += [user for user in users.get(name, ()) if user not in queue]
    return LAST_RESORT


def _find_collisions(names: PackageNames, wanted: set[str], named: set[str]) -> Iterator[Problem]:
    """Yield the wanted schemas that have the name of another one, on either side.

    Args:
        names: the table with suggestions and the names of unnamed places.
        wanted: the schemas that operations reach, with those of unnamed places.
        named: those of them to which the document gives a name.
    """
    found: set[str] = set()
    for side in ("model", "params"):
        taken: dict[str, str] = {}
        for schema in (schema for schema in names.names if schema in wanted):
            name = names.names[schema]
            public = name.model if side == "model" else name.params
            other = taken.setdefault(public, schema)
            if other != schema and schema not in found:
                found.add(schema)
                line = f"`{schema}: <name>` below `modules: {name.module}:`"
                inline = f"`{schema}: {name.module}.<name>` below `inline:`"
                reason = (
                    f"its {side} name {public!r} is taken by {other!r}; "
                    f"write {line if schema in named else inline} in spec/names.yaml"
                )
                yield Problem(f"{names.package}#{schema}", reason)
