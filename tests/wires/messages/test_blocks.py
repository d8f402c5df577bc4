from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from any_llm.wires.blobs import unseal
from tests.wires.messages.blocks import (
    FIELDS,
    SEARCH_RESULT,
    TEXT,
    begin,
    build_message,
    build_server_use,
    build_text,
    build_use,
    check,
    end,
    get_types,
    piece,
    reduce,
    respond,
    start,
    stop,
)

FIRST = {"type": "tool_use", "id": "toolu_1", "name": "add", "input": {}}
SECOND = {"type": "tool_use", "id": "toolu_2", "name": "sub", "input": {}}
THINKING = {"type": "thinking", "thinking": "", "signature": ""}
SEARCH = {**build_server_use(), "input": {}}
BY_TOOL: dict[str, Any] = {
    "model": "claude-3-5-haiku-20241022",
    "input": "Hi",
    "text": {"format": {"type": "json_schema", "name": "answer", "schema": {"type": "object"}}},
}
ANSWER = {"type": "tool_use", "id": "toolu_1", "name": "answer", "input": {}}


def give(index: Any, text: str) -> dict[str, Any]:
    event = piece(0, "input_json_delta", partial_json=text)
    return (
        {**event, "index": index} if index is not None else {"type": event["type"], "delta": event["delta"]}
    )


def say(index: int, text: str) -> dict[str, Any]:
    return piece(index, "text_delta", text=text)


def read(*events: Any, fields: Any = FIELDS, stop_reason: str = "tool_use") -> list[Any]:
    return check(reduce([begin(), *events, *end(stop_reason)], fields))["output"]


def get_calls(output: list[Any]) -> list[tuple[str, str]]:
    return [(item["call_id"], item["arguments"]) for item in output if item["type"] == "function_call"]


def get_texts(output: list[Any]) -> list[str]:
    return [part["text"] for item in output if item["type"] == "message" for part in item["content"]]


@pytest.mark.parametrize(
    "events",
    [
        [start(0, FIRST), start(1, SECOND), give(0, '{"a":1}'), give(1, '{"b":2}'), stop(0), stop(1)],
        [start(0, FIRST), start(1, SECOND), give(1, '{"b"'), give(0, '{"a":1}'), give(1, ":2}")],
        [start(0, FIRST), stop(0), start(1, SECOND), stop(1), give(0, '{"a":1}'), give(1, '{"b":2}')],
        [start(0, FIRST), give(0, '{"a"'), stop(0), give(0, ":1}"), start(1, SECOND), give(1, '{"b":2}')],
        [start(0, FIRST), give(0, '{"a"'), stop(0), start(1, SECOND), give(0, ":1}"), give(1, '{"b":2}')],
        [start(0, FIRST), give(7, '{"a":1}'), stop(0), start(1, SECOND), give(0, '{"b":2}'), stop(1)],
        [start(0, FIRST), give(None, '{"a":1}'), stop(0), start(1, SECOND), give(None, '{"b":2}'), stop(1)],
        [start(0, FIRST), give(0, '{"a":1}'), stop(0), start(0, SECOND), give(0, '{"b":2}'), stop(0)],
    ],
    ids=["overlap", "mixed", "early stops", "early stop", "late", "wrong index", "no index", "one index"],
)
def test_the_input_of_a_tool_reaches_its_call(events: list[Any]):
    output = read(*events)
    assert get_types({"output": output}) == ["function_call", "function_call"]
    assert get_calls(output) == [("toolu_1", '{"a":1}'), ("toolu_2", '{"b":2}')]


@settings(max_examples=60, deadline=None)
@given(st.permutations(["a0", "a1", "a2", "b0", "b1", "sa", "sb"]))
def test_the_input_of_a_tool_reaches_its_call_in_any_order_of_blocks(order: list[str]):
    """Pieces of one block come in order; those of the other, and the ends of both, anywhere between them."""
    pieces = {"a": iter(['{"a"', ":[1", "]}"]), "b": iter(['{"b"', ":2}"])}
    events = [start(0, FIRST), start(1, SECOND)]
    for name in order:
        index = 0 if "a" in name else 1
        events.append(stop(index) if name[0] == "s" else give(index, next(pieces[name[0]])))
    assert get_calls(read(*events)) == [("toolu_1", '{"a":[1]}'), ("toolu_2", '{"b":2}')]


def test_the_input_of_a_tool_is_never_text():
    assert read(start(0, TEXT), say(0, "a"), give(0, '{"a":1}'), stop(0))[0]["content"][0]["text"] == "a"
    assert read(give(0, '{"a":1}')) == []
    output = read(start(0, TEXT), say(0, "a"), start(1, FIRST), give(0, '{"a":1}'), say(0, "b"), stop(1))
    assert (get_texts(output), get_calls(output)) == (["ab"], [("toolu_1", '{"a":1}')])


def test_text_inside_a_tool_is_a_message():
    output = read(start(0, FIRST), give(0, '{"a"'), say(0, "Hm."), give(0, ":1}"), say(0, " So."), stop(0))
    assert get_calls(output) == [("toolu_1", '{"a":1}')]
    assert get_texts(output) == ["Hm. So."]


def test_the_input_of_a_tool_of_the_server_reaches_its_block():
    late = [
        start(0, SEARCH),
        stop(0),
        start(1, SEARCH_RESULT),
        stop(1),
        give(0, '{"query"'),
        give(None, ':"q"}'),
    ]
    output = read(*late)
    assert [item["block"] for item in output] == [build_server_use(), SEARCH_RESULT]
    early = [start(0, SEARCH), give(0, '{"query"'), stop(0), give(0, ':"q"}'), start(1, SEARCH_RESULT)]
    assert [item["block"] for item in read(*early)] == [build_server_use(), SEARCH_RESULT]


def test_a_call_is_done_before_the_next_block_where_nothing_is_missing():
    events = reduce(
        [begin(), start(0, FIRST), give(0, '{"a":1}'), stop(0), start(1, SECOND), *end("tool_use")]
    )
    kinds = [(event["type"], event.get("output_index")) for event in events]
    assert kinds.index(("response.output_item.done", 0)) < kinds.index(("response.output_item.added", 1))


def test_blocks_that_did_not_end_are_incomplete_in_an_answer_that_was_cut():
    events = [start(0, FIRST), give(0, '{"a"'), start(1, SECOND), give(1, '{"b":2}'), stop(1)]
    output = read(*events, stop_reason="max_tokens")
    assert [item["status"] for item in output] == ["incomplete", "incomplete"]
    final = check(reduce([begin(), *events, start(2, TEXT)]))
    assert [item["status"] for item in final["output"]] == ["incomplete", "completed", "incomplete"]


@pytest.mark.parametrize(
    "events",
    [
        [stop(0), piece(0, "signature_delta", signature="sig")],
        [stop(0), start(1, TEXT), piece(0, "signature_delta", signature="sig"), say(1, "Hi"), stop(1)],
        [start(1, TEXT), say(1, "Hi"), piece(0, "signature_delta", signature="sig"), stop(0), stop(1)],
        [start(1, TEXT), say(1, "Hi"), piece(1, "signature_delta", signature="sig"), stop(0), stop(1)],
    ],
    ids=["stopped", "stopped and followed", "overlapped", "wrong index"],
)
def test_a_late_signature_reaches_its_thought(events: list[Any]):
    output = read(start(0, THINKING), piece(0, "thinking_delta", thinking="hm"), *events)
    assert [item["type"] for item in output] == ["reasoning", "message"][: len(output)]
    assert output[0]["content"] == [{"type": "reasoning_text", "text": "hm"}]
    assert unseal("acme", output[0]["encrypted_content"])["signature"] == "sig"


def test_a_signature_of_no_thought_begins_none_inside_another_block():
    output = read(start(0, TEXT), say(0, "Hi"), piece(0, "signature_delta", signature="sig"), stop(0))
    assert [item["type"] for item in output] == ["message"]


def test_a_late_thought_reaches_its_item():
    thoughts = [piece(0, "thinking_delta", thinking=text) for text in ("h", "m")]
    output = read(
        start(0, THINKING), thoughts[0], stop(0), start(1, TEXT), say(1, "Hi"), thoughts[1], stop(1)
    )
    assert output[0]["content"] == [{"type": "reasoning_text", "text": "hm"}]
    assert get_texts(output) == ["Hi"]


@pytest.mark.parametrize("block", [TEXT, FIRST, SEARCH], ids=lambda block: block["type"])
def test_a_thought_on_another_block_is_reasoning(block: Any):
    thoughts = [piece(0, "thinking_delta", thinking=text) for text in ("h", "m")]
    output = read(start(0, block), *thoughts, stop(0))
    assert output[1]["type"] == "reasoning"
    assert output[1]["content"] == [{"type": "reasoning_text", "text": "hm"}]


def test_pieces_of_unknown_kinds_are_never_text():
    unknown = piece(0, "some_delta", text="x", count=1)
    assert get_texts(read(start(0, TEXT), say(0, "a"), unknown, stop(0))) == ["a"]
    assert read(unknown) == []
    overlapped = [start(0, {"type": "some_day"}), start(1, TEXT), unknown, say(1, "a"), stop(0), stop(1)]
    output = read(*overlapped)
    assert output[0]["block"] == {"type": "some_day", "text": "x", "count": 1}
    assert get_texts(output) == ["a"]


def test_a_tool_without_a_name_is_a_call():
    nameless = {"type": "tool_use", "id": "toolu_1", "input": {"a": 1}}
    (item,) = respond(build_message(nameless, stop_reason="tool_use"))["output"]
    assert (item["type"], item["name"], item["arguments"]) == ("function_call", "", '{"a":1}')


def test_an_empty_answer_by_a_tool_is_an_empty_object():
    whole = respond(build_message(ANSWER, stop_reason="tool_use"), BY_TOOL)["output"]
    assert get_texts(whole) == get_texts(read(start(0, ANSWER), stop(0), fields=BY_TOOL)) == ["{}"]
    both = respond(build_message(ANSWER, build_text("a"), stop_reason="tool_use"), BY_TOOL)["output"]
    assert get_texts(both) == ["{}", "a"]
    cut = respond(build_message(ANSWER, stop_reason="max_tokens"), BY_TOOL)["output"]
    assert get_texts(cut) == [""]


def test_pieces_count_instead_of_the_input_at_the_beginning():
    use = build_use(given={"a": 1})
    assert get_calls(read(start(0, use), give(0, '{"a"'), give(0, ":1}"), stop(0))) == [
        ("toolu_1", '{"a":1}')
    ]
    assert get_calls(read(start(0, use), give(0, ""), stop(0))) == [("toolu_1", '{"a":1}')]
    assert get_calls(read(start(0, use))) == [("toolu_1", '{"a":1}')]
    answer = {**ANSWER, "input": {"a": 1}}
    for pieces in ([give(0, '{"a"'), give(0, ":1}")], [give(0, "")], []):
        assert get_texts(read(start(0, answer), *pieces, stop(0), fields=BY_TOOL)) == ['{"a":1}']


def test_the_input_at_the_beginning_belongs_to_an_answer_that_was_cut():
    (item,) = check(reduce([begin(), start(0, build_use())]))["output"]
    assert item["arguments"] == '{"a":1}'
