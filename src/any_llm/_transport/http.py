"""The one file that imports httpx: open clients, send a request, read bodies, name failures.

Nothing in here decides: statuses, retries and events are the core's business. Each function exists in both
colours; the limits are shared. A sync call has a client together with others, an async one is lent its own.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Awaitable, Callable, Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import lru_cache, partial
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

import httpx
from anyio import fail_after

from any_llm._core.messages import FailureKind, HttpFailure, HttpReply, HttpRequest, Timeouts
from any_llm._core.redaction import hide_credentials
from any_llm._transport.body import AsyncBody, Body, get_shorter
from any_llm._transport.imports import remember_absence
from any_llm._transport.inflate import ACCEPTED, aiterate, iterate
from any_llm._transport.lending import CLOSED, Lender, NoPlaceError, SharedLender
from any_llm._transport.meter import BodyMeter, BodyTooLargeError, DeadlineError
from any_llm._transport.tls import HalfOpen, explain_refusal, get_ssl_context
from any_llm.exceptions import InvalidRequestError

Client = httpx.Client
AsyncClient = Lender[httpx.AsyncClient]
"""The names under which the rest of the library knows what calls are sent through."""

EVENT_STREAM = "text/event-stream"
MAX_CONNECTIONS = 100
UNSET = httpx.Timeout(5.0)
"""The limits of a client whose owner set none; they are too short for a model that thinks."""

FAILURES: tuple[tuple[type[Exception], FailureKind], ...] = (
    (httpx.ConnectTimeout, FailureKind.CONNECT_TIMEOUT),
    (httpx.ReadTimeout, FailureKind.READ_TIMEOUT),
    (httpx.WriteTimeout, FailureKind.WRITE_TIMEOUT),
    (httpx.PoolTimeout, FailureKind.POOL_TIMEOUT),
    (NoPlaceError, FailureKind.POOL_TIMEOUT),
    (httpx.ConnectError, FailureKind.CONNECT),
    (httpx.ProtocolError, FailureKind.PROTOCOL),
    (httpx.DecodingError, FailureKind.PROTOCOL),
    (httpx.UnsupportedProtocol, FailureKind.CONNECT),
    (httpx.InvalidURL, FailureKind.CONNECT),
    (httpx.HTTPError, FailureKind.READ),
    (TimeoutError, FailureKind.READ_TIMEOUT),
    (OSError, FailureKind.READ),
    (ValueError, FailureKind.PROTOCOL),
)


remember_absence("sniffio")


class PlainClient(httpx.Client):
    """A client that sends a request as it is: what the library adds for browsers takes longer than the rest of it.

    No cookies, no redirects, no authentication flow and no hooks; proxies and limits are as ever.
    """

    def build_request(self, method: str, url: httpx.URL | str, **given: Any) -> httpx.Request:
        """Return a request with nothing but what is given."""
        return _build_plain(method, url, given)

    def send(self, request: httpx.Request, **_: Any) -> httpx.Response:
        """Return the response with its body still to be read."""
        with _telling(request):
            response = self._transport_for_url(request.url).handle_request(request)
        response.request = request
        return response


class PlainAsyncClient(httpx.AsyncClient):
    """A client for async calls that sends a request as it is, as `PlainClient` does."""

    def build_request(self, method: str, url: httpx.URL | str, **given: Any) -> httpx.Request:
        """Return a request with nothing but what is given."""
        return _build_plain(method, url, given)

    async def send(self, request: httpx.Request, **_: Any) -> httpx.Response:
        """Return the response with its body still to be read."""
        with _telling(request):
            response = await self._transport_for_url(request.url).handle_async_request(request)
        response.request = request
        return response


@contextmanager
def _telling(request: httpx.Request) -> Generator[None, None, None]:
    """Let errors of the transport know their request."""
    try:
        yield
    except httpx.RequestError as error:
        error.request = request
        raise


def _build_plain(method: str, url: httpx.URL | str, given: dict[str, Any]) -> httpx.Request:
    """Return a request whose headers are complete: the library would copy and check them all once more."""
    address, body, limits = httpx.URL(url), given["content"], given["timeout"]
    headers = {"host": address.netloc.decode("ascii")}
    if body:
        headers["content-length"] = str(len(body))
    headers |= given["headers"]
    if address.userinfo:
        user = f"{address.username}:{address.password}".encode()
        headers["authorization"] = f"Basic {b64encode(user).decode()}"
    return httpx.Request(
        method,
        url,
        headers=headers,
        stream=httpx.ByteStream(body),
        extensions={**given["extensions"], "timeout": limits.as_dict()},
    )


@lru_cache(maxsize=64)
def _parse_url(url: str) -> httpx.URL:
    return QuietURL(url)


def open_client(settings: Mapping[str, Any]) -> httpx.Client:
    """Return a client for these settings (`client_args` without `http_client` and `headers`).

    Raises:
        InvalidRequestError: a setting has no meaning, or needs a package that is not installed.
    """
    try:
        return PlainClient(**_get_client_arguments(settings))
    except (ImportError, ValueError, TypeError, OSError, httpx.InvalidURL) as error:
        raise _build_settings_error(error) from error


def open_async_client(settings: Mapping[str, Any]) -> AsyncClient:
    """Return what async calls with these settings are lent their clients by.

    Raises:
        InvalidRequestError: a setting has no meaning, or needs a package that is not installed.
    """
    try:
        arguments = _get_client_arguments(settings)
        first = PlainAsyncClient(**arguments)
    except (ImportError, ValueError, TypeError, OSError, httpx.InvalidURL) as error:
        raise _build_settings_error(error) from error
    if settings.get("http2"):  # whose connections carry many calls
        return SharedLender(first, is_ours=True)
    unused = [first]
    return Lender(
        lambda: unused.pop() if unused else PlainAsyncClient(**arguments),
        settings.get("max_connections", MAX_CONNECTIONS),
    )


def share_async_client(client: httpx.AsyncClient) -> AsyncClient:
    """Return a lender of a caller's own client, which is never closed."""
    return SharedLender(client, is_ours=False)


def is_sync_client(client: object) -> bool:
    """Say whether a caller's client is one for sync calls."""
    return isinstance(client, httpx.Client)


def is_async_client(client: object) -> bool:
    """Say whether a caller's client is one for async calls."""
    return isinstance(client, httpx.AsyncClient)


def _get_client_arguments(settings: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "limits": httpx.Limits(
            max_connections=settings.get("max_connections", MAX_CONNECTIONS),
            max_keepalive_connections=20,
            keepalive_expiry=30,
        ),
        # A redirect would carry the request, key included, to wherever the server says.
        "follow_redirects": False,
        # Calls with different keys share a client; a cookie that one was given is none of the others' business.
        "cookies": CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        "verify": get_ssl_context(
            settings.get("verify", True), bool(settings.get("http2")), httpx.create_ssl_context
        ),
        "http2": bool(settings.get("http2")),
        "proxy": settings.get("proxy"),
    }


def _build_settings_error(error: Exception) -> InvalidRequestError:
    return InvalidRequestError(
        f"client_args: no HTTP client can be made with them: {error}", param="client_args"
    )


def send(client: httpx.Client, request: HttpRequest) -> tuple[HttpReply | HttpFailure, Body | None]:
    """Send a request; the body is read, unless it is a good event stream, which is left open.

    Returns:
        The reply or failure, and the body if it is still to be read.
    """
    meter = BodyMeter(request.timeouts.total)
    try:
        response = client.send(_prepare(client, request), stream=True, follow_redirects=False)
        body = Body(response, partial(_close, response), _build_failure)
        headers = _read_headers(response)
        if _is_open_stream(request, response.status_code, headers):
            return HttpReply(response.status_code, headers, is_streaming=True), body
        try:
            if request.timeouts.total is not None:
                body.limit_waits(meter.get_left)
            data = b"".join(meter.check(chunk) for chunk in iterate(response))
        finally:
            body.close()
        return HttpReply(response.status_code, headers, data), None
    except Exception as error:
        return _build_failure(error), None


async def asend(
    client: AsyncClient, request: HttpRequest
) -> tuple[HttpReply | HttpFailure, AsyncBody | None]:
    """Send a request, as `send` does; the client that the call is lent goes back with the end of the body."""
    try:
        url = httpx.URL(request.url)
        origin = f"{url.scheme}://{url.netloc.decode()}"
        lent = await client.lend(origin, get_shorter(request.timeouts.pool, request.timeouts.total))
    except Exception as error:
        return _build_failure(error), None

    async def give_back(is_sound: bool) -> None:
        await client.take_back(origin, lent, is_sound=is_sound)

    return await _asend(lent, request, give_back)


async def _asend(
    client: httpx.AsyncClient, request: HttpRequest, give_back: Callable[[bool], Awaitable[None]]
) -> tuple[HttpReply | HttpFailure, AsyncBody | None]:
    meter = BodyMeter(request.timeouts.total)
    half_open = HalfOpen()
    is_kept = is_sound = False
    try:
        with fail_after(request.timeouts.total):
            response = await client.send(
                _prepare(client, request, half_open), stream=True, follow_redirects=False
            )
            headers = _read_headers(response)
            if _is_open_stream(request, response.status_code, headers):
                is_kept = True
                body = AsyncBody(response, partial(_aclose, response), _build_failure, give_back)
                return HttpReply(response.status_code, headers, is_streaming=True), body
            try:
                data = b"".join([meter.check(chunk) async for chunk in aiterate(response)])
            finally:
                await _aclose(response)
        is_sound = True
        return HttpReply(response.status_code, headers, data), None
    except TimeoutError as error:
        return _build_failure(DeadlineError(str(error))), None
    except Exception as error:
        return _build_failure(error), None
    finally:
        if not is_kept:
            try:
                await half_open.aclose()
            finally:
                await give_back(is_sound)


def _close(response: httpx.Response) -> None:
    """Close a response and part it from its stream: they hold each other, and the connection, for the collector."""
    try:
        response.close()
    finally:
        response.stream = httpx.ByteStream(b"")


async def _aclose(response: httpx.Response) -> None:
    try:
        await response.aclose()
    finally:
        response.stream = httpx.ByteStream(b"")


class QuietURL(httpx.URL):
    """An address whose text is masked: the HTTP library logs it, and its user and query may be credentials."""

    def __str__(self) -> str:
        return hide_credentials(super().__str__())

    def __repr__(self) -> str:
        return f"URL({str(self)!r})"


def _prepare(
    client: httpx.Client | httpx.AsyncClient, request: HttpRequest, half_open: HalfOpen | None = None
) -> httpx.Request:
    if client.is_closed:
        raise InvalidRequestError(CLOSED)
    is_traced = half_open is not None and request.url.startswith("https:")
    given: dict[str, Any] = {
        "headers": {"accept-encoding": ACCEPTED, **request.headers},
        "content": request.body,
        "extensions": {"trace": half_open.note} if half_open is not None and is_traced else {},
    }
    # Where nobody named a limit for the call, those of the caller's own client count, if it has any.
    is_callers = not isinstance(client, PlainClient | PlainAsyncClient)
    if not is_callers or client.timeout == UNSET or _has_limits(request.timeouts):
        given["timeout"] = _build_timeout(request.timeouts)
    url = _parse_url(request.url)
    built = client.build_request(request.method, url, **given)
    if built.url is not url:
        built.url = QuietURL(built.url)
    return built


def _has_limits(timeouts: Timeouts) -> bool:
    return replace(timeouts, idle=None, first_event=None) != Timeouts()


@lru_cache(maxsize=64)
def _build_timeout(limits: Timeouts) -> httpx.Timeout:
    first = limits.total if limits.total is not None else limits.read
    return httpx.Timeout(
        connect=get_shorter(limits.connect, limits.total),
        read=get_shorter(limits.read, first),
        write=get_shorter(limits.write, limits.total),
        pool=get_shorter(limits.pool, limits.total),
    )


def _is_open_stream(request: HttpRequest, status: int, headers: Mapping[str, str]) -> bool:
    return request.stream and status < 300 and headers.get("content-type", "").startswith(EVENT_STREAM)


def _read_headers(response: httpx.Response) -> dict[str, str]:
    """Return the headers with names in lower case; the library searches all of them for each that is asked for."""
    return {name.lower(): value for name, value in response.headers.items()}


def _forget_request(error: BaseException | None) -> None:
    """Take request and frames off exceptions of the HTTP library: both hold the headers, key included."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        error.__traceback__ = None
        if isinstance(error, httpx.RequestError):
            with suppress(RuntimeError):  # it has none
                error.request = httpx.Request(error.request.method, str(error.request.url))
        error = error.__cause__ or error.__context__


def _build_failure(error: Exception) -> HttpFailure:
    _forget_request(error)
    if isinstance(error, BodyTooLargeError):
        return HttpFailure(FailureKind.TOO_LARGE, error)
    if isinstance(error, DeadlineError):
        return HttpFailure(FailureKind.TOTAL_TIMEOUT, error)
    refused = explain_refusal(error)
    if refused is not None:
        return HttpFailure(FailureKind.UNTRUSTED, refused)
    for kind, failure in FAILURES:
        if isinstance(error, kind):
            return HttpFailure(failure, error)
    raise error
