"""Cut a document to one part of an API: only the paths of that part, and what these lead to. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from codegen.document import find_refs
from codegen.schema import JSON, Document, as_schema

PREFIX = "#/components/"


def cut_document(document: Document, model: Document) -> Document:
    """Return a document with the paths that begin as those of another one do, and the components that these use.

    A vendor publishes one document for all of its services. One that has no other paths comes back as it is.
    """
    paths = as_schema(document.get("paths"))
    wanted = {_get_service(path) for path in as_schema(model.get("paths"))}
    kept = {path: entry for path, entry in paths.items() if _get_service(path) in wanted}
    if len(kept) == len(paths):
        return document
    components = as_schema(document.get("components"))
    reached = set(_find_reached(kept, components))
    parts = {
        kind: {name: value for name, value in as_schema(listed).items() if (kind, name) in reached}
        if kind != "securitySchemes"
        else listed
        for kind, listed in components.items()
    }
    return {**document, "paths": kept, "components": parts}


def _get_service(path: str) -> str:
    return path.strip("/").partition("/")[0]


def _find_reached(node: JSON, components: Mapping[str, JSON]) -> Iterator[tuple[str, str]]:
    """Yield kind and name of each component that a node leads to."""
    queue, found = [node], set[tuple[str, str]]()
    while queue:
        for _, ref in find_refs(queue.pop()):
            kind, _, name = ref.removeprefix(PREFIX).partition("/")
            if (kind, name) not in found:
                found.add((kind, name))
                queue.append(as_schema(components.get(kind)).get(name))
    yield from found
