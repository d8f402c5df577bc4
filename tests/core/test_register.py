"""Vendor extensions: a registered class takes the place of the unknown one, and nothing else changes."""

from __future__ import annotations

import copy
from typing import Any, ClassVar

import pytest

from any_llm import types
from any_llm._core.decode import decode_value, dump_value
from any_llm._core.events import decode_event
from any_llm._core.sse import SSEDecoder
from openresponses_types import base
from tests.support.wire_server import sse

TRACE = {"type": "acme:trace", "sequence_number": 3, "span": {"id": 7}, "more": [None]}


@pytest.fixture(autouse=True)
def registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "_registered", {})


class AcmeTrace(types.UnknownEvent):
    wire_type: ClassVar[str] = "acme:trace"
    span: dict[str, int]


class AcmeSearch(types.UnknownItem):
    wire_type: ClassVar[str] = "acme:search"
    hits: list[str]


def decode(body: dict[str, Any]) -> Any:
    (frame,) = SSEDecoder().feed(sse(body))
    return decode_event(frame)[0]


def test_registered_event_arrives_typed_and_keeps_the_rest() -> None:
    assert type(decode(TRACE)) is types.UnknownEvent
    assert types.register(AcmeTrace) is AcmeTrace
    event = decode(TRACE)
    assert type(event) is AcmeTrace
    assert event.span == {"id": 7}
    assert event.raw == TRACE
    assert isinstance(event, types.UnknownEvent)
    assert event.tag == "acme:trace"


def test_registered_item_arrives_typed_in_a_response() -> None:
    types.register(AcmeSearch)
    item = {"type": "acme:search", "hits": ["a"], "score": 1.5}
    other = {"type": "acme:other", "hits": ["a"]}
    response, _ = decode_value(types.Response, {"id": "r", "output": [item, other]})
    assert [type(entry) for entry in response.output] == [AcmeSearch, types.UnknownItem]
    assert dump_value(response) == {"id": "r", "output": [item, other]}


def test_body_that_does_not_fit_keeps_the_class_and_the_values() -> None:
    types.register(AcmeTrace)
    event = decode({**TRACE, "span": "seven", "_fields_set": [1]})
    assert type(event) is AcmeTrace
    assert event.raw == {**TRACE, "span": "seven", "_fields_set": [1]}
    assert event.span == "seven"


@pytest.mark.parametrize(
    ("body", "deviations"),
    [
        (TRACE, []),
        ({**TRACE, "span": "seven"}, [("span", "wrong_type")]),
        ({**TRACE, "span": {"id": "x", "n": 1}}, [("span.id", "wrong_type")]),
        ({"type": "acme:trace"}, [("span", "missing")]),
    ],
)
def test_event_that_does_not_fit_its_registered_class_is_a_deviation(body: Any, deviations: Any) -> None:
    types.register(AcmeTrace)
    (frame,) = SSEDecoder().feed(sse(body))
    event, found = decode_event(frame)
    assert type(event) is AcmeTrace
    assert event.raw == body
    assert [(each.path, each.kind) for each in found] == deviations


class AcmeTool(types.UnknownTool):
    wire_type: ClassVar[str] = "acme:tool"
    size: int


class AcmePart(types.UnknownContent):
    wire_type: ClassVar[str] = "acme:part"
    chart: list[float]


class AcmeNote(types.UnknownAnnotation):
    wire_type: ClassVar[str] = "acme:note"
    note: str


@pytest.mark.parametrize("model", [types.Response, types.ResponseResource])
def test_tool_part_and_annotation_arrive_typed_in_both_families(model: Any) -> None:
    for extension in (AcmeTool, AcmePart, AcmeNote):
        types.register(extension)
    text = {
        "type": "output_text",
        "text": "x",
        "annotations": [{"type": "acme:note", "note": "n"}, {"type": "acme:note", "note": 5}],
    }
    body = {
        "id": "r",
        "tools": [{"type": "acme:tool", "size": 1}, {"type": "acme:tool"}],
        "output": [
            {
                "type": "message",
                "id": "m",
                "role": "assistant",
                "status": "completed",
                "content": [text, {"type": "acme:part", "chart": [0.5, "x"]}],
            }
        ],
    }
    response, deviations = decode_value(model, copy.deepcopy(body))
    assert [type(tool) for tool in response.tools] == [AcmeTool, AcmeTool]
    content = response.output[0].content
    assert [type(note) for note in content[0].annotations] == [AcmeNote, AcmeNote]
    assert type(content[1]) is AcmePart
    assert dump_value(response) == body
    found = {(each.path, each.kind) for each in deviations}
    assert {
        ("tools[1].size", "missing"),
        ("output[0].content[0].annotations[1].note", "wrong_type"),
        ("output[0].content[1].chart[1]", "wrong_type"),
    } <= found


def test_known_tags_stay_with_their_own_class() -> None:
    class Mine(types.UnknownItem):
        wire_type: ClassVar[str] = "message"

    types.register(Mine)
    message = {"type": "message", "role": "assistant", "id": "m", "status": "completed", "content": []}
    response, _ = decode_value(types.Response, {"id": "r", "output": [message]})
    assert type(response.output[0]) is types.ResponseOutputMessage


def test_class_that_answers_for_nothing_is_refused() -> None:
    class Nameless(types.UnknownItem):
        pass

    for model in (Nameless, types.UnknownItem, types.ResponseUsage):
        with pytest.raises(TypeError, match="expected a subclass of UnknownEvent, UnknownItem"):
            types.register(model)  # type: ignore[type-var]
