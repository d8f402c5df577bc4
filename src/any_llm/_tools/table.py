"""The functions behind the tools of a run: tools and handlers in, what to run for each name out."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from any_llm._tools.custom import CustomTool, check_text_function
from any_llm._tools.signature import read_signature
from any_llm._tools.tools import build_tools
from any_llm.exceptions import InvalidRequestError

RUNNABLE = ("function", "custom")


def build_tool_table(
    tools: Sequence[Any], handlers: Mapping[str, Callable[..., Any]]
) -> dict[tuple[str, str], Callable[..., Any]]:
    """Return the function of each tool that has one, by kind (`function` or `custom`) and name.

    Args:
        tools: as `tools=` takes them. Functions and custom tools bring their function; a class and a dict do not.
        handlers: functions by the name of their tool, also of one inside a namespace; they go before the tool's own.

    Raises:
        InvalidRequestError: a tool has the wrong form, a handler names no tool, or cannot be called by one.
    """
    built = build_tools(tools)
    table: dict[tuple[str, str], Callable[..., Any]] = {}
    for tool, param in zip(tools, built, strict=True):
        if isinstance(tool, CustomTool):
            table["custom", tool.name] = tool.function
        elif callable(tool) and not isinstance(tool, type):
            table["function", str(param["name"])] = tool
    keys = [key for param in built for key in list_keys(param)]
    for name, handler in handlers.items():
        table |= dict.fromkeys(_find_keys(name, handler, keys), handler)
    return table


def list_keys(param: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield kind and name of a tool that a client runs, or of those in a namespace."""
    if param["type"] in RUNNABLE:
        yield str(param["type"]), str(param.get("name"))
    elif param["type"] == "namespace":
        for tool in param.get("tools") or ():
            yield from list_keys(tool)


def _find_keys(
    name: str, handler: Callable[..., Any], keys: Sequence[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Return the keys of the tools that a handler is for."""
    found = [key for key in keys if key[1] == name]
    if not found:
        names = sorted({known for _, known in keys})
        near = difflib.get_close_matches(str(name), names, 1, 0.6)
        hint = f"did you mean {near[0]!r}?" if near else f"the tools are: {', '.join(names) or 'none'}"
        raise _refuse(name, f"no tool of that name; {hint}")
    if not callable(handler) or isinstance(handler, type):
        raise _refuse(name, f"expected a function, got {handler!r}")
    for kind, _ in found:
        if kind == "custom":
            check_text_function(name, handler)
        else:
            read_signature(handler)  # now, not in the middle of a run
    return found


def _refuse(name: str, reason: str) -> InvalidRequestError:
    return InvalidRequestError(f"handlers[{name!r}]: {reason}", param="handlers")
