"""What grows and what does not: sizes in, one line for each kind of growth out. Only any_llm is measured.

Every line takes its sizes in turn in every round, so that the last can be divided by the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.environments import make_environment
from benchmarks.server import start_server
from benchmarks.workers import Worker

MODULE = "benchmarks.clients.growing"
EVENTS = (2_000, 20_000, 100_000)
TYPES = (0, 100, 1_000)
PROVIDERS = (0, 100, 1_000)
PARALLEL = (10, 100, 1_000)
CALLS = 1_000
LONG = "stream-100000"
STALLED_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Growth:
    """Medians by size; `limit` is what the last may be at most, in the same unit."""

    label: str
    unit: str
    sizes: tuple[str, ...]
    values: tuple[float, ...]
    limit: float | None = None

    @property
    def ratio(self) -> float:
        """The last value divided by the first."""
        return self.values[-1] / self.values[0]


def measure_growth(rounds: int = 5, say: Callable[[str], None] = print) -> list[Growth]:
    """Measure all lines."""
    python = make_environment("ours")
    rows: list[Growth] = []
    with start_server() as address:
        for measure in (_by_events, _by_length, _by_types, _by_providers, _by_parallel, _by_memory):
            rows += measure(python, address, rounds)
            say(f"growth: {rows[-1].label}")
    return rows


def _by_events(python: Path, address: str, rounds: int) -> Iterator[Growth]:
    with Worker(python, MODULE) as worker:

        def take(size: int) -> float:
            return float(worker.do({"do": "stream", "url": f"{address}/stream-{size}"})["cpu"])

        yield _grow("CPU per event, by events in the stream", "µs", EVENTS, take, rounds, 1e6)


def _by_length(python: Path, address: str, rounds: int) -> Iterator[Growth]:
    with Worker(python, MODULE) as worker:
        runs = [worker.do({"do": "windows", "url": f"{address}/{LONG}"}) for _ in range(rounds + 1)]
    places = (1, 4, 8)  # the first part pays for the start, the last for the end
    yield Growth(
        label="CPU per event, by characters of text so far",
        unit="µs",
        sizes=tuple(_group(runs[0]["length"][place]) for place in places),
        values=tuple(median(run["cpu"][place] for run in runs[1:]) * 1e6 for place in places),
    )


def _by_types(python: Path, address: str, rounds: int) -> Iterator[Growth]:
    command = {"do": "stream", "url": f"{address}/stream-20000"}
    label = "CPU per event, by event types registered beside the document's own"
    yield _grow_tables(python, label, "add_types", TYPES, command, rounds, ("µs", 1e6))


def _by_providers(python: Path, address: str, rounds: int) -> Iterator[Growth]:
    command = {"do": "calls", "url": f"{address}/small", "count": 100, "way": "ask_module"}
    label = "CPU per module call, by providers registered beside our own"
    yield _grow_tables(python, label, "add_providers", PROVIDERS, command, rounds, ("ms", 1e3))


def _by_parallel(python: Path, address: str, rounds: int) -> Iterator[Growth]:
    with Worker(python, MODULE) as worker:

        def take(size: int) -> float:
            command = {"do": "concurrent", "url": f"{address}/slow-20", "count": CALLS, "parallel": size}
            return float(worker.do(command)["cpu"])

        yield _grow("CPU per async call, by calls at once", "ms", PARALLEL, take, rounds, 1e3)


def _by_memory(python: Path, address: str, rounds: int) -> Iterator[Growth]:
    url = f"{address}/{LONG}"
    for label, command, limit in (
        ("memory, from event 10 000 to 90 000", {"do": "stream_memory"}, 2.0),
        (
            "allocated by Python, from event 10 000 to 90 000",
            {"do": "stream_memory", "is_traced": True},
            2.0,
        ),
        ("memory, reader stands still in the stream", {"do": "stalled", "seconds": STALLED_SECONDS}, 1.0),
    ):
        with Worker(python, MODULE) as worker:
            worker.do({"do": "stream", "url": f"{address}/stream-20000"})
            grown = worker.do({**command, "url": url})["grown"] / 1e6
        yield Growth(label, "MB", ("growth",), (grown,), limit)


def _grow(
    label: str, unit: str, sizes: Sequence[int], take: Callable[[int], float], rounds: int, scale: float
) -> Growth:
    """Take every size in every round; the first round is not counted."""
    taken = [{size: take(size) for size in sizes} for _ in range(rounds + 1)][1:]
    values = tuple(median(turn[size] for turn in taken) * scale for size in sizes)
    return Growth(label, unit, tuple(map(_group, sizes)), values)


def _grow_tables(
    python: Path,
    label: str,
    adding: str,
    sizes: Sequence[int],
    command: dict[str, Any],
    rounds: int,
    unit: tuple[str, float],
) -> Growth:
    """Measure the same command in processes whose tables have different sizes."""
    with ExitStack() as stack:
        workers = {size: stack.enter_context(Worker(python, MODULE)) for size in sizes}
        for size, worker in workers.items():
            worker.do({"do": adding, "count": size})
        return _grow(
            label, unit[0], sizes, lambda size: float(workers[size].do(command)["cpu"]), rounds, unit[1]
        )


def _group(number: int) -> str:
    return f"{number:,}".replace(",", " ")
