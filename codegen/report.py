"""Report what a newer document changes, or what an update did: a file or URL in, text and an exit status out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from codegen.adopt import adopt_document
from codegen.diff import Change, Kind, compare_documents
from codegen.document import check_document
from codegen.fetch import fetch_document
from codegen.normalise import normalise
from codegen.ours import check_related, find_ours
from codegen.schema import Document
from codegen.unnamed import suggest_names
from codegen.update import Update, update_spec


def report_changes(source: str, base: str | None, spec: Path, *, as_json: bool = False) -> tuple[str, int]:
    """Compare a document with another, or with the one in `spec/` that is about the same API.

    Args:
        source: file or URL of the newer document.
        base: file or URL of the older one; None for the one in `spec/`, whose deviations stay.
        spec: folder of our documents, their names and `deviations.yaml`.
        as_json: whether to return JSON.

    Returns:
        The report, and the exit status: 0 if nothing breaks, 1 otherwise.

    Raises:
        CodegenError: a document cannot be read, has problems, or is about another API.
    """
    changes = _compare_with_ours(source, spec) if base is None else _compare_with_base(source, base)
    status = int(any(change.is_breaking for change in changes))
    return (_write_json(_list(changes)) if as_json else _write_text(changes)), status


def _compare_with_base(source: str, base: str) -> list[Change]:
    old, new = fetch_document(base), fetch_document(source)
    check_document(old.document, old.name)
    check_related(old.document, new)
    check_document(new.document, new.name)
    return compare_documents(normalise(old.document), normalise(new.document))


def _compare_with_ours(source: str, spec: Path) -> list[Change]:
    """Return the changes that an update would make."""
    ours = find_ours(fetch_document(source), spec)
    adopted: Document = adopt_document(ours.document, ours.published, ours.deviations).document
    check_document(adopted, ours.file)
    new = normalise(adopted)
    suggest_names(new, ours.names)
    return compare_documents(normalise(ours.document), new)


def report_update(source: str, spec: Path, *, as_json: bool = False) -> tuple[str, int]:
    """Update a document of `spec/` from a newer one and say what that changed and what is left to do.

    Returns:
        The report, and the exit status: 0 if nothing is left to do, 1 if descriptions or names are missing.

    Raises:
        CodegenError: the document has problems; nothing was written.
    """
    update = update_spec(source, spec)
    text = _write_json(_list_update(update)) if as_json else _write_update(update)
    return text, int(not update.is_complete)


def _list_update(update: Update) -> dict[str, object]:
    unnamed = [
        {"schema": schema, "module": name.module, "name": name.model}
        for schema, name in update.unnamed.items()
    ]
    return {
        "file": update.file,
        "changed": update.is_changed,
        "release": update.release,
        **_list(update.changes),
        "undescribed": [*update.undescribed],
        "unnamed": unnamed,
        "kept": [*update.kept],
        "unneeded": [*update.unneeded],
        "left_out": [*update.left_out],
    }


def _write_update(update: Update) -> str:
    state = "updated" if update.is_changed else "up to date, nothing was written"
    lines = [f"spec/{update.file}: {state}"]
    if update.changes:
        lines.append(_write_text(update.changes))
    names = [
        f"{schema}  (for instance {name.module}: {name.model})" for schema, name in update.unnamed.items()
    ]
    for text, places in (
        ("need a description in our own words", update.undescribed),
        (f"need a line in spec/names.yaml, in a module of {Path(update.file).stem}", names),
        ("no longer differ: take out the line in spec/deviations.yaml, or `x-added-here`", update.unneeded),
        ("stay as they are by spec/deviations.yaml", update.kept if update.is_changed else ()),
        ("services of the document are no part of ours and were left out", update.left_out),
    ):
        if places:
            lines += [f"{len(places)} {text}:", *(f"  {place}" for place in places)]
    if update.is_changed and update.release is None:
        lines.append("the document names no release: mend `info.version` and the comment on top by hand")
    if update.is_changed:
        lines.append("next: `make generate`" + ("" if update.is_complete else ", when these are done"))
    return "\n".join(lines)


def _write_text(changes: Sequence[Change]) -> str:
    lines: list[str] = []
    for kind in Kind:
        listed = [change for change in changes if change.kind is kind]
        if listed:
            lines += [f"{kind} ({len(listed)})", *(f"  {change}" for change in listed)]
    breaking = sum(change.is_breaking for change in changes)
    return "\n".join([*lines, f"{len(changes)} changes, {breaking} breaking"])


def _list(changes: Sequence[Change]) -> dict[str, object]:
    listed = [
        {
            "kind": str(change.kind),
            "place": change.place,
            "detail": change.detail,
            "breaking": change.is_breaking,
        }
        for change in changes
    ]
    return {"changes": listed, "breaking": any(change.is_breaking for change in changes)}


def _write_json(report: dict[str, object]) -> str:
    return json.dumps(report, indent=2, ensure_ascii=False)
