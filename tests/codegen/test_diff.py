"""What a newer document changes in the typed API: kind, place, and whether typed code breaks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from codegen.__main__ import main
from codegen.diff import compare_documents
from codegen.normalise import normalise
from tests.codegen.documents import SHARED, SPEC, make_document
from tests.support.wire_server import Reply, serve

UPSTREAM = SHARED / "upstream"
BASE = "Reply: {properties: {a: {type: string}, b: {enum: [x, y]}, c: {anyOf: [$ref: ~In, $ref: ~Out]}}, required: [a]}\n"
OTHERS = """
In: {properties: {type: {const: in}, n: {type: integer}}, required: [type]}
Out: {properties: {type: {const: out}}, required: [type]}
Body: {properties: {q: {type: string}, r: {type: string}}, required: [q]}
"""
OLD = BASE + OTHERS


def compare(old: str, new: str) -> list[tuple[str, str, bool]]:
    documents = [normalise(make_document(text, reply="Reply", request="Body")) for text in (old, new)]
    return [(str(change.kind), change.place, change.is_breaking) for change in compare_documents(*documents)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("{type: string}", "{type: string, description: other, maxLength: 5}", []),
        ("enum: [x, y]", "enum: [x, y, z]", [("loosened", "Reply.b", False)]),
        ("enum: [x, y]", "enum: [x]", [("narrowed", "Reply.b", True)]),
        ("required: [a]", "required: [a, b]", [("narrowed", "Reply.b", False)]),
        ("required: [a]", "required: []", [("loosened", "Reply.a", True)]),
        ("required: [q]", "required: [q, r]", [("narrowed", "Body.r", True)]),
        ("required: [q]", "required: []", [("loosened", "Body.q", False)]),
        ("a: {type: string}", "a: {type: integer}", [("narrowed", "Reply.a", True)]),
        (
            "a: {type: string}",
            "a: {anyOf: [{type: string}, {type: 'null'}]}",
            [("loosened", "Reply.a", True)],
        ),
        (
            "q: {type: string}",
            "q: {anyOf: [{type: string}, {type: integer}]}",
            [("loosened", "Body.q", False)],
        ),
        ("n: {type: integer}", "n: {type: integer}, m: {type: string}", [("added", "In.m", False)]),
        (", n: {type: integer}", "", [("removed", "In.n", True)]),
        ("[$ref: ~In, $ref: ~Out]", "[$ref: ~In]", [("narrowed", "Reply.c", True)]),
        (
            "r: {type: string}}, required: [q]",
            "r: {type: string}, s: {type: string}}, required: [q, s]",
            [("added", "Body.s", True)],
        ),
    ],
)
def test_change_of_one_thing_is_one_line(
    before: str, after: str, expected: list[tuple[str, str, bool]]
) -> None:
    assert before in OLD
    assert compare(OLD, OLD.replace(before, after)) == expected


def test_new_member_of_a_union_is_its_schemas_line() -> None:
    new = (
        OLD.replace("$ref: ~Out]", "$ref: ~Out, $ref: ~New]")
        + "New: {properties: {type: {const: new}}, required: [type]}\n"
    )
    assert compare(OLD, new) == [("added", "New", False)]


def test_removed_and_renamed_schemas_break() -> None:
    assert compare(OLD, OLD.replace("In", "Inward")) == [
        ("narrowed", "Reply.c", True),
        ("renamed", "In", True),
    ]
    gone = OLD.replace("$ref: ~In, ", "").replace(
        "In: {properties: {type: {const: in}, n: {type: integer}}, required: [type]}", ""
    )
    assert ("removed", "In", True) in compare(OLD, gone)


@pytest.mark.skipif(not UPSTREAM.exists(), reason="../shared/upstream is not beside this checkout")
def test_real_release_changes_what_its_notes_say(capsys: pytest.CaptureFixture[str]) -> None:
    old, new = (str(UPSTREAM / f"openresponses-{date}.openapi.json") for date in ("2026-01-15", "2026-04-24"))
    assert main(["diff", new, "--base", old, "--json"]) == 1
    changes = json.loads(capsys.readouterr().out)["changes"]
    listed = {
        kind: {c["place"] for c in changes if c["kind"] == kind} for kind in ("added", "loosened", "renamed")
    }
    assert listed == {
        "added": {
            "CompactResource",
            "CompactResponseMethodPublicBody",
            "CompactionBody",
            "CompactionSummaryItemParam",
            "WebSocketErrorEvent",
            "WebSocketResponseCreateEvent",
            "AssistantMessageItemParam.phase",
            "Message.phase",
            "POST /responses/compact",
        },
        "loosened": {
            "OutputTextContent.logprobs",
            "ResponseOutputTextDeltaStreamingEvent.logprobs",
            "ResponseOutputTextDoneStreamingEvent.logprobs",
        },
        "renamed": {"POST /responses"},
    }
    assert len(changes) == sum(len(places) for places in listed.values())


@pytest.mark.skipif(not UPSTREAM.exists(), reason="../shared/upstream is not beside this checkout")
@pytest.mark.parametrize("name", ["openresponses-2026-04-24", "openai-responses-2026-08-21"])
def test_our_documents_differ_in_nothing_that_is_not_listed(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", str(UPSTREAM / f"{name}.openapi.json")]) == 0
    assert capsys.readouterr().out == "0 changes, 0 breaking\n"


def test_document_is_fetched_from_an_address(capsys: pytest.CaptureFixture[str]) -> None:
    with serve() as server:
        server.script(Reply(200, (SPEC / "openresponses.yaml").read_bytes(), "text/yaml"))
        assert main(["diff", f"{server.url}/openapi.yaml"]) == 0
    assert capsys.readouterr().out == "0 changes, 0 breaking\n"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (None, "found none"),
        ("{", "cannot be parsed"),
        ("openapi: 3.0.0", "expected an OpenAPI 3.1 document"),
        ("openapi: 3.1.0\ncomponents: {schemas: {}}", "expected schemas"),
        ("openapi: 3.1.0\ncomponents: {schemas: {A: {$ref: '#/components/schemas/B'}}}", "'B'"),
        (
            "openapi: 3.1.0\ncomponents: {schemas: {A: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {x: {}}}]}}}",
            "A",
        ),
        ("openapi: 3.1.0\ncomponents: {schemas: {Pet: {type: object}}}", "another API"),
    ],
    ids=["missing", "broken", "old form", "empty", "dangling", "circle", "other API"],
)
def test_bad_document_says_why_and_changes_nothing(
    content: Any, complaint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "newer.yaml"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    before = {path: path.read_bytes() for path in SPEC.iterdir()}
    assert main(["diff", str(file)]) == 2
    assert complaint in capsys.readouterr().err
    assert {path: path.read_bytes() for path in SPEC.iterdir()} == before


def test_address_without_a_server_is_a_problem(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "http://127.0.0.1:9/openapi.json"]) == 2
    assert "cannot be fetched" in capsys.readouterr().err
