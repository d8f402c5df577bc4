"""The page of the documentation that lists the providers is the table's."""

from __future__ import annotations

from any_llm_calls.table import ROWS
from tests.support.provider_page import PAGE, build_page


def test_page_is_in_step_with_the_table() -> None:
    assert build_page() == PAGE.read_text(encoding="utf-8"), "run `python -m tests.support.provider_page`"


def test_page_names_every_provider_once() -> None:
    page = build_page()
    assert [page.count(f"[`{row.provider}`](") for row in ROWS] == [1] * len(ROWS)
