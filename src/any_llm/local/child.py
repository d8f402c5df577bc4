"""The child process: one line of JSON in, a running server and one line of JSON out, until the parent is gone.

It runs by its path in an isolated interpreter (`python -I -S`), so it may import nothing but the standard
library and xllamacpp. The end of standard input is the order to leave, and it comes however the parent ends.
It leaves by `os._exit`: xllamacpp 2026.10.11549 hangs for ever, GIL held, when it destroys a server that has
a request running or has only just started.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

MARK = b"any-llm: "
"""Begins the line that holds the answer; llama.cpp writes its complaints into the same pipe before it."""

HOST = "127.0.0.1"
CONTEXT_TOKENS = 4096
SLOTS = 2
LOOP_SECONDS = 30
ERRORS_ONLY = 1


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a server is started with.

    Attributes:
        library: folder that holds the package xllamacpp.
        path: absolute path of the weights.
        template: path of a chat template; None takes the one in the weights.
        port: 0 for any free one.
        fits: the weights are known to fit into memory; finding it out costs a second load (0.13 s for SmolLM2).
    """

    library: str
    path: str
    template: str | None
    port: int
    fits: bool


def main() -> None:
    """Start the server that standard input asks for, say how that went, and stay until the input ends."""
    # A Ctrl-C, or a SIGTERM to a whole service, is for the parent: it may still finish a request.
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    order = sys.stdin.buffer.readline()
    if order:
        server, answer = _start(Parameters(**json.loads(order)))
        _send(answer)
        if server is not None:
            sys.stdin.buffer.read()
    os._exit(0)


def _start(parameters: Parameters) -> tuple[Any, dict[str, str]]:
    """Return the server, which the caller must hold, and the answer."""
    sys.path.append(parameters.library)
    try:
        library: Any = import_module("xllamacpp")
    except ImportError as error:
        return None, {"stage": "library", "error": str(error)}
    try:
        server = library.Server(_build_parameters(library, parameters))
    except (RuntimeError, ValueError) as error:
        return None, {"stage": "weights", "error": str(error)}
    try:
        _wait_for_loop(server.listening_address)
    except OSError as error:
        return None, {"stage": "server", "error": str(error)}
    return server, {"address": server.listening_address}


def _build_parameters(library: Any, parameters: Parameters) -> Any:
    """The one place that touches the untyped surface of the library."""
    built = library.CommonParams()
    built.model.path = parameters.path
    built.n_ctx = CONTEXT_TOKENS * SLOTS  # llama.cpp divides it among the slots
    built.n_parallel = SLOTS
    built.cache_ram_mib = 0  # by default it keeps up to 8 GB of old prompts
    built.hostnames = [HOST]
    built.port = parameters.port
    built.cors_origins = ""  # web pages have no business here
    built.ui = False
    built.verbosity = ERRORS_ONLY
    built.use_jinja = True
    built.fit_params = not parameters.fits
    if parameters.template is not None:
        built.chat_template = Path(parameters.template).read_text(encoding="utf-8")
    return built


def _wait_for_loop(address: str) -> None:
    """Ask for what only the server's loop can answer: xllamacpp returns just before the loop begins.

    By hand, because importing http.client takes as long as everything else here.
    """
    port = int(address.rsplit(":", 1)[-1])
    with socket.create_connection((HOST, port), timeout=LOOP_SECONDS) as connection:
        connection.sendall(f"GET /slots HTTP/1.0\r\nHost: {HOST}\r\n\r\n".encode())
        with connection.makefile("rb") as reply:
            status = reply.readline()
    if status.split()[1:2] != [b"200"]:
        raise ConnectionError(f"GET /slots at {address} was answered with {status!r}")


def _send(answer: dict[str, str]) -> None:
    """Write the answer as the last bytes of standard output; the user's terminal gets nothing after it either."""
    output = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.write(output, b"\n" + MARK + json.dumps(answer).encode() + b"\n")
    os.close(output)


if __name__ == "__main__":
    main()
