"""The child process, with a stand-in for xllamacpp that does what no real one can be asked to do."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from importlib import invalidate_caches
from pathlib import Path
from typing import Any

import pytest

from any_llm.exceptions import LocalModelError
from any_llm.local import server
from any_llm.local.process import ServerProcess
from any_llm.local.weights import KNOWN

LIBRARY = """
import os, sys, time
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from types import SimpleNamespace

STATUS = 200

class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(STATUS)
        self.end_headers()
        self.wfile.write(b"[]")

class CommonParams:
    def __init__(self):
        self.model = SimpleNamespace()

class Server:
    def __init__(self, parameters):
        {body}
        server = HTTPServer(("127.0.0.1", parameters.port), Handler)
        self.listening_address = "http://127.0.0.1:%d" % server.server_port
        Thread(target=server.serve_forever, daemon=True).start()
"""

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
Servers = dict[Path, ServerProcess]
Install = Callable[[str], None]


@pytest.fixture
def servers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Servers]:
    """The servers that a test starts, stopped at its end."""
    running: Servers = {}
    monkeypatch.setattr(server, "_servers", running)
    yield running
    server.stop_servers()


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, servers: Servers) -> Install:
    """Put a stand-in for the library before the real one; its server runs the lines given first."""

    def write(body: str, template: str = LIBRARY) -> None:
        package = tmp_path / "library" / "xllamacpp"
        package.mkdir(parents=True)
        (package / "__init__.py").write_text(template.replace("{body}", body))
        monkeypatch.setattr(sys, "path", [str(package.parent), *sys.path])
        monkeypatch.delitem(sys.modules, "xllamacpp", raising=False)
        invalidate_caches()

    return write


@pytest.fixture
def model(tmp_path: Path) -> str:
    path = tmp_path / "some.gguf"
    path.write_bytes(b"GGUF")
    return str(path)


def is_answering(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as reply:
            return reply.status == 200
    except OSError:
        return False


def get_parameters(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "parameters.json").read_text())


def write_parameters(folder: Path) -> str:
    return (
        f"import json; open({str(folder / 'parameters.json')!r}, 'w')"
        ".write(json.dumps(vars(parameters), default=vars))"
    )


def test_noise_of_the_library_reaches_nobody(
    install: Install, model: str, capfd: pytest.CaptureFixture[str]
) -> None:
    install("os.write(1, b'any-llm'); os.write(2, b'noise'); print('{}', flush=True)")
    assert is_answering(server.start_server(model))
    assert capfd.readouterr() == ("", "")


def test_parameters_of_a_file_of_ones_own(install: Install, model: str, tmp_path: Path) -> None:
    install(write_parameters(tmp_path))
    server.start_server(model)
    parameters = get_parameters(tmp_path)
    assert parameters["model"] == {"path": model}
    assert (parameters["n_ctx"], parameters["n_parallel"]) == (8192, 2)
    assert (parameters["cache_ram_mib"], parameters["cors_origins"], parameters["ui"]) == (0, "", False)
    assert "chat_template" not in parameters
    assert parameters["fit_params"]


def test_path_of_a_known_model_has_its_template(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "models" / KNOWN["smollm2-135m"].file_name
    path.parent.mkdir()
    path.write_bytes(b"GGUF")
    monkeypatch.setenv("ANY_LLM_CACHE", str(tmp_path))
    install(write_parameters(tmp_path))
    server.start_server(str(path))
    assert "<tool_call>" in get_parameters(tmp_path)["chat_template"]


def test_callers_folder_and_path_put_no_module_before_ours(
    install: Install, model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "socket", "server", "xllamacpp"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('a module of the caller')")
    install("pass")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert is_answering(server.start_server(model))


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("raise RuntimeError('no luck')", r"cannot load .*some\.gguf: .*damaged.* \(no luck\)$"),
        (
            "os.write(2, b'0.00.003 E reader: bad version\\n0.00.004 E failed\\n'); raise RuntimeError",
            r"\(reader: bad version\)$",
        ),
        ("os.write(2, b'out of memory\\n'); os.abort()", r"ended with status -?\d+: out of memory$"),
        ("global STATUS; STATUS = 503", r"cannot serve .*GET /slots .*503"),
        ("parameters.absent", r"ended with status 1: AttributeError: .*absent"),
    ],
)
def test_server_that_does_not_start_says_why(
    install: Install, model: str, servers: Servers, body: str, complaint: str
) -> None:
    install(body)
    with pytest.raises(LocalModelError, match=complaint):
        server.start_server(model)
    assert not servers


def test_library_that_cannot_be_imported_says_why(install: Any, model: str) -> None:
    install("", "raise ImportError('libgomp.so.1: no such file')")
    with pytest.raises(
        LocalModelError, match=r"cannot be imported: libgomp\.so\.1: no such file; install it"
    ):
        server.start_server(model)


def test_damaged_weights_of_a_known_model_name_the_command(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "models" / KNOWN["smollm2-135m"].file_name
    path.parent.mkdir()
    path.write_bytes(b"GGUF")
    monkeypatch.setenv("ANY_LLM_CACHE", str(tmp_path))
    install("raise RuntimeError('no luck')")
    with pytest.raises(LocalModelError, match=r"; run `any-llm local pull smollm2-135m --force`$"):
        server.start_server(str(path))


def test_server_that_is_late_is_ended(
    install: Install, model: str, servers: Servers, monkeypatch: pytest.MonkeyPatch
) -> None:
    install("time.sleep(60)")
    monkeypatch.setattr(server, "START_SECONDS", 0.3)
    with pytest.raises(LocalModelError, match=r"no answer within 0\.3 seconds with .*llama-server"):
        server.start_server(model)
    assert not servers


def test_interpreter_that_is_not_there_is_named(
    install: Install, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    install("pass")
    monkeypatch.setattr(sys, "executable", "/absent/python")
    with pytest.raises(LocalModelError, match="'/absent/python'"):
        server.start_server(model)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(LocalModelError, match="needs a Python interpreter"):
        server.start_server(model)


def test_stop_ends_a_server_that_still_starts(install: Install, model: str, servers: Servers) -> None:
    install("time.sleep(60)")
    errors: list[BaseException] = []

    def start() -> None:
        with pytest.raises(LocalModelError) as caught:
            server.start_server(model)
        errors.append(caught.value)

    thread = threading.Thread(target=start)
    thread.start()
    while not servers:
        time.sleep(0.01)
    began = time.monotonic()
    server.stop_servers()
    assert time.monotonic() - began < 2
    thread.join(5)
    assert len(errors) == 1


@POSIX
def test_stop_kills_a_server_that_does_not_leave(
    install: Install, model: str, servers: Servers, monkeypatch: pytest.MonkeyPatch
) -> None:
    install("pass")
    monkeypatch.setattr(server, "STOP_SECONDS", 0.2)
    url = server.start_server(model)
    [process] = servers.values()
    os.kill(process.pid, signal.SIGSTOP)
    server.stop_servers()
    assert not process.is_running()
    assert not is_answering(url)


@POSIX
def test_signals_for_the_parent_do_not_end_the_server(install: Install, model: str, servers: Servers) -> None:
    install("pass")
    url = server.start_server(model)
    [process] = servers.values()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        os.kill(process.pid, number)
    time.sleep(0.1)
    assert is_answering(url)
    assert server.start_server(model) == url
