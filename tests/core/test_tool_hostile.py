"""Arguments as a model should not write them: nothing raises, and the other calls of the response are unaffected."""

from __future__ import annotations

import datetime
import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

import any_llm
from any_llm._core.decode import decode_model
from any_llm._tools.arguments import parse_arguments
from openai_responses_types import Response
from openresponses_types.calls import InvalidArguments

DAY = datetime.date(2026, 1, 2)


class Trip(BaseModel):
    day: datetime.date
    spans: list[int] = []


def plan(day: datetime.date, limit: int = 5) -> None: ...
def later(day: datetime.date) -> None: ...
def no_arguments() -> None: ...
def rest(**more: Any) -> None: ...


CIRCLE: dict[str, Any] = {}
CIRCLE["day"] = CIRCLE
DEEP: list[Any] = []
for _ in range(100_000):
    DEEP = [DEEP]

HOSTILE = [
    '{"day": ',
    "[]",
    "null",
    '"text"',
    "[" * 100_000,
    '{"day": ' + "[" * 500 + "]" * 500 + "}",
    '{"limit": ' + "9" * 10_000 + ', "day": "2026-01-02"}',
    '{"limit": 1e999, "day": "2026-01-02"}',
    '{"limit": NaN, "day": "2026-01-02"}',
    '{"day": "\\ud800"}',
    '{"day": "\ud800"}',
    '{"day": "\0"}',
    "\ufeff{}",
    5,
    [],
    {"day": "\ud800"},
    {"day": object()},
    {"day": DEEP},
    CIRCLE,
]


@pytest.mark.parametrize("raw", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_that_a_model_writes_raises(raw: object) -> None:
    assert isinstance(parse_arguments(plan, raw), InvalidArguments)
    assert isinstance(
        parse_arguments(Trip, raw), InvalidArguments | Trip
    )  # a model ignores keys unless it forbids them


def test_odd_json_that_is_valid_is_read() -> None:
    assert parse_arguments(plan, '{"day": 1, "day": "2026-01-02"}') == {"day": DAY}
    assert math.isnan(parse_arguments(lambda x: x, '{"x": NaN}')["x"])


@given(
    raw=st.one_of(
        st.text(),
        st.recursive(st.none() | st.text(), lambda v: st.lists(v) | st.dictionaries(st.text(), v)).map(
            json.dumps
        ),
    )
)
def test_random_text_never_raises(raw: str) -> None:
    for target in (plan, Trip, rest):
        assert isinstance(parse_arguments(target, raw), InvalidArguments | dict | Trip)


def test_calls_of_a_response_are_read_each_for_itself() -> None:
    def call(call_id: str, arguments: str) -> dict[str, Any]:
        return {
            "type": "function_call",
            "id": call_id,
            "call_id": call_id,
            "name": "later",
            "arguments": arguments,
        }

    output = [call("a", '{"day": "2026-01-02"}'), call("b", ""), call("c", '{"day": "2026-')]
    assert any_llm.__version__
    response, _ = decode_model(Response, json.dumps({"id": "r", "output": output}).encode())
    valid, empty, cut = [item for item in response.output if item.type == "function_call"]
    assert (valid.parsed_arguments, empty.parsed_arguments) == ({"day": "2026-01-02"}, {})
    assert valid.parse_arguments(later) == {"day": DAY}
    assert empty.parse_arguments(no_arguments) == {}
    for read_cut in (cut.parsed_arguments, cut.parse_arguments(later)):
        assert isinstance(read_cut, InvalidArguments)
        assert read_cut.raw == '{"day": "2026-'
        assert "EOF" in read_cut.error
