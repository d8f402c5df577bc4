"""The `tools` parameter: functions, models and dictionaries in, the flat dictionaries of the body out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from pydantic import BaseModel

from any_llm._tools.callables import build_function_tool
from any_llm._tools.custom import CustomTool
from any_llm._tools.kinds import check_tool
from any_llm.exceptions import InvalidRequestError

NAMED = {"function": "the name of the function", "custom": "the name of the custom tool"}
"""Kinds of tools that a call names, and what their name is called in a message."""


def build_tools(tools: Sequence[Any]) -> list[dict[str, Any]]:
    """Return the wire form of each tool, in order.

    Args:
        tools: functions (also async), pydantic models, flat tool dicts, chat-nested tool dicts, typed tools, custom
            tools of functions.

    Raises:
        InvalidRequestError: something else, a tool without the name that it needs, a name used twice, or a field
            that does not fit the kind of tool.
    """
    if isinstance(tools, str | bytes | Mapping) or not isinstance(tools, Sequence):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without a checker
        raise _refuse("tools", "a list of tools", tools)
    built = [_build_tool(f"tools[{index}]", tool) for index, tool in enumerate(tools)]
    _check_names(built)
    return built


def _build_tool(path: str, tool: Any) -> dict[str, Any]:
    if isinstance(tool, CustomTool):
        return dict(tool.build_param())
    if isinstance(tool, BaseModel):
        return _build_from_wire(path, _dump(path, tool))
    if isinstance(tool, Mapping):
        return _build_from_wire(path, cast("Mapping[str, Any]", tool))
    if callable(tool):
        return build_function_tool(tool)
    raise _refuse(path, "a function, a pydantic model or a tool dict", tool)


def _dump(path: str, tool: BaseModel) -> dict[str, Any]:
    """Return what a typed tool says; its `type` is said even where that is only the class's default."""
    kind = getattr(tool, "type", None)
    if kind is None:
        raise InvalidRequestError(
            f"{path}: expected a function, a pydantic model or a tool dict, got an instance of "
            f"{type(tool).__name__!r}; pass the class",
            param=path,
        )
    said = tool.model_dump(mode="json", by_alias=True, exclude_unset=True, warnings=False)
    return {"type": kind, **said}


def _build_from_wire(path: str, tool: Mapping[str, Any]) -> dict[str, Any]:
    """Return the flat form of a tool dict; only function tools are looked into."""
    nested = tool.get("function")
    if isinstance(nested, Mapping):
        outside = {key: value for key, value in tool.items() if key not in {"type", "function"}}
        tool = {"type": "function", **cast("Mapping[str, Any]", nested), **outside}
    if not isinstance(tool.get("type"), str):
        raise _refuse(f"{path}.type", "the kind of tool, such as 'function'", tool.get("type"))
    if tool["type"] == "function":
        # llama.cpp answers 500 to a null description or parameters; leaving them out says the same.
        tool = {key: value for key, value in tool.items() if value is not None}
    if tool["type"] in NAMED and not isinstance(tool.get("name"), str):
        raise _refuse(f"{path}.name", NAMED[tool["type"]], tool.get("name"))
    check_tool(tool, path)
    return dict(tool)


def _check_names(tools: Sequence[Mapping[str, Any]]) -> None:
    first: dict[tuple[str, str], int] = {}
    for index, tool in enumerate(tools):
        if tool["type"] not in NAMED:
            continue
        earlier = first.setdefault((tool["type"], tool["name"]), index)
        if earlier != index:
            raise InvalidRequestError(
                f"tools[{index}].name: {tool['name']!r} is already the name of tools[{earlier}]",
                param=f"tools[{index}].name",
            )


def _refuse(path: str, expected: str, got: object) -> InvalidRequestError:
    return InvalidRequestError(f"{path}: expected {expected}, got {type(got).__name__!r}", param=path)
