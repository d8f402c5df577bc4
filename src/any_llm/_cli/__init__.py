"""The command line `any-llm`: ask a model, fetch the embedded one, list providers, check endpoints. Extra: `[cli]`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; without its packages, say how to install them."""
    try:
        import rich
        import typer
    except ImportError:
        sys.exit('The command line needs two packages more: pip install "any-llm-responses[cli]"')
    del rich, typer
    from any_llm._cli.app import run

    run()
