"""Carry out runs of the tool loop: plain, or as one stream of the events of all turns.

Sync and async mirror each other.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Generic, TypeVar

from any_llm._core.turn import Ask
from any_llm._tools.decisions import PendingCall
from any_llm._tools.loop import LoopPlan, LoopState, attach_run, run_loop
from any_llm._tools.outcome import ToolExecution, ToolRun
from any_llm._transport.steps import arun_steps, run_steps
from any_llm.exceptions import AnyLLMError, StreamTruncatedError
from openai_responses_types import ResponseStreamEvent, ResponseTextDeltaEvent

R_co = TypeVar("R_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Runner:
    """How a sync run asks and executes; `ask` gives a response, or a stream of one."""

    ask: Callable[[Ask], Any]
    execute: Callable[[Sequence[PendingCall]], list[ToolExecution]]
    end: Callable[[LoopState], None]
    """Told of the run when it has ended well."""


@dataclass(frozen=True, slots=True)
class AsyncRunner:
    """How an async run asks and executes; `ask` gives a response, or a stream of one."""

    ask: Callable[[Ask], Awaitable[Any]]
    execute: Callable[[Sequence[PendingCall]], Awaitable[list[ToolExecution]]]
    end: Callable[[LoopState], None]


def run_tool_loop(plan: LoopPlan, state: LoopState, runner: Runner) -> ToolRun[Any]:
    """Carry out a run; an error on the way keeps what the run had reached."""
    try:
        run = run_steps(
            run_loop(plan, state),
            lambda step: runner.ask(step) if isinstance(step, Ask) else runner.execute(step.calls),
        )
    except AnyLLMError as error:
        attach_run(error, state)
        raise
    runner.end(state)
    return run


async def arun_tool_loop(plan: LoopPlan, state: LoopState, runner: AsyncRunner) -> ToolRun[Any]:
    """Carry out a run; an error on the way keeps what the run had reached."""
    try:
        run = await arun_steps(
            run_loop(plan, state),
            lambda step: runner.ask(step) if isinstance(step, Ask) else runner.execute(step.calls),
        )
    except AnyLLMError as error:
        attach_run(error, state)
        raise
    runner.end(state)
    return run


class RunState(Generic[R_co]):
    """What streamed runs of both colours share."""

    def __init__(self, state: LoopState) -> None:
        self._state = state
        self._run: ToolRun[R_co] | None = None

    @property
    def executions(self) -> tuple[ToolExecution, ...]:
        """The executions so far."""
        return tuple(self._state.executions)

    @property
    def responses(self) -> tuple[R_co, ...]:
        """The responses that have ended so far."""
        return tuple(self._state.responses)

    def _get_run(self) -> ToolRun[R_co]:
        if self._run is None:
            error = StreamTruncatedError("the run was closed before its end; what it had reached is in `run`")
            attach_run(error, self._state)
            raise error
        return self._run


class ToolRunStream(RunState[R_co]):
    """An iterator of the events of all turns; tools run between them. Close it, or read it to its end."""

    def __init__(self, plan: LoopPlan, state: LoopState, runner: Runner) -> None:
        super().__init__(state)
        self._plan = plan
        self._runner = runner
        self._events = self._read()

    def _read(self) -> Generator[ResponseStreamEvent, None, None]:
        try:
            with closing(run_loop(self._plan, self._state)) as steps:
                step = next(steps)
                while True:
                    try:
                        if isinstance(step, Ask):
                            with self._runner.ask(step) as stream:
                                yield from stream
                                outcome = stream.get_final_response()
                        else:
                            outcome = self._runner.execute(step.calls)
                    except AnyLLMError as error:
                        step = steps.throw(error)
                    else:
                        step = steps.send(outcome)
        except StopIteration as end:
            self._run = end.value
            self._runner.end(self._state)
        except AnyLLMError as error:
            attach_run(error, self._state)
            raise

    def __iter__(self) -> Iterator[ResponseStreamEvent]:
        """Yield the events that are still to come; leaving the loop early stops the run."""
        try:
            yield from self._events
        finally:
            self.close()

    def __next__(self) -> ResponseStreamEvent:
        """Return the next event."""
        return next(self._events)

    def text_deltas(self) -> Iterator[str]:
        """Yield the pieces of output text of all turns, and nothing else."""
        for event in self:
            if isinstance(event, ResponseTextDeltaEvent):
                yield event.delta

    def get_final_run(self) -> ToolRun[R_co]:
        """Read the stream to its end and return the whole run."""
        for _ in self:
            pass
        return self._get_run()

    def close(self) -> None:
        """Stop the run and close its connection. Closing twice does no harm."""
        self._events.close()

    def __enter__(self) -> ToolRunStream[R_co]:
        """Return the stream; leaving the block closes it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the stream."""
        self.close()


class AsyncToolRunStream(RunState[R_co]):
    """An async iterator of the events of all turns; tools run between them. Close it, or read it to its end."""

    def __init__(self, plan: LoopPlan, state: LoopState, runner: AsyncRunner) -> None:
        super().__init__(state)
        self._plan = plan
        self._runner = runner
        self._events = self._read()

    async def _read(self) -> AsyncGenerator[ResponseStreamEvent, None]:
        try:
            with closing(run_loop(self._plan, self._state)) as steps:
                step = next(steps)
                while True:
                    try:
                        if isinstance(step, Ask):
                            async with await self._runner.ask(step) as stream:
                                async for event in stream:
                                    yield event
                                outcome = await stream.get_final_response()
                        else:
                            outcome = await self._runner.execute(step.calls)
                    except AnyLLMError as error:
                        step = steps.throw(error)
                    else:
                        step = steps.send(outcome)
        except StopIteration as end:
            self._run = end.value
            self._runner.end(self._state)
        except AnyLLMError as error:
            attach_run(error, self._state)
            raise

    async def __aiter__(self) -> AsyncIterator[ResponseStreamEvent]:
        """Yield the events that are still to come; leaving the loop early stops the run."""
        try:
            async for event in self._events:
                yield event
        finally:
            await self.close()

    async def __anext__(self) -> ResponseStreamEvent:
        """Return the next event."""
        return await anext(self._events)

    async def text_deltas(self) -> AsyncIterator[str]:
        """Yield the pieces of output text of all turns, and nothing else."""
        async for event in self:
            if isinstance(event, ResponseTextDeltaEvent):
                yield event.delta

    async def get_final_run(self) -> ToolRun[R_co]:
        """Read the stream to its end and return the whole run."""
        async for _ in self:
            pass
        return self._get_run()

    async def close(self) -> None:
        """Stop the run and close its connection. Closing twice does no harm."""
        await self._events.aclose()

    async def __aenter__(self) -> AsyncToolRunStream[R_co]:
        """Return the stream; leaving the block closes it."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the stream."""
        await self.close()
