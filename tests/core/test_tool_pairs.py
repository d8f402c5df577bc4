"""Calls and outputs: an output that answers nothing is caught before it is sent, unless its call may be elsewhere."""

from __future__ import annotations

import json
from typing import Any

import pytest

from any_llm._core.body import build_body
from any_llm._core.decode import decode_model
from any_llm._core.options import split_parameters
from any_llm._core.pairs import OUTPUTS, STAND_INS, check_pairs, list_types
from any_llm.exceptions import InvalidRequestError
from any_llm.providers.registry import get_row
from openai_responses_types import Response

USER = {"role": "user", "content": "Hi"}
CALL = {"type": "function_call", "call_id": "a", "name": "get_weather", "arguments": "{}"}
OUTPUT = {"type": "function_call_output", "call_id": "a", "output": "x"}
LONE = OUTPUT | {"call_id": "b"}
SHELL = {"type": "shell_call_output", "call_id": "b", "output": []}


def send(*items: Any, **parameters: Any) -> None:
    fields, options = split_parameters(parameters)
    build_body("m", list(items), fields, options, get_row("openai"), None)


@pytest.mark.parametrize("lone", [LONE, LONE | {"type": "custom_tool_call_output"}, SHELL])
def test_an_output_without_its_call_is_refused(lone: dict[str, Any]) -> None:
    with pytest.raises(InvalidRequestError) as caught:
        send(USER, CALL, OUTPUT, lone)
    assert caught.value.param == "input_data[3].call_id"
    assert str(caught.value) == (
        "input_data[3].call_id: no call in the input has the id 'b'; the calls are: 'a' (get_weather); send the call "
        "before its output, or name the response that holds it in previous_response_id"
    )
    with pytest.raises(InvalidRequestError, match="has the id 'b'; there are none;"):
        send(USER, lone)
    with pytest.raises(InvalidRequestError, match=r"'a4' \(get_weather\) … \(7 in all\);"):
        send(*(CALL | {"call_id": f"a{index}"} for index in range(7)), lone)


def test_pairs_pass_in_any_number_and_order() -> None:
    custom = {"type": "custom_tool_call", "call_id": "b", "name": "sql", "input": "x"}
    send(USER, CALL, custom, OUTPUT, LONE | {"type": "custom_tool_call_output"})
    send(USER, CALL, OUTPUT, OUTPUT)
    send(OUTPUT, CALL)
    send({"type": "function_call_output", "output": "x"})


@pytest.mark.parametrize(
    "parameters",
    [
        {"previous_response_id": "r"},
        {"conversation": "c"},
        {"conversation": {"id": "c"}},
        {"prompt": {"id": "p"}},
        {"extra_body": {"previous_response_id": "r"}},
        {"extra_body": {"input": "other"}},
    ],
)
def test_the_call_may_be_on_the_server(parameters: dict[str, Any]) -> None:
    send(USER, LONE, **parameters)


def test_items_of_no_known_form_say_nothing() -> None:
    for odd in ([1], [[]], "text", {}):
        check_pairs([LONE], {"input": [odd, LONE]})
    check_pairs("Hi", {"input": "Hi"})


@pytest.mark.parametrize(
    "item",
    [
        {"type": "item_reference", "id": "fc_1"},
        {"id": "fc_1"},
        {"type": "compaction", "encrypted_content": "x"},
        {"type": "acme:calls", "all": []},
    ],
    ids=lambda item: item.get("type", "untyped"),
)
def test_an_item_may_stand_for_the_call(item: dict[str, Any]) -> None:
    send(item, LONE)


def test_what_a_server_sent_goes_back_as_it_is() -> None:
    body = {"id": "r", "output": [LONE | {"id": "o", "status": "completed"}, CALL]}
    response, _ = decode_model(Response, json.dumps(body).encode())
    send(USER, *response.output, OUTPUT)
    with pytest.raises(InvalidRequestError):
        send(USER, *response.output, OUTPUT, LONE | {"call_id": "c"})


def test_the_kinds_are_those_of_the_document() -> None:
    assert list_types() >= OUTPUTS
    assert {name.removesuffix("_output") for name in OUTPUTS} <= list_types()
    assert {name for name in list_types() if "compact" in name or "reference" in name} <= STAND_INS
