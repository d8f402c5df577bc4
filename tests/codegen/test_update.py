"""Adopting a newer document: its structure comes in, our texts stay, nothing of its prose, and all or nothing."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from codegen.__main__ import main
from codegen.cut import cut_document
from codegen.document import get_schemas, read_document
from tests.codegen.documents import GOLDEN, SHARED, SPEC
from tests.support.wire_server import Reply, serve

UPSTREAM = SHARED / "upstream"
with_upstream = pytest.mark.skipif(
    not UPSTREAM.exists(), reason="../shared/upstream is not beside this checkout"
)
THEIRS = "Words of the published document, which must not come in."
Change = Callable[[dict[str, Any]], Any]


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    """Return a folder with the tiny document in the form in which documents are kept, with a comment on top."""
    folder = Path(shutil.copytree(GOLDEN / "spec", tmp_path / "spec"))
    document = yaml.safe_load((folder / "tiny.yaml").read_text(encoding="utf-8"))
    describe(document["components"]["schemas"])
    text = "# Tiny.\n" + yaml.safe_dump(document, sort_keys=False, width=110)
    (folder / "tiny.yaml").write_text(text, encoding="utf-8")
    return folder


def describe(schemas: dict[str, Any]) -> None:
    for name, schema in schemas.items():
        schema.setdefault("description", f"Our words about {name}.")
        describe_fields(schema, name)


def describe_fields(node: Any, place: str) -> None:
    for field, inner in node.get("properties", {}).items():
        inner.setdefault("description", f"Our words about {place}.{field}.")
    inner_nodes = [value for value in node.values() if isinstance(value, dict)]
    for value in (*inner_nodes, *(part for key in ("anyOf", "oneOf", "allOf") for part in node.get(key, []))):
        describe_fields(value, place)


def publish(spec: Path, change: Change) -> Path:
    """Write a newer document as its publisher would: JSON, every text replaced by theirs."""
    document = yaml.safe_load((spec / "tiny.yaml").read_text(encoding="utf-8"))
    change(document["components"]["schemas"])
    text = json.dumps(document)
    for schema in get_schemas(document).values():
        for node in (schema, *schema.get("properties", {}).values()):  # type: ignore[union-attr, attr-defined]
            if "description" in node:
                text = text.replace(json.dumps(node["description"]), json.dumps(THEIRS))
    file = spec.parent / "newer.json"
    file.write_text(text, encoding="utf-8")
    return file


def update(spec: Path, source: Path | str, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any]]:
    status = main(["update", str(source), "--spec", str(spec), "--json"])
    return status, json.loads(capsys.readouterr().out)


def list_files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def count_changed_lines(before: str, after: str) -> int:
    old, new = before.splitlines(), after.splitlines()
    return sum(old.count(line) != new.count(line) for line in {*old, *new})


def test_same_document_changes_no_byte(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = list_files(spec)
    newer = publish(spec, lambda schemas: None)
    assert main(["update", str(newer), "--spec", str(spec)]) == 0
    assert capsys.readouterr().out == "spec/tiny.yaml: up to date, nothing was written\n"
    assert list_files(spec) == before


@pytest.mark.parametrize(
    ("change", "place", "most_lines"),
    [
        (lambda s: s["Mode"]["enum"].append("slow"), "Mode", 1),
        (
            lambda s: s["Text"]["properties"].update(size={"type": "integer", "description": THEIRS}),
            "Text.size",
            2,
        ),
        (lambda s: s["Text"].pop("required"), "Text.text", 3),
        (lambda s: s["Call"]["properties"].pop("name"), "Call.name", 9),
    ],
    ids=["value", "field", "optional", "gone"],
)
def test_change_of_one_thing_changes_few_lines_and_keeps_our_words(
    change: Change, place: str, most_lines: int, spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (spec / "tiny.yaml").read_text(encoding="utf-8")
    _, report = update(spec, publish(spec, change), capsys)
    after = (spec / "tiny.yaml").read_text(encoding="utf-8")
    assert report["changed"]
    assert place in {entry["place"] for entry in report["changes"]}
    assert 0 < count_changed_lines(before, after) <= most_lines
    assert THEIRS not in after
    assert after.startswith("# Tiny.\n")
    described = {
        name: schema.get("description")
        for name, schema in yaml.safe_load(before)["components"]["schemas"].items()
    }
    kept = {
        name: schema.get("description")
        for name, schema in yaml.safe_load(after)["components"]["schemas"].items()
    }
    assert kept == described


def test_new_schema_needs_a_name_and_a_description(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def add(schemas: dict[str, Any]) -> None:
        fields = {"url": {"type": "string"}, "type": {"const": "sound"}}
        schemas["Sound"] = {
            "type": "object",
            "description": THEIRS,
            "required": ["type"],
            "properties": fields,
        }
        schemas["Reply"]["properties"]["sound"] = {"$ref": "#/components/schemas/Sound"}

    status, report = update(spec, publish(spec, add), capsys)
    assert status == 1
    assert report["unnamed"] == ["Sound"]
    assert report["undescribed"] == ["Reply.sound", "Sound", "Sound.url", "Sound.type"]
    assert THEIRS not in (spec / "tiny.yaml").read_text(encoding="utf-8")
    assert main(["update", str(publish(spec, lambda schemas: None)), "--spec", str(spec)]) == 1
    assert "1 need a line in spec/names.yaml, in a module of tiny:\n  Sound" in capsys.readouterr().out


def test_deviation_that_is_published_by_now_is_said(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    newer = publish(spec, lambda schemas: schemas["Text"]["properties"]["text"].update(maxLength=5))
    listed = "tiny.yaml#Text.text: ours is longer\ntiny.yaml#Call.gone: it went\n"
    (spec / "deviations.yaml").write_text(listed, encoding="utf-8")
    status, report = update(spec, newer, capsys)
    assert (status, report["unneeded"], report["changed"]) == (1, ["Call.gone"], False)


def test_schema_of_ours_stays_until_it_is_published(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = spec / "tiny.yaml"
    document = yaml.safe_load(file.read_text(encoding="utf-8"))
    newer = publish(spec, lambda schemas: None)
    document["components"]["schemas"]["Ours"] = {
        "x-added-here": "servers send it",
        "type": "string",
        "description": "x",
    }
    file.write_text("# Tiny.\n" + yaml.safe_dump(document, sort_keys=False, width=110), encoding="utf-8")
    before = file.read_bytes()
    assert update(spec, newer, capsys)[0] == 0
    assert file.read_bytes() == before
    published = publish(spec, lambda schemas: schemas["Ours"].pop("x-added-here"))
    assert update(spec, published, capsys)[1]["unneeded"] == ["Ours"]


def spoil_text(text: str) -> Callable[[Path], None]:
    return lambda file: file.write_text(text, encoding="utf-8") and None


def spoil_schemas(change: Change) -> Callable[[Path], None]:
    def spoil(file: Path) -> None:
        document = json.loads(file.read_text(encoding="utf-8"))
        change(document["components"]["schemas"])
        file.write_text(json.dumps(document), encoding="utf-8")

    return spoil


def make_directory(file: Path) -> None:
    file.unlink()
    file.mkdir()


REF = "#/components/schemas/"
BAD: dict[str, tuple[Callable[[Path], Any], str]] = {
    "broken": (spoil_text('{"openapi": "3.1.0", "paths"'), "cannot be parsed"),
    "old form": (spoil_text('{"openapi": "3.0.3"}'), "expected an OpenAPI 3.1 document"),
    "web page": (spoil_text("<!doctype html><title>404</title>"), "newer.json: "),
    "partial": (spoil_text('{"openapi": "3.1.0", "paths": {}}'), "expected schemas under components.schemas"),
    "directory": (make_directory, "cannot be read: Is a directory"),
    "not UTF-8": (lambda file: file.write_bytes(b'{"a": "\xff"}'), "cannot be parsed"),
    "missing": (Path.unlink, "found none"),
    "dangling": (spoil_schemas(lambda s: s["Text"].update(properties={"a": {"$ref": REF + "No"}})), "'No'"),
    "other file": (spoil_schemas(lambda s: s["Text"].update({"$ref": "x.yaml#/A"})), "'x.yaml#/A'"),
    "endless": (
        spoil_schemas(lambda s: s.update(Mode={"$ref": REF + "Labels"}, Labels={"$ref": REF + "Mode"})),
        "Mode",
    ),
    "collision": (
        spoil_schemas(
            lambda s: (
                s["Reply"]["properties"].update(x={"$ref": REF + "text2"}),
                s.update(text2=s["Image"], Text2=s["Image"]),
                s["Reply"]["properties"].update(y={"$ref": REF + "Text2"}),
            )
        ),
        "'Text' is taken by",
    ),
    "other API": (
        spoil_text(json.dumps({"openapi": "3.1.0", "components": {"schemas": {"Pet": {}}}})),
        "another API",
    ),
}


@pytest.mark.parametrize(
    ("command", "fault"),
    # Two documents can be compared although nothing can be generated from one of them.
    [("update", fault) for fault in BAD]
    + [("diff", fault) for fault in BAD if fault not in ("endless", "collision")],
)
def test_bad_document_is_refused_and_nothing_changes(
    command: str, fault: str, spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil, complaint = BAD[fault]
    newer = publish(spec, lambda schemas: None)
    spoil(newer)
    before = list_files(spec)
    assert main([command, str(newer), "--spec", str(spec)]) == 2
    error = capsys.readouterr().err
    assert "Nothing was written" in error
    assert complaint in error
    assert "Traceback" not in error
    assert list_files(spec) == before


@pytest.mark.parametrize(
    ("reply", "complaint"),
    [
        (Reply(404, b"no"), "cannot be fetched: HTTP Error 404"),
        (Reply(200, b"<html>sign in</html>", "text/html"), "expected an OpenAPI 3.1 document"),
        (Reply(200, b"{}", headers={"content-length": "50"}, cut=True), "cannot be fetched"),
    ],
    ids=["404", "page", "cut"],
)
def test_bad_address_is_refused_and_nothing_changes(
    reply: Reply, complaint: str, spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = list_files(spec)
    with serve() as server:
        server.script(reply)
        assert main(["update", f"{server.url}/openapi.json", "--spec", str(spec)]) == 2
    assert complaint in capsys.readouterr().err
    assert list_files(spec) == before


def test_document_of_a_whole_platform_is_cut_to_our_part() -> None:
    whole = {
        "openapi": "3.1.0",
        "paths": {"/responses/{id}": {"get": {"$ref": REF + "A"}}, "/files": {"get": {"$ref": REF + "F"}}},
        "components": {
            "schemas": {"A": {"items": {"$ref": REF + "B"}}, "B": {}, "F": {"items": {"$ref": REF + "B"}}}
        },
    }
    ours: dict[str, Any] = {"paths": {"/responses": {}}}
    cut = cut_document(whole, ours)
    assert list(get_schemas(cut)) == ["A", "B"]
    assert cut_document(cut, ours) is cut


@with_upstream
@pytest.mark.parametrize("release", ["openresponses-2026-04-24", "openai-responses-2026-08-21"])
def test_present_release_changes_no_byte(
    release: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = Path(shutil.copytree(SPEC, tmp_path / "spec"))
    before = list_files(spec)
    status, report = update(spec, UPSTREAM / f"{release}.openapi.json", capsys)
    assert (status, report["changed"], report["changes"]) == (0, False, [])
    assert list_files(spec) == before


@with_upstream
@pytest.mark.slow
def test_the_day_of_a_real_release(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Go back to the release of 2026-01-15 with our words, then adopt that of 2026-04-24."""
    spec = Path(shutil.copytree(SPEC, tmp_path / "spec"))
    old, new = (UPSTREAM / f"openresponses-{date}.openapi.json" for date in ("2026-01-15", "2026-04-24"))
    assert update(spec, old, capsys)[0] == 0
    status, report = update(spec, new, capsys)
    assert status == 1
    assert (len(report["changes"]), report["unnamed"], report["unneeded"]) == (13, [], [])
    ours = get_schemas(read_document(SPEC / "openresponses.yaml"))
    adopted = get_schemas(read_document(spec / "openresponses.yaml"))
    assert {place.partition(".")[0] for place in report["undescribed"]} == {
        *(
            "CompactResource",
            "CompactResponseMethodPublicBody",
            "CompactionBody",
            "CompactionSummaryItemParam",
        ),
        *("WebSocketErrorEvent", "WebSocketResponseCreateEvent", "AssistantMessageItemParam", "Message"),
    }
    assert list(adopted) == list(ours)
    assert count_words(adopted) + len(report["undescribed"]) == count_words(ours)
    assert drop_words(adopted) == drop_words(ours)
    assert main(["generate", "--spec", str(spec), "--output", str(tmp_path / "out")]) == 0


def count_words(node: Any) -> int:
    if isinstance(node, dict):
        own = isinstance(node.get("description"), str)
        return own + sum(count_words(value) for value in node.values())
    return sum(count_words(value) for value in node) if isinstance(node, list) else 0


def drop_words(node: Any) -> Any:
    if isinstance(node, dict):
        return {
            key: drop_words(value)
            for key, value in node.items()
            if not isinstance(value, str) or key != "description"
        }
    return [drop_words(value) for value in node] if isinstance(node, list) else node


def test_workflow_calls_what_there_is() -> None:
    """The workflow cannot run here; that it can be read, and that its commands exist, can be seen."""
    root = SPEC.parent
    text = (root / ".github" / "workflows" / "spec-update.yml").read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["jobs"]["update"]["steps"]
    commands = "\n".join(step.get("run", "") for step in steps)
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"make ([a-z][a-z-]+)", commands))
    assert targets == {"generate", "api-report"}
    assert all(f"\n{target}:" in makefile for target in targets)
    assert "-m codegen update " in commands
