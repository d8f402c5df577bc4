"""Run the calls of one turn: pending calls in, executions out, in the same order. The functions are the caller's.

What a function raises goes back to the model as the output of its call; only what is no `Exception` gets out.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeAlias

import anyio
import anyio.to_thread

from any_llm._tools.arguments import parse_arguments
from any_llm._tools.decisions import Decision, PendingCall
from any_llm._tools.loop import build_refusal
from any_llm._tools.outcome import ToolExecution
from any_llm.exceptions import InvalidRequestError
from any_llm.items import build_call_output
from openresponses_types.calls import InvalidArguments

BeforeCall: TypeAlias = Callable[[PendingCall], Decision | Awaitable[Decision]]
"""A caller's hook; only async runs can wait for one that is async."""


def run_calls(
    calls: Sequence[PendingCall], before_call: BeforeCall | None, *, raises: bool
) -> list[ToolExecution]:
    """Run calls one after the other; the hook is asked about all of them before the first one runs."""
    decided = [_decide(call, call.approve() if before_call is None else before_call(call)) for call in calls]
    return [_run(call, raises=raises) if isinstance(call, PendingCall) else call for call in decided]


async def arun_calls(
    calls: Sequence[PendingCall], before_call: BeforeCall | None, *, raises: bool
) -> list[ToolExecution]:
    """Run async functions side by side, and sync ones one after the other in a thread beside them."""
    decided: list[PendingCall | ToolExecution] = []
    for call in calls:
        decision = call.approve() if before_call is None else before_call(call)
        decided.append(_decide(call, await decision if inspect.isawaitable(decision) else decision))
    executions: list[ToolExecution | None] = [
        None if isinstance(call, PendingCall) else call for call in decided
    ]

    async def run_one(index: int, call: PendingCall) -> None:
        executions[index] = await _arun(call)

    in_turn: list[tuple[int, PendingCall]] = []
    async with anyio.create_task_group() as group:
        for index, prepared in enumerate(decided):
            if isinstance(prepared, PendingCall) and is_async(prepared.function):
                group.start_soon(run_one, index, prepared)
            elif isinstance(prepared, PendingCall):
                in_turn.append((index, prepared))
        for index, waiting in in_turn:
            await run_one(index, waiting)
    done = [execution for execution in executions if execution is not None]
    for execution in done if raises else ():
        if isinstance(execution.error, Exception):
            raise execution.error
    return done


def is_async(function: Callable[..., Any]) -> bool:
    """Say whether calling a function gives something to await."""
    while isinstance(function, partial):
        function = function.func
    return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(
        getattr(type(function), "__call__", None)  # noqa: B004  # an instance whose class is callable
    )


def _decide(call: PendingCall, decision: object) -> PendingCall | ToolExecution:
    """Return the call as the hook left it, or the outcome of a call that must not run."""
    if not isinstance(decision, Decision):
        if inspect.iscoroutine(decision):
            decision.close()
        raise InvalidRequestError(
            f"before_call: expected call.approve(), call.edit(...) or call.refuse(...), got {decision!r}",
            param="before_call",
        )
    if decision.kind == "refuse":
        return replace(build_refusal(call.item, decision.reason), arguments=call.arguments)
    return call if decision.kind == "approve" else _edit(call, decision.arguments)


def _edit(call: PendingCall, arguments: Mapping[str, Any] | str) -> PendingCall:
    if isinstance(call.arguments, str) or isinstance(arguments, str):
        is_text = isinstance(call.arguments, str) and isinstance(arguments, str)
        if not is_text:
            expected = "a text" if isinstance(call.arguments, str) else "a dict"
            raise InvalidRequestError(f"before_call: {call.name} takes {expected}", param="before_call")
        return replace(call, arguments=arguments)
    checked = parse_arguments(call.function, dict(arguments))
    if isinstance(checked, InvalidArguments):
        raise InvalidRequestError(
            f"before_call: the edited arguments of {call.name} do not fit: {checked.error}",
            param="before_call",
        )
    return replace(call, arguments=checked)


def _run(call: PendingCall, *, raises: bool) -> ToolExecution:
    try:
        value = _call(call)
    except Exception as error:
        if raises:
            raise
        return _fail(call, error)
    if inspect.iscoroutine(value):
        value.close()
        raise InvalidRequestError(f"tool {call.name!r} is async; run it with arun_tools", param="tools")
    return _finish(call, value)


async def _arun(call: PendingCall) -> ToolExecution:
    """Run one call; a sync function runs in a thread, so that it does not stop the event loop."""
    try:
        is_sync = not is_async(call.function)
        value = await anyio.to_thread.run_sync(partial(_call, call)) if is_sync else _call(call)
        if inspect.isawaitable(value):
            value = await value
    except Exception as error:
        return _fail(call, error)
    return _finish(call, value)


def _call(call: PendingCall) -> Any:
    if isinstance(call.arguments, str):
        return call.function(call.arguments)
    return call.function(**call.arguments)


def _finish(call: PendingCall, value: Any) -> ToolExecution:
    """Return the outcome of a call that ran; a value that cannot be sent is the tool's fault, not the run's."""
    try:
        output = build_call_output(call.item, value, (), (), None)
    except InvalidRequestError as error:
        return _fail(call, error)
    return ToolExecution(call.name, call.call_id, call.arguments, value, output=output)


def _fail(call: PendingCall, error: Exception) -> ToolExecution:
    output = build_call_output(call.item, "", (), (), error)
    return ToolExecution(call.name, call.call_id, call.arguments, error=error, output=output)
