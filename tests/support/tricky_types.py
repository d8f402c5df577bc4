"""Types that are hard to say in the strict subset, each with a value."""

from __future__ import annotations

import collections
import datetime
import enum
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any, Generic, Literal, NamedTuple, NewType, NotRequired, Required, TypeVar

from pydantic import (
    AliasChoices,
    AliasGenerator,
    AliasPath,
    AnyUrl,
    BaseModel,
    ConfigDict,
    Field,
    RootModel,
    SecretStr,
    WithJsonSchema,
    computed_field,
)
from pydantic.alias_generators import to_camel
from typing_extensions import TypeAliasType, TypedDict

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
    größe: int


class Loose(BaseModel):
    model_config = ConfigDict(extra="allow")
    a: int


class Pathed(BaseModel):
    model_config = ConfigDict(extra="forbid")
    town: str = Field(validation_alias=AliasPath("address", "town"))
    zip: str = Field(validation_alias=AliasChoices(AliasPath("address", "zip"), "zip_code"))


class Swapped(BaseModel):
    a: int = Field(alias="b")
    b: int = Field(alias="a")


class Partly(TypedDict, total=False):
    name: Required[str]
    year: Annotated[int, Field(ge=1888)]


Odd = TypedDict("Odd", {"a b": int, "$ref": str, "": bool, "é": None})


class Gap(NamedTuple):
    x: int
    y: int = 3


class Bounds(BaseModel):
    half: float | None = Field(None, ge=0, lt=1, description="Up to one.")
    odd: Annotated[int | str, Field(json_schema_extra={"minimum": 3, "x-unit": "m"})]
    never: bool = Field(False, json_schema_extra={"examples": [True], "deprecated": True, "x-a": 1})
    short: Annotated[str, Field(max_length=0)] = ""
    written: Annotated[int, WithJsonSchema({"type": "integer", "$defs": {"x": {}}, "format": "int32"})] = 1
    closed: Annotated[dict[str, int], WithJsonSchema({"type": "object", "additionalProperties": False})] = {}
    money: Annotated[Decimal, Field(ge=0, decimal_places=2, max_digits=6)] = Decimal("1.25")


@dataclass
class Made:
    name: str
    made: int = field(init=False, default=3)


class Flags(enum.IntFlag):
    A = 1
    B = 2


class Half(enum.Enum):
    HALF = 0.5
    NONE = None
    YES = True


class Everything(BaseModel):
    link: AnyUrl
    secret: SecretStr
    span: datetime.timedelta
    time: datetime.time
    queue: collections.deque[int]
    many: Sequence[Level]
    rest: tuple[int, ...]


T_ = TypeVar("T_")
Pair = TypeAliasType("Pair", "tuple[T_, T_]", type_params=(T_,))
Long = type("L" * 300, (Closed,), {"__module__": __name__})
LongPage = type(
    "P" * 300, (BaseModel,), {"__annotations__": {"a": Long, "b": list[Long]}, "__module__": __name__}
)


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
    "open model": (Loose, Loose(a=1)),
    "alias that is a path": (Pathed, Pathed.model_validate({"address": {"town": "Rome", "zip": "1"}})),
    "aliases that are each other's names": (Swapped, Swapped.model_validate({"a": 1, "b": 2})),
    "TypedDict that is not total": (Partly, {"name": "Alien", "year": 1979}),
    "TypedDict with odd keys": (Odd, {"a b": 1, "$ref": "x", "": True, "é": None}),
    "named tuple with a default": (list[Gap], [Gap(1), Gap(1, 2)]),
    "constraints of many kinds": (Bounds, Bounds(half=0.5, odd=3)),
    "dataclass with a field that is not given": (Made, Made("a")),
    "flags": (Flags, Flags.B),
    "enum of odd values": (list[Half], [Half.HALF, Half.NONE, Half.YES]),
    "types with a form of their own": (
        Everything,
        Everything.model_validate(
            {"link": "https://a.b/c", "secret": "s", "span": "P1DT2S", "time": "03:04:05"}
            | {"queue": [1], "many": [2], "rest": [1, 2]}
        ),
    ),
    "generic alias": (Pair[int], (1, 2)),
    "long names": (LongPage, LongPage.model_validate({"a": {"a": 1}, "b": []})),
    "literal of an enum": (Literal[Level.LOW, "x"], Level.LOW),
    "bool or number": (Literal[1, True, "1"], True),
    "nothing": (type(None), None),
    "nested optionals": (list[list[Tree | None] | None] | None, [[None], None]),
}
