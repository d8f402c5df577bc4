"""The shape of a provider row: everything about a provider that is a fact and not behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Support = Literal["yes", "no", "partial", "unknown"]
Kind = Literal["openai-native", "openresponses-compliant", "responses-shaped", "embedded"]


@dataclass(frozen=True, slots=True)
class ProviderRow:
    """One provider.

    `base_url` is the base to which `/responses` is appended and may hold `{placeholders}` that the caller fills;
    `key_env` and `base_url_env` are read in order, the first that is set wins; `refuses` are parameters that the
    server rejects or ignores; `tools` are the kinds of tools that it takes, none listed where no source says;
    `unknown` means that no source says, never no. `path` is appended to the base of the row's own wire in place of the
    usual one; `chat_base_url` and `messages_base_url` are the bases of the other wires where they differ; wire `none`
    cannot be called, and `note` says why. `traits` are words on which translators act, explained in
    spec/providers.toml. `auth_header` is the header of the key where it has a name of its own, `auth_query` the query
    parameter that carries the key under `auth="query"`.
    """

    provider: str
    name: str
    kind: Kind
    wire: Literal["responses", "chat", "messages", "none"]
    base_url: str
    base_url_suffix: str = ""
    key_env: tuple[str, ...] = ()
    base_url_env: tuple[str, ...] = ()
    path: str = ""
    chat_base_url: str = ""
    messages_base_url: str = ""
    auth: Literal["bearer", "api-key", "x-api-key", "query", "none"] = "bearer"
    auth_header: str = ""
    auth_query: str = "key"
    bearer_key_env: tuple[str, ...] = ()
    key: Literal["required", "optional", "unused"] = "required"
    streaming: Support = "unknown"
    state: Support = "unknown"
    structured_output: Support = "unknown"
    websocket: Support = "unknown"
    schema_via: Literal["text.format", "response_format"] = "text.format"
    refuses: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    default_max_output_tokens: int | None = None
    docs: str = ""
    note: str = ""

    @property
    def is_native(self) -> bool:
        """Whether the provider returns OpenAI's own response objects (class `Response`)."""
        return self.kind == "openai-native"
