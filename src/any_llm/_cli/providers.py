"""`any-llm providers`: the rows of the provider table that fit the filters, as a table or as JSON."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from typing import Annotated, Any, Literal

import typer
from rich.console import Console
from rich.table import Table

from any_llm import AnyLLM, ProviderMetadata
from any_llm_calls.rows import Support

WireChoice = Literal["responses", "chat", "messages", "none"]
FILE_WIDTH = 200
COLUMNS = ("provider", "name", "wire", "key from", "state", "structured output")


def providers(
    search: Annotated[str, typer.Argument(help="Part of a name.")] = "",
    wire: Annotated[WireChoice | None, typer.Option(help="Protocol that is spoken by default.")] = None,
    kind: Annotated[str | None, typer.Option(help="What it is, such as openai-native.")] = None,
    state: Annotated[Support | None, typer.Option(help="previous_response_id works.")] = None,
    structured_output: Annotated[Support | None, typer.Option(help="JSON Schema works.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the known providers."""
    wanted = {"wire": wire, "kind": kind, "state": state, "structured_output": structured_output}
    every = AnyLLM.get_all_provider_metadata()
    kinds = sorted({row.kind for row in every})
    if kind is not None and kind not in kinds:
        raise typer.BadParameter(f"expected one of {', '.join(kinds)}", param_hint="--kind")
    rows = [row for row in every if _fits(row, search, wanted)]
    if as_json:
        print(json.dumps([asdict(row) for row in rows], indent=2))
        return
    if not rows:
        print("no provider fits", file=sys.stderr)
        raise typer.Exit(1)
    table = Table(box=None, pad_edge=False)
    for column in COLUMNS:
        table.add_column(column, overflow="fold")  # names are there to be copied: none is cut
    for row in rows:
        keys = " or ".join(row.env_key) or "-"
        table.add_row(row.name, row.display_name, row.wire, keys, row.state, row.structured_output)
    Console(width=None if sys.stdout.isatty() or os.environ.get("COLUMNS") else FILE_WIDTH).print(table)


def _fits(row: ProviderMetadata, search: str, wanted: dict[str, Any]) -> bool:
    return search.lower() in f"{row.name} {row.display_name}".lower() and all(
        value is None or getattr(row, name) == value for name, value in wanted.items()
    )
