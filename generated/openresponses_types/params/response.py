# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: response, as requests take them."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict


class TextResponseFormat(TypedDict):
    type: Literal["text"]
