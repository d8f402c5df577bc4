"""Read a document from where it is published: a file or URL in, a checked document out."""

from __future__ import annotations

import http.client
import tempfile
import urllib.request
from pathlib import Path

from codegen.document import read_document
from codegen.problems import CodegenError, Problem
from codegen.schema import Document

TIMEOUT = 60
"""Seconds that a server may stay silent."""


def fetch_document(source: str) -> Document:
    """Return the OpenAPI document at a path or URL.

    Raises:
        CodegenError: it cannot be read, or is no OpenAPI 3.1 document with schemas.
    """
    if not source.startswith(("http://", "https://")):
        return read_document(Path(source))
    try:
        with urllib.request.urlopen(source, timeout=TIMEOUT) as reply:  # noqa: S310  # the scheme was just checked
            data = reply.read()
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise CodegenError([Problem(source, f"cannot be fetched: {error}")]) from error
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / ("document.json" if data.lstrip().startswith(b"{") else "document.yaml")
        file.write_bytes(data)
        return read_document(file)
