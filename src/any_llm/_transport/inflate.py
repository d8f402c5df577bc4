"""The chunks of a body, decompressed in pieces of a bounded size: a few bytes can stand for gigabytes.

Only gzip and deflate, one at a time: their decoders can be stopped at a size, and one on top of the other makes
a thousand bytes a billion. The HTTP library's own decoders give out at once whatever a chunk stands for.
`Any` stands for the HTTP library's response, which one file alone may name.
"""

from __future__ import annotations

import zlib
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from typing import Any

ACCEPTED = "gzip, deflate"
"""What requests say that they take; a server that sends something else all the same is refused."""
PIECE = 1024 * 1024
MAX_ERROR_BODY = 1024 * 1024
"""Bytes read of the body of an error: its start says what is wrong, and a failure here would hide the status."""
GZIP_OR_ZLIB = 47
RAW = -15
WINDOWS = {"gzip": GZIP_OR_ZLIB, "x-gzip": GZIP_OR_ZLIB, "deflate": GZIP_OR_ZLIB}


class EncodingError(ValueError):
    """The body is compressed in a way that is not taken, or not in the way that it says."""


def iterate(response: Any) -> Iterator[bytes]:
    """Yield a body decompressed; of an error only the start.

    Raises:
        EncodingError: the body is compressed in a way that is not taken, or not as it says.
    """
    if response.is_stream_consumed:  # a caller's own transport had it whole
        yield from response.iter_bytes()
        return
    inflater, left = Inflater(response.headers.get("content-encoding", "")), _get_limit(response)
    if inflater.is_plain and not response.is_error:
        yield from response.iter_raw()
        return
    for chunk in response.iter_raw():
        for piece in inflater.feed(chunk):
            yield piece
            left -= len(piece)
            if left <= 0:
                return


async def aiterate(response: Any) -> AsyncGenerator[bytes, None]:
    """Yield a body, as `iterate` does."""
    if response.is_stream_consumed:
        async for chunk in response.aiter_bytes():
            yield chunk
        return
    inflater, left = Inflater(response.headers.get("content-encoding", "")), _get_limit(response)
    is_plain = inflater.is_plain and not response.is_error
    async with aclosing(response.aiter_raw()) as chunks:
        async for chunk in chunks:
            if is_plain:
                yield chunk
                continue
            for piece in inflater.feed(chunk):
                yield piece
                left -= len(piece)
                if left <= 0:
                    return


def _get_limit(response: Any) -> float:
    return MAX_ERROR_BODY if response.is_error else float("inf")


class Inflater:
    """Decompresses one body. Feed it chunks in order; what comes out is never longer than `PIECE` at once."""

    def __init__(self, content_encoding: str) -> None:
        names = [name.strip().lower() for name in content_encoding.split(",")]
        names = [name for name in names if name not in ("", "identity")]
        if len(names) > 1 or (names and names[0] not in WINDOWS):
            raise EncodingError(f"the body is compressed with {content_encoding[:80]!r}; taken: {ACCEPTED}")
        self._inflater = zlib.decompressobj(WINDOWS[names[0]]) if names else None
        self._may_be_raw = names == ["deflate"]
        self.is_plain: bool = not names

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """Yield what the chunk stands for.

        Raises:
            EncodingError: the bytes are not what `Content-Encoding` says.
        """
        if self._inflater is None:
            yield chunk
            return
        piece = b""
        while not self._inflater.eof and (chunk or len(piece) == PIECE):
            try:
                piece = self._inflater.decompress(chunk, PIECE)
            except zlib.error as error:
                if not self._may_be_raw:
                    raise EncodingError(f"the body is not compressed as it says: {error}") from error
                # "deflate" should have a zlib header; some servers leave it out, as browsers know.
                self._inflater, self._may_be_raw = zlib.decompressobj(RAW), False
                continue
            self._may_be_raw = False
            chunk = self._inflater.unconsumed_tail
            if piece:
                yield piece
