# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: items, as requests take them."""

from __future__ import annotations

from typing import Literal, TypeAlias

from typing_extensions import TypedDict

from .content import Content


class UserMessageParam(TypedDict):
    type: Literal["message"]
    role: Literal["user"]
    content: str


class CallParam(TypedDict):
    type: Literal["call"]
    name: str


class AssistantMessageParam(TypedDict):
    type: Literal["message"]
    role: Literal["assistant"]
    content: list[Content]


ItemParam: TypeAlias = UserMessageParam | AssistantMessageParam | CallParam
"""An item, told apart by its "type" """
