"""The parent's side of a child process: launch it, wait until its server answers, end it.

A server lives as long as somebody holds the writing end of its standard input. That is the process that
launched it and nobody else: other programs do not inherit it, and a forked Python process must `disown` it.
(A fork below Python, or between the launch and the next line, keeps it open: such a server lives longer.)
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any, Literal, cast

from any_llm.local.child import MARK, Parameters

CHILD = Path(__file__).with_name("child.py")
KILL_SECONDS = 1
# Threads of llama.cpp that wait for each other spin for long by default. On two cores with other work the start then
# took up to 6 s in place of 0.7 s, and 64 tokens up to 22 s in place of 3 s (2026-11-23); idle cores lose nothing.
SPINS = {"GOMP_SPINCOUNT": "1000"}
NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows only; also keeps Ctrl-C away

Stage = Literal["library", "weights", "server", "process", "time"]


class ServerStartError(Exception):
    """A server did not start: where it stopped, and llama.cpp's reason."""

    def __init__(self, stage: Stage, reason: str) -> None:
        super().__init__(reason)
        self.stage: Stage = stage
        self.reason = reason


class ServerProcess:
    """A child process with a server in it.

    Attributes:
        pid: its process id.
        address: `http://127.0.0.1:<port>`, or empty until the server has answered.
    """

    def __init__(self, parameters: Parameters) -> None:
        """Launch it.

        Raises:
            OSError: no process can be made.
        """
        # Isolated: neither the caller's folder, PYTHONPATH nor a .pth file may put a module before ours.
        self._process = subprocess.Popen(  # noqa: S603  # our own interpreter with fixed arguments
            [sys.executable, "-I", "-S", str(CHILD)],
            bufsize=0,  # no locks of a buffer that another thread may hold during a fork
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=CHILD.parent,  # the caller's folder stays free, and no library is loaded from it
            env={**SPINS, **os.environ},
            creationflags=NO_WINDOW,
        )
        self._input = cast("IO[bytes]", self._process.stdin)
        self._output = cast("IO[bytes]", self._process.stdout)
        self.pid: int = self._process.pid
        self.address: str = ""
        with suppress(OSError):  # it ended already; its output will say why
            self._input.write(json.dumps(asdict(parameters)).encode() + b"\n")

    def wait_until_ready(self, seconds: float) -> None:
        """Wait for the answer, and take the address from it.

        Raises:
            ServerStartError: the child reports an error, ends, or does not answer in time.
        """
        is_late = threading.Event()

        def end() -> None:
            is_late.set()
            self._process.kill()

        timer = threading.Timer(seconds, end)
        timer.daemon = True
        timer.start()
        try:
            answer, log = self._read_answer()
        finally:
            timer.cancel()
            timer.join()
            self._output.close()
        if is_late.is_set():
            raise ServerStartError("time", f"no answer within {seconds:g} seconds")
        if answer is None:
            reason = f"its process ended with status {self._process.wait()}"
            raise ServerStartError("process", ": ".join([reason, *log[-1:]]))
        if "address" not in answer:
            raise ServerStartError(answer["stage"], _find_reason(log) or answer["error"])
        self.address = answer["address"]

    def is_running(self) -> bool:
        """Tell whether the child lives and its server has answered once."""
        return self._process.poll() is None and bool(self.address)

    def release(self) -> None:
        """Order the child to leave."""
        self._input.close()
        if not self.address:  # while it loads it does not listen
            self._process.kill()

    def end(self, seconds: float) -> None:
        """Wait for the end of a released child, and kill it after some seconds."""
        try:
            self._process.wait(max(seconds, 0))
        except subprocess.TimeoutExpired:
            self._process.kill()
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(KILL_SECONDS)

    def disown(self) -> None:
        """Forget the child, in a process that was forked from the one that launched it."""
        self._input.close()
        self._output.close()
        self._process.returncode = 0  # it is not ours to wait for, nor to warn about

    def _read_answer(self) -> tuple[dict[str, Any] | None, list[str]]:
        log: list[str] = []
        for line in self._output:
            if line.startswith(MARK):
                return json.loads(line.removeprefix(MARK)), log
            if line.strip():
                log.append(line.decode(errors="replace").strip())
        return None, log


def _find_reason(log: list[str]) -> str | None:
    """Return the first complaint of llama.cpp, as in `0.00.003.896 E gguf_init_from_reader: bad GGUF version: 0`."""
    return next((found[1] for line in log if (found := re.match(r"[\d.]+ E +(.+)", line))), None)
