"""Report what a newer document changes, or what an update did: a file or URL in, text and an exit status out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from codegen.diff import Change, Kind, compare_documents
from codegen.fetch import fetch_document
from codegen.normalise import normalise
from codegen.ours import check_related, find_ours
from codegen.update import Update, update_spec


def report_changes(source: str, base: str | None, spec: Path, *, as_json: bool = False) -> tuple[str, int]:
    """Compare a document with another, or with the one in `spec/` that is about the same API.

    Args:
        source: file or URL of the newer document.
        base: file or URL of the older one; None for the one in `spec/`.
        spec: folder of our documents and of `deviations.yaml`, whose places are left out.
        as_json: whether to return JSON.

    Returns:
        The report, and the exit status: 0 if nothing breaks, 1 otherwise.

    Raises:
        CodegenError: a document cannot be read, or is about another API.
    """
    new = fetch_document(source)
    if base is not None:
        old, wanted = fetch_document(base), set[str]()
        check_related(old, new, source)
    else:
        ours = find_ours(new, source, spec)
        old, new, wanted = ours.document, ours.published, {*ours.deviations, *ours.added}
    found = compare_documents(normalise(old), normalise(new))
    changes = [change for change in found if not _is_wanted(change, wanted)]
    status = int(any(change.is_breaking for change in changes))
    return (_write_json(_list(changes)) if as_json else _write_text(changes)), status


def report_update(source: str, spec: Path, *, as_json: bool = False) -> tuple[str, int]:
    """Update a document of `spec/` from a newer one and say what that changed and what is left to do.

    Returns:
        The report, and the exit status: 0 if nothing is left to do, 1 if descriptions or names are missing.

    Raises:
        CodegenError: the document has problems; nothing was written.
    """
    update = update_spec(source, spec)
    if as_json:
        left = {"undescribed": update.undescribed, "unnamed": update.unnamed, "unneeded": update.unneeded}
        facts: dict[str, object] = {"file": update.file, "changed": update.is_changed}
        text = _write_json(
            {**facts, **_list(update.changes), **{key: [*names] for key, names in left.items()}}
        )
    else:
        text = _write_update(update)
    return text, int(not update.is_complete)


def _write_update(update: Update) -> str:
    state = "updated" if update.is_changed else "up to date, nothing was written"
    lines = [f"spec/{update.file}: {state}"]
    if update.changes:
        lines.append(_write_text(update.changes))
    for text, places in (
        ("need a description in our own words", update.undescribed),
        (f"need a line in spec/names.yaml, in a module of {Path(update.file).stem}", update.unnamed),
        ("are published by now: take them out of spec/deviations.yaml", update.unneeded),
    ):
        if places:
            lines += [f"{len(places)} {text}:", *(f"  {place}" for place in places)]
    if update.is_changed:
        lines.append("next: `make generate`" + ("" if update.is_complete else ", when these are done"))
    return "\n".join(lines)


def _is_wanted(change: Change, wanted: set[str]) -> bool:
    """Say whether a change is one of our own deviations, or a schema that only we have."""
    return any(change.place == place or change.place.startswith(f"{place}[") for place in wanted)


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
