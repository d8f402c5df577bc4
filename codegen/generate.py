"""The whole line from `spec/` to the files of `generated/`, in memory."""

from __future__ import annotations

from pathlib import Path

from codegen.build import build_package
from codegen.calls import render_calls
from codegen.document import read_document
from codegen.ir import Package
from codegen.names_table import read_names
from codegen.normalise import normalise
from codegen.providers import read_providers
from codegen.render import render_package
from codegen.ruff import format_sources

SUMMARIES = {
    "openresponses": "Types of the Open Responses API, the provider-neutral protocol.",
    "openai": "Types of OpenAI's Responses API, the superset that some providers return in full.",
}


def generate(spec: Path) -> dict[str, str]:
    """Return every generated file: name below `generated/` → text.

    Args:
        spec: folder with the documents, `names.yaml` and `providers.toml`.

    Raises:
        CodegenError: a document, a name or a provider row has a problem; those of one stage come together.
    """
    names = read_names(spec / "names.yaml")
    packages: dict[str, Package] = {}
    files: dict[str, str] = {}
    for document, package_names in names.items():
        normalised = normalise(read_document(spec / f"{document}.yaml"))
        packages[document] = build_package(normalised, package_names)
        files |= render_package(packages[document], SUMMARIES.get(document, f"Types of {document}."))
    if "openai" in packages and "openresponses" in packages:
        rows = read_providers(spec / "providers.toml")
        files |= render_calls(packages["openai"], packages["openresponses"], rows)
    return format_sources(files)
