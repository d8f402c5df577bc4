from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from tests.wires.chat.completions import mutate
from tests.wires.messages.blocks import (
    SEARCH_RESULT,
    TEXT,
    WEB_CITATION,
    begin,
    build_message,
    build_server_use,
    build_text,
    build_thinking,
    build_use,
    check,
    cut_message,
    get_kinds,
    get_types,
    piece,
    reduce,
    start,
)


@pytest.mark.parametrize("before", [0, 1, 3, 4], ids=["nothing", "begun", "text", "block"])
def test_an_error_ends_the_stream(before: int):
    error = {"type": "error", "error": {"type": "overloaded_error", "message": "busy"}, "request_id": "req_1"}
    given = cut_message(build_message(build_text("a")))[:before]
    events = reduce([*given, error])
    assert get_kinds(events)[-2:] == ["error", "failed"]
    assert events[-2]["error"]["type"] == "overloaded_error"
    assert check(events)["error"] == {"code": "overloaded_error", "message": "busy"}
    assert all(item["status"] == "incomplete" for item in events[-1]["response"]["output"])


@pytest.mark.parametrize("length", range(6))
def test_an_end_without_message_stop_is_a_failure(length: int):
    given = cut_message(build_message(build_text("a")))
    events = reduce(given[:length])
    final = check(events)
    assert (final["status"], final["error"]["code"]) == ("failed", "server_error")
    assert "error" not in get_kinds(events)
    assert get_types(final) == ["message"] * (length > 1)


def test_what_came_before_a_cut_is_kept():
    """A citation and the input of a tool of the server belong to the answer as soon as they are there."""
    cited = [
        start(0, TEXT),
        piece(0, "text_delta", text="a"),
        piece(0, "citations_delta", citation=WEB_CITATION),
    ]
    (item,) = check(reduce([begin(), *cited]))["output"]
    assert [one["url"] for one in item["content"][0]["annotations"]] == ["http://u"]
    searched = [
        start(0, {**build_server_use(), "input": {}}),
        piece(0, "input_json_delta", partial_json='{"query'),
    ]
    (item,) = check(reduce([begin(), *searched]))["output"]
    assert item["block"]["input"] == '{"query'


def test_a_stop_without_a_reason_is_a_failure():
    assert check(reduce([begin(), {"type": "message_stop"}]))["status"] == "failed"


WHOLE = build_message(build_thinking(), build_text("Hi.", WEB_CITATION), build_use(), SEARCH_RESULT)


@given(mutate({"events": cut_message(WHOLE, [1, 2])}))
@settings(max_examples=100, deadline=None)
def test_damaged_events_give_whole_streams(damaged: Any):
    events = damaged.get("events")
    check(reduce([event for event in events if isinstance(event, dict)] if isinstance(events, list) else []))
