"""Report what a newer document changes: a file or URL in, text or JSON and an exit status out."""

from __future__ import annotations

import json
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

from codegen.diff import Change, Kind, compare_documents, count_shared
from codegen.document import get_schemas, read_document
from codegen.files import load_file
from codegen.normalise import normalise
from codegen.problems import CodegenError, Problem
from codegen.schema import Document, as_schema, get_members, get_target

LEAST_SHARED = 0.5
"""Share of schemas that two releases of one API have in common at the least."""


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
    new = _read(source)
    if base is not None:
        old, wanted = _read(base), set[str]()
    else:
        old, wanted = _find_ours(new, source, spec)
    if count_shared(old, new) < LEAST_SHARED:
        raise CodegenError(
            [Problem(source, "describes another API: it has few of the schemas of the older document")]
        )
    changes = [change for change in compare_documents(old, new) if not _is_wanted(change, wanted)]
    status = int(any(change.is_breaking for change in changes))
    return (_write_json(changes) if as_json else _write_text(changes)), status


def _read(source: str) -> Document:
    if not source.startswith(("http://", "https://")):
        return normalise(read_document(Path(source)))
    try:
        with urllib.request.urlopen(source, timeout=60) as reply:  # noqa: S310  # the scheme was just checked
            data = reply.read()
    except (urllib.error.URLError, TimeoutError, ValueError) as error:
        raise CodegenError([Problem(source, f"cannot be fetched: {error}")]) from error
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / ("document.json" if data.lstrip().startswith(b"{") else "document.yaml")
        file.write_bytes(data)
        return normalise(read_document(file))


def _find_ours(new: Document, source: str, spec: Path) -> tuple[Document, set[str]]:
    ours = {file.name: normalise(read_document(file)) for file in sorted(spec.glob("open*.yaml"))}
    name, document = max(ours.items(), key=lambda entry: count_shared(entry[1], new))
    if count_shared(document, new) < LEAST_SHARED:
        raise CodegenError([Problem(source, "describes another API than the documents in spec/")])
    listed = as_schema(load_file(spec / "deviations.yaml"))
    wanted = {place.removeprefix(f"{name}#") for place in listed if place.startswith(f"{name}#")}
    schemas, published = get_schemas(document), get_schemas(new)
    joined = {get_target(member) for place in wanted for member in get_members(schemas.get(place, {}))}
    # What a union of ours has beyond the published one is ours as well.
    return document, wanted | {name for name in joined if name is not None and name not in published}


def _is_wanted(change: Change, wanted: set[str]) -> bool:
    """Say whether a change is one of our own deviations, or a schema that only we have."""
    return any(change.place == place or change.place.startswith(f"{place}[") for place in wanted)


def _write_text(changes: list[Change]) -> str:
    lines: list[str] = []
    for kind in Kind:
        listed = [change for change in changes if change.kind is kind]
        if listed:
            lines += [f"{kind} ({len(listed)})", *(f"  {change}" for change in listed)]
    breaking = sum(change.is_breaking for change in changes)
    return "\n".join([*lines, f"{len(changes)} changes, {breaking} breaking"])


def _write_json(changes: list[Change]) -> str:
    listed = [
        {
            "kind": str(change.kind),
            "place": change.place,
            "detail": change.detail,
            "breaking": change.is_breaking,
        }
        for change in changes
    ]
    return json.dumps(
        {"changes": listed, "breaking": any(change.is_breaking for change in changes)}, indent=2
    )
