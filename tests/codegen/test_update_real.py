"""The day of a real release: what the published documents say comes in, and no word of ours is lost."""

from __future__ import annotations

import copy
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from codegen.__main__ import main
from codegen.adopt import adopt_document
from codegen.bare import strip_texts
from codegen.document import read_document
from codegen.undescribed import find_undescribed
from tests.codegen.documents import SHARED, SPEC
from tests.codegen.tiny_spec import REF, count_changed_lines, list_files, read_yaml, update

UPSTREAM = SHARED / "upstream"
EVENT = "ResponseImageGenCallPartialImageEvent"
NEUTRAL, SUPERSET = "openresponses-2026-04-24", "openai-responses-2026-08-21"
pytestmark = pytest.mark.skipif(
    not UPSTREAM.exists(), reason="../shared/upstream is not beside this checkout"
)


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SPEC, tmp_path / "spec"))


def get_published(release: str) -> Path:
    return UPSTREAM / f"{release}.openapi.json"


@pytest.mark.parametrize("release", [NEUTRAL, SUPERSET])
def test_present_release_changes_no_byte(
    release: str, spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = list_files(spec)
    status, report = update(spec, get_published(release), capsys)
    assert (status, report["changed"], report["changes"]) == (0, False, [])
    assert (report["undescribed"], report["unnamed"], report["unneeded"]) == ([], [], [])
    assert list_files(spec) == before


def test_each_deviation_is_known_to_be_needed(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = [
        f"{name}.yaml#{place}"
        for name, release in (("openresponses", NEUTRAL), ("openai", SUPERSET))
        for place in update(spec, get_published(release), capsys)[1]["kept"]
    ]
    assert kept == list(read_yaml(SPEC / "deviations.yaml"))


@pytest.mark.slow
def test_release_of_the_neutral_document(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = go_back_and_adopt(
        spec, get_published("openresponses-2026-01-15"), get_published(NEUTRAL), "openresponses.yaml", capsys
    )
    assert (len(report["changes"]), report["unnamed"], report["release"]) == (13, [], "2026-04-24")
    assert {place for place in report["undescribed"] if "." not in place} == {
        "CompactResource",
        "CompactResponseMethodPublicBody",
        "CompactionBody",
        "CompactionSummaryItemParam",
        "POST /responses/compact",
        "WebSocketErrorEvent",
        "WebSocketResponseCreateEvent",
    }
    assert main(["generate", "--spec", str(spec), "--output", str(spec.parent / "out")]) == 0


@pytest.mark.slow
def test_release_of_the_superset(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only one release of it is at hand: the older one is made of it, without some of each kind of part."""
    older = spec.parent / "older.json"
    document = json.loads(get_published(SUPERSET).read_text(encoding="utf-8"))
    make_older(document)
    older.write_text(json.dumps(document), encoding="utf-8")
    report = go_back_and_adopt(spec, older, get_published(SUPERSET), "openai.yaml", capsys)
    assert (report["unnamed"], report["unneeded"]) == ([], [])
    assert {"POST /responses/compact", EVENT, f"{EVENT}.type"} <= {*report["undescribed"]}
    assert {"Response.completed_at", "FunctionToolCall.caller"} <= {*report["undescribed"]}


def make_older(document: dict[str, Any]) -> None:
    """Take a path, a union's member with its schema, a value and a field of several schemas out of a document."""
    schemas = document["components"]["schemas"]
    document["paths"].pop("/responses/compact")
    schemas["ReasoningEffort"]["anyOf"][0]["enum"].remove("max")
    schemas.pop(EVENT)
    events = schemas["ResponseStreamEvent"]["anyOf"]
    events.remove({"$ref": REF + EVENT})
    for schema in schemas.values():
        for part in (schema, *schema.get("allOf", [])):
            part.get("properties", {}).pop("caller", None)
            part.get("properties", {}).pop("completed_at", None)


def go_back_and_adopt(
    spec: Path, older: Path, newer: Path, file: str, capsys: pytest.CaptureFixture[str]
) -> dict[str, Any]:
    """Adopt the older document into a copy of our folder, then the newer one, which must lead back to our document."""
    deviations = {**read_yaml(SPEC / "deviations.yaml")}
    places = [place.removeprefix(f"{file}#") for place in deviations if place.startswith(file)]
    present = read_document(SPEC / file)
    past = adopt_document(present, read_document(older), places).document
    assert update(spec, older, capsys)[0] == 0
    assert read_document(spec / file) == past
    status, report = update(spec, newer, capsys)
    assert status == 1
    adopted = read_document(spec / file)
    assert json.dumps(strip_all(adopted)) == json.dumps(strip_all(present))
    assert set(report["undescribed"]) == list_places(present) - list_places(past)
    kept, words = list_words(adopted), list_words(present)
    assert kept.items() <= words.items()
    missing = {place for place in words if place not in kept}
    assert all(has_place(adopted, place) and not has_place(past, place) for place in missing)
    for place in missing:
        write_word(adopted, place, words[place])
    assert adopted == present
    return report


Words = dict[tuple[str | int, ...], str]


def list_words(node: Any, place: tuple[str | int, ...] = ()) -> Words:
    """Return every text of a document by its place."""
    found: Words = {}
    entries = enumerate(node) if isinstance(node, list) else node.items() if isinstance(node, dict) else ()
    for key, value in entries:
        if key in ("description", "summary", "title") and isinstance(value, str):
            found[(*place, key)] = value
        else:
            found |= list_words(value, (*place, key))
    return found


def has_place(node: Any, place: tuple[str | int, ...]) -> bool:
    """Say whether there is a node that a text could be about."""
    try:
        for key in place[:-1]:
            node = node[key]
    except (LookupError, TypeError):
        return False
    return True


def write_word(node: Any, place: tuple[str | int, ...], text: str) -> None:
    for key in place[:-1]:
        node = node[key]
    node[place[-1]] = text


def list_places(document: Any) -> set[str]:
    """Return every place that needs a text."""
    return {*find_undescribed(strip_all(document))}


def strip_all(document: Any) -> Any:
    """Return a document without texts; what is ours alone stays."""
    return {**strip_texts(document), "info": document["info"]["version"]}


@pytest.mark.slow
def test_one_new_value_is_one_new_line(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads(get_published(NEUTRAL).read_text(encoding="utf-8"))
    document["components"]["schemas"]["ServiceTierEnum"]["enum"].append("slow")
    newer = spec.parent / "newer.json"
    newer.write_text(json.dumps(document), encoding="utf-8")
    before = (spec / "openresponses.yaml").read_text(encoding="utf-8")
    status, report = update(spec, newer, capsys)
    assert (status, [change["place"] for change in report["changes"]]) == (0, ["ServiceTierEnum"])
    assert count_changed_lines(before, (spec / "openresponses.yaml").read_text(encoding="utf-8")) == 1


def test_whole_platform_is_cut_to_our_part(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads(get_published(SUPERSET).read_text(encoding="utf-8"))
    faulty = copy.deepcopy(document["components"]["schemas"]["Response"]) | {"enum": [None]}
    document["components"]["schemas"]["Other"] = faulty
    for number in range(60):
        document["paths"][f"/others/{number}"] = {"get": {"responses": {"200": {"$ref": REF + "Other"}}}}
    whole = spec.parent / "whole.json"
    whole.write_text(json.dumps(document), encoding="utf-8")
    before = list_files(spec)
    status, report = update(spec, whole, capsys)
    assert (status, report["changed"], report["left_out"]) == (0, False, ["/others"])
    assert list_files(spec) == before
