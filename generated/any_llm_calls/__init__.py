# Made by `make generate` from the documents in spec/. Do not edit.
"""Call signatures, provider names and the provider table of `any_llm`."""
