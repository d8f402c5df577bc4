# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: items, as servers send them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from tiny_types.base import ABSENT, KnownTags, SpecModel, UnknownItem

from .content import Content


class UserMessage(SpecModel):
    type: Literal["message"]
    role: Literal["user"] = ABSENT
    content: str = ABSENT


class Call(SpecModel):
    type: Literal["call"]
    name: str = ABSENT


class AssistantMessage(SpecModel):
    type: Literal["message"]
    role: Literal["assistant"] = ABSENT
    content: list[Content] = ABSENT


Item = TypeAliasType(
    "Item",
    Annotated[
        Annotated[
            Annotated[UserMessage | AssistantMessage, Field(discriminator="role")] | Call,
            Field(discriminator="type"),
        ]
        | Annotated[UnknownItem, KnownTags("call", "message")],
        Field(union_mode="left_to_right"),
    ],
)
"""An item, told apart by its "type" """
