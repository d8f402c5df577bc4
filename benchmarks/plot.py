"""The chart of the README: results in, SVG out. Its colours are mid-tones, legible on white and on black."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from benchmarks.environments import CLIENTS, ROOT
from benchmarks.report import format_number
from benchmarks.run import Results
from benchmarks.scenarios import Metric

FILE = ROOT / "docs" / "performance.svg"
PANELS = (
    Metric("stream-20000.cpu", "one streamed event", "µs", 1e6),
    Metric("single.cpu", "one streamed event, one TCP write each", "µs", 1e6),
    Metric("call.cpu", "a small call", "ms", 1e3),
    Metric("large.cpu", "a reply of 1 MB", "ms", 1e3),
    Metric("concurrent.cpu", "an async call, 200 at a time", "ms", 1e3),
    Metric("first.cpu", "import to end of first reply", "ms", 1e3),
)
SHOWN = ("ours", "openai_sdk", "any_llm_sdk", "litellm_sdk")
COLOURS = {"ours": "#2f81f7"}
OTHER, TEXT, LINE = "#9aa0a6", "#7d8590", "#d29922"
WIDTH, COLUMN, LABEL, BAR, STEP, TOP = 880, 430, 92, 240, 20, 34
HEIGHT_OF_PANEL = TOP + STEP * len(SHOWN) + 18
FONT = "font-family='-apple-system,Segoe UI,Helvetica,Arial,sans-serif'"


def render_chart(results: Results) -> str:
    """Return a panel for each of six numbers: bars of CPU time, shorter is better, and a line for the floor."""
    height = HEIGHT_OF_PANEL * ((len(PANELS) + 1) // 2) + 26
    parts = [
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {height}' role='img' {FONT}>",
        f"<title>{escape(describe(results))}</title>",
    ]
    for number, panel in enumerate(PANELS):
        x, y = (number % 2) * (WIDTH - COLUMN), (number // 2) * HEIGHT_OF_PANEL
        parts += [f"<g transform='translate({x} {y})'>", *_render_panel(results, panel), "</g>"]
    note = (
        "median CPU time, shorter is better; the yellow mark is the floor: httpx, a split and validate_json"
    )
    parts.append(_text(0, height - 8, note, 12))
    return "\n".join([*parts, "</svg>", ""])


def describe(results: Results) -> str:
    """Return what the chart shows, for those who cannot see it."""
    said = [
        f"{panel.label}: {results.get_ratio(panel.key, 'openai_sdk'):.2f} of openai's CPU time"
        for panel in PANELS
    ]
    return "; ".join(said)


def _render_panel(results: Results, panel: Metric) -> Iterator[str]:
    values = {client: results.get_median(panel.key, client) for client in SHOWN}
    known = {client: value * panel.scale for client, value in values.items() if value is not None}
    most = max(known.values())
    yield _text(0, 20, panel.label, 14, is_bold=True)
    for row, (client, value) in enumerate(known.items()):
        y = TOP + row * STEP
        length = max(value / most * BAR, 1.5)
        colour = COLOURS.get(client, OTHER)
        yield _text(LABEL - 8, y + 11, CLIENTS[client], 12, anchor="end")
        yield f"<rect x='{LABEL}' y='{y}' width='{length:.1f}' height='14' rx='2' fill='{colour}'/>"
        yield _text(round(LABEL + length + 6), y + 11, f"{format_number(value)} {panel.unit}", 12)
    floor = results.get_median(panel.key, "floor")
    if floor is not None and floor * panel.scale < most:
        x = LABEL + floor * panel.scale / most * BAR
        bottom = TOP + STEP * len(known) - 4
        yield f"<line x1='{x:.1f}' y1='{TOP - 2}' x2='{x:.1f}' y2='{bottom}' stroke='{LINE}' stroke-width='1.5'/>"


def _text(x: int, y: int, text: str, size: int, *, anchor: str = "start", is_bold: bool = False) -> str:
    weight = " font-weight='600'" if is_bold else ""
    return (
        f"<text x='{x}' y='{y}' font-size='{size}' fill='{TEXT}' text-anchor='{anchor}'{weight}>"
        f"{escape(text)}</text>"
    )
