"""`any-llm check`: what an endpoint supports and where it departs from Open Responses, for a person, a script or CI."""

from __future__ import annotations

import json
import os
from typing import Annotated, Any

import typer
from rich.console import Console

from any_llm.checking import Finding, WireName, check_endpoint, render_text
from any_llm.checking.run import MOST_REQUESTS, SECONDS
from any_llm.exceptions import InvalidRequestError

notes = Console(stderr=True, highlight=False)


def check(
    url: Annotated[str, typer.Argument(help="Base URL, such as http://localhost:8080/v1.")],
    model: Annotated[str, typer.Option("--model", "-m", help="The model, as the server names it.")],
    wire: Annotated[WireName, typer.Option(help="Protocol to speak.")] = "responses",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    key_env: Annotated[str | None, typer.Option(help="Variable that holds the key.")] = None,
    max_requests: Annotated[int, typer.Option(min=1, help="How many requests may be made.")] = MOST_REQUESTS,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds for each of them.")] = SECONDS,
) -> None:
    """Say what an endpoint supports and where it departs from Open Responses.

    Ends with 0 if all is well, with 1 if something departs or does not work, with 2 if it could not be checked.
    """
    api_key = os.environ.get(key_env) if key_env else None
    if key_env and not api_key:
        raise typer.BadParameter(f"the variable {key_env} is not set", param_hint="--key-env")

    def show(finding: Finding) -> None:
        if notes.is_terminal:
            notes.print(f"{finding.feature}: {finding.verdict}")

    options: dict[str, Any] = {"api_key": api_key, "max_requests": max_requests, "timeout": timeout}
    try:
        report = check_endpoint(url, model, wire=wire, **options, on_finding=show)
    except InvalidRequestError as error:
        raise typer.BadParameter(str(error)) from None
    print(json.dumps(report.to_json(), indent=2) if as_json else render_text(report))
    raise typer.Exit(report.exit_status)
