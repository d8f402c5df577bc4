"""Plan a run of the loop: parameters in, everything that is decided before its first request out. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from any_llm._core.transcript import History
from any_llm._tools.loop import LoopPlan
from any_llm._tools.run import BeforeCall, is_async
from any_llm._tools.table import build_tool_table, list_keys
from any_llm._tools.tools import build_tools
from any_llm.exceptions import InvalidRequestError

DEFAULT_MAX_TURNS = 10


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What a caller asked of the run rather than of the server."""

    max_turns: int = DEFAULT_MAX_TURNS
    before_call: BeforeCall | None = None
    handlers: Mapping[str, Callable[..., Any]] = field(default_factory=dict[str, Callable[..., Any]])
    raise_tool_errors: bool = False


OPTIONS = tuple(RunOptions.__dataclass_fields__)


def split_run_parameters(parameters: Mapping[str, Any]) -> tuple[dict[str, Any], RunOptions]:
    """Return the parameters of the calls and the options of the run; a parameter that is None was not given.

    Raises:
        InvalidRequestError: an option has the wrong form.
    """
    given = {name: value for name, value in parameters.items() if value is not None}
    options = RunOptions(**{name: given.pop(name) for name in OPTIONS if name in given})
    if isinstance(options.max_turns, bool) or not isinstance(options.max_turns, int) or options.max_turns < 1:  # pyright: ignore[reportUnnecessaryIsInstance]  # callers may be untyped
        raise InvalidRequestError(
            f"max_turns: expected a whole number of at least 1, got {options.max_turns!r}", param="max_turns"
        )
    if options.before_call is not None and not callable(options.before_call):
        raise InvalidRequestError(
            f"before_call: expected a function, got {options.before_call!r}", param="before_call"
        )
    return given, options


def build_plan(
    parameters: Mapping[str, Any],
    options: RunOptions,
    history: History,
    refused: Sequence[str],
    *,
    is_sync: bool,
) -> LoopPlan:
    """Return the plan of a run.

    Args:
        parameters: parameters of its calls.
        options: options of the run.
        history: who remembers what was said.
        refused: parameters that the provider does not take; `max_tool_calls` then counts in the loop only.
        is_sync: whether async functions are refused.

    Raises:
        InvalidRequestError: a tool has the wrong form, a handler has no tool, or an async tool is in a sync run.
    """
    tools: Sequence[Any] = parameters.get("tools") or ()
    built = build_tools(tools)
    table = build_tool_table(tools, options.handlers)
    for (_, name), function in table.items() if is_sync else ():
        if is_async(function):
            raise InvalidRequestError(f"tool {name!r} is async; run it with arun_tools", param="tools")
    limit = parameters.get("max_tool_calls")
    is_left_out = "max_tool_calls" in refused
    return LoopPlan(
        history=history,
        parameters={
            name: value
            for name, value in parameters.items()
            if not (is_left_out and name == "max_tool_calls")
        },
        table=table,
        names=frozenset(key for tool in built for key in list_keys(tool)),
        max_turns=options.max_turns,
        max_tool_calls=limit,
        refused=frozenset(refused),
    )
