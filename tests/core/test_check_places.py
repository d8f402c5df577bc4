"""Complaints about input that is nearly right, and all the forms that must pass without one."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from any_llm._core.check import find_problem, get_fields
from any_llm._core.decode import decode_value
from any_llm._core.sse import SSEDecoder
from openai_responses_types import Response
from openai_responses_types.params import ResponseCreateParams
from openresponses_types import ResponseResource, UnknownItem
from tests.core.test_decode import FULL, list_places
from tests.support.wire_server import RECORDED

HINT = get_fields(ResponseCreateParams)[0]["input"]
USER: dict[str, Any] = {"role": "user", "content": "Hi"}
CALL: dict[str, Any] = {"type": "function_call", "call_id": "c", "name": "n", "arguments": "{}"}
PICTURE = {"type": "input_image", "image_url": "data:", "detail": "low"}


def find(*items: Any) -> tuple[str, str] | None:
    return find_problem(list(items), HINT, "input_data")


def list_recorded() -> list[dict[str, Any]]:
    """Return every output item that was recorded, whole answers and streams, and those of the large example."""
    items = list(FULL["output"])
    for path in sorted(RECORDED.glob("*.json")):
        items += json.loads(path.read_bytes()).get("output", [])
    for path in sorted(RECORDED.glob("*.sse")):
        bodies = [json.loads(data) for _, data in SSEDecoder().feed(path.read_bytes())]
        items += [body["item"] for body in bodies if body["type"] == "response.output_item.done"]
        items += bodies[-1]["response"].get("output", [])
    return items


@pytest.mark.parametrize("item", list_recorded(), ids=lambda item: item["type"])
def test_every_recorded_item_is_input_as_it_is(item: dict[str, Any]) -> None:
    assert find(USER, item, USER) is None
    for model in (Response, ResponseResource):
        (typed,) = decode_value(model, {"output": [copy.deepcopy(item)]})[0].output
        assert find(USER, typed, USER) is None


@pytest.mark.parametrize("role", ["user", "system", "developer", "assistant"])
@pytest.mark.parametrize("tagged", [True, False])
@pytest.mark.parametrize("content", ["Hi", [{"type": "input_text", "text": "Hi"}], [PICTURE]])
def test_message_passes_with_and_without_its_tag(role: str, tagged: bool, content: Any) -> None:
    assert find({"role": role, "content": content, **({"type": "message"} if tagged else {})}) is None


@pytest.mark.parametrize(
    ("items", "place", "reason"),
    [
        ([USER, {**USER, "type": "message", "role": "usr"}], "input_data[1].role", "expected one of 'assistant', 'user'"),
        ([USER, {"type": "item_reference"}], "input_data[1].id", "missing; expected a string"),
        ([{}], "input_data[0].id", "missing"),
        ([{"role": "user", "content": None}], "input_data[0].content", "expected a string or a list, got None"),
        ([{"role": "user", "content": 5}], "input_data[0].content", "expected a string or a list, got 5"),
        ([{"role": "user", "content": PICTURE}], "input_data[0].content", "expected a string or a list, got an object"),
        ([{"role": "user", "content": ["Hi"]}], "input_data[0].content[0]", "expected an object, got 'Hi'"),
        ([USER, USER, {**USER, "content": [{"type": "input_txt", "text": "x"}]}],
         "input_data[2].content[0].type", "did you mean 'input_text'?"),
        ([{**USER, "content": [{"type": "input_text", "txt": "x"}]}], "input_data[0].content[0].txt", "did you mean 'text'?"),
        ([{**USER, "content": [{"type": "input_text"}]}], "input_data[0].content[0].text", "missing; expected a string"),
        ([{**USER, "content": [{**PICTURE, "detail": "hi"}]}], "input_data[0].content[0].detail", "expected one of 'low', 'high'"),
        ([{**USER, "content": [{**PICTURE, "image_url": {"url": "x"}}]}], "input_data[0].content[0].image_url", "a string"),
        ([{"type": "message", "role": "user", "content": [{"type": "output_text", "text": "x"}]}],
         "input_data[0].content[0].type", "expected one of 'input_file', 'input_image', 'input_text'"),
        ([{"type": "message", "role": "assistant", "status": "don", "content": [{"type": "output_text", "text": "x"}]}],
         "input_data[0].status", "expected one of 'in_progress', 'completed', 'incomplete', got 'don'"),
        ([{**CALL, "arguments": {"a": 1}}], "input_data[0].arguments", "expected a string, got an object"),
        ([{**CALL, "type": "function_cal"}], "input_data[0].type", "did you mean 'function_call'?"),
        ([{"type": "function_call_output", "call_id": "c", "output": 5}], "input_data[0].output", "a string or a list, got 5"),
        ([{"type": 7}], "input_data[0].type", "got 7"),
        ([None], "input_data[0]", "expected an object, got None"),
        ([[USER]], "input_data[0]", "expected an object, got a list"),
    ],
)  # fmt: skip
def test_complaint_is_about_the_member_that_was_meant(items: list[Any], place: str, reason: str) -> None:
    problem = find(*items)
    assert problem is not None
    assert problem[0] == place
    assert reason in problem[1]


@pytest.mark.parametrize(
    "value",
    [5, None, {"role": "user", "content": "x"}, {1}, (item for item in ()), b"Hi"],
    ids=lambda value: type(value).__name__,
)
def test_input_that_is_no_list_says_what_was_expected(value: Any) -> None:
    problem = find_problem(value, HINT, "input_data")
    assert problem is not None
    assert problem[0] == "input_data"
    assert problem[1].startswith("expected a string or a list, got ")


@pytest.mark.parametrize(
    ("name", "value", "place"),
    [
        ("metadata", {"a": "b", "n": 1}, "metadata.n"),
        ("prompt", {"id": "p", "variables": {"city": 5}}, "prompt.variables.city"),
        ("tool_choice", {"type": "function", "nam": "f"}, "tool_choice.nam"),
        ("include", ["all"], "include[0]"),
        ("context_management", {"type": "compaction"}, "context_management"),
    ],
)
def test_parameter_names_the_place_inside_it(name: str, value: Any, place: str) -> None:
    problem = find_problem(value, get_fields(ResponseCreateParams)[0][name], name)
    assert problem is not None
    assert problem[0] == place


@pytest.mark.parametrize(
    "item",
    [
        UnknownItem.model_validate({"type": "acme:x", "role": 5}),
        {"type": "acme:search", "role": "robot", "content": 5},
        {**USER, "content": [{"type": "acme:sound", "data": "x"}]},
        {**CALL, "vendor": {"a": [None]}},
        {**USER, "cache_control": {"type": "ephemeral"}},
        {"id": "msg_1"},
    ],
)
def test_what_this_version_does_not_know_passes(item: Any) -> None:
    assert find(item) is None


STRANGE = st.sampled_from(
    [None, 5, "x", "user", [], {}, [None], [{}], {"type": "message"}, {"type": 5}, True]
)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_damage_gives_one_short_complaint_or_none(data: st.DataObject) -> None:
    items = copy.deepcopy([USER, CALL, {**USER, "content": [PICTURE]}, *FULL["output"]])
    before = copy.deepcopy(items)
    for _ in range(data.draw(st.integers(0, 3))):
        *way, last = data.draw(st.sampled_from(list(list_places(items))))
        parent: Any = items
        for step in way:
            parent = parent[step]
        parent[last] = copy.deepcopy(data.draw(STRANGE))
    given_items = copy.deepcopy(items)
    problem = find_problem(items, HINT, "input_data")
    assert items == given_items
    if json.dumps(items) == json.dumps(before):  # True equals 1
        assert problem is None
    if problem is not None:
        text = ": ".join(problem)
        assert text.startswith("input_data[")
        assert len(text.splitlines()) == 1
        assert len(text) < 500
