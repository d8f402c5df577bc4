"""Sync driver: carries out the steps of an exchange, branching on the kind of step and on nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from contextlib import closing

from any_llm._core.exchange import Exchanged
from any_llm._core.messages import AskKey, Outcome, Send, Sleep, Step
from any_llm._transport.body import Body
from any_llm._transport.http import Client, send


def run(
    steps: Generator[Step, Outcome, Exchanged], client: Client, ask_key: Callable[[], str]
) -> tuple[Exchanged, Body | None]:
    """Drive an exchange to its end.

    Returns:
        What the exchange returned, and the open body if it is still to be read; the caller closes it.
    """
    with closing(steps):
        outcome: Outcome = None
        body: Body | None = None
        while True:
            try:
                step = steps.send(outcome)
            except StopIteration as stop:
                return stop.value, body
            match step:
                case Send(request):
                    outcome, body = send(client, request)
                case Sleep(seconds):
                    time.sleep(seconds)
                    outcome = None
                case AskKey():
                    outcome = ask_key()
