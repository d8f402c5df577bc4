"""Command line: count, install both SDKs, measure, write `docs/typing.md`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.checkers.report import build_counts, render_measured, update_page
from benchmarks.checkers.sides import OURS, ROOT, THEIRS, Workspace, make_workspace
from benchmarks.checkers.timing import measure_all

# A search path of the surroundings would put the checkout's own files before what is installed.
SEARCH_PATHS = ("PYTHONPATH", "MYPYPATH", "VIRTUAL_ENV")

# On a busy machine medians of the same work differ by some per cent.
LIMIT = 1.05


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: the options; those of the process by default.

    Returns:
        The exit status: 0 done, 1 a checker takes longer for our application than for the other.
    """
    arguments = _build_parser().parse_args(argv)
    update_page(build_counts())
    if arguments.counts:
        return 0
    for name in SEARCH_PATHS:
        os.environ.pop(name, None)
    workspaces: list[Workspace] = []
    for side in (OURS, THEIRS):
        print(f"installing {side.name} ...", flush=True)
        workspaces.append(make_workspace(side, arguments.folder))
    rows = measure_all(workspaces, arguments.repetitions)
    block = render_measured(workspaces, rows)
    update_page({"measured": block})
    print(block, end="")
    slow = [row.label for row in rows if row.get_ratio(OURS.name, THEIRS.name) > LIMIT]
    for label in slow:
        print(f"slower than {THEIRS.name}: {label}", file=sys.stderr)
    return 1 if slow else 0


def _build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.checkers", description=__doc__)
    parser.add_argument("--counts", action="store_true", help="write what is counted, measure nothing")
    parser.add_argument("--repetitions", type=int, default=5, help="runs of each measurement (default 5)")
    parser.add_argument(
        "--folder", type=Path, default=ROOT / "build" / "checkers", help="where the environments are made"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
