"""Answers: a value, or one of four failures that stay apart and say where."""

from __future__ import annotations

import dataclasses
import json
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, field_validator

from any_llm._text_format.parse import parse_output, strip_fence
from any_llm._text_format.target import OutputTarget, build_target
from any_llm.exceptions import (
    OutputIncompleteError,
    OutputMismatchError,
    OutputNotJSONError,
    OutputParsingError,
    OutputRefusedError,
)


class Person(BaseModel):
    name: str
    age: int = 0


class Pet(BaseModel):
    kind: Literal["pet"]
    legs: int


class Plant(BaseModel):
    kind: Literal["plant"]
    leaves: int


class Garden(BaseModel):
    tenant: Annotated[Pet | Plant, Field(discriminator="kind")]
    guests: list[Pet | Plant] = []


class Checked(BaseModel):
    pair: tuple[int, str]
    odd: int

    @field_validator("odd")
    @classmethod
    def check_odd(cls, value: int) -> int:
        if value % 2 == 0:
            raise ValueError("must be odd")
        return value


def parse(target: OutputTarget, text: str, **known: Any) -> Any:
    facts: dict[str, Any] = {
        "refusal": None,
        "status": "completed",
        "incomplete_reason": None,
        "response": "R",
    }
    return parse_output(target, text=text, **(facts | known))


@pytest.mark.parametrize(
    "text",
    [
        '{"name": "Ada"}',
        '\n  {"name": "Ada"}\t\n',
        '```json\n{"name": "Ada"}\n```',
        '\n```\r\n{"name": "Ada"}\r\n```\n',
        '```JSON \n\n{"name":\n"Ada"}```',
    ],
)
def test_white_space_and_one_fence_are_taken_off(text: str) -> None:
    assert parse(build_target(Person), text) == Person(name="Ada")


def test_fence_inside_a_value_stays() -> None:
    assert parse(build_target(Person), '{"name": "```json\\nx\\n```"}').name == "```json\nx\n```"
    assert strip_fence("see ```json\n{}\n```") == "see ```json\n{}\n```"


def test_refusal_is_its_own_outcome() -> None:
    with pytest.raises(OutputRefusedError, match="I will not") as caught:
        parse(build_target(Person), "", refusal="I will not", status="incomplete")
    assert (caught.value.response, caught.value.text) == ("R", "I will not")


def test_refusal_with_text_is_parsed() -> None:
    assert parse(build_target(Person), '{"name": "Ada"}', refusal="partly").name == "Ada"


def test_incomplete_is_its_own_outcome() -> None:
    with pytest.raises(OutputIncompleteError, match=r"max_output_tokens") as caught:
        parse(
            build_target(Person), '{"name": "Ad', status="incomplete", incomplete_reason="max_output_tokens"
        )
    assert (caught.value.response, caught.value.text) == ("R", '{"name": "Ad')


@pytest.mark.parametrize("status", ["queued", "in_progress", "failed", "cancelled"])
def test_unfinished_without_text_is_incomplete(status: str) -> None:
    with pytest.raises(OutputIncompleteError, match=status):
        parse(build_target(Person), " ", status=status)


@pytest.mark.parametrize("status", ["in_progress", None, "acme:done"])
def test_text_is_parsed_whatever_an_odd_server_calls_the_status(status: str | None) -> None:
    assert parse(build_target(Person), '{"name": "Ada"}', status=status).name == "Ada"


@pytest.mark.parametrize("kind", [Person, list[Person]], ids=["object", "wrapped"])
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Sure! Here it is", "at character 0"),
        ('{"name": "Ada"', "at character 14"),
        ('{"name": "Ada"} and more', "at character 16"),
        ("", "got no text"),
        ("[" * 200_000, "at character 0"),
        ('"\\ud800"', "at character 0"),
    ],
    ids=["prose", "cut", "tail", "empty", "deep", "surrogate"],
)
def test_no_json_is_its_own_outcome(kind: Any, text: str, shown: str) -> None:
    with pytest.raises(OutputNotJSONError) as caught:
        parse(build_target(kind), text)
    assert shown in str(caught.value)
    assert (caught.value.response, caught.value.text) == ("R", text)
    assert isinstance(caught.value.__cause__, ValueError)


def test_no_json_shows_the_place_only() -> None:
    text = '{"name": "' + "a" * 500 + '" oops, "age": ' + "1" * 500 + "}"
    with pytest.raises(OutputNotJSONError) as caught:
        parse(build_target(Person), text)
    assert "oops" in str(caught.value)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    ("kind", "data", "lines"),
    [
        (Person, {"age": "x"}, ["name: Field required", "age: Input should be a valid integer"]),
        (Person, [1], ["(root): Input should be an object"]),
        (Garden, {"tenant": {"kind": "pet"}}, ["tenant.legs: Field required"]),
        (Garden, {"tenant": {"kind": "rock"}}, ["tenant: Input tag 'rock'"]),
        (
            Garden,
            {"tenant": {"kind": "pet", "legs": 4}, "guests": [{"kind": "pet", "legs": "x"}]},
            ["guests[0].legs: Input", "guests[0].kind: Input", "guests[0].leaves: Field required"],
        ),
        (Checked, {"pair": [1], "odd": 2}, ["pair[1]: Field required", "odd: Value error, must be odd"]),
        (Checked, {"pair": [1, "a", 2], "odd": 1}, ["pair: Tuple should have at most 2 items"]),
        (list[Person], {"value": [{"name": 3}]}, ["[0].name: Input should be a valid string"]),
        (list[Person], [{"name": "Ada"}], ["value: Field required"]),
        (list[Person], {"values": []}, ["value: Field required"]),
        (int | bool, {"value": "x"}, ["(root): Input should be a valid integer"]),
    ],
    ids=str,
)
def test_mismatch_is_its_own_outcome_with_paths(kind: Any, data: Any, lines: list[str]) -> None:
    text = json.dumps(data)
    with pytest.raises(OutputMismatchError) as caught:
        parse(build_target(kind), text)
    said = str(caught.value).splitlines()
    assert len(said) == len(lines)
    for got, expected in zip(said, lines, strict=True):
        assert got.startswith(expected)
    assert (caught.value.response, caught.value.text) == ("R", text)


def test_union_branches_share_one_line() -> None:
    with pytest.raises(OutputMismatchError) as caught:
        parse(build_target(int | bool), '{"value": "x"}')
    assert str(caught.value).count("\n") == 0
    assert " or Input should be a valid boolean" in str(caught.value)


def test_mismatch_has_at_most_five_lines() -> None:
    with pytest.raises(OutputMismatchError) as caught:
        parse(build_target(list[int]), json.dumps({"value": ["x"] * 50}))
    lines = str(caught.value).splitlines()
    assert len(lines) == 5
    assert lines[-1].endswith("(and 45 more)")


def test_outcomes_are_four_kinds_of_one_error() -> None:
    kinds = {OutputRefusedError, OutputIncompleteError, OutputNotJSONError, OutputMismatchError}
    assert all(kind.__mro__[1] is OutputParsingError for kind in kinds)


class Stumbling(BaseModel):
    name: str

    @field_validator("name")
    @classmethod
    def look_up(cls, value: str) -> str:
        return {"Ada": value}[value]


@dataclasses.dataclass(slots=True)
class Slotted:
    x: int


class Open(BaseModel):
    model_config = ConfigDict(extra="allow")
    inside: Slotted


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        (Stumbling, '{"name": "Bob"}', "(root): KeyError: 'Bob'"),
        (
            Open,
            '{"inside": {"x": 1, "y": 2}}',
            "(root): AttributeError: 'Slotted' object has no attribute 'y'",
        ),
    ],
    ids=["validator", "slots"],
)
def test_what_breaks_a_type_is_a_mismatch(kind: Any, text: str, shown: str) -> None:
    with pytest.raises(OutputMismatchError) as caught:
        parse(build_target(kind), text)
    assert str(caught.value).startswith(shown)  # newer Pythons say more of an attribute that cannot be set
    assert caught.value.text == text
    assert caught.value.__cause__ is not None
