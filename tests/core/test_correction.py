"""Answers of a server that does not tell the truth about its end, corrected by what its usage says."""

from __future__ import annotations

import json
from typing import Any

import pytest

from any_llm import types
from any_llm._core.correction import correct_body, correct_event
from any_llm._core.decode import decode_value, dump_value
from tests.support.wire_server import read_recorded

CUT: dict[str, Any] = json.loads(read_recorded("cut.json"))


def complete(response: Any) -> Any:
    body = {"type": "response.completed", "response": response, "sequence_number": 9}
    return decode_value(types.ResponseCompletedEvent, body)[0]


def test_recorded_answer_that_used_up_its_budget_is_incomplete() -> None:
    body, (deviation,) = correct_body(CUT, 3)
    assert body == {**CUT, "status": "incomplete", "incomplete_details": {"reason": "max_output_tokens"}}
    assert (deviation.path, deviation.kind) == ("status", "untrue")
    assert CUT["status"] == "completed"


@pytest.mark.parametrize(
    "body",
    [
        {**CUT, "status": "failed"},
        {**CUT, "status": "incomplete"},
        {**CUT, "usage": None},
        {**CUT, "usage": "much"},
        {**CUT, "usage": {}},
        {**CUT, "usage": {"output_tokens": "3"}},
        {**CUT, "usage": {"output_tokens": 2}},
        {},
    ],
)
def test_answer_is_left_alone_without_proof(body: dict[str, Any]) -> None:
    assert correct_body(body, 3) == (body, ())


def test_terminal_event_becomes_the_one_that_the_usage_speaks_for() -> None:
    event = correct_event(complete(CUT), 3)
    assert type(event) is types.ResponseIncompleteEvent
    assert event.type == "response.incomplete"
    assert event.sequence_number == 9
    assert dump_value(event.response) == correct_body(CUT, 3)[0]


@pytest.mark.parametrize("response", [CUT, None, {}])
def test_terminal_event_within_its_budget_is_the_same_object(response: Any) -> None:
    event = complete(response)
    assert correct_event(event, 4) is event


def test_other_events_are_the_same_object() -> None:
    event, _ = decode_value(
        types.ResponseTextDeltaEvent, {"type": "response.output_text.delta", "delta": "x"}
    )
    assert correct_event(event, 0) is event
