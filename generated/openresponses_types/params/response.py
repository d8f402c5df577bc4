# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: response, as requests take them."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict


class TextResponseFormat(TypedDict):
    """Plain text output without any required structure; one of the choices for `text.format`."""

    type: Literal["text"]
    """Tag of this format, always `text`."""
