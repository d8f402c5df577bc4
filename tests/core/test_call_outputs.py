"""Outputs of calls: text, JSON, parts, attachments and errors, for functions and custom tools."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

import any_llm
from any_llm._core.check import check_value, get_fields
from any_llm._core.decode import decode_model
from any_llm.exceptions import InvalidRequestError
from openai_responses_types import Response
from openai_responses_types.params import ResponseCreateParams
from openresponses_types import ResponseResource

PNG = b"\x89PNG\r\n"
IMAGE = {"type": "input_image", "image_url": "data:image/png;base64,iVBORw0K", "detail": "auto"}
CALLS = {
    "function_call": {"type": "function_call", "id": "i", "call_id": "c", "name": "n", "arguments": "{}"},
    "custom_tool_call": {"type": "custom_tool_call", "id": "i", "call_id": "c", "name": "n", "input": "x"},
}


def build_call(kind: str, model: Any = Response, **fields: Any) -> Any:
    assert any_llm.__version__  # importing the package connects the methods
    body = {"id": "r", "output": [CALLS[kind] | fields]}
    return decode_model(model, json.dumps(body).encode())[0].output[0]


def accept(item: Any) -> Any:
    check_value([item], get_fields(ResponseCreateParams)[0]["input"], "input_data")
    return item


class City(BaseModel):
    name: str


@pytest.mark.parametrize("kind", CALLS)
@pytest.mark.parametrize(
    ("value", "output"),
    [
        ("18", "18"),
        ("", ""),
        (None, "null"),
        (City(name="Rome"), '{"name":"Rome"}'),
        ([], "[]"),
        ([{"type": "input_text", "text": "a"}], [{"type": "input_text", "text": "a"}]),
        ([{"type": "other"}], '[{"type":"other"}]'),
        ([{"type": "input_text", "text": "a"}, 1], '[{"type":"input_text","text":"a"},1]'),
    ],
)
def test_a_value_becomes_text_json_or_parts(kind: str, value: object, output: object) -> None:
    item = accept(build_call(kind).output(value))
    assert item == {"type": f"{kind}_output", "call_id": "c", "output": output}


def test_calls_of_both_families_answer_alike() -> None:
    neutral = build_call("function_call", ResponseResource)
    assert neutral.output("x") == build_call("function_call").output("x") == any_llm.tool_output("c", "x")


def test_attachments_follow_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1")
    item = accept(build_call("function_call").output("see", image=PNG, file=tmp_path / "a.pdf"))
    text, image, file = item["output"]
    assert (text, image) == ({"type": "input_text", "text": "see"}, IMAGE)
    assert (file["type"], file["filename"]) == ("input_file", "a.pdf")
    assert accept(build_call("custom_tool_call").output(image=[PNG]))["output"] == [IMAGE]
    parts = [{"type": "input_text", "text": "a"}]
    assert build_call("function_call").output(parts, image=PNG)["output"] == [*parts, IMAGE]
    assert parts == [{"type": "input_text", "text": "a"}]


@pytest.mark.parametrize(
    ("error", "output"),
    [
        (ValueError("no such city"), "Error: ValueError: no such city"),
        (KeyError("x"), "Error: KeyError: 'x'"),
        (RuntimeError(), "Error: RuntimeError"),
        ("refused by the user", "Error: refused by the user"),
    ],
)
def test_an_error_is_told_without_its_traceback(error: Any, output: str) -> None:
    try:
        raise error if isinstance(error, BaseException) else RuntimeError
    except Exception:
        assert accept(build_call("function_call").output("ignored", error=error))["output"] == output


def test_the_caller_of_a_call_is_repeated() -> None:
    caller = {"type": "program", "caller_id": "p"}
    for kind in CALLS:
        assert accept(build_call(kind, caller=caller).output("x"))["caller"] == caller
        assert "caller" not in build_call(kind, caller=None).output("x")


def test_what_cannot_answer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidRequestError, match="the call has no call_id"):
        build_call("function_call", call_id=None).output("x")
    with pytest.raises(InvalidRequestError, match="cannot be written as JSON"):
        build_call("custom_tool_call").output(object())
    circle: list[Any] = []
    circle.append(circle)
    with pytest.raises(InvalidRequestError, match="cannot be written as JSON"):
        build_call("function_call").output(circle)
    with pytest.raises(InvalidRequestError, match="cannot be read"):
        build_call("function_call").output(image=tmp_path / "none.png")
