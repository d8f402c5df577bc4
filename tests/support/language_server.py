"""A small client for pyright's language server: open a file, ask for completions, hovers and definitions."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CURSOR = "▮"


class LanguageServer:
    """Speaks JSON-RPC over the server's standard input and output, one request at a time."""

    def __init__(self, root: Path, settings: dict[str, Any]) -> None:
        self._settings = settings
        self._process = subprocess.Popen(
            [sys.executable, "-m", "pyright.langserver", "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=root,
        )
        self._number = 0
        self._root = root
        uri = root.as_uri()
        self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": uri,
                "workspaceFolders": [{"uri": uri, "name": "w"}],
                "capabilities": {
                    "workspace": {"configuration": True, "workspaceFolders": True},
                    "textDocument": {
                        "hover": {"contentFormat": ["markdown"]},
                        "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                    },
                },
            },
        )
        self.notify("initialized", {})

    def request(self, method: str, parameters: dict[str, Any]) -> Any:
        self._number += 1
        number = self._number
        self._write({"id": number, "method": method, "params": parameters})
        while True:
            message = self._read()
            if message.get("method") == "workspace/configuration":
                items = message["params"]["items"]
                self._write({"id": message["id"], "result": [self._get_settings(item) for item in items]})
            elif "method" in message and "id" in message:
                self._write({"id": message["id"], "result": None})
            elif message.get("id") == number:
                assert "error" not in message, message["error"]
                return message["result"]

    def notify(self, method: str, parameters: dict[str, Any]) -> None:
        self._write({"method": method, "params": parameters})

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()

    def _get_settings(self, item: dict[str, Any]) -> Any:
        return self._settings.get(item.get("section", ""), {})

    def _write(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the language server has gone away"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


class Editor:
    """Source text with one cursor (`▮`), shown to a language server."""

    def __init__(self, server: LanguageServer, folder: Path) -> None:
        self._server = server
        self._folder = folder
        self._count = 0

    def _open(self, source: str) -> dict[str, Any]:
        self._count += 1
        before, _, after = source.partition(CURSOR)
        uri = (self._folder / f"page_{self._count}.py").as_uri()
        document = {"uri": uri, "languageId": "python", "version": 1, "text": before + after}
        self._server.notify("textDocument/didOpen", {"textDocument": document})
        line = before.count("\n")
        character = len(before) - (before.rfind("\n") + 1)
        return {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}

    def complete(self, source: str) -> list[str]:
        """Return the labels offered at the cursor."""
        found = self._server.request("textDocument/completion", self._open(source))
        items = found["items"] if isinstance(found, dict) else found or []
        return [item["label"] for item in items]

    def hover(self, source: str) -> str:
        """Return what is shown over the name at the cursor."""
        found = self._server.request("textDocument/hover", self._open(source))
        return str(found["contents"]["value"]) if found else ""

    def go_to_definition(self, source: str) -> list[str]:
        """Return `file:line` of each definition of the name at the cursor, lines counted from 1."""
        found = self._server.request("textDocument/definition", self._open(source)) or []
        return [f"{place['uri'].rpartition('/')[2]}:{place['range']['start']['line'] + 1}" for place in found]


@contextmanager
def open_editor(folder: Path, search_paths: list[str]) -> Iterator[Editor]:
    settings = {
        "python": {"pythonPath": sys.executable, "analysis": {"extraPaths": search_paths}},
        "python.analysis": {
            "extraPaths": search_paths,
            "typeCheckingMode": "strict",
            "diagnosticMode": "openFilesOnly",
        },
    }
    server = LanguageServer(folder, settings)
    try:
        yield Editor(server, folder)
    finally:
        server.close()
