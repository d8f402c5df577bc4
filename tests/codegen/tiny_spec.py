"""A tiny `spec/` folder in the form in which documents are kept, and newer documents as their publisher writes them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from codegen.__main__ import main
from codegen.document import get_schemas
from codegen.render import HEADER
from codegen.write import write_tree
from tests.codegen.documents import copy_tiny_spec

THEIRS = "Words of the published document, which must not come in."
REF = "#/components/schemas/"
Change = Callable[[dict[str, Any]], Any]
"""Changes the schemas of a document, or a whole document, in place."""


def make_spec(folder: Path) -> Path:
    """Return a `spec/` folder with a described document, beside a `generated/` folder."""
    spec = copy_tiny_spec(folder)
    document = read_yaml(spec / "tiny.yaml")
    describe(document["components"]["schemas"])
    document["paths"]["/replies"]["post"]["summary"] = "Our words about the operation."
    write_ours(spec, document)
    write_tree(folder / "generated", {"tiny_types/__init__.py": HEADER})
    return spec


def write_ours(spec: Path, document: Any) -> None:
    text = "# Tiny.\n" + yaml.safe_dump(document, sort_keys=False, width=110)
    (spec / "tiny.yaml").write_text(text, encoding="utf-8")


def change_ours(spec: Path, change: Change) -> None:
    """Change our document's schemas."""
    document = read_yaml(spec / "tiny.yaml")
    change(document["components"]["schemas"])
    write_ours(spec, document)


def read_yaml(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def describe(schemas: dict[str, Any]) -> None:
    for name, schema in schemas.items():
        schema.setdefault("description", f"Our words about {name}.")
        describe_fields(schema, name)


def describe_fields(node: Any, place: str) -> None:
    for field, inner in node.get("properties", {}).items():
        inner.setdefault("description", f"Our words about {place}.{field}.")
    inner_nodes = [value for value in node.values() if isinstance(value, dict)]
    for value in (*inner_nodes, *(part for key in ("anyOf", "oneOf", "allOf") for part in node.get(key, []))):
        describe_fields(value, place)


def publish(spec: Path, change: Change = lambda schemas: None) -> Path:
    """Write a newer document as its publisher would: JSON, every text replaced by theirs; `change` gets its schemas."""
    return publish_whole(spec, lambda document: change(document["components"]["schemas"]))


def publish_whole(spec: Path, change: Change) -> Path:
    """Write a newer document; `change` gets all of it."""
    document = read_yaml(spec / "tiny.yaml")
    change(document)
    text = json.dumps(document)
    for schema in get_schemas(document).values():
        for node in (schema, *schema.get("properties", {}).values()):  # type: ignore[union-attr, attr-defined]
            if "description" in node:
                text = text.replace(json.dumps(node["description"]), json.dumps(THEIRS))
    file = spec.parent / "newer.json"
    file.write_text(text, encoding="utf-8")
    return file


def update(spec: Path, source: Path | str, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any]]:
    status = main(["update", str(source), "--spec", str(spec), "--json"])
    return status, json.loads(capsys.readouterr().out)


def list_files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def count_changed_lines(before: str, after: str) -> int:
    old, new = before.splitlines(), after.splitlines()
    return sum(old.count(line) != new.count(line) for line in {*old, *new})
