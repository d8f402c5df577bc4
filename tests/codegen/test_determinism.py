"""The same bytes every time: twice in one process, elsewhere, with other hash seeds, under another Python."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from codegen.generate import generate
from codegen.write import compare_tree
from tests.codegen.documents import GOLDEN, ROOT, SPEC

PINNED = ("datamodel-code-generator", "jinja2", "ruff", "pydantic")
ASK = f"import importlib.metadata as m, yaml, sys; print(*sys.version_info[:2], *map(m.version, {PINNED!r}))"
HERE = f"{sys.version_info[0]} {sys.version_info[1]} " + " ".join(version(name) for name in PINNED)


def run(python: str, spec: Path, output: Path, *, cwd: Path, seed: str = "0") -> None:
    command = [python, "-m", "codegen", "generate", "--spec", str(spec), "--output", str(output)]
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": seed,
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, env=environment)
    assert done.returncode == 0, done.stderr


def find_other_pythons() -> list[str]:
    """Return interpreters of another version that have the same pinned packages.

    They are looked for on the path and in `CODEGEN_PYTHONS` (a path list, for virtual environments elsewhere).
    """
    named = os.environ.get("CODEGEN_PYTHONS", "").split(os.pathsep)
    found = [*named, *(shutil.which(f"python3.{minor}") for minor in range(11, 15))]
    good: list[str] = []
    for python in filter(None, found):
        done = subprocess.run([python, "-c", ASK], capture_output=True, text=True, check=False)
        is_other = done.stdout.split()[:2] != HERE.split()[:2]
        if done.returncode == 0 and is_other and done.stdout.split()[2:] == HERE.split()[2:]:
            good.append(python)
    return good


def test_two_runs_give_the_same_bytes():
    assert generate(GOLDEN / "spec") == generate(GOLDEN / "spec")


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_hash_seed_and_working_directory_do_not_matter(seed: str, tmp_path: Path):
    run(sys.executable, GOLDEN / "spec", tmp_path / "out", cwd=tmp_path, seed=seed)
    assert compare_tree(tmp_path / "out", generate(GOLDEN / "spec")) == []


@pytest.mark.slow
def test_our_own_tree_is_the_same_elsewhere_with_another_hash_seed(tmp_path: Path):
    spec = Path(shutil.copytree(SPEC, tmp_path / "spec"))
    run(sys.executable, Path("spec"), Path("out"), cwd=tmp_path, seed="7")
    assert compare_tree(tmp_path / "out", generate(spec)) == []


@pytest.mark.slow
def test_our_own_tree_is_the_same_under_another_python(tmp_path: Path):
    pythons = find_other_pythons()
    if not pythons:
        pytest.skip(
            f"no Python of another version has the pinned {', '.join(PINNED)}; name some in CODEGEN_PYTHONS"
        )
    spec = Path(shutil.copytree(SPEC, tmp_path / "spec"))
    expected = generate(spec)
    for index, python in enumerate(pythons):
        run(python, spec, tmp_path / f"out{index}", cwd=tmp_path)
        assert compare_tree(tmp_path / f"out{index}", expected) == [], python
