# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: content, as requests take them."""

from __future__ import annotations

from typing import Literal, TypeAlias

from typing_extensions import TypedDict


class TextParam(TypedDict):
    type: Literal["text"]
    text: str


class ImageParam(TypedDict):
    type: Literal["image"]
    url: str


Content: TypeAlias = TextParam | ImageParam
"""A part of a message."""
