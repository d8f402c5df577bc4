"""Write the generated tree, or compare it with what is there, both ways."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from codegen.problems import CodegenError, Problem
from codegen.render import HEADER


def write_tree(root: Path, files: Mapping[str, str]) -> None:
    """Replace a folder by these files; nothing is touched before all of them are at hand.

    Args:
        root: the folder; it is deleted first, with all that was in it.
        files: name below the folder → text.

    Raises:
        CodegenError: the folder holds something else than generated packages.
    """
    root = root.resolve()
    strangers = sorted(path for path in _list_entries(root) if not _is_generated(path))
    if strangers:
        reason = f"expected generated packages only, found {strangers[0].name!r}, which would be deleted too"
        raise CodegenError([Problem(str(root), reason)])
    staging = root.with_name(f"{root.name}.new")
    shutil.rmtree(staging, ignore_errors=True)
    for name, text in files.items():
        file = staging / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    if root.exists():
        shutil.rmtree(root)
    staging.rename(root)


def compare_tree(root: Path, files: Mapping[str, str]) -> list[str]:
    """Return one line per file that is missing, left over or different."""
    present = {path.relative_to(root).as_posix() for path in _find_files(root)}
    lines = [f"missing: {name}" for name in sorted(set(files) - present)]
    lines += [f"left over: {name}" for name in sorted(present - set(files))]
    lines += [
        f"different: {name}"
        for name in sorted(set(files) & present)
        if (root / name).read_bytes() != files[name].encode()
    ]
    return lines


def _find_files(root: Path) -> Iterator[Path]:
    for path in root.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path


def _list_entries(root: Path) -> list[Path]:
    """Return what stands directly in a folder, without caches and other hidden things."""
    entries = root.iterdir() if root.is_dir() else ()
    return [path for path in entries if not path.name.startswith((".", "__pycache__"))]


def _is_generated(package: Path) -> bool:
    init = package / "__init__.py"
    return init.is_file() and init.read_text(encoding="utf-8").startswith(HEADER)
