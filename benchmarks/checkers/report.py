"""The marked blocks of `docs/typing.md`: text in, Markdown out. What is between the blocks is written by hand."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.checkers.counts import (
    PACKAGES,
    Completeness,
    count_assertions,
    count_completeness,
    count_descriptions,
    count_editor_tests,
    count_mistakes,
)
from benchmarks.checkers.sides import OURS, ROOT, THEIRS, Workspace
from benchmarks.checkers.timing import Row

PAGE = ROOT / "docs" / "typing.md"
DOCUMENTS = (ROOT / "spec" / "openresponses.yaml", ROOT / "spec" / "openai.yaml")
ESCAPES = re.compile(r"\bcast\(|# type: ignore|# pyright: ignore")


def read_block(page: str, name: str) -> str:
    """Return what is between `<!-- name -->` and `<!-- /name -->`.

    Raises:
        ValueError: the page has no such block.
    """
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", page, re.DOTALL)
    if found is None:
        raise ValueError(f"no block {name!r} in the page")
    return found[1]


def replace_block(page: str, name: str, text: str) -> str:
    """Return the page with another text in a block.

    Raises:
        ValueError: the page has no such block.
    """
    old = f"<!-- {name} -->\n{read_block(page, name)}<!-- /{name} -->"
    return page.replace(old, f"<!-- {name} -->\n{text}<!-- /{name} -->")


def build_counts() -> dict[str, str]:
    """Return the blocks that say what the repository holds."""
    return {
        "completeness": render_completeness([count_completeness(package) for package in PACKAGES]),
        "probes": render_probes(),
        "descriptions": render_descriptions(),
    }


def render_completeness(rows: Sequence[Completeness]) -> str:
    """Return the table of `pyright --verifytypes`."""
    return render_table(
        ("package", "exported symbols", "with a known type", "without a docstring"),
        [(f"`{row.package}`", row.total, row.known, row.undocumented) for row in rows],
    )


def render_probes() -> str:
    """Return the table of what the tests in `tests/typing` ask."""
    exact, mistakes = count_assertions(), count_mistakes()
    editor = [
        (f"`test_editor.py`: {word} cases, asked of the language server", "", cases)
        for word, cases in count_editor_tests().items()
    ]
    return render_table(
        ("in `tests/typing`", "mypy", "pyright"),
        [
            ("`probe_*.py`: calls of `assert_type` and `assert_never`", exact, exact),
            ("`mistakes.py`: lines that must be an error, and no others", mistakes, mistakes),
            *editor,
        ],
    )


def render_descriptions() -> str:
    """Return the table of the documents in `spec/`."""
    return render_table(
        ("document", "schemas", "described", "fields", "described"),
        [
            (
                f"`{row.document}`",
                row.schemas,
                _share(row.described_schemas, row.schemas),
                row.fields,
                _share(row.described_fields, row.fields),
            )
            for row in map(count_descriptions, DOCUMENTS)
        ],
    )


def render_measured(workspaces: Sequence[Workspace], rows: Sequence[Row]) -> str:
    """Return the table of times, with what was measured and on what."""
    names = {"python": platform.python_version(), "mypy": version("mypy"), "pyright": version("pyright")}
    both: Mapping[str, str] = {}
    for workspace in workspaces:
        both = {**both, **workspace.versions}
    names |= {name: both[name] for name in (OURS.distribution, THEIRS.distribution, "pydantic")}
    table = render_table(
        (
            "median CPU seconds (wall)",
            OURS.name,
            THEIRS.name,
            f"ratio {OURS.name}/{THEIRS.name}",
            "runs",
        ),
        [
            (
                row.label,
                _times(row, OURS.name),
                _times(row, THEIRS.name),
                f"**{row.get_ratio(OURS.name, THEIRS.name):.2f}**",
                row.runs,
            )
            for row in rows
        ],
    )
    return (
        f"{table}\n{_describe_applications()}\n\n"
        f"With {', '.join(f'{name} {number}' for name, number in names.items())}; "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores.\n"
    )


def render_table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return a Markdown table; columns after the first are numbers and go to the right."""
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


def update_page(blocks: Mapping[str, str], page: Path = PAGE) -> None:
    """Write blocks into the page."""
    text = page.read_text(encoding="utf-8")
    for name, block in blocks.items():
        text = replace_block(text, name, block)
    page.write_text(text, encoding="utf-8")


def _describe_applications() -> str:
    parts: list[str] = []
    for side in (OURS, THEIRS):
        text = side.application.read_text(encoding="utf-8")
        escapes = len(ESCAPES.findall(text))
        parts.append(
            f"`{side.application.name}` has {len(text.splitlines())} lines and {escapes} casts or ignores"
        )
    return "; ".join(parts) + "."


def _times(row: Row, name: str) -> str:
    return f"{row.cpu[name]:.2f} ({row.wall[name]:.2f})"


def _share(part: int, whole: int) -> str:
    return f"{part} ({part / whole:.0%})" if part in (0, whole) else f"{part} ({part / whole:.1%})"
