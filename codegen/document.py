"""Read an OpenAPI document: a YAML or JSON file in, a checked mapping out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from codegen.files import load_file
from codegen.forms import find_malformed
from codegen.problems import CodegenError, Problem
from codegen.schema import JSON, REF_PREFIX, Document, Schema, as_schema, get_ref_name


def read_document(path: Path) -> Document:
    """Read one OpenAPI 3.1 document and check that every `$ref` in it leads somewhere.

    Args:
        path: a `.yaml`, `.yml` or `.json` file.

    Raises:
        CodegenError: the file is missing, cannot be parsed, is not OpenAPI 3.1, has no schemas, a malformed
            one, or a dangling `$ref`.
    """
    document = load_file(path)
    problems = list(_find_problems(document, path.name))
    if problems:
        raise CodegenError(problems)
    return as_schema(document)


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


def _find_problems(document: JSON, name: str) -> Iterator[Problem]:
    if not isinstance(document, Mapping) or not str(document.get("openapi", "")).startswith("3.1"):
        yield Problem(name, "expected an OpenAPI 3.1 document (a mapping with `openapi: 3.1.x`)")
        return
    schemas = as_schema(document.get("components")).get("schemas")
    if not isinstance(schemas, Mapping) or not schemas:
        yield Problem(name, "expected schemas under components.schemas, found none")
        return
    for schema_name, schema in schemas.items():
        yield from find_malformed(schema, f"{name}#{schema_name}")
    for part in ("components", "paths"):
        for place, ref in find_refs(document.get(part)):
            if ref.startswith(REF_PREFIX) and get_ref_name(ref) not in schemas:
                reason = f"$ref to {get_ref_name(ref)!r}, which the document does not define"
                yield Problem(f"{name}#{place}", reason)
    for place, ref in find_refs(schemas):
        if not ref.startswith(REF_PREFIX):
            yield Problem(f"{name}#schemas.{place}", f"expected a $ref to {REF_PREFIX}…, got {ref!r}")
