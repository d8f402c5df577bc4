"""Documents that cannot be used, for each command: which schema and why, status 2, and not a byte changes."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from codegen import fetch
from codegen.__main__ import main
from tests.codegen.documents import ROOT
from tests.codegen.tiny_spec import REF, Change, list_files, make_spec, publish
from tests.support.wire_server import Reply, serve

COMMANDS = ("generate", "diff", "update")


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    return make_spec(tmp_path)


def write(text: str) -> Callable[[Path], Any]:
    return lambda file: file.write_text(text, encoding="utf-8")


def spoil(change: Change) -> Callable[[Path], Any]:
    """Return what changes the document in a file; `change` gets all of it."""

    def spoil_file(file: Path) -> None:
        document = json.loads(file.read_text(encoding="utf-8"))
        change(document)
        file.write_text(json.dumps(document), encoding="utf-8")

    return spoil_file


def spoil_schemas(change: Change) -> Callable[[Path], Any]:
    return spoil(lambda document: change(document["components"]["schemas"]))


def make_circle(key: str) -> Callable[[Path], Any]:
    """Let two schemas be each other by `$ref`, or by a list of schemas."""

    def refer(name: str) -> Any:
        return {"$ref": REF + name} if key == "$ref" else {key: [{"$ref": REF + name}, {"type": "string"}]}

    return spoil_schemas(lambda schemas: schemas.update(Mode=refer("Labels"), Labels=refer("Mode")))


def make_directory(file: Path) -> None:
    file.unlink()
    file.mkdir()


def collide(schemas: dict[str, Any]) -> None:
    schemas["text_"] = schemas["Image"]
    schemas["Reply"]["properties"]["x"] = {"$ref": REF + "text_"}


def nest(schemas: dict[str, Any]) -> None:
    field: dict[str, Any] = {"type": "string"}
    for _ in range(300):
        field = {"type": "array", "items": field}
    schemas["Text"]["properties"]["deep"] = field


BAD: dict[str, tuple[Callable[[Path], Any], str]] = {
    "broken JSON": (write('{"openapi": "3.1.0", "paths"'), "cannot be parsed"),
    "broken YAML": (write("openapi: 3.1.0\npaths: [1\nb: 2"), "cannot be parsed"),
    "empty": (write(""), ": "),
    "web page": (write("<!doctype html><title>404</title>"), ": "),
    "not UTF-8": (lambda file: file.write_bytes(b'{"a": "\xff"}'), "cannot be parsed"),
    "half of a surrogate pair": (
        spoil_schemas(lambda s: s["Mode"]["enum"].append("\ud800")),
        r"#schemas.Mode.enum.2: expected Unicode text, got '\ud800'",
    ),
    "no JSON": (
        spoil_schemas(lambda s: s["Text"]["properties"]["text"].update(default=float("nan"))),
        "#schemas.Text.properties.text: expected a value that JSON has, got nan",
    ),
    "directory": (make_directory, "cannot be read: Is a directory"),
    "missing": (Path.unlink, "found none"),
    "OpenAPI 3.0": (spoil(lambda d: d.update(openapi="3.0.3")), "expected an OpenAPI 3.1 document"),
    "no components": (spoil(lambda d: d.pop("components")), "expected schemas under components.schemas"),
    "no schemas": (spoil(lambda d: d["components"].pop("schemas")), "expected schemas under components"),
    "schema cut off": (spoil_schemas(lambda s: s.update(Text=None)), "#Text: expected a schema object"),
    "schemas cut off": (
        spoil_schemas(lambda s: s.pop("ItemDone")),
        "$ref to 'ItemDone', which the document does not define",
    ),
    "unknown type": (spoil_schemas(lambda s: s["Text"].update(type="file")), "#Text: expected a type among"),
    "unknown $ref": (
        spoil_schemas(lambda s: s["Text"]["properties"].update(a={"$ref": REF + "No"})),
        "#schemas.Text.properties.a: $ref to 'No', which the document does not define",
    ),
    "unknown $ref in a path": (
        spoil(lambda d: d["paths"]["/replies"].update(parameters=[{"$ref": "#/components/parameters/No"}])),
        "#/replies.parameters[0]: $ref to 'parameters/No', which the document does not define",
    ),
    "$ref to a file": (
        spoil_schemas(lambda s: s["Text"]["properties"].update(a={"$ref": "x.yaml#/A"})),
        "#schemas.Text.properties.a: expected a $ref to #/components/schemas/…, got 'x.yaml#/A'",
    ),
    "path in a file": (
        spoil(lambda d: d["paths"].update({"/replies/x": {"$ref": "x.yaml#/A"}})),
        "#/replies/x: expected a $ref to #/components/…, got 'x.yaml#/A'",
    ),
    "circle of $ref": (make_circle("$ref"), "#Mode: its $ref or anyOf leads back to itself"),
    "circle of anyOf": (make_circle("anyOf"), "#Mode: its $ref or anyOf leads back to itself"),
    "circle of oneOf": (make_circle("oneOf"), "#Labels: its $ref or oneOf leads back to itself"),
    "circle of allOf": (make_circle("allOf"), "#Mode: its $ref or allOf leads back to itself"),
    "circle of one": (
        spoil_schemas(lambda s: s.update(Mode={"anyOf": [{"oneOf": [{"$ref": REF + "Mode"}]}]})),
        "#Mode: its $ref or anyOf leads back to itself",
    ),
    "too deep": (spoil_schemas(nest), "#schemas.Text.properties.deep: nests more than 60 levels deep"),
    "anchor in itself": (
        write("openapi: 3.1.0\ncomponents: &a {schemas: {A: *a}}\n"),
        "#schemas.A.schemas.A: nests more than 60 levels deep, or without end",
    ),
}


@pytest.mark.parametrize(
    ("fault", "command"),
    # Our own documents are YAML, whose parser refuses the one value and takes the other for a text.
    [
        (fault, command)
        for fault in BAD
        for command in COMMANDS
        if command != "generate" or fault not in ("half of a surrogate pair", "no JSON")
    ],
)
def test_bad_document_is_refused_and_nothing_changes(
    fault: str, command: str, spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change, complaint = BAD[fault]
    newer = publish(spec)
    if fault in ("anchor in itself", "broken YAML", "empty"):
        newer = newer.rename(newer.with_suffix(".yaml"))
    refuse(command, spec, newer, change, complaint, capsys)


def refuse(
    command: str,
    spec: Path,
    newer: Path,
    change: Callable[[Path], Any],
    complaint: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Spoil the newer document, or ours if it is to be generated from, and see it refused."""
    if command == "generate":
        newer = newer.rename(spec / "tiny.yaml")
    change(newer)
    before = list_files(spec.parent)
    source = [] if command == "generate" else [str(newer)]
    options = [*source, "--spec", str(spec)]
    if command == "generate":
        options += ["--output", str(spec.parent / "generated")]
    assert main([command, *options]) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert error.startswith("Nothing was written; ")
    assert complaint in error
    assert newer.name in error
    assert list_files(spec.parent) == before


@pytest.mark.parametrize("command", COMMANDS)
def test_two_schemas_of_one_name_are_refused_with_what_to_write(
    command: str, spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if command == "generate":
        names = (spec / "names.yaml").read_text(encoding="utf-8")
        named = names.replace("reply: {Reply: Reply}", "reply: {Reply: Reply, text_: Text}")
        (spec / "names.yaml").write_text(named, encoding="utf-8")
        advice = "tiny_types#text_: its model name 'Text' is taken by 'Text'"
    else:
        advice = "its model name 'Text' is taken by 'Text'; write `text_: <name>` below `modules: reply:` in spec/names"
    newer = publish(spec, collide)
    if command == "generate":
        newer = newer.rename(spec / "tiny.yaml")
    before = list_files(spec.parent)
    source = ["--output", str(spec.parent / "generated")] if command == "generate" else [str(newer)]
    assert main([command, *source, "--spec", str(spec)]) == 2
    assert advice in capsys.readouterr().err
    assert list_files(spec.parent) == before


@pytest.mark.parametrize("command", COMMANDS)
def test_two_unnamed_objects_of_one_name_are_refused(
    command: str, spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inline = [{"type": "object", "properties": {name: {"type": "string"}}} for name in "ab"]
    change = spoil_schemas(lambda s: s["Text"]["properties"].update(x={"anyOf": inline}))
    newer = publish(spec)
    if command == "generate":
        newer = newer.rename(spec / "tiny.yaml")
    change(newer)
    before = list_files(spec.parent)
    source = ["--output", str(spec.parent / "generated")] if command == "generate" else [str(newer)]
    assert main([command, *source, "--spec", str(spec)]) == 2
    assert "tiny_types#Text.x: its model name 'TextX' is taken by 'TextX'" in capsys.readouterr().err
    assert list_files(spec.parent) == before


@pytest.mark.parametrize("command", ["diff", "update"])
@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (
            write(json.dumps({"openapi": "3.1.0", "components": {"schemas": {"Pet": {}}}})),
            "newer.json: describes another API: it has 0% of the schemas",
        ),
        (
            spoil(lambda d: d.update(paths={"/pets": {}})),
            "newer.json: expected paths below /replies, found none; is it cut off?",
        ),
        (spoil(lambda d: d.pop("paths")), "newer.json: expected paths below /replies, found none"),
        (spoil(lambda d: d.update(paths=[1])), "newer.json: expected paths below /replies, found none"),
    ],
    ids=["other schemas", "other paths", "cut off before the paths", "no paths"],
)
def test_document_of_another_api_is_refused(
    change: Callable[[Path], Any],
    complaint: str,
    command: str,
    spec: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    refuse(command, spec, publish(spec), change, complaint, capsys)


@pytest.mark.parametrize("command", ["diff", "update"])
@pytest.mark.parametrize(
    ("reply", "complaint"),
    [
        (Reply(404, b"no"), "cannot be fetched: HTTP Error 404"),
        (Reply(500, b"no"), "cannot be fetched: HTTP Error 500"),
        (
            Reply(200, b"\n<html>sign in</html>", "text/html"),
            "expected an OpenAPI 3.1 document, got a web page",
        ),
        (Reply(200, b'{"a":', "application/json"), "cannot be parsed"),
        (Reply(200, b"sign in", "text/plain"), "expected an OpenAPI 3.1 document"),
        (Reply(200, b"{}", headers={"content-length": "50"}, cut=True), "cannot be fetched"),
        (Reply(200, [b"{", 1.5]), "cannot be fetched: timed out"),
    ],
    ids=["404", "500", "page", "broken", "words", "cut", "silent"],
)
def test_bad_answer_of_a_server_is_refused(
    reply: Reply,
    complaint: str,
    command: str,
    spec: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fetch, "TIMEOUT", 0.5)
    before = list_files(spec.parent)
    with serve() as server:
        server.script(reply)
        assert main([command, f"{server.url}/openapi.json?key=secret", "--spec", str(spec)]) == 2
        error = capsys.readouterr().err
        assert f"{server.url}/openapi.json: {complaint}" in error
    assert "secret" not in error
    assert list_files(spec.parent) == before


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("http://api.invalid/openapi.json", "http://api.invalid/openapi.json: cannot be fetched: "),
        (
            "https://me:secret@127.0.0.1:9/x.json",
            "https://127.0.0.1:9/x.json: cannot be fetched with a password",
        ),
        ("http://[::1/x.json", "cannot be fetched: Invalid IPv6 URL"),
        ("http://", "cannot be fetched: "),
        ("ftp://127.0.0.1/x.json", "x.json: expected this file in ftp:/127.0.0.1, found none"),
        ("", "FROM: expected the file or URL of an OpenAPI 3.1 document, got nothing"),
        (".", ".: cannot be read: Is a directory"),
        ("a\0b", "cannot be parsed"),
    ],
    ids=["unknown host", "password", "no address", "no host", "other scheme", "nothing", "here", "null"],
)
def test_bad_source_is_refused(
    source: str,
    complaint: str,
    spec: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    before = list_files(spec.parent)
    for command in ("diff", "update"):
        assert main([command, source, "--spec", str(spec)]) == 2
        error = capsys.readouterr().err
        assert complaint in error
        assert "secret" not in error
    assert list_files(spec.parent) == before


def test_process_ends_with_two_and_without_a_traceback(spec: Path) -> None:
    newer = publish(spec)
    make_circle("$ref")(newer)
    command = [sys.executable, "-m", "codegen", "update", str(newer), "--spec", str(spec)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "newer.json#Mode" in done.stderr
    assert "Traceback" not in done.stderr
