"""Find our document about the same API as a published one, and what in it differs on purpose."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from codegen.adopt import ADDED
from codegen.cut import cut_document
from codegen.document import get_schemas, read_document
from codegen.files import load_file
from codegen.names_table import read_names
from codegen.problems import CodegenError, Problem
from codegen.schema import Document, as_schema

LEAST_SHARED = 0.5
"""Share of schemas that two releases of one API have in common at the least."""


@dataclass(frozen=True, slots=True)
class Ours:
    """One of our documents, the published one cut to its part, and the places where ours differs on purpose."""

    file: str
    document: Document
    published: Document
    deviations: Collection[str]

    @property
    def added(self) -> set[str]:
        """Schemas that only we have."""
        return {name for name, schema in get_schemas(self.document).items() if ADDED in schema}


def find_ours(published: Document, source: str, spec: Path) -> Ours:
    """Return the document in `spec/` that a published one is about.

    Raises:
        CodegenError: none is, or one of ours cannot be read.
    """
    documents = {
        f"{name}.yaml": read_document(spec / f"{name}.yaml") for name in read_names(spec / "names.yaml")
    }
    name, document = max(documents.items(), key=lambda entry: count_shared(entry[1], published))
    check_related(document, published, source)
    file = spec / "deviations.yaml"
    listed = as_schema(load_file(file) if file.exists() else None)
    deviations = [place.removeprefix(f"{name}#") for place in listed if place.startswith(f"{name}#")]
    return Ours(name, document, cut_document(published, document), deviations)


def check_related(old: Document, new: Document, source: str) -> None:
    """Raise if a document is not a release of the same API.

    Raises:
        CodegenError: it has few of the other's schemas.
    """
    share = count_shared(old, new)
    if share < LEAST_SHARED:
        reason = f"describes another API: it has {share:.0%} of the schemas of the document that it is compared with"
        raise CodegenError([Problem(source, reason)])


def count_shared(old: Document, new: Document) -> float:
    """Return the share of the old document's schemas that the new one has."""
    names = set(get_schemas(old))
    return len(names & set(get_schemas(new))) / len(names)
