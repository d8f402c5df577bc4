"""`docs/typing.md` is true: its counts are those of the code, and its Python is clean in both strict checkers."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.checkers import counts, report, sides, timing

ROOT = Path(__file__).parents[1]
PAGE = report.PAGE.read_text(encoding="utf-8")
APPLICATIONS = (sides.OURS.application, sides.THEIRS.application)


@pytest.mark.parametrize(
    ("block", "render"),
    [("probes", report.render_probes), ("descriptions", report.render_descriptions)],
    ids=["probes", "descriptions"],
)
def test_counts_of_the_page_are_those_of_the_code(block: str, render: Callable[[], str]) -> None:
    assert report.read_block(PAGE, block) == render(), "run `make typing-report ARGS=--counts`"


@pytest.mark.slow
def test_every_public_symbol_has_a_known_type_and_a_docstring_as_the_page_says() -> None:
    rows = [counts.count_completeness(package) for package in counts.PACKAGES]
    for row in rows:
        assert (row.known, row.undocumented) == (row.total, 0)
        assert row.known > 100
    assert report.read_block(PAGE, "completeness") == report.render_completeness(rows)


@pytest.mark.slow
def test_application_is_clean_in_both_checkers(tmp_path: Path) -> None:
    file = tmp_path / "shown.py"
    file.write_text(sides.OURS.application.read_text(encoding="utf-8"), encoding="utf-8")
    settings = {
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "extraPaths": [str(ROOT / "src"), str(ROOT / "generated")],
    }
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    mypy = [sys.executable, "-m", "mypy", "--config-file", str(ROOT / "pyproject.toml"), str(file)]
    pyright = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "-p", str(tmp_path)]
    for command in (mypy, pyright):
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
        assert done.returncode == 0, done.stdout


def test_applications_are_alike() -> None:
    ours, theirs = (path.read_text(encoding="utf-8").splitlines() for path in APPLICATIONS)
    assert abs(len(ours) - len(theirs)) <= 0.1 * len(theirs)
    functions = [[line.split("(")[0] for line in lines if "def " in line] for lines in (ours, theirs)]
    assert functions[0] == functions[1]


def test_our_application_needs_no_cast() -> None:
    assert not report.ESCAPES.findall(sides.OURS.application.read_text(encoding="utf-8"))


def test_block_is_replaced_and_nothing_else() -> None:
    page = "a\n<!-- times -->\nold\n<!-- /times -->\nb\n"
    new = report.replace_block(page, "times", "new \\1\n")
    assert new == "a\n<!-- times -->\nnew \\1\n<!-- /times -->\nb\n"
    assert report.read_block(new, "times") == "new \\1\n"
    with pytest.raises(ValueError, match="no block 'other'"):
        report.read_block(page, "other")


def test_assertions_are_calls_in_probe_files(tmp_path: Path) -> None:
    (tmp_path / "probe_a.py").write_text(
        "assert_type(f(assert_never(x)), int)\nassert_type\n# assert_type(1, int)\n"
    )
    (tmp_path / "other.py").write_text("assert_type(1, int)\n")
    assert counts.count_assertions(tmp_path) == 2


def test_descriptions_are_of_the_schema_or_field_itself(tmp_path: Path) -> None:
    document = tmp_path / "spec.yaml"
    document.write_text(
        "components:\n  schemas:\n    A:\n      description: Text.\n      properties:\n"
        "        x: {description: Text.}\n        y: {items: {description: Text.}}\n    B: {type: string}\n"
    )
    found = counts.count_descriptions(document)
    assert (found.schemas, found.described_schemas, found.fields, found.described_fields) == (2, 1, 2, 1)


def test_time_of_a_run_is_that_of_the_process_and_its_children(tmp_path: Path) -> None:
    burn = "import time\nwhile time.process_time() < 0.3: pass"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {burn!r}], check=True)"
    spent = timing.run_measured([sys.executable, "-c", parent], tmp_path)
    assert spent.cpu > 0.3


def test_run_that_finds_something_is_an_error_with_what_was_printed(tmp_path: Path) -> None:
    with pytest.raises(timing.CheckerError, match="line 3: wrong"):
        timing.run_measured([sys.executable, "-c", "print('line 3: wrong'); exit(1)"], tmp_path)


def test_row_has_medians_and_ratio() -> None:
    runs = [
        {"a": timing.Spent(cpu=1.0, wall=2.0), "b": timing.Spent(cpu=2.0, wall=3.0)},
        {"a": timing.Spent(cpu=9.0, wall=9.0), "b": timing.Spent(cpu=9.0, wall=9.0)},
        {"a": timing.Spent(cpu=3.0, wall=4.0), "b": timing.Spent(cpu=4.0, wall=5.0)},
    ]
    row = timing.build_row("x", runs)
    assert (row.runs, row.cpu, row.wall) == (3, {"a": 3.0, "b": 4.0}, {"a": 4.0, "b": 5.0})
    assert row.get_ratio("a", "b") == 0.75
