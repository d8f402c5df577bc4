"""Tools: four shapes, one wire form; docstrings in three styles; what cannot be a tool says why."""

from __future__ import annotations

import copy
import enum
import functools
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated, Any, Generic, Literal, TypeVar

import pytest
from pydantic import BaseModel, ConfigDict, Field, RootModel
from typing_extensions import TypedDict

from any_llm._tools.callables import build_function_tool
from any_llm._tools.docstrings import parse_docstring
from any_llm._tools.tools import build_tools
from any_llm.exceptions import AnyLLMError, InvalidRequestError

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


class GetWeather(BaseModel):
    """Tell the weather of a city."""

    city: str = Field(description="Name of the city.")
    unit: Literal["celsius", "fahrenheit"]


WIRE: dict[str, Any] = {
    "type": "function",
    "name": "get_weather",
    "description": "Tell the weather of a city.",
    "parameters": {
        "type": "object",
        "properties": {
            "city": {"type": "string", "description": "Name of the city."},
            "unit": {"type": "string", "enum": ["celsius", "fahrenheit"]},
        },
        "required": ["city", "unit"],
        "additionalProperties": False,
    },
    "strict": True,
}
NESTED = {"type": "function", "function": {key: value for key, value in WIRE.items() if key != "type"}}


def rename(model: type[BaseModel], name: str) -> type[BaseModel]:
    return type(name, (model,), {"__doc__": model.__doc__, "__module__": __name__})


@pytest.mark.parametrize(
    "tool",
    [get_weather, rename(GetWeather, "get_weather"), WIRE, NESTED],
    ids=["function", "model", "flat", "nested"],
)
def test_four_shapes_give_the_same_wire_json(tool: Any) -> None:
    before = copy.deepcopy(tool)
    (built,) = build_tools([tool])
    assert json.dumps(built, sort_keys=True) == json.dumps(WIRE, sort_keys=True)
    assert list(built) == list(WIRE)
    if isinstance(tool, dict):
        assert tool == before
        assert built is not tool


def test_model_class_keeps_its_name_and_docstring() -> None:
    tool = build_function_tool(GetWeather)
    assert (tool["name"], tool["description"]) == ("GetWeather", "Tell the weather of a city.")
    assert tool["parameters"] == WIRE["parameters"]


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

    def __call__(self, text: str) -> str:
        """Say it."""
        return text


def logged(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)

    return wrapper


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


def takes_args(*values: int) -> None: ...
def takes_kwargs(**values: int) -> None: ...
def takes_position(value: int, /) -> None: ...
def takes_unknown(value: Missing) -> None: ...  # type: ignore[name-defined]  # noqa: F821  # the point of the test
def takes_nested_unknown(value: list["Missing"]) -> None: ...  # type: ignore[name-defined]  # noqa: F821, UP037
def takes_service(value: Service) -> None: ...
def takes_callable(value: Callable[[], int]) -> None: ...


class Generically(BaseModel, Generic[T]):
    value: T


class Table(RootModel[dict[str, int]]):
    pass


class Numbers(RootModel[list[int]]):
    pass


class HoldsService(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=True)
    service: Service


@pytest.mark.parametrize(
    ("function", "parts"),
    [
        (takes_args, ["'takes_args'", "'*values: int'", "list"]),
        (takes_kwargs, ["'takes_kwargs'", "'**values: int'", "name them"]),
        (takes_position, ["'takes_position'", "'value: int'", "'/'"]),
        (takes_unknown, ["'takes_unknown'", "Missing"]),
        (takes_nested_unknown, ["'takes_nested_unknown'", "Missing"]),
        (takes_service, ["'takes_service'", "Service"]),
        (takes_callable, ["'takes_callable'", "Callable"]),
        (HoldsService, ["'HoldsService'"]),
        (lambda: 1, ["'<lambda>'", "named function"]),
        (Generically[int], ["'Generically[int]'", "64 letters"]),
        (Table, ["'Table'", "named fields"]),
        (Numbers, ["'Numbers'", "named fields"]),
        (dict.get, ["'get'"]),
        (dict, ["'dict'"]),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_what_cannot_be_a_tool_says_why(function: Any, parts: list[str]) -> None:
    with pytest.raises(InvalidRequestError) as caught:
        build_function_tool(function)
    assert caught.value.param == "tools"
    assert "\n" not in str(caught.value)
    for part in parts:
        assert part in str(caught.value)


class TypedTool(BaseModel):
    model_config = ConfigDict(extra="allow")
    type: Literal["function"] = "function"
    name: str
    description: str | None = None
    parameters: dict[str, Any] | None = None
    cache_control: str | None = Field(None, alias="cacheControl")


class SearchTool(BaseModel):
    type: str
    user_location: str | None = None


def test_typed_tools_are_dumped_as_they_were_set() -> None:
    built = build_tools(
        [TypedTool(name="a", description=None, cacheControl="x", vendor=1), SearchTool(type="web_search")]
    )
    assert built == [
        {"type": "function", "name": "a", "cacheControl": "x", "vendor": 1},
        {"type": "web_search"},
    ]


def test_nulls_are_left_out_of_function_tools_only() -> None:
    flat = {"type": "function", "name": "a", "description": None, "parameters": None, "strict": None}
    nested = {"type": "function", "function": {"name": "b", "description": None, "strict": False}}
    hosted = {"type": "mcp", "server_label": "x", "allowed_tools": None}
    assert build_tools([flat, nested, hosted]) == [
        {"type": "function", "name": "a"},
        {"type": "function", "name": "b", "strict": False},
        hosted,
    ]


def test_nested_tool_keeps_what_stands_beside_the_function() -> None:
    nested = {"function": {"name": "a"}, "cache_control": {"type": "ephemeral"}}
    assert build_tools([nested]) == [
        {"type": "function", "name": "a", "cache_control": {"type": "ephemeral"}},
    ]


def test_a_name_is_used_once() -> None:
    with pytest.raises(InvalidRequestError) as caught:
        build_tools([get_weather, {"type": "web_search"}, NESTED])
    assert str(caught.value) == "tools[2].name: 'get_weather' is already the name of tools[0]"
    assert build_tools([{"type": "mcp", "name": "x"}, {"type": "mcp", "name": "x"}])


@pytest.mark.parametrize(
    ("tools", "message"),
    [
        ([get_weather, "x"], "tools[1]: expected a function, a pydantic model or a tool dict, got 'str'"),
        ([None], "tools[0]: expected a function, a pydantic model or a tool dict, got 'NoneType'"),
        ([{"name": "x"}], "tools[0].type: expected the kind of tool, such as 'function', got 'NoneType'"),
        ([{"type": "function"}], "tools[0].name: expected the name of the function, got 'NoneType'"),
        ("get_weather", "tools: expected a list of tools, got 'str'"),
        (WIRE, "tools: expected a list of tools, got 'dict'"),
        (get_weather, "tools: expected a list of tools, got 'function'"),
    ],
    ids=["string", "none", "no type", "no name", "name", "dict", "function"],
)
def test_anything_else_is_refused_with_its_place(tools: Any, message: str) -> None:
    with pytest.raises(AnyLLMError) as caught:
        build_tools(tools)
    assert str(caught.value) == message


def test_instance_instead_of_class_says_so() -> None:
    with pytest.raises(InvalidRequestError, match=r"^tools\[0\]: .* instance of 'Place'; pass the class$"):
        build_tools([Place(city="Rome", country="IT")])


GOOGLE = """Find a train.

    It may be late.

    Args:
        origin: Where it
            starts: a station.

            Really.
        *stops (list[str]): On the way.
        day (str, optional): When.

    Keyword Args:
        fast: Only fast ones.

    Raises:
        ValueError: no train.
    """
NUMPY = """Find a train.

    It may be late.

    Parameters
    ----------
    origin : str
        Where it
        starts: a station.

        Really.
    *stops
        On the way.
    day, night : str, optional
        When.

    Returns
    -------
    Train
        The train.
    """
SPHINX = """Find a train.

    It may be late.

    :param origin: Where it
        starts: a station.

        Really.
    :type origin: str
    :param list[str] *stops: On the way.
    :keyword str day: When.
    :returns: the train.
    :raises ValueError: no train.
    """
COMMON = {"origin": "Where it starts: a station. Really.", "stops": "On the way.", "day": "When."}


@pytest.mark.parametrize(
    ("text", "parameters"),
    [(GOOGLE, COMMON | {"fast": "Only fast ones."}), (NUMPY, COMMON | {"night": "When."}), (SPHINX, COMMON)],
    ids=["google", "numpy", "sphinx"],
)
def test_docstring_styles(text: str, parameters: dict[str, str]) -> None:
    docstring = parse_docstring(text)
    assert docstring.description == "Find a train.\n\nIt may be late."
    assert docstring.parameters == parameters


@pytest.mark.parametrize(
    ("text", "description"),
    [
        (None, ""),
        ("", ""),
        ("One line.", "One line."),
        ("\n    First\n    paragraph.\n\n    @param x epytext\n", "First\nparagraph."),
        ("Look.\n\nReturns:\n    int: a number.\n", "Look."),
        ("Look.\n\nReturns\n-------\nint\n", "Look."),
        ("Note: this is no section.", "Note: this is no section."),
        ("Args:\n  x: only this", ""),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_docstring_without_parameters(text: str | None, description: str) -> None:
    docstring = parse_docstring(text)
    assert docstring.description == description
    assert docstring.parameters in ({}, {"x": "only this"})
