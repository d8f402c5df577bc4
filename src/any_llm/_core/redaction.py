"""Secrets out of texts: strings that must not be shown go in, a function that replaces them comes out.

Also which strings those are: what a request carries in its headers and its address to be let in.
"""

from __future__ import annotations

import base64
import binascii
import html
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from urllib.parse import parse_qsl, quote, quote_plus, unquote, urlsplit

Redactor = Callable[[str], str]
"""Returns its argument with every secret replaced by `MASK`."""

MASK = "***"

SHORTEST_SECRET = 4
"""Shorter strings are placeholders of local servers; replacing them would garble any text."""

SHORTEST_FRAGMENT = 8
"""Below this, a piece of base64 is found by chance."""

LONGEST_PREFIX = 8
"""Characters of a secret that may stay: servers echo the first of a key so that people know which one it is."""

TELLING_NAME = re.compile("key|token|secret|sig|pass|auth|cred|cookie", re.IGNORECASE)
"""Names of headers and query parameters that carry credentials; a false alarm costs a few stars in a text."""


class Secret(str):
    """A string whose `repr` is a mask, so that `vars()` and tracebacks with variables do not show it."""

    __slots__ = ()

    def __repr__(self) -> str:
        return repr(MASK)


def hide_values(headers: Mapping[str, str]) -> Mapping[str, str]:
    """Return headers whose values do not show themselves; what is no mapping of strings is refused elsewhere."""
    if not isinstance(headers, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers may be untyped
        return headers
    return {
        name: Secret(value) if isinstance(value, str) else value  # pyright: ignore[reportUnnecessaryIsInstance]
        for name, value in headers.items()
    }


def build_redactor(secrets: Iterable[str]) -> Redactor:
    """Build a function that hides the secrets, plain or escaped for JSON, HTML, URLs or base64, in any case.

    What a server cut off is hidden too, as long as more of it is left than people need to recognise a key.

    Args:
        secrets: keys as they are, without `Bearer`; strings under four characters are ignored.

    Returns:
        The function; it is pure and never raises.
    """
    return _get_forms(tuple(secret for secret in secrets if len(secret) >= SHORTEST_SECRET)).hide


class _Forms:
    """The texts to look for; they are made when the first text comes."""

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = [Secret(secret) for secret in secrets]

    @cached_property
    def _by_start(self) -> dict[Secret, list[Secret]]:
        found = {form for secret in self._secrets for form in list_forms(secret)}
        groups: dict[Secret, list[Secret]] = {}
        for form in sorted(found, key=lambda form: (-len(form), form)):
            groups.setdefault(Secret(form[: LONGEST_PREFIX + 1].lower()), []).append(Secret(form))
        return groups

    def hide(self, text: str) -> str:
        """Return the text with every secret replaced."""
        low = text.lower()
        for start, forms in self._by_start.items():
            if start in low:  # a search without case is slow, and most texts have nothing to hide
                text = _replace(text, start, forms)
        return text


@lru_cache(maxsize=8)
def _get_forms(secrets: tuple[str, ...]) -> _Forms:
    """Return what is made of secrets: the same in every call with a key, and a tenth of the time of a small one."""
    return _Forms(secrets)


def _replace(text: str, start: str, forms: list[Secret]) -> str:
    """Replace what begins like the forms, as far as one of them goes on like it."""
    pieces: list[str] = []
    position = 0
    pattern = re.compile(re.escape(start), re.IGNORECASE)
    while found := pattern.search(text, position):
        pieces += (text[position : found.start()], MASK)
        position = found.end() + max(_count_same(text, found.end(), form[len(start) :]) for form in forms)
    return "".join((*pieces, text[position:]))


def _count_same(text: str, position: int, rest: str) -> int:
    """Return how many characters at a place of the text are those of the rest of a form, whatever their case."""
    here = text[position : position + len(rest)]
    if here == rest:
        return len(rest)
    pairs = enumerate(zip(here, rest, strict=False))
    return next((index for index, (one, other) in pairs if not _is_same(one, other)), len(here))


def _is_same(one: str, other: str) -> bool:
    return one == other or one.lower() == other.lower()


def find_secrets(headers: Mapping[str, str], url: str, key: str | None = None) -> tuple[Secret, ...]:
    """Return what a request must not show: credentials in its headers, and in the address as user or query.

    Args:
        headers: names in any case; a value that is a `Secret` is one whatever its header is called.
        url: the whole address.
        key: the key, wherever it is sent.
    """
    telling = [
        value for name, value in headers.items() if isinstance(value, Secret) or TELLING_NAME.search(name)
    ]
    found = [part for value in telling for part in _split(value)]
    return tuple(Secret(one) for one in dict.fromkeys((*found, *_find_in_address(url), key)) if one)


def _split(value: str) -> Iterator[str]:
    """Yield the credentials of a header: without the scheme, and with what `Basic` encodes."""
    scheme, _, rest = value.strip().rpartition(" ")
    yield rest
    if scheme.lower() == "basic":
        try:
            yield base64.b64decode(rest).decode("utf-8", "replace").partition(":")[2]
        except binascii.Error:
            return
    elif scheme and "=" in value:  # `AWS4-HMAC-SHA256 Credential=…, Signature=…`, or cookies
        yield from (part.strip().partition("=")[2] for part in re.split("[,;]", value))


@lru_cache(maxsize=64)
def _find_in_address(url: str) -> tuple[Secret, ...]:
    try:
        parts = urlsplit(url)
    except ValueError:  # no address: it is refused elsewhere
        return ()
    user, colon, word = parts.netloc.rpartition("@")[0].partition(":")
    told = (value for name, value in parse_qsl(parts.query) if TELLING_NAME.search(name))
    return tuple(Secret(value) for value in (unquote(word if colon else user), *told))


def hide_credentials(url: str) -> str:
    """Return an address that can be shown: its user and the values of its query are masked."""
    start, mark, query = url.partition("?")
    scheme, slashes, rest = start.rpartition("//")
    rest = f"{MASK}@{rest.rpartition('@')[2]}" if "@" in rest else rest
    query = "&".join(f"{part.partition('=')[0]}={MASK}" for part in query.split("&")) if query else ""
    return f"{scheme}{slashes}{rest}{mark}{query}"


def list_forms(secret: str) -> set[str]:
    """Return the texts in which a server may echo the secret."""
    data = secret.encode("utf-8", "surrogatepass")
    escaped = json.dumps(secret)[1:-1]
    # PHP escapes the slash in JSON, Python does not.
    forms = {secret, escaped, escaped.replace("/", r"\/"), html.escape(secret)}
    for encoded in (quote(data, safe=""), quote(data), quote_plus(data)):
        forms |= {encoded, re.sub("%[0-9A-F]{2}", lambda match: match.group().lower(), encoded)}
    return forms | _list_base64_forms(data)


def _list_base64_forms(data: bytes) -> set[str]:
    """Return the whole secret in base64, and what is fixed of it at each offset in a longer text.

    The latter finds it in `Authorization: Basic`, which encodes `user:secret`.
    """
    forms: set[str] = set()
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        whole = encode(data).decode()
        forms |= {whole, whole.rstrip("=")}
        for offset, shared in ((0, 0), (1, 2), (2, 3)):
            text = encode(b"\0" * offset + data).decode().rstrip("=")
            # The last character also holds bits of whatever follows, unless the bytes fill it.
            fixed = text[shared:] if (offset + len(data)) % 3 == 0 else text[shared:-1]
            if len(fixed) >= SHORTEST_FRAGMENT:
                forms.add(fixed)
    return forms
