"""Replies and failures become exceptions: `HttpReply` or `HttpFailure` in, an `AnyLLMError` out.

Pure, and nothing here raises, whatever the server sent. The exception is returned, not raised.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

from any_llm._core.error_body import ErrorBody, decode_error_body
from any_llm._core.error_class import choose_class
from any_llm._core.error_text import LONGEST_EXCERPT, clean
from any_llm._core.messages import FailureKind, HttpFailure, HttpReply, Timeouts
from any_llm._core.redaction import Redactor, build_redactor, hide_credentials
from any_llm._core.reply_headers import find_request_id, parse_retry_after
from any_llm.exceptions import (
    AnyLLMError,
    APIConnectionError,
    APITimeoutError,
    ErrorFacts,
    InvalidRequestError,
    ProviderError,
)

LONGEST_MESSAGE = 2000
LONGEST_NAME = 200
LONGEST_BODY = 65_536


@dataclass(frozen=True, slots=True)
class FailureRow:
    """What a kind of failure becomes; `limits` are the fields of `Timeouts` that can have expired.

    Where two limits are equal, the first in the row is named: callers set the read limit from the idle one.
    """

    error_class: type[AnyLLMError]
    text: str
    limits: tuple[str, ...] = ()


UNCONNECTED = frozenset({FailureKind.CONNECT, FailureKind.UNTRUSTED, FailureKind.CONNECT_TIMEOUT})
FAILURES: Mapping[FailureKind, FailureRow] = {
    FailureKind.CONNECT: FailureRow(APIConnectionError, "could not connect"),
    FailureKind.UNTRUSTED: FailureRow(APIConnectionError, "could not connect"),
    FailureKind.CONNECT_TIMEOUT: FailureRow(APITimeoutError, "no connection", ("connect", "total")),
    FailureKind.READ: FailureRow(APIConnectionError, "the connection broke before the reply was complete"),
    FailureKind.READ_TIMEOUT: FailureRow(
        APITimeoutError, "the server sent nothing", ("idle", "first_event", "read", "total")
    ),
    FailureKind.WRITE_TIMEOUT: FailureRow(
        APITimeoutError, "the server did not take the request", ("write", "total")
    ),
    FailureKind.POOL_TIMEOUT: FailureRow(
        APITimeoutError,
        "no connection of the pool became free",
        ("pool", "total"),
    ),
    FailureKind.TOTAL_TIMEOUT: FailureRow(APITimeoutError, "the call did not finish", ("total",)),
    FailureKind.PROTOCOL: FailureRow(APIConnectionError, "the server broke the rules of HTTP"),
    FailureKind.TOO_LARGE: FailureRow(ProviderError, "the reply is larger than the size limit"),
}

STREAM_LIMITS = frozenset({"first_event", "idle"})


def build_status_error(
    reply: HttpReply,
    *,
    provider_name: str | None,
    secrets: Iterable[str] = (),
    now: float | None = None,
    path: str = "",
) -> AnyLLMError:
    """Build the exception for a reply whose status says that it is an error.

    Args:
        reply: the reply with its whole body.
        provider_name: name of the provider's row.
        secrets: strings that must not be shown; some servers echo the key.
        now: seconds since the epoch, to read a `Retry-After` date against; None takes the reply's own date.
        path: path of the request, for the message of a 404; a query is not shown.
    """
    redact = build_redactor(secrets)
    body = decode_error_body(
        _decode_text(reply.body), content_type=reply.headers.get("content-type", ""), redact=redact
    )
    return _build(body, reply, redact, provider_name=provider_name, now=now, path=path)


def build_body_error(
    error_body: ErrorBody,
    *,
    reply: HttpReply,
    provider_name: str | None,
    secrets: Iterable[str] = (),
    now: float | None = None,
) -> AnyLLMError:
    """Build the exception for an error that came with a good status: its class follows the body alone.

    Args:
        error_body: from `find_error_body`.
        reply: the reply that carried it; for a stream, its head.
        provider_name: name of the provider's row.
        secrets: strings that must not be shown.
        now: seconds since the epoch, to read a `Retry-After` date against; None takes the reply's own date.

    Returns:
        The exception, with `status_code` as sent and the body's code in `code`.
    """
    return _build(error_body, reply, build_redactor(secrets), provider_name=provider_name, now=now, path="")


def build_failure_error(
    failure: HttpFailure,
    *,
    provider_name: str | None,
    timeouts: Timeouts,
    secrets: Iterable[str] = (),
    url: str = "",
) -> AnyLLMError:
    """Build the exception for an exchange without a reply.

    Args:
        failure: what went wrong.
        provider_name: name of the provider's row.
        timeouts: the limits of the request, for the message.
        secrets: strings that must not be shown.
        url: of the request; where no connection came about, the message names its host.

    Returns:
        The exception, its `__cause__` already set.
    """
    row = FAILURES[failure.kind]
    redact = build_redactor(secrets)
    reason = clean(redact(str(failure.cause)), LONGEST_EXCERPT)
    host = urlsplit(hide_credentials(url)).netloc.rpartition("@")[2] if failure.kind in UNCONNECTED else ""
    message = row.text + (f" to {redact(host)}" if host else "") + _describe_limit(row, timeouts)
    if not row.limits:
        message += f": {type(failure.cause).__name__}" + (f": {reason}" if reason else "")
    error = row.error_class(message, provider_name=provider_name)
    error.__cause__ = failure.cause
    return error


def _describe_limit(row: FailureRow, timeouts: Timeouts) -> str:
    """Return the limit that expired, the shortest of those that can have, and the option that raises it."""
    limits: list[tuple[float, str]] = [
        (seconds, name) for name in row.limits if (seconds := getattr(timeouts, name)) is not None
    ]
    if not limits:
        return ""
    seconds, name = min(limits, key=lambda limit: limit[0])
    option = "stream_idle_timeout" if name in STREAM_LIMITS else "timeout"
    return f" within {seconds:g} s ({name.replace('_', ' ')} limit); raise {option} to wait longer"


def build_error_facts(
    error_body: ErrorBody,
    *,
    reply: HttpReply,
    provider_name: str | None,
    redact: Redactor,
    now: float | None = None,
) -> ErrorFacts:
    """Build the keywords that every exception takes, for a class that the caller knows.

    Headers inside the body, which the specification allows in stream events, come before those of the reply.
    """

    def show(text: str | None) -> str | None:
        return None if text is None else clean(" ".join(redact(text).split()), LONGEST_NAME) or None

    code = error_body.code
    headers = {**reply.headers, **error_body.headers}
    text = _decode_text(reply.body)
    return ErrorFacts(
        status_code=reply.status,
        code=code if isinstance(code, int) else show(code),
        param=show(error_body.param),
        error_type=show(error_body.error_type),
        request_id=show(find_request_id(headers) or error_body.request_id),
        retry_after=parse_retry_after(headers, now=now),
        provider_name=provider_name,
        response_body=redact(text)[:LONGEST_BODY] if text else None,
    )


def build_error_message(error_body: ErrorBody, *, reply: HttpReply, redact: Redactor) -> str:
    """Build the message: the provider's words, or what is wrong with the reply when it has none."""
    message = clean(redact(error_body.message), LONGEST_MESSAGE)
    if message:
        return message
    if 300 <= reply.status < 400:
        return f"{_name_status(reply.status)}: a redirect that was not followed; check api_base"
    lack = "a body that gives no reason" if reply.body else "an empty body"
    return f"{_name_status(reply.status)} with {lack}"


def _build(
    body: ErrorBody,
    reply: HttpReply,
    redact: Redactor,
    *,
    provider_name: str | None,
    now: float | None,
    path: str,
) -> AnyLLMError:
    error_class = choose_class(body, reply.status)
    facts = build_error_facts(body, reply=reply, provider_name=provider_name, redact=redact, now=now)
    message = build_error_message(body, reply=reply, redact=redact)
    if (
        reply.status == HTTPStatus.NOT_FOUND
        and error_class is InvalidRequestError
        and not isinstance(body.code, str)
    ):
        asked = f" {path.partition('?')[0]}" if path else ""
        message += redact(f" (HTTP 404 for the path{asked}: does this endpoint exist? check api_base)")
    return error_class(message, **facts)


def _decode_text(body: bytes) -> str:
    return body.decode("utf-8-sig", errors="replace")


def _name_status(status: int) -> str:
    try:
        return f"HTTP {status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"HTTP {status}"
