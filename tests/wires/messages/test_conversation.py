from __future__ import annotations

import re
from typing import Any

import pytest

from any_llm.exceptions import InvalidRequestError
from any_llm.wires.blobs import seal
from tests.wires.messages.requests import (
    ASK,
    TOOL,
    build,
    build_dropping,
    build_messages,
    call,
    find_refused,
    find_refused_item,
    get_blocks,
    output,
    part,
    say,
)


def use(call_id: str = "c1", given: Any = None) -> dict[str, Any]:
    return {"type": "tool_use", "id": call_id, "name": "add", "input": {"a": 1} if given is None else given}


def result(call_id: str = "c1", content: Any = "3") -> dict[str, Any]:
    return {"type": "tool_result", "tool_use_id": call_id, "content": content}


def test_messages_of_one_role_become_one():
    said = say("assistant", {**part("b", "output_text"), "annotations": [], "logprobs": []})
    assert get_blocks(ASK, say("user", part("a"), part("c")), said, said, ASK) == [
        [part("Hi", "text"), part("a", "text"), part("c", "text")],
        [part("b", "text"), part("b", "text")],
        [part("Hi", "text")],
    ]


def test_a_message_without_a_type_and_with_plain_text():
    assert get_blocks({"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}, ASK) == [
        [part("a", "text")],
        [part("b", "text")],
        [part("Hi", "text")],
    ]


def test_the_user_speaks_first():
    said = say("assistant", part("b", "output_text"))
    assert find_refused_item(said, ASK) == "input[0]"
    assert find_refused_item(call(), output(), ASK) == "input[0]"


@pytest.mark.parametrize("role", ["system", "developer"])
def test_what_stands_before_is_the_system(role: str):
    first = say(role, part("Be brief."))
    assert build(input=[first, ASK])["system"] == "Be brief."
    assert build(input=[ASK], instructions="Be kind.")["system"] == "Be kind."
    both = build(input=[first, {"role": role, "content": "Rhyme."}, ASK], instructions="Be kind.")
    assert [block["text"] for block in both["system"]] == ["Be kind.", "Be brief.", "Rhyme."]
    assert find_refused_item(ASK, first) == "input[1]"
    image = {"type": "input_image", "image_url": "http://u/i.png"}
    assert find_refused_item(say(role, image), ASK) == "input[0].content[0]"


def test_calls_and_their_results():
    assert get_blocks(ASK, call(), output()) == [[part("Hi", "text")], [use()], [result()]]
    said = say("assistant", part("So:", "output_text"))
    assert get_blocks(ASK, said, call("c1"), call("c2", ""), output("c2"), output("c1")) == [
        [part("Hi", "text")],
        [part("So:", "text"), use("c1"), use("c2", {})],
        [result("c2"), result("c1")],
    ]


def test_the_caller_that_every_call_has_is_not_said():
    assert get_blocks(ASK, {**call(), "caller": {"type": "direct"}}, output())[1] == [use()]
    program = {"type": "code_execution_20250825", "tool_id": "srvtoolu_1"}
    assert get_blocks(ASK, {**call(), "caller": program}, output())[1] == [{**use(), "caller": program}]
    other = {"type": "program", "call_id": "p"}
    assert find_refused_item(ASK, {**call(), "caller": other}, output()) == "input[1].caller"


def test_what_only_another_provider_knows_is_not_said():
    signed = {**call(), "extra_content": {"google": {"thought_signature": "s"}}}
    said = {
        **say("assistant", part("a", "output_text")),
        "images": [{"url": "u"}],
        "annotations": [{"type": "y"}],
    }
    assert get_blocks(ASK, said, signed, output())[1] == [part("a", "text"), use()]


def test_ids_that_the_api_refuses_are_mapped_on_both_sides():
    ids = ["functions.add:0", "functions_add_0", "functions:add.0", "é", "", "toolu_01-A"]
    blocks = get_blocks(ASK, *map(call, ids), *map(output, ids))
    sent = [block["id"] for block in blocks[1]]
    assert [block["tool_use_id"] for block in blocks[2]] == sent
    assert all(re.fullmatch(r"[a-zA-Z0-9_-]+", one) for one in sent)
    assert len(set(sent)) == len(ids)
    assert (sent[1], sent[5]) == (ids[1], ids[5])
    assert get_blocks(ASK, call(ids[2]), output(ids[2]))[1][0]["id"] == sent[2]


def test_a_call_whose_id_is_mapped_is_dropped():
    body, dropped = build_dropping(["input"], input=[ASK, call("a:0"), call("c1"), output("c1")])
    assert dropped == ["input[1]"]
    assert body["messages"][1]["content"] == [use("c1")]


def test_the_results_of_a_turn_come_first():
    assert get_blocks(ASK, call("c1"), call("c2"), output("c1"), ASK, output("c2"))[2:] == [
        [result("c1"), result("c2"), part("Hi", "text")]
    ]
    assert get_blocks(ASK, call(), ASK, output())[2:] == [[result(), part("Hi", "text")]]


def test_calls_one_after_the_other():
    assert get_blocks(ASK, call("c1"), output("c1"), call("c2"), output("c2"))[1:] == [
        [use("c1")],
        [result("c1")],
        [use("c2")],
        [result("c2")],
    ]


@pytest.mark.parametrize("arguments", ["{broken", "[1]", "3", "null", '"a"'])
def test_arguments_that_are_no_object_are_refused(arguments: str):
    assert find_refused_item(ASK, call("c1", arguments), output("c1")) == "input[1].arguments"


def test_a_missing_result_is_refused():
    said = say("assistant", part("b", "output_text"))
    assert find_refused_item(ASK, call()) == "input[1]"
    assert find_refused_item(ASK, call("c1"), call("c2"), output("c1")) == "input[2]"
    assert find_refused_item(ASK, call("c1"), ASK, said, ASK) == "input[1]"


def test_a_result_without_its_call_is_refused():
    said = say("assistant", part("b", "output_text"))
    assert find_refused_item(ASK, output()) == "input[1]"
    assert find_refused_item(ASK, call(), output(), output()) == "input[3]"
    assert find_refused(input=[ASK, call("c1"), ASK, said, output("c1")]) in ("input[1]", "input[4]")


@pytest.mark.parametrize(
    "nothing", [call(), say("assistant", part("", "output_text"))], ids=["a dropped call", "blank text"]
)
def test_the_user_on_both_sides_of_nothing_speaks_once(nothing: Any):
    body, _ = build_dropping(["input"], input=[ASK, nothing, ASK])
    assert [one["role"] for one in body["messages"]] == ["user"]
    assert [block["text"] for block in body["messages"][0]["content"]] == ["Hi", "Hi"]


@pytest.mark.parametrize(
    "item",
    [
        {"id": "msg_1"},
        *[
            {"type": kind, "id": "x"}
            for kind in (
                "item_reference",
                "compaction",
                "web_search_call",
                "file_search_call",
                "computer_call",
                "code_interpreter_call",
                "image_generation_call",
                "mcp_call",
                "custom_tool_call",
                "custom_tool_call_output",
                "local_shell_call",
                "openai:some_day",
            )
        ],
    ],
    ids=str,
)
def test_other_items_are_refused(item: Any):
    assert find_refused_item(ASK, item) == "input[1]"


def test_reasoning_of_others_is_refused():
    for sealed in (
        "gAAA",
        seal("other", {"type": "thinking", "signature": "s"}),
        seal("acme", {"type": "x"}),
    ):
        item = {"type": "reasoning", "summary": [], "encrypted_content": sealed}
        assert find_refused_item(ASK, item) == "input[1].encrypted_content"


def test_a_request_of_which_nothing_is_left_is_an_error():
    with pytest.raises(InvalidRequestError, match=r"input\[0\], input\[1\]") as caught:
        build_dropping(input=[{"type": "mcp_call"}, call()], instructions="Be brief.")
    assert (caught.value.param, caught.value.provider_name) == ("input", "acme")


def test_unsigned_reasoning_goes_back_to_whoever_wants_it():
    content = [{"type": "reasoning_text", "text": "hm"}]
    thought = {"type": "reasoning", "summary": [], "content": content}
    summary = {"type": "reasoning", "summary": [{"type": "summary_text", "text": "so"}], "content": None}
    said = say("assistant", part("a", "output_text"))
    items = [ASK, thought, said, summary, {"type": "reasoning", "summary": []}]
    assert build(input=items)["messages"][1]["content"] == "a"
    assert build("reasoning-back", input=items)["messages"][1]["content"] == [
        {"type": "thinking", "thinking": "hm"},
        part("a", "text"),
        {"type": "thinking", "thinking": "so"},
    ]


def test_refusals_and_citations_of_before():
    said = say(
        "assistant", {**part("a", "output_text"), "annotations": [{"type": "url_citation", "url": "u"}]}
    )
    refused = say("assistant", {"type": "refusal", "refusal": "No."})
    assert get_blocks(ASK, said, refused, ASK)[1] == [part("a", "text"), part("No.", "text")]
    assert build_messages(ASK, tools=[TOOL]) == [ASK]
