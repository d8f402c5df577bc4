"""Write the generated tree, or compare it with what is there, both ways."""

from __future__ import annotations

import shutil
from pathlib import Path


def write_tree(root: Path, files: dict[str, str]) -> None:
    """Replace a folder by these files; nothing is touched before all of them are at hand."""
    staging = root.with_name(f"{root.name}.new")
    shutil.rmtree(staging, ignore_errors=True)
    for name, text in files.items():
        file = staging / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    if root.exists():
        shutil.rmtree(root)
    staging.rename(root)


def compare_tree(root: Path, files: dict[str, str]) -> list[str]:
    """Return one line per file that is missing, left over or different."""
    present = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    lines = [f"missing: {name}" for name in sorted(set(files) - present)]
    lines += [f"left over: {name}" for name in sorted(present - set(files))]
    lines += [
        f"different: {name}"
        for name in sorted(set(files) & present)
        if (root / name).read_text(encoding="utf-8") != files[name]
    ]
    return lines
