"""Frames to typed events: by name, by type, in every shape and dialect that servers use."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError
from pydantic_core import SchemaValidator, core_schema

from any_llm import types
from any_llm._core import events
from any_llm._core.decode import dump_value
from any_llm._core.events import decode_event, get_delta_decoder, get_events
from any_llm._core.missing import get_required
from openresponses_types import Deviation, UnknownContent, UnknownEvent, UnknownItem

DELTA: dict[str, Any] = {
    "type": "response.output_text.delta",
    "item_id": "m",
    "output_index": 0,
    "content_index": 0,
    "delta": "x",
    "logprobs": [],
    "sequence_number": 1,
}
FACTS = {"code": "overloaded", "message": "busy", "param": None, "sequence_number": 3}


def decode(body: Any, name: str = "") -> tuple[Any, tuple[Deviation, ...]]:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return decode_event((name.encode(), data))


@pytest.mark.parametrize("name", ["response.output_text.delta", "", "message", "acme:other"])
def test_event_is_found_by_its_name_or_its_type(name: str) -> None:
    event, deviations = decode(DELTA, name)
    assert type(event) is types.ResponseTextDeltaEvent
    assert event.delta == "x"
    assert deviations == ()
    assert dump_value(event) == DELTA


@pytest.mark.parametrize("name", sorted(name.decode() for name in get_events()))
def test_every_event_of_the_document_is_of_its_class_with_and_without_a_name(name: str) -> None:
    named, _ = decode({"type": name}, name)
    unnamed, _ = decode({"type": name})
    untyped, deviations = decode({}, name)
    assert type(named) is type(unnamed) is type(untyped) is get_events()[name.encode()]
    assert named.type == unnamed.type == untyped.type == name
    assert deviations[0] == Deviation("type", "missing", "the event's name", "another value")


def test_type_of_the_body_wins_over_another_known_name() -> None:
    event, _ = decode(
        {**DELTA, "type": "response.output_text.done", "text": "x"}, "response.output_text.delta"
    )
    assert type(event) is types.ResponseTextDoneEvent


def test_name_wins_over_a_type_that_is_no_event() -> None:
    event, deviations = decode({**DELTA, "type": "text_delta"}, "response.output_text.delta")
    assert type(event) is types.ResponseTextDeltaEvent
    assert [(d.path, d.kind) for d in deviations] == [("type", "wrong_type")]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ({"type": "error", **FACTS}, "error"),
        ({"type": "error", **FACTS}, ""),
        ({"type": "error", "error": FACTS, "sequence_number": 3}, "error"),
        ({"type": "error", "error": FACTS, "sequence_number": 3}, "response.error"),
        ({"error": FACTS, "sequence_number": 3}, ""),
        ({"error": FACTS, "sequence_number": 3}, "error"),
        ({**FACTS}, "error"),
        ({"type": "server_error", **FACTS}, "error"),
    ],
    ids=[
        "flat",
        "flat unnamed",
        "nested",
        "nested other name",
        "bare",
        "bare named",
        "untyped",
        "error class",
    ],
)
def test_every_shape_of_an_error_gives_the_same_event(body: dict[str, Any], name: str) -> None:
    event, _ = decode(body, name)
    assert type(event) is types.ResponseErrorEvent
    assert event.type == "error"
    assert (event.code, event.message, event.param) == ("overloaded", "busy", None)


def test_error_that_is_a_text_becomes_the_message() -> None:
    event, _ = decode({"type": "error", "error": "busy"})
    assert (type(event), event.message) == (types.ResponseErrorEvent, "busy")


def test_nested_error_keeps_its_original_form_too() -> None:
    body = {"type": "error", "error": {**FACTS, "type": "server_error"}, "sequence_number": 3}
    event, _ = decode(body)
    assert dump_value(event)["error"] == body["error"]


@pytest.mark.parametrize(
    "data", [b"", b"nonsense", b"[1]", b'"text"', b"null", b'{"type":', b"\xff\xfe", b"[" * 9999]
)
@pytest.mark.parametrize("name", ["", "response.completed", "error", "acme:trace"])
def test_data_that_is_no_object_is_an_unknown_event_that_keeps_it(data: bytes, name: str) -> None:
    event, deviations = decode(data, name)
    assert type(event) is UnknownEvent
    assert event.tag == name
    assert event.raw["data"] == data.decode("utf-8", "replace")
    assert [d.kind for d in deviations] == ["not_json"]


def test_unknown_event_keeps_all_that_came() -> None:
    body = {"type": "acme:trace", "span": {"n": [None, {"deep": 1}]}, "data": "x", "raw": 1, "tag": 2}
    event, deviations = decode(body, "acme:trace")
    assert type(event) is UnknownEvent
    assert event.raw == body
    assert deviations == ()


def test_unknown_item_and_part_inside_a_known_event_are_unknown_there() -> None:
    item = {"type": "acme:search", "hits": [1]}
    event, _ = decode({"type": "response.output_item.added", "item": item, "output_index": 0})
    assert type(event) is types.ResponseOutputItemAddedEvent
    assert type(event.item) is UnknownItem
    assert event.item.raw == item
    part = {"type": "acme:part", "n": None}
    event, _ = decode({"type": "response.content_part.added", "part": part, "item_id": "m"})
    assert type(event.part) is UnknownContent
    assert event.part.raw == part


def test_known_event_with_a_bad_body_keeps_its_class_and_the_raw_value() -> None:
    event, deviations = decode({**DELTA, "delta": {"text": "x"}, "output_index": "first"}, DELTA["type"])
    assert type(event) is types.ResponseTextDeltaEvent
    assert event.delta == {"text": "x"}
    assert {(d.path, d.kind) for d in deviations} == {("delta", "wrong_type"), ("output_index", "wrong_type")}


def test_what_is_missing_inside_the_response_of_an_event_is_listed() -> None:
    body = {"type": "response.created", "sequence_number": 0, "response": {"id": "r"}}
    _, deviations = decode(body, "response.created")
    assert ("response.model", "missing") in {(d.path, d.kind) for d in deviations}


def test_missing_fields_of_an_event_are_none_and_listed() -> None:
    event, deviations = decode(
        {"type": "response.output_text.delta", "delta": "x"}, "response.output_text.delta"
    )
    assert event.sequence_number is None
    missing = {d.path for d in deviations if d.kind == "missing"}
    assert missing >= {"item_id", "output_index", "content_index", "sequence_number"}


@pytest.mark.parametrize("field", ["delta", "done"])
def test_both_spellings_of_raw_reasoning_have_a_class_and_the_same_fields(field: str) -> None:
    content = {"delta": "t"} if field == "delta" else {"text": "t"}
    place = {"item_id": "r", "output_index": 0, "content_index": 0, "sequence_number": 1}
    short, first = decode({"type": f"response.reasoning.{field}", **place, **content})
    long, second = decode({"type": f"response.reasoning_text.{field}", **place, **content})
    assert not isinstance(short, UnknownEvent)
    assert not isinstance(long, UnknownEvent)
    assert first == second == ()
    assert {**dump_value(short), "type": 0} == {**dump_value(long), "type": 0}


@pytest.mark.parametrize("name", ["", "acme:trace"])
def test_unknown_event_without_a_type_has_its_name_as_tag_and_only_what_was_sent_as_raw(name: str) -> None:
    event, deviations = decode({"span": 1, "cls": 2}, name)
    assert type(event) is UnknownEvent
    assert (event.tag, event.type) == (name, name)
    assert event.raw == {"span": 1, "cls": 2}
    assert [(d.path, d.kind) for d in deviations] == [("type", "missing")]


def build_whole(name: str) -> dict[str, Any]:
    """Return a body of an event that lacks nothing: for each field the first value that fits."""
    body: dict[str, Any] = {"type": name}
    for field in get_required(get_events()[name.encode()]) - {"type"}:
        for value in ("x", 0, [], {}):
            _, deviations = decode({**body, field: value}, name)
            if field not in {deviation.path for deviation in deviations}:
                body[field] = value
                break
    return body


@pytest.mark.parametrize("name", sorted(name for name in get_events() if name.endswith(b".delta")))
def test_delta_decoder_makes_the_same_event(name: bytes) -> None:
    body = {**build_whole(name.decode()), "vendor_field": [1]}
    frame = name, json.dumps(body).encode()
    expected, _ = decode_event(frame)
    validate = get_delta_decoder(name)
    assert validate is not None
    assert validate(frame[1]) == expected
    assert type(validate(frame[1])) is type(expected)
    assert dump_value(validate(frame[1])) == body
    required = get_required(type(expected))
    assert len(required) > 2
    for spoilt in (b"[DONE]", *(_write_without(body, field) for field in required)):
        with pytest.raises(ValidationError):
            validate(spoilt)


def _write_without(body: dict[str, Any], field: str) -> bytes:
    return json.dumps({name: value for name, value in body.items() if name != field}).encode()


@pytest.mark.parametrize("name", [b"", b"response.completed", b"response.new.delta", b"error"])
def test_other_events_have_no_delta_decoder(name: bytes) -> None:
    assert get_delta_decoder(name) is None


def _have_no_switch(schema: Any, config: Any = None) -> SchemaValidator:
    return SchemaValidator(schema, config)


def _ignore_the_switch(schema: Any, config: Any = None, _use_prebuilt: bool = True) -> SchemaValidator:
    return SchemaValidator(schema, config)


def _take_anything(schema: Any, config: Any = None, _use_prebuilt: bool = True) -> SchemaValidator:
    return SchemaValidator(core_schema.any_schema())


@pytest.mark.parametrize("build", [_have_no_switch, _ignore_the_switch, _take_anything])
def test_validator_that_would_miss_what_is_missing_is_not_used(
    build: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("any_llm._core.events.SchemaValidator", build)
    events._build_delta_decoder.cache_clear()
    try:
        assert get_delta_decoder(b"response.output_text.delta") is None
    finally:
        events._build_delta_decoder.cache_clear()
