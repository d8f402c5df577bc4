"""Command line: measure all clients and write `docs/performance.md`, or measure some and say what got slower."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks import plot, report
from benchmarks.checkers.report import update_page
from benchmarks.environments import ROOT
from benchmarks.growth import Growth, measure_growth
from benchmarks.regression import find_regressions
from benchmarks.run import Results, measure
from benchmarks.scenarios import ALL, QUICK, SCENARIOS

KEPT = ROOT / "build" / "benchmarks.json"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: the options; those of the process by default.

    Returns:
        The exit status: 0 done, 1 something got slower.
    """
    arguments = _build_parser().parse_args(argv)
    if arguments.quick:
        results = measure([s for s in SCENARIOS if s.is_quick], QUICK, arguments.rounds or 4, _say_nothing)
        print(report.render_targets(results), end="")
        return _check(results)
    if not arguments.again:
        results, growth = measure(SCENARIOS, ALL, arguments.rounds or 9), measure_growth()
        KEPT.parent.mkdir(exist_ok=True)
        KEPT.write_text(json.dumps([asdict(results), [asdict(row) for row in growth]]), encoding="utf-8")
    results, growth = read_kept(KEPT)
    write_page(results, growth)
    print(report.render_targets(results), end="")
    return _check(results)


def read_kept(file: Path) -> tuple[Results, list[Growth]]:
    """Return what the last whole run measured."""
    results, growth = json.loads(file.read_text(encoding="utf-8"))
    return Results(**results), [Growth(**row) for row in growth]


def write_page(results: Results, growth: Sequence[Growth]) -> None:
    """Write the tables and the chart."""
    blocks = {
        "targets": report.render_targets(results),
        "clients": report.render_clients(results),
        "growth": report.render_growth(growth),
    }
    update_page(blocks, report.PAGE)
    plot.FILE.write_text(plot.render_chart(results), encoding="utf-8")


def _check(results: Results) -> int:
    lines = find_regressions(results)
    for line in lines:
        print(line, file=sys.stderr)
    return 1 if lines else 0


def _build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="what fits in two minutes; writes nothing")
    parser.add_argument("--again", action="store_true", help="write the page from the last whole run")
    parser.add_argument("--rounds", type=int, help="rounds that count (default 9, with --quick 4)")
    return parser


def _say_nothing(_: str) -> None:
    pass


if __name__ == "__main__":
    sys.exit(main())
