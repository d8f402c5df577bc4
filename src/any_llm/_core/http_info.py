"""Facts of an exchange for the caller: reply, attempts and seconds in, an `HttpInfo` without secrets out."""

from __future__ import annotations

from collections.abc import Iterable

from any_llm._core.messages import HttpReply
from any_llm._core.redaction import build_redactor
from any_llm._core.reply_headers import find_request_id
from openresponses_types.base import HttpInfo


def build_http_info(
    reply: HttpReply,
    *,
    attempts: int,
    elapsed: float,
    wire: str,
    dropped: tuple[str, ...] = (),
    secrets: Iterable[str] = (),
) -> HttpInfo:
    """Return the facts of an exchange; a header that echoes the key is shown without it."""
    redact = build_redactor(secrets)
    return HttpInfo(
        status=reply.status,
        headers={name: redact(value) for name, value in reply.headers.items()},
        request_id=find_request_id(reply.headers),
        elapsed=elapsed,
        attempts=attempts,
        wire=wire,
        dropped=dropped,
    )
