# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: events, as requests take them."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class WebSocketErrorBody(TypedDict):
    """What went wrong on the socket."""

    type: NotRequired[str]
    code: str
    message: str
    param: NotRequired[str | None]


class WebSocketErrorEvent(TypedDict):
    type: Literal["error"]
    status: int
    error: WebSocketErrorBody
