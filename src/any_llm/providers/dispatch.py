"""Dispatch: a model string, a provider name and the environment in, the provider's row, address and key out.

Pure: the environment comes in as an argument.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from any_llm._core.notice import warn_caller
from any_llm._core.redaction import Secret, hide_credentials
from any_llm.exceptions import InvalidRequestError, MissingApiKeyError, UnsupportedProviderError
from any_llm.providers.custom import PLACEHOLDER, is_url
from any_llm.providers.registry import build_custom_row, find_row, get_row
from any_llm_calls.rows import ProviderRow


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
    elif "/" in model and find_row(model.split("/", 1)[0]) is not None:
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
        UnsupportedProviderError: the name is not in the table and no address is given, or the provider cannot answer.
    """
    if api_base is not None and find_row(name) is None:
        return build_custom_row(name, api_base)
    row = get_row(name)
    if row.wire == "none":
        raise UnsupportedProviderError(
            f"{row.provider} ({row.name}) cannot answer: {row.note}", provider_name=row.provider
        )
    return row


def find_base_url(
    row: ProviderRow, api_base: str | None, environment: Mapping[str, str], wire: str | None = None
) -> str:
    """Return the base URL of a wire: the caller's, else the first variable that is set, else the row's.

    Args:
        row: the provider.
        api_base: the caller's, for whatever wire is spoken.
        environment: variables; also those that the row's own address names.
        wire: protocol to be spoken; None for the provider's own.

    Raises:
        InvalidRequestError: it is no http(s) URL, or a part of it has to be filled in.
    """
    if api_base is not None:
        return check_url(api_base, "api_base", row)
    base = get_wire_base(row, wire)
    for variable in row.base_url_env:
        value = environment.get(variable)
        if value and _find_host(base) == _find_host(row.base_url):
            url = _replace_base(_complete(value, row), row, base)
            return check_url(_fill(url, environment), variable, row)
        if value and PLACEHOLDER.fullmatch(
            _find_host(base)
        ):  # the variable is an address of that wire as it is
            return check_url(value, variable, row)
    return check_url(_fill(base, environment), "api_base", row)


def get_wire_base(row: ProviderRow, wire: str | None) -> str:
    """Return the base URL that the table has for a wire."""
    bases = {"chat": row.chat_base_url, "messages": row.messages_base_url, row.wire: row.base_url}
    return bases.get(wire or row.wire) or row.base_url


def check_url(url: str, source: str, row: ProviderRow) -> str:
    """Return a base URL without a trailing slash.

    Raises:
        InvalidRequestError: it is no http(s) URL, or a part of it has to be filled in.
    """
    gap = PLACEHOLDER.search(url)
    if gap:
        variables = " or ".join([*row.base_url_env, *filter(str.isupper, [gap.group(1)])])
        raise InvalidRequestError(
            f"api_base: {row.provider} has no fixed address ({hide_credentials(url)}); "
            f"give api_base= with {gap.group(1)!r} filled" + (f", or set {variables}" if variables else ""),
            param="api_base",
            provider_name=row.provider,
        )
    if not is_url(url):
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
    how = f"set {' or '.join(row.key_env)}, or pass api_key=" if row.key_env else f"pass api_key=. {row.note}"
    raise MissingApiKeyError(
        f"{row.provider} needs a key: {how}",
        provider_name=row.provider,
    )


def build_auth_header(row: ProviderRow, key: str | None) -> dict[str, str]:
    """Return the header that carries a key, or none.

    Raises:
        InvalidRequestError: the key cannot stand in a header.
    """
    if not key or build_auth_query(row, key):
        return {}
    if not key.isascii() or not key.isprintable() or key != key.strip():
        raise InvalidRequestError(
            "api_key: it has line ends, surrounding spaces or non-ASCII characters, which a header cannot carry",
            param="api_key",
            provider_name=row.provider,
        )
    name = row.auth_header.lower() or (row.auth if row.auth in ("api-key", "x-api-key") else "")
    if name and name != "authorization" and not isinstance(key, BearerToken):
        return {name: Secret(key)}
    return {"authorization": f"Bearer {key}"}


def build_auth_query(row: ProviderRow, key: str | None) -> dict[str, str]:
    """Return the query parameter that carries a key, or none."""
    is_sent = row.auth == "query" and key and not isinstance(key, BearerToken)
    return {row.auth_query: Secret(key)} if is_sent else {}


def _complete(value: str, row: ProviderRow) -> str:
    """Bring a variable's value into the form of a base URL: some hold a host, some an origin or a part of the path."""
    url = re.sub(r"^ws(s?://)", r"http\1", value)
    if "://" not in value:
        host, slash, path = value.partition("/")
        parts = urlsplit(row.base_url)
        if parts.port is not None and not re.search(r":\d+$", host):
            host = f"{host}:{parts.port}"
        url = f"{'http' if parts.scheme == 'http' else 'https'}://{host}{slash}{path}"
    if not row.base_url_suffix or url.rstrip("/").endswith(row.base_url_suffix):
        return url
    words = row.base_url_suffix.split("/")[1:]
    starts = ("".join(f"/{word}" for word in words[:count]) for count in range(len(words) - 1, 0, -1))
    present = next((start for start in starts if url.rstrip("/").endswith(start)), "")
    return url.rstrip("/") + row.base_url_suffix.removeprefix(present)


def _replace_base(url: str, row: ProviderRow, base: str) -> str:
    """Return a variable's value with the path of a wire's base in place of that of another wire's.

    A provider whose own base has no path may be given with `/v1`.
    """
    if not (row.chat_base_url or row.messages_base_url):
        return url
    own = _find_path(row.base_url)
    known = [own or "/v1", *map(_find_path, (row.chat_base_url, row.messages_base_url))]
    bare = url.rstrip("/")
    found = max((path for path in known if bare.endswith(path)), key=len, default="")
    return bare.removesuffix(found) + _find_path(base) if found or not own else url


def _find_path(base: str) -> str:
    return urlsplit(base).path.rstrip("/")


def _find_host(base: str) -> str:
    return urlsplit(base).netloc


def _fill(url: str, environment: Mapping[str, str]) -> str:
    """Fill the placeholders that are named like variables with those that are set."""
    return PLACEHOLDER.sub(
        lambda gap: (gap[1].isupper() and environment.get(gap[1])) or gap[0],
        url,
    )
