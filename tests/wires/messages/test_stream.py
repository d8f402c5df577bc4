from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from any_llm.wires.blobs import unseal
from any_llm.wires.messages import MESSAGES
from tests.wires.messages.blocks import (
    FIELDS,
    MESSAGE_BODIES,
    PLACE_CITATION,
    PLACES,
    REDACTED,
    ROW,
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
    cut,
    cut_message,
    end,
    get_kinds,
    get_types,
    piece,
    read_recorded,
    reduce,
    respond,
    start,
    stop,
)

USE = {"type": "tool_use", "id": "toolu_1", "name": "add", "input": {}}
SUMMARISED = {**FIELDS, "reasoning": {"effort": "low", "summary": "auto"}}


def test_the_order_of_events():
    body = build_message(build_thinking(), build_text("Hi"), build_use(), stop_reason="tool_use")
    events = reduce(cut_message(body, [1]))
    assert get_kinds(events) == [
        "created",
        "in_progress",
        "output_item.added",
        "content_part.added",
        "reasoning.delta",
        "reasoning.delta",
        "reasoning.done",
        "content_part.done",
        "output_item.done",
        "output_item.added",
        "content_part.added",
        "output_text.delta",
        "output_text.delta",
        "output_text.done",
        "content_part.done",
        "output_item.done",
        "output_item.added",
        "function_call_arguments.delta",
        "function_call_arguments.delta",
        "function_call_arguments.done",
        "output_item.done",
        "completed",
    ]
    final = check(events)
    assert get_types(final) == ["reasoning", "message", "function_call"]
    assert final["usage"]["total_tokens"] == 7


def test_summarised_thinking_is_told_as_a_summary():
    body = build_message(build_thinking("so"), build_text("Hi"))
    events = reduce(cut_message(body, [1]), SUMMARISED)
    assert get_kinds(events)[2:9] == [
        "output_item.added",
        "reasoning_summary_part.added",
        "reasoning_summary_text.delta",
        "reasoning_summary_text.delta",
        "reasoning_summary_text.done",
        "reasoning_summary_part.done",
        "output_item.done",
    ]
    assert check(events)["output"][0]["summary"] == [{"type": "summary_text", "text": "so"}]


@given(MESSAGE_BODIES, PLACES, PLACES)
@settings(max_examples=80, deadline=None)
def test_a_stream_ends_with_what_the_whole_answer_gives(body: Any, places: list[int], pings: list[int]):
    for fields in (FIELDS, SUMMARISED):
        final = check(reduce(cut_message(body, places, pings), fields))
        assert final == respond(body, fields)


@pytest.mark.parametrize("name", ["text", "tool", "cut", "schema"])
def test_recorded_streams(name: str):
    final = check(reduce(read_recorded(f"messages-{name}.sse")))
    whole = respond(read_recorded(f"messages-{name}.json")[0])
    said, expected = (
        [
            {**item, "id": "", "call_id": "", "arguments": json.loads(item.get("arguments", "0"))}
            for item in one["output"]
        ]
        for one in (final, whole)
    )
    assert said == expected
    assert final["status"] == whole["status"] == ("incomplete" if name == "cut" else "completed")
    assert final["usage"]["output_tokens"] == whole["usage"]["output_tokens"] > 0


def test_events_come_as_soon_as_theirs():
    reducer = MESSAGES.build_reducer(FIELDS, ROW, lambda: 9.5)
    expected = [
        (begin(), ["created", "in_progress"]),
        ({"type": "ping"}, []),
        (start(0, TEXT), ["output_item.added", "content_part.added"]),
        (piece(0, "text_delta", text="a"), ["output_text.delta"]),
        ({"type": "some_day", "index": 0}, []),
        (piece(0, "text_delta", text=""), []),
    ]
    for event, kinds in expected:
        assert get_kinds(list(reducer.feed(event["type"], event))) == kinds


@pytest.mark.parametrize(
    ("block", "pieces", "kinds"),
    [
        (TEXT, [piece(0, "text_delta", text="a")], ["output_text.done", "content_part.done"]),
        (USE, [piece(0, "input_json_delta", partial_json="{}")], ["function_call_arguments.done"]),
        (
            {"type": "thinking", "thinking": "", "signature": ""},
            [piece(0, "thinking_delta", thinking="a")],
            ["reasoning.done", "content_part.done"],
        ),
    ],
    ids=["text", "call", "thought"],
)
def test_the_end_of_a_block_is_told_at_once(block: Any, pieces: list[Any], kinds: list[str]):
    """Its item may wait for its status, which the end of the message tells; what it holds is known."""
    reducer = MESSAGES.build_reducer(FIELDS, ROW, lambda: 9.5)
    for event in (begin(), start(0, block), *pieces):
        reducer.feed(event["type"], event)
    made = get_kinds(list(reducer.feed("content_block_stop", stop(0))))
    assert made[: len(kinds)] == kinds


def test_adjacent_texts_are_parts_of_one_message():
    final = check(
        reduce(cut_message(build_message(build_text("a"), build_text("b"), build_use(), build_text("c"))))
    )
    assert get_types(final) == ["message", "function_call", "message"]
    assert [part["text"] for part in final["output"][0]["content"]] == ["a", "b"]


def test_a_call_without_pieces_has_no_arguments():
    events = reduce([begin(), start(0, USE), stop(0), *end("tool_use")])
    assert check(events)["output"][0]["arguments"] == "{}"
    assert "".join(e["delta"] for e in events if e["type"].endswith("arguments.delta")) == "{}"
    events = reduce([begin(), start(0, USE), stop(0), start(1, USE), stop(1), *end("tool_use")])
    assert [item["arguments"] for item in check(events)["output"]] == ["{}", "{}"]


@given(st.recursive(st.none() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3)), PLACES)
@settings(max_examples=40, deadline=None)
def test_arguments_in_any_pieces(value: Any, places: list[int]):
    text = json.dumps({"a": value}, indent=1)
    deltas = [piece(0, "input_json_delta", partial_json=part) for part in cut(text, places)]
    events = reduce([begin(), start(0, USE), *deltas, stop(0), *end("tool_use")])
    (item,) = check(events)["output"]
    assert json.loads(item["arguments"]) == {"a": value}
    assert "".join(e["delta"] for e in events if e["type"].endswith("arguments.delta")) == item["arguments"]


def test_a_signature_appears_when_the_item_is_done():
    body = build_message(build_thinking("hm", "secret"), REDACTED, build_text("Hi"))
    events = reduce(cut_message(body))
    items = [event["item"] for event in events if event["type"] == "response.output_item.done"]
    added = [event["item"] for event in events if event["type"] == "response.output_item.added"]
    assert unseal("acme", items[0]["encrypted_content"])["signature"] == "secret"
    assert unseal("acme", items[1]["encrypted_content"]) == REDACTED
    assert "encrypted_content" not in added[0]
    assert (items[1]["content"], items[1]["summary"]) == ([], [])


def test_citations_are_annotations():
    events = reduce(cut_message(build_message(build_text("abc", WEB_CITATION, PLACE_CITATION)), [1]))
    added = [event for event in events if event["type"] == "response.output_text.annotation.added"]
    assert [event["annotation_index"] for event in added] == [0, 1]
    (part,) = check(events)["output"][0]["content"]
    assert part["annotations"] == [event["annotation"] for event in added]
    assert part["annotations"][0]["url"] == "http://u"
    assert part["annotations"][1] == {**PLACE_CITATION, "type": "anthropic:char_location"}


def test_tools_of_the_server_are_never_lost():
    final = check(reduce(cut_message(build_message(build_server_use(), SEARCH_RESULT, build_text("x")), [3])))
    assert [item.get("block") for item in final["output"]] == [build_server_use(), SEARCH_RESULT, None]


def test_pieces_of_a_kind_that_appears_tomorrow_are_kept():
    """Text goes on where it stopped, anything else is replaced."""
    pieces = [
        piece(0, "summary_delta", summary="a"),
        piece(0, "summary_delta", summary="b", count=1),
        piece(0, "summary_delta", count=2),
    ]
    (item,) = check(reduce([begin(), start(0, {"type": "summary"}), *pieces, stop(0), *end()]))["output"]
    assert item["block"] == {"type": "summary", "summary": "ab", "count": 2}
    answer = check(reduce([begin(), start(0, TEXT), piece(0, "new_delta", new=1), stop(0), *end()]))
    assert answer["output"][0]["content"][0]["text"] == ""


def test_what_else_the_end_says_is_kept():
    management = {"applied_edits": [{"type": "clear_tool_uses_20250919", "cleared_tool_uses": 2}]}
    last, over = end()
    final = check(reduce([begin(), {**last, "context_management": management}, over]))
    whole = respond(build_message(context_management=management))
    assert final["context_management"] == whole["context_management"] == management
    assert "delta" not in final


def test_usage_of_the_end_counts():
    usage = {
        "input_tokens": 2,
        "cache_read_input_tokens": 5,
        "cache_creation_input_tokens": 11,
        "output_tokens": 1,
    }
    final = check(reduce([begin(usage=usage), *end(output_tokens=9)]))
    assert (final["usage"]["input_tokens"], final["usage"]["output_tokens"]) == (18, 9)
    final = check(
        reduce([begin(usage=usage), *end(output_tokens=9, input_tokens=3, cache_read_input_tokens=6)])
    )
    assert (final["usage"]["input_tokens"], final["usage"]["input_tokens_details"]["cached_tokens"]) == (
        20,
        6,
    )
