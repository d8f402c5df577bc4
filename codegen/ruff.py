"""Format generated sources with the pinned ruff: file name → source in, the same formatted out."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

CONFIG = """
line-length = 110
target-version = "py311"
[lint]
select = ["I", "F401", "F811", "UP"]
ignore = ["UP040", "UP047"]
[lint.isort]
known-first-party = ["openresponses_types", "openai_responses_types", "any_llm_calls", "any_llm"]
split-on-trailing-comma = false
[format]
skip-magic-trailing-comma = true
docstring-code-format = true
"""


def format_sources(sources: dict[str, str]) -> dict[str, str]:
    """Sort imports, drop unused ones and format every Python source; other files pass through.

    Raises:
        RuntimeError: ruff cannot parse a source, which is a fault of a template.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "ruff.toml").write_text(CONFIG, encoding="utf-8")
        for name, source in sources.items():
            file = root / "out" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(source, encoding="utf-8")
        for command in (["format"], ["check", "--fix", "--quiet"], ["format"]):
            _run_ruff([*command, "--config", str(root / "ruff.toml"), "--no-cache", str(root / "out")])
        return {name: (root / "out" / name).read_text(encoding="utf-8") for name in sources}


def _run_ruff(arguments: list[str]) -> None:
    done = subprocess.run(  # noqa: S603  # fixed program, our own arguments
        [sys.executable, "-m", "ruff", *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"ruff {arguments[0]} failed:\n{done.stdout}{done.stderr}")
