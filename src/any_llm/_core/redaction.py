"""Secrets out of texts: strings that must not be shown go in, a function that replaces them comes out."""

from __future__ import annotations

import base64
import html
import json
import re
from collections.abc import Callable, Iterable
from urllib.parse import quote, quote_plus

Redactor = Callable[[str], str]
"""Returns its argument with every secret replaced by `MASK`."""

MASK = "***"

SHORTEST_SECRET = 4
"""Shorter strings are placeholders of local servers; replacing them would garble any text."""

SHORTEST_FRAGMENT = 8
"""Below this, a piece of base64 is found by chance."""


def build_redactor(secrets: Iterable[str]) -> Redactor:
    """Build a function that hides the secrets, plain or escaped for JSON, HTML, URLs or base64.

    Args:
        secrets: keys as they are, without `Bearer`; strings under four characters are ignored.

    Returns:
        The function; it is pure and never raises.
    """
    found = {form for secret in secrets if len(secret) >= SHORTEST_SECRET for form in list_forms(secret)}
    # The longest first, or a plain form would cut a hole into an escaped one and leave its rest.
    forms = sorted(found, key=lambda form: (-len(form), form))

    def redact(text: str) -> str:
        for form in forms:
            text = text.replace(form, MASK)
        return text

    return redact


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
