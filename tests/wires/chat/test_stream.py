from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from any_llm.wires.blobs import unseal
from any_llm.wires.chat import CHAT
from tests.support.spec_validator import find_event_problems
from tests.wires.chat.completions import (
    COMPLETIONS,
    FIELDS,
    PLACES,
    ROW,
    build_call,
    build_chunk,
    build_completion,
    cut_completion,
    mutate,
    read_recorded,
    reduce,
    respond,
)

END = build_chunk({}, "stop")
USAGE = {"prompt_tokens": 3, "completion_tokens": 4, "total_tokens": 7}


def check(events: list[dict[str, Any]]) -> dict[str, Any]:
    """Check every event by itself and their order, and return the final response."""
    assert [event["sequence_number"] for event in events] == list(range(len(events)))
    assert [problem for event in events for problem in find_event_problems(event)] == []
    kinds = [event["type"] for event in events]
    assert kinds[:2] == ["response.created", "response.in_progress"]
    ends = ("response.completed", "response.incomplete", "response.failed")
    assert [kind for kind in kinds if kind in ends] == kinds[-1:]
    opened = [event["output_index"] for event in events if event["type"] == "response.output_item.added"]
    assert opened == list(range(len(opened)))
    final = events[-1]["response"]
    if kinds[-1] != "response.failed":
        done = {
            event["output_index"]: event["item"] for event in events if event["type"].endswith("item.done")
        }
        assert [done[index] for index in range(len(done))] == final["output"]
    return final


def get_kinds(events: list[dict[str, Any]]) -> list[str]:
    return [event["type"].removeprefix("response.") for event in events]


def piece(index: Any = None, call_id: Any = None, name: Any = None, arguments: Any = "") -> dict[str, Any]:
    call = {"index": index, "id": call_id, "function": {"name": name, "arguments": arguments}}
    return build_chunk({"tool_calls": [{key: value for key, value in call.items() if value is not None}]})


def get_calls(*chunks: Any) -> list[tuple[str, str, str]]:
    final = check(reduce([*chunks, END]))
    return [(item["call_id"], item["name"], item["arguments"]) for item in final["output"]]


def test_the_order_of_events():
    chunks = [
        build_chunk({"role": "assistant", "content": "", "reasoning_content": None}),
        build_chunk({"reasoning_content": "h"}),
        build_chunk({"reasoning_content": "m"}),
        build_chunk({"content": "Hi"}),
        piece(0, "c1", "add"),
        piece(0, arguments='{"a":'),
        piece(0, arguments="1}"),
        build_chunk({}, "tool_calls"),
        build_chunk(usage=USAGE),
    ]
    events = reduce(chunks)
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
    assert final["usage"]["total_tokens"] == 7
    assert [item["id"] for item in final["output"]] == ["rs_x1_0", "msg_x1_1", "fc_x1_2"]


@given(COMPLETIONS, PLACES)
@settings(max_examples=300, deadline=None)
def test_a_stream_ends_with_what_the_whole_answer_gives(body: Any, places: list[int]):
    final = check(reduce(cut_completion(body, places)))
    assert final == respond(body)


@pytest.mark.parametrize("name", ["chat-text.sse", "chat-tool.sse"])
def test_recorded_streams(name: str):
    final = check(reduce(read_recorded(name)))
    assert final["status"] in ("completed", "incomplete")
    (whole,) = read_recorded(name.replace(".sse", ".json"))
    said, expected = (
        [{**item, "id": "", "call_id": ""} for item in end["output"]] for end in (final, respond(whole))
    )
    for item in (*said, *expected):
        for part in item.get("content", ()):
            part["logprobs"] = []
    assert said == expected


def test_events_come_as_soon_as_their_chunk():
    reducer = CHAT.build_reducer(FIELDS, ROW, lambda: 9.5)
    assert get_kinds(list(reducer.feed("message", build_chunk({"role": "assistant"})))) == [
        "created",
        "in_progress",
    ]
    assert get_kinds(list(reducer.feed("message", build_chunk({"content": "a"}))))[-1] == "output_text.delta"
    assert list(reducer.feed("message", build_chunk({"content": ""}))) == []
    assert list(reducer.feed("message", END)) == []


def test_an_empty_first_chunk_waits_for_the_id():
    azure = {"id": "", "model": "", "created": 0, "choices": [], "prompt_filter_results": [{}]}
    events = reduce([azure, build_chunk({"content": "x"}), END])
    assert events[0]["response"]["id"] == "resp_x1"
    assert check(events)["prompt_filter_results"] == [{}]


def test_an_id_that_comes_late_changes_no_id():
    events = reduce([{**build_chunk({"content": "x"}), "id": ""}, build_chunk({"content": "y"}), END])
    final = check(events)
    assert len({event["response"]["id"] for event in events if "response" in event}) == 1
    assert final["id"] not in ("resp_", "resp_x1")
    assert final["provider_response_id"] == "x1"
    assert final["output"][0]["id"] == final["id"].replace("resp_", "msg_") + "_0"


def test_answers_without_an_id_have_different_ones():
    first, second = (check(reduce([{**END, "id": None}])) for _ in range(2))
    assert first["id"] != second["id"]
    assert first["provider_response_id"] is None


def test_log_probabilities_without_text_belong_to_the_message_before():
    logprob = {"token": "", "logprob": 0, "bytes": [], "top_logprobs": []}
    late = build_chunk({"content": ""})
    late["choices"][0]["logprobs"] = {"content": [logprob, {"token": "x"}]}
    for after in ([], [piece(0, "c1", "add")]):
        final = check(reduce([build_chunk({"content": "a"}), late, *after, END]))
        assert final["output"][0]["content"][0]["logprobs"] == [logprob]


def test_text_that_was_held_back_is_not_lost():
    final = check(reduce([build_chunk({"content": "<thi"}), build_chunk({"reasoning": "hm"}), END]))
    assert final["output"][0]["content"][0]["text"] == "<thi"


def test_audio_is_joined():
    pieces = [{"id": "a", "data": "x"}, {"data": "y", "transcript": "z"}]
    final = check(reduce([*(build_chunk({"audio": audio}) for audio in pieces), END]))
    assert final["output"][0]["audio"] == {"id": "a", "data": "xy", "transcript": "z"}


def test_unknown_fields_of_deltas_are_kept_on_the_message():
    deltas = [
        {"role": "assistant", "content": "", "executed_tools": [1], "refusal": None, "x": None, "y": []},
        {"reasoning": "h", "provider_specific_fields": {"a": 1}},
        {"reasoning": "m", "reasoning_more": 1},
        {"content": "a", "executed_tools": [2]},
        {"content": "b", "provider_specific_fields": {"b": 2}},
    ]
    thought, message = check(reduce([*map(build_chunk, deltas), END]))["output"]
    assert thought["content"][0]["text"] == "hm"
    assert message["executed_tools"] == [1, 2]
    assert message["provider_specific_fields"] == {"a": 1, "b": 2}
    assert message.keys() == {
        *("type", "id", "status", "role", "content", "executed_tools", "provider_specific_fields")
    }


def test_unknown_fields_without_a_message_are_kept_on_the_call():
    chunks = [
        build_chunk({"tool_plan": "I "}),
        build_chunk({"tool_plan": "add."}),
        piece(0, "c1", "add", "{}"),
    ]
    (call,) = check(reduce([*chunks, END]))["output"]
    assert call["tool_plan"] == "I add."


def test_unknown_fields_without_message_and_call_are_kept_on_the_response():
    final = check(
        reduce([build_chunk({"reasoning": "hm", "extra_content": {"google": {"thought": True}}}), END])
    )
    assert final["extra_content"] == {"google": {"thought": True}}


def test_unknown_fields_of_choices_are_kept_on_the_response():
    chunks = [build_chunk({"content": "a"}), build_chunk({"content": "b"}), build_chunk({}, "stop")]
    for number, chunk in enumerate(chunks):
        chunk["choices"][0] |= {"token_ids": [number], "stop_reason": None, "content_filter_results": {}}
    chunks[1]["choices"][0] |= {"content_filter_results": {"hate": {"filtered": False}}}
    chunks[2]["choices"][0] |= {"native_finish_reason": "STOP"}
    final = check(reduce(chunks))
    assert final["token_ids"] == [0, 1, 2]
    assert final["content_filter_results"] == {"hate": {"filtered": False}}
    assert final["native_finish_reason"] == "STOP"
    assert "stop_reason" not in final


def test_calls_that_interleave_stay_apart():
    starts = [piece(0, "c1", "add"), piece(1, "c2", "sub")]
    assert get_calls(
        *starts,
        piece(0, arguments="{"),
        piece(1, arguments="["),
        piece(0, arguments="}"),
        piece(1, arguments="]"),
    ) == [
        ("c1", "add", "{}"),
        ("c2", "sub", "[]"),
    ]


def test_calls_by_id_alone():
    starts = [piece(None, "c1", "add", "{"), piece(None, "c2", "sub", "[")]
    assert get_calls(*starts, piece(None, "c1", arguments="}"), piece(None, "c2", arguments="]")) == [
        ("c1", "add", "{}"),
        ("c2", "sub", "[]"),
    ]


def test_calls_without_index_and_id():
    assert get_calls(
        piece(name="add", arguments="{"), piece(arguments="}"), piece(name="sub", arguments="[]")
    ) == [
        ("call_x1_0", "add", "{}"),
        ("call_x1_1", "sub", "[]"),
    ]


def test_calls_that_share_an_index():
    assert get_calls(piece(0, "c1", "add", "{}"), piece(0, "c2", "add", "[]")) == [
        ("c1", "add", "{}"),
        ("c2", "add", "[]"),
    ]
    assert get_calls(piece(0, "c1", "add", "{"), piece(0, "c1", "add", "}")) == [("c1", "add", "{}")]
    assert get_calls(piece(0, "c1", "add", "{"), piece(0, "c9", None, "}")) == [("c1", "add", "{}")]


@pytest.mark.parametrize("given", ["", None])
def test_calls_that_share_an_index_and_have_no_id(given: Any):
    assert get_calls(
        piece(0, given, "add", '{"a":1}'), piece(0, given, "add", '{"a":'), piece(0, None, None, "2}")
    ) == [
        ("call_x1_0", "add", '{"a":1}'),
        ("call_x1_1", "add", '{"a":2}'),
    ]
    assert get_calls(piece(0, given, "add"), piece(0, given, "sub"), piece(0, given, "", "{}")) == [
        ("call_x1_0", "add", "{}"),
        ("call_x1_1", "sub", "{}"),
    ]


def test_calls_that_share_an_index_and_an_id_stay_apart():
    assert get_calls(piece(0, "c1", "add", "{}"), piece(0, "c1", "sub", "["), piece(0, "c1", None, "]")) == [
        ("c1", "add", "{}"),
        ("call_x1_1", "sub", "[]"),
    ]
    assert get_calls(piece(None, "c1", "add", "{}"), piece(None, "c1", "add", '{"a":1}')) == [
        ("c1", "add", "{}"),
        ("call_x1_1", "add", '{"a":1}'),
    ]


def test_a_name_that_is_repeated_begins_no_call():
    pieces = ("", '{"a":', '{"b":1}', "}", "", " ")
    assert get_calls(*(piece(0, "c1", "add", text) for text in pieces)) == [("c1", "add", '{"a":{"b":1}} ')]
    assert get_calls(piece(0, "c1", "add", "{}"), piece(0, "", "", ""), piece(0, "", "", " ")) == [
        ("c1", "add", "{} ")
    ]
    assert get_calls(piece(0, "c1", "ad"), piece(0, "c1", "d", "{}")) == [("c1", "ad", "{}")]


def test_a_name_that_comes_late_or_never():
    assert get_calls(piece(0, "c1", None, "{"), piece(0, None, "add", "}")) == [("c1", "add", "{}")]
    assert get_calls(piece(0, "c1", None, "{}")) == [("c1", "", "{}")]


@pytest.mark.parametrize("before", [[], [build_chunk({"content": "a"})], [piece(1, "c2", "sub", "{}")]])
def test_a_call_that_is_cut_before_its_name_is_incomplete(before: list[Any]):
    final = check(reduce([*before, piece(0, "c1", None, '{"a'), build_chunk({}, "length")]))
    assert [item["status"] for item in final["output"]] == ["completed"] * len(before) + ["incomplete"]
    assert final["output"][-1]["arguments"] == '{"a'


def test_text_after_a_call_is_another_message():
    final = check(
        reduce([build_chunk({"content": "a"}), piece(0, "c1", "add"), build_chunk({"content": "b"}), END])
    )
    assert [item["type"] for item in final["output"]] == ["message", "function_call", "message"]


def test_details_of_reasoning_are_joined():
    details = [
        [{"type": "reasoning.text", "text": "h", "index": 0}],
        [{"type": "reasoning.text", "text": "m", "index": 0}],
        [
            {"type": "reasoning.text", "signature": "s", "index": 0},
            {"type": "reasoning.encrypted", "data": "d", "index": 1},
        ],
    ]
    chunks = [build_chunk({"reasoning_details": piece}) for piece in details]
    final = check(reduce([*chunks, build_chunk({"content": "x"}), END]))
    item = final["output"][0]
    assert item["content"][0]["text"] == "hm"
    assert unseal("acme", item["encrypted_content"])["reasoning_details"] == [
        {"type": "reasoning.text", "text": "hm", "index": 0, "signature": "s"},
        details[2][1],
    ]


def get_details(*details: Any) -> Any:
    chunks = [build_chunk({"reasoning_details": [detail]}) for detail in details]
    item = check(reduce([*chunks, build_chunk({"content": "x"}), END]))["output"][0]
    return unseal("acme", item["encrypted_content"])["reasoning_details"]


@pytest.mark.parametrize("late", [{"text": None, "signature": None}, {"text": "", "signature": ""}])
def test_a_detail_without_value_erases_nothing(late: Any):
    detail = {"type": "reasoning.text", "text": "hm", "signature": "s", "index": 0}
    assert get_details(detail, {"type": "reasoning.text", "index": 0, **late}) == [detail]


def test_details_with_different_ids_stay_apart():
    details = [{"type": "reasoning.encrypted", "data": data, "index": 0, "id": data} for data in ("a", "b")]
    assert get_details(*details) == details
    last = {"type": "reasoning.encrypted", "data": "c", "index": 0, "id": None}
    assert get_details(*details, {**last, "id": "b"}) == [details[0], {**details[1], "data": "bc"}]
    assert get_details(details[0], last) == [{**details[0], "data": "ac"}]


def test_annotations_and_log_probabilities():
    logprob = {"token": "a", "logprob": -1, "bytes": [97], "top_logprobs": []}
    chunk = build_chunk({"content": "a"})
    chunk["choices"][0]["logprobs"] = {"content": [logprob]}
    cited = {
        "type": "url_citation",
        "url_citation": {"url": "u", "title": "t", "start_index": 0, "end_index": 1},
    }
    events = reduce([chunk, build_chunk({"annotations": [cited]}), END])
    assert "output_text.annotation.added" in get_kinds(events)
    (part,) = check(events)["output"][0]["content"]
    assert part["logprobs"] == [logprob]
    assert part["annotations"] == [{**cited["url_citation"], "type": "url_citation"}]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_usage_comes_early_or_late(place: int):
    chunks = [build_chunk({"content": "a"}), END]
    chunks.insert(place, build_chunk(usage=USAGE))
    assert check(reduce(chunks))["usage"]["input_tokens"] == 3
    groq = {**END, "x_groq": {"usage": USAGE}}
    assert check(reduce([build_chunk({"content": "a"}), groq]))["usage"]["output_tokens"] == 4


def test_a_cut_stream_has_failed():
    events = reduce([build_chunk({"content": "a"})])
    final = check(events)
    assert (final["status"], final["error"]["code"]) == ("failed", "server_error")
    assert final["output"][0]["status"] == "incomplete"
    assert "output_item.done" not in get_kinds(events)
    assert check(reduce([]))["status"] == "failed"


@pytest.mark.parametrize("before", [[], [build_chunk({"content": "a"})]])
def test_an_error_ends_the_stream(before: list[Any]):
    events = reduce([*before, {"error": {"message": "busy", "code": 503, "type": "overloaded"}}, END])
    assert get_kinds(events)[-2:] == ["error", "failed"]
    assert check(events)["error"] == {"code": "503", "message": "busy"}
    reducer = CHAT.build_reducer(FIELDS, ROW, lambda: 9.5)
    assert get_kinds(list(reducer.feed("error", {"message": "busy"})))[-2:] == ["error", "failed"]


@pytest.mark.parametrize(
    ("chunk", "code"),
    [
        ({"base_resp": {"status_code": 1004, "status_msg": "busy"}, "choices": None}, "1004"),
        ({**build_chunk(), "x_groq": {"id": "r", "error": "busy"}}, "server_error"),
        ({**build_chunk(), "x_groq": {"error": {"message": "busy", "code": "down"}}}, "down"),
        ({"error": "busy", "error_type": "overloaded"}, "overloaded"),
    ],
)
def test_an_error_is_found_in_every_place(chunk: Any, code: str):
    events = reduce([build_chunk({"content": "a"}), chunk])
    assert get_kinds(events)[-2:] == ["error", "failed"]
    assert check(events)["error"] == {"code": code, "message": "busy"}


def test_a_good_status_is_no_error():
    final = check(
        reduce([{**build_chunk({"content": "a"}), "base_resp": {"status_code": 0, "status_msg": ""}}, END])
    )
    assert final["status"] == "completed"


def test_unknown_fields_of_an_error_are_kept():
    error = {"message": "busy", "code": 502, "metadata": {"provider_name": "p", "raw": "no"}}
    events = reduce([{"error": error}])
    assert events[-2]["error"]["metadata"] == error["metadata"]
    assert check(events)["error"]["metadata"] == error["metadata"]


def test_custom_calls():
    call = {"index": 0, "id": "c1", "type": "custom", "custom": {"name": "run", "input": "l"}}
    events = reduce(
        [
            build_chunk({"tool_calls": [call]}),
            build_chunk({"tool_calls": [{"index": 0, "custom": {"input": "s"}}]}),
            END,
        ]
    )
    assert get_kinds(events)[-3:] == ["custom_tool_call_input.done", "output_item.done", "completed"]
    assert events[-1]["response"]["output"][0]["input"] == "ls"


WHOLE = build_completion(
    {"reasoning_content": "hm", "content": "Hi.", "tool_calls": [build_call(), build_call(call_id="c2")]},
    "tool_calls",
    usage=USAGE,
)


@given(mutate({"chunks": cut_completion(WHOLE, [1, 2])}))
@settings(max_examples=300, deadline=None)
def test_damaged_chunks_give_whole_streams(damaged: Any):
    chunks = damaged.get("chunks")
    check(reduce([chunk for chunk in chunks if isinstance(chunk, dict)] if isinstance(chunks, list) else []))
