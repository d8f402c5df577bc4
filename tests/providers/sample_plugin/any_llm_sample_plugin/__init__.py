"""Providers of an installed package: dicts of the keywords of `any_llm.register_provider`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

SAMPLED = {
    "api_base": "https://sampled.example/v1",
    "key_env": ["SAMPLED_KEY"],
    "auth_header": "X-Sampled-Key",
}
MISSPELT = {"name": "misspelt", "api_base": "https://misspelt.example/v1", "key_evn": ["MISSPELT_KEY"]}


def list_providers() -> Iterator[dict[str, Any]]:
    """Return two providers, one of them on the chat wire."""
    yield {"name": "first", "api_base": "https://first.example/v1"}
    yield {"name": "second", "api_base": "https://second.example/v1", "wire": "chat", "state": "no"}


def fail() -> None:
    """Do what no plugin should do."""
    raise RuntimeError("no license")
