# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: reply, as servers send them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType

from tiny_types.base import ABSENT, KnownTags, SpecModel, UnknownObject

from .content import Text
from .enums import Mode
from .items import Call, Item
from .settings import Labels, Scores

ReplyChoice = TypeAliasType(
    "ReplyChoice",
    Annotated[
        Annotated[Call | Text, Field(discriminator="type")]
        | Mode
        | Annotated[UnknownObject, KnownTags("call", "text")],
        Field(union_mode="left_to_right"),
    ],
)


class ReplyUsage(SpecModel):
    tokens: int = ABSENT


class Reply(SpecModel):
    """What a server sends back."""

    id: str = ABSENT
    """Identifier, for instance `re_1`."""
    schema_: str = Field(default=ABSENT, alias="schema")
    error: str | None = ABSENT
    """What went wrong; null if nothing did."""
    output: list[Item] = ABSENT
    note: str | None = None
    mode: Mode | None = None
    choice: ReplyChoice | None = None
    usage: ReplyUsage | None = None
    labels: Labels | None = None
    scores: Scores | None = None
