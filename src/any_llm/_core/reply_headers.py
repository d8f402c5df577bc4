"""Facts in the headers of a reply: the request id and the wait that the server asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime

REQUEST_ID_HEADERS = (
    "x-request-id",
    "request-id",
    "x-amzn-requestid",
    "x-amz-request-id",
    "apim-request-id",
    "x-ms-request-id",
    "x-goog-request-id",
    "x-correlation-id",
    # Cloudflare's id comes last: it is there beside a provider's own.
    "cf-ray",
)


def find_request_id(headers: Mapping[str, str]) -> str | None:
    """Return the provider's id of the request, the provider's own header before that of a proxy."""
    return next((headers[name] for name in REQUEST_ID_HEADERS if headers.get(name)), None)


def parse_retry_after(headers: Mapping[str, str], *, now: float | None = None) -> float | None:
    """Return the wait that the server asks for.

    Args:
        headers: names in lower case.
        now: seconds since the epoch, to read a date against; None takes the reply's own `date`.

    Returns:
        Seconds, at least 0; None when there is no header or no sense in it.
    """
    milliseconds = _parse_number(headers.get("retry-after-ms", ""))
    if milliseconds is not None:
        return milliseconds / 1000
    value = headers.get("retry-after", "")
    seconds = _parse_number(value)
    if seconds is not None:
        return seconds
    until = _parse_date(value)
    start = now if now is not None else _parse_date(headers.get("date", ""))
    return None if until is None or start is None else max(0.0, until - start)


def _parse_number(text: str) -> float | None:
    # Stricter than float(), which takes nan, inf and 1_0; fifteen digits are exact.
    return float(text) if re.fullmatch(r"[0-9]{1,15}(\.[0-9]{1,15})?", text.strip()) else None


def _parse_date(text: str) -> float | None:
    try:
        date = parsedate_to_datetime(text)
        # The standard library gives "-0000" without a zone; it means UTC, not the zone of this computer.
        return (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):
        # Whatever it is, it is no date: the parser raises all four, depending on what is wrong.
        return None
