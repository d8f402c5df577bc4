"""One session of pyright's language server: started, asked for one completion list, ended; its time is returned."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from benchmarks.checkers.sides import Workspace
from tests.support.language_server import Editor, LanguageServer


class MeasuredServer(LanguageServer):
    """A language server that is asked to end, so that the system can say what it has used."""

    def close(self) -> None:
        """End the server and forget what it used."""
        self.finish()

    def finish(self) -> float:
        """End the server; return the CPU seconds of its processes."""
        self.request("shutdown", {})
        self.notify("exit", {})
        _, status, usage = os.wait4(self._process.pid, 0)
        self._process.returncode = os.waitstatus_to_exitcode(status)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        return usage.ru_utime + usage.ru_stime


def open_and_complete(workspace: Workspace) -> tuple[float, float]:
    """Return CPU and wall seconds from the start of the server to the list inside the brackets of a call.

    The server's end, which is quick, is part of the CPU time and not of the wall time.
    """
    settings = {
        "python": {"pythonPath": str(workspace.python)},
        "python.analysis": {"typeCheckingMode": "strict", "diagnosticMode": "openFilesOnly"},
    }
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = time.perf_counter()
        server = MeasuredServer(folder, settings)
        offered = Editor(server, folder).complete(workspace.side.call)
        wall = time.perf_counter() - start
        cpu = server.finish()
    assert {"tools=", "stream="} <= set(offered), f"{workspace.side.name}: no keywords offered: {offered[:9]}"
    return cpu, wall
