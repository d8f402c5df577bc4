from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from any_llm._core.decode import decode_value
from any_llm.wires.blobs import unseal
from openai_responses_types import Response
from openresponses_types import ResponseResource
from tests.support.spec_validator import find_problems
from tests.wires.chat.completions import (
    COMPLETIONS,
    FIELDS,
    JSON,
    build_call,
    build_completion,
    mutate,
    read_recorded,
    respond,
)

FULL = build_completion(
    {
        "role": "assistant",
        "reasoning_details": [{"type": "reasoning.text", "text": "hm", "index": 0, "signature": "s"}],
        "content": "Paris.",
        "refusal": None,
        "annotations": [
            {"type": "url_citation", "url_citation": {"url": "http://u", "title": None, "end_index": 4}}
        ],
        "tool_calls": [
            build_call(extra_content={"google": {"thought_signature": "s"}}),
            build_call(arguments=None),
        ],
    },
    "tool_calls",
    usage={
        "prompt_tokens": 10,
        "completion_tokens": 5,
        "total_tokens": 15,
        "prompt_tokens_details": {"cached_tokens": 4, "audio_tokens": 0},
        "completion_tokens_details": {"reasoning_tokens": 2},
        "cost": 0.1,
    },
    service_tier="flex",
    system_fingerprint="fp",
)
FULL["choices"][0]["logprobs"] = {
    "content": [
        {"token": "Paris", "logprob": -0.5, "bytes": None, "top_logprobs": [{"token": "P", "logprob": -1}]}
    ]
}


def get_output(message: Any, finish_reason: Any = "stop") -> list[Any]:
    response = respond(build_completion(message, finish_reason))
    assert find_problems("ResponseResource", response) == []
    return response["output"]


def get_text(message: Any) -> str:
    (item,) = get_output(message)
    return item["content"][0]["text"]


def test_a_full_answer_fits_the_document():
    response = respond(FULL)
    assert find_problems("ResponseResource", response) == []
    assert decode_value(ResponseResource, response)[1] == ()
    assert (response["id"], response["provider_response_id"], response["model"]) == ("resp_x1", "x1", "m-1")
    assert (response["status"], response["created_at"], response["completed_at"]) == ("completed", 5, 9)
    assert (response["service_tier"], response["system_fingerprint"]) == ("flex", "fp")
    assert response["metadata"] == {"a": "b"}
    assert response["text"]["format"]["strict"] is False
    reasoning, message, call, empty = response["output"]
    assert reasoning["content"] == [{"type": "reasoning_text", "text": "hm"}]
    details = FULL["choices"][0]["message"]["reasoning_details"]
    assert unseal("acme", reasoning["encrypted_content"]) == {"reasoning_details": details}
    assert message["id"] == "msg_x1_1"
    (part,) = message["content"]
    assert part["annotations"] == [
        {"type": "url_citation", "url": "http://u", "title": "", "start_index": 0, "end_index": 4}
    ]
    assert part["logprobs"][0]["top_logprobs"] == [{"token": "P", "logprob": -1, "bytes": []}]
    assert call == {
        "type": "function_call",
        "id": "fc_x1_2",
        "call_id": "c1",
        "name": "add",
        "arguments": '{"a":1}',
        "status": "completed",
        "extra_content": {"google": {"thought_signature": "s"}},
    }
    assert (empty["id"], empty["arguments"]) == ("fc_x1_3", "{}")
    assert response["usage"] == {
        "cost": 0.1,
        "input_tokens": 10,
        "output_tokens": 5,
        "total_tokens": 15,
        "input_tokens_details": {"cached_tokens": 4, "cache_write_tokens": 0, "audio_tokens": 0},
        "output_tokens_details": {"reasoning_tokens": 2},
    }


@pytest.mark.parametrize(
    ("reason", "status", "detail"),
    [
        ("stop", "completed", None),
        ("eos", "completed", None),
        ("function_call", "completed", None),
        ("length", "incomplete", "max_output_tokens"),
        ("content_filter", "incomplete", "content_filter"),
        ("content-filter", "incomplete", "content_filter"),
        ("SAFETY", "incomplete", "content_filter"),
        ("content_filter: RECITATION", "incomplete", "content_filter"),
        ("stop:MAX_TOKENS", "incomplete", "max_output_tokens"),
        ("pause_turn", "incomplete", "anthropic:pause_turn"),
        ("error", "failed", None),
        ("MALFORMED_FUNCTION_CALL", "failed", None),
        ("function_call_filter: MALFORMED", "failed", None),
        (None, "failed", None),
    ],
)
def test_finish_reasons(reason: Any, status: str, detail: Any):
    response = respond(build_completion({"content": "x"}, reason))
    assert find_problems("ResponseResource", response) == []
    assert response["status"] == status
    assert (response["incomplete_details"] or {}).get("reason") == detail
    assert response["output"][0]["status"] == ("completed" if status == "completed" else "incomplete")
    assert (response["error"] or {}).get("code") == ("server_error" if status == "failed" else None)
    assert (response["completed_at"] is None) == (status != "completed")


def test_a_failed_end_names_its_reason():
    error = respond(build_completion({"content": "x"}, "network_error"))["error"]
    assert error == {"code": "server_error", "message": "the answer ended with 'network_error'"}


@pytest.mark.parametrize("reason", ["stop", "tool_calls", "length", "content_filter", "function_call", None])
def test_a_standard_finish_reason_is_not_repeated(reason: Any):
    assert "provider_finish_reason" not in respond(build_completion({"content": "x"}, reason))


@pytest.mark.parametrize("reason", ["eos", "SAFETY", "timeout", "something_new"])
def test_an_own_finish_reason_is_kept(reason: str):
    response = respond(build_completion({"content": "x"}, reason))
    assert response["provider_finish_reason"] == reason


@pytest.mark.parametrize(
    "message",
    [
        {"reasoning_content": "hm", "content": "So."},
        {"reasoning": "hm", "content": "So."},
        {"reasoning": "hm", "reasoning_content": "hm", "content": "So."},
        {"content": "<think>\nhm</think>\n\nSo."},
        {"content": "<thought>\nhm</thought>\n\nSo."},
        {
            "content": [
                {"type": "thinking", "thinking": [{"type": "text", "text": "hm"}]},
                {"type": "text", "text": "So."},
            ]
        },
    ],
)
def test_reasoning_in_every_place(message: Any):
    reasoning, said = get_output(message)
    assert reasoning["content"] == [{"type": "reasoning_text", "text": "hm"}]
    assert said["content"][0]["text"] == "So."


def test_text_with_a_tag_elsewhere_is_text():
    assert get_text({"content": "a <think>b</think>"}) == "a <think>b</think>"
    assert get_text({"content": "  <thin"}) == "  <thin"
    assert get_text({"content": "<thoughtful> a"}) == "<thoughtful> a"


def test_parts_of_a_content():
    assert get_text({"content": [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]}) == "ab"
    (item,) = get_output(
        {"content": [{"type": "chart", "x": 1}], "images": [{"url": "u"}], "annotations": [{"type": "y"}]}
    )
    assert (item["parts"], item["images"]) == ([{"type": "chart", "x": 1}], [{"url": "u"}])
    assert item["annotations"] == [{"type": "y"}]


def test_unknown_fields_are_kept():
    blocks = [{"type": "thinking", "thinking": "hm", "signature": "s"}]
    message, call = get_output({"content": "a", "tool_calls": [build_call()], "thinking_blocks": blocks})
    assert message["thinking_blocks"] == blocks
    assert "thinking_blocks" not in call
    (call,) = get_output({"content": None, "tool_calls": [build_call()], "extra_content": {"a": 1}})
    assert call["extra_content"] == {"a": 1}
    body = build_completion({"content": "a"})
    body["choices"][0] |= {"matched_stop": 151645, "native_finish_reason": "stop"}
    response = respond(body)
    assert (response["matched_stop"], response["native_finish_reason"]) == (151645, "stop")


def test_refusals_are_parts():
    (item,) = get_output({"content": "Well.", "refusal": "No."})
    assert [part["type"] for part in item["content"]] == ["output_text", "refusal"]
    assert item["content"][0]["text"] == "Well."
    (item,) = get_output({"content": None, "refusal": "No."})
    assert item["content"] == [{"type": "refusal", "refusal": "No."}]


def test_calls_in_every_form():
    calls = get_output(
        {"tool_calls": [build_call(arguments={"a": "ä"}), build_call(call_id=None), "odd"]}, "tool_calls"
    )
    assert [(call["call_id"], call["arguments"]) for call in calls] == [
        ("c1", '{"a":"ä"}'),
        ("call_x1_1", '{"a":1}'),
    ]
    (legacy,) = get_output({"function_call": {"name": "add", "arguments": "{}"}}, "function_call")
    assert (legacy["name"], legacy["arguments"]) == ("add", "{}")
    response = respond(
        build_completion(
            {"tool_calls": [{"id": "c", "type": "custom", "custom": {"name": "run", "input": "ls"}}]}
        )
    )
    assert decode_value(Response, response)[1] == ()
    assert response["output"][0] == {
        "type": "custom_tool_call",
        "id": "ctc_x1_0",
        "call_id": "c",
        "name": "run",
        "input": "ls",
        "status": "completed",
    }


def test_a_cut_call_is_incomplete():
    first, second = get_output(
        {"tool_calls": [build_call(), build_call(arguments="", call_id="c2")]}, "length"
    )
    assert (first["status"], second["status"], second["arguments"]) == ("completed", "incomplete", "")


@pytest.mark.parametrize(
    ("more", "cached", "thought"),
    [
        ({"usage": {"prompt_tokens": 3, "completion_tokens": 4, "reasoning_tokens": 2}}, 0, 2),
        ({"x_groq": {"usage": {"prompt_tokens": 3, "completion_tokens": 4}}}, 0, 0),
        ({"usage": {"prompt_tokens": 3, "completion_tokens": 4, "prompt_cache_hit_tokens": 1}}, 1, 0),
    ],
)
def test_usage_in_every_place(more: Any, cached: int, thought: int):
    usage = respond(build_completion({"content": "x"}, **more))["usage"]
    assert (usage["input_tokens"], usage["output_tokens"], usage["total_tokens"]) == (3, 4, 7)
    assert usage["input_tokens_details"]["cached_tokens"] == cached
    assert usage["output_tokens_details"]["reasoning_tokens"] == thought


@pytest.mark.parametrize(
    ("more", "answered", "thought"),
    [
        ({"total_tokens": 20, "completion_tokens_details": {"reasoning_tokens": 13}}, 17, 13),
        ({"total_tokens": 20}, 17, 13),
        ({"total_tokens": 20, "completion_tokens_details": None}, 17, 13),
        ({"total_tokens": 20, "reasoning_tokens": 12}, 17, 12),
        ({"total_tokens": 7, "completion_tokens_details": {"reasoning_tokens": 2}}, 4, 2),
        ({"total_tokens": 5}, 4, 0),
        ({"total_tokens": 20, "prompt_tokens": None}, 4, 0),
        ({"total_tokens": None}, 4, 0),
    ],
)
def test_a_total_that_is_greater_counts_the_thought(more: Any, answered: int, thought: int):
    response = respond(
        build_completion({"content": "x"}, usage={"prompt_tokens": 3, "completion_tokens": 4, **more})
    )
    assert response["usage"]["output_tokens"] == answered
    assert response["usage"]["output_tokens_details"]["reasoning_tokens"] == thought


@pytest.mark.parametrize("name", ["prompt_cache_hit_tokens", "cached_tokens"])
def test_cached_tokens_that_are_null_are_looked_for_elsewhere(name: str):
    usage = {
        "prompt_tokens": 3,
        "prompt_tokens_details": {"cached_tokens": None},
        "prompt_cache_hit_tokens": None,
    }
    response = respond(build_completion({"content": "x"}, usage={**usage, name: 2}))
    assert response["usage"]["input_tokens_details"]["cached_tokens"] == 2


@pytest.mark.parametrize(
    "body",
    [
        {"error": {"message": "too busy", "code": 503}},
        {"error": "too busy"},
        {"object": "error", "message": "too busy"},
    ],
)
def test_an_error_in_place_of_an_answer_is_a_failed_response(body: Any):
    response = respond(body)
    assert find_problems("ResponseResource", response) == []
    assert response["status"] == "failed"
    assert response["error"]["message"] == "too busy"


@pytest.mark.parametrize("name", ["chat-text.json", "chat-tool.json", "chat-schema.json"])
def test_recorded_answers(name: str):
    (body,) = read_recorded(name)
    response = respond(body)
    assert find_problems("ResponseResource", response) == []
    assert decode_value(ResponseResource, response)[1] == ()
    assert response["status"] in ("completed", "incomplete")
    assert response["output"]
    assert response["usage"]["input_tokens"] > 0


@given(COMPLETIONS)
@settings(max_examples=150, deadline=None)
def test_any_completion_fits_the_document(body: Any):
    assert find_problems("ResponseResource", respond(body)) == []


@given(mutate(FULL))
@settings(max_examples=400, deadline=None)
def test_a_damaged_completion_gives_a_response(body: Any):
    assert find_problems("ResponseResource", respond(body)) == []


@given(st.dictionaries(st.sampled_from(["id", "choices", "error", "usage", "model", "object"]), JSON))
@settings(max_examples=200, deadline=None)
def test_any_object_gives_a_response(body: Any):
    response = respond(body, {"model": "m", "input": FIELDS["input"]})
    assert find_problems("ResponseResource", response) == []
    assert response["status"] == "failed"
