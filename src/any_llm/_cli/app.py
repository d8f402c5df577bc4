"""The commands of `any-llm`. Answers go to standard output, everything else to standard error."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn

from any_llm import responses
from any_llm._cli.check import check
from any_llm._cli.providers import providers
from any_llm.exceptions import AnyLLMError
from any_llm.local.weights import find_weights, pull_weights

INTERRUPTED = 130
DEFAULT_MODEL = "smollm2-135m"

app = typer.Typer(help="One typed call to every LLM provider.", no_args_is_help=True, add_completion=False)
local = typer.Typer(help="The embedded model.", no_args_is_help=True)
app.add_typer(local, name="local")
app.command()(providers)
app.command()(check)
notes = Console(stderr=True, highlight=False)


def run() -> None:
    """Run a command; an error is one line on standard error, Ctrl-C ends with status 130."""
    try:
        app()
    except AnyLLMError as error:
        notes.print(f"[red]error[/red] {type(error).__name__}: ", end="")
        notes.print(str(error), markup=False)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output is gone (`any-llm … | head`); nothing may be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


@app.command()
def respond(
    prompt: Annotated[str, typer.Argument(help="What to ask; '-' reads standard input.")],
    model: Annotated[str, typer.Option("--model", "-m", help="provider:model")] = f"local:{DEFAULT_MODEL}",
    instructions: Annotated[str | None, typer.Option(help="System message.")] = None,
    temperature: Annotated[float | None, typer.Option(help="Randomness, 0 to 2.")] = None,
    max_output_tokens: Annotated[int | None, typer.Option(help="Ceiling on generated tokens.")] = None,
    api_base: Annotated[str | None, typer.Option(help="Base URL of the server.")] = None,
) -> None:
    """Ask a model and print its answer as it comes."""
    text = sys.stdin.read() if prompt == "-" else prompt
    with responses(
        model,
        text,
        stream=True,
        instructions=instructions,
        temperature=temperature,
        max_output_tokens=max_output_tokens,
        api_base=api_base,
    ) as stream:
        try:
            for piece in stream.text_deltas():
                sys.stdout.write(piece)
                sys.stdout.flush()
        except KeyboardInterrupt:
            sys.stdout.write("\n")
            notes.print("interrupted")
            raise typer.Exit(INTERRUPTED) from None
        sys.stdout.write("\n")
        response = stream.get_final_response()
    if response.status == "incomplete":
        reason = getattr(response.incomplete_details, "reason", None)
        notes.print(f"incomplete: {reason or 'the server gave no reason'}")


@local.command()
def pull(
    name: Annotated[str, typer.Argument(help="Model to fetch.")] = DEFAULT_MODEL,
    force: Annotated[bool, typer.Option(help="Fetch it again even if it is there.")] = False,
) -> None:
    """Fetch the weights of the embedded model once, into the user's cache."""
    if not force:
        try:
            find_weights(name)
        except AnyLLMError:
            pass
        else:
            return
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn())
    with Progress(*columns, console=notes, transient=False) as progress:
        task = progress.add_task(f"fetching {name}", total=None)

        def show(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)

        path = pull_weights(name, on_progress=show, force=force)
    notes.print(f"{name} is in {path}", soft_wrap=True)
