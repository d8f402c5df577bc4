"""Watch a body that is read whole: its chunks go through, an error comes where it passes a limit."""

from __future__ import annotations

import time

MAX_BODY = 256 * 1024 * 1024
"""Bytes of a body that is read whole; a longer one is a failure, not a full memory."""


SHORTEST = 0.001
"""A wait of zero would be no time at all for bytes that are there already."""


class BodyTooLargeError(ValueError):
    """A body passed the limit of what is read whole."""


class DeadlineError(TimeoutError):
    """The time allowed for the whole call is over."""


class BodyMeter:
    """Watches a body that is read whole: its size, and the time allowed for the call."""

    def __init__(self, seconds: float | None) -> None:
        self._deadline = None if seconds is None else time.monotonic() + seconds
        self._size = 0

    def get_left(self) -> float | None:
        """Return the seconds that are left, None without a limit."""
        return None if self._deadline is None else max(self._deadline - time.monotonic(), SHORTEST)

    def check(self, chunk: bytes) -> bytes:
        """Return the chunk, counted in.

        Raises:
            BodyTooLargeError: the body is longer than what is read whole.
            DeadlineError: the time is over.
        """
        self._size += len(chunk)
        if self._size > MAX_BODY:
            raise BodyTooLargeError(f"the body is longer than {MAX_BODY} bytes")
        if self._deadline is not None and time.monotonic() > self._deadline:
            raise DeadlineError("the time allowed for the call is over")
        return chunk
