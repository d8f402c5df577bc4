"""Targets: any type round-trips, names are the API's, memory stays flat."""

from __future__ import annotations

import dataclasses
import enum
import gc
import json
import os
import re
import subprocess
import sys
import tracemalloc
import weakref
from pathlib import Path
from typing import Annotated, Any, Generic, Literal, TypeVar

import pytest
from pydantic import BaseModel, ConfigDict, Field, create_model
from typing_extensions import TypedDict

from any_llm._text_format.target import CACHE_SIZE, build_target, name_type
from any_llm.exceptions import (
    InvalidRequestError,
)

T = TypeVar("T")
PROCESS = Path("/proc/self/statm")


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
    parsed = target.parse(text)
    assert parsed == value
    assert type(parsed) is type(value)


def test_loose_target_says_so() -> None:
    target = build_target(dict[str, Any], strict=False)
    assert target.text_format()["strict"] is False
    assert target.parse('{"a": [1]}') == {"a": [1]}


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
    assert target.parse(json.dumps({name: "Ada"})) == NamedOnly(first_name="Ada")


def test_no_type_is_refused_each_time() -> None:
    for _ in range(2):
        with pytest.raises(InvalidRequestError, match=r"^response_format: expected a type or a dict, got 3$"):
            build_target(3)


def use_fresh_type(index: int) -> type[BaseModel]:
    kind = create_model(f"Fresh{index}", name=(str, ...))
    assert build_target(kind).parse('{"name": "Ada"}').name == "Ada"
    if index % 10 == 0:
        assert build_target(list[kind]).parse('{"value": []}') == []  # type: ignore[valid-type]
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
        for index in range(1_500):
            use_fresh_type(index)
        gc.collect()
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert after - before < 1_500_000  # a type that stayed would cost several kB


@pytest.mark.skipif(not PROCESS.exists(), reason="the size of a process is read from /proc")
def test_process_stays_small_over_calls_with_fresh_types() -> None:
    # tracemalloc does not see what pydantic allocates in Rust; a type that stayed would cost 9 kB and more.
    command = [sys.executable, "-m", "tests.support.fresh_types", "2500"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    grown = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    assert int(grown) < 10_000_000
