"""Update a document of `spec/` from a published one: what was adopted is tried out first, and written in one piece."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from codegen.adopt import adopt_document
from codegen.diff import Change, compare_documents
from codegen.document import check_document
from codegen.fetch import fetch_document
from codegen.files import load_file
from codegen.generate import generate
from codegen.names import Name
from codegen.normalise import normalise
from codegen.ours import find_ours
from codegen.problems import CodegenError, Problem
from codegen.schema import Document, as_schema
from codegen.undescribed import find_undescribed
from codegen.unnamed import suggest_names

WIDTH = 110


@dataclass(frozen=True, slots=True)
class Update:
    """What an update did to a file, and what it leaves to a person."""

    file: str
    is_changed: bool
    release: str | None
    changes: Sequence[Change]
    undescribed: Sequence[str]
    unnamed: Mapping[str, Name]
    kept: Sequence[str]
    unneeded: Sequence[str]
    left_out: Sequence[str]

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
    published = fetch_document(source)
    ours = find_ours(published, spec)
    adoption = adopt_document(ours.document, ours.published, ours.deviations)
    is_changed = adoption.document != ours.document
    check_document(adoption.document, ours.file)
    document = normalise(adoption.document)
    unnamed = suggest_names(document, ours.names)
    if is_changed:
        file = spec / ours.file
        text = _write_document(file.read_text(encoding="utf-8"), ours.document, adoption.document)
        _try_out(text, file, unnamed)
        _replace(file, text)
    return Update(
        file=ours.file,
        is_changed=is_changed,
        release=adoption.release,
        changes=compare_documents(normalise(ours.document), document),
        undescribed=[*find_undescribed(adoption.document)],
        unnamed=unnamed,
        kept=adoption.kept,
        unneeded=adoption.unneeded,
        left_out=ours.left_out,
    )


class _Dumper(yaml.SafeDumper):
    """YAML without anchors: equal parts are written out, as in the document."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _write_document(text: str, old: Document, new: Document) -> str:
    """Return the file's text for a document: its comment, then the document in the one form in which we keep it."""
    comment = "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))
    before, after = (str(as_schema(document["info"]).get("version")) for document in (old, new))
    body = yaml.dump(new, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH)
    return (comment.replace(before, after) if before != after else comment) + body


def _try_out(text: str, file: Path, unnamed: Mapping[str, Name]) -> None:
    """Generate from a copy of `spec/` with the new text; what cannot be generated must not get in."""
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(shutil.copytree(file.parent, Path(folder) / "spec"))
        (spec / file.name).write_text(text, encoding="utf-8", newline="\n")
        if unnamed:
            _add_names(spec / "names.yaml", file.stem, unnamed)
        try:
            generate(spec)
        except CodegenError as error:
            tried = [
                Problem(schema, f"has no name in spec/names.yaml; {name.module}.{name.model} was tried")
                for schema, name in unnamed.items()
            ]
            raise CodegenError([*error.problems, *tried]) from error


def _add_names(file: Path, document: str, unnamed: Mapping[str, Name]) -> None:
    table: Any = load_file(file)
    modules = table[document]["modules"]
    for schema, name in unnamed.items():
        modules.setdefault(name.module, {})[schema] = name.model
    file.write_text(yaml.safe_dump(table, sort_keys=False), encoding="utf-8")


def _replace(file: Path, text: str) -> None:
    """Put a file in the place of another in one step, so that an interruption leaves the old one whole."""
    staging = file.with_name(f".{file.name}.new")
    try:
        staging.write_text(text, encoding="utf-8", newline="\n")
        shutil.copymode(file, staging)
        os.replace(staging, file)
    except OSError as error:
        staging.unlink(missing_ok=True)
        raise CodegenError([Problem(str(file), f"cannot be written: {error.strerror}")]) from error
