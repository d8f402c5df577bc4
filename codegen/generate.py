"""The whole line from `spec/` to the files of `generated/`, in memory."""

from __future__ import annotations

from pathlib import Path

from codegen.build import build_package
from codegen.calls import render_calls
from codegen.document import read_document
from codegen.names_table import read_names
from codegen.normalise import normalise
from codegen.providers import read_providers
from codegen.render import render_package
from codegen.ruff import format_sources

SUPERSET = "openai"
NEUTRAL = "openresponses"
"""The documents whose request bodies make the call surface; without both of them there is none."""

SUMMARIES = {
    NEUTRAL: "Types of the Open Responses API, the provider-neutral protocol.",
    SUPERSET: "Types of OpenAI's Responses API, the superset that some providers return in full.",
}


def generate(spec: Path) -> dict[str, str]:
    """Return every generated file: name below `generated/` → text.

    Args:
        spec: folder with `names.yaml`, the documents that it names and, for the call surface, `providers.toml`.

    Raises:
        CodegenError: a document, a name or a provider row has a problem; those of one stage come together.
    """
    names = read_names(spec / "names.yaml")
    has_calls = {SUPERSET, NEUTRAL} <= set(names)
    rows = read_providers(spec / "providers.toml") if has_calls else []
    packages = {
        document: build_package(normalise(read_document(spec / f"{document}.yaml")), listed)
        for document, listed in names.items()
    }
    files: dict[str, str] = {}
    for document, package in packages.items():
        files |= render_package(package, SUMMARIES.get(document, f"Types of {document}."))
    if has_calls:
        files |= render_calls(packages[SUPERSET], packages[NEUTRAL], rows)
    return format_sources(files)
