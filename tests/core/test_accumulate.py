"""Malformed and unusual event sequences: text, calls and the final response come out right."""

from __future__ import annotations

from typing import Any

import pytest

from any_llm._core.accumulate import Accumulator
from any_llm._core.events import decode_event
from any_llm._core.sse import SSEDecoder
from tests.support.wire_server import sse

MESSAGE: dict[str, Any] = {"type": "message", "id": "m", "role": "assistant", "status": "completed"}
TEXT_PART: dict[str, Any] = {"type": "output_text", "text": "hello", "annotations": []}
CREATED = {"type": "response.created", "response": {"id": "r", "status": "in_progress", "output": []}}


def completed(**fields: Any) -> dict[str, Any]:
    return {"type": "response.completed", "response": {"id": "r", "status": "completed", **fields}}


def delta(text: str, **fields: Any) -> dict[str, Any]:
    return {"type": "response.output_text.delta", "delta": text, **fields}


def arguments(text: str, **fields: Any) -> dict[str, Any]:
    return {"type": "response.function_call_arguments.delta", "delta": text, **fields}


def added(item: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"type": "response.output_item.added", "item": item, **fields}


def call_item(number: int) -> dict[str, Any]:
    return {
        "type": "function_call",
        "id": f"f{number}",
        "call_id": f"c{number}",
        "name": f"n{number}",
        "arguments": "",
    }


def run(*events: dict[str, Any]) -> Accumulator:
    accumulator = Accumulator()
    for frame in SSEDecoder().feed(sse(*events)):
        accumulator.feed(decode_event(frame)[0])
    return accumulator


def get_texts(response: dict[str, Any]) -> list[str]:
    return [part["text"] for item in response["output"] for part in item.get("content", ())]


@pytest.mark.parametrize("output", [{"output": None}, {}, {"output": []}], ids=["null", "absent", "empty"])
def test_thin_terminal_event_is_filled_from_the_items(output: dict[str, Any]) -> None:
    item = {**MESSAGE, "content": [TEXT_PART]}
    accumulator = run(
        CREATED,
        added({**MESSAGE, "content": []}, output_index=0),
        delta("hello", item_id="m", output_index=0, content_index=0),
        {"type": "response.output_item.done", "item": item, "output_index": 0},
        completed(**output),
    )
    assert accumulator.finish() == {"id": "r", "status": "completed", "output": [item]}
    assert [deviation.kind for deviation in accumulator.deviations] == ["thin"]


@pytest.mark.parametrize(
    "fields",
    [
        {"item_id": "m", "output_index": 0, "content_index": 0},
        {"item_id": "m"},
        {"output_index": 0},
        {},
    ],
    ids=["all", "id", "index", "nothing"],
)
@pytest.mark.parametrize("announced", [True, False])
def test_text_is_joined_whatever_names_its_place(fields: dict[str, Any], announced: bool) -> None:
    start = [added({**MESSAGE, "content": []}, output_index=0)] if announced else []
    snapshot = run(CREATED, *start, delta("hel", **fields), delta("lo", **fields)).snapshot()
    assert get_texts(snapshot) == ["hello"]
    assert snapshot["output"][0]["type"] == "message"


def test_item_that_was_never_announced_is_a_deviation() -> None:
    assert [d.kind for d in run(CREATED, delta("x", item_id="m")).deviations] == ["not_added"]


@pytest.mark.parametrize("named_by", ["id", "index"])
def test_two_calls_that_interleave_stay_apart(named_by: str) -> None:
    places = (
        [{"item_id": "f0"}, {"item_id": "f1"}]
        if named_by == "id"
        else [{"output_index": 0}, {"output_index": 1}]
    )
    snapshot = run(
        CREATED,
        added(call_item(0), output_index=0),
        added(call_item(1), output_index=1),
        arguments('{"a"', **places[0]),
        arguments('{"b"', **places[1]),
        arguments(":1}", **places[0]),
        arguments(":2}", **places[1]),
    ).snapshot()
    assert [(item["call_id"], item["arguments"]) for item in snapshot["output"]] == [
        ("c0", '{"a":1}'),
        ("c1", '{"b":2}'),
    ]


def test_done_event_gives_the_whole_text_after_lost_deltas() -> None:
    events = [
        added({**MESSAGE, "content": []}),
        delta("he", item_id="m", content_index=0),
        {"type": "response.output_text.done", "text": "hello", "item_id": "m", "content_index": 0},
    ]
    assert get_texts(run(*events).snapshot()) == ["hello"]


def test_several_parts_keep_their_order() -> None:
    events = [
        added({**MESSAGE, "content": []}),
        delta("second", item_id="m", content_index=1),
        delta("first", item_id="m", content_index=0),
    ]
    assert get_texts(run(*events).snapshot()) == ["first", "second"]


def test_items_that_arrive_out_of_order_are_put_in_order() -> None:
    events = [added(call_item(1), output_index=1), added(call_item(0), output_index=0)]
    assert [item["id"] for item in run(*events).snapshot()["output"]] == ["f0", "f1"]


@pytest.mark.parametrize("dialect", ["reasoning", "reasoning_text"])
def test_both_spellings_of_raw_reasoning_give_the_same(dialect: str) -> None:
    item = {"type": "reasoning", "id": "rs", "summary": []}
    place = {"item_id": "rs", "output_index": 0, "content_index": 0}
    events = [
        added(item, output_index=0),
        {"type": f"response.{dialect}.delta", "delta": "thi", **place},
        {"type": f"response.{dialect}.delta", "delta": "nk", **place},
        {"type": f"response.{dialect}.done", "text": "think", **place},
    ]
    expected = {**item, "content": [{"type": "reasoning_text", "text": "think"}]}
    assert run(*events).snapshot()["output"] == [expected]


def test_reasoning_summary() -> None:
    place = {"item_id": "rs", "summary_index": 0}
    part = {"type": "summary_text", "text": ""}
    events = [
        added({"type": "reasoning", "id": "rs", "summary": []}),
        {"type": "response.reasoning_summary_part.added", "part": part, **place},
        {"type": "response.reasoning_summary_text.delta", "delta": "short", **place},
        {"type": "response.reasoning_summary_text.done", "text": "short", **place},
        {"type": "response.reasoning_summary_part.done", "part": {**part, "text": "short"}, **place},
    ]
    assert run(*events).snapshot()["output"][0]["summary"] == [{"type": "summary_text", "text": "short"}]


def test_refusal_and_annotation() -> None:
    annotation = {"type": "url_citation", "url": "u", "start_index": 0, "end_index": 1, "title": "t"}
    events = [
        added({**MESSAGE, "content": []}),
        delta("text", item_id="m", content_index=0),
        {
            "type": "response.output_text.annotation.added",
            "annotation": annotation,
            "annotation_index": 0,
            "item_id": "m",
            "content_index": 0,
        },
        {"type": "response.refusal.delta", "delta": "no", "item_id": "m", "content_index": 1},
    ]
    first, second = run(*events).snapshot()["output"][0]["content"]
    assert first == {"type": "output_text", "text": "text", "annotations": [annotation]}
    assert second == {"type": "refusal", "refusal": "no"}


@pytest.mark.parametrize(
    ("kind", "prefix", "field"),
    [
        ("mcp_call", "mcp_call_arguments", "arguments"),
        ("custom_tool_call", "custom_tool_call_input", "input"),
        ("code_interpreter_call", "code_interpreter_call_code", "code"),
    ],
)
def test_other_fields_that_grow(kind: str, prefix: str, field: str) -> None:
    events = [
        added({"type": kind, "id": "x", field: ""}, output_index=0),
        {"type": f"response.{prefix}.delta", "delta": "ab", "item_id": "x"},
        {"type": f"response.{prefix}.delta", "delta": "c", "output_index": 0},
    ]
    assert run(*events).snapshot()["output"][0][field] == "abc"
    done = {"type": f"response.{prefix}.done", field: "abcd", "item_id": "x"}
    assert run(*events, done).snapshot()["output"][0][field] == "abcd"


def test_call_that_only_its_done_event_names() -> None:
    done = {
        "type": "response.function_call_arguments.done",
        "arguments": "{}",
        "name": "late",
        "item_id": "f9",
        "output_index": 0,
    }
    assert run(CREATED, done).snapshot()["output"] == [
        {"type": "function_call", "status": "in_progress", "id": "f9", "name": "late", "arguments": "{}"}
    ]


def test_unknown_events_and_items_change_nothing_but_are_kept() -> None:
    item = {"type": "acme:search", "id": "a", "hits": [None]}
    accumulator = run(
        {"type": "acme:trace", "x": 1},
        added({"type": "acme:search", "id": "a"}, output_index=0),
        {"type": "response.output_item.done", "item": item, "output_index": 0},
        completed(output=None),
    )
    assert accumulator.finish()["output"] == [item]


def test_full_terminal_event_has_the_last_word() -> None:
    final = {**MESSAGE, "content": [{**TEXT_PART, "text": "final"}]}
    accumulator = run(delta("draft", item_id="m"), completed(output=[final], vendor=1))
    assert accumulator.finish() == {"id": "r", "status": "completed", "output": [final], "vendor": 1}


def test_snapshot_only_grows() -> None:
    accumulator = Accumulator()
    frames = SSEDecoder().feed(
        sse(added({**MESSAGE, "content": []}), *(delta(letter, item_id="m") for letter in "abc"))
    )
    seen: list[str] = []
    for frame in frames:
        accumulator.feed(decode_event(frame)[0])
        seen.append("".join(get_texts(accumulator.snapshot())))
    assert seen == ["", "a", "ab", "abc"]


@pytest.mark.parametrize(
    "event", [{"type": "response.output_item.added", "item": None}, {"type": "response.created"}]
)
def test_empty_events_do_no_harm(event: dict[str, Any]) -> None:
    assert (
        run(event, {"type": "response.output_item.done"}, {"type": "response.content_part.added"}) is not None
    )
