"""What a report says in the end, as text and as JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from any_llm.checking import Finding, Problem, Report, render_text

GOOD = [Finding("basic", "yes", "'Hello'", requests=1), Finding("stream", "yes", requests=1)]
LONG = Finding(
    "tools", "yes", "word " * 60, [Problem(f"output[{n}].{'x' * 30}", "missing") for n in range(9)]
)


def build(*findings: Finding, **fields: Any) -> Report:
    return Report("http://localhost/v1", "m", "responses", [*GOOD, *findings], **fields)


@pytest.mark.parametrize(
    ("report", "status", "verdict"),
    [
        (build(), 0, "Works, and nothing that was seen departs from the document."),
        (
            build(Finding("state", "no"), Finding("limits", "unclear"), Finding("images", "not tried")),
            0,
            None,
        ),
        (build(Finding("tools", "ignored")), 1, "Works; ignores tools."),
        (
            build(Finding("a", "yes", "", [Problem("x", "missing")])),
            1,
            "Works, with 1 departure from the document.",
        ),
        (
            build(LONG, Finding("a", "ignored"), Finding("b", "ignored")),
            1,
            "Works, with 9 departures from the document; ignores a, b.",
        ),
        (Report("u", "m", "chat", [Finding("basic", "no"), GOOD[1]]), 1, "Does not work: basic."),
        (
            Report("u", "m", "chat", [GOOD[0], Finding("stream", "not tried")]),
            1,
            "Not tried, for no request was left: stream.",
        ),
        (build(failure="no connection"), 2, "Could not be checked: no connection"),
    ],
)
def test_verdicts(report: Report, status: int, verdict: str | None) -> None:
    assert report.exit_status == status
    assert report.verdict == (verdict or build().verdict)


def test_the_text_fits_a_page() -> None:
    text = render_text(
        build(LONG, Finding("order", "no", "", [Problem("events[3].item_id", "names another")]))
    )
    assert max(map(len, text.splitlines())) <= 100
    assert text.startswith(
        "m at http://localhost/v1, responses wire, 2 requests\n\nbasic         yes               'Hello'\n"
    )
    assert "\n    - missing: output[0]." in text
    assert "\n    - events[3].item_id: names another\n" in text


def test_json_holds_all_that_the_text_says() -> None:
    data = json.loads(json.dumps(build(LONG).to_json()))
    assert data["findings"][2]["problems"][8] == {"path": f"output[8].{'x' * 30}", "what": "missing"}
    assert (data["requests"], data["exit_status"], data["failure"]) == (2, 1, "")
    assert data["verdict"].startswith("Works, with 9")
