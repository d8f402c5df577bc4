"""Measure: clients and scenarios in, the numbers of every round out. The clients take turns in every round.

What counts is a ratio from one round, and of those the median: load from elsewhere meets all clients alike.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.environments import CLIENTS, make_environment
from benchmarks.scenarios import Scenario
from benchmarks.server import start_server
from benchmarks.workers import Worker, run_fresh

PACKAGE = "benchmarks.clients"


@dataclass(slots=True)
class Results:
    """Numbers of every round by `scenario.metric` and client, in seconds and bytes, and what was installed."""

    taken: dict[str, dict[str, list[float]]] = field(default_factory=dict)
    versions: dict[str, dict[str, str]] = field(default_factory=dict)

    def add(self, key: str, client: str, value: float) -> None:
        """Keep a number of the present round."""
        self.taken.setdefault(key, {}).setdefault(client, []).append(value)

    def get_median(self, key: str, client: str) -> float | None:
        """Return the median of a client; None if it was not measured."""
        values = self.taken.get(key, {}).get(client)
        return None if values is None else median(values)

    def get_ratio(self, key: str, against: str, client: str = "ours") -> float:
        """Return the median of the ratios of all rounds.

        Args:
            key: what is compared.
            against: another client, or another key, in which case the client is compared with itself.
            client: whose number is divided.
        """
        below = self.taken[against][client] if against in self.taken else self.taken[key][against]
        return median(a / b for a, b in zip(self.taken[key][client], below, strict=False))


def measure(
    scenarios: Sequence[Scenario], clients: Sequence[str], rounds: int = 9, say: Callable[[str], None] = print
) -> Results:
    """Measure every scenario with every client.

    Args:
        scenarios: in this order within each round.
        clients: modules of `benchmarks.clients`.
        rounds: at most that many for each scenario, after one that is not counted.
        say: is told how far it is.
    """
    pythons = {client: make_environment(client) for client in clients}
    results = Results()
    with ExitStack() as stack:
        address = stack.enter_context(start_server())
        workers = {
            client: stack.enter_context(Worker(python, f"{PACKAGE}.{client}"))
            for client, python in pythons.items()
        }
        for client, worker in workers.items():
            results.versions[client] = worker.do({"do": "facts"})
        for number in range(rounds + 1):
            for scenario in scenarios:
                if number <= scenario.rounds:
                    taken = _take_turns(scenario, address, pythons, workers, number)
                    _keep(results, scenario, taken if number else {})
            say(f"round {number} of {rounds}" if number else "warm")
    return results


def _take_turns(
    scenario: Scenario, address: str, pythons: dict[str, Path], workers: dict[str, Worker], number: int
) -> dict[str, dict[str, Any]]:
    """Have every client do the scenario once; who begins changes from round to round."""
    url = f"{address}/{scenario.payload}"
    clients = [client for client in pythons if client in scenario.clients]
    first = number % len(clients)
    taken: dict[str, dict[str, Any]] = {}
    for client in clients[first:] + clients[:first]:
        if scenario.command is None:
            taken[client] = run_fresh(pythons[client], f"{PACKAGE}.{client}", "first", url)
        else:
            taken[client] = workers[client].do({**scenario.command, "url": url})
    _check_same(scenario, taken)
    return taken


def _check_same(scenario: Scenario, taken: dict[str, dict[str, Any]]) -> None:
    """Fail if a client did not do the work: all have read the same number of events and the same text."""
    got = {client: numbers.get("got") for client, numbers in taken.items()}
    if len({str(value) for value in got.values()}) > 1:
        raise AssertionError(f"{scenario.name}: the clients have read different things: {got}")


def _keep(results: Results, scenario: Scenario, taken: dict[str, dict[str, Any]]) -> None:
    for client, numbers in taken.items():
        for metric in scenario.metrics:
            results.add(f"{scenario.name}.{metric}", client, numbers[metric])


def describe_versions(results: Results) -> str:
    """Return what was measured, with the libraries below it."""
    return "; ".join(
        f"{CLIENTS[client]} with {', '.join(f'{name} {number}' for name, number in found.items())}"
        for client, found in results.versions.items()
    )
