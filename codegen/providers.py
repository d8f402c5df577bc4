"""Read the provider table: `spec/providers.toml` in, checked rows out."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path

from codegen.problems import CodegenError, Problem
from codegen.runtime.rows import ProviderRow


def read_providers(path: Path) -> list[ProviderRow]:
    """Read the rows, sorted by provider key.

    Raises:
        CodegenError: a row has an unknown field, or lacks one.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CodegenError([Problem(path.name, f"cannot be parsed: {error}")]) from error
    known = {field.name for field in fields(ProviderRow)}
    rows: list[ProviderRow] = []
    problems: list[Problem] = []
    for key, entry in sorted(table.items()):
        stray = sorted(set(entry) - known)
        if stray:
            problems.append(Problem(f"{path.name}#{key}", f"unknown fields {', '.join(stray)}"))
            continue
        values = {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}
        try:
            rows.append(ProviderRow(provider=key, **values))
        except TypeError as error:
            problems.append(Problem(f"{path.name}#{key}", str(error)))
    if problems:
        raise CodegenError(problems)
    return rows
