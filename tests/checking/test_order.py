"""The order of streams: those of the translators are right, and every way to spoil one is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from any_llm.checking.order import check_order
from tests.checking.endpoint import call, stream, text

THOUGHT = {"type": "thinking", "thinking": "Hm", "signature": "s"}
Events = list[dict[str, Any]]
GOOD = stream(THOUGHT, text("Hello"), text("you"), call("get_time"))


def place(kind: str) -> int:
    return next(index for index, event in enumerate(GOOD) if event["type"] == f"response.{kind}")


def drop(kind: str) -> Callable[[], Events]:
    return lambda: [event for index, event in enumerate(GOOD) if index != place(kind)]


def change(kind: str, **fields: Any) -> Callable[[], Events]:
    at = place(kind)
    return lambda: [*GOOD[:at], {**GOOD[at], **fields}, *GOOD[at + 1 :]]


def test_a_good_stream_has_nothing_wrong() -> None:
    assert check_order(GOOD) == []


@pytest.mark.parametrize(
    ("spoil", "where", "what"),
    [
        (drop("created"), "events[0]", "expected response.created"),
        (drop("completed"), f"events[{len(GOOD) - 1}]", "got the end of the stream"),
        (drop("in_progress"), "events[1].sequence_number", "expected 1, got 2"),
        (drop("output_item.added"), ".output_index", "which is not open"),
        (drop("output_item.done"), "", "was never done"),
        (drop("content_part.added"), "", "was not added"),
        (drop("content_part.done"), "", "is open"),
        (drop("output_text.delta"), ".text", "deltas add up to"),
        (drop("function_call_arguments.delta"), ".arguments", "deltas add up to"),
        (change("output_item.added", output_index=3), ".output_index", "expected 0 for a new item, got 3"),
        (change("output_item.done", output_index=[]), "", "output_item.done for output_index [], which"),
        (change("output_item.done", item={"id": "x"}), ".item.id", "another id"),
        (change("output_text.delta", item_id="x"), ".item_id", "names another item"),
        (change("content_part.done", content_index=7), "", "not open"),
        (change("created", sequence_number=None), "events[0].sequence_number", "missing, here"),
        (change("completed", response={"output": []}), ".response.output", "expected the 3 items"),
        (lambda: [*GOOD, GOOD[-2]], f"events[{len(GOOD)}]", "after the end"),
        (lambda: [*GOOD[:5], GOOD[1], *GOOD[5:]], "events[5]", "after the response has begun"),
        (lambda: [], "events[0]", "got nothing"),
    ],
)
def test_what_is_spoilt_is_told(spoil: Callable[[], Events], where: str, what: str) -> None:
    found = check_order(spoil())
    assert any(where in one.path and what in one.what for one in found), found


@pytest.mark.parametrize("at", range(len(GOOD)))
def test_no_event_may_be_missing_or_come_twice(at: int) -> None:
    assert check_order([*GOOD[:at], *GOOD[at + 1 :]])
    assert check_order([*GOOD[: at + 1], *GOOD[at:]])


def test_a_failed_response_may_leave_items_open() -> None:
    end = {"type": "response.failed", "sequence_number": 4, "response": {"output": []}}
    assert check_order([*GOOD[:4], end]) == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=4,
)
FIELD = st.sampled_from(["type", "item", "item_id", "output_index", "content_index", "delta", "response"])


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), FIELD, JSON), max_size=4))
@settings(max_examples=200, deadline=None)
def test_nothing_that_a_server_sends_breaks_the_check(changes: list[tuple[int, str, Any]]) -> None:
    events = [dict(event) for event in GOOD]
    for at, field, value in changes:
        events[at][field] = value
    check_order(events)
