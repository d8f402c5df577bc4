"""What the repository holds, counted: symbols with a known type, probes, editor tests, descriptions."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.checkers.sides import ROOT

PACKAGES = ("any_llm", "any_llm_calls", "openresponses_types", "openai_responses_types")
PROBES = ROOT / "tests" / "typing"
ASSERTIONS = {"assert_type", "assert_never"}


@dataclass(frozen=True, slots=True)
class Completeness:
    """What `pyright --verifytypes` says of a package: exported symbols, those with a known type, undocumented ones."""

    package: str
    known: int
    total: int
    undocumented: int


@dataclass(frozen=True, slots=True)
class Descriptions:
    """Schemas and fields of one document, and how many of each have a description of their own."""

    document: str
    schemas: int
    described_schemas: int
    fields: int
    described_fields: int


def count_completeness(package: str) -> Completeness:
    """Ask pyright for the report of an installed package."""
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    command = [sys.executable, "-m", "pyright", "--ignoreexternal", "--outputjson", "--verifytypes", package]
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, cwd=folder, env=environment
        )
    report = json.loads(done.stdout)["typeCompleteness"]
    counts: dict[str, int] = report["exportedSymbolCounts"]
    return Completeness(
        package=package,
        known=counts["withKnownType"],
        total=sum(counts.values()),
        undocumented=report["missingClassDocStringCount"] + report["missingFunctionDocStringCount"],
    )


def count_assertions(folder: Path = PROBES) -> int:
    """Return the number of calls of `assert_type` and `assert_never` in the files `probe_*.py`."""
    return sum(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ASSERTIONS
        for path in folder.glob("probe_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    )


def count_mistakes(page: Path = PROBES / "mistakes.py") -> int:
    """Return the number of lines marked as wrong, as `test_mistakes.py` reads them."""
    return sum(line.endswith("# wrong") for line in page.read_text(encoding="utf-8").splitlines())


def count_editor_tests(page: Path = PROBES / "test_editor.py") -> dict[str, int]:
    """Return how many cases pytest collects of what an editor shows, by the word behind `test_`."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", str(page)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    cases = [line.partition("::test_")[2] for line in done.stdout.splitlines() if "::test_" in line]
    return dict(sorted(Counter(case.partition("_")[0] for case in cases).items()))


def count_descriptions(document: Path) -> Descriptions:
    """Count the schemas of a document under `components` and the fields in their `properties`."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    schemas: dict[str, Any] = yaml.load(document.read_text(encoding="utf-8"), loader)["components"]["schemas"]
    fields = [field for schema in schemas.values() for field in schema.get("properties", {}).values()]
    return Descriptions(
        document=document.name,
        schemas=len(schemas),
        described_schemas=sum(bool(schema.get("description")) for schema in schemas.values()),
        fields=len(fields),
        described_fields=sum(bool(field.get("description")) for field in fields),
    )
