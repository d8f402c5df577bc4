"""The two models of the floor: what stands in a delta, and nothing else."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel


class TextDelta(BaseModel):
    """A piece of output text or of a reasoning summary."""

    type: str
    item_id: str
    output_index: int
    content_index: int | None = None
    summary_index: int | None = None
    delta: str
    logprobs: list[Any] | None = None
    obfuscation: str | None = None
    sequence_number: int


class ArgumentsDelta(BaseModel):
    """A piece of a function call's arguments."""

    type: str
    item_id: str
    output_index: int
    delta: str
    obfuscation: str | None = None
    sequence_number: int
