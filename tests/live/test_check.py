"""The report of docs/check.md is what the embedded server gives today."""

from __future__ import annotations

import pytest

from any_llm.checking import render_text
from tests.support.check_page import PAGE, check_embedded

pytestmark = [pytest.mark.live, pytest.mark.xdist_group("live")]


def test_the_page_shows_what_is_so(local_model: str) -> None:
    (report,) = check_embedded("responses")
    assert (report.requests, report.exit_status) == (15, 1)
    page = PAGE.read_text(encoding="utf-8")
    assert render_text(report) in page, "run `make pages`"
    for finding in report.findings:
        assert f"| {finding.feature} | {finding.verdict} |" in page
