"""The loop of an agent: ask, run the tools that the model calls, tell it what came of them, ask again. Pure.

A generator that yields what is to be done, `Ask` or `Execute`, and is sent what came of it; it does nothing itself.

Source: Open Responses 2026-04-24, "Agentic loop".
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from any_llm._core.outcome import list_objects
from any_llm._core.transcript import History, Transcript
from any_llm._core.turn import Ask, ask_turn
from any_llm._tools.arguments import parse_arguments
from any_llm._tools.decisions import PendingCall
from any_llm._tools.outcome import StopReason, ToolExecution, ToolRun
from any_llm.exceptions import AnyLLMError, TurnLimitError
from any_llm.items import build_call_output
from openresponses_types.calls import InvalidArguments

RUNNABLE = {"function_call": "function", "custom_tool_call": "custom"}
WAITING = frozenset(
    {"apply_patch_call", "computer_call", "local_shell_call", "mcp_approval_request", "shell_call"}
)
"""Items that a client has to answer and that are no calls of functions."""

ToolTable = Mapping[tuple[str, str], Callable[..., Any]]


@dataclass(frozen=True, slots=True)
class Execute:
    """Run calls, in parallel if they can; the answer is a list of `ToolExecution` in the same order."""

    calls: Sequence[PendingCall]


@dataclass(frozen=True, slots=True)
class LoopPlan:
    """A run, decided before its first request.

    `names` are the tools that the model is told of, `table` those that the loop can run; `max_tool_calls` bounds the
    executions of the whole run; `refused` are parameters that the provider does not take.
    """

    history: History
    parameters: Mapping[str, Any]
    table: ToolTable
    names: frozenset[tuple[str, str]]
    max_turns: int
    max_tool_calls: int | None = None
    refused: frozenset[str] = frozenset()


@dataclass(slots=True)
class LoopState:
    """How far a run has come; `transcript` and `added` together are its trajectory."""

    transcript: Transcript
    added: list[Any]
    responses: list[Any] = field(default_factory=list[Any])
    executions: list[ToolExecution] = field(default_factory=list[ToolExecution])

    def build_run(self, stop_reason: StopReason, pending: Sequence[Any] = ()) -> ToolRun[Any]:
        """Return what there is to show of the run."""
        return ToolRun(
            responses=tuple(self.responses),
            executions=tuple(self.executions),
            items=[*self.transcript.items, *self.added],
            stop_reason=stop_reason,
            pending=list(pending),
        )


def run_loop(plan: LoopPlan, state: LoopState) -> Generator[Ask | Execute, Any, ToolRun[Any]]:
    """Yield the steps of a run and return it.

    Raises:
        TurnLimitError: the model still calls tools after the last turn; the run is in `run`.
    """
    parameters = dict(plan.parameters)
    for turn in range(1, plan.max_turns + 1):
        response = yield from ask_turn(state.transcript, state.added, parameters, plan.history)
        state.transcript = state.transcript.add(state.added, response, plan.history)
        state.added = []
        state.responses.append(response)
        calls, waiting = _find_calls(plan, response)
        if response.status in ("incomplete", "failed"):
            return state.build_run(response.status, [*calls, *waiting])
        if not calls:
            return state.build_run("pending" if waiting else "answered", waiting)
        if turn == plan.max_turns:
            break
        executions = yield from _answer(plan, state, calls)
        state.executions += executions
        state.added = [execution.output for execution in executions]
        if waiting:
            return state.build_run("pending", waiting)
        _relax(parameters, plan, state)
    raise TurnLimitError(
        f"the model still calls tools after {plan.max_turns} turns; raise max_turns, or go on with the items of `run`",
        run=state.build_run("pending", _find_calls(plan, state.responses[-1])[0]),
    )


def attach_run(error: AnyLLMError, state: LoopState) -> None:
    """Keep on an error what the run had reached, so that no paid turn and no execution is lost."""
    if error.run is None and state.responses:
        error.run = state.build_run("incomplete")


def _find_calls(plan: LoopPlan, response: Any) -> tuple[list[Any], list[Any]]:
    """Return the calls that the loop answers, and those that wait for the caller."""
    calls: list[Any] = []
    waiting: list[Any] = []
    for item in list_objects(response.output):
        if item.type in RUNNABLE:
            key = _get_key(item)
            # A name that nobody told the model of is answered with an error; one without a function is the caller's.
            (waiting if key in plan.names and key not in plan.table else calls).append(item)
        elif item.type in WAITING:
            waiting.append(item)
    return calls, waiting


def _answer(
    plan: LoopPlan, state: LoopState, items: Sequence[Any]
) -> Generator[Execute, Any, list[ToolExecution]]:
    """Run what can run and return an execution for each item, in their order."""
    left = None if plan.max_tool_calls is None else plan.max_tool_calls - _count_run(state)
    prepared: list[PendingCall | ToolExecution] = []
    for item in items:
        if left is not None and left <= 0:
            why = f"not run: the limit of {plan.max_tool_calls} tool calls is used up; answer without tools"
            prepared.append(build_refusal(item, why))
            continue
        call = _prepare(plan, item)
        if left is not None and isinstance(call, PendingCall):
            left -= 1
        prepared.append(call)
    pending = [call for call in prepared if isinstance(call, PendingCall)]
    done = iter((yield Execute(pending)) if pending else ())
    return [next(done) if isinstance(call, PendingCall) else call for call in prepared]


def _prepare(plan: LoopPlan, item: Any) -> PendingCall | ToolExecution:
    function = plan.table.get(_get_key(item))
    if function is None:
        known = ", ".join(sorted(name for _, name in plan.names)) or "none"
        return build_refusal(item, f"there is no tool named {item.name!r}; the tools are: {known}")
    if item.type == "custom_tool_call":
        return PendingCall(item.name, str(item.call_id), str(item.input or ""), item, function)
    arguments = parse_arguments(function, item.arguments)
    if isinstance(arguments, InvalidArguments):
        return build_refusal(item, f"the arguments do not fit: {arguments.error}", arguments.raw)
    return PendingCall(item.name, str(item.call_id), arguments, item, function)


def build_refusal(item: Any, why: str, arguments: Any = None) -> ToolExecution:
    """Return the outcome of a call that does not run; the model is told why."""
    output = build_call_output(item, "", (), (), why)
    return ToolExecution(str(item.name), str(item.call_id), arguments, error=why, output=output)


def _relax(parameters: dict[str, Any], plan: LoopPlan, state: LoopState) -> None:
    """Let the model answer once it has called what it had to, or may call no more."""
    if plan.max_tool_calls is not None and _count_run(state) >= plan.max_tool_calls:
        if "tool_choice" in plan.refused:
            parameters.pop("tools", None)
        else:
            parameters["tool_choice"] = "none"
    elif parameters.get("tool_choice") not in (None, "auto", "none"):
        del parameters["tool_choice"]


def _count_run(state: LoopState) -> int:
    return sum(not isinstance(execution.error, str) for execution in state.executions)


def _get_key(item: Any) -> tuple[str, str]:
    return RUNNABLE[item.type], str(item.name)
