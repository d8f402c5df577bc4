# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: annotations, as servers send them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import ABSENT, KnownTags, SpecModel, UnknownAnnotation


class FilePath(SpecModel):
    """Annotation in output text that points to a file, for example one the model generated."""

    type: Literal["file_path"]
    """Tag of this annotation, always `file_path`."""
    file_id: str = ABSENT
    """Identifier of the file pointed to; use it to fetch the content."""
    index: int = ABSENT
    """Position of the file within the list of files."""


class FileCitationBody(SpecModel):
    """Annotation naming an uploaded file that the model's text draws on."""

    type: Literal["file_citation"]
    """Tag of this annotation, always `file_citation`."""
    file_id: str = ABSENT
    """ID of the uploaded file being cited."""
    index: int = ABSENT
    """Position of the cited file in the list of files."""
    filename: str = ABSENT
    """Name of the cited file, suitable for showing to readers."""


class UrlCitationBody(SpecModel):
    """Annotation linking a stretch of the model's text to the web page behind it."""

    type: Literal["url_citation"]
    """Tag of this annotation, always `url_citation`."""
    url: str = ABSENT
    """Address of the cited web page, to link to from the text."""
    start_index: int = ABSENT
    """Character position in the message text where the cited stretch begins."""
    end_index: int = ABSENT
    """Character position in the message text where the cited stretch ends."""
    title: str = ABSENT
    """Title of the cited page, suitable as link text."""


class ContainerFileCitationBody(SpecModel):
    """Annotation linking a stretch of the model's text to a file inside a container."""

    type: Literal["container_file_citation"]
    """Tag of this annotation, always `container_file_citation`."""
    container_id: str = ABSENT
    """ID of the container holding the cited file; use it with `file_id` to fetch the content."""
    file_id: str = ABSENT
    """ID of the cited file within its container."""
    start_index: int = ABSENT
    """Character position in the message text where the cited stretch begins."""
    end_index: int = ABSENT
    """Character position in the message text where the cited stretch ends."""
    filename: str = ABSENT
    """Name of the cited file, suitable for showing to readers."""


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
"""Source note attached to output text: a file, web page, container file or file path, told apart by
`type`."""
