"""What the page says of each parameter is what becomes of it; nothing disappears, and what is refused can be dropped."""

from __future__ import annotations

from tests.support.wire_page import list_parameters, read_matrix, render_matrix


def test_the_page_shows_what_becomes_of_each_parameter() -> None:
    assert read_matrix() == render_matrix()
    assert len(list_parameters()) > 30
