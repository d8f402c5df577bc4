"""Every test here finds the table as it was delivered."""

from __future__ import annotations

import pytest

from any_llm.providers import registry


@pytest.fixture(autouse=True)
def _table_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_registered", {})
    monkeypatch.setattr(registry, "_offered", None)
