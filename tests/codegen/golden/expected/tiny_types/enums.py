# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: enums, as servers send them."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

from tiny_types.base import UnknownValue

Mode = TypeAliasType("Mode", Literal["fast", "careful"] | UnknownValue)
"""How to answer."""
