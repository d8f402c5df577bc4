# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: enums, as requests take them."""

from __future__ import annotations

from typing import Literal, TypeAlias

Mode: TypeAlias = Literal["fast", "careful"]
"""How to answer."""
