"""Async driver: carries out the steps of an exchange, branching on the kind of step and on nothing else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from contextlib import closing

import anyio

from any_llm._core.exchange import Exchanged
from any_llm._core.messages import AskKey, Outcome, Send, Sleep, Step
from any_llm._transport.body import AsyncBody
from any_llm._transport.http import AsyncClient, asend


async def arun(
    steps: Generator[Step, Outcome, Exchanged], client: AsyncClient, ask_key: Callable[[], Awaitable[str]]
) -> tuple[Exchanged, AsyncBody | None]:
    """Drive an exchange to its end.

    Returns:
        What the exchange returned, and the open body if it is still to be read; the caller closes it.
    """
    with closing(steps):
        outcome: Outcome = None
        body: AsyncBody | None = None
        while True:
            try:
                step = steps.send(outcome)
            except StopIteration as stop:
                return stop.value, body
            match step:
                case Send(request):
                    outcome, body = await asend(client, request)
                case Sleep(seconds):
                    await anyio.sleep(seconds)
                    outcome = None
                case AskKey():
                    outcome = await ask_key()
