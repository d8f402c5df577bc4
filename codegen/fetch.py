"""Read a document from where it is published: a file or URL in, a document and its name out."""

from __future__ import annotations

import http.client
import tempfile
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from codegen.document import load_document
from codegen.problems import CodegenError, Problem
from codegen.schema import Document

TIMEOUT = 60
"""Seconds that a server may stay silent."""


@dataclass(frozen=True, slots=True)
class Published:
    """A document as it was found, its parts unchecked, and what problems call it."""

    name: str
    document: Document


def fetch_document(source: str) -> Published:
    """Return what claims to be an OpenAPI 3.1 document at a path or URL.

    Raises:
        CodegenError: it cannot be read, or is no OpenAPI 3.1 document.
    """
    if not source.strip():
        raise CodegenError(
            [Problem("FROM", "expected the file or URL of an OpenAPI 3.1 document, got nothing")]
        )
    if source.startswith(("http://", "https://")):
        return _fetch(source)
    path = Path(source)
    name = path.name or source
    return Published(name, _load(path, name))


def _fetch(url: str) -> Published:
    name = _hide_secrets(url)
    try:
        if "@" in urlsplit(url).netloc:  # urllib would take the password for a port, and say it
            raise CodegenError([Problem(name, "cannot be fetched with a password in the address")])
        with urllib.request.urlopen(url, timeout=TIMEOUT) as reply:  # noqa: S310  # the scheme was just checked
            data = reply.read()
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise CodegenError([Problem(name, f"cannot be fetched: {error or type(error).__name__}")]) from error
    start = data.lstrip()[:1]
    if start == b"<":
        raise CodegenError([Problem(name, "expected an OpenAPI 3.1 document, got a web page")])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / ("document.json" if start == b"{" else "document.yaml")
        file.write_bytes(data)
        return Published(name, _load(file, name))


def _load(path: Path, name: str) -> Document:
    """Load a file; its problems are said of the name that the caller knows it by."""
    try:
        return load_document(path, name)
    except CodegenError as error:
        place = path.name
        raise CodegenError(
            [Problem(p.place.replace(place, name, 1), p.reason) for p in error.problems]
        ) from error


def _hide_secrets(url: str) -> str:
    """Return an address without user, password and query, for logs."""
    address = url.partition("?")[0]
    scheme, _, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"
