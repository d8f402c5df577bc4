"""What can be read of a JSON text that is still being written."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel
from typing_extensions import TypedDict

from any_llm._text_format.partial import parse_partial, validate_partial
from any_llm._text_format.target import build_target
from any_llm._text_format.text_format import TextFormat
from any_llm.exceptions import InvalidRequestError


class Person(BaseModel):
    name: str
    age: int


class Movie(TypedDict, total=False):
    name: str
    cast: list[str]


PERSON = build_target(Person)
PEOPLE = build_target(list[Person])
MOVIE = build_target(Movie, strict=False)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("  ", {}),
        ("{", {}),
        ('{"na', {}),
        ('{"name": "A', {"name": "A"}),
        ('{"name": "A\\', {"name": "A"}),
        ('{"name": "A\\u00', {"name": "A"}),
        ('{"name": "A\\ud83d', {"name": "A"}),
        ('{"name": "3', {"name": "3"}),
        ('{"name": "Ada", "age": 3', {"name": "Ada"}),
        ('{"name": "Ada", "age": -', {"name": "Ada"}),
        ('{"name": "Ada", "age": 3.5e', {"name": "Ada"}),
        ('{"name": "Ada", "age": tru', {"name": "Ada"}),
        ('{"name": "Ada", "age": 36}', {"name": "Ada", "age": 36}),
        ('{"name": "Ada", "age": 36} and so on', {"name": "Ada", "age": 36}),
        ('```json\n{"name": "Ada"', {"name": "Ada"}),
        ("``", {}),
        ("```js", {}),
        ("Ada is 36", {}),
        ("[1, 2", {}),
    ],
)
def test_the_object_so_far(text: str, expected: dict[str, Any]) -> None:
    assert parse_partial(PERSON, text) == expected


def is_grown(before: Any, after: Any) -> bool:
    """Say whether a value is what another one may have become."""
    if isinstance(before, dict):
        return isinstance(after, dict) and all(
            name in after and is_grown(value, after[name]) for name, value in before.items()
        )
    if isinstance(before, list):
        return (
            isinstance(after, list)
            and len(before) <= len(after)
            and all(is_grown(*pair) for pair in zip(before, after, strict=False))
        )
    if isinstance(before, str):
        return isinstance(after, str) and after.startswith(before)
    return bool(type(before) is type(after) and before == after)


@settings(max_examples=60, deadline=None)
@given(value=st.dictionaries(st.text(), VALUES), is_ascii=st.booleans())
def test_it_only_grows(value: dict[str, Any], is_ascii: bool) -> None:
    text = json.dumps(value, ensure_ascii=is_ascii)
    before: dict[str, Any] = {}
    for end in range(len(text) + 1):
        after = parse_partial(PERSON, text[:end])
        assert is_grown(before, after), text[:end]
        validate_partial(MOVIE, text[:end])
        before = after
    assert before == value


@pytest.mark.parametrize(
    "text", ['"\ud800', '{"a": "\ud800"}', "[" * 5000, '{"a":' * 5000, "9" * 6000, "\x00"]
)
def test_nothing_raises(text: str) -> None:
    parse_partial(PERSON, text)
    validate_partial(PERSON, text)


def test_a_root_that_is_no_object_stands_under_value() -> None:
    assert parse_partial(PEOPLE, '{"value": [{"name": "A') == {"value": [{"name": "A"}]}
    assert parse_partial(PEOPLE, '{"other": 1}') == {}


def test_lists_and_dicts_are_validated_before_their_end() -> None:
    text = '{"value": [{"name": "Ada", "age": 36}, {"name": "Bo'
    assert validate_partial(PEOPLE, text) == [Person(name="Ada", age=36)]
    assert validate_partial(MOVIE, '{"name": "Alien", "cast": ["Sig') == {"name": "Alien", "cast": ["Sig"]}


def test_a_model_is_validated_when_it_has_what_it_needs() -> None:
    assert validate_partial(PERSON, '{"name": "Ada"') is None
    assert validate_partial(PERSON, '{"name": "Ada", "age": 36,') == Person(name="Ada", age=36)
    assert validate_partial(PEOPLE, "{") is None


def test_a_format_says_more_than_its_type() -> None:
    built = build_target(TextFormat(Person, name="person", description="Who.", strict=False))
    assert built.text_format() == {
        "type": "json_schema",
        "name": "person",
        "description": "Who.",
        "schema": build_target(Person, strict=False).schema,
        "strict": False,
    }
    assert build_target(TextFormat(Person)).text_format() == PERSON.text_format()


@pytest.mark.parametrize("name", ["", "a b", "ä", "x" * 65])
def test_a_name_outside_the_limits_is_refused(name: str) -> None:
    with pytest.raises(InvalidRequestError, match="expected 1 to 64 letters"):
        build_target(TextFormat(Person, name=name))
