from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from any_llm._core.decode import decode_value
from any_llm.wires.blobs import unseal
from openresponses_types import ResponseResource
from tests.support.spec_validator import find_problems
from tests.wires.chat.completions import JSON, mutate
from tests.wires.messages.blocks import (
    FIELDS,
    PLACE_CITATION,
    REDACTED,
    SEARCH_RESULT,
    WEB_CITATION,
    build_message,
    build_server_use,
    build_text,
    build_thinking,
    build_use,
    read_recorded,
    respond,
)

FULL = build_message(
    build_thinking("hm", "sig"),
    REDACTED,
    build_text("So. ", WEB_CITATION),
    build_text("Done."),
    build_server_use(),
    SEARCH_RESULT,
    build_use(given={"a": [1, {"ä": None}]}),
    stop_reason="tool_use",
    container={"id": "container_1", "expires_at": "2026-01-01"},
    usage={
        "input_tokens": 10,
        "cache_creation_input_tokens": 3,
        "cache_read_input_tokens": 4,
        "output_tokens": 5,
        "server_tool_use": {"web_search_requests": 1},
        "service_tier": "standard",
    },
)
SUMMARY: dict[str, Any] = {**FIELDS, "reasoning": {"effort": "low", "summary": "auto"}}


def get_output(*blocks: Any, stop_reason: str = "end_turn", **more: Any) -> list[Any]:
    return respond(build_message(*blocks, stop_reason=stop_reason, **more))["output"]


def get_part(*blocks: Any) -> Any:
    ((part,),) = [item["content"] for item in get_output(*blocks)]
    return part


def test_a_full_answer_fits_the_document():
    response = respond(FULL)
    assert decode_value(ResponseResource, response)[1] == ()
    assert (response["id"], response["provider_response_id"]) == ("resp_msg_1", "msg_1")
    assert (response["model"], response["object"]) == ("claude-x", "response")
    assert (response["created_at"], response["completed_at"]) == (9, 9)
    assert (response["status"], response["error"]) == ("completed", None)
    assert response["metadata"] == {"a": "b"}
    assert response["container"] == FULL["container"]
    assert [item["type"] for item in response["output"]] == [
        "reasoning",
        "reasoning",
        "message",
        "anthropic:server_tool_use",
        "anthropic:web_search_tool_result",
        "function_call",
    ]
    assert len({item["id"] for item in response["output"]}) == 6
    assert [item["status"] for item in response["output"][2:]] == ["completed"] * 4
    assert [part["text"] for part in response["output"][2]["content"]] == ["So. ", "Done."]


def test_thoughts():
    raw, redacted = respond(FULL)["output"][:2]
    assert raw["content"] == [{"type": "reasoning_text", "text": "hm"}]
    assert raw["summary"] == []
    assert unseal("acme", raw["encrypted_content"])["signature"] == "sig"
    assert redacted["content"] == redacted["summary"] == []
    assert unseal("acme", redacted["encrypted_content"]) == REDACTED
    (summed,) = respond(build_message(build_thinking("so")), SUMMARY)["output"]
    assert (summed["summary"], summed["content"]) == ([{"type": "summary_text", "text": "so"}], [])
    (hidden,) = get_output(build_thinking("", "sig"))
    assert (hidden["summary"], hidden["content"]) == ([], [])
    assert hidden["encrypted_content"]
    (unsigned,) = get_output(build_thinking("hm", ""))
    assert unsigned.get("encrypted_content") is None


def test_text_and_its_citations():
    assert get_part(build_text("Hi"))["annotations"] == []
    web, place = get_part(build_text("abc", WEB_CITATION, PLACE_CITATION))["annotations"]
    assert (web["type"], web["url"], web["title"]) == ("url_citation", "http://u", "t")
    assert (web["start_index"], web["end_index"]) == (0, 3)
    assert place == {**PLACE_CITATION, "type": "anthropic:char_location"}
    untitled = get_part(build_text("abc", {**WEB_CITATION, "title": None}))["annotations"][0]
    assert untitled["title"] == ""


def test_content_that_is_a_string_is_text():
    (item,) = respond({**build_message(), "content": "Hi"})["output"]
    assert item["content"] == get_output(build_text("Hi"))[0]["content"]
    assert respond({**build_message(), "content": ""})["output"] == []


@pytest.mark.parametrize("kind", ["page_location", "content_block_location", "search_result_location", "new"])
def test_citations_of_places_keep_their_form(kind: str):
    citation = {"type": kind, "cited_text": "c", "some": {"where": 1}}
    (annotation,) = get_part(build_text("abc", citation))["annotations"]
    assert annotation == {**citation, "type": f"anthropic:{kind}"}


def test_calls():
    (call,) = get_output(build_use(given={"b": 1, "a": ["ä", None]}), stop_reason="tool_use")
    assert (call["type"], call["call_id"], call["name"]) == ("function_call", "toolu_1", "add")
    assert call["arguments"] == '{"b":1,"a":["ä",null]}'
    assert (call["status"], call["id"][:3]) == ("completed", "fc_")
    first, second = get_output(build_use(given={}), build_use(given={}, use_id="t2"), stop_reason="tool_use")
    assert (first["arguments"], second["arguments"]) == ("{}", "{}")
    (other,) = get_output({**build_use(), "caller": {"type": "direct"}}, stop_reason="tool_use")
    assert other["caller"] == {"type": "direct"}


@pytest.mark.parametrize(
    "kind",
    ["code_execution_tool_result", "web_fetch_tool_result", "mcp_tool_use", "mcp_tool_result", "some_day"],
)
def test_blocks_that_have_no_item_are_never_lost(kind: str):
    block = {"type": kind, "id": "x", "content": [{"a": None}], "input": {}}
    (item,) = get_output(block)
    assert (item["type"], item["block"], item["status"]) == (f"anthropic:{kind}", block, "completed")
    assert item["id"]


@pytest.mark.parametrize(
    ("reason", "status", "detail"),
    [
        ("end_turn", "completed", None),
        ("stop_sequence", "completed", None),
        ("tool_use", "completed", None),
        ("max_tokens", "incomplete", "max_output_tokens"),
        ("model_context_window_exceeded", "incomplete", "max_output_tokens"),
        ("refusal", "incomplete", "content_filter"),
        ("pause_turn", "incomplete", "anthropic:pause_turn"),
        (None, "failed", None),
    ],
)
def test_stop_reasons(reason: Any, status: str, detail: Any):
    response = respond(build_message(build_thinking(), build_text("x"), stop_reason=reason))
    assert response["status"] == status
    assert (response["incomplete_details"] or {}).get("reason") == detail
    assert response["output"][1]["status"] == ("completed" if status == "completed" else "incomplete")
    assert (response["error"] or {}).get("code") == ("server_error" if status == "failed" else None)
    assert (response["completed_at"] is None) == (status != "completed")


def test_the_stop_sequence_is_kept():
    assert respond(build_message(stop_reason="stop_sequence", stop_sequence="END"))["stop_sequence"] == "END"


def test_a_refusal_is_a_part_where_text_was_produced():
    (item,) = get_output(build_text("Well."), stop_reason="refusal")
    assert [part["type"] for part in item["content"]] == ["output_text", "refusal"]
    assert get_output(stop_reason="refusal") == []
    details = {"type": "refusal", "category": "cyber", "explanation": "No."}
    (item,) = get_output(stop_reason="refusal", stop_details=details)
    assert item["content"] == [{"type": "refusal", "refusal": "No."}]


def test_a_cut_call_is_incomplete():
    first, second = get_output(build_use(), build_use(given={}, use_id="t2"), stop_reason="max_tokens")
    assert (first["status"], second["status"]) == ("completed", "incomplete")


def test_usage_counts_what_was_cached():
    usage = respond(FULL)["usage"]
    assert (usage["input_tokens"], usage["output_tokens"], usage["total_tokens"]) == (17, 5, 22)
    assert usage["input_tokens_details"]["cached_tokens"] == 4
    assert usage["output_tokens_details"]["reasoning_tokens"] == 0
    assert usage["cache_creation_input_tokens"] == 3
    assert usage["server_tool_use"] == {"web_search_requests": 1}
    for name in ("reasoning_tokens", "thinking_tokens"):
        given = {"input_tokens": 1, "output_tokens": 9, "output_tokens_details": {name: 8}}
        thought = respond(build_message(usage=given))["usage"]["output_tokens_details"]["reasoning_tokens"]
        assert thought == 8
    nulls = {
        "input_tokens": 1,
        "output_tokens": 2,
        "cache_read_input_tokens": None,
        "output_tokens_details": None,
    }
    assert respond(build_message(usage=nulls))["usage"]["total_tokens"] == 3


@pytest.mark.parametrize(
    ("tier", "told"),
    [("standard", "default"), ("priority", "priority"), ("batch", "batch"), (None, "default")],
)
def test_the_tier_that_was_used(tier: Any, told: str):
    response = respond(build_message(usage={"input_tokens": 1, "output_tokens": 1, "service_tier": tier}))
    assert response["service_tier"] == told


def test_an_error_in_place_of_an_answer_is_no_answer():
    """The public functions raise the error of such a body before this wire sees it."""
    assert respond({"type": "error", "error": {"message": "too busy"}})["status"] == "failed"


def test_the_echo_repeats_the_request():
    response = respond(build_message(), {**FIELDS, "max_output_tokens": None, "instructions": "Be brief."})
    assert (response["max_output_tokens"], response["instructions"]) == (None, "Be brief.")
    assert response["tools"] == [{**FIELDS["tools"][0], "description": None, "strict": None}]
    assert (response["store"], response["truncation"]) == (False, "disabled")


@pytest.mark.parametrize("name", ["text", "tool", "cut", "schema"])
def test_recorded_answers(name: str):
    response = respond(read_recorded(f"messages-{name}.json")[0])
    assert decode_value(ResponseResource, response)[1] == ()
    assert response["status"] == ("incomplete" if name == "cut" else "completed")
    assert response["output"]
    assert response["usage"]["input_tokens"] > 20


@given(mutate(FULL))
@settings(max_examples=200, deadline=None)
def test_a_damaged_message_gives_a_response(body: Any):
    respond(body)


@given(st.dictionaries(st.sampled_from(["id", "content", "error", "usage", "model", "type"]), JSON))
@settings(max_examples=100, deadline=None)
def test_any_object_gives_a_response(body: Any):
    assert respond(body, {"model": "m", "input": "Hi"})["status"] == "failed"


def test_the_document_knows_no_extension():
    """The check leaves extensions out because of this, and only because of this."""
    assert find_problems("ResponseResource", respond(FULL))
