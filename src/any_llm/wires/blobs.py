"""Opaque data of a provider inside `encrypted_content`: sealed on the way out to the caller, opened on the way back.

A blob names the provider that minted it, so that another one's is recognised and refused instead of sent on.
"""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any

PREFIX = "any-llm:"


def seal(provider: str, value: Any) -> str:
    """Return a value as text that only `unseal` with the same provider reads."""
    body = base64.urlsafe_b64encode(json.dumps(value, separators=(",", ":")).encode()).decode()
    return f"{PREFIX}{provider}:{body}"


def unseal(provider: str, text: str) -> Any | None:
    """Return the value that was sealed for a provider; None for text of anyone else."""
    head = f"{PREFIX}{provider}:"
    if not text.startswith(head):
        return None
    try:
        return json.loads(base64.urlsafe_b64decode(text.removeprefix(head)))
    except (ValueError, binascii.Error):
        return None
