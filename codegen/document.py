"""Read an OpenAPI document: a YAML or JSON file in, a checked mapping out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from codegen.problems import CodegenError, Problem

Schema = dict[str, Any]
Document = dict[str, Any]

REF_PREFIX = "#/components/schemas/"


def read_document(path: Path) -> Document:
    """Read one OpenAPI 3.1 document and check that every `$ref` in it leads somewhere.

    Args:
        path: a `.yaml`, `.yml` or `.json` file.

    Raises:
        CodegenError: the file cannot be parsed, is not OpenAPI 3.1, has no schemas, or has a dangling `$ref`.
    """
    text = path.read_text(encoding="utf-8")
    try:
        document = json.loads(text) if path.suffix == ".json" else yaml.load(text, Loader=_Loader)
    except (ValueError, yaml.YAMLError) as error:
        raise CodegenError([Problem(path.name, f"cannot be parsed: {error}")]) from error
    problems = list(_find_problems(document, path.name))
    if problems:
        raise CodegenError(problems)
    return document  # type: ignore[no-any-return]  # _find_problems has checked the shape


def get_schemas(document: Document) -> dict[str, Schema]:
    """Return the named schemas of a document, in document order."""
    return document["components"]["schemas"]  # type: ignore[no-any-return]  # checked by read_document


def get_ref_name(ref: str) -> str:
    """Return the schema name that a `$ref` of the document names."""
    return ref.removeprefix(REF_PREFIX)


def find_refs(node: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield `(place, ref)` for every `$ref` below a node."""
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield place, node["$ref"]
        for key, value in node.items():
            yield from find_refs(value, f"{place}.{key}" if place else str(key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from find_refs(value, f"{place}[{index}]")


def _find_problems(document: Any, name: str) -> Iterator[Problem]:
    if not isinstance(document, dict) or not str(document.get("openapi", "")).startswith("3.1"):
        yield Problem(name, "expected an OpenAPI 3.1 document (a mapping with `openapi: 3.1.x`)")
        return
    schemas = (document.get("components") or {}).get("schemas")
    if not isinstance(schemas, dict) or not schemas:
        yield Problem(name, "expected schemas under components.schemas, found none")
        return
    for schema_name, schema in schemas.items():
        if not isinstance(schema, dict):
            yield Problem(f"{name}#{schema_name}", f"expected a schema object, found {type(schema).__name__}")
    for part in ("components", "paths"):
        for place, ref in find_refs(document.get(part) or {}):
            if ref.startswith(REF_PREFIX) and get_ref_name(ref) not in schemas:
                yield Problem(
                    f"{name}#{place}", f"$ref to {get_ref_name(ref)!r}, which the document does not define"
                )


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # chosen at run time
    """YAML without dates and without `yes`/`no` booleans: a document's strings stay strings."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}
