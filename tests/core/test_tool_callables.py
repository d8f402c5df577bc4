"""Functions and classes as tools: every form of callable, every kind of parameter, and what cannot be a tool."""

from __future__ import annotations

import enum
import functools
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, TypeVar

import pytest
from pydantic import BaseModel, Field, validate_call
from typing_extensions import TypedDict

from any_llm._tools.callables import build_function_tool

T = TypeVar("T")


class Unit(enum.Enum):
    C = "celsius"
    F = "fahrenheit"


class Place(BaseModel):
    city: str
    country: str = Field(min_length=2, description="ISO code.")


@dataclass
class Span:
    """From one day to another."""

    start: str
    end: str


@dataclass
class Undocumented:
    days: int
    more: list[int] = field(default_factory=list)


class Query(TypedDict):
    text: str


def get_weather(
    city: Annotated[str, Field(description="Name of the city.")], unit: Literal["celsius", "fahrenheit"]
) -> str:
    """Tell the weather of a city."""
    return f"{city} {unit}"


async def plan(
    place: Place,
    spans: list[Span],
    unit: Unit = Unit.C,
    tags: list[str] | None = None,
    limit: int = Field(5, ge=1, description="How many."),
) -> None:
    """Plan a trip.

    All of it.

    Args:
        place: Where it goes.
        spans (list[Span]): When, in order;
            may overlap: yes.
        unit (Callable[[int], str], optional): Which degrees.
        limit: Not this text.

    Returns:
        None: nothing.
    """


def test_async_function_with_models_and_defaults() -> None:
    tool = build_function_tool(plan)
    assert (tool["name"], tool["description"], tool["strict"]) == (
        "plan",
        "Plan a trip.\n\nAll of it.",
        False,
    )
    fields = tool["parameters"]["properties"]
    assert tool["parameters"]["required"] == ["place", "spans"]
    assert fields["place"] == {"$ref": "#/$defs/Place", "description": "Where it goes."}
    assert fields["spans"]["description"] == "When, in order; may overlap: yes."
    assert fields["unit"]["description"] == "Which degrees."
    assert fields["unit"]["default"] == "celsius"
    assert fields["limit"] == {"type": "integer", "minimum": 1, "default": 5, "description": "How many."}
    assert "description" not in fields["tags"]
    assert "title" not in json.dumps(tool)


def strict_nested(place: Place, unit: Unit) -> None:
    """Go.

    :param place: Where.
    """


def test_strict_when_nothing_has_a_default() -> None:
    tool = build_function_tool(strict_nested)
    assert tool["strict"] is True
    assert tool["parameters"]["properties"]["place"] == {
        "description": "Where.",
        "anyOf": [{"$ref": "#/$defs/Place"}],
    }
    assert tool["parameters"]["$defs"]["Place"]["additionalProperties"] is False


def loose(anything, table: dict[str, int]):
    pass


def test_loose_when_a_parameter_has_no_strict_schema() -> None:
    tool = build_function_tool(loose)
    assert tool == {
        "type": "function",
        "name": "loose",
        "parameters": {
            "type": "object",
            "properties": {
                "anything": {},
                "table": {"type": "object", "additionalProperties": {"type": "integer"}},
            },
            "required": ["anything", "table"],
        },
        "strict": False,
    }


@dataclass
class Train:
    """A train.

    Attributes:
        origin: Where it starts.
        fast: Not this text.
    """

    origin: str
    fast: Annotated[bool, Field(description="Only fast ones.")]


def test_fields_of_a_class_are_described_by_its_docstring() -> None:
    tool = build_function_tool(Train)
    assert tool["description"] == "A train."
    assert tool["parameters"]["properties"] == {
        "origin": {"type": "string", "description": "Where it starts."},
        "fast": {"type": "boolean", "description": "Only fast ones."},
    }


def no_parameters() -> None:
    pass


def test_no_parameters_is_an_empty_strict_object() -> None:
    assert build_function_tool(no_parameters)["parameters"] == {
        "type": "object",
        "properties": {},
        "required": [],
        "additionalProperties": False,
    }


def awkward(
    _x: int, schema: str, model_config: str, json: Annotated[str, Field(alias="q")], self: int
) -> None:
    pass


def test_parameter_names_are_never_changed() -> None:
    tool = build_function_tool(awkward)
    assert tool["parameters"]["required"] == ["_x", "schema", "model_config", "json", "self"]
    assert tool["strict"] is True


class Service:
    """A service."""

    def __init__(self, host: str) -> None:
        self.host = host

    def ask(self, question: str) -> str:
        """Ask it."""
        return question

    @classmethod
    def count(cls, limit: int) -> int:
        """Count."""
        return limit

    @staticmethod
    def ping(times: int) -> int:
        """Ping."""
        return times

    ask_twice = functools.partialmethod(ask, question="Really?")

    def __call__(self, text: str) -> str:
        """Say it."""
        return text


def logged(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)

    return wrapper


@validate_call
def checked(limit: Annotated[int, Field(gt=0)]) -> int:
    """Check."""
    return limit


def optional_first(a: int = 0, /, b: str = "x") -> None:
    """Only b has a name."""


@pytest.mark.parametrize(
    ("function", "name", "description", "properties"),
    [
        (Service("h").ask, "ask", "Ask it.", ["question"]),
        (Service.count, "count", "Count.", ["limit"]),
        (Service.ping, "ping", "Ping.", ["times"]),
        (Service("h"), "Service", "Say it.", ["text"]),
        (Service, "Service", "A service.", ["host"]),
        (Span, "Span", "From one day to another.", ["start", "end"]),
        (Undocumented, "Undocumented", None, ["days", "more"]),
        (Query, "Query", None, ["text"]),
        (functools.partial(get_weather, "Rome"), "get_weather", "Tell the weather of a city.", ["unit"]),
        (functools.partial(get_weather, city="Rome"), "get_weather", "Tell the weather of a city.", ["unit"]),
        (functools.partial(Service, host="h"), "Service", "A service.", []),
        (logged(get_weather), "get_weather", "Tell the weather of a city.", ["city", "unit"]),
        (
            functools.partial(get_weather, unit="celsius"),
            "get_weather",
            "Tell the weather of a city.",
            ["city"],
        ),
        (Service("h").ask_twice, "ask", "Ask it.", []),
        (checked, "checked", "Check.", ["limit"]),
        (optional_first, "optional_first", "Only b has a name.", ["b"]),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_every_callable_is_a_tool(
    function: Any, name: str, description: str | None, properties: list[str]
) -> None:
    tool = build_function_tool(function)
    assert (tool["name"], tool.get("description")) == (name, description)
    assert list(tool["parameters"]["properties"]) == properties


COLOURS = ["red"]


def list_colours(schema: dict[str, Any]) -> None:
    schema["enum"] = [*COLOURS]


def paint(colour: Annotated[str, Field(json_schema_extra=list_colours)]) -> None:
    """Paint."""


def test_tool_says_what_its_types_say_at_the_time_of_the_call(monkeypatch: pytest.MonkeyPatch) -> None:
    assert build_function_tool(paint)["parameters"]["properties"]["colour"]["enum"] == ["red"]
    monkeypatch.setitem(globals(), "COLOURS", ["red", "blue"])
    assert build_function_tool(paint)["parameters"]["properties"]["colour"]["enum"] == ["red", "blue"]
