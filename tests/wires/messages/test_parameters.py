from __future__ import annotations

from typing import Any

import pytest

from any_llm.wires.messages.request import TRANSLATORS
from openai_responses_types.params import ResponseCreateParams
from openresponses_types.params import CreateResponseBody
from tests.wires.messages.requests import NAMED, NEW, OLD, TOOL, build, build_dropping, find_refused

SCHEMA = {"type": "object", "properties": {"a": {"type": "string"}}}
FORM = {"type": "json_schema", "name": "n", "schema": SCHEMA, "strict": True}


def test_parameters_cover_every_field_of_both_documents():
    fields = CreateResponseBody.__annotations__.keys() | ResponseCreateParams.__annotations__.keys()
    assert TRANSLATORS.keys() == fields


def test_a_plain_request():
    assert build(max_output_tokens=20, top_p=None, metadata={"a": "b"}, top_k=3, stop_sequences=["x"]) == {
        "model": "claude-sonnet-4-6",
        "messages": [{"role": "user", "content": "Hi"}],
        "max_tokens": 20,
        "top_k": 3,
        "stop_sequences": ["x"],
    }


NEUTRAL: dict[str, Any] = {
    "store": False,
    "background": False,
    "truncation": "disabled",
    "stream": False,
    "parallel_tool_calls": True,
    "tool_choice": "auto",
    "text": {"format": {"type": "text"}},
    "top_logprobs": 0,
    "presence_penalty": 0,
    "frequency_penalty": 0.0,
    "include": ["reasoning.encrypted_content"],
    "reasoning": {"effort": None, "summary": None},
    "stream_options": {"include_obfuscation": False},
    "metadata": {"a": "b"},
}


@pytest.mark.parametrize("name", NEUTRAL)
def test_what_the_target_does_anyway_is_not_said(name: str):
    assert build(**{name: NEUTRAL[name]}).keys() == {"model", "messages", "max_tokens"}


@pytest.mark.parametrize("name", [name for name in TRANSLATORS if name not in ("model", "input")])
def test_null_is_not_given(name: str):
    assert build(**{name: None}) == build()


REFUSED: list[tuple[str, Any, str]] = [
    ("presence_penalty", 0.5, "presence_penalty"),
    ("frequency_penalty", -1, "frequency_penalty"),
    ("top_logprobs", 2, "top_logprobs"),
    ("temperature", 1.2, "temperature"),
    ("top_p", 1.5, "top_p"),
    ("temperature", -0.1, "temperature"),
    ("tools", [TOOL, {"type": "web_search"}], "tools[1]"),
    *[("tools", [{"type": kind}], "tools[0]") for kind in ("mcp", "code_interpreter", "shell", "custom")],
    *[("tools", [{"type": kind}], "tools[0]") for kind in ("computer_use_preview", "file_search")],
    ("tool_choice", {"type": "web_search"}, "tool_choice"),
    ("tool_choice", {"type": "custom", "name": "x"}, "tool_choice"),
    ("text", {"format": {"type": "json_object"}}, "text.format"),
    ("text", {"verbosity": "low"}, "text.verbosity"),
    ("text", {"format": {**FORM, "strict": False}}, "text.format.strict"),
    ("reasoning", {"effort": "minimal"}, "reasoning.effort"),
    ("reasoning", {"effort": "low", "summary": "concise"}, "reasoning.summary"),
    ("reasoning", {"effort": "low", "summary": "detailed"}, "reasoning.summary"),
    ("reasoning", {"generate_summary": "auto"}, "reasoning.generate_summary"),
    ("reasoning", {"context": "all"}, "reasoning.context"),
    ("service_tier", "flex", "service_tier"),
    ("service_tier", "priority", "service_tier"),
    ("prompt_cache_key", "k", "prompt_cache_key"),
    ("prompt_cache_retention", "24h", "prompt_cache_retention"),
    ("prompt_cache_options", {"mode": "auto"}, "prompt_cache_options"),
    ("include", ["reasoning.encrypted_content", "message.output_text.logprobs"], "include[1]"),
    ("include", ["file_search_call.results"], "include[0]"),
    ("store", True, "store"),
    ("previous_response_id", "resp_1", "previous_response_id"),
    ("conversation", "conv_1", "conversation"),
    ("background", True, "background"),
    ("prompt", {"id": "p"}, "prompt"),
    ("truncation", "auto", "truncation"),
    ("context_management", [{"type": "compaction"}], "context_management"),
    ("max_tool_calls", 3, "max_tool_calls"),
    ("moderation", {"model": "x"}, "moderation"),
    ("stream_options", {"include_obfuscation": True}, "stream_options.include_obfuscation"),
]


@pytest.mark.parametrize(("name", "value", "path"), REFUSED)
def test_what_cannot_be_said_is_refused_by_its_path(name: str, value: Any, path: str):
    fields = {"tools": [TOOL], name: value}
    assert find_refused(**fields) == path
    body, dropped = build_dropping(**fields)
    assert dropped == [path]
    assert set(body) <= {"model", "messages", "max_tokens", "tools", "thinking", "output_config"}
    assert build_dropping([name], **fields) == (body, dropped)


def test_dropping_something_else_still_refuses():
    assert find_refused(drop=["tools"], store=True) == "store"


def test_the_limit_is_always_said():
    limits = {
        model: build(model=model)["max_tokens"] for model in ("claude-3-haiku-20240307", OLD, NEW, "glm-5")
    }
    assert limits == {"claude-3-haiku-20240307": 4_096, OLD: 8_192, NEW: 32_000, "glm-5": 8_192}
    assert build(max_output_tokens=16)["max_tokens"] == 16


@pytest.mark.parametrize("name", ["temperature", "top_p"])
def test_sampling_where_the_model_takes_it(name: str):
    for value in (0, 0.5, 1):
        assert build(**{name: value})[name] == value
    assert find_refused(model=NEW, **{name: 0.5}) == name


def test_tools():
    described = {**TOOL, "description": "Adds.", "strict": True, "parameters": SCHEMA}
    assert build(tools=[TOOL])["tools"] == [{"name": "add", "input_schema": {"type": "object"}}]
    assert build(tools=[described])["tools"] == [
        {"name": "add", "description": "Adds.", "input_schema": SCHEMA, "strict": True}
    ]
    bare = {"type": "function", "name": "now", "parameters": None}
    assert build(tools=[bare])["tools"][0]["input_schema"]["type"] == "object"
    own = {"type": "anthropic:web_search_20250305", "name": "web_search", "max_uses": 2}
    assert build(tools=[own])["tools"] == [{**own, "type": "web_search_20250305"}]


@pytest.mark.parametrize(
    ("choice", "sent"),
    [
        ("auto", None),
        ("required", {"type": "any"}),
        ("none", {"type": "none"}),
        (NAMED, {"type": "tool", "name": "add"}),
    ],
)
def test_choices(choice: Any, sent: Any):
    assert build(tools=[TOOL], tool_choice=choice).get("tool_choice") == sent
    alone = build(tools=[TOOL], tool_choice=choice, parallel_tool_calls=False)["tool_choice"]
    if choice == "none":
        assert alone == sent
    else:
        assert alone == {**(sent or {"type": "auto"}), "disable_parallel_tool_use": True}


def test_allowed_tools_are_the_only_ones_sent():
    tools = [TOOL, {**TOOL, "name": "sub"}]
    for mode, sent in (("auto", None), ("required", {"type": "any"}), ("none", {"type": "none"})):
        choice = {"type": "allowed_tools", "mode": mode, "tools": [NAMED]}
        body = build(tools=tools, tool_choice=choice)
        assert [tool["name"] for tool in body["tools"]] == ["add"]
        assert body.get("tool_choice") == sent


def test_a_choice_that_cannot_be_made_is_not_forgotten():
    unknown = {"type": "allowed_tools", "mode": "required", "tools": [{**NAMED, "name": "other"}]}
    assert find_refused(tools=[TOOL], tool_choice=unknown).startswith("tool_choice")
    assert find_refused(tools=[], tool_choice="required") == "tool_choice"


def test_formats():
    assert build(text={"format": FORM})["output_config"] == {
        "format": {"type": "json_schema", "schema": SCHEMA}
    }
    described = build(text={"format": {**FORM, "description": "A person."}})["output_config"]["format"]
    assert described["schema"] == {**SCHEMA, "description": "A person."}
    both = build(text={"format": FORM}, reasoning={"effort": "high"})["output_config"]
    assert (both["effort"], both["format"]["schema"]) == ("high", SCHEMA)


def test_a_model_without_formats_answers_through_a_tool():
    body = build(model=OLD, text={"format": FORM})
    assert [tool["input_schema"] for tool in body["tools"]] == [SCHEMA]
    assert body["tool_choice"] == {"type": "tool", "name": body["tools"][0]["name"]}
    assert "output_config" not in body
    assert find_refused(model=OLD, text={"format": FORM}, tools=[TOOL]) == "text.format"


def test_the_user():
    for name in ("user", "safety_identifier"):
        assert build(**{name: "u"})["metadata"] == {"user_id": "u"}
    assert build(user="u", safety_identifier="u")["metadata"] == {"user_id": "u"}
    assert find_refused(user="u", safety_identifier="v") in ("user", "safety_identifier")


def test_tiers_and_streams():
    assert build(service_tier="auto")["service_tier"] == "auto"
    assert build(service_tier="default")["service_tier"] == "standard_only"
    assert build(stream=True)["stream"] is True


def test_the_model_in_the_address():
    body = build("model-in-url", model="claude-sonnet-4-5@20250929")
    assert "model" not in body
    assert body["anthropic_version"] == "vertex-2023-10-16"
