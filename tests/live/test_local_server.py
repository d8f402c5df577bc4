"""The embedded server itself: starts once, fails clearly."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from any_llm.exceptions import LocalModelError
from any_llm.local import server

pytestmark = [pytest.mark.live, pytest.mark.xdist_group("live")]


def test_one_server_a_model(local_model: str) -> None:
    name = local_model.removeprefix("local:")
    assert server.start_server(name) == server.start_server(name)
    assert server.start_server(name).startswith("http://127.0.0.1:")


def test_damaged_file_names_it(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.gguf"
    damaged.write_bytes(b"GGUF" + b"\0" * 4096)
    with pytest.raises(LocalModelError, match=r"cannot load .*damaged\.gguf"):
        server.start_server(str(damaged))


def test_taken_port_names_it(local_model: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setenv("ANY_LLM_LOCAL_PORT", str(port))
        monkeypatch.setattr(server, "_servers", {})
        with pytest.raises(LocalModelError, match=f"port {port} is taken"):
            server.start_server(local_model.removeprefix("local:"))


def test_missing_library_is_told_before_anything_else(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ANY_LLM_CACHE", str(tmp_path))
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    with pytest.raises(LocalModelError, match=r'pip install "any-llm-responses\[local\]"'):
        server.start_server("smollm2-135m")
