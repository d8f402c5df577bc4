"""Ratios that may not grow: results in, one readable line for each that did out.

Each limit is what was measured when it was set, and the margin is what two runs of the same code differ by on a busy
machine. A limit is lowered when something got faster, never raised to let a change pass.
"""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.environments import CLIENTS
from benchmarks.run import Results
from benchmarks.scenarios import METRICS

MARGIN = 1.25


@dataclass(frozen=True, slots=True)
class Limit:
    """A ratio that was measured: of any_llm to another client, or to another number of its own."""

    key: str
    against: str
    measured: float


LIMITS = (
    Limit("stream-20000.cpu", "floor", 1.40),
    Limit("single.cpu", "floor", 1.35),
    Limit("call.cpu", "floor", 1.10),
    Limit("large.cpu", "floor", 1.75),
    Limit("module.cpu", "call.cpu", 1.00),
    Limit("first.import_cpu", "openai_sdk", 0.005),
    Limit("first.cpu", "openai_sdk", 0.52),
    Limit("first.peak", "openai_sdk", 0.73),
    Limit("concurrent.cpu", "openai_sdk", 0.30),
)


def find_regressions(results: Results) -> list[str]:
    """Return a line for each ratio that is beyond its limit; keys that were not measured are passed over."""
    lines: list[str] = []
    labels = {metric.key: metric.label for metric in METRICS}
    for limit in LIMITS:
        if limit.key not in results.taken:
            continue
        ratio = results.get_ratio(limit.key, limit.against)
        if ratio > limit.measured * MARGIN:
            other = labels.get(limit.against) or CLIENTS[limit.against]
            lines.append(
                f"slower: {labels[limit.key]} takes {ratio:.2f} times what {other} takes; "
                f"it was {limit.measured:.2f}, and {limit.measured * MARGIN:.2f} is the limit"
            )
    return lines
