# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: events, as servers send them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from tiny_types.base import ABSENT, KnownTags, SpecModel, UnknownEvent

from .items import Item
from .reply import Reply


class ReplyStarted(SpecModel):
    type: Literal["reply.started"]
    reply: Reply = ABSENT


class ItemDone(SpecModel):
    type: Literal["item.done"]
    item: Item = ABSENT
    """It."""


ReplyEvent = TypeAliasType(
    "ReplyEvent",
    Annotated[
        Annotated[ReplyStarted | ItemDone, Field(discriminator="type")]
        | Annotated[UnknownEvent, KnownTags("item.done", "reply.started")],
        Field(union_mode="left_to_right"),
    ],
)
"""Any event of a response stream, told apart by `type`."""
