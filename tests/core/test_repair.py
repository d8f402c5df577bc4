"""Bodies that do not fit: the class stays, every value stays, each place at fault is named, and nothing raises."""

from __future__ import annotations

import copy
import gc
import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from any_llm import types
from any_llm._core.building import build_model
from any_llm._core.decode import decode_model, decode_value, dump_value
from any_llm._core.events import get_events
from any_llm._core.repair import _put_back, format_path
from any_llm._core.sse import SSEDecoder
from openai_responses_types import Response
from openresponses_types import ResponseResource, SpecModel, UnknownContent, UnknownItem, UnknownValue
from tests.core.test_decode import FULL, list_places
from tests.support.wire_server import RECORDED

ANSWERS = [FULL, *(json.loads(path.read_bytes()) for path in sorted(RECORDED.glob("*.json")))]
EVENTS = [
    (get_events()[name], json.loads(data))
    for path in sorted(RECORDED.glob("*.sse"))
    for name, data in SSEDecoder().feed(path.read_bytes())
]
BODIES: list[tuple[type[SpecModel], dict[str, Any]]] = [
    *((model, body) for body in ANSWERS for model in (Response, ResponseResource)),
    *EVENTS,
]
STRANGE: list[Any] = [
    None,
    3,
    -2.5,
    "text",
    "",
    [],
    {},
    [1, "x"],
    [None],
    [[]],
    [{"type": "message"}],
    {"type": "nope"},
    {"type": "message"},
    {"type": "output_text", "text": 5},
    {"type": None},
    {"type": 5},
    {"a": {"b": [1]}},
]
# Numbers written as strings, and booleans in the place of numbers, are read as numbers: see `test_lax_numbers`.


def build_message(*parts: Any, **fields: Any) -> dict[str, Any]:
    message = {"type": "message", "id": "m", "role": "assistant", "status": "completed"}
    return {**message, "content": list(parts), **fields}


def decode_items(*items: Any) -> tuple[Any, dict[str, str]]:
    """Decode a response with these items; give it and the kinds of what was wrong, by path."""
    body = {**FULL, "output": list(items)}
    response, deviations = decode_value(Response, copy.deepcopy(body))
    assert dump_value(response) == body
    return response, {d.path: d.kind for d in deviations if d.path.startswith("output")}


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_mutated_recorded_bodies_keep_their_class_and_lose_nothing(data: st.DataObject) -> None:
    model, body = data.draw(st.sampled_from(BODIES))
    body = copy.deepcopy(body)
    for _ in range(data.draw(st.integers(1, 4))):
        places = list(list_places(body))
        if not places:
            break
        *way, last = data.draw(st.sampled_from(places))
        parent: Any = body
        for step in way:
            parent = parent[step]
        if data.draw(st.integers(0, 3)) == 0:
            parent.pop(last)
        else:
            parent[last] = copy.deepcopy(data.draw(st.sampled_from(STRANGE)))
    for decoded, deviations in (
        decode_value(model, copy.deepcopy(body)),
        decode_model(model, json.dumps(body).encode()),
    ):
        assert type(decoded) is model
        assert dump_value(decoded) == body
        assert json.loads(decoded.model_dump_json()) == body
        assert repr(decoded)
        assert len({(d.path, d.kind) for d in deviations}) == len(deviations)


@pytest.mark.parametrize("model", [Response, ResponseResource])
def test_value_passed_in_is_not_changed(model: type[SpecModel]) -> None:
    body = {**copy.deepcopy(FULL), "output": [{"type": "message", "content": 5}], "usage": "much"}
    before = copy.deepcopy(body)
    decode_value(model, body)
    assert body == before


@pytest.mark.parametrize(
    ("item", "path", "kind"),
    [
        (build_message({"type": "output_text", "text": 5, "annotations": []}), "output[0].content[0].text", "wrong_type"),
        (build_message(role="tool"), "output[0].role", "wrong_type"),
        (build_message(content="words"), "output[0].content", "wrong_type"),
        (build_message(content=None), "output[0].content", "wrong_type"),
        (build_message(None), "output[0].content[0]", "wrong_type"),
        (build_message("words"), "output[0].content[0]", "wrong_type"),
        (build_message({"text": "words"}), "output[0].content[0]", "missing"),
        (build_message({"type": 5}), "output[0].content[0].type", "wrong_type"),
        (build_message({"type": "output_text", "text": "x", "annotations": [{"type": "url_citation", "url": 5}]}),
         "output[0].content[0].annotations[0].url", "wrong_type"),
        ({"role": "assistant"}, "output[0]", "missing"),
        ({"type": None}, "output[0].type", "wrong_type"),
        (None, "output[0]", "wrong_type"),
        (["message"], "output[0]", "wrong_type"),
    ],
)  # fmt: skip
def test_place_at_fault_is_named_by_its_path(item: Any, path: str, kind: str) -> None:
    _, wrong = decode_items(item)
    assert wrong.get(path) == kind


def test_message_with_a_bad_part_is_a_message_and_the_other_parts_are_typed() -> None:
    good = {"type": "output_text", "text": "good", "annotations": [], "logprobs": []}
    response, wrong = decode_items(build_message({**good, "text": ["bad"]}, good, None), build_message(good))
    message = response.output[0]
    assert type(message) is types.ResponseOutputMessage
    assert type(message.content[0]) is types.ResponseOutputText
    assert message.content[0].text == ["bad"]
    assert type(message.content[1]) is types.ResponseOutputText
    assert message.content[2] is None
    assert response.output_text == "goodgood"
    assert sorted(wrong) == ["output[0].content[0].text", "output[0].content[2]"]


def test_unknown_tag_next_to_a_bad_body_is_still_unknown() -> None:
    part = {"type": "acme:part", "text": 5}
    item = {"type": "acme:item", "content": [{"type": "output_text", "text": 5}], "status": ["odd"]}
    response, wrong = decode_items(item, build_message(part, id=7))
    assert type(response.output[0]) is UnknownItem
    assert response.output[0].raw == item
    assert type(response.output[1].content[0]) is UnknownContent
    assert response.output[1].content[0].raw == part
    assert wrong == {"output[1].id": "wrong_type"}


def test_new_value_of_an_enum_is_a_value_and_no_deviation() -> None:
    response, wrong = decode_items(build_message(status="paused"))
    assert type(response.output[0].status) is UnknownValue
    assert response.output[0].status == "paused"
    assert wrong == {}


def test_tag_that_is_no_string_makes_an_unknown_item_that_keeps_it() -> None:
    response, _ = decode_items({"type": 5, "a": 1})
    assert isinstance(response.output[0], UnknownItem)
    assert response.output[0].raw == {"type": 5, "a": 1}


@pytest.mark.parametrize("event", ["response.output_item.added", "response.completed", "response.created"])
@pytest.mark.parametrize("inner", [None, 5, "x", [], {}, {"type": 5}, {"output": 5}])
def test_event_with_a_strange_inside_keeps_its_class(event: str, inner: Any) -> None:
    body = {"type": event, "response": inner, "item": copy.deepcopy(inner), "sequence_number": "first"}
    model = get_events()[event.encode()]
    decoded, _ = decode_value(model, copy.deepcopy(body))
    assert type(decoded) is model
    assert dump_value(decoded) == body


@pytest.mark.parametrize("value", ["5", True, 5.5])
def test_nothing_is_converted_to_a_number(value: Any) -> None:
    body = {**FULL, "usage": {**FULL["usage"], "input_tokens": value}}
    response, deviations = decode_value(Response, body)
    assert dump_value(response) == body
    assert [d.kind for d in deviations if d.path == "usage.input_tokens"] == ["wrong_type"]


def test_a_whole_number_may_be_written_with_a_point() -> None:
    response, deviations = decode_value(Response, {**FULL, "usage": {**FULL["usage"], "input_tokens": 5.0}})
    assert response.usage is not None
    assert response.usage.input_tokens == 5
    assert not [d for d in deviations if d.path == "usage.input_tokens"]


def test_many_faults_take_time_in_proportion() -> None:
    def measure(count: int) -> float:
        body = {"id": "r", "output": [build_message({"type": "output_text", "text": 7}, id=5)] * count}
        data = json.dumps(body).encode()
        gc.collect()
        gc.disable()  # a collection would go through all that other tests have left
        try:
            began = time.process_time()
            response, deviations = decode_model(Response, data)
            took = time.process_time() - began
        finally:
            gc.enable()
        assert len(response.output) == count <= len(deviations)
        return took

    measure(10)
    # Eight times the faults: a quadratic search takes sixty-four times as long.
    assert measure(2000) < 30 * max(measure(250), 0.001)


def test_path_is_written_as_people_write_it() -> None:
    assert format_path(("output", 0, "content", 12, "text")) == "output[0].content[12].text"
    assert format_path(("usage",)) == "usage"
    assert format_path(()) == ""


NAMES = ["cls", "self", "_fields_set", "values", "model_config", "model_fields_set", "__dict__", "__class__"]


@pytest.mark.parametrize(
    "name", [*NAMES, "raw", "tag", "model_extra", "__pydantic_extra__", "_http", "output_text"]
)
@pytest.mark.parametrize("item", [{}, {"type": "acme:x"}, {"type": "message", "content": 5}], ids=str)
def test_name_that_means_something_to_python_is_only_data(name: str, item: dict[str, Any]) -> None:
    named = {**item, name: {"a": [None]}}
    response, _ = decode_items(named, {"type": "acme:y", **named})
    assert dump_value(response.output[0]) == named
    whole, _ = decode_value(Response, {"output": 5, name: 1})
    assert dump_value(whole) == {"output": 5, name: 1}
    assert isinstance(whole.output_text, str)


def test_body_that_no_round_makes_fit_is_kept_raw_in_its_class(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("any_llm._core.repair.MAX_ROUNDS", 0)
    body = {**FULL, "status": 5, "cls": 1}
    response, deviations = decode_value(Response, copy.deepcopy(body))
    assert type(response) is Response
    assert dump_value(response) == body
    assert deviations[0].kind == "unreadable"
    assert response.output_text == ""


def test_value_whose_place_is_gone_is_left_out() -> None:
    body: dict[str, Any] = {"a": {"b": 1}}
    _put_back(body, ("x", "y"), 5)
    _put_back(body["a"]["b"], ("y",), 5)
    assert body == {"a": {"b": 1}}
    _put_back(body, ("a", "c"), 5)
    assert body == {"a": {"b": 1, "c": 5}}


def test_class_that_is_built_already_is_not_built_again() -> None:
    build_model(Response)
    validator = Response.__pydantic_validator__
    build_model(Response)
    assert Response.__pydantic_validator__ is validator
