# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: annotations, as requests take them."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict


class UrlCitationParam(TypedDict):
    type: Literal["url_citation"]
    start_index: int
    end_index: int
    url: str
    title: str
