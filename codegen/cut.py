"""Cut a document to one part of an API: only the paths of that part, and what these lead to. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from codegen.document import LOCAL_PREFIX, find_refs
from codegen.schema import JSON, Document, as_schema

LEAST_OURS = 0.5
"""Share of the paths that are of our part in a document that is about this part alone."""


def cut_document(document: Document, model: Document) -> Document:
    """Return a document with the paths that begin as those of another one do, and the components that these use.

    A vendor publishes one document for all of its services. One in which most paths are of our part is about
    that part: it comes back as it is, with what is new in it.
    """
    paths = as_schema(document.get("paths"))
    wanted = {get_service(path) for path in as_schema(model.get("paths"))}
    kept = {path: entry for path, entry in paths.items() if get_service(path) in wanted}
    if len(kept) >= len(paths) * LEAST_OURS:
        return document
    components = as_schema(document.get("components"))
    reached = _find_reached(kept, components)
    parts = {
        kind: {name: value for name, value in as_schema(listed).items() if (kind, name) in reached}
        if kind != "securitySchemes"
        else listed
        for kind, listed in components.items()
    }
    return {**document, "paths": kept, "components": parts}


def list_left_out(document: Document, cut: Document) -> list[str]:
    """Return the services whose paths a cut left out, sorted."""
    paths, kept = (as_schema(each.get("paths")) for each in (document, cut))
    return sorted({f"/{get_service(path)}" for path in paths if path not in kept})


def get_service(path: str) -> str:
    """Return the first word of a path."""
    return path.strip("/").partition("/")[0]


def _find_reached(node: JSON, components: Mapping[str, JSON]) -> set[tuple[str, str]]:
    """Return kind and name of each component that a node leads to."""
    queue, found = [node], set[tuple[str, str]]()
    while queue:
        for _, ref in find_refs(queue.pop()):
            kind, _, name = ref.removeprefix(LOCAL_PREFIX).partition("/")
            if (kind, name) not in found:
                found.add((kind, name))
                queue.append(as_schema(components.get(kind)).get(name))
    return found
