# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: annotations, as servers send them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import ABSENT, KnownTags, SpecModel, UnknownAnnotation


class UrlCitationBody(SpecModel):
    """Citation of a web page the answer draws on, attached to a span of `output_text`."""

    type: Literal["url_citation"]
    """Tag of this annotation, always `url_citation`."""
    url: str = ABSENT
    """Address of the cited web page or file."""
    start_index: int = ABSENT
    """Zero-based position in the text where the cited span begins."""
    end_index: int = ABSENT
    """Zero-based position in the text where the cited span ends."""
    title: str = ABSENT
    """Title of the cited page, suitable as link text."""


Annotation = TypeAliasType(
    "Annotation",
    Annotated[
        UrlCitationBody | Annotated[UnknownAnnotation, KnownTags("url_citation")],
        Field(union_mode="left_to_right"),
    ],
)
"""Note on a stretch of `output_text`, such as its source; the core specification has URL citations
only."""
