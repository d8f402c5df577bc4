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
    """Annotation that cites a file, for instance one that a file search found."""

    type: Literal["file_citation"]
    """Tag of this annotation, always `file_citation`."""
    file_id: str = ABSENT
    """Identifier of the cited file."""
    index: int = ABSENT
    """Where the cited file stands in the list of files, counted from zero."""
    filename: str = ABSENT
    """Name of the cited file."""


class UrlCitationBody(SpecModel):
    """Annotation that cites a web page for a stretch of text."""

    type: Literal["url_citation"]
    """Tag of this annotation, always `url_citation`."""
    url: str = ABSENT
    """Address of the cited page."""
    start_index: int = ABSENT
    """Index of the first character of the annotated text within the part."""
    end_index: int = ABSENT
    """Index behind the last character of the annotated text within the part."""
    title: str = ABSENT
    """Title of the cited page."""


class ContainerFileCitationBody(SpecModel):
    """Annotation that cites a file which a tool made in its container."""

    type: Literal["container_file_citation"]
    """Tag of this annotation, always `container_file_citation`."""
    container_id: str = ABSENT
    """Identifier of the container that holds the file."""
    file_id: str = ABSENT
    """Identifier of the file, with which it can be fetched from the container."""
    start_index: int = ABSENT
    """Index of the first character of the annotated text within the part."""
    end_index: int = ABSENT
    """Index behind the last character of the annotated text within the part."""
    filename: str = ABSENT
    """Name of the file inside the container."""


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
"""Something attached to a stretch of output text: a cited page or file, or a file path."""
