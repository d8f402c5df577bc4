from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.wires.messages.blocks import (
    BLOCKS,
    FIELDS,
    PLACE_CITATION,
    PLACES,
    REDACTED,
    SEARCH_RESULT,
    WEB_CITATION,
    build_message,
    build_server_use,
    build_text,
    build_thinking,
    build_use,
    check,
    cut_message,
    reduce,
    respond,
)
from tests.wires.messages.requests import build_messages, find_refused

ASK: dict[str, Any] = {"role": "user", "content": "Hi"}
SUMMARY: dict[str, Any] = {**FIELDS, "reasoning": {"effort": "low", "summary": "auto"}}


def send_back(response: Any, *more: Any) -> list[Any]:
    """Return the messages of the request that follows a response, each call answered."""
    calls = [item["call_id"] for item in response["output"] if item["type"] == "function_call"]
    outputs = [{"type": "function_call_output", "call_id": call_id, "output": "3"} for call_id in calls]
    items = [ASK, *response["output"], *outputs, *more]
    before = copy.deepcopy(items)
    messages = build_messages(*items)
    assert items == before
    return messages


def get_said(response: Any) -> list[Any]:
    content = send_back(response, ASK)[1]["content"]
    return [{"type": "text", "text": content}] if isinstance(content, str) else content


def keep(blocks: list[Any]) -> list[Any]:
    """Return the blocks that go back: all but blank texts and thoughts without a signature, which the API refuses.

    What a field says that is null, or names the caller that every call has, happens anyway.
    """
    kept = [
        {
            key: value
            for key, value in block.items()
            if (key, value) not in (("citations", None), ("caller", {"type": "direct"}))
        }
        for block in blocks
    ]
    return [
        block
        for block in kept
        if (block["type"] != "text" or block["text"].strip())
        and (block["type"] != "thinking" or block["signature"])
    ]


EVERY = [
    build_thinking("hm", "sig"),
    REDACTED,
    build_text("Let me look."),
    build_server_use(),
    SEARCH_RESULT,
    build_text("It is ", WEB_CITATION, PLACE_CITATION),
    build_text("so."),
    build_thinking("more", "sig2"),
    {**build_use(use_id="toolu_01A"), "caller": {"type": "direct"}},
    build_use("sub", {"é": ["\\", None, 1.5]}, "toolu_01B"),
]


@pytest.mark.parametrize("fields", [FIELDS, SUMMARY], ids=["raw", "summary"])
def test_the_blocks_that_came_go_back(fields: Any):
    body = build_message(*EVERY, stop_reason="tool_use")
    for response in (respond(body, fields), check(reduce(cut_message(body, [2, 5]), fields))):
        assert get_said(response) == keep(EVERY)


def test_ids_of_calls_are_equal_on_both_sides():
    response = respond(build_message(*EVERY, stop_reason="tool_use"))
    assert [item["call_id"] for item in response["output"][-2:]] == ["toolu_01A", "toolu_01B"]
    results = send_back(response, ASK)[2]["content"]
    assert [(one["type"], one.get("tool_use_id")) for one in results] == [
        ("tool_result", "toolu_01A"),
        ("tool_result", "toolu_01B"),
        ("text", None),
    ]


@pytest.mark.parametrize(
    "block",
    [
        build_thinking("", "sig"),
        {**build_thinking(), "some_day": 1},
        build_text("a", {**WEB_CITATION, "title": None}),
        build_text(" a\n"),
        {"type": "mcp_tool_use", "id": "m", "name": "n", "server_name": "s", "input": {"a": 1}},
        {"type": "container_upload", "file_id": "file_1"},
        {"type": "compaction", "content": "summary"},
        {**SEARCH_RESULT, "content": {"type": "web_search_tool_result_error", "error_code": "unavailable"}},
    ],
    ids=lambda block: block["type"],
)
def test_one_block_goes_back(block: Any):
    assert get_said(respond(build_message(block, build_text("x")))) == keep([block, build_text("x")])


def test_items_that_the_caller_has_read_as_objects_go_back():
    """What a typed response dumps has nulls and defaults that the wire never said."""
    response = respond(build_message(*EVERY, stop_reason="tool_use"))
    for item in response["output"]:
        if item["type"] in ("message", "function_call"):
            item["phase" if item["type"] == "message" else "namespace"] = None
    assert get_said(response) == keep(EVERY)


def test_a_pause_goes_on_with_its_blocks():
    body = build_message(build_text("Looking."), build_server_use(), stop_reason="pause_turn")
    response = respond(body)
    messages = build_messages(ASK, *response["output"])
    assert [one["role"] for one in messages] == ["user", "assistant"]
    assert messages[1]["content"] == keep(body["content"])


def test_the_signature_of_another_provider_is_refused():
    from any_llm.providers.registry import build_custom_row
    from any_llm.wires.messages import MESSAGES

    other = build_custom_row("other", "http://localhost/v1")
    response = MESSAGES.build_response(build_message(build_thinking(), build_text("x")), FIELDS, other, 9.5)
    assert find_refused(input=[ASK, *response["output"], ASK]) == "input[1].encrypted_content"


@given(st.lists(BLOCKS, max_size=6), PLACES)
@settings(max_examples=60, deadline=None)
def test_any_blocks_go_back(blocks: list[Any], places: list[int]):
    taken: set[Any] = set()
    unique = [
        one for one in blocks if one["type"] != "tool_use" or not (one["id"] in taken or taken.add(one["id"]))
    ]
    body = build_message(*unique, stop_reason="tool_use")
    for response in (respond(body), check(reduce(cut_message(body, places)))):
        messages = send_back(response)
        said = messages[1]["content"] if len(messages) > 1 else []
        assert ([{"type": "text", "text": said}] if isinstance(said, str) else said) == keep(unique)
