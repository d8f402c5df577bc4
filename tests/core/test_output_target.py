"""Targets and answers: any type round-trips, four failures stay apart, memory stays flat."""

from __future__ import annotations

import dataclasses
import enum
import gc
import json
import re
import tracemalloc
import weakref
from typing import Annotated, Any, Generic, Literal, TypeVar

import pytest
from pydantic import BaseModel, ConfigDict, Field, create_model, field_validator
from typing_extensions import TypedDict

from any_llm._text_format.parse import parse_output, strip_fence
from any_llm._text_format.target import CACHE_SIZE, OutputTarget, build_target, name_type
from any_llm.exceptions import (
    InvalidRequestError,
    OutputIncompleteError,
    OutputMismatchError,
    OutputNotJSONError,
    OutputParsingError,
    OutputRefusedError,
)

T = TypeVar("T")


class Person(BaseModel):
    name: str
    age: int = 0


@dataclasses.dataclass
class Point:
    x: float
    y: float = 0.0


class Movie(TypedDict):
    name: str
    year: int


class Color(enum.Enum):
    RED = "red"
    GREEN = "green"


class Pet(BaseModel):
    kind: Literal["pet"]
    legs: int


class Plant(BaseModel):
    kind: Literal["plant"]
    leaves: int


class Page(BaseModel, Generic[T]):
    items: list[T]


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


class Exact(BaseModel):
    model_config = ConfigDict(strict=True)
    color: Color
    pair: tuple[int, int]


class NamedOnly(BaseModel):
    model_config = ConfigDict(validate_by_name=True, validate_by_alias=False)
    first_name: str = Field(alias="firstName")


KINDS: list[tuple[Any, str, bool, Any, Any]] = [
    (Person, "Person", False, {"name": "Ada", "age": 36}, Person(name="Ada", age=36)),
    (Point, "Point", False, {"x": 1.5, "y": 2.0}, Point(1.5, 2.0)),
    (Movie, "Movie", False, {"name": "Ran", "year": 1985}, {"name": "Ran", "year": 1985}),
    (list[Person], "list_Person", True, [{"name": "Ada"}], [Person(name="Ada")]),
    (Pet | Plant, "Pet_or_Plant", True, {"kind": "plant", "leaves": 3}, Plant(kind="plant", leaves=3)),
    (Color, "Color", True, "red", Color.RED),
    (
        Page[Person],
        "Page_Person",
        False,
        {"items": [{"name": "Ada"}]},
        Page[Person](items=[Person(name="Ada")]),
    ),
    (Annotated[int, Field(ge=1)], "int", True, 7, 7),
    (Literal["yes", "no"], "yes_or_no", True, "no", "no"),
    (Person | None, "Person_or_None", True, None, None),
    (
        list[Exact],
        "list_Exact",
        True,
        [{"color": "red", "pair": [1, 2]}],
        [Exact(color=Color.RED, pair=(1, 2))],
    ),
]


def parse(target: OutputTarget, text: str, **known: Any) -> Any:
    facts: dict[str, Any] = {
        "refusal": None,
        "status": "completed",
        "incomplete_reason": None,
        "response": "R",
    }
    return parse_output(target, text=text, **(facts | known))


@pytest.mark.parametrize(
    ("kind", "name", "is_wrapped", "data", "value"), KINDS, ids=[row[1] for row in KINDS]
)
def test_every_kind_of_type_round_trips(
    kind: Any, name: str, is_wrapped: bool, data: Any, value: Any
) -> None:
    target = build_target(kind)
    assert (target.name, target.is_wrapped, target.strict) == (name, is_wrapped, True)
    assert target.text_format() == {
        "type": "json_schema",
        "name": name,
        "schema": target.schema,
        "strict": True,
    }
    text = json.dumps({"value": data} if is_wrapped else data)
    parsed = parse(target, text)
    assert parsed == value
    assert type(parsed) is type(value)


def test_loose_target_says_so() -> None:
    target = build_target(dict[str, Any], strict=False)
    assert target.text_format()["strict"] is False
    assert parse(target, '{"a": [1]}') == {"a": [1]}


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (dict[str, list[int]], "dict_str_list_int"),
        (Literal["ä ö"], "output"),
        (create_model("N" * 90), "N" * 64),
        (create_model("Größe <1>"), "Gr_e_1"),
    ],
    ids=str,
)
def test_name_is_one_the_api_takes(kind: Any, name: str) -> None:
    assert name_type(kind) == name
    assert re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", name)


def test_target_is_built_once_per_type() -> None:
    assert build_target(Person) is build_target(Person)
    assert build_target(Person) is not build_target(Person, strict=False)


def test_equal_types_that_differ_are_not_mixed_up() -> None:
    first, second = int | str, str | int
    assert first == second
    assert build_target(first).name == "int_or_str"
    assert build_target(second).name == "str_or_int"


def test_alias_of_the_schema_is_the_alias_read() -> None:
    target = build_target(NamedOnly)
    (name,) = target.schema["properties"]
    assert parse(target, json.dumps({name: "Ada"})) == NamedOnly(first_name="Ada")


def test_no_type_is_refused_each_time() -> None:
    for _ in range(2):
        with pytest.raises(InvalidRequestError, match=r"^response_format: expected a type or a dict, got 3$"):
            build_target(3)


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


def use_fresh_type(index: int) -> type[BaseModel]:
    kind = create_model(f"Fresh{index}", name=(str, ...))
    assert parse(build_target(kind), '{"name": "Ada"}').name == "Ada"
    if index % 10 == 0:
        assert parse(build_target(list[kind]), '{"value": []}') == []  # type: ignore[valid-type]
    return kind


def test_only_the_last_types_are_kept_alive() -> None:
    alive = [weakref.ref(use_fresh_type(index)) for index in range(5 * CACHE_SIZE)]
    gc.collect()
    assert sum(reference() is not None for reference in alive) <= CACHE_SIZE


@pytest.mark.slow
def test_memory_stays_flat_over_fresh_types() -> None:
    tracemalloc.start()
    try:
        for index in range(2 * CACHE_SIZE):
            use_fresh_type(index)
        gc.collect()
        before, _ = tracemalloc.get_traced_memory()
        for index in range(5_000):
            use_fresh_type(index)
        gc.collect()
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert after - before < 5_000_000
