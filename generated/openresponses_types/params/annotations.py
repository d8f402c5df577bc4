# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: annotations, as requests take them."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict


class UrlCitationParam(TypedDict):
    """Web citation attached to earlier assistant text, sent back in the `annotations` of an
    `output_text` part."""

    type: Literal["url_citation"]
    """Tag of this annotation, always `url_citation`."""
    start_index: int
    """Zero-based position in the text where the cited span begins."""
    end_index: int
    """Zero-based position in the text where the cited span ends."""
    url: str
    """Address of the web page or file that the citation refers to."""
    title: str
    """Title of the cited page, suitable as link text."""
