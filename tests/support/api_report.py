"""Write down the public API: every public name with its fields or signature, one line each, sorted.

`python -m tests.support.api_report` rewrites `docs/api.txt`. A line that would go must be spoken of in the
"Unreleased" part of `CHANGELOG.md`, by the name in it; otherwise nothing is written.
"""

from __future__ import annotations

import enum
import importlib
import inspect
import re
import sys
from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any, ForwardRef

from pydantic import BaseModel
from typing_extensions import is_typeddict

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "docs" / "api.txt"
CHANGELOG = ROOT / "CHANGELOG.md"
MODULES = (
    "any_llm",
    "any_llm.checking",
    "any_llm.exceptions",
    "any_llm.types",
    "any_llm.types.params",
    "openresponses_types",
    "openresponses_types.params",
)


def build_report() -> str:
    """Return the report of the API as it is."""
    lines = {line for module in MODULES for line in _describe_module(module)}
    return "\n".join(sorted(lines)) + "\n"


def find_unspoken(old: str, new: str, changelog: str) -> list[str]:
    """Return the lines that went and that the changelog says nothing of; a class that went speaks for its fields."""
    unreleased = changelog.partition("## Unreleased")[2].partition("\n## ")[0]
    kept = {_get_name(line) for line in new.splitlines()}
    gone = {_get_name(line): line for line in old.splitlines() if _get_name(line) not in kept}
    spoken = {name for name in gone if re.search(rf"\b{re.escape(name.split('.')[-1])}\b", unreleased)}
    return [
        line for name, line in gone.items() if name not in spoken and name.rpartition(".")[0] not in spoken
    ]


def _get_name(line: str) -> str:
    return re.split(r"[(: =]", line, maxsplit=1)[0]


def _describe_module(name: str) -> Iterator[str]:
    module = importlib.import_module(name)
    for public in module.__all__:
        yield from _describe(f"{name}.{public}", getattr(module, public))


def _describe(path: str, value: Any) -> Iterator[str]:
    if isinstance(value, type) and issubclass(value, enum.Enum):
        yield f"{path}: enum"
        yield from (f"{path}.{member.name} = {member.value!r}" for member in value)
    elif is_typeddict(value) or (isinstance(value, type) and issubclass(value, BaseModel)):
        yield f"{path}: {'TypedDict' if is_typeddict(value) else 'model'}"
        yield from _describe_fields(path, value)
        yield from _describe_methods(path, value)
    elif isinstance(value, type):
        yield f"{path}: class"
        if is_dataclass(value):
            yield from _describe_fields(path, value)
        yield from _describe_methods(path, value)
    elif inspect.isfunction(value):
        yield f"{path}{_write_signature(value)}"
    else:
        yield f"{path}: {'module' if inspect.ismodule(value) else 'alias'}"


def _describe_fields(path: str, owner: Any) -> Iterator[str]:
    for name, hint in inspect.get_annotations(owner).items():
        if not name.startswith("_"):
            yield f"{path}.{name}: {hint.__forward_arg__ if isinstance(hint, ForwardRef) else hint}"


def _describe_methods(path: str, owner: Any) -> Iterator[str]:
    for name, member in vars(owner).items():
        plain = member.__func__ if isinstance(member, staticmethod | classmethod) else member
        if name.startswith("_"):
            continue
        if isinstance(plain, property):
            yield f"{path}.{name}: property"
        elif inspect.isfunction(plain):
            yield f"{path}.{name}{_write_signature(plain)}"


def _write_signature(function: Any) -> str:
    # The annotations of a call's parameters are those of its options, which have lines of their own.
    names = [
        str(parameter.replace(annotation=inspect.Parameter.empty))
        for parameter in inspect.signature(function).parameters.values()
    ]
    return f"({', '.join(names)})"


def main() -> int:
    """Write the report; return 1 if something went that the changelog says nothing of."""
    new = build_report()
    old = REPORT.read_text(encoding="utf-8") if REPORT.exists() else ""
    unspoken = find_unspoken(old, new, CHANGELOG.read_text(encoding="utf-8"))
    if unspoken:
        print(
            "\n".join(
                ["nothing was written; CHANGELOG.md says nothing under Unreleased of what went:", *unspoken]
            )
        )
        return 1
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(new, encoding="utf-8")
    print(f"{len(new.splitlines())} lines written to docs/{REPORT.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
