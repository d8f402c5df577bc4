"""Carry out the steps of a generator: each step is performed and its outcome, or its error, is sent back in.

Sync and async mirror each other; nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from contextlib import closing
from typing import TypeVar

from any_llm.exceptions import AnyLLMError

S = TypeVar("S")
Out = TypeVar("Out")
R = TypeVar("R")


def run_steps(steps: Generator[S, Out, R], perform: Callable[[S], Out]) -> R:
    """Carry out steps to their end and return what the generator returns."""
    with closing(steps):
        try:
            step = next(steps)
            while True:
                try:
                    outcome = perform(step)
                except AnyLLMError as error:
                    step = steps.throw(error)
                else:
                    step = steps.send(outcome)
        except StopIteration as end:
            result: R = end.value
            return result


async def arun_steps(steps: Generator[S, Out, R], perform: Callable[[S], Awaitable[Out]]) -> R:
    """Carry out steps to their end and return what the generator returns."""
    with closing(steps):
        try:
            step = next(steps)
            while True:
                try:
                    outcome = await perform(step)
                except AnyLLMError as error:
                    step = steps.throw(error)
                else:
                    step = steps.send(outcome)
        except StopIteration as end:
            result: R = end.value
            return result
