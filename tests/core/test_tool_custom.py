"""Custom tools of functions, and the table of what a run can call."""

from __future__ import annotations

import functools
from typing import Any

import pytest
from pydantic import BaseModel

from any_llm._core.check import check_value, get_fields
from any_llm._tools.custom import CustomTool, custom_tool
from any_llm._tools.table import build_tool_table
from any_llm._tools.tools import build_tools
from any_llm.exceptions import InvalidRequestError
from openai_responses_types.params import ResponseCreateParams

HINT = get_fields(ResponseCreateParams)[0]["tools"]


def run_sql(query: str) -> str:
    """Run a query.

    Args:
        query: SQL.
    """
    return query


async def run_later(query: str) -> str:
    return query


class Shell:
    def run(self, text: str, timeout: int = 3) -> str:
        return text


def get_weather(city: str) -> str:
    return city


class Place(BaseModel):
    city: str


def build(tool: CustomTool) -> dict[str, Any]:
    (built,) = build_tools([tool])
    check_value([built], HINT, "tools")
    return built


def test_a_function_gives_name_and_description() -> None:
    assert build(custom_tool(run_sql)) == {"type": "custom", "name": "run_sql", "description": "Run a query."}
    assert build(custom_tool(run_later)) == {"type": "custom", "name": "run_later"}
    assert build(custom_tool(run_sql, name="sql", description="")) == {"type": "custom", "name": "sql"}


@pytest.mark.parametrize(
    "function", [Shell().run, functools.partial(run_sql), lambda text: text, str.upper, print]
)
def test_any_function_of_one_string_will_do(function: Any) -> None:
    assert build(custom_tool(function, name="x", description="d"))["name"] == "x"


def unheard(text: Unheard) -> None: ...  # type: ignore[name-defined]  # noqa: F821  # the point of the test


def test_a_hint_that_only_checkers_know_is_no_hindrance() -> None:
    assert build(custom_tool(unheard))["name"] == "unheard"


def test_a_grammar_goes_into_the_format() -> None:
    assert build(custom_tool(run_sql, grammar="start: /a/"))["format"] == {
        "type": "grammar",
        "syntax": "lark",
        "definition": "start: /a/",
    }
    assert build(custom_tool(run_sql, grammar="a+", syntax="regex"))["format"]["syntax"] == "regex"


def two(a: str, b: str) -> None: ...
def number(a: int) -> None: ...
def nothing() -> None: ...
def keyword(*, a: str) -> None: ...


@pytest.mark.parametrize(
    ("function", "options", "part"),
    [
        (two, {}, "custom tool 'two': expected a function of one string"),
        (nothing, {}, "expected a function of one string"),
        (keyword, {}, "expected a function of one string"),
        (number, {}, "expected a function of one string, got parameter 'a: int'"),
        ("run", {"name": "x"}, "expected a function, got 'str'"),
        (lambda text: text, {}, "pass name="),
        (run_sql, {"name": "a b"}, "custom tool 'a b': expected a name"),
        (run_sql, {"syntax": "ebnf"}, "syntax: expected 'lark' or 'regex', got 'ebnf'"),
        (run_sql, {"grammar": 1}, "grammar: expected a string, got 'int'"),
    ],
)
def test_what_is_no_custom_tool_says_why(function: Any, options: dict[str, Any], part: str) -> None:
    with pytest.raises(InvalidRequestError) as caught:
        custom_tool(function, **options)
    assert part in str(caught.value)
    assert caught.value.param == "tools"


FLAT = {"type": "function", "name": "find"}
SQL = {"type": "custom", "name": "sql"}
CRM = {
    "type": "namespace",
    "name": "crm",
    "description": "d",
    "tools": [{"type": "function", "name": "get_user"}],
}


def anything(**arguments: Any) -> None: ...


def test_functions_are_found_by_kind_and_name() -> None:
    custom = custom_tool(run_sql, name="get_weather")
    tools = [get_weather, custom, Place, FLAT, SQL, CRM, {"type": "web_search"}]
    assert build_tool_table(tools, {}) == {
        ("function", "get_weather"): get_weather,
        ("custom", "get_weather"): run_sql,
    }
    handlers = {"find": anything, "sql": run_sql, "get_user": anything, "Place": anything}
    assert build_tool_table(tools, handlers) == build_tool_table(tools, {}) | {
        ("function", "find"): anything,
        ("custom", "sql"): run_sql,
        ("function", "get_user"): anything,
        ("function", "Place"): anything,
    }
    assert build_tool_table([get_weather], {"get_weather": anything}) == {
        ("function", "get_weather"): anything
    }


@pytest.mark.parametrize(
    ("tools", "handlers", "message"),
    [
        ([FLAT], {"fnd": anything}, "handlers['fnd']: no tool of that name; did you mean 'find'?"),
        ([], {"x": anything}, "handlers['x']: no tool of that name; the tools are: none"),
        ([FLAT], {"find": 3}, "handlers['find']: expected a function, got 3"),
        ([FLAT], {"find": Place}, f"handlers['find']: expected a function, got {Place!r}"),
    ],
)
def test_handlers_without_a_tool_are_refused(tools: Any, handlers: Any, message: str) -> None:
    with pytest.raises(InvalidRequestError) as caught:
        build_tool_table(tools, handlers)
    assert str(caught.value) == message
    assert caught.value.param == "handlers"


def test_handlers_that_cannot_take_the_call_are_refused_before_the_run() -> None:
    def star(*values: int) -> None: ...

    with pytest.raises(InvalidRequestError, match=r"parameter '\*values: int'"):
        build_tool_table([FLAT], {"find": star})
    with pytest.raises(InvalidRequestError, match="custom tool 'sql': expected a function of one string"):
        build_tool_table([SQL], {"sql": number})
