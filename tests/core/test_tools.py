"""Tools of a request: four shapes, one wire form; what is no tool is refused with its place."""

from __future__ import annotations

import copy
import inspect
import json
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, create_model

from any_llm._core.check import check_value, get_fields
from any_llm._tools.arguments import parse_arguments
from any_llm._tools.callables import build_function_tool
from any_llm._tools.tools import build_tools
from any_llm.exceptions import AnyLLMError, InvalidRequestError
from openai_responses_types.params import ResponseCreateParams


class Place(BaseModel):
    city: str
    country: str


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


HINT = get_fields(ResponseCreateParams)[0]["tools"]
TYPES = st.sampled_from([str, int, bool, float, list[str], Place, Literal["a", "b"]])
NAMES = st.sampled_from(
    ["city", "unit", "schema", "model_config", "json", "copy", "_x", "self", "class_", "größe"]
)


@settings(deadline=None, max_examples=50)
@given(
    fields=st.dictionaries(NAMES, TYPES, max_size=4),
    text=st.sampled_from(["", "Find it.", "Find it.\n\nFast."]),
)
def test_four_shapes_of_any_tool_give_the_same_wire_json(fields: dict[str, Any], text: str) -> None:
    parameters = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=kind)
        for name, kind in fields.items()
    ]

    def find(**arguments: Any) -> None: ...

    find.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    find.__doc__ = text
    aliased = {
        f"field_{index}": (kind, Field(alias=name)) for index, (name, kind) in enumerate(fields.items())
    }
    model = create_model("find", __module__=__name__, **aliased)  # type: ignore[call-overload]
    model.__doc__ = text
    (wire,) = build_tools([find])
    nested = {"type": "function", "function": {key: value for key, value in wire.items() if key != "type"}}
    for shape in (model, wire, nested):
        assert json.dumps(build_tools([shape])[0]) == json.dumps(wire)
    check_value([wire], HINT, "tools")
    raw = json.dumps({name: SAMPLES[str(kind)] for name, kind in fields.items()})
    assert parse_arguments(find, raw) == {
        name: READ.get(str(kind), SAMPLES[str(kind)]) for name, kind in fields.items()
    }


SAMPLES: dict[str, Any] = {
    str(str): "s",
    str(int): 1,
    str(bool): True,
    str(float): 0.5,
    str(list[str]): ["s"],
    str(Place): {"city": "Rome", "country": "IT"},
    str(Literal["a", "b"]): "b",
}
READ = {str(Place): Place(city="Rome", country="IT")}
