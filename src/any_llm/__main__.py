"""Run the command line as `python -m any_llm`."""

from __future__ import annotations

from any_llm._cli import main

main()
