"""Measured processes: a command in, the numbers that the process reports out."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from benchmarks.environments import ROOT, build_clean_environment


class WorkerError(Exception):
    """A measured process ended before it answered; what it printed stands above."""


class Worker:
    """A process that has one client loaded and measures what it is told to. Use it in a `with` block."""

    def __init__(self, python: Path, module: str) -> None:
        self.module = module
        self._process = subprocess.Popen(
            [str(python), "-W", "ignore", "-m", module],
            cwd=ROOT,
            env=build_clean_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def do(self, command: Mapping[str, Any]) -> dict[str, Any]:
        """Have one command carried out.

        Raises:
            WorkerError: the process is gone.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps(dict(command)) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise WorkerError(self.module) from None
        for line in self._process.stdout:
            if line.startswith("{"):  # libraries print things, too
                return dict(json.loads(line))
        raise WorkerError(self.module)

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


def run_fresh(python: Path, module: str, *arguments: str) -> dict[str, Any]:
    """Run a process of its own for one measurement.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    done = subprocess.run(
        [str(python), "-W", "ignore", "-m", module, *arguments],
        cwd=ROOT,
        env=build_clean_environment(),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return dict(json.loads(done.stdout.strip().splitlines()[-1]))
