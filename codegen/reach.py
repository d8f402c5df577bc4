"""Find what operations use: a document in, the schemas that requests send and that replies hold out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from codegen.document import find_refs
from codegen.schema import JSON, REF_PREFIX, Document, Schema, get_ref_name, get_target

REPLIES = ("responses", "errorMessage")
REQUESTS = ("requestBody", "clientMessage")
"""Keys below which a document names what is read and what is written; the second is the WebSocket's."""


def find_roots(document: Document, keys: tuple[str, ...]) -> list[str]:
    """Return the schemas that operations name under one of these keys, in document order."""

    def below(node: JSON, is_inside: bool) -> Iterator[str]:
        if isinstance(node, Mapping):
            target = get_target(node)
            if is_inside and target is not None and node["$ref"] == REF_PREFIX + target:
                yield target
            for key, value in node.items():
                yield from below(value, is_inside or key in keys)
        elif isinstance(node, list):
            for value in node:
                yield from below(value, is_inside)

    return list(below(document.get("paths", {}), False))


def find_reached(schemas: Mapping[str, Schema], roots: Iterable[str]) -> set[str]:
    """Return the roots and every schema that they lead to."""
    found: set[str] = set()
    queue = list(roots)
    while queue:
        name = queue.pop()
        if name not in found:
            found.add(name)
            queue += [get_ref_name(ref) for _, ref in find_refs(schemas[name])]
    return found
