from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from any_llm.wires.blobs import unseal
from tests.wires.messages.answers import (
    ANSWERS,
    FIELDS,
    PAGE,
    ROW,
    WEB,
    ask,
    build_message,
    check_events,
    check_resource,
    get_kinds,
    read_recorded,
    reduce,
    respond,
    stream,
)

TEXT = {"type": "text", "text": "Hello"}
CALL = {"type": "tool_use", "id": "toolu_1", "name": "add", "input": {"a": 1}}


@settings(max_examples=150, deadline=None)
@given(ANSWERS, st.integers(1, 6))
def test_a_stream_ends_in_what_the_whole_message_gives(message: dict[str, Any], size: int):
    final = check_events(reduce(stream(message, size)))
    assert final == check_resource(respond(message))


@settings(max_examples=100, deadline=None)
@given(ANSWERS)
def test_items_go_back_as_the_blocks_that_came(message: dict[str, Any]):
    output = respond(message)["output"]
    calls = [item for item in output if item["type"] == "function_call"]
    if len({item["call_id"] for item in calls}) < len(calls):
        return  # no server gives one id to two calls
    results = [{"type": "function_call_output", "call_id": item["call_id"], "output": "1"} for item in calls]
    user = {"role": "user", "content": "Hi"}
    body = ask(user, *output, *results, {"role": "user", "content": "On"})
    sent = [turn["content"] for turn in body["messages"] if turn["role"] == "assistant"]
    blocks = [
        block
        for content in sent
        for block in ([{"type": "text", "text": content}] if isinstance(content, str) else content)
    ]
    # Blank text is refused by the API, and a thought without a signature cannot be verified.
    wanted = [
        block
        for block in message["content"]
        if not (block["type"] == "text" and not block["text"].strip())
        and not (block["type"] == "thinking" and not block["signature"])
    ]
    assert blocks == wanted


def test_every_field_of_the_resource():
    resource = check_resource(respond(build_message(TEXT)))
    assert resource["id"] == "resp_msg_1"
    assert resource["provider_response_id"] == "msg_1"
    assert (resource["status"], resource["model"], resource["metadata"]) == (
        "completed",
        "claude-x",
        {"a": "b"},
    )
    assert (resource["created_at"], resource["completed_at"], resource["store"]) == (9, 9, False)
    assert resource["max_output_tokens"] is None
    assert resource["usage"] == {
        "cache_creation_input_tokens": 5,
        "input_tokens": 12,
        "output_tokens": 6,
        "total_tokens": 18,
        "input_tokens_details": {"cached_tokens": 4, "cache_write_tokens": 5},
        "output_tokens_details": {"reasoning_tokens": 0},
    }


@pytest.mark.parametrize(
    ("reason", "status", "why"),
    [
        ("end_turn", "completed", None),
        ("stop_sequence", "completed", None),
        ("tool_use", "completed", None),
        ("max_tokens", "incomplete", "max_output_tokens"),
        ("model_context_window_exceeded", "incomplete", "max_output_tokens"),
        ("refusal", "incomplete", "content_filter"),
        ("pause_turn", "incomplete", "anthropic:pause_turn"),
    ],
)
def test_stop_reasons(reason: str, status: str, why: str | None):
    resource = respond(build_message(TEXT, stop_reason=reason))
    assert (resource["status"], (resource["incomplete_details"] or {}).get("reason")) == (status, why)
    assert resource["output"][-1]["status"] == status


def test_a_refusal_is_told_beside_the_text():
    message = build_message(
        TEXT, stop_reason="refusal", stop_details={"type": "refusal", "explanation": "No."}
    )
    parts = check_events(reduce(stream(message)))["output"][0]["content"]
    assert [part["type"] for part in parts] == ["output_text", "refusal"]
    assert parts[1]["refusal"] == "No."


def test_the_order_of_events():
    events = reduce(stream(build_message(TEXT, CALL, stop_reason="tool_use"), 5))
    check_events(events)
    assert get_kinds(events) == [
        "created",
        "in_progress",
        "output_item.added",
        "content_part.added",
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


def test_text_blocks_side_by_side_are_parts_of_one_message():
    (item,) = check_events(reduce(stream(build_message(TEXT, {"type": "text", "text": "!"}))))["output"]
    assert [part["text"] for part in item["content"]] == ["Hello", "!"]


def test_a_call_without_input_has_an_empty_object():
    (item,) = check_events(reduce(stream(build_message({**CALL, "input": {}}, stop_reason="tool_use"))))[
        "output"
    ]
    assert (item["call_id"], item["name"], item["arguments"]) == ("toolu_1", "add", "{}")


@pytest.mark.parametrize(("summary", "place"), [(None, "content"), ("auto", "summary")])
def test_thoughts(summary: str | None, place: str):
    thought = {"type": "thinking", "thinking": "So.", "signature": "SIG"}
    fields = {**FIELDS, "reasoning": {"effort": "high", "summary": summary}}
    final = check_events(reduce(stream(build_message(thought, TEXT)), fields))
    item = final["output"][0]
    assert [part["text"] for part in item[place]] == ["So."]
    assert item["summary" if place == "content" else "content"] == []
    assert unseal(ROW.provider, item["encrypted_content"]) == {"type": "thinking", "signature": "SIG"}


def test_citations():
    message = build_message({**TEXT, "citations": [WEB, PAGE]})
    (part,) = check_events(reduce(stream(message)))["output"][0]["content"]
    web, page = part["annotations"]
    assert (web["type"], web["url"], web["start_index"], web["end_index"]) == (
        "url_citation",
        WEB["url"],
        0,
        5,
    )
    assert page == {**PAGE, "type": "anthropic:page_location"}


def test_an_error_event_is_told_and_ends_the_stream():
    begun = stream(build_message(TEXT))[:4]
    events = reduce([*begun, {"type": "error", "error": {"type": "overloaded_error", "message": "Busy"}}])
    assert get_kinds(events)[-2:] == ["error", "failed"]
    assert events[-1]["response"]["error"] == {"code": "overloaded_error", "message": "Busy"}


@pytest.mark.parametrize("left", range(1, 7))
def test_a_cut_stream_fails(left: int):
    events = reduce(stream(build_message(TEXT), 5)[:left])
    assert get_kinds(events)[-1] == "failed"


@pytest.mark.parametrize(
    "event",
    [
        {"type": "content_block_delta", "index": 7, "delta": {"type": "text_delta", "text": "late"}},
        {"type": "content_block_delta", "index": 0, "delta": {"type": "new_delta", "x": 1}},
        {"type": "content_block_start", "index": 0},
        {"type": "content_block_stop"},
        {"type": "message_delta"},
        {"type": "brand_new"},
        {"type": "message_start", "message": None},
    ],
)
@pytest.mark.parametrize("place", range(7))
def test_events_that_do_not_fit_break_nothing(event: dict[str, Any], place: int):
    events = stream(build_message(TEXT), 5)
    final = check_events(reduce([*events[:place], event, *events[place:]]))
    assert "Hello" in json.dumps(final["output"])


@pytest.mark.parametrize(
    "body", [{}, {"content": "x"}, {"content": [1, None, {"type": "text"}], "usage": 5}, {"id": 3}]
)
def test_a_body_that_is_no_message_fails(body: dict[str, Any]):
    assert check_resource(respond(body))["status"] == "failed"


def test_recorded_answers():
    for name in ("messages-text", "messages-tool"):
        whole = check_resource(respond(read_recorded(f"{name}.json")[0]))
        streamed = check_events(reduce(read_recorded(f"{name}.sse")))
        assert whole["status"] == streamed["status"] == "completed"
        kinds = [[item["type"] for item in answer["output"]] for answer in (whole, streamed)]
        assert kinds[0] == kinds[1]
