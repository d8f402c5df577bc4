"""Run llama.cpp's own server in this process: one per weights file, on first use, on a loopback port."""

from __future__ import annotations

import atexit
import os
import socket
import threading
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from any_llm.exceptions import LocalModelError
from any_llm.local.weights import KNOWN, find_weights

CONTEXT_TOKENS = 4096
SLOTS = 2
SILENT = -1
TEMPLATE = Path(__file__).parent / "smollm2-tools.jinja"
PORT_VARIABLE = "ANY_LLM_LOCAL_PORT"


class Server(Protocol):
    """What is used of a running server."""

    listening_address: str


_servers: dict[tuple[int, Path], Server] = {}
_lock = threading.Lock()


def start_server(model: str) -> str:
    """Return the base URL of the server for a model, starting it if it does not run in this process.

    Args:
        model: name of a known model, or the path of a `.gguf` file.

    Raises:
        LocalModelError: the weights are missing or unreadable, the extra is missing, or the port is taken.
    """
    _load_library()  # first, so that nobody fetches weights for a library that is not there
    path = find_weights(model).resolve()
    with _lock:
        key = (os.getpid(), path)  # threads do not survive a fork, so a child starts its own server
        server = _servers.get(key)
        if server is None:
            server = _servers[key] = _start(path, TEMPLATE if model in KNOWN else None)
        return f"{server.listening_address}/v1"


def stop_servers() -> None:
    """Stop every server of this process."""
    with _lock:
        for key in [key for key in _servers if key[0] == os.getpid()]:
            del _servers[key]


atexit.register(stop_servers)


def _start(path: Path, template: Path | None) -> Server:
    port = _get_port()
    parameters = _build_parameters(path, template, port)
    try:
        server: Server = _load_library().Server(parameters)
    except RuntimeError as error:
        if port and not _is_free(port):
            raise _build_port_error(port) from error
        raise LocalModelError(
            f"llama.cpp cannot load {path}: the file is damaged or of a kind it does not know"
        ) from error
    return server


def _build_parameters(path: Path, template: Path | None, port: int) -> Any:
    """The one place that touches the untyped surface of the library."""
    parameters = _load_library().CommonParams()
    parameters.model.path = str(path)
    parameters.n_ctx = CONTEXT_TOKENS
    parameters.n_parallel = SLOTS
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = port
    parameters.verbosity = SILENT
    parameters.use_jinja = True
    if template is not None:
        parameters.chat_template = template.read_text(encoding="utf-8")
    return parameters


def _load_library() -> Any:
    try:
        return import_module("xllamacpp")
    except ImportError as error:
        raise LocalModelError(
            'the embedded model needs the extra `local`: pip install "any-llm-responses[local]"'
        ) from error


def _get_port() -> int:
    """Return the port that the caller fixed, or 0 for any free one."""
    text = os.environ.get(PORT_VARIABLE, "")
    if not text:
        return 0
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise LocalModelError(f"{PORT_VARIABLE}: expected a port from 1 to 65535, got {text!r}")
    if not _is_free(int(text)):
        raise _build_port_error(int(text))
    return int(text)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def _build_port_error(port: int) -> LocalModelError:
    return LocalModelError(f"port {port} is taken; unset {PORT_VARIABLE} to use any free one")
