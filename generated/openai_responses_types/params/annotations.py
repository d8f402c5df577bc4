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
    type: Literal["file_citation"]
    file_id: str
    index: int
    filename: str


class UrlCitationBody(TypedDict):
    type: Literal["url_citation"]
    url: str
    start_index: int
    end_index: int
    title: str


class ContainerFileCitationBody(TypedDict):
    type: Literal["container_file_citation"]
    container_id: str
    file_id: str
    start_index: int
    end_index: int
    filename: str


Annotation: TypeAlias = FileCitationBody | UrlCitationBody | ContainerFileCitationBody | FilePath
