"""The body of a reply that is still to be read, in both colours: its chunks, the waits for them, its close.

`Any` stands for the HTTP library's response, which one file alone may name.
"""

from __future__ import annotations

import atexit
import sys
import weakref
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any

from anyio import fail_after, move_on_after

from any_llm._core.messages import HttpFailure
from any_llm._transport.inflate import aiterate, iterate

LAST_WAIT = 0.01
"""Seconds that a body is read on when it is closed: its end may be on the way, and then its connection is kept."""


class Body:
    """An open body: an iterator of its chunks, of which a failure is the last. Close it."""

    def __init__(
        self, response: Any, close: Callable[[], None], build_failure: Callable[[Exception], HttpFailure]
    ) -> None:
        self._response = response
        self._close = close
        self._build_failure = build_failure
        self._chunks: Iterator[bytes] = iterate(response)
        self._release: Callable[[], None] = _do_nothing
        _open_bodies.add(self)

    def __iter__(self) -> Iterator[bytes | HttpFailure]:
        """Return the body itself."""
        return self

    def __next__(self) -> bytes | HttpFailure:
        """Return the next chunk."""
        try:
            return next(self._chunks)
        except StopIteration:
            raise  # not a failure
        except Exception as error:
            return self._build_failure(error)

    def limit_waits(self, get_wait: Callable[[], float | None]) -> None:
        """Have each read from the connection wait no longer than `get_wait` says just before it.

        httpcore looks its read limit up once for a whole body, so that the connection's own `read`, the documented
        `network_stream` extension, is where a limit can change. Connections of HTTP/2 carry other calls as well:
        there the first limit counts for the whole body.
        """
        stream = self._response.extensions.get("network_stream")
        if stream is None or self._response.http_version == "HTTP/2":
            _limit_wait(self._response, get_wait())
            return
        read = stream.read

        def read_in_time(max_bytes: int, timeout: float | None = None) -> bytes:
            data: bytes = read(max_bytes, timeout=get_shorter(timeout, get_wait()))
            return data

        stream.read = read_in_time
        self._release = partial(_forget_read, stream)

    def close(self) -> None:
        """Close the body, and its connection if the end was not read. Closing twice does no harm."""
        self._release()
        self._release = _do_nothing
        self._close()


_open_bodies: weakref.WeakSet[Body] = weakref.WeakSet()


@atexit.register
def close_bodies() -> None:
    """Close what is open at the end: later CPython 3.13 crashes over it (python/cpython issue 132413)."""
    for body in list(_open_bodies):
        body.close()


class AsyncBody:
    """An open body, as `Body` is; closing it gives its client back."""

    def __init__(
        self,
        response: Any,
        close: Callable[[], Awaitable[None]],
        build_failure: Callable[[Exception], HttpFailure],
        give_back: Callable[[bool], Awaitable[None]],
    ) -> None:
        self._close = close
        self._build_failure = build_failure
        self._get_wait: Callable[[], float | None] = _do_nothing
        self._chunks: AsyncIterator[bytes] = aiterate(response)
        self._is_over = self._is_sound = False
        self._give_back: Callable[[bool], Awaitable[None]] | None = give_back

    def __aiter__(self) -> AsyncIterator[bytes | HttpFailure]:
        """Return the body itself."""
        return self

    async def __anext__(self) -> bytes | HttpFailure:
        """Return the next chunk."""
        wait = self._get_wait()
        is_over, self._is_over = self._is_over, True  # whatever ends the wait, cancelling too, ends the body
        try:
            if wait is None:
                chunk = await anext(self._chunks)
            else:
                with fail_after(wait):
                    chunk = await anext(self._chunks)
        except StopAsyncIteration:
            self._is_sound = not is_over
            raise
        except Exception as error:
            return self._build_failure(error)
        self._is_over = is_over
        return chunk

    def limit_waits(self, get_wait: Callable[[], float | None]) -> None:
        """Have each wait for a chunk take no longer than `get_wait` says just before it."""
        self._get_wait = get_wait

    async def aclose(self) -> None:
        """Close the body; its connection is kept if the end is there already. Closing twice does no harm."""
        give_back, self._give_back = self._give_back, None
        if give_back is None:
            return
        try:
            # Not in the close that ends a generator or follows an error: there the stream is left, not over.
            if sys.exc_info()[0] is None:
                with move_on_after(LAST_WAIT):
                    while not self._is_over:
                        await anext(self, None)
        finally:
            try:
                await self._close()
            finally:
                await give_back(self._is_sound)


def get_shorter(one: float | None, other: float | None) -> float | None:
    """Return the shorter of two limits; None is no limit."""
    return min((limit for limit in (one, other) if limit is not None), default=None)


def _do_nothing() -> None:
    """Stand in for a limit that nobody set, and for what is to be undone then."""


def _forget_read(stream: Any) -> None:
    with suppress(AttributeError):
        del stream.read


def _limit_wait(response: Any, seconds: float | None) -> None:
    """Bound the waits for a body of which nothing was read yet."""
    limits = response.request.extensions.get("timeout")
    if seconds is not None and limits is not None:
        limits["read"] = get_shorter(limits.get("read"), seconds)
