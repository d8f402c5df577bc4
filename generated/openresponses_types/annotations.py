# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: annotations, as servers send them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import (
    ABSENT,
    KnownTags,
    SpecModel,
    UnknownAnnotation,
)


class UrlCitationBody(SpecModel):
    type: Literal["url_citation"]
    url: str = ABSENT
    start_index: int = ABSENT
    end_index: int = ABSENT
    title: str = ABSENT


Annotation = TypeAliasType(
    "Annotation",
    Annotated[
        UrlCitationBody | Annotated[UnknownAnnotation, KnownTags("url_citation")],
        Field(union_mode="left_to_right"),
    ],
)
