"""Run the checkers over both applications in turn: CPU and wall time of each run, medians of several."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.checkers.editor import open_and_complete
from benchmarks.checkers.sides import Workspace, write_application


class CheckerError(Exception):
    """A checker found something in an application that has to be clean; the message is what it printed."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Time of one run, seconds: `cpu` is user and system time of the process and of its children."""

    cpu: float
    wall: float


@dataclass(frozen=True, slots=True)
class Row:
    """Medians of one measurement, by the name of the side."""

    label: str
    runs: int
    cpu: dict[str, float]
    wall: dict[str, float]

    def get_ratio(self, ours: str, theirs: str) -> float:
        """Return our CPU time divided by theirs."""
        return self.cpu[ours] / self.cpu[theirs]


def run_measured(command: Sequence[str], folder: Path) -> Spent:
    """Run a command to its end.

    Raises:
        CheckerError: it ended with a status other than 0.
    """
    with tempfile.TemporaryFile() as printed:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=printed, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            printed.seek(0)
            raise CheckerError(printed.read().decode(errors="replace"))
    return Spent(cpu=usage.ru_utime + usage.ru_stime, wall=wall)


def run_mypy(workspace: Workspace) -> Spent:
    """Check the application with what the cache folder holds."""
    return run_measured([sys.executable, "-m", "mypy", "app.py"], workspace.folder)


def run_mypy_cold(workspace: Workspace) -> Spent:
    """Check the application with an empty cache."""
    shutil.rmtree(workspace.folder / ".mypy_cache", ignore_errors=True)
    return run_mypy(workspace)


def run_mypy_after_edit(workspace: Workspace) -> Spent:
    """Check the application with a full cache and one new function at its end."""
    write_application(workspace, f"\n\ndef added_{time.monotonic_ns()}() -> str:\n    return MODEL\n")
    try:
        return run_mypy(workspace)
    finally:
        write_application(workspace)


def run_pyright(workspace: Workspace) -> Spent:
    """Check the application; pyright keeps nothing for its next run."""
    return run_measured([sys.executable, "-m", "pyright"], workspace.folder)


def run_editor(workspace: Workspace) -> Spent:
    """Start a language server and wait for the list inside the brackets of a call."""
    cpu, wall = open_and_complete(workspace)
    return Spent(cpu=cpu, wall=wall)


Measure = Callable[[Workspace], Spent]
MEASURES: tuple[tuple[str, Measure], ...] = (
    ("mypy --strict, empty cache", run_mypy_cold),
    ("mypy --strict, nothing changed", run_mypy),
    ("mypy --strict, after an edit", run_mypy_after_edit),
    ("pyright strict", run_pyright),
    ("language server, start to first completion list", run_editor),
)


def measure_all(
    workspaces: Sequence[Workspace], repetitions: int, say: Callable[[str], None] = print
) -> list[Row]:
    """Return one row for each measurement; the sides take turns, and who begins changes every time."""
    taken: dict[str, list[dict[str, Spent]]] = {label: [] for label, _ in MEASURES}
    for number in range(repetitions):
        order = workspaces if number % 2 == 0 else workspaces[::-1]
        for label, measure in MEASURES:
            taken[label].append(_take_turns(measure, order))
        say(f"repetition {number + 1} of {repetitions} done")
    return [build_row(label, runs) for label, runs in taken.items()]


def build_row(label: str, runs: Sequence[dict[str, Spent]]) -> Row:
    """Return the medians of some runs of one measurement."""
    names = list(runs[0])
    return Row(
        label=label,
        runs=len(runs),
        cpu={name: median(run[name].cpu for run in runs) for name in names},
        wall={name: median(run[name].wall for run in runs) for name in names},
    )


def _take_turns(measure: Measure, order: Sequence[Workspace]) -> dict[str, Spent]:
    return {workspace.side.name: measure(workspace) for workspace in order}
