"""One readable complaint: the path of what is wrong, what was expected, what came."""

from __future__ import annotations

import json
from typing import Any, NotRequired

import pytest

from any_llm._core.check import check_value, describe_hint, find_problem
from any_llm._core.decode import decode_model
from any_llm.exceptions import InvalidRequestError
from openai_responses_types import Response
from openai_responses_types.params import ResponseCreateParams
from openresponses_types import UnknownItem
from tests.support.wire_server import RECORDED

USER: dict[str, Any] = {"role": "user", "content": "Hi"}
ITEMS = [path for path in sorted(RECORDED.glob("*.json")) if "output" in json.loads(path.read_bytes())]


def check(value: Any, name: str = "input") -> str:
    """Return the complaint about a body field, or nothing."""
    from any_llm._core.check import get_fields

    try:
        check_value(
            value, get_fields(ResponseCreateParams)[0][name], "input_data" if name == "input" else name
        )
    except InvalidRequestError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        (5, "input_data: expected a string or a list, got 5"),
        (["Hi"], "input_data[0]: expected an object, got 'Hi'"),
        (
            [{**USER, "role": "usr"}],
            "input_data[0].role: expected one of 'assistant', 'user', 'system', 'developer', ",
        ),
        ([{"role": "user", "contnt": "x"}], "input_data[0].contnt: unknown key; did you mean 'content'?"),
        ([{"role": "user"}], "input_data[0].content: missing; expected a string or a list"),
        (
            [USER, USER, {**USER, "content": [{"type": "input_txt", "text": "x"}]}],
            "input_data[2].content[0].type: ",
        ),
        (
            [{**USER, "content": [{"type": "input_text", "text": 3}]}],
            "input_data[0].content[0].text: expected a string",
        ),
        ([{"type": "mesage", **USER}], "did you mean 'message'?"),
        ([{"type": "function_call_output", "call_id": "c"}], "input_data[0].output: missing"),
        (
            [{"type": "function_call", "call_id": 3, "name": "n", "arguments": "{}"}],
            "input_data[0].call_id: expected",
        ),
        ([{"type": 7}], "input_data[0].type: expected one of"),
    ],
)
def test_wrong_input_names_its_place(value: Any, complaint: str) -> None:
    assert complaint in check(value)
    assert len(check(value).splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        (
            "tool_choice",
            "requierd",
            "tool_choice: expected an object or one of 'none', 'auto', 'required', got 'requierd'",
        ),
        ("truncation", "aut", "truncation: expected one of 'auto', 'disabled' or null, got 'aut'"),
        ("reasoning", {"efort": "low"}, "reasoning.efort: unknown key; did you mean 'effort'?"),
        (
            "text",
            {"format": {"type": "json"}},
            "text.format.type: expected one of 'json_object', 'json_schema', 'text'",
        ),
        ("temperature", "hot", "temperature: expected a number or null, got 'hot'"),
        ("temperature", True, "temperature: expected a number or null, got True"),
        ("max_output_tokens", 2.5, "max_output_tokens: expected a whole number or null, got 2.5"),
        ("metadata", [1], "metadata: expected an object or null, got a list"),
        ("instructions", 3, "instructions: expected a string or null, got 3"),
        ("include", "all", "include: expected a list or null, got 'all'"),
    ],
)
def test_wrong_parameter_names_what_was_expected(name: str, value: Any, complaint: str) -> None:
    assert check(value, name).startswith(complaint)


@pytest.mark.parametrize(
    "value",
    [
        "Hi",
        [USER],
        (USER,),
        [{"type": "message", **USER}],
        [{"role": "assistant", "content": [{"type": "output_text", "text": "hi"}]}],
        [
            {
                "role": "user",
                "content": [
                    {"type": "input_image", "image_url": "data:"},
                    {"type": "input_text", "text": "x"},
                ],
            }
        ],
        [{"id": "msg_1"}],
        [{"type": "item_reference", "id": "msg_1"}],
        [{"type": "function_call", "call_id": "c", "name": "n", "arguments": "{}"}],
        [{"type": "function_call_output", "call_id": "c", "output": [{"type": "input_text", "text": "x"}]}],
        [{"type": "acme:search", "anything": 1}],
        [{"type": "brand_new_call", "id": "x"}],
        [{**USER, "vendor_key": 1}],
        [UnknownItem.model_validate({"type": "acme:x"})],
        [],
    ],
)
def test_what_a_server_may_take_passes(value: Any) -> None:
    assert check(value) == ""


@pytest.mark.parametrize("path", ITEMS, ids=lambda path: path.stem)
def test_what_a_server_sent_passes_as_dicts_and_as_models(path: Any) -> None:
    assert check(json.loads(path.read_bytes())["output"]) == ""
    assert check(decode_model(Response, path.read_bytes())[0].output) == ""


def test_long_and_private_values_are_not_repeated() -> None:
    assert "x" * 50 not in check([{**USER, "role": "x" * 50}])


def test_hint_without_a_rule_is_left_to_the_server() -> None:
    assert find_problem(b"x", bytes, "p") is None
    assert describe_hint(NotRequired[int]) == "a whole number"
