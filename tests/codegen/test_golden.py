"""The golden tree: golden/spec in, golden/expected out, byte for byte; then how it behaves and type-checks.

When a change of the generator changes the tree on purpose, refresh it, read the difference, and commit both:

    python -m codegen generate --spec tests/codegen/golden/spec --output tests/codegen/golden/expected
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from codegen.generate import generate
from codegen.write import compare_tree
from tests.codegen.documents import GOLDEN

EXPECTED = GOLDEN / "expected"
SCRIPT = GOLDEN / "use_tiny.py"
CHECKS = re.findall(r"^def (check_\w+)", SCRIPT.read_text(encoding="utf-8"), re.MULTILINE)


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment},
    )


def test_tree_is_the_golden_one():
    assert compare_tree(EXPECTED, generate(GOLDEN / "spec")) == []


@pytest.fixture(scope="module")
def are_all_checks_good() -> bool:
    """Whether one process gets through all checks, so that they need not be run one by one."""
    return run("-W", "error", str(SCRIPT), *CHECKS, PYTHONPATH=str(EXPECTED)).returncode == 0


@pytest.mark.parametrize("check", CHECKS)
def test_golden_package_at_run_time(check: str, are_all_checks_good: bool):
    if not are_all_checks_good:
        done = run("-W", "error", str(SCRIPT), check, PYTHONPATH=str(EXPECTED))
        assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_golden_package_is_strictly_typed(tmp_path: Path):
    done = run(
        *("-m", "mypy", "--strict", "--config-file=", "--explicit-package-bases", "--python-version=3.11"),
        *(f"--cache-dir={tmp_path}", str(EXPECTED / "tiny_types")),
        MYPYPATH=str(EXPECTED),
    )
    assert done.returncode == 0, done.stdout
