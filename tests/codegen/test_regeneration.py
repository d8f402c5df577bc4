"""The day the specification changes: from the document of 2026-01-15 to that of 2026-04-24 with one table of names."""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import Any

import pytest

from codegen.build import build_package
from codegen.document import read_document
from codegen.ir import Alias, Definition, Field, ListOf, Literals, Model, Package, Ref, TagGroup, Union
from codegen.module_order import check_module_order
from codegen.names_table import read_names
from codegen.normalise import normalise
from codegen.render import render_package
from tests.codegen.documents import SHARED, SPEC

OLD, NEW = "2026-01-15", "2026-04-24"
UPSTREAM = SHARED / "upstream"
pytestmark = pytest.mark.skipif(
    not UPSTREAM.exists(), reason="../shared/upstream is not beside this checkout"
)

PHASE = Literals(("commentary", "final_answer"))
LOGPROBS = ListOf(Ref("content", "LogProb"))


@cache
def build(date: str) -> Package:
    document = read_document(UPSTREAM / f"openresponses-{date}.openapi.json")
    return build_package(normalise(document), read_names(SPEC / "names.yaml")["openresponses"])


def without_prose(value: Any) -> Any:
    """Return a part of the intermediate form with empty descriptions."""
    if isinstance(value, tuple):
        return tuple(without_prose(part) for part in value)
    if not dataclasses.is_dataclass(value):
        return value
    parts = {part.name: without_prose(getattr(value, part.name)) for part in dataclasses.fields(value)}
    return type(value)(**parts | ({"description": ""} if "description" in parts else {}))


def list_definitions(date: str, side: str) -> dict[str, Definition]:
    return {definition.schema: without_prose(definition) for definition in getattr(build(date), side)}


def list_added(side: str) -> list[str]:
    old, new = list_definitions(OLD, side), list_definitions(NEW, side)
    assert set(old) <= set(new)
    return [schema for schema in new if schema not in old]


def list_changed_fields(side: str) -> dict[str, tuple[Field | None, Field | None]]:
    """Return each field of both documents' objects that differs: `Schema.field` → before and after."""
    changed: dict[str, tuple[Field | None, Field | None]] = {}
    new = list_definitions(NEW, side)
    for schema, before in list_definitions(OLD, side).items():
        after = new[schema]
        if isinstance(before, Model):
            assert isinstance(after, Model)
            assert dataclasses.replace(before, fields=()) == dataclasses.replace(after, fields=())
            fields = [{field.name: field for field in model.fields} for model in (before, after)]
            for name in fields[0] | fields[1]:
                pair = (fields[0].get(name), fields[1].get(name))
                if pair[0] != pair[1]:
                    changed[f"{schema}.{name}"] = pair
    return changed


def list_changed_unions(side: str) -> dict[str, tuple[list[TagGroup], set[str]]]:
    """Return each union that differs: its name → the groups and the tags that came, which is all that may change."""
    changed: dict[str, tuple[list[TagGroup], set[str]]] = {}
    new = list_definitions(NEW, side)
    for schema, before in list_definitions(OLD, side).items():
        after = new[schema]
        if isinstance(before, Alias):
            assert before == after
        elif isinstance(before, Union) and before != after:
            assert isinstance(after, Union)
            kept = dataclasses.replace(after, groups=before.groups, known_tags=before.known_tags)
            assert kept == before
            assert [group for group in after.groups if group in before.groups] == list(before.groups)
            came = [group for group in after.groups if group not in before.groups]
            changed[schema] = (came, set(after.known_tags) - set(before.known_tags))
    return changed


@pytest.mark.parametrize("date", [OLD, NEW])
def test_each_document_builds_and_renders(date: str):
    check_module_order(build(date))
    files = render_package(build(date), "Types.")
    assert {"openresponses_types/items.py", "openresponses_types/params/items.py"} <= set(files)


def test_schemas_that_came_are_those_of_compaction_and_the_web_socket():
    assert list_added("models") == [
        "WebSocketErrorEvent",
        "CompactionBody",
        "CompactResource",
        "WebSocketErrorBody",
    ]
    assert list_added("params") == [
        "CompactionSummaryItemParam",
        "WebSocketResponseCreateEvent",
        "CompactResponseMethodPublicBody",
    ]


def test_fields_that_changed_are_phase_and_logprobs():
    logprobs = (Field("logprobs", LOGPROBS, True, ""), Field("logprobs", LOGPROBS, False, ""))
    phase = dataclasses.replace(PHASE, is_open=True)
    assert list_changed_fields("models") == {
        "Message.phase": (None, Field("phase", phase, False, "")),
        "OutputTextContent.logprobs": logprobs,
        "ResponseOutputTextDeltaStreamingEvent.logprobs": logprobs,
        "ResponseOutputTextDoneStreamingEvent.logprobs": logprobs,
    }
    assert list_changed_fields("params") == {
        "AssistantMessageItemParam.phase": (None, Field("phase", PHASE, False, ""))
    }


def test_unions_that_grew_are_those_of_items():
    assert list_changed_unions("models") == {
        "ItemField": ([TagGroup((Ref("items", "CompactionBody"),))], {"compaction"})
    }
    assert list_changed_unions("params") == {
        "ItemParam": ([TagGroup((Ref("items", "CompactionSummaryItemParam"),))], {"compaction"})
    }
