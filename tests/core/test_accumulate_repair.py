"""Sequences in which something is late, lost, repeated, thin or of the wrong type: nothing is lost, nothing raises."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from any_llm._core.accumulate import Accumulator
from any_llm._core.events import decode_event
from any_llm._core.sse import SSEDecoder
from tests.core.test_accumulate import MESSAGE, TEXT_PART, added, arguments, call_item, completed, delta, run
from tests.support.wire_server import RECORDED, sse

OPEN: dict[str, Any] = {**MESSAGE, "status": "in_progress", "content": []}
PLACE: dict[str, Any] = {"item_id": "m", "output_index": 0, "content_index": 0}


def ended(item: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"type": "response.output_item.done", "item": item, **fields}


def part_ended(part: Any, **fields: Any) -> dict[str, Any]:
    return {"type": "response.content_part.done", "part": part, **PLACE, **fields}


def get_output(*events: dict[str, Any]) -> list[dict[str, Any]]:
    output = run(*events).snapshot()["output"]
    assert isinstance(output, list)
    return output


def get_text(item: dict[str, Any]) -> str:
    return "".join(part["text"] for part in item["content"])


def without(item: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name not in names}


@pytest.mark.parametrize("named_by", ["item_id", "output_index"])
def test_delta_before_its_item_was_added_belongs_to_it(named_by: str) -> None:
    place = {named_by: PLACE[named_by]}
    (item,) = get_output(delta("hel", **place), added(OPEN, output_index=0), delta("lo", **place))
    assert (item["id"], get_text(item)) == ("m", "hello")


def test_item_that_is_added_twice_is_one() -> None:
    (item,) = get_output(added(OPEN), added(OPEN), delta("x", item_id="m"))
    assert get_text(item) == "x"


def test_item_that_ends_twice_is_one() -> None:
    done = {**MESSAGE, "content": [TEXT_PART]}
    assert get_output(added(OPEN), ended(done), ended(done)) == [done]


def test_item_that_is_added_after_its_end_stays_ended() -> None:
    done = {**MESSAGE, "content": [TEXT_PART]}
    assert get_output(ended(done), added(OPEN)) == [done]


@pytest.mark.parametrize("thin", [{"content": []}, {"content": None}, {}], ids=["empty", "null", "absent"])
def test_thin_end_of_an_item_loses_no_text(thin: dict[str, Any]) -> None:
    accumulator = run(added(OPEN), delta("hello", item_id="m"), ended({**MESSAGE, **thin}))
    (item,) = accumulator.snapshot()["output"]
    assert (item["status"], get_text(item)) == ("completed", "hello")


def test_thin_end_of_a_call_keeps_its_arguments_and_says_so() -> None:
    accumulator = run(added(call_item(0)), arguments("{}", item_id="f0"), ended(call_item(0)))
    assert accumulator.snapshot()["output"][0]["arguments"] == "{}"
    assert [(d.path, d.kind) for d in accumulator.deviations] == [("item.arguments", "thin")]


@pytest.mark.parametrize("part", [None, {}, {**TEXT_PART, "text": ""}, {"type": "output_text"}])
def test_thin_end_of_a_part_loses_no_text(part: Any) -> None:
    (item,) = get_output(added(OPEN), delta("hello", **PLACE), part_ended(part))
    assert item["content"] == [TEXT_PART]


def test_empty_end_of_a_text_says_less_than_its_deltas() -> None:
    done = {"type": "response.output_text.done", "text": "", **PLACE}
    (item,) = get_output(added(OPEN), delta("hello", **PLACE), done)
    assert get_text(item) == "hello"


def test_events_after_the_end_of_an_item_change_nothing() -> None:
    done = {**MESSAGE, "content": [TEXT_PART, {**TEXT_PART, "text": "two"}]}
    late = [
        part_ended({**TEXT_PART, "text": "two"}, content_index=1),
        {"type": "response.output_text.done", "text": "two", **PLACE, "content_index": 1},
        delta("more", **PLACE),
        {"type": "response.output_text.annotation.added", "annotation": {"type": "x"}, **PLACE},
    ]
    assert get_output(added(OPEN), ended(done), *late) == [done]


def test_item_added_without_an_id_is_found_by_what_is_left() -> None:
    nameless = without(OPEN, "id")
    (item,) = get_output(added(nameless), delta("a", item_id="m"), delta("b", item_id="m"))
    assert get_text(item) == "ab"


@pytest.mark.parametrize("kept", ["id", "index"])
def test_two_calls_interleave_although_one_side_names_no_place(kept: str) -> None:
    if kept == "id":  # added with ids only, grown with indices only
        start = [added(call_item(0)), added(call_item(1))]
        places: list[dict[str, Any]] = [{"output_index": 0}, {"output_index": 1}]
    else:
        start = [added(without(call_item(n), "id"), output_index=n) for n in (0, 1)]
        places = [{"item_id": "f0"}, {"item_id": "f1"}]
    texts = [(0, '{"a"'), (1, '{"b"'), (0, ":1}"), (1, ":2}")]
    output = get_output(*start, *(arguments(text, **places[which]) for which, text in texts))
    assert [(call["call_id"], call["arguments"]) for call in output] == [("c0", '{"a":1}'), ("c1", '{"b":2}')]


def test_calls_that_end_in_another_order_are_told_apart_by_call_id() -> None:
    ends = [ended(without({**call_item(n), "arguments": str(n)}, "id")) for n in (1, 0)]
    output = get_output(added(call_item(0)), added(call_item(1)), *ends)
    assert [(call["id"], call["call_id"], call["arguments"]) for call in output] == [
        ("f0", "c0", "0"),
        ("f1", "c1", "1"),
    ]


def test_index_that_is_always_zero_does_not_mix_items_with_ids() -> None:
    start = [added(call_item(0), output_index=0), added(call_item(1), output_index=0)]
    grown = [arguments(f"{{{n}}}", item_id=f"f{n}", output_index=0) for n in (1, 0)]
    ends = [ended({**call_item(n), "arguments": f"{{{n}}}"}, output_index=0) for n in (1, 0)]
    for events in ([*start, *grown], [*start, *grown, *ends], [*start, *ends]):
        assert [(call["id"], call["arguments"]) for call in get_output(*events)] == [
            ("f0", "{0}"),
            ("f1", "{1}"),
        ]


def test_item_without_an_index_stands_where_it_arrived() -> None:
    output = get_output(added(OPEN), arguments("{}", item_id="f1", output_index=1), delta("x", item_id="m"))
    assert [item["type"] for item in output] == ["message", "function_call"]


def test_other_call_id_in_the_terminal_event_is_reported_and_the_first_one_kept() -> None:
    call = {**call_item(0), "arguments": "{}"}
    accumulator = run(
        added(call_item(0), output_index=0),
        ended(call, output_index=0),
        completed(output=[{**call, "call_id": "other", "vendor": 1}]),
    )
    assert accumulator.finish()["output"] == [{**call, "vendor": 1}]
    assert [(d.path, d.kind) for d in accumulator.deviations] == [("response.output[0].call_id", "conflict")]


@pytest.mark.parametrize("wrong", [{"a": 1}, ["a"], 5, True, None])
@pytest.mark.parametrize("field", ["delta", "item_id", "output_index", "content_index", "type_of_item"])
def test_value_of_the_wrong_type_never_raises(field: str, wrong: Any) -> None:
    item = {**OPEN, "content": wrong, "id": wrong} if field == "type_of_item" else OPEN
    event = delta("x", **PLACE) | ({field: wrong} if field != "type_of_item" else {})
    accumulator = run(added(item, output_index=0), event, delta("y", **PLACE))
    assert "y" in get_text(accumulator.snapshot()["output"][0])


@pytest.mark.parametrize("wrong", [{"a": 1}, 5, ["x"], None])
def test_arguments_of_the_wrong_type_do_not_stop_the_text(wrong: Any) -> None:
    start = added({**call_item(0), "arguments": wrong})
    done = {"type": "response.function_call_arguments.done", "item_id": "f0", "arguments": wrong}
    (call,) = get_output(start, arguments(wrong, item_id="f0"), arguments("{}", item_id="f0"), done)
    assert call["arguments"] == "{}"


def test_annotations_of_the_wrong_type_do_not_stop_the_next() -> None:
    start = {"type": "response.content_part.added", "part": {**TEXT_PART, "annotations": 5}, **PLACE}
    kind = "response.output_text.annotation.added"
    events = [{"type": kind, "annotation": value, **PLACE} for value in (None, {"type": "acme:x"})]
    (item,) = get_output(added(OPEN), start, *events)
    assert item["content"][0]["annotations"] == [{"type": "acme:x"}]


FRAMES = {path.stem: SSEDecoder().feed(path.read_bytes()) for path in sorted(RECORDED.glob("*.sse"))}


@pytest.mark.parametrize("name", sorted(FRAMES))
def test_recorded_stream_without_its_terminal_output_gives_the_same_response(name: str) -> None:
    frames = FRAMES[name]
    whole, thin = Accumulator(), Accumulator()
    last = json.loads(frames[-1][1])
    last["response"]["output"] = []
    for frame in frames:
        whole.feed(decode_event(frame)[0])
    for frame in [*frames[:-1], (frames[-1][0], json.dumps(last).encode())]:
        thin.feed(decode_event(frame)[0])
    assert thin.finish() == whole.finish()


@pytest.mark.parametrize("lost", ["added", "done", "delta", "content_part", "output_item", "item_id"])
@pytest.mark.parametrize("name", sorted(FRAMES))
def test_recorded_stream_that_lost_a_kind_of_event_gives_the_same_text(name: str, lost: str) -> None:
    whole, damaged = Accumulator(), Accumulator()
    for event, data in FRAMES[name]:
        whole.feed(decode_event((event, data))[0])
        if lost not in event.decode():
            body = json.loads(data)
            body.pop("item_id" if lost == "item_id" else "", None)
            if event == b"response.completed":
                body["response"]["output"] = None
            damaged.feed(decode_event((event, json.dumps(body).encode()))[0])
    assert get_words(damaged.finish()) == get_words(whole.finish())


def get_words(response: dict[str, Any]) -> list[str]:
    return [get_text(item) if "content" in item else item["arguments"] for item in response["output"]]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_shuffled_thinned_and_spoilt_stream_is_taken_in_without_raising(data: st.DataObject) -> None:
    bodies = [json.loads(text) for _, text in data.draw(st.sampled_from(sorted(FRAMES.items())))[1]]
    chosen = data.draw(st.lists(st.sampled_from(range(len(bodies))), max_size=len(bodies)))
    accumulator = Accumulator()
    for index in chosen:
        body = dict(bodies[index])
        if data.draw(st.integers(0, 3)) == 0:
            body[data.draw(st.sampled_from(sorted(body)))] = data.draw(
                st.sampled_from([None, 5, "x", [], {}, [None], {"type": 5}, True])
            )
        frame = bodies[index]["type"].encode(), json.dumps(body).encode()
        accumulator.feed(decode_event(frame)[0])
        assert json.dumps(accumulator.snapshot())
    assert json.dumps(accumulator.finish())


def test_text_of_many_deltas_is_joined_in_order() -> None:
    accumulator = Accumulator()
    for frame in SSEDecoder().feed(sse(added(OPEN), *(delta(f"{n} ", **PLACE) for n in range(2000)))):
        accumulator.feed(decode_event(frame)[0])
    assert get_text(accumulator.snapshot()["output"][0]).split() == [str(n) for n in range(2000)]
