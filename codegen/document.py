"""Read an OpenAPI document: a YAML or JSON file in, a checked mapping out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from codegen.files import load_file
from codegen.forms import find_endless, find_malformed
from codegen.plain import build_plain
from codegen.problems import CodegenError, Problem
from codegen.schema import JSON, REF_PREFIX, Document, Schema, as_schema, get_ref_name

LOCAL_PREFIX = "#/components/"


def read_document(path: Path) -> Document:
    """Read one OpenAPI 3.1 document and check that every `$ref` in it leads somewhere.

    Args:
        path: a `.yaml`, `.yml` or `.json` file.

    Raises:
        CodegenError: the file is missing, cannot be parsed, is not OpenAPI 3.1, has no schemas, a malformed
            one, or a `$ref` that dangles or goes round in a circle.
    """
    document = load_document(path, path.name)
    check_document(document, path.name)
    return document


def load_document(path: Path, name: str) -> Document:
    """Load what claims to be an OpenAPI 3.1 document; its parts are not checked yet.

    Args:
        path: a `.yaml`, `.yml` or `.json` file.
        name: what problems call it.

    Raises:
        CodegenError: the file is missing, cannot be parsed or is not OpenAPI 3.1.
    """
    document = build_plain(load_file(path), name)
    if not isinstance(document, Mapping) or not str(document.get("openapi", "")).startswith("3.1"):
        reason = "expected an OpenAPI 3.1 document (a mapping with `openapi: 3.1.x`)"
        raise CodegenError([Problem(name, reason)])
    return document


def check_document(document: Document, name: str) -> None:
    """Check the schemas of a document and all of its references.

    Raises:
        CodegenError: with every problem of the first kind that it has: no schemas, or malformed ones and
            dangling references, or circles of references.
    """
    schemas = as_schema(document.get("components")).get("schemas")
    if not isinstance(schemas, Mapping) or not schemas:
        raise CodegenError([Problem(name, "expected schemas under components.schemas, found none")])
    problems = [
        problem
        for schema_name, schema in schemas.items()
        for problem in find_malformed(schema, f"{name}#{schema_name}")
    ]
    problems += _find_dangling(document, name)
    problems = problems or [
        Problem(f"{name}#{problem.place}", problem.reason) for problem in find_endless(get_schemas(document))
    ]
    if problems:
        raise CodegenError(problems)


def get_schemas(document: Document) -> dict[str, Schema]:
    """Return the named schemas of a document, in document order."""
    schemas = as_schema(as_schema(document.get("components")).get("schemas"))
    return {name: as_schema(schema) for name, schema in schemas.items()}


def with_schemas(document: Document, schemas: Mapping[str, Schema]) -> Document:
    """Return the document with other named schemas."""
    return {**document, "components": {**as_schema(document.get("components")), "schemas": schemas}}


def find_refs(node: JSON, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield `(place, ref)` for every `$ref` below a node."""
    if isinstance(node, Mapping):
        ref = node.get("$ref")
        if isinstance(ref, str):
            yield place, ref
        for key, value in node.items():
            yield from find_refs(value, f"{place}.{key}" if place else str(key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from find_refs(value, f"{place}[{index}]")


def _find_dangling(document: Document, name: str) -> Iterator[Problem]:
    components = as_schema(document.get("components"))
    for part in ("components", "paths"):
        for place, ref in find_refs(document.get(part)):
            prefix = REF_PREFIX if part == "components" and place.startswith("schemas.") else LOCAL_PREFIX
            kind, _, target = ref.removeprefix(LOCAL_PREFIX).partition("/")
            if not ref.startswith(prefix):
                yield Problem(f"{name}#{place}", f"expected a $ref to {prefix}…, got {ref!r}")
            elif target not in as_schema(components.get(kind)):
                shown = get_ref_name(ref) if ref.startswith(REF_PREFIX) else f"{kind}/{target}"
                yield Problem(f"{name}#{place}", f"$ref to {shown!r}, which the document does not define")
