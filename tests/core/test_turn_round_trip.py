"""Turns lose nothing: through a transcript, its JSON, and the form in which items go back, for items of every kind."""

from __future__ import annotations

import json
import warnings
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import any_llm
from any_llm._core.decode import decode_model
from any_llm._core.replay import BOUND
from openai_responses_types import Response
from openresponses_types import ResponseResource
from tests.support.samples import make_values

ITEMS = {Response: ("openai", "ResponseOutputItem"), ResponseResource: ("openresponses", "ItemField")}
FAMILIES = pytest.mark.parametrize("model", ITEMS)
quick = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def draw_response(data: st.DataObject, model: Any) -> tuple[Any, list[dict[str, Any]]]:
    items = data.draw(st.lists(make_values(*ITEMS[model]), min_size=1, max_size=3))
    response, _ = decode_model(model, json.dumps({"id": "r", "output": items}).encode())
    return response, items


@FAMILIES
@quick
@given(data=st.data())
def test_a_conversation_survives_its_json(model: Any, data: st.DataObject) -> None:
    response, items = draw_response(data, model)
    said = any_llm.user("Hi")
    text = any_llm.Conversation("openai:m", items=[said, *response.output]).to_json()
    assert json.loads(text)["items"] == [said, *items]
    assert any_llm.Conversation.from_json(text).to_json() == text


@FAMILIES
@quick
@given(data=st.data())
def test_items_go_back_in_order_and_whole(model: Any, data: st.DataObject) -> None:
    response, items = draw_response(data, model)
    assert [item.model_dump(mode="json") for item in response.as_input(store=True)] == items
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        kept = [item.model_dump(mode="json") for item in response.as_input(store=False)]
    left = iter(kept)
    for item in items:
        is_lost = (
            item["type"] == "reasoning" and not item.get("encrypted_content") and not item.get("content")
        )
        if is_lost:
            continue
        sent = next(left)
        without_id = {name: value for name, value in item.items() if name != "id"}
        assert sent == item or (item["type"] in BOUND and sent == without_id)
    assert next(left, None) is None
