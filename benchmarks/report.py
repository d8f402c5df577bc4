"""The marked blocks of `docs/performance.md`: results in, Markdown tables out."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence

from benchmarks.checkers.report import render_table
from benchmarks.environments import CLIENTS, ROOT
from benchmarks.growth import Growth
from benchmarks.run import Results, describe_versions
from benchmarks.scenarios import METRICS, TARGETS, Metric

PAGE = ROOT / "docs" / "performance.md"
NONE = "—"


def render_targets(results: Results) -> str:
    """Return the table of what was promised: our number, the other's, their ratio, and whether it is met."""
    rows: list[tuple[object, ...]] = []
    for target in TARGETS:
        if target.key not in results.taken:
            continue
        metric = get_metric(target.key)
        ratio = results.get_ratio(target.key, target.against)
        key = target.against if target.against in results.taken else target.key
        other = "ours" if target.against in results.taken else target.against
        name = get_metric(key).label if other == "ours" else CLIENTS[other]
        rows.append(
            (
                target.label,
                name,
                format_value(results, metric, "ours"),
                format_value(results, get_metric(key), other),
                f"**{ratio:.3f}**" if ratio < 0.1 else f"**{ratio:.2f}**",
                f"≤ {target.factor:g}",
                "met" if ratio <= target.factor else "not met",
            )
        )
    heads = ("CPU unless it says wall", "beside", "any_llm", "the other", "ratio", "target", "")
    return render_table(heads, rows)


def render_clients(results: Results) -> str:
    """Return the table of all medians, each with what any_llm's is of it, and what they were measured with."""
    clients = list(results.versions)
    rows: list[tuple[object, ...]] = []
    for metric in METRICS:
        if metric.key in results.taken:
            cells = [_format_cell(results, metric, client) for client in clients]
            rows.append((f"{metric.label}, {metric.unit}", *cells))
    table = render_table(("median", *(CLIENTS[client] for client in clients)), rows)
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"{table}\nMeasured on {machine}: {describe_versions(results)}.\n"


def render_growth(rows: Sequence[Growth]) -> str:
    """Return the table of what grows and what does not."""
    lines: list[tuple[object, ...]] = []
    for row in rows:
        if row.limit is not None:
            is_met = row.values[0] < row.limit
            lines.append(
                (
                    row.label,
                    f"{row.values[0]:.2f} {row.unit}",
                    "",
                    f"< {row.limit:g} {row.unit}",
                    _say(is_met),
                )
            )
            continue
        values = " · ".join(
            f"{size}: {format_number(value)}" for size, value in zip(row.sizes, row.values, strict=True)
        )
        lines.append((row.label, f"{values} {row.unit}", f"{row.ratio:.2f}", "", ""))
    return render_table(("", "measured", "last ÷ first", "target", ""), lines)


def get_metric(key: str) -> Metric:
    """Return the line of the tables that shows a number."""
    return next(metric for metric in METRICS if metric.key == key)


def format_value(results: Results, metric: Metric, client: str) -> str:
    """Return the median of a client with its unit."""
    value = results.get_median(metric.key, client)
    return NONE if value is None else f"{format_number(value * metric.scale)} {metric.unit}"


def format_number(number: float) -> str:
    """Return three digits, or all before the point."""
    return f"{number:.0f}" if number >= 100 else f"{number:.3g}"


def _format_cell(results: Results, metric: Metric, client: str) -> str:
    value = results.get_median(metric.key, client)
    if value is None:
        return NONE
    text = format_number(value * metric.scale)
    return text if client == "ours" else f"{text} ({format_number(results.get_ratio(metric.key, client))})"


def _say(is_met: bool) -> str:
    return "met" if is_met else "not met"
