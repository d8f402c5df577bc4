"""Tricky types there and back: the schema is one that a strict server takes, and a value survives the way."""

from __future__ import annotations

import json
from typing import Any

import pytest

from any_llm._text_format.strict import WRAPPER_KEY
from any_llm._text_format.target import build_target
from tests.support.strict_subset import check_format, fits
from tests.support.tricky_types import THERE_AND_BACK, Bounds, Choices, Computed, Everything, Pathed


def write(target: Any, value: Any) -> str:
    """Return what a model would answer: every field, under the name of the schema."""
    built = build_target(target)
    text = built.adapter.dump_json(value, by_alias=True).decode()
    if target in (Choices, Pathed):  # a path, or a choice of aliases, is for reading only
        text = text.replace('"zip"', '"zip_code"')
    if target is Everything:
        text = text.replace("**********", "s")
    return f'{{"{WRAPPER_KEY}": {text}}}' if built.is_wrapped else text


@pytest.mark.parametrize(("target", "value"), THERE_AND_BACK.values(), ids=THERE_AND_BACK)
def test_there_and_back(target: Any, value: Any) -> None:
    built = build_target(target)
    check_format(built.text_format())
    text = write(target, value)
    data = json.loads(text)
    if target is Computed:
        del data["area"]  # what is computed is written, never read
    assert fits(data, built.schema, built.schema.get("$defs", {}))
    back = built.parse(text)
    assert back == value
    assert type(back) is type(value)


@pytest.mark.parametrize(("target", "value"), THERE_AND_BACK.values(), ids=THERE_AND_BACK)
def test_without_strict_mode_the_way_is_the_same(target: Any, value: Any) -> None:
    built = build_target(target, strict=False)
    assert built.text_format()["strict"] is False
    assert built.parse(write(target, value)) == value


def test_constraints_are_kept_or_told() -> None:
    fields = build_target(Bounds).schema["properties"]
    assert fields["half"]["description"] == "Up to one."
    assert fields["half"]["anyOf"][0] == {"type": "number", "minimum": 0, "exclusiveMaximum": 1}
    assert fields["odd"]["description"] == "minimum: 3; x-unit: m"
    assert fields["never"] == {"type": "boolean", "description": "x-a: 1"}
    assert fields["short"] == {"type": "string", "description": "length at most 0"}
    assert fields["written"] == {"type": "integer", "description": "format: int32"}
