"""The provider table at run time: look a provider up, and tell what is known of it."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import cache

from any_llm._core.redaction import Secret
from any_llm.exceptions import UnsupportedProviderError
from any_llm_calls.rows import ProviderRow, Support


@dataclass(frozen=True, slots=True)
class ProviderMetadata:
    """What is known of a provider; `"unknown"` means that no source says, never no.

    `env_key` and `env_api_base` are the variables that are read, in order; `kind` says what it returns.
    """

    name: str
    display_name: str
    kind: str
    wire: str
    api_base: str
    env_key: tuple[str, ...]
    env_api_base: tuple[str, ...]
    doc_url: str
    responses: bool
    streaming: Support
    state: Support
    structured_output: Support
    websocket: Support
    refuses: tuple[str, ...]
    note: str


@cache
def get_rows() -> dict[str, ProviderRow]:
    """Return the table: provider name → row."""
    from any_llm_calls.table import ROWS

    return {row.provider: row for row in ROWS}


def get_row(name: str) -> ProviderRow:
    """Return the row of a provider.

    Raises:
        UnsupportedProviderError: no row has this name; near matches are listed.
    """
    row = get_rows().get(name.lower())
    if row is not None:
        return row
    known = sorted(get_rows())
    near = difflib.get_close_matches(name.lower(), known, 3, 0.5)
    hint = (
        f"did you mean {' or '.join(repr(match) for match in near)}?"
        if near
        else f"known: {', '.join(known)}"
    )
    raise UnsupportedProviderError(
        f"no provider is called {name!r}; {hint} Any server works with api_base= and a name of your choice.",
        provider_name=name,
    )


def build_custom_row(name: str, api_base: str) -> ProviderRow:
    """Return a row for a server that is not in the table: the address is all that is known of it."""
    return ProviderRow(
        provider=name,
        name=name,
        kind="responses-shaped",
        wire="responses",
        base_url=Secret(api_base),
        auth="bearer",
        key="optional",
        note="Given by its address.",
    )


def build_metadata(row: ProviderRow) -> ProviderMetadata:
    """Return what is known of a provider."""
    return ProviderMetadata(
        name=row.provider,
        display_name=row.name,
        kind=row.kind,
        wire=row.wire,
        api_base=row.base_url,
        env_key=row.key_env,
        env_api_base=row.base_url_env,
        doc_url=row.docs,
        responses=row.wire == "responses",
        streaming=row.streaming,
        state=row.state,
        structured_output=row.structured_output,
        websocket=row.websocket,
        refuses=row.refuses,
        note=row.note,
    )
