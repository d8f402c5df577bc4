"""Custom tools: a function that takes the text a model writes, and the grammar of that text."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from inspect import Parameter
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from any_llm._tools.callables import TOOL_NAME, describe_function
from any_llm._tools.signature import ANNOTATION_FAULTS, get_name
from any_llm.exceptions import InvalidRequestError

if TYPE_CHECKING:
    from openai_responses_types.params import CustomTool as CustomToolParam

Syntax: TypeAlias = Literal["lark", "regex"]
TextFunction: TypeAlias = Callable[[str], object] | Callable[[str], Awaitable[object]]
BY_POSITION = (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)


@dataclass(frozen=True, slots=True)
class CustomTool:
    """A tool whose input is text, not JSON; made by `any_llm.custom_tool`."""

    function: TextFunction = field(repr=False)
    name: str
    description: str = ""
    grammar: str | None = field(default=None, repr=False)
    syntax: Syntax = "lark"

    def build_param(self) -> CustomToolParam:
        """Return the tool as a request has it."""
        param: CustomToolParam = {"type": "custom", "name": self.name}
        if self.description:
            param["description"] = self.description
        if self.grammar is not None:
            param["format"] = {"type": "grammar", "syntax": self.syntax, "definition": self.grammar}
        return param


def custom_tool(
    function: TextFunction,
    *,
    name: str | None = None,
    description: str | None = None,
    grammar: str | None = None,
    syntax: Syntax = "lark",
) -> CustomTool:
    """Make a tool of a function that takes text as the model wrote it: code, a query, a patch.

    Args:
        function: takes one string; sync or async.
        name: what the model calls it; by default the function's name.
        description: what it is for; by default what the function's docstring says.
        grammar: what the text has to follow; by default any text will do.
        syntax: notation of the grammar.

    Raises:
        InvalidRequestError: no usable name, the function does not take one string, or another syntax.
    """
    found = get_name(function) if name is None else name
    if not TOOL_NAME.fullmatch(found):
        raise _refuse(found, "expected a name of 1 to 64 letters, digits, '_' or '-'; pass name=")
    if syntax not in get_args(Syntax):
        raise _refuse(found, f"syntax: expected 'lark' or 'regex', got {syntax!r}")
    if grammar is not None and not isinstance(grammar, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers may be untyped
        raise _refuse(found, f"grammar: expected a string, got {type(grammar).__name__!r}")
    check_text_function(found, function)
    said = describe_function(function) if description is None else description
    return CustomTool(function, found, said, grammar, syntax)


def check_text_function(name: str, function: Any) -> None:
    """Raise if a function cannot be called with one string.

    Raises:
        InvalidRequestError: it is no function, needs more, or wants something else.
    """
    if not callable(function):
        raise _refuse(name, f"expected a function, got {type(function).__name__!r}")
    try:
        parameters = list(inspect.signature(function, eval_str=True).parameters.values())
    except ANNOTATION_FAULTS:
        return  # a builtin without a signature, or names that only checkers know; the call will tell
    needed = [p for p in parameters if p.default is Parameter.empty and p.kind not in TAKES_NOTHING]
    first = next((p for p in parameters if p.kind in (*BY_POSITION, Parameter.VAR_POSITIONAL)), None)
    if first is None or any(parameter is not first for parameter in needed):
        raise _refuse(name, "expected a function of one string")
    if first.annotation not in (Parameter.empty, str, object, Any):
        raise _refuse(name, f"expected a function of one string, got parameter {str(first)!r}")


TAKES_NOTHING = (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD)


def _refuse(name: str, reason: str) -> InvalidRequestError:
    return InvalidRequestError(f"custom tool {name!r}: {reason}", param="tools")
