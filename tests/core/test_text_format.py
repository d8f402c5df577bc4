"""`TextFormat`: a name, a description and strict mode beside the type."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from pydantic import BaseModel

from any_llm._core.body import build_body
from any_llm._core.options import split_parameters
from any_llm._text_format.target import build_target
from any_llm._text_format.text_format import TextFormat
from any_llm.exceptions import InvalidRequestError, SchemaNotStrictError
from any_llm.providers.registry import get_row


class Person(BaseModel):
    name: str
    age: int


PERSON = build_target(Person)


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


@pytest.mark.parametrize(
    ("format", "message"),
    [
        (TextFormat(Person, name=3), r"^response_format\.name: expected 1 to 64 letters, .* got 3$"),  # type: ignore[arg-type]
        (TextFormat(Person, description=3), r"^response_format\.description: expected a string, got 3$"),  # type: ignore[arg-type]
        (TextFormat(3), "expected a type or a dict, got 3"),
        (TextFormat({"type": "object"}), "expected a type or a dict, got {'type': 'object'}"),
        (TextFormat(TextFormat(Person)), "expected a type or a dict, got TextFormat"),
    ],
)
def test_what_is_no_format_is_refused(format: Any, message: str) -> None:
    with pytest.raises(InvalidRequestError, match=message):
        build_target(format)


def test_strict_mode_is_the_formats_own() -> None:
    assert build_target(TextFormat(dict[str, int], strict=False), strict=True).strict is False
    with pytest.raises(SchemaNotStrictError):
        build_target(TextFormat(dict[str, int]), strict=False)


def test_formats_of_one_type_share_its_adapter() -> None:
    first = build_target(TextFormat(Person, name="first"))
    second = build_target(TextFormat(Person, name="second"))
    assert first.adapter is second.adapter
    assert (first.name, second.name) == ("first", "second")


def test_a_format_is_a_value() -> None:
    format = TextFormat[Person | None](Person | None, name="perhaps")  # brackets are for checkers only
    assert format == TextFormat(Person | None, name="perhaps")
    assert copy.deepcopy(format) == pickle.loads(pickle.dumps(format)) == format
    assert "perhaps" in repr(format)
    with pytest.raises(AttributeError):
        format.name = "other"  # type: ignore[misc]  # the point of the test
    assert build_target(format).parse('{"value": null}') is None


@pytest.mark.parametrize(("provider", "is_nested"), [("openai", False), ("llamacpp", True), ("local", True)])
def test_a_format_goes_beside_other_members_of_text(provider: str, is_nested: bool) -> None:
    target = build_target(TextFormat(Person, name="person", description="Who.", strict=False))
    fields, options = split_parameters({"text": {"verbosity": "low"}})
    body = build_body("m", "Hi", fields, options, get_row(provider), target).fields
    flat = target.text_format()
    if is_nested:
        named = {key: value for key, value in flat.items() if key != "type"}
        assert body["response_format"] == {"type": "json_schema", "json_schema": named}
        assert body["text"] == {"verbosity": "low"}
    else:
        assert body["text"] == {"verbosity": "low", "format": flat}
