"""The reports of `docs/check.md`, of the embedded server: `python -m tests.support.check_page` writes them into the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from any_llm.checking import Report, WireName, check_endpoint, render_text
from any_llm.local.server import start_server
from benchmarks.checkers.report import update_page

PAGE = Path(__file__).parents[2] / "docs" / "check.md"
MODEL = "smollm2-135m"
WIRES: tuple[WireName, ...] = ("responses", "chat", "messages")


def check_embedded(*wires: WireName) -> list[Report]:
    """Return the reports of wires, without the port of the day."""
    url = start_server(MODEL)
    reports = [check_endpoint(url, MODEL, wire=wire) for wire in wires]
    return [replace(report, url="http://127.0.0.1:8080/v1") for report in reports]


def render_blocks(reports: Sequence[Report]) -> dict[str, str]:
    """Return the blocks of the page: the first report whole, the verdicts of all."""
    rows = zip(*(report.findings for report in reports), strict=True)
    lines = [f"| feature | {' | '.join(WIRES)} |", "|---|---|---|---|"]
    lines += [f"| {row[0].feature} | {' | '.join(finding.verdict for finding in row)} |" for row in rows]
    return {"report": f"```text\n{render_text(reports[0])}\n```\n", "wires": "\n".join(lines) + "\n"}


if __name__ == "__main__":
    update_page(render_blocks(check_embedded(*WIRES)), PAGE)
