"""Read the names table: `spec/names.yaml` in, checked names per document out. Decides nothing itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeGuard

from codegen.files import load_file
from codegen.names import OPEN_WORLD, InlineName, ModelBase, Name, PackageNames
from codegen.problems import CodegenError, Problem
from codegen.schema import JSON, as_schema

PARTS = ("package", "base", "events", "bases", "unknown", "modules", "inline", "also_models", "also_params")


def read_names(path: Path) -> dict[str, PackageNames]:
    """Read the names table: document name → names of its package.

    Raises:
        CodegenError: the file is missing or cannot be parsed, or an entry has the wrong form.
    """
    table = load_file(path)
    if not isinstance(table, Mapping) or not table:
        raise CodegenError([Problem(path.name, "expected one table of names per document, found none")])
    problems: list[Problem] = []
    for document, entry in table.items():
        problems += _check_package(entry, f"{path.name}#{document}")
    if problems:
        raise CodegenError(problems)
    return {document: _build_package(as_schema(entry)) for document, entry in table.items()}


def _check_package(entry: JSON, place: str) -> Iterator[Problem]:
    if not isinstance(entry, Mapping):
        yield Problem(place, f"expected a table, got {entry!r}")
        return
    for part in entry:
        if part not in PARTS:
            yield Problem(place, f"unknown part {part!r}; known are {', '.join(PARTS)}")
    for part in ("package", "base"):
        if not isinstance(entry.get(part), str):
            yield Problem(f"{place}.{part}", f"expected a string, got {entry.get(part)!r}")
    for part in ("also_models", "also_params"):
        if not _is_texts(entry.get(part, [])):
            yield Problem(f"{place}.{part}", f"expected a list of schema names, got {entry[part]!r}")
    yield from _check_modules(as_schema(entry.get("modules")), f"{place}.modules")
    for where, listed in as_schema(entry.get("inline")).items():
        if not isinstance(listed, str) and not isinstance(as_schema(listed).get("name"), str):
            reason = f"expected a name, or a name and a description, got {listed!r}"
            yield Problem(f"{place}.inline.{where}", reason)
    for module, name in as_schema(entry.get("unknown")).items():
        if name not in OPEN_WORLD:
            reason = f"expected one of {', '.join(OPEN_WORLD)}, got {name!r}"
            yield Problem(f"{place}.unknown.{module}", reason)
    for schema, base in as_schema(entry.get("bases")).items():
        listed = as_schema(base)
        if not isinstance(listed.get("path"), str) or not _is_texts(listed.get("provides", [])):
            reason = f"expected a path and the fields it provides, got {base!r}"
            yield Problem(f"{place}.bases.{schema}", reason)


def _check_modules(modules: Mapping[str, JSON], place: str) -> Iterator[Problem]:
    if not modules:
        yield Problem(place, "expected one table of names per module, found none")
    homes: dict[str, str] = {}
    for module, listed in modules.items():
        for schema, public in as_schema(listed).items():
            if not isinstance(public, str) and not (_is_texts(public) and len(public) == 2):
                reason = f"expected a name or a pair [model name, params name], got {public!r}"
                yield Problem(f"{place}.{module}.{schema}", reason)
            if schema in homes:
                yield Problem(f"{place}.{module}.{schema}", f"has a name in module {homes[schema]!r} already")
            homes[schema] = module


def _is_texts(value: JSON) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def _build_package(entry: Mapping[str, JSON]) -> PackageNames:
    """Build the names of a package from an entry that `_check_package` has passed."""
    events = entry.get("events")
    return PackageNames(
        package=str(entry["package"]),
        base=str(entry["base"]),
        events=events if isinstance(events, str) else None,
        names={
            schema: _build_name(module, public)
            for module, listed in as_schema(entry.get("modules")).items()
            for schema, public in as_schema(listed).items()
        },
        inline={place: _build_inline(listed) for place, listed in as_schema(entry.get("inline")).items()},
        unknown={module: str(name) for module, name in as_schema(entry.get("unknown")).items()},
        bases={
            schema: _build_base(as_schema(base)) for schema, base in as_schema(entry.get("bases")).items()
        },
        also_models=_get_texts(entry, "also_models"),
        also_params=_get_texts(entry, "also_params"),
    )


def _build_name(module: str, public: JSON) -> Name:
    model, params = public if _is_texts(public) else (str(public), str(public))
    return Name(module, model, params)


def _build_inline(listed: JSON) -> InlineName:
    name, description = (listed, "") if isinstance(listed, str) else _get_inline_parts(as_schema(listed))
    module, _, public = name.rpartition(".")
    return InlineName(module, public, description)


def _get_inline_parts(listed: Mapping[str, JSON]) -> tuple[str, str]:
    return str(listed["name"]), str(listed.get("description", ""))


def _build_base(listed: Mapping[str, JSON]) -> ModelBase:
    return ModelBase(str(listed["path"]), _get_texts(listed, "provides"))


def _get_texts(entry: Mapping[str, JSON], key: str) -> tuple[str, ...]:
    texts = entry.get(key, [])
    return tuple(texts) if _is_texts(texts) else ()
