"""What the page says of each parameter is what the translators do with it."""

from __future__ import annotations

from tests.support.wire_page import list_parameters, read_matrix, render_matrix


def test_the_page_shows_the_tables_of_the_translators() -> None:
    assert read_matrix() == render_matrix()
    assert len(list_parameters()) > 30
