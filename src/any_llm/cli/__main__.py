"""Run the command line as `python -m any_llm.cli`."""

from __future__ import annotations

from any_llm.cli import main

main()
