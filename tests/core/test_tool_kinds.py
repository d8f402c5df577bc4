"""Kinds of tools: each that the documents know passes, what does not fit is named; what a provider does not take."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import Any, Literal, NotRequired, Required, get_args, get_origin

import pytest
from typing_extensions import is_typeddict

from any_llm._core.body import RequestBody, build_body
from any_llm._core.check import check_value, get_fields
from any_llm._core.options import split_parameters
from any_llm._tools.kinds import list_kinds
from any_llm._tools.tools import build_tools
from any_llm.exceptions import InvalidRequestError, UnsupportedParameterError
from any_llm.providers.registry import get_row
from any_llm_calls.table import ROWS
from openai_responses_types import tools as models
from openai_responses_types.params import ResponseCreateParams

HINT = get_fields(ResponseCreateParams)[0]["tools"]


def make(hint: Any, *, is_full: bool) -> Any:
    """Return a value that fits a hint, with or without what may be left out."""
    origin = get_origin(hint)
    if origin in (NotRequired, Required):
        return make(get_args(hint)[0], is_full=is_full)
    if origin is Literal:
        return get_args(hint)[0]
    if is_typeddict(hint):
        fields, required = get_fields(hint)
        return {n: make(f, is_full=is_full) for n, f in fields.items() if is_full or n in required}
    if origin is list:
        return [make(get_args(hint)[0], is_full=is_full)]
    if origin is dict or hint is dict:
        return {}
    if get_args(hint):
        return make(get_args(hint)[0], is_full=is_full)
    return {str: "s", bool: True, int: 1, float: 0.5}.get(hint)


def make_tool(kind: str, *, is_full: bool) -> dict[str, Any]:
    tool: dict[str, Any] = make(list_kinds()[kind], is_full=is_full)
    return tool | {"type": kind}


@pytest.mark.parametrize("kind", list_kinds())
def test_each_kind_passes_unchanged(kind: str) -> None:
    for is_full in (False, True):
        tool = make_tool(kind, is_full=is_full)
        (built,) = build_tools([tool])
        assert built == {key: value for key, value in tool.items() if kind != "function" or value is not None}
        check_value([tool], HINT, "tools")


@pytest.mark.parametrize("kind", list_kinds())
def test_each_field_of_a_wrong_form_is_named(kind: str) -> None:
    tool = make_tool(kind, is_full=True)
    hints = get_fields(list_kinds()[kind])[0]
    for name in [name for name in tool if name != "type" and "UnknownValue" not in str(hints[name])]:
        with pytest.raises(InvalidRequestError) as caught:
            build_tools([{"type": "acme:first"}, tool | {name: b"x"}])
        assert str(caught.value).startswith(f"tools[1].{name}: expected"), name
        assert caught.value.param == f"tools[1].{name}"


def test_typed_models_are_sent_as_they_were_set() -> None:
    search = models.WebSearchTool(type="web_search", search_context_size="low")
    custom = models.CustomTool(type="custom", name="sql")
    assert build_tools([search, custom]) == [
        {"type": "web_search", "search_context_size": "low"},
        {"type": "custom", "name": "sql"},
    ]


@pytest.mark.parametrize("syntax", ["lark", "regex"])
def test_grammars_pass_and_their_slips_are_named(syntax: str) -> None:
    grammar = {"type": "grammar", "syntax": syntax, "definition": "start: /a/"}
    tool = {"type": "custom", "name": "sql", "format": grammar}
    assert build_tools([tool]) == [tool]
    with pytest.raises(InvalidRequestError, match=r"^tools\[0\]\.format\.definition: missing"):
        build_tools([tool | {"format": {"type": "grammar", "syntax": syntax}}])


@pytest.mark.parametrize(
    ("tool", "message"),
    [
        (
            {"type": "web_serach"},
            "tools[0].type: unknown kind of tool 'web_serach'; did you mean 'web_search'?",
        ),
        (
            {"type": "mcp", "server_lable": "x"},
            "tools[0].server_lable: unknown key; did you mean 'server_label'?",
        ),
        ({"type": "custom"}, "tools[0].name: expected the name of the custom tool, got 'NoneType'"),
    ],
)
def test_slips_are_named(tool: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidRequestError) as caught:
        build_tools([tool])
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "tool",
    [
        {"type": "acme:search", "depth": 1},
        {"type": "browser_search"},
        {"type": "x_search"},
        {"type": "web_search_2031_01_01"},
        {"type": "code_interpreter"},
        {"type": "web_search", "enable_image_understanding": True},
    ],
    ids=lambda tool: tool["type"],
)
def test_what_vendors_add_passes(tool: dict[str, Any]) -> None:
    assert build_tools([tool]) == [tool]


def get_weather(city: str) -> str:
    """Tell the weather."""
    return city


MIXED: list[Any] = [{"type": "web_search"}, get_weather, {"type": "custom", "name": "sql"}]


def build(tools: Any, provider: str = "llamacpp", **parameters: Any) -> RequestBody:
    fields, options = split_parameters({"tools": tools, **parameters})
    return build_body("m", "Hi", fields, options, get_row(provider), None)


def test_a_kind_that_the_provider_does_not_take_is_refused() -> None:
    with pytest.raises(UnsupportedParameterError) as caught:
        build([get_weather, *MIXED[::2]])
    error = caught.value
    assert (error.parameter, error.provider, error.wire) == ("tools[1]", "llamacpp", "responses")
    assert str(error) == (
        "tools[1]: llamacpp does not take tools of type 'web_search' on the responses wire, only 'function'; "
        "leave it out, or pass drop_params=['tools'] to have such tools dropped [llamacpp]"
    )
    assert error.reason == "the server rejects or ignores tools of types other than 'function'"


def test_rows_without_a_list_take_every_kind() -> None:
    assert {"llamacpp", "local"} <= {row.provider for row in ROWS if row.tools}
    assert not [row.provider for row in ROWS if row.provider == "openai" and row.tools]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(build(MIXED, "openai").fields["tools"]) == 3
        assert build([get_weather]).dropped == ()


@pytest.mark.parametrize("wish", [True, ["tools"], ["store", "tools"]])
def test_tools_are_dropped_on_the_callers_wish(wish: Any) -> None:
    with pytest.warns(UserWarning, match=r"^llamacpp: dropped tools\[0\], tools\[2\]$"):
        body = build(MIXED, drop_params=wish)
    assert body.dropped == ("tools[0]", "tools[2]")
    assert [tool["name"] for tool in body.fields["tools"]] == ["get_weather"]
    with pytest.raises(UnsupportedParameterError):
        build(MIXED, drop_params=["store"])


FUNCTION = {"type": "function", "name": "get_weather"}
CUSTOM = {"type": "custom", "name": "sql"}


@pytest.mark.parametrize(
    ("choice", "left"),
    [
        ("required", "required"),
        (FUNCTION, FUNCTION),
        (CUSTOM, None),
        ({"type": "allowed_tools", "mode": "auto", "tools": [CUSTOM]}, None),
        (
            {"type": "allowed_tools", "mode": "auto", "tools": [CUSTOM, FUNCTION]},
            {"type": "allowed_tools", "mode": "auto", "tools": [FUNCTION]},
        ),
    ],
)
def test_a_choice_of_a_dropped_tool_goes_with_it(choice: Any, left: Any) -> None:
    with pytest.warns(UserWarning, match="^llamacpp: dropped tools"):
        body = build(MIXED, drop_params=True, tool_choice=choice)
    assert body.fields.get("tool_choice") == left
    assert ("tool_choice" in body.dropped) == (left is None)


@pytest.mark.parametrize(("choice", "is_dropped"), [("required", True), ("auto", True), ("none", False)])
def test_no_tool_is_left(choice: str, is_dropped: bool) -> None:
    with pytest.warns(UserWarning, match="^llamacpp: dropped tools"):
        body = build([{"type": "web_search"}], drop_params=True, tool_choice=choice)
    fields: Mapping[str, Any] = body.fields
    assert "tools" not in fields
    assert ("tool_choice" in fields) != is_dropped
