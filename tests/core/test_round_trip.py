"""Items go back as they came: absent stays absent, null stays null, what nobody knows stays, at any depth."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from any_llm._core.body import build_body
from any_llm._core.decode import decode_model, decode_value
from any_llm._core.events import decode_event
from any_llm._core.options import split_parameters
from any_llm._core.reading import StreamReader
from any_llm._core.sse import SSEDecoder
from any_llm.providers.registry import get_row
from openai_responses_types import Response
from openresponses_types import ResponseResource, UnknownEvent
from tests.support.samples import ANY, make_values
from tests.support.wire_server import RECORDED, sse

ITEMS = {Response: ("openai", "ResponseOutputItem"), ResponseResource: ("openresponses", "ItemField")}
FAMILIES = pytest.mark.parametrize("model", ITEMS)
quick = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def send(items: list[Any]) -> Any:
    """Return the input items as the next request has them on the wire."""
    fields, options = split_parameters({})
    body = build_body("m", items, fields, options, get_row("openai"), None)
    return json.loads(body.to_bytes())["input"]


def draw_items(data: st.DataObject, model: Any) -> list[dict[str, Any]]:
    return data.draw(st.lists(make_values(*ITEMS[model]), min_size=1, max_size=3))


@FAMILIES
@quick
@given(data=st.data())
def test_output_goes_back_as_it_came(model: Any, data: st.DataObject) -> None:
    items = draw_items(data, model)
    response, deviations = decode_model(model, json.dumps({"id": "r", "output": items}).encode())
    history: list[Any] = [{"role": "user", "content": "Hi"}]
    history += response.output
    assert send(history)[1:] == items
    assert not [each for each in deviations if each.path.startswith("output")]


@FAMILIES
@quick
@given(data=st.data())
def test_output_of_a_stream_goes_back_as_it_came(model: Any, data: st.DataObject) -> None:
    """From the final response whether or not the terminal event repeats the output, and from the snapshot before."""
    items = [{**item, "id": f"i{index}"} for index, item in enumerate(draw_items(data, model))]
    created = {"type": "response.created", "response": {"id": "r", "status": "in_progress", "output": []}}
    done = [
        {"type": "response.output_item.done", "output_index": index, "item": item}
        for index, item in enumerate(items)
    ]
    for output in ({}, {"output": items}):
        end = {"type": "response.completed", "response": {"id": "r", "status": "completed", **output}}
        reader = StreamReader(provider_name="p", build_partial=lambda body: decode_value(model, body)[0])
        list(reader.feed(sse(created, *done)))
        assert send(list(decode_value(model, reader.accumulator.snapshot())[0].output)) == items
        list(reader.feed(sse(end)))
        assert send(list(decode_value(model, reader.build_final())[0].output)) == items


@FAMILIES
@quick
@given(data=st.data())
def test_item_of_a_wrong_form_goes_back_as_it_came(model: Any, data: st.DataObject) -> None:
    (item,) = data.draw(st.lists(make_values(*ITEMS[model]), min_size=1, max_size=1))
    name = data.draw(st.sampled_from(sorted(item)))
    broken = {**item, name: data.draw(ANY)}
    response, _ = decode_model(model, json.dumps({"id": "r", "output": [broken]}).encode())
    assert send(list(response.output)) == [broken]


@quick
@given(data=st.data())
def test_events_keep_all_that_they_came_with(data: st.DataObject) -> None:
    body = data.draw(make_values("openai", "ResponseStreamEvent"))
    (frame,) = SSEDecoder().feed(sse(body))
    event, deviations = decode_event(frame)
    assert event.model_dump(mode="json") == body
    assert isinstance(event, UnknownEvent) == (body["type"] == "acme:new")
    # Four kinds of message may stand in the echo of `instructions`; without an id several fit as well.
    assert not [each for each in deviations if not each.path.startswith("response.instructions[")]


@FAMILIES
@pytest.mark.parametrize("path", sorted(RECORDED.glob("*.json")), ids=lambda path: path.stem)
def test_recorded_items_go_back_as_they_came(model: Any, path: Any) -> None:
    body = json.loads(path.read_bytes())
    response, _ = decode_model(model, path.read_bytes())
    assert send(list(response.output or [])) == body.get("output", [])
