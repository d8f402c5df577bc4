"""Builders: what they return is what a request takes."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

import any_llm
from any_llm._core.check import check_value, get_fields
from any_llm.exceptions import InvalidRequestError
from any_llm.items import build_file
from openai_responses_types import ResponseFunctionToolCall
from openai_responses_types.params import ResponseCreateParams

PNG = b"\x89PNG\r\n"


def accept(item: Any) -> Any:
    check_value([item], get_fields(ResponseCreateParams)[0]["input"], "input_data")
    return item


@pytest.mark.parametrize("role", ["user", "system", "developer", "assistant"])
def test_message_of_each_role(role: str) -> None:
    assert accept(getattr(any_llm, role)("Hi")) == {"role": role, "content": "Hi"}


def test_picture_and_file_go_before_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1")
    message = accept(any_llm.user("What is this?", image=["https://h/i.png", PNG], file=tmp_path / "a.pdf"))
    assert message["content"] == [
        {"type": "input_image", "image_url": "https://h/i.png", "detail": "auto"},
        {"type": "input_image", "image_url": "data:image/png;base64,iVBORw0K", "detail": "auto"},
        {"type": "input_file", "filename": "a.pdf", "file_data": "data:application/pdf;base64,JVBERi0x"},
        {"type": "input_text", "text": "What is this?"},
    ]


def test_file_by_its_address_or_of_an_unknown_kind() -> None:
    assert build_file("https://h/a.csv") == {"type": "input_file", "file_url": "https://h/a.csv"}
    assert build_file(b"\0\1")["file_data"] == "data:application/octet-stream;base64,AAE="


def test_picture_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidRequestError, match="image: these bytes are no PNG"):
        any_llm.user("x", image=b"text")
    with pytest.raises(InvalidRequestError, match="cannot be read: No such file"):
        any_llm.user("x", image=tmp_path / "none.png")


@pytest.mark.parametrize(
    ("value", "output"),
    [
        ("18", "18"),
        ({"t": 18}, '{"t":18}'),
        ([1, None], "[1,null]"),
        (None, "null"),
        (datetime.date(2026, 1, 2), '"2026-01-02"'),
    ],
)
def test_output_of_a_call(value: object, output: str) -> None:
    call = ResponseFunctionToolCall(type="function_call", call_id="c", name="n", arguments="{}")
    expected = {"type": "function_call_output", "call_id": "c", "output": output}
    assert accept(any_llm.tool_output(call, value)) == any_llm.tool_output("c", value) == expected


def test_output_without_a_call_id_or_a_json_value_is_refused() -> None:
    with pytest.raises(InvalidRequestError, match="the call has no call_id"):
        any_llm.tool_output(ResponseFunctionToolCall(type="function_call"), "x")
    with pytest.raises(InvalidRequestError, match="cannot be written as JSON"):
        any_llm.tool_output("c", object())
