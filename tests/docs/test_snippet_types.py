"""The Python blocks of every page, one file a page, in both checkers at their strictest."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.test_snippets import BLOCK, PAGES, ROOT


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for page in PAGES:
        name = f"page_{page.stem.lower().replace('-', '_')}.py"
        (folder / name).write_text("\n".join(BLOCK.findall(page.read_text("utf-8"))), encoding="utf-8")
    settings = {"typeCheckingMode": "strict", "extraPaths": [str(ROOT / "src"), str(ROOT / "generated")]}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    return folder


@pytest.mark.slow
def test_pyright_finds_nothing(pages: Path) -> None:
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "--outputjson"]
    done = subprocess.run(command, cwd=pages, capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)
    assert report["generalDiagnostics"] == []
    assert report["summary"]["filesAnalyzed"] == len(PAGES)


@pytest.mark.slow
def test_mypy_finds_nothing(pages: Path) -> None:
    files = sorted(map(str, pages.glob("*.py")))
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--follow-imports=silent",
        "--cache-dir",
        str(pages),
        *files,
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
