# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: settings, as servers send them."""

from __future__ import annotations

from typing_extensions import TypeAliasType

Labels = TypeAliasType("Labels", dict[str, str])
"""Strings of your own."""


Scores = TypeAliasType("Scores", list[float])
"""Scores, best first."""
