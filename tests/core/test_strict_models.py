"""Tricky types there and back: the schema is one that a strict server takes, and a value survives the way."""

from __future__ import annotations

import datetime
import enum
import uuid
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any, Generic, Literal, NamedTuple, NewType, NotRequired, TypeVar

import pytest
from pydantic import AliasChoices, AliasGenerator, BaseModel, ConfigDict, Field, RootModel, computed_field
from pydantic.alias_generators import to_camel
from typing_extensions import TypeAliasType, TypedDict

from any_llm._text_format.strict import WRAPPER_KEY
from any_llm._text_format.target import NAME, build_target
from tests.support.strict_subset import check_root

T = TypeVar("T")


class Tree(BaseModel):
    value: int
    children: list[Tree] = []


class Husband(BaseModel):
    wife: Wife | None


class Wife(BaseModel):
    husband: Husband | None


class Box(BaseModel, Generic[T]):
    inside: T


class Text(BaseModel):
    kind: Literal["text"]
    text: str


class Picture(BaseModel):
    kind: Literal["picture"]
    width: Annotated[int, Field(gt=0, le=4096, multiple_of=2)]


class Page(BaseModel):
    parts: list[Annotated[Text | Picture, Field(discriminator="kind")]] | None = None


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


class Camel(BaseModel):
    model_config = ConfigDict(alias_generator=AliasGenerator(alias=to_camel), populate_by_name=True)
    first_name: str
    last_name: str | None = None


class Choices(BaseModel):
    town: str = Field(validation_alias=AliasChoices("city", "place"), serialization_alias="city")


class Exact(BaseModel):
    price: Decimal
    day: datetime.date
    when: datetime.datetime
    key: uuid.UUID
    blob: bytes


class Point(NamedTuple):
    x: int
    y: int


class Shape(BaseModel):
    corner: Point
    pair: tuple[int, str]
    tags: frozenset[str]


class Movie(TypedDict):
    name: str
    year: NotRequired[int]


@dataclass(kw_only=True, slots=True)
class Base:
    name: str


@dataclass(kw_only=True, slots=True)
class Derived(Base):
    tags: list[str] = field(default_factory=list)


class Names(RootModel[list[str]]):
    pass


UserId = NewType("UserId", int)
Json = TypeAliasType("Json", "list[Json] | str | int | None")


class Keywords(BaseModel):
    """Fields that are called like words of a schema."""

    type: str
    properties: list[str]
    required: bool
    ref: str = Field(alias="$ref")
    value: int


class Described(BaseModel):
    """A thing."""

    tree: Tree = Field(description="The root of it.")
    code: Annotated[str, Field(pattern="^[A-Z]{3}$", min_length=3, max_length=3)]


class Computed(BaseModel):
    side: int
    _seen: int = 0

    @computed_field  # type: ignore[prop-decorator]  # pydantic's own form
    @property
    def area(self) -> int:
        return self.side**2


class Closed(BaseModel):
    model_config = ConfigDict(extra="forbid")
    a: int


class Empty(BaseModel):
    pass


class Strict(BaseModel):
    model_config = ConfigDict(strict=True)
    day: datetime.date
    pair: tuple[int, int]


class Ärger(BaseModel):
    """A name that the API does not take."""

    größe: int


NOW = datetime.datetime(2026, 1, 2, 3, 4, tzinfo=datetime.UTC)
EXACT = {"price": "1.50", "day": "2026-01-02", "when": NOW, "key": uuid.UUID(int=7), "blob": b"abc"}
THERE_AND_BACK: dict[str, tuple[Any, Any]] = {
    "recursive": (Tree, Tree(value=1, children=[Tree(value=2)])),
    "mutually recursive": (Husband, Husband(wife=Wife(husband=None))),
    "generic": (Box[int], Box[int](inside=1)),
    "generic in generic": (Box[Box[list[Tree]]], Box[Box[list[Tree]]](inside=Box[list[Tree]](inside=[]))),
    "discriminated union in a list in an optional": (Page, Page(parts=[Picture(kind="picture", width=2)])),
    "discriminated union as a root": (
        Annotated[Text | Picture, Field(discriminator="kind")],
        Text(kind="text", text="x"),
    ),
    "whole-number enum": (Level, Level.HIGH),
    "literals of many kinds": (Literal["a", 1, None], 1),
    "aliases made by a generator": (Camel, Camel(first_name="Ada")),
    "alias choices": (Choices, Choices.model_validate({"city": "Rome"})),
    "exact types": (Exact, Exact.model_validate(EXACT)),
    "tuples and sets": (Shape, Shape(corner=Point(1, 2), pair=(1, "a"), tags=frozenset({"x"}))),
    "TypedDict": (Movie, {"name": "Alien", "year": 1979}),
    "dataclass with a base": (Derived, Derived(name="a", tags=["b"])),
    "root model": (Names, Names(["a"])),
    "list": (list[Tree], [Tree(value=1)]),
    "union": (Text | Picture, Picture(kind="picture", width=4)),
    "optional root": (Tree | None, None),
    "new type": (UserId, 7),
    "recursive alias": (Json, [["a", 1], None]),
    "fields called like words of a schema": (
        Keywords,
        Keywords.model_validate({"type": "t", "properties": [], "required": True, "$ref": "#", "value": 1}),
    ),
    "description beside a reference": (Described, Described(tree=Tree(value=1), code="ABC")),
    "computed and private fields": (Computed, Computed(side=2)),
    "closed model": (Closed, Closed(a=1)),
    "empty model": (Empty, Empty()),
    "strict model": (Strict, Strict(day=datetime.date(2026, 1, 2), pair=(1, 2))),
    "name outside ASCII": (Ärger, Ärger(größe=1)),
    "scalar": (int, 7),
}


def write(target: Any, value: Any) -> str:
    """Return what a model would answer: every field, under the name of the schema."""
    built = build_target(target)
    text = built.adapter.dump_json(value, by_alias=True).decode()
    return f'{{"{WRAPPER_KEY}": {text}}}' if built.is_wrapped else text


@pytest.mark.parametrize(("target", "value"), THERE_AND_BACK.values(), ids=THERE_AND_BACK)
def test_there_and_back(target: Any, value: Any) -> None:
    built = build_target(target)
    check_root(built.schema)
    assert NAME.fullmatch(built.name)
    back = built.parse(write(target, value))
    assert back == value
    assert type(back) is type(value)


@pytest.mark.parametrize(("target", "value"), THERE_AND_BACK.values(), ids=THERE_AND_BACK)
def test_without_strict_mode_the_way_is_the_same(target: Any, value: Any) -> None:
    built = build_target(target, strict=False)
    assert built.text_format()["strict"] is False
    assert built.parse(write(target, value)) == value


def test_there_are_enough_of_them() -> None:
    assert len(THERE_AND_BACK) >= 25
