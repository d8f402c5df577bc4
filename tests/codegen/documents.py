"""Small documents for the tests: YAML text in, documents, names and spec folders out."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from codegen.ir import Definition, Package
from codegen.names import Name, PackageNames
from codegen.normalise import normalise
from codegen.schema import Document

ROOT = Path(__file__).parent.parent.parent
SPEC = ROOT / "spec"
GENERATED = ROOT / "generated"
SHARED = ROOT.parent / "shared"
GOLDEN = Path(__file__).parent / "golden"
REF = re.compile(r"~(\w+)")


def parse(text: str) -> Any:
    """Parse YAML in which `~Name` stands for the quoted path of a schema."""
    return yaml.safe_load(REF.sub(r"'#/components/schemas/\1'", text))


def make_document(schemas: str, *, reply: str = "", request: str = "") -> Document:
    """Return a document with these schemas (YAML), of which `reply` is returned and `request` is sent."""
    operation: dict[str, Any] = {}
    if request:
        operation["requestBody"] = parse(f"content: {{application/json: {{schema: {{$ref: ~{request}}}}}}}")
    if reply:
        body = parse(f"content: {{application/json: {{schema: {{$ref: ~{reply}}}}}}}")
        operation["responses"] = {"200": body}
    return {
        "openapi": "3.1.0",
        "paths": {"/x": {"post": operation}},
        "components": {"schemas": parse(schemas)},
    }


def make_names(*schemas: str, **parts: object) -> PackageNames:
    """Return names that leave every schema its own, all in module `things`; `parts` override the rest."""
    names = {schema: Name("things", schema, schema) for schema in schemas}
    return PackageNames(**{"package": "pack", "base": "pack.base", "events": None, "names": names, **parts})


def get_definition(package: Package, name: str, side: str = "models") -> Definition:
    return next(definition for definition in getattr(package, side) if definition.name == name)


def get_normalised(schemas: str, **paths: str) -> Document:
    return normalise(make_document(schemas, **paths))


def copy_tiny_spec(folder: Path) -> Path:
    """Copy the golden document and its names to a folder, to be spoilt there."""
    return Path(shutil.copytree(GOLDEN / "spec", folder / "spec"))
