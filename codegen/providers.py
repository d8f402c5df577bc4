"""Read the provider table: `spec/providers.toml` in, checked rows out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, Literal, cast, get_args, get_origin, get_type_hints

from codegen.problems import CodegenError, Problem
from codegen.runtime.rows import ProviderRow

KEY = re.compile(r"[a-z][a-z0-9_]*")
"""Form of a provider key: in upper case it is the name of a member of `LLMProvider`."""


def read_providers(path: Path) -> list[ProviderRow]:
    """Read the rows, sorted by provider key.

    Raises:
        CodegenError: the file is missing or cannot be parsed, or a row has an unknown field, lacks one or has
            a value that the field does not allow; all such fields are named.
    """
    table = _load_table(path)
    problems: list[Problem] = []
    for key, entry in sorted(table.items()):
        problems += _check_row(key, entry, f"{path.name}#{key}")
    if problems:
        raise CodegenError(problems)
    return [_build_row(key, cast("dict[str, object]", entry)) for key, entry in sorted(table.items())]


def _load_table(path: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        problem = Problem(path.name, f"expected this file in {path.parent}, found none")
        raise CodegenError([problem]) from error
    except tomllib.TOMLDecodeError as error:
        raise CodegenError([Problem(path.name, f"cannot be parsed: {error}")]) from error


def _check_row(key: str, entry: object, place: str) -> Iterator[Problem]:
    if not isinstance(entry, dict):
        yield Problem(place, f"expected a table of fields, got {entry!r}")
        return
    if not KEY.fullmatch(key):
        yield Problem(place, "expected a key of lower-case letters, digits and _, the first a letter")
    row = cast("dict[str, object]", entry)  # the keys of a TOML table are strings
    hints = get_type_hints(ProviderRow)
    needed = {f.name for f in fields(ProviderRow) if f.default is MISSING} - {"provider"}
    for name in sorted(needed - set(row)):
        yield Problem(f"{place}.{name}", f"expected {_spell(hints[name])}, found nothing")
    for name, value in row.items():
        if name not in hints or name == "provider":
            yield Problem(f"{place}.{name}", "unknown field")
        elif not _fits(value, hints[name]):
            yield Problem(f"{place}.{name}", f"expected {_spell(hints[name])}, got {value!r}")
    if row.get("kind") == "openai-native" and row.get("wire") != "responses":
        yield Problem(f"{place}.kind", "'openai-native' goes only with the wire 'responses'")
    if row.get("wire") == "none" and not row.get("note"):
        yield Problem(f"{place}.note", "expected the reason why the provider cannot answer, found nothing")


def _fits(value: object, hint: object) -> bool:
    """Say whether a TOML value is what the type of a field of `ProviderRow` allows."""
    if get_origin(hint) is Literal:
        return value in get_args(hint)
    if get_origin(hint) is tuple:
        return isinstance(value, list) and all(isinstance(text, str) for text in cast("list[object]", value))
    if hint == int | None:
        return isinstance(value, int) and not isinstance(value, bool)
    return hint is str and isinstance(value, str)


def _spell(hint: object) -> str:
    if get_origin(hint) is Literal:
        return f"one of {', '.join(repr(value) for value in get_args(hint))}"
    if get_origin(hint) is tuple:
        return "a list of strings"
    return "an integer" if hint == int | None else "a string"


def _build_row(key: str, entry: Mapping[str, object]) -> ProviderRow:
    """Build a row from an entry that `_check_row` has passed."""
    values: dict[str, Any] = {
        name: tuple(cast("list[str]", value)) if isinstance(value, list) else value
        for name, value in entry.items()
    }
    return ProviderRow(provider=key, **values)
