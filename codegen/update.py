"""Update a document of `spec/` from a published one: what was adopted is tried out first, and written in one piece."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from codegen.adopt import adopt_document
from codegen.build import build_package
from codegen.diff import Change, compare_documents
from codegen.document import get_schemas
from codegen.fetch import fetch_document
from codegen.generate import generate
from codegen.names import Name, PackageNames, build_default_name
from codegen.names_table import read_names
from codegen.normalise import normalise
from codegen.ours import find_ours
from codegen.reach import REPLIES, REQUESTS, find_reached, find_roots
from codegen.schema import Document, as_schema

WIDTH = 110


@dataclass(frozen=True, slots=True)
class Update:
    """What an update did to a file, and what it leaves to a person."""

    file: str
    changes: Sequence[Change]
    undescribed: Sequence[str]
    unnamed: Sequence[str]
    unneeded: Sequence[str]
    is_changed: bool

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to do."""
        return not (self.undescribed or self.unnamed or self.unneeded)


def update_spec(source: str, spec: Path) -> Update:
    """Adopt the structure of a newer document into the one in `spec/` that is about the same API.

    Raises:
        CodegenError: the document cannot be read, is about another API, or what it says cannot be generated;
            nothing was written.
    """
    ours = find_ours(fetch_document(source), source, spec)
    adoption = adopt_document(ours.document, ours.published, ours.deviations)
    file = spec / ours.file
    before = file.read_text(encoding="utf-8")
    text = _write_document(before, ours.document, adoption.document)
    names = read_names(spec / "names.yaml")[file.stem]
    document = normalise(adoption.document)
    unnamed = _find_unnamed(document, names)
    if text != before:
        guessed = {name: Name("misc", *[build_default_name(name)] * 2) for name in unnamed}
        build_package(document, replace(names, names={**names.names, **guessed}))
        if not unnamed:
            _try_out(text, file)
        _replace(file, text)
    changes = compare_documents(normalise(ours.document), document)
    return Update(ours.file, changes, adoption.undescribed, unnamed, adoption.unneeded, text != before)


def _write_document(text: str, old: Document, new: Document) -> str:
    """Return the file's text for a document: its comment, then the document in the one form in which we keep it."""
    comment = "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))
    before, after = (str(as_schema(document["info"]).get("version")) for document in (old, new))
    body = yaml.safe_dump(new, sort_keys=False, allow_unicode=True, width=WIDTH)
    return comment.replace(before, after) + body


def _find_unnamed(document: Document, names: PackageNames) -> list[str]:
    """Return the schemas that some operation reaches and that the table of names does not list."""
    schemas = get_schemas(document)
    reached = find_reached(schemas, [*find_roots(document, REPLIES), *find_roots(document, REQUESTS)])
    return [name for name in schemas if name in reached and name not in names.names]


def _try_out(text: str, file: Path) -> None:
    """Generate from a copy of `spec/` with the new text; what cannot be generated must not get in."""
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(shutil.copytree(file.parent, Path(folder) / "spec"))
        (spec / file.name).write_text(text, encoding="utf-8", newline="\n")
        generate(spec)


def _replace(file: Path, text: str) -> None:
    """Put a file in the place of another in one step, so that an interruption leaves the old one whole."""
    staging = file.with_name(f".{file.name}.new")
    staging.write_text(text, encoding="utf-8", newline="\n")
    os.replace(staging, file)
