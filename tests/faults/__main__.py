"""Run every fault and write what came of it into docs/reliability.md: `make reliability`."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.bounds import measure_bounds
from tests.faults.catalogue import BODIES, CONNECTIONS, PARSES, STATUSES, STREAMS, Fault
from tests.faults.test_chaos import build_options, build_reply
from tests.faults.trial import Outcome, try_fault
from tests.support.wire_server import WireServer, serve

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reliability.md"
BEGIN, END = "<!-- made by `make reliability` -->", "<!-- end -->"
GROUPS = {
    "Statuses and error bodies": STATUSES,
    "Answers": BODIES,
    "Connections": CONNECTIONS,
    "Streams": STREAMS,
    "What the answer says": PARSES,
}
RANDOM_CALLS = 2000
FUZZ_SECONDS = 30


@dataclass
class Tally:
    """What was counted over all calls."""

    calls: int = 0
    foreign: int = 0
    unexpected: int = 0
    lost: int = 0
    sockets: int = 0
    names: Counter[str] = field(default_factory=Counter[str])

    def count(self, outcome: Outcome, wanted: str | None = None, keeps: str = "") -> None:
        self.calls += 1
        self.foreign += outcome.is_foreign
        self.unexpected += wanted is not None and outcome.name != wanted
        self.lost += keeps not in outcome.text
        self.names[outcome.name] += 1


def main() -> int:
    """Write the page; return 1 if something is not as it should be."""
    tally, chance = Tally(), Tally()
    lines = [*run_catalogue(tally), *run_random(chance)]
    lines += ["", "| measured | result |", "|---|---|"]
    lines += [
        f"| faults in the catalogue, calls made with them | {sum(map(len, GROUPS.values()))}, {tally.calls} |",
        f"| calls with another outcome than listed | {tally.unexpected} |",
        f"| calls that lost text that had arrived | {tally.lost} |",
        f"| calls of random servers | {chance.calls} |",
        f"| exceptions that are not ours | {tally.foreign + chance.foreign} |",
        f"| sockets left open | {tally.sockets + chance.sockets} |",
        f"| runs of the fuzz target in {FUZZ_SECONDS} s, failures | {run_fuzz()} |",
        "",
        *write_bounds(),
    ]
    text = PAGE.read_text(encoding="utf-8")
    head, tail = text.partition(BEGIN)[0], text.partition(END)[2]
    PAGE.write_text(f"{head}{BEGIN}\n\n" + "\n".join(lines) + f"\n\n{END}{tail}", encoding="utf-8")
    print("\n".join(lines))
    return int(
        any((tally.unexpected, tally.lost, tally.foreign, chance.foreign, tally.sockets, chance.sockets))
    )


def run_catalogue(tally: Tally) -> Iterator[str]:
    """Yield a table for each group of faults."""
    with serve() as server:
        for title, faults in GROUPS.items():
            yield from (
                "",
                f"### {title}",
                "",
                "| the server | call | stream | seconds |",
                "|---|---|---|---|",
            )
            for fault in faults:
                outcomes = [
                    (is_stream, try_fault(fault, server, is_stream=is_stream, is_async=is_async))
                    for is_stream in (False, True)
                    if (fault.stream if is_stream else fault.call) is not None
                    for is_async in (False, True)
                ]
                for is_stream, outcome in outcomes:
                    tally.count(outcome, fault.stream if is_stream else fault.call, fault.keeps)
                tally.sockets += wait_closed(server)
                yield write_row(fault, outcomes)


def write_row(fault: Fault, outcomes: list[tuple[bool, Outcome]]) -> str:
    cells = [
        " or ".join(dict.fromkeys(f"`{o.name}`" for was_stream, o in outcomes if was_stream == is_stream))
        or "-"
        for is_stream in (False, True)
    ]
    return f"| {fault.name} | {' | '.join(cells)} | {max(o.seconds for _, o in outcomes):.2f} |"


def run_random(chance: Tally) -> Iterator[str]:
    """Call random servers; yield nothing but what is counted."""
    dice = random.Random(time.time_ns())
    with serve() as server:
        for _ in range(RANDOM_CALLS):
            fault = Fault("random", [build_reply(dice)], options=build_options(dice))
            is_stream, is_async = dice.random() < 0.7, dice.random() < 0.5
            chance.count(try_fault(fault, server, is_stream=is_stream, is_async=is_async))
        chance.sockets += wait_closed(server)
    common = ", ".join(f"`{name}` {count}" for name, count in chance.names.most_common(8))
    yield from (
        "",
        "### Random servers",
        "",
        f"Outcomes of {chance.calls} calls, the most common first: {common}.",
    )


def wait_closed(server: WireServer) -> int:
    """Return the sockets that stay open although every client was closed."""
    end = time.monotonic() + 5
    while server.open_sockets and time.monotonic() < end:
        time.sleep(0.005)
    return server.open_sockets


def run_fuzz() -> str:
    """Fuzz for a while and return runs and failures."""
    command = [sys.executable, "-m", "tests.fuzz.fuzz_stream", "--seconds", str(FUZZ_SECONDS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    runs = re.findall(r"([\d ,_]*\d) runs", done.stdout + done.stderr)
    return f"{runs[-1].strip() if runs else 'unknown'}, {'none' if done.returncode == 0 else 'some: see the output'}"


def write_bounds() -> Iterator[str]:
    """Yield the table of what was sent without measure, and the memory that it took."""
    yield from ("| sent without measure | outcome | memory grew by (MB) |", "|---|---|---|")
    for name, outcome, grown in measure_bounds():
        yield f"| {name} | `{outcome}` | {grown:.0f} |"


if __name__ == "__main__":
    sys.exit(main())
