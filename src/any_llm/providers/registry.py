"""The provider table at run time: look a provider up, add one, and tell what is known of it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from threading import RLock
from typing import Any, Unpack, cast

from any_llm._core.notice import warn_caller
from any_llm._core.redaction import Secret
from any_llm.exceptions import InvalidRequestError, UnsupportedProviderError
from any_llm.providers.custom import ProviderFacts, build_registered_row
from any_llm_calls.rows import ProviderRow, Support

ENTRY_POINTS = "any_llm.providers"
"""Group of entry points in which installed packages offer rows."""


@dataclass(frozen=True, slots=True)
class ProviderMetadata:
    """What is known of a provider; `"unknown"` means that no source says, never no.

    `env_key` and `env_api_base` are the variables that are read, in order; `kind` says what it returns; `responses`
    that `responses()` can be called, on whatever `wire`; `tools` are the kinds of tools that it takes, empty where no
    source says.
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
    tools: tuple[str, ...]
    note: str


_lock = RLock()
"""Held while rows are added; readers take no lock, for the dicts of rows are replaced and never changed."""

_registered: dict[str, ProviderRow] = {}
_offered: dict[str, ProviderRow] | None = None
"""Rows of installed packages; None until they have been asked for."""

_is_loading = False


def register_provider(
    name: str, *, api_base: str, replace: bool = False, **facts: Unpack[ProviderFacts]
) -> None:
    """Add a provider to the table of this process, so that `name:model` reaches it.

    Args:
        name: its name, in any case; letters, digits, `.`, `_` and `-`.
        api_base: base URL of its own wire; `{placeholders}` have to be filled at each call, by `api_base=` or, in
            capitals, by the variable of that name.
        replace: whether a provider of that name may be replaced.
        **facts: what else is known of it, see `ProviderFacts`. It speaks Responses with a bearer key unless this says
            otherwise; with `key_env` a key is required.

    Raises:
        InvalidRequestError: a keyword is unknown, a value has the wrong form, or there is such a provider already.
    """
    row = build_registered_row(name, api_base, cast("Mapping[str, Any]", facts))
    global _registered
    with _lock:
        if not replace and (row.provider in _get_own_rows() or row.provider in _registered):
            raise InvalidRequestError(
                f"name: there is a provider {row.provider!r} already; pass replace=True to replace it",
                param="name",
            )
        _registered = {**_registered, row.provider: row}


def get_rows() -> dict[str, ProviderRow]:
    """Return the whole table: provider name → row. Installed packages are asked for theirs, once."""
    return {**_get_offered_rows(), **_get_own_rows(), **_registered}


def find_row(name: str) -> ProviderRow | None:
    """Return the row of a provider, if there is one; installed packages are asked only for names unknown so far."""
    key = name.lower()
    return _registered.get(key) or _get_own_rows().get(key) or _get_offered_rows().get(key)


def get_row(name: str) -> ProviderRow:
    """Return the row of a provider.

    Raises:
        UnsupportedProviderError: no row has this name; near matches are listed.
    """
    row = find_row(name)
    if row is not None:
        return row
    near = difflib.get_close_matches(name.lower(), sorted(get_rows()), 3, 0.5)
    hint = (
        f"did you mean {' or '.join(repr(match) for match in near)}?"
        if near
        else "AnyLLM.get_supported_providers() lists those that are known."
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
        responses=row.wire != "none",
        streaming=row.streaming,
        state=row.state,
        structured_output=row.structured_output,
        websocket=row.websocket,
        refuses=row.refuses,
        tools=row.tools,
        note=row.note,
    )


@cache
def _get_own_rows() -> dict[str, ProviderRow]:
    from any_llm_calls.table import ROWS

    return {row.provider: row for row in ROWS}


def _get_offered_rows() -> dict[str, ProviderRow]:
    global _offered, _is_loading
    if _offered is not None:
        return _offered
    with _lock:
        if _offered is None and not _is_loading:  # a package may look providers up while it is loaded
            _is_loading = True
            try:
                _offered = _load_offered_rows()
            finally:
                _is_loading = False
        return _offered or {}


def _load_offered_rows() -> dict[str, ProviderRow]:
    from importlib.metadata import entry_points  # takes a few milliseconds that most programs never need

    rows: dict[str, ProviderRow] = {}
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: (point.name, point.value)):
        try:
            for row in _read_offer(point.name, point.load()):
                if row.provider in _get_own_rows() or row.provider in rows:
                    raise InvalidRequestError(
                        f"name: there is a provider {row.provider!r} already", param="name"
                    )
                rows[row.provider] = row
        except Exception as error:  # whatever a package does wrong, the other providers go on working
            source = f"{point.name} = {point.value}"
            package = point.dist.name if point.dist is not None else "an unknown package"
            warn_caller(f"provider plugin {source!r} of {package} is ignored: {error}", UserWarning)
    return rows


def _read_offer(default_name: str, offer: object) -> list[ProviderRow]:
    """Return the rows of an entry point: a dict of the keywords of `register_provider`, or a callable giving some."""
    given: object = offer() if callable(offer) else offer
    if isinstance(given, Mapping):
        return [_read_table(default_name, cast("object", given))]
    return [_read_table(default_name, table) for table in cast("Iterable[object]", given)]


def _read_table(default_name: str, table: object) -> ProviderRow:
    if not isinstance(table, Mapping):
        raise InvalidRequestError(f"expected a dict of keywords of register_provider, got {table!r}")
    facts = dict(cast("Mapping[str, Any]", table))
    name, api_base = facts.pop("name", default_name), facts.pop("api_base", None)
    return build_registered_row(name, api_base, facts)
