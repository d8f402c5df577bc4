"""The reports of docs/check.md are what the embedded server gives today."""

from __future__ import annotations

import pytest

from tests.support.check_page import PAGE, check_embedded, render_blocks

pytestmark = [pytest.mark.live, pytest.mark.xdist_group("live")]


def test_the_page_shows_what_is_so(local_model: str) -> None:
    reports = check_embedded()
    assert [report.requests for report in reports] == [15, 11, 11]
    assert [report.exit_status for report in reports] == [1, 1, 1]
    page = PAGE.read_text(encoding="utf-8")
    for block in render_blocks(reports).values():
        assert block in page, "run `make pages`"
