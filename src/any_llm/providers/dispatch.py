"""Dispatch: a model string, a provider name and the environment in, the provider's row, address and key out.

Pure: the environment comes in as an argument.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from any_llm._core.notice import warn_caller
from any_llm._core.redaction import Secret, hide_credentials
from any_llm.exceptions import InvalidRequestError, MissingApiKeyError
from any_llm.providers.registry import build_custom_row, get_row, get_rows
from any_llm_calls.rows import ProviderRow

PLACEHOLDER = re.compile(r"\{(\w+)\}")


class BearerToken(Secret):
    """A key that goes into the `Authorization` header, also where the provider's keys have one of their own."""

    __slots__ = ()


def split_model(model: str, provider: str | None) -> tuple[str, str]:
    """Return the provider's name and the model as the provider knows it. The string is split once.

    Raises:
        InvalidRequestError: no provider is named, or the model is empty.
    """
    if not isinstance(model, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers may be untyped
        raise InvalidRequestError(f"model: expected a string, got {type(model).__name__!r}", param="model")
    if provider is not None:
        name, bare = str(provider), model
    elif ":" in model and ("/" not in model or model.index(":") < model.index("/")):
        name, bare = model.split(":", 1)
    elif "/" in model and model.split("/", 1)[0].lower() in get_rows():
        name, bare = model.split("/", 1)
        warn_caller(f"write {name}:{bare} instead of {name}/{bare}", DeprecationWarning)
    else:
        raise InvalidRequestError(
            f"model: expected 'provider:model' (for instance 'openai:gpt-5'), got {model!r}; "
            "or name the provider with provider=",
            param="model",
        )
    if not bare or not name:
        raise InvalidRequestError(
            f"model: expected 'provider:model' with both parts, got {model!r}", param="model"
        )
    return name, bare


def find_provider(name: str, api_base: str | None) -> ProviderRow:
    """Return the row of a provider, or one made for a server that is given by its address.

    Raises:
        UnsupportedProviderError: the name is not in the table and no address is given.
    """
    if api_base is not None and name.lower() not in get_rows():
        return build_custom_row(name, api_base)
    return get_row(name)


def find_base_url(row: ProviderRow, api_base: str | None, environment: Mapping[str, str]) -> str:
    """Return the base URL: the caller's, else the first variable that is set, else the row's.

    Raises:
        InvalidRequestError: it is no http(s) URL, or a part of it has to be filled in.
    """
    if api_base is not None:
        return check_url(api_base, "api_base", row)
    for variable in row.base_url_env:
        value = environment.get(variable)
        if value:
            return check_url(_complete(value, row), variable, row)
    return check_url(row.base_url, "api_base", row)


def check_url(url: str, source: str, row: ProviderRow) -> str:
    """Return a base URL without a trailing slash.

    Raises:
        InvalidRequestError: it is no http(s) URL, or a part of it has to be filled in.
    """
    gap = PLACEHOLDER.search(url)
    if gap:
        variables = " or ".join(row.base_url_env)
        raise InvalidRequestError(
            f"api_base: {row.provider} has no fixed address ({hide_credentials(url)}); "
            f"give api_base= with {gap.group(1)!r} filled" + (f", or set {variables}" if variables else ""),
            param="api_base",
            provider_name=row.provider,
        )
    try:
        parts = urlsplit(url)
        is_url = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        is_url = is_url and url.isprintable() and " " not in url
    except ValueError:
        is_url = False
    if not is_url:
        raise InvalidRequestError(
            f"{source}: expected a URL that begins with http:// or https://, got {hide_credentials(url)!r}",
            param=source,
            provider_name=row.provider,
        )
    return url.rstrip("/")


def find_key(row: ProviderRow, environment: Mapping[str, str]) -> str | None:
    """Return the key from the first variable of the provider that is set.

    Raises:
        MissingApiKeyError: none is set and the provider requires a key.
    """
    for variable in row.key_env:
        key = environment.get(variable)
        if key:
            return BearerToken(key) if variable in row.bearer_key_env else Secret(key)
    if row.key != "required":
        return None
    raise MissingApiKeyError(
        f"{row.provider} needs a key: set {' or '.join(row.key_env)}, or pass api_key=",
        provider_name=row.provider,
    )


def build_auth_header(row: ProviderRow, key: str | None) -> dict[str, str]:
    """Return the header that carries a key, or none.

    Raises:
        InvalidRequestError: the key cannot stand in a header.
    """
    if not key:
        return {}
    if not key.isascii() or not key.isprintable() or key != key.strip():
        raise InvalidRequestError(
            "api_key: it has line ends, surrounding spaces or non-ASCII characters, which a header cannot carry",
            param="api_key",
            provider_name=row.provider,
        )
    if row.auth == "api-key" and not isinstance(key, BearerToken):
        return {"api-key": key}
    return {"authorization": f"Bearer {key}"}


def _complete(value: str, row: ProviderRow) -> str:
    """Bring a variable's value into the form of a base URL: some hold a host, some an origin only."""
    url = value
    if "://" not in value:
        host, slash, path = value.partition("/")
        port = urlsplit(row.base_url).port
        if port is not None and not re.search(r":\d+$", host):
            host = f"{host}:{port}"
        url = f"http://{host}{slash}{path}"
    suffix = row.base_url_suffix
    return url.rstrip("/") + suffix if suffix and not url.rstrip("/").endswith(suffix) else url
