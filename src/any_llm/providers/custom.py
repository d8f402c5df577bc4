"""Rows that are added at run time: the keywords of `register_provider` in, a checked row out. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypedDict, cast, get_args, get_origin, get_type_hints
from urllib.parse import urlsplit

from any_llm._core.options import WIRES
from any_llm._core.redaction import Secret, hide_credentials
from any_llm.exceptions import InvalidRequestError
from any_llm_calls.rows import ProviderRow, Support

PLACEHOLDER = re.compile(r"\{(\w+)\}")
NAME = re.compile(r"[a-z0-9][a-z0-9_.-]*")
HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
"""RFC 9110, section 5.1: a field name is a token."""

KINDS = ("openai-native", "openresponses-compliant", "responses-shaped")
ADDRESSES = ("base_url", "chat_base_url", "messages_base_url")


class ProviderFacts(TypedDict, total=False):
    """Facts of a provider beside its address; each has the meaning of the field of the same name in the table."""

    display_name: str
    wire: Literal["responses", "chat", "messages"]
    kind: Literal["openai-native", "openresponses-compliant", "responses-shaped"]
    base_url_suffix: str
    path: str
    chat_base_url: str
    messages_base_url: str
    key_env: tuple[str, ...] | list[str]
    base_url_env: tuple[str, ...] | list[str]
    auth: Literal["bearer", "api-key", "x-api-key", "query", "none"]
    auth_header: str
    auth_query: str
    bearer_key_env: tuple[str, ...] | list[str]
    key: Literal["required", "optional", "unused"]
    streaming: Support
    state: Support
    structured_output: Support
    websocket: Support
    schema_via: Literal["text.format", "response_format"]
    refuses: tuple[str, ...] | list[str]
    tools: tuple[str, ...] | list[str]
    traits: tuple[str, ...] | list[str]
    default_max_output_tokens: int | None
    docs: str
    note: str


def build_registered_row(name: object, api_base: object, facts: Mapping[str, Any]) -> ProviderRow:
    """Return the row that the keywords of `register_provider` describe.

    Raises:
        InvalidRequestError: a keyword is unknown, or a value has the wrong form.
    """
    if not isinstance(name, str) or not NAME.fullmatch(name.lower()):
        raise _refuse("name", "a name of letters, digits, '.', '_' and '-'", name)
    hints = get_type_hints(ProviderRow)
    values: dict[str, Any] = {
        "provider": name.lower(),
        "name": facts.get("display_name", name),
        "kind": "responses-shaped",
        "wire": "responses",
        "base_url": api_base,
        "key": "required" if facts.get("key_env") else "optional",
    }
    for field, value in facts.items():
        if field not in ProviderFacts.__annotations__:
            known = ", ".join(["name", "api_base", *ProviderFacts.__annotations__, "replace"])
            raise InvalidRequestError(f"{field}: unknown keyword; expected one of {known}", param=field)
        if field != "display_name":
            values[field] = value
    for field, value in values.items():
        values[field] = _check_value(_get_keyword(field), value, hints[field])
    _check_meaning(values)
    return ProviderRow(**values)


def is_url(text: str) -> bool:
    """Say whether a text is an http(s) URL that a request can have."""
    try:
        parts = urlsplit(text)
        is_good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return is_good and text.isprintable() and " " not in text


def _get_keyword(field: str) -> str:
    return {"base_url": "api_base", "name": "display_name", "provider": "name"}.get(field, field)


def _check_value(keyword: str, value: object, hint: object) -> object:
    """Return a value in the type of its field."""
    if get_origin(hint) is Literal:
        choices = {"kind": KINDS, "wire": WIRES}.get(keyword, get_args(hint))
        if value not in choices:
            raise _refuse(keyword, f"one of {', '.join(map(repr, choices))}", value)
        return value
    if get_origin(hint) is tuple:
        items = tuple(cast("Iterable[object]", value)) if type(value) in (list, tuple) else (None,)
        if not all(isinstance(item, str) and item for item in items):
            raise _refuse(keyword, "a list of strings", value)
        return items
    if hint is str:
        if not isinstance(value, str):
            raise _refuse(keyword, "a string", value)
        return value
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 1):
        raise _refuse(keyword, "a positive integer or None", value)
    return value


def _check_meaning(values: dict[str, Any]) -> None:
    """Refuse what has the right type and cannot be called; addresses with credentials are kept from showing them."""
    for field in ADDRESSES:
        url = values.get(field, "")
        if not is_url(PLACEHOLDER.sub("x", url)) and (url or field == "base_url"):
            raise _refuse(
                _get_keyword(field), "a URL that begins with http:// or https://", hide_credentials(url)
            )
        if hide_credentials(url) != url:
            values[field] = Secret(url)
    for field in ("path", "base_url_suffix"):
        if values.get(field) and not values[field].startswith("/"):
            raise _refuse(field, "a path that begins with '/'", values[field])
    header = values.get("auth_header")
    if header and not HEADER_NAME.fullmatch(header):
        raise _refuse("auth_header", "the name of a header", header)
    if header and values.get("auth") == "query":
        raise _refuse("auth_header", "none beside auth='query', which sends no header", header)
    if not values.get("auth_query", "key").strip():
        raise _refuse("auth_query", "the name of a query parameter", values["auth_query"])
    if values["kind"] == "openai-native" and values["wire"] != "responses":
        raise _refuse("kind", "'responses-shaped' for a wire other than responses", values["kind"])


def _refuse(keyword: str, expected: str, value: object) -> InvalidRequestError:
    return InvalidRequestError(f"{keyword}: expected {expected}, got {value!r}", param=keyword)
