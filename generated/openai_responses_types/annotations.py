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


class FilePath(SpecModel):
    """Annotation in output text that points to a file, for example one the model generated."""

    type: Literal["file_path"]
    """Tag of this annotation, always `file_path`."""
    file_id: str = ABSENT
    """Identifier of the file pointed to; use it to fetch the content."""
    index: int = ABSENT
    """Position of the file within the list of files."""


class FileCitationBody(SpecModel):
    type: Literal["file_citation"]
    file_id: str = ABSENT
    index: int = ABSENT
    filename: str = ABSENT


class UrlCitationBody(SpecModel):
    type: Literal["url_citation"]
    url: str = ABSENT
    start_index: int = ABSENT
    end_index: int = ABSENT
    title: str = ABSENT


class ContainerFileCitationBody(SpecModel):
    type: Literal["container_file_citation"]
    container_id: str = ABSENT
    file_id: str = ABSENT
    start_index: int = ABSENT
    end_index: int = ABSENT
    filename: str = ABSENT


Annotation = TypeAliasType(
    "Annotation",
    Annotated[
        Annotated[
            FileCitationBody | UrlCitationBody | ContainerFileCitationBody | FilePath,
            Field(discriminator="type"),
        ]
        | Annotated[
            UnknownAnnotation,
            KnownTags("container_file_citation", "file_citation", "file_path", "url_citation"),
        ],
        Field(union_mode="left_to_right"),
    ],
)
