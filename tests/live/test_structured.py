"""Structured output on the embedded model: a grammar from each kind of schema, real answers.

The model is small: where it is not sure of the value, only what the type promises is looked at.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field
from typing_extensions import TypedDict

import any_llm

pytestmark = [pytest.mark.live, pytest.mark.xdist_group("live")]

IN_PARIS = "Ada lives in Paris, France. Extract the person."
ALIEN = "Alien came out in 1979. Extract the movie."
YES_OR_NO = "Is water wet? Answer yes or no."


class City(BaseModel):
    name: str
    country: str


class Person(BaseModel):
    name: str
    home: City


class Answer(enum.Enum):
    YES = "yes"
    NO = "no"


class Cat(BaseModel):
    kind: Literal["cat"]
    name: str


class Dog(BaseModel):
    kind: Literal["dog"]
    name: str


class Node(BaseModel):
    value: int
    next: Node | None


@dataclass
class Point:
    x: int
    y: int


class Movie(TypedDict):
    title: str
    year: int


class Reading(BaseModel):
    celsius: Annotated[int, Field(ge=-50, le=50)] | None
    note: Literal["ok", "broken"] | None = None


class Config(BaseModel):
    options: dict[str, int]


ADA = Person(name="Ada", home=City(name="Ada", country="France"))
MOVIE = Movie(title="Alien", year=1979)
CASES: dict[str, tuple[str, Any, Any]] = {
    "nested": (IN_PARIS, Person, ADA),
    "enum": (YES_OR_NO, Answer, Answer.YES),
    "literal": (YES_OR_NO, Literal["yes", "no"], "yes"),
    "union": ("Rex is a dog. Extract the animal.", Cat | Dog, Dog(kind="dog", name="Rex")),
    "recursive": ("A list with the one value 7. Extract the list.", Node, Node(value=7, next=None)),
    "dataclass": ("The point is x=3, y=4. Extract the point.", Point, Point(3, 4)),
    "TypedDict": (ALIEN, Movie, MOVIE),
    "not strict": (
        IN_PARIS,
        any_llm.TextFormat(Person, strict=False, name="person", description="Who."),
        ADA,
    ),
    "free-form": (
        "The width is 3. Extract the options.",
        any_llm.TextFormat(Config, strict=False),
        Config(options={"width": 3}),
    ),
}


def ask(model: str, prompt: str, target: Any, **options: Any) -> Any:
    response = any_llm.responses(
        model, prompt, response_format=target, temperature=0, max_output_tokens=80, **options
    )
    return response.output_parsed


@pytest.mark.parametrize(("prompt", "target", "value"), CASES.values(), ids=CASES)
def test_each_kind_of_type_comes_back(local_model: str, prompt: str, target: Any, value: Any) -> None:
    answer = ask(local_model, prompt, target)
    assert answer == value
    assert type(answer) is type(value)


def test_a_list_of_models_as_long_as_it_may_be(local_model: str) -> None:
    first = Annotated[list[City], Field(min_length=1, max_length=1)]
    (city,) = ask(local_model, "Paris is in France. Extract the city.", first)
    assert city.name == "Paris"


def test_verbosity_goes_beside_the_format(local_model: str) -> None:
    prompt = "It is 20 degrees celsius. Extract the reading."
    reading = ask(local_model, prompt, Reading, text={"verbosity": "low"})
    assert reading.celsius == 20
    assert reading.note in {"ok", "broken", None}


def test_a_stream_grows_into_the_value(local_model: str) -> None:
    with any_llm.responses(
        local_model, ALIEN, response_format=Movie, stream=True, temperature=0, max_output_tokens=80
    ) as stream:
        seen = [(stream.partial, stream.partial_parsed) for _ in stream]
        assert stream.get_final_response().output_parsed == MOVIE
    assert seen[0] == ({}, None)
    assert {"title": "Alien"} in [partial for partial, _ in seen]
    assert seen[-1] == (MOVIE, MOVIE)
