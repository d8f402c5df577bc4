"""What can be read of a JSON text that is still being written."""

from __future__ import annotations

import json
import re
import time
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, field_validator
from typing_extensions import TypedDict

from any_llm._text_format.parse import strip_fence
from any_llm._text_format.partial import parse_partial, validate_partial
from any_llm._text_format.target import OutputTarget, build_target


class Person(BaseModel):
    name: str
    age: int


class Movie(TypedDict, total=False):
    name: str
    cast: list[str]


PERSON = build_target(Person)
PEOPLE = build_target(list[Person])
MOVIE = build_target(Movie, strict=False)
ANYTHING = build_target(dict[str, Any], strict=False)
LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
)
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
        ('{"name": "A\nB"', {"name": "A"}),
        ('{"name": "A\x01', {"name": "A"}),
        ('{"name": "A\\x', {"name": "A"}),
        ('{"name": "A\ud800', {"name": "A"}),
        ('{"name": "\\"1", "age": 3', {"name": '"1'}),
        ('{"name": "the', {"name": "the"}),
        ('{"name": true', {"name": True}),
        ('{"name": "A", "age": 01', {"name": "A"}),
        ('{"name": "A" "B"', {"name": "A"}),
        ('see ```json\n{"name": "A"', {}),
        (' \n```JSON \r\n{"name": "A"}\n```\nDone.', {"name": "A"}),
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


def read_every_prefix(target: OutputTarget, text: str) -> dict[str, Any]:
    """Check that what is read only grows, and return what is read in the end."""
    before: dict[str, Any] = {}
    for end in range(len(text) + 1):
        after = parse_partial(target, text[:end])
        assert is_grown(before, after), text[:end]
        validate_partial(target, text[:end])
        before = after
    return before


@settings(max_examples=60, deadline=None)
@given(
    value=st.dictionaries(st.text(), VALUES),
    is_ascii=st.booleans(),
    indent=st.sampled_from([None, 1]),
    fence=st.sampled_from(["", "```json\n", "\n```\r\n"]),
)
def test_it_only_grows(value: dict[str, Any], is_ascii: bool, indent: int | None, fence: str) -> None:
    text = fence + json.dumps(value, ensure_ascii=is_ascii, indent=indent) + ("\n```" if fence else "")
    assert read_every_prefix(PERSON, text) == value
    assert validate_partial(ANYTHING, text) == value


@settings(max_examples=100, deadline=None)
@given(
    value=st.dictionaries(st.text(), VALUES, max_size=3),
    place=st.floats(0, 1),
    foreign=st.text(max_size=3)
    | st.sampled_from(['"', "\\", "\n", "}", "]", ":", ",", "1", "-", "e", "tru", "\ud83d"]),
)
def test_it_only_grows_where_the_text_is_no_json(value: dict[str, Any], place: float, foreign: str) -> None:
    text = json.dumps(value)
    cut = int(place * len(text))
    text = text[:cut] + foreign + text[cut:]
    assume(not has_twins(text))
    read_every_prefix(PERSON, text)


def has_twins(text: str) -> bool:
    """Say whether a text may name a key twice: then the last value counts, as in the whole."""
    names = re.findall(r'"([^"]*)"\s*:', text)
    return len(names) != len(set(names))


DOCUMENTS = [
    '{"name": "Ada", "age": 36}',
    '{"name":"Ada \\"the first\\" \\\\ Lovelace\\u00e9\\ud83d\\ude00\\n","age":-1.50e+10}',
    '\n  {\r\n\t"name" : null ,\n"age": [ ] }  \n',
    '```json\n{"name": true, "age": {"a": {"b": [false, [], {}]}}}\n```',
    '```\n{"age": 0}\n```\nI hope this helps! {"age": 1}',
    '{"name": "e1: 3.5, -", "age": [1, 22, 333], "": ""}',
    '{"name": "日本語 😀 é", "": {"": 12345678901234567890123}}',
    '{"a": [{"b": [{"c": "d"}, 1]}, "```json\\n{}"], "e": "true"}',
    '{"name": "Ada", "age": 36, and so on',
    'Sure! Here it is:\n{"name": "Ada"}',
    '{"value": [{"name": "Ada", "age": 36}, {"name": "Bob", "age": 7}]}',
    '{"value": "red", "other": 1}',
]


@pytest.mark.parametrize("text", DOCUMENTS)
@pytest.mark.parametrize("target", [PERSON, PEOPLE, MOVIE, ANYTHING], ids=lambda target: target.name)
def test_every_prefix_of_a_document(target: OutputTarget, text: str) -> None:
    last = read_every_prefix(target, text)
    whole = strip_fence(text)
    if not target.is_wrapped and whole.startswith("{") and whole.endswith("}"):
        assert last == json.loads(whole)


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "' + "1" * 25_000 + "x" + "1" * 25_000,
        '{"a": "' + '\\"' * 25_000,
        " " * 50_000,
        "```" + " " * 50_000,
    ],
    ids=["digits", "escapes", "spaces", "fence"],
)
def test_long_texts_are_read_in_one_go(text: str) -> None:
    start = time.perf_counter()
    parse_partial(PERSON, text)
    assert time.perf_counter() - start < 1  # it was 3.5 s when the end was looked for at every digit


class Stumbling(BaseModel):
    name: str

    @field_validator("name")
    @classmethod
    def look_up(cls, value: str) -> str:
        return {"Ada": value}[value]


def test_a_validator_that_fails_on_half_a_value_does_no_harm() -> None:
    target = build_target(Stumbling)
    assert validate_partial(target, '{"name": "Ad') is None
    assert validate_partial(target, '{"name": "Ada') == Stumbling(name="Ada")


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
