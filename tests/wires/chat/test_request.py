from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from any_llm.exceptions import InvalidRequestError, UnsupportedParameterError
from any_llm.providers.registry import build_custom_row, find_row, get_row
from any_llm.wires.blobs import seal
from any_llm.wires.chat import CHAT
from any_llm.wires.chat.request import TRANSLATORS
from any_llm.wires.wire import Refusals
from openai_responses_types.params import ResponseCreateParams
from openresponses_types.params import CreateResponseBody

TOOL = {
    "type": "function",
    "name": "add",
    "description": None,
    "parameters": {"type": "object"},
    "strict": None,
}
CUSTOM = {"type": "custom", "name": "run", "format": {"type": "grammar", "syntax": "lark", "definition": "x"}}
CALL = {"type": "function_call", "id": "fc_1", "call_id": "c1", "name": "add", "arguments": "{}"}
OUTPUT = {"type": "function_call_output", "call_id": "c1", "output": "3"}
DETAILS = [{"type": "reasoning.encrypted", "data": "x"}]


def build(*traits: str, drop: Any = False, **fields: Any) -> dict[str, Any]:
    row = replace(build_custom_row("acme", "http://localhost/v1"), traits=traits)
    return CHAT.build_request({"model": "m", "input": "Hi", **fields}, row, Refusals(row, "chat", drop))


def build_messages(*items: Any, traits: tuple[str, ...] = (), **fields: Any) -> list[Any]:
    return build(*traits, input=list(items), **fields)["messages"]


def find_refused(*traits: str, **fields: Any) -> str:
    with pytest.raises(UnsupportedParameterError) as caught:
        build(*traits, **fields)
    assert caught.value.provider == "acme"
    assert caught.value.wire == "chat"
    return caught.value.parameter


def test_parameters_cover_every_field_of_both_documents():
    assert (
        TRANSLATORS.keys()
        == CreateResponseBody.__annotations__.keys() | ResponseCreateParams.__annotations__.keys()
    )


def test_a_plain_request():
    assert build(
        temperature=0.5, max_output_tokens=20, top_p=None, seed=1, stop=["x"], metadata={"a": "b"}
    ) == {
        "model": "m",
        "messages": [{"role": "user", "content": "Hi"}],
        "temperature": 0.5,
        "max_tokens": 20,
        "seed": 1,
        "stop": ["x"],
    }


DEFAULTS: dict[str, Any] = {
    "store": False,
    "background": False,
    "truncation": "disabled",
    "stream": False,
    "parallel_tool_calls": True,
    "tool_choice": "auto",
    "text": {"format": {"type": "text"}},
    "top_logprobs": 0,
    "reasoning": {"summary": "auto", "effort": None},
    "stream_options": {"include_obfuscation": False},
}


def test_what_the_target_does_anyway_is_not_said():
    assert build(**DEFAULTS).keys() == {"model", "messages"}


@pytest.mark.parametrize(
    ("name", "value", "path"),
    [
        ("store", True, "store"),
        ("background", True, "background"),
        ("truncation", "auto", "truncation"),
        ("max_tool_calls", 3, "max_tool_calls"),
        ("previous_response_id", "resp_1", "previous_response_id"),
        ("conversation", "conv_1", "conversation"),
        ("prompt", {"id": "p"}, "prompt"),
        ("context_management", [{}], "context_management"),
        ("include", ["message.output_text.logprobs", "file_search_call.results"], "include[1]"),
        ("text", {"verbosity": "low"}, "text.verbosity"),
        ("text", {"format": {"type": "grammar"}}, "text.format"),
        ("reasoning", {"summary": "detailed"}, "reasoning.summary"),
        ("reasoning", {"context": "all"}, "reasoning.context"),
        ("stream_options", {"include_obfuscation": True}, "stream_options.include_obfuscation"),
        ("tools", [TOOL, {"type": "web_search"}], "tools[1]"),
        ("tools", [CUSTOM], "tools[0]"),
        ("tools", [{**TOOL, "defer_loading": True}], "tools[0].defer_loading"),
        ("tool_choice", {"type": "web_search"}, "tool_choice"),
        *[
            (name, "x", name)
            for name in ("user", "safety_identifier", "prompt_cache_key", "service_tier", "moderation")
        ],
    ],
)
def test_what_cannot_be_said_is_refused_by_its_path(name: str, value: Any, path: str):
    assert find_refused(**{name: value}) == path


@pytest.mark.parametrize("choice", ["auto", "none", "required", {"type": "function", "name": "add"}, None])
def test_without_tools_left_nothing_is_chosen(choice: Any):
    fields = {"parallel_tool_calls": False, "tool_choice": choice, "tools": [{"type": "web_search"}]}
    refusals = Refusals(build_custom_row("acme", "http://localhost/v1"), "chat", True)
    body = CHAT.build_request({"model": "m", "input": "Hi", **fields}, refusals.row, refusals)
    assert body.keys() == {"model", "messages"}
    is_lost = choice not in ("auto", "none", None)
    assert refusals.dropped == ["tools[0]", *(["tool_choice"] if is_lost else [])]


def test_a_call_that_must_be_made_is_not_dropped_with_the_tools():
    tools = [{"type": "web_search"}]
    with pytest.raises(UnsupportedParameterError, match="no tools are left"):
        build(drop=["tools"], tools=tools, tool_choice="required")
    assert build(drop=["tools"], tools=[TOOL, *tools], tool_choice="required")["tool_choice"] == "required"


def test_what_may_be_dropped_is_left_out():
    row = build_custom_row("acme", "http://localhost/v1")
    refusals = Refusals(row, "chat", ["store", "tools"])
    body = CHAT.build_request({"input": "Hi", "store": True, "tools": [{"type": "mcp"}, TOOL]}, row, refusals)
    assert body.keys() == {"messages", "tools"}
    assert len(body["tools"]) == 1
    assert refusals.dropped == ["store", "tools[0]"]


def test_openai_takes_more():
    body = build(
        "openai",
        max_output_tokens=20,
        user="u",
        service_tier="flex",
        text={"verbosity": "low"},
        tools=[CUSTOM],
    )
    grammar = {"syntax": "lark", "definition": "x"}
    custom = {"name": "run", "format": {"type": "grammar", "grammar": grammar}}
    assert body["max_completion_tokens"] == 20
    assert (body["user"], body["service_tier"], body["verbosity"]) == ("u", "flex", "low")
    assert body["tools"] == [{"type": "custom", "custom": custom}]
    assert build("service_tier", service_tier="flex")["service_tier"] == "flex"


def test_streams_ask_for_usage():
    assert build(stream=True)["stream_options"] == {"include_usage": True}
    assert "stream_options" not in build("no-stream-options", stream=True)
    options = {"include_obfuscation": True}
    for fields in ({"stream": True, "stream_options": options}, {"stream_options": options, "stream": True}):
        assert build("openai", **fields)["stream_options"] == {"include_usage": True, **options}
    assert find_refused("no-stream-options", stream=True, stream_options={"x": 1}) == "stream_options"


def test_log_probabilities():
    assert build(include=["message.output_text.logprobs"])["logprobs"] is True
    body = build(top_logprobs=2)
    assert (body["logprobs"], body["top_logprobs"]) == (True, 2)


def test_effort_is_never_rounded():
    assert build(reasoning={"effort": "xhigh"})["reasoning_effort"] == "xhigh"
    assert build("effort=low|high", reasoning={"effort": "low"})["reasoning_effort"] == "low"
    assert find_refused("effort=low|high", reasoning={"effort": "medium"}) == "reasoning.effort"


def test_tools_and_choices():
    named = {"type": "function", "name": "add"}
    function = {"type": "function", "function": {"name": "add", "parameters": {"type": "object"}}}
    body = build(tools=[TOOL], tool_choice=named, parallel_tool_calls=False)
    assert body["tools"] == [function]
    assert body["tool_choice"] == {"type": "function", "function": {"name": "add"}}
    assert body["parallel_tool_calls"] is False
    assert build(tools=[TOOL], tool_choice="none")["tool_choice"] == "none"
    assert "tool_choice" not in build(tool_choice="none")
    assert find_refused("no-required", tools=[TOOL], tool_choice="required") == "tool_choice"
    other = {**TOOL, "name": "other"}
    allowed = {"type": "allowed_tools", "mode": "required", "tools": [named]}
    body = build(tools=[TOOL, other], tool_choice=allowed)
    assert (body["tools"], body["tool_choice"]) == ([function], "required")
    body = build("openai", tools=[TOOL, other], tool_choice=allowed)
    assert len(body["tools"]) == 2
    assert body["tool_choice"]["allowed_tools"]["tools"] == [
        {"type": "function", "function": {"name": "add"}}
    ]
    assert build("openai", tool_choice={"type": "custom", "name": "run"})["tool_choice"]["custom"] == {
        "name": "run"
    }
    hosted = {"type": "allowed_tools", "tools": [{"type": "mcp"}]}
    assert find_refused("openai", tool_choice=hosted) == "tool_choice.tools[0]"


def test_formats():
    form = {
        "type": "json_schema",
        "name": "n",
        "schema": {"type": "object"},
        "strict": True,
        "description": None,
    }
    inner = {"name": "n", "schema": {"type": "object"}, "strict": True}
    assert build(text={"format": form})["response_format"] == {"type": "json_schema", "json_schema": inner}
    assert build(text={"format": {"type": "json_object"}})["response_format"] == {"type": "json_object"}
    assert find_refused("no-json-schema", text={"format": form}) == "text.format"


def test_items_of_the_assistant_become_one_message():
    said = {
        "type": "message",
        "id": "msg_1",
        "role": "assistant",
        "content": [{"type": "output_text", "text": "Let me see."}],
    }
    second = {**CALL, "call_id": "c2", "extra_content": {"google": {"thought_signature": "s"}}}
    user = {"role": "user", "content": [{"type": "input_text", "text": "1+2?"}]}
    outputs = [
        OUTPUT,
        {**OUTPUT, "call_id": "c2", "output": [{"type": "input_text", "text": t} for t in "ab"]},
    ]
    messages = build_messages(user, said, CALL, second, *outputs, instructions="Be brief.")
    call = {"id": "c1", "type": "function", "function": {"name": "add", "arguments": "{}"}}
    assert messages == [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "1+2?"},
        {
            "role": "assistant",
            "content": "Let me see.",
            "tool_calls": [
                call,
                {**call, "id": "c2", "extra_content": {"google": {"thought_signature": "s"}}},
            ],
        },
        {"role": "tool", "tool_call_id": "c1", "content": "3"},
        {"role": "tool", "tool_call_id": "c2", "content": "ab"},
    ]


def test_turns_stay_apart():
    first, second = ({"role": "assistant", "content": text} for text in "ab")
    assert build_messages(first, second) == [first, second]
    assert [m["role"] for m in build_messages(CALL, OUTPUT, CALL, OUTPUT)] == ["assistant", "tool"] * 2
    assert build_messages(CALL, first)[0]["content"] == "a"
    assert build_messages({"role": "assistant", "content": []}) == [{"role": "assistant", "content": ""}]


@pytest.mark.parametrize("before", [[], [CALL, {"role": "user", "content": "wait"}], [CALL, OUTPUT]])
def test_an_output_must_follow_its_call(before: list[Any]):
    assert find_refused(input=[*before, OUTPUT]) == f"input[{len(before)}]"


def test_developers_speak_as_the_system_where_there_are_none():
    item = {"type": "message", "role": "developer", "content": "x"}
    assert build_messages(item)[0]["role"] == "system"
    assert build_messages(item, traits=("openai",))[0]["role"] == "developer"


def test_refusals_go_back():
    item = {"role": "assistant", "content": [{"type": "refusal", "refusal": "No."}]}
    assert build_messages(item) == [{"role": "assistant", "content": "No."}]
    assert build_messages(item, traits=("openai",)) == [
        {"role": "assistant", "content": None, "refusal": "No."}
    ]


IMAGE = {"type": "input_image", "image_url": "data:x", "detail": "high"}
FILE = {"type": "input_file", "file_data": "data:y", "filename": "a.pdf"}
AUDIO = {"type": "input_audio", "input_audio": {"data": "z", "format": "wav"}}
VIDEO = {"type": "input_video", "video_url": "http://v"}


def test_parts_that_the_provider_takes():
    parts = [{"type": "input_text", "text": "look", "cache_control": {}}, IMAGE, FILE, AUDIO, VIDEO]
    messages = build_messages({"role": "user", "content": parts}, traits=("files", "audio", "video"))
    assert messages[0]["content"] == [
        {"type": "text", "text": "look", "cache_control": {}},
        {"type": "image_url", "image_url": {"url": "data:x", "detail": "high"}},
        {"type": "file", "file": {"file_data": "data:y", "filename": "a.pdf"}},
        AUDIO,
        {"type": "video_url", "video_url": {"url": "http://v"}},
    ]
    by_id = {"role": "user", "content": [{"type": "input_file", "file_id": "f"}]}
    assert build_messages(by_id, traits=("openai",))[0]["content"] == [
        {"type": "file", "file": {"file_id": "f"}}
    ]


@pytest.mark.parametrize(
    "part",
    [
        FILE,
        AUDIO,
        VIDEO,
        {"type": "input_image", "file_id": "f"},
        {"type": "input_file", "file_url": "http://f"},
        {"type": "input_file", "file_id": "f"},
        {"type": "new_part"},
    ],
)
def test_other_parts_are_refused(part: Any):
    text = {"type": "input_text", "text": "look"}
    items = [{"role": "user", "content": "first"}, {"role": "user", "content": [text, part]}]
    assert find_refused(input=items) == "input[1].content[1]"
    assert find_refused(input=[CALL, {**OUTPUT, "output": [part]}]) == "input[1].output[0]"
    assert find_refused(input=[{"role": "assistant", "content": [part]}]) == "input[0].content[0]"
    assert build(drop=True, input=items)["messages"][1]["content"] == "look"


@pytest.mark.parametrize(
    "kind",
    [
        "item_reference",
        "compaction",
        "mcp_call",
        "web_search_call",
        "custom_tool_call",
        "custom_tool_call_output",
        "x",
    ],
)
def test_other_items_are_refused(kind: str):
    assert find_refused(input=[{"type": kind, "id": "i"}]) == "input[0]"
    said = {"role": "user", "content": "Hi"}
    assert build(drop=True, input=[{"type": kind, "id": "i"}, said])["messages"] == [said]


def test_a_request_of_which_nothing_is_left_is_an_error():
    with pytest.raises(InvalidRequestError, match=r"input\[0\], input\[1\]") as caught:
        build(drop=True, input=[{"type": "mcp_call"}, OUTPUT])
    assert (caught.value.param, caught.value.provider_name) == ("input", "acme")
    assert build(drop=True, input=[])["messages"] == []


def test_fields_of_items_that_have_no_place_are_refused():
    assert find_refused(input=[{"id": "x"}]) == "input[0]"
    assert (
        find_refused(input=[{"role": "assistant", "content": "x", "phase": "commentary"}]) == "input[0].phase"
    )
    assert find_refused(input=[{**CALL, "namespace": "n"}]) == "input[0].namespace"
    program = {"type": "program", "call_id": "p"}
    assert find_refused(input=[{**CALL, "caller": program}]) == "input[0].caller"


def test_the_caller_that_every_call_has_is_not_said():
    direct = {**CALL, "caller": {"type": "direct"}}
    assert build_messages(direct, OUTPUT) == build_messages(CALL, OUTPUT)


def test_custom_calls_go_to_openai():
    call = {"type": "custom_tool_call", "call_id": "c1", "name": "run", "input": "ls"}
    output = {"type": "custom_tool_call_output", "call_id": "c1", "output": "a"}
    messages = build_messages(call, output, traits=("openai",))
    assert messages[0]["tool_calls"] == [
        {"id": "c1", "type": "custom", "custom": {"name": "run", "input": "ls"}}
    ]
    assert messages[1] == {"role": "tool", "tool_call_id": "c1", "content": "a"}


def test_reasoning_goes_back_to_whoever_wants_it():
    thought = {"type": "reasoning", "summary": [], "content": [{"type": "reasoning_text", "text": "hm"}]}
    summary = {"type": "reasoning", "summary": [{"type": "summary_text", "text": "short"}]}
    said = {"role": "assistant", "content": "x"}
    assert build_messages(thought, said) == [said]
    assert build_messages(thought, said, traits=("reasoning-back",)) == [{**said, "reasoning_content": "hm"}]
    assert build_messages(summary, CALL, traits=("reasoning-back",))[0]["reasoning_content"] == "short"
    twice = build_messages(thought, said, thought, said, traits=("reasoning-back",))
    assert twice == [{**said, "reasoning_content": "hm"}] * 2


@pytest.mark.parametrize(
    ("provider", "model", "is_sent"),
    [
        ("gemini", "m", True),
        ("vertexai", "m", True),
        ("openrouter", "m", True),
        ("vercel_ai_gateway", "google/Gemini-3-pro", True),
        ("somewhere", "m", True),
        ("mistral", "m", False),
        ("deepseek", "m", False),
        ("openai", "m", False),
    ],
)
def test_signatures_of_google_go_where_its_models_may_be(provider: str, model: str, is_sent: bool):
    row = find_row(provider) or build_custom_row(provider, "http://localhost/v1")
    call = {**CALL, "extra_content": {"google": {"thought_signature": "s"}}, "some_day": 1}
    fields = {"model": model, "input": [call, OUTPUT]}
    (sent,) = CHAT.build_request(fields, row, Refusals(row, "chat", False))["messages"][0]["tool_calls"]
    assert ("extra_content" in sent) == is_sent
    assert sent["some_day"] == 1


def test_what_an_answer_left_on_its_message_does_not_go_back():
    message = {
        "content": [{"type": "text", "text": "a"}, {"type": "chart", "x": 1}],
        "images": [{"url": "u"}],
        "audio": {"id": "a", "data": "x"},
        "annotations": [{"type": "y"}],
    }
    body = {"id": "x", "choices": [{"message": message, "finish_reason": "stop"}]}
    row = build_custom_row("acme", "http://localhost/v1")
    (item,) = CHAT.build_response(body, {"model": "m", "input": "Hi"}, row, 0.0)["output"]
    assert item.keys() >= {"images", "audio", "parts", "annotations"}
    assert build_messages({**item, "name": "n"}) == [{"role": "assistant", "content": "a", "name": "n"}]


def test_an_answer_goes_back_as_it_came():
    call = {
        "id": "c1",
        "type": "function",
        "function": {"name": "add", "arguments": "{}"},
        "extra_content": {"g": 1},
    }
    message = {"content": "Hi", "reasoning_details": DETAILS, "tool_calls": [call]}
    body = {"id": "x", "choices": [{"message": message, "finish_reason": "tool_calls"}]}
    row = build_custom_row("acme", "http://localhost/v1")
    output = CHAT.build_response(body, {"model": "m", "input": "Hi"}, row, 0.0)["output"]
    assert build_messages(*output, OUTPUT)[0] == {"role": "assistant", **message}


def test_sealed_reasoning_goes_back_to_its_provider_only():
    thought = {
        "type": "reasoning",
        "summary": [],
        "encrypted_content": seal("acme", {"reasoning_details": DETAILS}),
    }
    said = {"role": "assistant", "content": "x"}
    assert build_messages(thought, said) == [{**said, "reasoning_details": DETAILS}]
    assert build_messages(said, thought) == [{**said, "reasoning_details": DETAILS}]
    foreign = {**thought, "encrypted_content": seal("other", {"reasoning_details": DETAILS})}
    assert find_refused(input=[foreign, said]) == "input[0].encrypted_content"
    assert build(drop=True, input=[foreign, said])["messages"] == [said]


def test_what_a_server_left_on_an_answer_goes_back_to_unknown_servers_only():
    said = {"type": "message", "role": "assistant", "content": "Hi", "thinking_blocks": [{"a": 1}]}
    assert build_messages({**said, "id": "msg_1"})[0]["thinking_blocks"] == [{"a": 1}]
    row = get_row("cerebras")
    for item, kept in (({**said, "id": "msg_1"}, False), (said, True)):
        body = CHAT.build_request({"model": "m", "input": [item]}, row, Refusals(row, "chat"))
        assert ("thinking_blocks" in body["messages"][0]) is kept
