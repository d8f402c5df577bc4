"""Types → schemas: what comes out is inside the strict subset, or an error names the place."""

from __future__ import annotations

import copy
import datetime
import enum
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Generic, Literal, TypeVar

import pytest
from pydantic import AnyUrl, BaseModel, ConfigDict, Field, Json, RootModel, TypeAdapter
from typing_extensions import TypeAliasType, TypedDict

from any_llm._text_format.rewrites import STRICT_REWRITES, map_schema
from any_llm._text_format.strict import build_strict, strict_json_schema
from tests.support.strict_subset import check_root

T = TypeVar("T")


class Node(BaseModel):
    value: int
    next: Node | None = Field(None, description="The node after this one.")
    children: list[Node] = []


class Cat(BaseModel):
    kind: Literal["cat"] = "cat"
    lives: int = Field(9, ge=0, le=9)


class Dog(BaseModel):
    kind: Literal["dog"] = "dog"
    name: str = Field(min_length=1, max_length=20, description="How it is called.")


class Owner(BaseModel):
    pet: Cat | Dog = Field(discriminator="kind")


class Defaults(BaseModel):
    title: str = "untitled"
    default: int = 3
    note: str | None = None
    when: datetime.datetime = datetime.datetime(2026, 1, 1)
    odd: Any = Field(default=object(), exclude=True, json_schema_extra={"type": "string"})


class Page(BaseModel, Generic[T]):
    items: list[T]
    cursor: str | None = None


class Color(enum.Enum):
    """What paint there is."""

    RED = "red"
    GREEN = "green"


class Mixed(enum.Enum):
    ONE = 1
    TWO = "two"


class Painted(BaseModel):
    color: Color = Field(Color.RED, description="The colour of the wall.")
    other: Color
    mixed: Mixed


class Constrained(BaseModel):
    count: Annotated[int, Field(gt=0, lt=10, multiple_of=2)]
    code: Annotated[str, Field(pattern="^[A-Z]+$", min_length=2)]
    secret: Annotated[str, Field(json_schema_extra={"pattern": "^(?!x)", "x-vendor": True})]
    link: AnyUrl
    price: Decimal
    tags: Annotated[set[str], Field(min_length=1, max_length=5)]
    pair: tuple[int, str]
    point: tuple[float, float]
    json_text: Json[list[int]]
    blob: bytes
    seconds: datetime.timedelta


class Aliased(BaseModel):
    model_config = ConfigDict(populate_by_name=True, extra="allow")
    first_name: str = Field(alias="firstName")
    last_name: str = Field(validation_alias="lastName")


class Literals(BaseModel):
    one: Literal["only"]
    many: Literal["a", "b"]
    mixed: Literal["a", 1, True, None]


@dataclass
class Point:
    x: float
    y: float = 0.0


class Shape(BaseModel):
    corners: list[Point]


class Movie(TypedDict, total=False):
    name: str
    year: int


class Roots(RootModel[list[Point]]):
    pass


class Nothing(BaseModel):
    pass


class Extra(BaseModel):
    extra: dict[str, int]


class Extras(BaseModel):
    items: list[Extra]


TreeOfInts = TypeAliasType("TreeOfInts", "list[TreeOfInts | int]")

TRICKY: list[Any] = [
    Node,
    Owner,
    Defaults,
    Page[Cat | Dog],
    Page[Page[int]],
    Painted,
    Constrained,
    Aliased,
    Literals,
    Shape,
    Movie,
    Point,
    Nothing,
    list[Node],
    Roots,
    Color,
    Cat | Dog,
    Annotated[Cat | Dog, Field(discriminator="kind")],
    TreeOfInts,
    int,
]


@pytest.mark.parametrize("target", TRICKY, ids=str)
def test_strict_schema_is_in_subset(target: Any) -> None:
    check_root(strict_json_schema(target))


@pytest.mark.parametrize("target", TRICKY, ids=str)
def test_schema_is_not_shared_between_calls(target: Any) -> None:
    strict_json_schema(target)["properties"]["spoiled"] = 1
    check_root(strict_json_schema(target))


def test_rewrites_do_not_mutate_their_argument() -> None:
    schema = TypeAdapter(Constrained).json_schema()
    before = copy.deepcopy(schema)
    for rewrite in STRICT_REWRITES:
        map_schema(schema, rewrite)
    assert schema == before


def test_recursive_root_is_opened_and_kept_as_definition() -> None:
    schema = strict_json_schema(Node)
    assert list(schema["properties"]) == ["value", "next", "children"]
    assert schema["properties"]["next"] == {
        "anyOf": [{"$ref": "#/$defs/Node"}, {"type": "null"}],
        "description": "The node after this one.",
    }
    assert "Node" in schema["$defs"]


def test_discriminated_union_becomes_any_of() -> None:
    pet = strict_json_schema(Owner)["properties"]["pet"]
    assert pet == {"anyOf": [{"$ref": "#/$defs/Cat"}, {"$ref": "#/$defs/Dog"}]}


def test_fields_with_defaults_are_required_with_their_own_type() -> None:
    schema = strict_json_schema(Defaults)
    assert schema["properties"]["title"] == {"type": "string"}
    assert schema["properties"]["default"] == {"type": "integer"}
    assert schema["properties"]["note"] == {"anyOf": [{"type": "string"}, {"type": "null"}]}
    assert schema["required"] == ["title", "default", "note", "when", "odd"]


def test_reference_with_description_is_wrapped() -> None:
    schema = strict_json_schema(Painted)
    assert schema["properties"]["color"] == {
        "description": "The colour of the wall.",
        "anyOf": [{"$ref": "#/$defs/Color"}],
    }
    assert schema["properties"]["other"] == {"$ref": "#/$defs/Color"}
    assert schema["$defs"]["Color"]["description"] == "What paint there is."
    assert schema["$defs"]["Mixed"] == {"enum": [1, "two"], "type": ["integer", "string"]}


def test_constraints_outside_the_subset_are_said_in_words() -> None:
    fields = strict_json_schema(Constrained)["properties"]
    assert fields["count"] == {
        "type": "integer",
        "exclusiveMinimum": 0,
        "exclusiveMaximum": 10,
        "multipleOf": 2,
    }
    assert fields["code"] == {"type": "string", "pattern": "^[A-Z]+$", "description": "length at least 2"}
    assert fields["secret"]["description"] == "pattern: ^(?!x); x-vendor: true"
    assert fields["tags"]["description"] == "no two items alike"
    assert (fields["tags"]["minItems"], fields["tags"]["maxItems"]) == (1, 5)
    assert "format: uri" in fields["link"]["description"]
    assert fields["seconds"]["format"] == "duration"
    described = strict_json_schema(Dog)["properties"]["name"]["description"]
    assert set(described.removeprefix("How it is called. (").removesuffix(")").split("; ")) == {
        "length at least 1",
        "length at most 20",
    }


def test_tuples_keep_their_length_and_say_their_order() -> None:
    fields = strict_json_schema(Constrained)["properties"]
    assert fields["pair"]["description"] == "in this order: integer, string"
    assert fields["pair"]["items"] == {"anyOf": [{"type": "integer"}, {"type": "string"}]}
    assert (fields["pair"]["minItems"], fields["pair"]["maxItems"]) == (2, 2)
    assert fields["point"] == {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}


def test_tuple_with_a_tail_takes_both() -> None:
    written = {
        "type": "object",
        "properties": {
            "a": {"type": "array", "prefixItems": [{"type": "integer"}], "items": {"type": "string"}},
        },
    }
    schema = build_strict(written)
    check_root(schema)
    assert schema["properties"]["a"]["items"] == {"anyOf": [{"type": "integer"}, {"type": "string"}]}


def test_aliases_are_the_names_on_the_wire() -> None:
    assert strict_json_schema(Aliased)["required"] == ["firstName", "lastName"]


@pytest.mark.parametrize("target", [list[Node], Roots, Color, Cat | Dog, int, TreeOfInts], ids=str)
@pytest.mark.parametrize("strict", [True, False])
def test_other_roots_are_wrapped_with_definitions_hoisted(target: Any, strict: bool) -> None:
    schema = strict_json_schema(target, strict=strict)
    assert schema["required"] == ["value"]
    assert schema["additionalProperties"] is False
    assert "$defs" not in schema["properties"]["value"]


def test_loose_schema_is_what_pydantic_says() -> None:
    assert strict_json_schema(Extras, strict=False) == TypeAdapter(Extras).json_schema()
    assert strict_json_schema(dict[str, int], strict=False) == TypeAdapter(dict[str, int]).json_schema()


def test_single_all_of_is_unwrapped() -> None:
    written = {
        "type": "object",
        "properties": {"a": {"allOf": [{"$ref": "#/$defs/A"}], "description": "x"}, "b": {"const": None}},
        "$defs": {"A": {"type": "integer"}},
    }
    schema = build_strict(written)
    check_root(schema)
    assert schema["properties"]["a"] == {"description": "x", "anyOf": [{"$ref": "#/$defs/A"}]}
    assert schema["properties"]["b"] == {"const": None, "type": "null"}
