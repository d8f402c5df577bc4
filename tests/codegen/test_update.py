"""Adopting a newer document: its structure comes in, our texts stay, nothing of its prose, and all or nothing."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from codegen.__main__ import main
from codegen.cut import cut_document, list_left_out
from codegen.document import get_schemas
from tests.codegen.tiny_spec import (
    REF,
    THEIRS,
    Change,
    change_ours,
    count_changed_lines,
    list_files,
    make_spec,
    publish,
    publish_whole,
    read_yaml,
    update,
)


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    return make_spec(tmp_path)


def test_same_document_changes_no_byte(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = list_files(spec)
    assert main(["update", str(publish(spec)), "--spec", str(spec)]) == 0
    assert capsys.readouterr().out == "spec/tiny.yaml: up to date, nothing was written\n"
    assert list_files(spec) == before


def test_same_document_leaves_a_file_of_another_form_alone(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = spec / "tiny.yaml"
    file.write_text(yaml.safe_dump(read_yaml(file), width=40) + "# A comment below.\n", encoding="utf-8")
    before = list_files(spec)
    assert update(spec, publish(spec), capsys)[1]["changed"] is False
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
    file = spec / "tiny.yaml"
    before, words = file.read_text(encoding="utf-8"), list_words(file)
    newer = publish(spec, change)
    lines = diff(spec, newer, capsys)
    _, report = update(spec, newer, capsys)
    after = file.read_text(encoding="utf-8")
    assert report["changed"]
    assert place in {entry["place"] for entry in report["changes"]}
    assert [f"  {entry['place']}: {entry['detail']}" for entry in report["changes"]] == lines
    assert 0 < count_changed_lines(before, after) <= most_lines
    assert THEIRS not in after
    assert after.startswith("# Tiny.\n")
    assert list_words(file) == words
    assert not list(spec.glob(".*"))


def diff(spec: Path, newer: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    main(["diff", str(newer), "--spec", str(spec)])
    lines = capsys.readouterr().out.splitlines()
    return [line.removesuffix("  (breaking)") for line in lines if line.startswith("  ")]


def list_words(file: Path) -> dict[str, Any]:
    schemas = read_yaml(file)["components"]["schemas"]
    return {name: schema.get("description") for name, schema in schemas.items()}


def test_member_of_each_kind_keeps_its_like(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two members of one type are two members, whatever else of the union changes."""
    listed = [{"type": "array", "items": {"type": kind}} for kind in ("string", "integer")]
    change_ours(spec, lambda s: s["Text"]["properties"].update(x={"description": "Ours.", "anyOf": listed}))
    newer = publish(spec, lambda s: s["Text"]["properties"]["x"]["anyOf"].append({"type": "boolean"}))
    assert update(spec, newer, capsys)[0] == 0
    field = read_yaml(spec / "tiny.yaml")["components"]["schemas"]["Text"]["properties"]["x"]
    assert field == {"description": "Ours.", "anyOf": [*listed, {"type": "boolean"}]}


def add_sound(schemas: dict[str, Any]) -> None:
    schemas["Sound"] = {
        "type": "object",
        "description": THEIRS,
        "$comment": THEIRS,
        "x-note": THEIRS,
        "required": ["type"],
        "properties": {"url": {"type": "string"}, "type": {"const": "sound"}},
    }
    schemas["Reply"]["properties"]["sound"] = {"$ref": REF + "Sound"}


def test_new_schema_needs_a_name_and_a_description(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, report = update(spec, publish(spec, add_sound), capsys)
    assert status == 1
    assert report["unnamed"] == [{"schema": "Sound", "module": "reply", "name": "Sound"}]
    assert report["undescribed"] == ["Reply.sound", "Sound", "Sound.url", "Sound.type"]
    assert THEIRS not in (spec / "tiny.yaml").read_text(encoding="utf-8")
    newer = str(publish(spec))
    assert main(["update", newer, "--spec", str(spec)]) == 1
    wanted = "1 need a line in spec/names.yaml, in a module of tiny:\n  Sound  (for instance reply: Sound)"
    assert wanted in capsys.readouterr().out
    assert main(["update", newer, "--spec", str(spec), "--draft"]) == 0
    assert wanted in capsys.readouterr().out


def test_what_lacks_descriptions_can_be_generated(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = (spec / "names.yaml").read_text(encoding="utf-8")
    named = names.replace("reply: {Reply: Reply}", "reply: {Reply: Reply, Sound: Noise}")
    (spec / "names.yaml").write_text(named, encoding="utf-8")
    status, report = update(spec, publish(spec, add_sound), capsys)
    assert (status, report["unnamed"]) == (1, [])
    out = spec.parent / "generated"
    assert main(["generate", "--spec", str(spec), "--output", str(out)]) == 0
    assert "class Noise" in (out / "tiny_types" / "reply.py").read_text(encoding="utf-8")


def test_new_operation_comes_in_and_needs_its_words(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def add(document: dict[str, Any]) -> None:
        parameter = {"name": "id", "in": "path", "description": THEIRS, "schema": {"type": "string"}}
        reply = {"content": {"application/json": {"schema": {"$ref": REF + "Reply"}}}, "description": THEIRS}
        operation = {"summary": THEIRS, "parameters": [parameter], "responses": {"200": reply}}
        document["paths"]["/other/{id}"] = {"get": operation}

    status, report = update(spec, publish_whole(spec, add), capsys)
    assert (status, report["undescribed"]) == (1, ["GET /other/{id}", "GET /other/{id}?id"])
    assert THEIRS not in (spec / "tiny.yaml").read_text(encoding="utf-8")


def test_release_comes_in_and_another_version_does_not(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    newer = publish_whole(spec, lambda document: document["info"].update(version="2.3.0", title=THEIRS))
    assert update(spec, newer, capsys)[1]["changed"] is False
    newer = publish_whole(spec, lambda document: document["info"].update(version="2026-12-01"))
    report = update(spec, newer, capsys)[1]
    assert (report["release"], report["changed"]) == ("2026-12-01", True)
    assert read_yaml(spec / "tiny.yaml")["info"] == {"title": "Tiny", "version": "2026-12-01"}
    newer = publish_whole(spec, lambda document: document.pop("info"))
    assert update(spec, newer, capsys)[1]["changed"] is False


def test_change_without_a_release_says_what_to_mend(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    newer = publish(spec, lambda schemas: schemas["Mode"]["enum"].append("slow"))
    assert main(["update", str(newer), "--spec", str(spec)]) == 0
    assert "names no release: mend `info.version`" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("place", "deviate"),
    [
        ("Text.text", lambda s: s["Text"]["properties"]["text"].update(maxLength=5)),
        ("Text.extra", lambda s: s["Text"]["properties"].update(extra={"type": "string"})),
        ("Text.text", lambda s: (s["Text"]["properties"].pop("text"), s["Text"].update(required=["type"]))),
        ("Text", lambda s: s["Text"].update(required=["type"])),
        ("Text", lambda s: s["Text"].update(additionalProperties=True)),
        ("Mode", lambda s: s["Mode"]["enum"].append("slow")),
        ("Item", lambda s: s["Item"]["oneOf"].append({"$ref": REF + "Text"})),
        ("Scores", lambda s: s.update(Scores={"anyOf": [{"type": "number"}, {"type": "string"}]})),
    ],
    ids=["limit", "field", "no field", "required", "open", "value", "member", "kind"],
)
def test_deviation_stays_and_what_is_new_beside_it_comes_in(
    place: str, deviate: Change, spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def change(schemas: dict[str, Any]) -> None:
        schemas["Text"]["properties"]["size"] = {"type": "integer"}
        schemas["Text"]["required"].append("size")
        schemas["Mode"]["enum"].append("medium")
        schemas["Item"]["oneOf"].append({"$ref": REF + "Image"})

    unchanged, newer = publish(spec).read_bytes(), publish(spec, change).read_bytes()
    change_ours(spec, deviate)
    (spec / "deviations.yaml").write_text(f"tiny.yaml#{place}: on purpose\n", encoding="utf-8")
    before, file = list_files(spec), spec.parent / "newer.json"
    file.write_bytes(unchanged)
    status, report = update(spec, file, capsys)
    assert (report["kept"], report["unneeded"], report["changed"]) == ([place], [], False)
    assert list_files(spec) == before
    file.write_bytes(newer)
    status, report = update(spec, file, capsys)
    assert (status, report["kept"], report["unneeded"]) == (1, [place], [])
    ours = read_yaml(spec / "tiny.yaml")["components"]["schemas"]
    wanted = yaml.safe_load(before["tiny.yaml"])["components"]["schemas"]
    change(wanted)
    for schemas in (ours, wanted):
        schemas["Text"]["required"].sort()
        schemas["Text"]["properties"]["size"].pop("description", None)
        schemas["Mode"]["enum"].sort()
        schemas["Item"]["oneOf"].sort(key=str)
    assert ours == wanted


def test_deviation_that_differs_no_longer_is_said(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    newer = publish(spec, lambda schemas: schemas["Text"]["properties"]["text"].update(maxLength=5))
    listed = "".join(
        f"tiny.yaml#{place}: x\n" for place in ("Text.text", "Call.gone", "Gone", "Mode", "Item")
    )
    (spec / "deviations.yaml").write_text(listed, encoding="utf-8")
    status, report = update(spec, newer, capsys)
    assert (status, report["kept"], report["changed"]) == (1, ["Text.text"], False)
    assert report["unneeded"] == ["Call.gone", "Gone", "Mode", "Item"]


def add_ours(schemas: dict[str, Any]) -> None:
    schemas["Ours"] = {"x-added-here": "servers send it", "type": "string", "description": "x"}


def test_schema_of_ours_stays_until_it_is_published(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    newer = publish(spec)
    change_ours(spec, add_ours)
    before = list_files(spec)
    assert update(spec, newer, capsys)[0] == 0
    assert list_files(spec) == before
    published = publish(spec, lambda schemas: schemas["Ours"].pop("x-added-here"))
    assert update(spec, published, capsys)[1]["unneeded"] == ["Ours"]
    assert list_files(spec) == before


def test_schema_of_ours_that_needs_a_removed_one_stops_the_update(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def remove(schemas: dict[str, Any]) -> None:
        schemas.pop("Labels")
        schemas["Reply"]["properties"].pop("labels")

    newer = publish(spec, remove)
    change_ours(spec, lambda s: (add_ours(s), s["Ours"].update(type="array", items={"$ref": REF + "Labels"})))
    before = list_files(spec)
    for command in ("update", "diff"):
        assert main([command, str(newer), "--spec", str(spec)]) == 2
        assert "tiny.yaml#schemas.Ours.items: $ref to 'Labels'" in capsys.readouterr().err
    assert list_files(spec) == before


def test_name_that_only_generation_refuses_stops_the_update(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def add(schemas: dict[str, Any]) -> None:
        schemas["Literal"] = {"type": "object", "properties": {"a": {"type": "string"}}}
        schemas["Reply"]["properties"]["x"] = {"$ref": REF + "Literal"}

    before = list_files(spec)
    assert main(["update", str(publish(spec, add)), "--spec", str(spec)]) == 2
    error = capsys.readouterr().err
    assert "tiny_types#Literal: its name 'Literal' would hide a name" in error
    assert "Literal: has no name in spec/names.yaml; reply.Literal was tried" in error
    assert list_files(spec) == before


def test_interrupted_write_leaves_the_old_file(
    spec: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    newer = publish(spec, lambda schemas: schemas["Mode"]["enum"].append("slow"))
    before = list_files(spec)
    monkeypatch.setattr(os, "replace", fail)
    assert main(["update", str(newer), "--spec", str(spec)]) == 2
    assert "tiny.yaml: cannot be written: Permission denied" in capsys.readouterr().err
    assert list_files(spec) == before


def test_document_of_a_whole_platform_is_cut_to_our_part() -> None:
    others = {f"/{name}": {"get": {"$ref": REF + "F"}} for name in ("files", "audio/speech", "audio/text")}
    whole = {
        "openapi": "3.1.0",
        "paths": {"/responses/{id}": {"get": {"$ref": REF + "A"}}, **others},
        "components": {
            "schemas": {"A": {"items": {"$ref": REF + "B"}}, "B": {}, "F": {"items": {"$ref": REF + "B"}}}
        },
    }
    ours: dict[str, Any] = {"paths": {"/responses": {}}}
    cut = cut_document(whole, ours)
    assert list(get_schemas(cut)) == ["A", "B"]
    assert list_left_out(whole, cut) == ["/audio", "/files"]
    assert cut_document(cut, ours) is cut


def test_faults_in_other_services_of_a_platform_do_not_matter(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def embed(document: dict[str, Any]) -> None:
        document["components"]["schemas"]["Other"] = {"enum": [None], "items": {"$ref": REF + "Gone"}}
        for name in ("files", "audio", "batches"):
            document["paths"][f"/{name}"] = {"get": {"responses": {"200": {"$ref": REF + "Other"}}}}

    before = list_files(spec)
    status, report = update(spec, publish_whole(spec, embed), capsys)
    assert (status, report["changed"], report["left_out"]) == (0, False, ["/audio", "/batches", "/files"])
    assert list_files(spec) == before
