# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: content, as servers send them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from tiny_types.base import ABSENT, KnownTags, SpecModel, UnknownContent


class Text(SpecModel):
    type: Literal["text"]
    text: str = ABSENT


class Image(SpecModel):
    type: Literal["image"]
    url: str = ABSENT


Content = TypeAliasType(
    "Content",
    Annotated[
        Annotated[Text | Image, Field(discriminator="type")]
        | Annotated[UnknownContent, KnownTags("image", "text")],
        Field(union_mode="left_to_right"),
    ],
)
"""A part of a message."""
