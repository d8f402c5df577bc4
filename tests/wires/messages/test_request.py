from __future__ import annotations

from typing import Any

import pytest

from any_llm.exceptions import UnsupportedParameterError
from any_llm.wires.blobs import seal
from any_llm.wires.messages.request import PARAMETERS
from openai_responses_types.params import ResponseCreateParams
from openresponses_types.params import CreateResponseBody
from tests.wires.messages.answers import ask

USER = {"role": "user", "content": "Hi"}
CALL = {"type": "function_call", "call_id": "c1", "name": "add", "arguments": '{"a":1}'}
OUTPUT = {"type": "function_call_output", "call_id": "c1", "output": "3"}
TOOL = {
    "type": "function",
    "name": "add",
    "description": "Adds.",
    "parameters": {"type": "object"},
    "strict": True,
}
SCHEMA = {"type": "object", "properties": {"a": {"type": "string"}}}
FORMAT = {"type": "json_schema", "name": "n", "schema": SCHEMA, "strict": True}
OLD, SMALL = "claude-3-7-sonnet-20250219", "claude-3-haiku-20240307"


def find_refused(*items: Any, **fields: Any) -> str:
    with pytest.raises(UnsupportedParameterError) as caught:
        ask(*items, **fields)
    assert (caught.value.provider, caught.value.wire) == ("acme", "messages")
    assert caught.value.reason
    return caught.value.parameter


def send(*parts: Any) -> list[Any]:
    (turn,) = ask({"role": "user", "content": list(parts)})["messages"]
    return turn["content"]


def test_parameters_cover_every_field_of_both_documents():
    fields = CreateResponseBody.__annotations__.keys() | ResponseCreateParams.__annotations__.keys()
    assert PARAMETERS.keys() == fields


def test_a_plain_request():
    assert ask(temperature=0.5, seed=1, instructions="Be brief.", stream=True, max_output_tokens=20) == {
        "model": "claude-opus-4-6",
        "temperature": 0.5,
        "seed": 1,
        "stream": True,
        "system": "Be brief.",
        "max_tokens": 20,
        "messages": [USER],
    }


@pytest.mark.parametrize(
    "fields",
    [
        {"store": False},
        {"background": False},
        {"truncation": "disabled"},
        {"top_logprobs": 0},
        {"presence_penalty": 0},
        {"frequency_penalty": 0.0},
        {"stream": False},
        {"tool_choice": "auto"},
        {"tool_choice": "none"},
        {"parallel_tool_calls": True},
        {"parallel_tool_calls": False},
        {"text": {"format": {"type": "text"}}},
        {"include": ["reasoning.encrypted_content"]},
        {"reasoning": {"summary": "auto"}},
        {"stream_options": {"include_obfuscation": False}},
        {"metadata": {"a": "b"}},
        {"user": None, "top_p": None},
    ],
)
def test_what_happens_anyway_is_not_sent(fields: dict[str, Any]):
    assert ask(**fields) == ask()


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("store", {"store": True}),
        ("background", {"background": True}),
        ("previous_response_id", {"previous_response_id": "r"}),
        ("conversation", {"conversation": "c"}),
        ("prompt", {"prompt": {"id": "p"}}),
        ("truncation", {"truncation": "auto"}),
        ("context_management", {"context_management": []}),
        ("max_tool_calls", {"max_tool_calls": 2}),
        ("moderation", {"moderation": {}}),
        ("presence_penalty", {"presence_penalty": 0.5}),
        ("frequency_penalty", {"frequency_penalty": 0.5}),
        ("top_logprobs", {"top_logprobs": 3}),
        ("prompt_cache_key", {"prompt_cache_key": "k"}),
        ("prompt_cache_retention", {"prompt_cache_retention": "24h"}),
        ("include[0]", {"include": ["message.output_text.logprobs"]}),
        ("temperature", {"temperature": 1.5}),
        ("temperature", {"temperature": 0.5, "model": "claude-opus-4-7"}),
        ("top_p", {"top_p": 0.5, "model": "claude-sonnet-5-20270101"}),
        ("temperature", {"temperature": 0.5, "reasoning": {"effort": "low"}}),
        ("service_tier", {"service_tier": "flex"}),
        ("text.verbosity", {"text": {"verbosity": "low"}}),
        ("text.format", {"text": {"format": {"type": "json_object"}}}),
        ("text.format.strict", {"text": {"format": {**FORMAT, "strict": False}}}),
        ("text.format", {"text": {"format": FORMAT}, "tools": [TOOL], "model": OLD}),
        ("reasoning.effort", {"reasoning": {"effort": "minimal"}}),
        ("reasoning.effort", {"reasoning": {"effort": "max"}, "model": OLD}),
        ("reasoning.effort", {"reasoning": {"effort": "low"}, "model": SMALL}),
        ("reasoning.effort", {"reasoning": {"effort": "high"}, "model": OLD, "max_output_tokens": 9000}),
        ("reasoning.effort", {"reasoning": {"effort": "low"}, "tools": [TOOL], "tool_choice": "required"}),
        ("reasoning.summary", {"reasoning": {"summary": "detailed"}}),
        ("reasoning.generate_summary", {"reasoning": {"generate_summary": "auto"}}),
        ("stream_options.include_obfuscation", {"stream_options": {"include_obfuscation": True}}),
        ("tools[0]", {"tools": [{"type": "web_search"}]}),
        ("tools[1]", {"tools": [TOOL, {"type": "custom", "name": "x"}]}),
        ("tool_choice", {"tools": [TOOL], "tool_choice": {"type": "web_search"}}),
        ("tool_choice", {"tool_choice": "required"}),
    ],
)
def test_what_cannot_be_said_is_refused_by_its_path(path: str, fields: dict[str, Any]):
    assert find_refused(**fields) == path
    sent = ask(drop=True, **fields)
    assert sent["messages"] == [USER]


@pytest.mark.parametrize(
    ("path", "items"),
    [
        ("input[0]", [{"type": "message", "role": "assistant", "content": "Hi"}]),
        ("input[1]", [USER, {"role": "system", "content": "late"}]),
        ("input[1]", [USER, CALL]),
        ("input[1]", [USER, CALL, {"type": "message", "role": "assistant", "content": "x"}, USER]),
        ("input[1]", [USER, OUTPUT]),
        ("input[1].arguments", [USER, {**CALL, "arguments": "{"}, OUTPUT]),
        ("input[1].arguments", [USER, {**CALL, "arguments": "[1]"}, OUTPUT]),
        (
            "input[1].encrypted_content",
            [USER, {"type": "reasoning", "summary": [], "encrypted_content": "gAAA"}],
        ),
        ("input[1]", [USER, {"type": "item_reference", "id": "x"}]),
        ("input[1]", [USER, {"type": "compaction", "encrypted_content": "x"}]),
        (
            "input[1].phase",
            [USER, {"type": "message", "role": "assistant", "content": "x", "phase": "commentary"}],
        ),
        ("input[0].content[0]", [{"role": "user", "content": [{"type": "input_audio"}]}]),
        (
            "input[0].content[0].detail",
            [{"role": "user", "content": [{"type": "input_image", "image_url": "u", "detail": "low"}]}],
        ),
        (
            "input[0].content[0].file_id",
            [{"role": "user", "content": [{"type": "input_image", "file_id": "file-1"}]}],
        ),
        (
            "input[0].content[0].file_data",
            [
                {
                    "role": "user",
                    "content": [{"type": "input_file", "file_data": "eA==", "filename": "a.docx"}],
                }
            ],
        ),
        (
            "input[0].content[0]",
            [{"role": "system", "content": [{"type": "input_image", "image_url": "http://x"}]}],
        ),
    ],
)
def test_items_that_cannot_be_said_are_refused_by_their_path(path: str, items: list[Any]):
    assert find_refused(*items) == path


def test_turns():
    body = ask(
        {"role": "system", "content": "One."},
        {"role": "developer", "content": "Two."},
        USER,
        {"role": "user", "content": "There"},
        {"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": "I add."}]},
        CALL,
        {**CALL, "call_id": "c2"},
        {"role": "user", "content": "Quick!"},
        {
            **OUTPUT,
            "call_id": "c2",
            "output": [{"type": "input_text", "text": "a"}, {"type": "input_image", "image_url": "http://x"}],
        },
        OUTPUT,
    )
    assert body["system"] == [{"type": "text", "text": "One."}, {"type": "text", "text": "Two."}]
    first, second, third = body["messages"]
    assert first == {
        "role": "user",
        "content": [{"type": "text", "text": "Hi"}, {"type": "text", "text": "There"}],
    }
    assert [block["type"] for block in second["content"]] == ["text", "tool_use", "tool_use"]
    assert second["content"][1] == {"type": "tool_use", "id": "c1", "name": "add", "input": {"a": 1}}
    assert third["content"] == [
        {
            "type": "tool_result",
            "tool_use_id": "c2",
            "content": [
                {"type": "text", "text": "a"},
                {"type": "image", "source": {"type": "url", "url": "http://x"}},
            ],
        },
        {"type": "tool_result", "tool_use_id": "c1", "content": "3"},
        {"type": "text", "text": "Quick!"},
    ]


def test_parts():
    assert send({"type": "input_image", "image_url": "data:image/png;base64,QUJD", "detail": "auto"}) == [
        {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "QUJD"}}
    ]
    assert send({"type": "input_image", "file_id": "file_1"}) == [
        {"type": "image", "source": {"type": "file", "file_id": "file_1"}}
    ]
    assert send(
        {"type": "input_file", "file_data": "data:application/pdf;base64,QUJD", "filename": "a.pdf"}
    ) == [
        {
            "type": "document",
            "source": {"type": "base64", "media_type": "application/pdf", "data": "QUJD"},
            "title": "a.pdf",
        }
    ]
    assert send({"type": "input_file", "file_data": "QUJD", "filename": "a.txt"}) == [
        {
            "type": "document",
            "source": {"type": "text", "media_type": "text/plain", "data": "ABC"},
            "title": "a.txt",
        }
    ]
    assert send({"type": "input_file", "file_url": "http://x/a.pdf"}) == [
        {"type": "document", "source": {"type": "url", "url": "http://x/a.pdf"}}
    ]
    assert send({"type": "input_text", "text": "a", "cache_control": {"type": "ephemeral"}}) == [
        {"type": "text", "text": "a", "cache_control": {"type": "ephemeral"}}
    ]


@pytest.mark.parametrize(
    ("fields", "choice"),
    [
        ({}, None),
        ({"tool_choice": "required"}, {"type": "any"}),
        ({"tool_choice": "none"}, {"type": "none"}),
        ({"tool_choice": {"type": "function", "name": "add"}}, {"type": "tool", "name": "add"}),
        ({"parallel_tool_calls": False}, {"type": "auto", "disable_parallel_tool_use": True}),
        (
            {"parallel_tool_calls": False, "tool_choice": "required"},
            {"type": "any", "disable_parallel_tool_use": True},
        ),
        (
            {
                "tool_choice": {
                    "type": "allowed_tools",
                    "mode": "required",
                    "tools": [{"type": "function", "name": "add"}],
                }
            },
            {"type": "any"},
        ),
    ],
)
def test_tools_and_the_choice_among_them(fields: dict[str, Any], choice: Any):
    other = {"type": "function", "name": "other", "parameters": None, "strict": None}
    body = ask(tools=[TOOL, other], **fields)
    known = {"name": "add", "description": "Adds.", "input_schema": {"type": "object"}, "strict": True}
    unknown = {"name": "other", "input_schema": {"type": "object", "properties": {}}}
    is_allowed = "allowed_tools" in str(fields)
    assert body["tools"] == ([known] if is_allowed else [known, unknown])
    assert body.get("tool_choice") == choice


def test_tools_of_the_server_are_named_by_their_own_type():
    tool = {"type": "anthropic:web_search_20250305", "name": "web_search", "max_uses": 2}
    assert ask(tools=[tool])["tools"] == [{**tool, "type": "web_search_20250305"}]


def test_formats():
    described = {**FORMAT, "description": "An answer."}
    assert ask(text={"format": described})["output_config"] == {
        "format": {"type": "json_schema", "schema": {**SCHEMA, "description": "An answer."}}
    }
    body = ask(text={"format": FORMAT}, model=OLD)
    assert body["tools"] == [{"name": "n", "description": "Gives the answer.", "input_schema": SCHEMA}]
    assert body["tool_choice"] == {"type": "tool", "name": "n"}
    assert ask(text={"format": FORMAT}, traits=("no-messages-schema",), model="m")["tools"][0]["name"] == "n"


@pytest.mark.parametrize(
    ("model", "effort", "wanted"),
    [
        (
            "claude-opus-4-6",
            "xhigh",
            {"thinking": {"type": "adaptive"}, "output_config": {"effort": "xhigh"}},
        ),
        ("claude-opus-4-6", "none", {"thinking": {"type": "disabled"}}),
        ("claude-next", "low", {"thinking": {"type": "adaptive"}, "output_config": {"effort": "low"}}),
        (OLD, "medium", {"thinking": {"type": "enabled", "budget_tokens": 8192}, "max_tokens": 32000}),
        ("kimi-k2", "high", {"thinking": {"type": "enabled", "budget_tokens": 16384}, "max_tokens": 32768}),
    ],
)
def test_effort(model: str, effort: str, wanted: dict[str, Any]):
    body = ask(model=model, reasoning={"effort": effort})
    assert {name: body[name] for name in wanted} == wanted


def test_summaries_are_asked_for_with_the_thought():
    body = ask(reasoning={"effort": "high", "summary": "auto"})
    assert body["thinking"] == {"type": "adaptive", "display": "summarized"}


@pytest.mark.parametrize(
    ("model", "limit"),
    [
        (SMALL, 4096),
        ("claude-3-5-sonnet-20241022", 8192),
        (OLD, 32000),
        ("claude-opus-4-20250514", 32000),
        ("kimi-k2", 8192),
    ],
)
def test_a_limit_is_sent_where_none_is_given(model: str, limit: int):
    assert ask(model=model)["max_tokens"] == limit


def test_users_and_tiers():
    assert ask(user="u", safety_identifier="u")["metadata"] == {"user_id": "u"}
    assert find_refused(user="u", safety_identifier="v") == "safety_identifier"
    assert [ask(service_tier=tier)["service_tier"] for tier in ("auto", "default")] == [
        "auto",
        "standard_only",
    ]


def test_thoughts_go_back_to_whom_they_came_from():
    sealed = seal("acme", {"type": "thinking", "signature": "S"})
    thought = {
        "type": "reasoning",
        "summary": [{"type": "summary_text", "text": "So."}],
        "encrypted_content": sealed,
    }
    answer = {"type": "message", "role": "assistant", "content": "Hello"}
    content = ask(USER, thought, answer, USER)["messages"][1]["content"]
    assert content == [
        {"type": "thinking", "signature": "S", "thinking": "So."},
        {"type": "text", "text": "Hello"},
    ]
    bare = {"type": "reasoning", "summary": [], "content": [{"type": "reasoning_text", "text": "x"}]}
    assert ask(USER, bare, answer, USER)["messages"][1]["content"] == "Hello"
    foreign = {**thought, "encrypted_content": seal("other", {"type": "thinking", "signature": "S"})}
    assert find_refused(USER, foreign, answer) == "input[1].encrypted_content"
