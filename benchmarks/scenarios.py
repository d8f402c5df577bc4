"""What is measured, and what it may cost: a table of scenarios and a table of targets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

ALL = ("ours", "floor", "raw", "openai_sdk", "any_llm_sdk", "litellm_sdk")
ASYNC = ("ours", "floor", "openai_sdk", "any_llm_sdk", "litellm_sdk")
QUICK = ("ours", "floor", "openai_sdk")


@dataclass(frozen=True, slots=True)
class Scenario:
    """One piece of work for every client; `command` is what the worker gets, without one the process is fresh."""

    name: str
    payload: str
    command: Mapping[str, Any] | None
    metrics: tuple[str, ...] = ("cpu", "wall")
    clients: tuple[str, ...] = ALL
    rounds: int = 9
    is_quick: bool = False


@dataclass(frozen=True, slots=True)
class Metric:
    """A line of the tables: which number of which scenario, in which unit (`scale` turns it into that)."""

    key: str
    label: str
    unit: str
    scale: float


@dataclass(frozen=True, slots=True)
class Target:
    """Ours may be at most `factor` times what another client, or another way of ours, takes."""

    key: str
    label: str
    against: str
    factor: float


SCENARIOS = (
    Scenario("first", "small", None, ("import_cpu", "cpu", "wall", "peak"), is_quick=True),
    Scenario("call", "small", {"do": "calls", "count": 300}, is_quick=True),
    Scenario("module", "small", {"do": "calls", "count": 100, "way": "ask_module"}, is_quick=True),
    Scenario("large", "large", {"do": "calls", "count": 24}, is_quick=True),
    Scenario("stream-2000", "stream-2000", {"do": "stream"}),
    Scenario("stream-20000", "stream-20000", {"do": "stream"}, is_quick=True),
    Scenario("stream-100000", "stream-100000", {"do": "stream"}, rounds=3),
    Scenario("single", "stream-20000-single", {"do": "stream"}, is_quick=True),
    Scenario("paced", "stream-2000-paced", {"do": "stream"}, rounds=5),
    Scenario("async", "stream-20000", {"do": "stream", "is_async": True}, clients=ASYNC),
    Scenario("async-single", "stream-20000-single", {"do": "stream", "is_async": True}, clients=ASYNC),
    Scenario(
        "concurrent",
        "small",
        {"do": "concurrent", "count": 600, "parallel": 200},
        ("cpu", "wall", "p99"),
        clients=ASYNC,
        is_quick=True,
    ),
)

METRICS = (
    Metric("stream-2000.cpu", "streamed event, 2 000 in pieces of 16 KiB", "µs", 1e6),
    Metric("stream-20000.cpu", "streamed event, 20 000 in pieces of 16 KiB", "µs", 1e6),
    Metric("stream-100000.cpu", "streamed event, 100 000 in pieces of 16 KiB", "µs", 1e6),
    Metric("single.cpu", "streamed event, 20 000, one TCP write each", "µs", 1e6),
    Metric("paced.cpu", "streamed event, 2 000, one each millisecond", "µs", 1e6),
    Metric("async.cpu", "streamed event, async, 20 000 in pieces of 16 KiB", "µs", 1e6),
    Metric("async-single.cpu", "streamed event, async, 20 000, one TCP write each", "µs", 1e6),
    Metric("call.cpu", "small call, client kept", "ms", 1e3),
    Metric("module.cpu", "small call, module function", "ms", 1e3),
    Metric("large.cpu", "reply of 1 MB, client kept", "ms", 1e3),
    Metric("concurrent.cpu", "async call, 200 at a time", "ms", 1e3),
    Metric("concurrent.p99", "async call, 200 at a time: 99th percentile, wall", "ms", 1e3),
    Metric("first.import_cpu", "import", "ms", 1e3),
    Metric("first.cpu", "import to end of first reply", "ms", 1e3),
    Metric("first.wall", "import to end of first reply, wall", "ms", 1e3),
    Metric("first.peak", "largest memory of that process", "MB", 1e-6),
)

TARGETS = (
    Target("stream-20000.cpu", "streamed event, 20 000 in pieces of 16 KiB", "openai_sdk", 0.05),
    Target("stream-20000.cpu", "streamed event, 20 000 in pieces of 16 KiB", "floor", 1.5),
    Target("single.cpu", "streamed event, one TCP write each", "openai_sdk", 0.2),
    Target("call.cpu", "small call, client kept", "openai_sdk", 0.4),
    Target("module.cpu", "small call, module function", "call.cpu", 1.1),
    Target("large.cpu", "reply of 1 MB", "openai_sdk", 0.2),
    Target("first.import_cpu", "import", "openai_sdk", 0.15),
    Target("first.cpu", "import to end of first reply", "openai_sdk", 0.6),
    Target("first.peak", "largest memory of that process", "openai_sdk", 0.8),
    Target("concurrent.cpu", "async call, 200 at a time", "openai_sdk", 0.4),
    Target("concurrent.p99", "the same: 99th percentile, wall", "openai_sdk", 0.5),
)
