"""Results become tables, a chart and lines that say what got slower; numbers are made up here, not measured."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from benchmarks import plot, regression, report
from benchmarks.checkers.report import read_block
from benchmarks.environments import CLIENTS, HERE, compute_stamp
from benchmarks.growth import Growth
from benchmarks.run import Results
from benchmarks.scenarios import ALL, METRICS, SCENARIOS, TARGETS

KEYS = {f"{scenario.name}.{metric}" for scenario in SCENARIOS for metric in scenario.metrics}


def build_results(ours: float = 0.001, others: float = 0.004) -> Results:
    results = Results(versions={client: {"python": "3.11"} for client in ALL})
    for scenario in SCENARIOS:
        for metric in scenario.metrics:
            for client in scenario.clients:
                for _ in range(3):
                    results.add(f"{scenario.name}.{metric}", client, ours if client == "ours" else others)
    return results


def test_ratio_is_the_median_of_the_rounds() -> None:
    results = Results()
    for ours, other in [(1.0, 2.0), (4.0, 5.0), (1.0, 100.0)]:
        results.add("call.cpu", "ours", ours)
        results.add("call.cpu", "floor", other)
        results.add("module.cpu", "ours", 3 * ours)
    assert results.get_ratio("call.cpu", "floor") == 0.5
    assert results.get_ratio("module.cpu", "call.cpu") == 3


def test_every_line_is_measured_and_every_measured_client_is_installed() -> None:
    assert {metric.key for metric in METRICS} <= KEYS
    assert {target.key for target in TARGETS} <= {metric.key for metric in METRICS}
    assert {limit.key for limit in regression.LIMITS} <= {metric.key for metric in METRICS}
    assert {panel.key for panel in plot.PANELS} <= KEYS
    assert tuple(CLIENTS) == ALL
    for client in ALL:
        assert (HERE / "clients" / f"{client}.py").exists()
        assert (HERE / "requirements" / f"{client}.txt").exists() or client == "raw"


def test_requirements_are_pinned() -> None:
    for file in (HERE / "requirements").glob("*.txt"):
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        assert all("==" in line for line in lines), file.name


def test_ours_and_the_floor_stand_on_the_same_libraries() -> None:
    ours, floor = ((HERE / "requirements" / f"{name}.txt").read_text() for name in ("ours", "floor"))
    assert ours == floor


def test_targets_are_called_met_or_not() -> None:
    met = report.render_targets(build_results(ours=0.00001)).splitlines()[2:]
    missed = report.render_targets(build_results(ours=1)).splitlines()[2:]
    assert len(met) == len(missed) == len(TARGETS)
    assert [line.endswith("| not met |") for line in missed] == [
        target.against != "call.cpu" for target in TARGETS
    ]
    assert not any("not met" in line for line in met)


def test_clients_without_a_number_have_a_dash() -> None:
    lines = report.render_clients(build_results()).splitlines()
    calls = next(line for line in lines if line.startswith("| async call, 200 at a time, ms"))
    assert calls.split(" | ")[1:4] == ["1", "4 (0.25)", "—"]


def test_growth_is_told_with_its_ratio_or_its_limit() -> None:
    rows = [Growth("a", "µs", ("1", "10"), (2.0, 3.0)), Growth("b", "MB", ("growth",), (2.5,), 2.0)]
    lines = report.render_growth(rows).splitlines()
    assert lines[2] == "| a | 1: 2 · 10: 3 µs | 1.50 |  |  |"
    assert lines[3] == "| b | 2.50 MB |  | < 2 MB | not met |"


@pytest.mark.parametrize(("ours", "count"), [(0.00001, 0), (1.0, len(regression.LIMITS) - 1)])
def test_what_got_slower_is_said(ours: float, count: int) -> None:
    lines = regression.find_regressions(build_results(ours=ours))
    assert len(lines) == count
    assert all(line.startswith("slower: ") for line in lines)


def test_chart_is_an_image_with_words() -> None:
    chart = ET.fromstring(plot.render_chart(build_results()))
    words = ["".join(node.itertext()) for node in chart.iter("{http://www.w3.org/2000/svg}text")]
    assert {panel.label for panel in plot.PANELS} <= set(words)
    assert "one streamed event: 0.25 of openai's CPU time" in plot.describe(build_results())


def test_page_has_every_block() -> None:
    page = report.PAGE.read_text(encoding="utf-8")
    for block in ("targets", "clients", "growth"):
        assert len(read_block(page, block).splitlines()) > 3, "run `make bench`"


def test_our_environment_depends_on_our_code() -> None:
    assert compute_stamp("ours") == compute_stamp("ours")
    assert compute_stamp("ours") != compute_stamp("floor")
