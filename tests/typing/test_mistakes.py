"""Mistakes are found where they are made: on each marked line by both checkers, and on no other."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = Path(__file__).parent / "mistakes.py"
pytestmark = pytest.mark.slow


def list_marked() -> list[int]:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if line.endswith("# wrong")]


def test_mypy_finds_each_mistake_on_its_line() -> None:
    command = [sys.executable, "-m", "mypy", "--no-pretty", "--hide-error-context", str(PAGE)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    found = {int(number) for number in re.findall(r"mistakes\.py:(\d+): error", done.stdout)}
    assert sorted(found) == list_marked(), done.stdout


def test_pyright_finds_each_mistake_on_its_line(tmp_path: Path) -> None:
    settings = {
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "extraPaths": [str(ROOT / "src"), str(ROOT / "generated")],
        # What follows from a mistake is not the mistake.
        "reportUnknownMemberType": False,
        "reportUnknownArgumentType": False,
        "reportUnknownVariableType": False,
    }
    (tmp_path / PAGE.name).write_text(PAGE.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    command = [
        sys.executable,
        "-m",
        "pyright",
        "--outputjson",
        "--pythonpath",
        sys.executable,
        "-p",
        str(tmp_path),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)["generalDiagnostics"]
    found = {entry["range"]["start"]["line"] + 1 for entry in report if entry["severity"] == "error"}
    assert sorted(found) == list_marked(), [entry["message"] for entry in report]
