# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: request, as requests take them."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from .enums import Mode
from .items import ItemParam
from .settings import FormatParam


class CreateReply(TypedDict):
    """What a client sends."""

    model: str
    """Name of the model."""
    input: str | list[ItemParam]
    mode: NotRequired[Mode]
    format: NotRequired[FormatParam | None]
