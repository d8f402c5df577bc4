"""What models take on the Messages wire, read from their names: `claude-opus-4-6`, `claude-3-7-sonnet@20250219`.

Anthropic's documents of 2026-10 (models overview, extended thinking, effort, structured outputs). Models of other
makers behind this wire take what the oldest form of the API has, as far as their documents say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from any_llm.wires.values import read_object
from any_llm_calls.rows import ProviderRow

NAME = re.compile(r"claude-(?:[a-z]+-)?(\d{1,2})(?:[-.](\d{1,2}))?(?!\d)")
BUDGETS = {"low": 2_048, "medium": 8_192, "high": 16_384}
"""Tokens of thinking that stand for an effort, where a model takes a budget and no effort."""

OTHER_LIMIT = 8_192
"""Output tokens asked for when the caller gives no limit and the model is no Claude."""


@dataclass(frozen=True, slots=True)
class Model:
    """What one model takes.

    `max_tokens` is sent when the caller gives no limit, for this protocol requires one. `thinking` says how effort is
    asked for: as `effort`, as a `budget` of tokens, or not at all. `has_sampling` is temperature and top_p;
    `has_schema` that an answer can be bound to a JSON Schema.
    """

    max_tokens: int
    thinking: str
    has_sampling: bool
    has_schema: bool


def read_model(name: str, row: ProviderRow) -> Model:
    """Return what a model takes; a Claude without a number is taken for a new one."""
    if "claude" not in name:
        return Model(
            OTHER_LIMIT, "budget", has_sampling=True, has_schema="no-messages-schema" not in row.traits
        )
    found = NAME.search(name)
    major, minor = found.groups("0") if found else ("99", "0")
    version = (int(major), int(minor))
    return Model(
        max_tokens=_find_limit(version),
        thinking="effort" if version >= (4, 6) else "budget" if version >= (3, 7) else "none",
        has_sampling=version < (4, 7),
        has_schema=version >= (4, 5) or (version == (4, 1) and "opus" in name),
    )


def is_schema_by_tool(fields: Mapping[str, Any], row: ProviderRow) -> bool:
    """Say whether an output format is asked for as the input of a tool that must be called: the model has no other way.

    The answer is then that tool's input, and is given out as text.
    """
    form = read_object(read_object(fields.get("text")).get("format"))
    if form.get("type") != "json_schema" or fields.get("tools"):
        return False
    return not read_model(str(fields.get("model")), row).has_schema


def get_tool_name(fields: Mapping[str, Any]) -> str:
    """Return the name of the tool that stands for the output format."""
    return str(fields["text"]["format"].get("name") or "answer")


def _find_limit(version: tuple[int, int]) -> int:
    """Return the most that a model of this version writes, up to 32 000 tokens."""
    if version < (3, 5):
        return 4_096
    return 8_192 if version < (3, 7) else 32_000
