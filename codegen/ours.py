"""Find our document about the same API as a published one, and what in it differs on purpose."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from codegen.cut import cut_document, get_service, list_left_out
from codegen.document import check_document, get_schemas, read_document
from codegen.fetch import Published
from codegen.files import load_file
from codegen.names import PackageNames
from codegen.names_table import read_names
from codegen.problems import CodegenError, Problem
from codegen.schema import Document, as_schema

LEAST_SHARED = 0.5
"""Share of schemas that two releases of one API have in common at the least."""


@dataclass(frozen=True, slots=True)
class Ours:
    """One of our documents with its names, the published one cut to its part, and where ours differs on purpose."""

    file: str
    document: Document
    names: PackageNames
    published: Document
    left_out: Sequence[str]
    deviations: Collection[str]


def find_ours(published: Published, spec: Path) -> Ours:
    """Return the document in `spec/` that a published one is about, and the published one's part, checked.

    Raises:
        CodegenError: none is, it has problems, or one of ours cannot be read.
    """
    names = read_names(spec / "names.yaml")
    documents = {name: read_document(spec / f"{name}.yaml") for name in names}
    name, document = max(documents.items(), key=lambda entry: _count_shared(entry[1], published.document))
    check_related(document, published)
    _check_paths(document, published)
    part = cut_document(published.document, document)
    check_document(part, published.name)
    file = f"{name}.yaml"
    left_out = list_left_out(published.document, part)
    return Ours(file, document, names[name], part, left_out, _read_deviations(spec, file))


def check_related(old: Document, new: Published) -> None:
    """Raise if a document is not a release of the same API.

    Raises:
        CodegenError: it has problems of its own, or few of the other's schemas.
    """
    share = _count_shared(old, new.document)
    if share < LEAST_SHARED:
        check_document(new.document, new.name)
        reason = f"describes another API: it has {share:.0%} of the schemas of the document that it is compared with"
        raise CodegenError([Problem(new.name, reason)])


def _check_paths(old: Document, new: Published) -> None:
    """Raise if a document has no operation of ours: the end of a file that was cut off may be missing."""
    wanted = {get_service(path) for path in as_schema(old.get("paths"))}
    if wanted.isdisjoint(get_service(path) for path in as_schema(new.document.get("paths"))):
        listed = ", ".join(f"/{service}" for service in sorted(wanted))
        raise CodegenError([Problem(new.name, f"expected paths below {listed}, found none; is it cut off?")])


def _read_deviations(spec: Path, file: str) -> Collection[str]:
    path = spec / "deviations.yaml"
    listed = as_schema(load_file(path) if path.exists() else None)
    return [place.removeprefix(f"{file}#") for place in listed if place.startswith(f"{file}#")]


def _count_shared(old: Document, new: Document) -> float:
    """Return the share of the old document's schemas that the new one has."""
    names = set(get_schemas(old))
    return len(names & set(get_schemas(new))) / len(names)
