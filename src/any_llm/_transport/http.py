"""The one file that imports httpx: open clients, send a request, read bodies, name failures.

Nothing in here decides: statuses, retries and events are the core's business. Each function exists in both
colours; `is_secure_redirect` and the limits are shared.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any

import httpx

from any_llm._core.messages import FailureKind, HttpFailure, HttpReply, HttpRequest, Timeouts

Client = httpx.Client
AsyncClient = httpx.AsyncClient
Body = httpx.Response
"""The names under which the rest of the library knows the HTTP library's classes."""

MAX_BODY = 256 * 1024 * 1024
"""Bytes of a body that is read whole; a longer one is a failure, not a full memory."""
EVENT_STREAM = "text/event-stream"

FAILURES: tuple[tuple[type[Exception], FailureKind], ...] = (
    (httpx.ConnectTimeout, FailureKind.CONNECT_TIMEOUT),
    (httpx.ReadTimeout, FailureKind.READ_TIMEOUT),
    (httpx.WriteTimeout, FailureKind.WRITE_TIMEOUT),
    (httpx.PoolTimeout, FailureKind.POOL_TIMEOUT),
    (httpx.ConnectError, FailureKind.CONNECT),
    (httpx.ProtocolError, FailureKind.PROTOCOL),
    (httpx.DecodingError, FailureKind.PROTOCOL),
    (httpx.UnsupportedProtocol, FailureKind.CONNECT),
    (httpx.InvalidURL, FailureKind.CONNECT),
    (httpx.HTTPError, FailureKind.READ),
    (OSError, FailureKind.READ),
    (ValueError, FailureKind.PROTOCOL),
)


class BodyTooLargeError(ValueError):
    """A body passed the limit of what is read whole."""


class DeadlineError(TimeoutError):
    """The time allowed for the whole call is over."""


def open_client(settings: Mapping[str, Any]) -> httpx.Client:
    """Return a client for these settings (`client_args` without `http_client` and `headers`)."""
    return httpx.Client(**_get_client_arguments(settings))


def open_async_client(settings: Mapping[str, Any]) -> httpx.AsyncClient:
    """Return an async client for these settings."""
    return httpx.AsyncClient(**_get_client_arguments(settings))


def is_sync_client(client: object) -> bool:
    """Say whether a caller's client is one for sync calls."""
    return isinstance(client, httpx.Client)


def is_async_client(client: object) -> bool:
    """Say whether a caller's client is one for async calls."""
    return isinstance(client, httpx.AsyncClient)


def _get_client_arguments(settings: Mapping[str, Any]) -> dict[str, Any]:
    arguments: dict[str, Any] = {
        "limits": httpx.Limits(
            max_connections=settings.get("max_connections", 100),
            max_keepalive_connections=20,
            keepalive_expiry=30,
        ),
        # A redirect would carry the request, key included, to wherever the server says.
        "follow_redirects": False,
    }
    for name in ("proxy", "verify", "http2", "cert", "trust_env", "mounts", "transport"):
        if name in settings:
            arguments[name] = settings[name]
    return arguments


def send(client: httpx.Client, request: HttpRequest) -> tuple[HttpReply | HttpFailure, httpx.Response | None]:
    """Send a request; the body is read, unless it is a good event stream, which is left open.

    Returns:
        The reply or failure, and the open response if its body is still to be read.
    """
    deadline = _get_deadline(request.timeouts)
    try:
        response = client.send(_build_request(client, request), stream=True)
        try:
            if _is_open_stream(request, response):
                return _build_reply(response, b"", is_streaming=True), response
            body = b"".join(_limit(chunk, deadline) for chunk in _count(response.iter_bytes()))
            return _build_reply(response, body), None
        finally:
            if not _is_open_stream(request, response):
                response.close()
    except Exception as error:
        return _build_failure(error), None


async def asend(
    client: httpx.AsyncClient, request: HttpRequest
) -> tuple[HttpReply | HttpFailure, httpx.Response | None]:
    """Send a request, as `send` does."""
    deadline = _get_deadline(request.timeouts)
    try:
        response = await client.send(_build_request(client, request), stream=True)
        try:
            if _is_open_stream(request, response):
                return _build_reply(response, b"", is_streaming=True), response
            body = b"".join([_limit(chunk, deadline) async for chunk in _acount(response.aiter_bytes())])
            return _build_reply(response, body), None
        finally:
            if not _is_open_stream(request, response):
                await response.aclose()
    except Exception as error:
        return _build_failure(error), None


def read_chunks(response: httpx.Response, idle: float | None) -> Iterator[bytes | HttpFailure]:
    """Yield the chunks of an open body; a failure, or `idle` seconds without a byte, is the last thing yielded."""
    _limit_waits(response, idle)
    try:
        yield from response.iter_bytes()
    except Exception as error:
        yield _build_failure(error)


async def aread_chunks(response: httpx.Response, idle: float | None) -> AsyncIterator[bytes | HttpFailure]:
    """Yield the chunks of an open body, as `read_chunks` does."""
    _limit_waits(response, idle)
    try:
        async for chunk in response.aiter_bytes():
            yield chunk
    except Exception as error:
        yield _build_failure(error)


def _limit_waits(response: httpx.Response, idle: float | None) -> None:
    """Bound the waits for a body whose head may take longer: the HTTP library looks the limit up when it reads."""
    limits = response.request.extensions.get("timeout")
    if idle is not None and limits is not None:
        limits["read"] = _get_shorter(limits.get("read"), idle)


def _build_request(client: httpx.Client | httpx.AsyncClient, request: HttpRequest) -> httpx.Request:
    limits = request.timeouts
    first = limits.total if limits.total is not None else limits.read
    timeout = httpx.Timeout(
        connect=_get_shorter(limits.connect, limits.total),
        read=_get_shorter(limits.read, first),
        write=_get_shorter(limits.write, limits.total),
        pool=_get_shorter(limits.pool, limits.total),
    )
    return client.build_request(
        request.method, request.url, headers=dict(request.headers), content=request.body, timeout=timeout
    )


def _get_shorter(one: float | None, other: float | None) -> float | None:
    return min((limit for limit in (one, other) if limit is not None), default=None)


def _get_deadline(limits: Timeouts) -> float | None:
    return None if limits.total is None else time.monotonic() + limits.total


def _is_open_stream(request: HttpRequest, response: httpx.Response) -> bool:
    content_type: str = response.headers.get("content-type", "")
    return request.stream and response.status_code < 300 and content_type.startswith(EVENT_STREAM)


def _build_reply(response: httpx.Response, body: bytes, *, is_streaming: bool = False) -> HttpReply:
    headers = {name.lower(): value for name, value in response.headers.items()}
    return HttpReply(response.status_code, headers, body, is_streaming)


def _build_failure(error: Exception) -> HttpFailure:
    if isinstance(error, BodyTooLargeError):
        return HttpFailure(FailureKind.TOO_LARGE, error)
    if isinstance(error, DeadlineError):
        return HttpFailure(FailureKind.TOTAL_TIMEOUT, error)
    for kind, failure in FAILURES:
        if isinstance(error, kind):
            return HttpFailure(failure, error)
    raise error


def _limit(chunk: bytes, deadline: float | None) -> bytes:
    if deadline is not None and time.monotonic() > deadline:
        raise DeadlineError("the time allowed for the call is over")
    return chunk


def _count(chunks: Iterator[bytes]) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size = _add_size(size, chunk)
        yield chunk


async def _acount(chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    size = 0
    async for chunk in chunks:
        size = _add_size(size, chunk)
        yield chunk


def _add_size(size: int, chunk: bytes) -> int:
    size += len(chunk)
    if size > MAX_BODY:
        raise BodyTooLargeError(f"the body is longer than {MAX_BODY} bytes")
    return size
