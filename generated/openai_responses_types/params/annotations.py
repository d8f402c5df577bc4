# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: annotations, as requests take them."""

from __future__ import annotations

from typing import Literal, TypeAlias

from typing_extensions import TypedDict


class FilePath(TypedDict):
    """Annotation in output text that points to a file, for example one the model generated."""

    type: Literal["file_path"]
    """Tag of this annotation, always `file_path`."""
    file_id: str
    """Identifier of the file pointed to; use it to fetch the content."""
    index: int
    """Position of the file within the list of files."""


class FileCitationBody(TypedDict):
    """Annotation that cites a file, for instance one that a file search found."""

    type: Literal["file_citation"]
    """Tag of this annotation, always `file_citation`."""
    file_id: str
    """Identifier of the cited file."""
    index: int
    """Where the cited file stands in the list of files, counted from zero."""
    filename: str
    """Name of the cited file."""


class UrlCitationBody(TypedDict):
    """Annotation that cites a web page for a stretch of text."""

    type: Literal["url_citation"]
    """Tag of this annotation, always `url_citation`."""
    url: str
    """Address of the cited page."""
    start_index: int
    """Index of the first character of the annotated text within the part."""
    end_index: int
    """Index behind the last character of the annotated text within the part."""
    title: str
    """Title of the cited page."""


class ContainerFileCitationBody(TypedDict):
    """Annotation that cites a file which a tool made in its container."""

    type: Literal["container_file_citation"]
    """Tag of this annotation, always `container_file_citation`."""
    container_id: str
    """Identifier of the container that holds the file."""
    file_id: str
    """Identifier of the file, with which it can be fetched from the container."""
    start_index: int
    """Index of the first character of the annotated text within the part."""
    end_index: int
    """Index behind the last character of the annotated text within the part."""
    filename: str
    """Name of the file inside the container."""


Annotation: TypeAlias = FileCitationBody | UrlCitationBody | ContainerFileCitationBody | FilePath
"""Something attached to a stretch of output text: a cited page or file, or a file path."""
