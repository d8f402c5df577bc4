"""What type checkers and editors make of any_llm, beside the official openai SDK, in one run.

`python -m benchmarks.checkers` counts, measures and writes the marked blocks of `docs/typing.md`.
"""
