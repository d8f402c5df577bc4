"""Write `docs/providers.md` from the rows of the provider table: `python -m tests.support.provider_page`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from any_llm_calls.rows import ProviderRow
from any_llm_calls.table import ROWS

PAGE = Path(__file__).parents[2] / "docs" / "providers.md"

INTRODUCTION = """\
# Providers

Written from `spec/providers.toml` by `python -m tests.support.provider_page`; do not edit. `?` means that no source says, never no.

`provider:model` reaches each of these, over the wire that is named: `responses` as it is, `chat` (Chat Completions)
and `messages` (Anthropic Messages) by translation. `wire=` in a call speaks another one. The first variable that is set
wins; `api_key=` and `api_base=` come before all of them.

```python
from any_llm import AnyLLM

facts = AnyLLM.get_provider_metadata("openrouter")
print(facts.responses, facts.wire, facts.state, facts.refuses)
# True responses no ('previous_response_id', 'store')
```

## A provider that is not here

Any server works with its address: `any_llm.responses("mine:model", "Hi", api_base="https://mine.example/v1")`. To give it a
name, a variable for its key, another wire or another header:

```python
import any_llm

any_llm.register_provider(
    "acme",
    api_base="https://llm.acme.example/v1",
    wire="chat",
    key_env=["ACME_API_KEY"],
    auth_header="x-acme-key",
    refuses=["store"],
    replace=True,
)
print(AnyLLM.get_provider_metadata("acme").env_key)
# ('ACME_API_KEY',)
```

A key goes into `Authorization: Bearer …` unless `auth` says otherwise: `"api-key"` and `"x-api-key"` are headers of that
name, `auth_header` names any other, and `"query"` puts the key into the address as the parameter `auth_query` (`key`).

A package offers providers through an entry point: a dict of these keywords, or a callable that gives some. It is loaded when
a name is looked up that nobody knows; one that is broken is a warning.

```toml
[project.entry-points."any_llm.providers"]
acme = "acme_llm:PROVIDER"  # {"api_base": "https://llm.acme.example/v1", "key_env": ["ACME_API_KEY"]}
```
"""

GROUPS = (
    ("responses", "## Responses"),
    ("chat", "## Chat Completions"),
    ("messages", "## Anthropic Messages"),
)
HEAD = """\
| provider | key | base URL | streams | state | schema | note |
|---|---|---|---|---|---|---|"""
MARKS = {"yes": "yes", "no": "no", "partial": "partly", "unknown": "?"}


def build_page() -> str:
    """Return the page."""
    return "\n".join([INTRODUCTION, _count_rows(), *_list_groups()])


def _count_rows() -> str:
    told = ", ".join(f"{sum(row.wire == wire for row in ROWS)} over `{wire}`" for wire, _ in GROUPS)
    answering = sum(row.wire != "none" for row in ROWS)
    return f"Of the {len(ROWS)} rows that follow, {answering} answer: {told}.\n"


def _list_groups() -> Iterator[str]:
    for wire, title in GROUPS:
        yield f"{title}\n\n{HEAD}"
        yield from (_build_line(row) for row in ROWS if row.wire == wire)
        yield ""
    yield "## Cannot answer\n\nNaming one of these raises `UnsupportedProviderError` with the reason.\n"
    yield "| provider | why |\n|---|---|"
    yield from (f"| {_build_name(row)} | {row.note} |" for row in ROWS if row.wire == "none")
    yield ""


def _build_line(row: ProviderRow) -> str:
    support = (MARKS[value] for value in (row.streaming, row.state, row.structured_output))
    refused = f"Refuses {_join(row.refuses)}." if row.refuses else ""
    note = " ".join(filter(None, [row.note, refused]))
    address = _join(filter(None, [row.base_url, *row.base_url_env]))
    return f"| {' | '.join([_build_name(row), _build_key(row), address, *support, note])} |".replace(
        "|  |", "| |"
    )


def _build_name(row: ProviderRow) -> str:
    return f"[`{row.provider}`]({row.docs})<br>{row.name}"


def _build_key(row: ProviderRow) -> str:
    if row.key == "unused":
        return "none"
    names = _join(row.key_env) or "`api_key=`"
    return names if row.key == "required" else f"{names} (optional)"


def _join(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


if __name__ == "__main__":
    PAGE.write_text(build_page(), encoding="utf-8")
