"""Decode server-sent events: bytes in, frames out, by the rules of the WHATWG standard.

https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation

Incremental and linear: a byte is looked at once, whatever the chunks. Data stays bytes, ready for a JSON
validator. Only CR, LF and CRLF end a line, so U+2028 inside JSON is left alone. Nothing here does I/O.
"""

from __future__ import annotations

from typing import NamedTuple

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
MAX_LINE = 64 * 1024 * 1024
MAX_EVENT = 64 * 1024 * 1024
"""Bytes; an event with pictures in it is large, an endless one must not fill the memory."""


class SSELimitError(ValueError):
    """A line or an event is longer than what is accepted."""


class ServerSentEvent(NamedTuple):
    """One event of a stream. `is_complete` is false for a last event whose closing blank line never came."""

    data: bytes
    event: bytes = b""
    id: bytes = b""
    retry: int | None = None
    is_complete: bool = True


class SSEDecoder:
    """Decodes one stream. Feed it chunks in order, then flush it once.

    `liveness` counts comment lines, which servers send to keep a connection open.
    """

    def __init__(self, *, max_line: int = MAX_LINE, max_event: int = MAX_EVENT) -> None:
        self.liveness = 0
        self._max_line = max_line
        self._max_event = max_event
        self._pieces: list[bytes] = []  # the unfinished line, joined only when its end is there
        self._pending = 0
        self._is_start = True
        self._skips_lf = False  # the last chunk ended in CR: a LF that follows belongs to it
        self._data: list[bytes] = []
        self._size = 0
        self._event = b""
        self._id = b""
        self._retry: int | None = None

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        """Take a chunk in and return the events that it completes.

        Raises:
            SSELimitError: a line or an event passes its limit.
        """
        if self._skips_lf and chunk:
            self._skips_lf = False
            if chunk.startswith(b"\n"):
                chunk = chunk[1:]
        if not chunk:
            return []
        if b"\n" not in chunk and b"\r" not in chunk:
            self._keep(chunk)
            return []
        if self._pieces:
            chunk = b"".join((*self._pieces, chunk))
            self._pieces.clear()
            self._pending = 0
        if self._is_start:
            self._is_start = False
            chunk = chunk.removeprefix(BYTE_ORDER_MARK)
        if b"\r" in chunk:
            self._skips_lf = chunk.endswith(b"\r")
            chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        lines = chunk.split(b"\n")
        rest = lines.pop()
        if rest:
            self._keep(rest)
        return self._take(lines)

    def flush(self) -> list[ServerSentEvent]:
        """Take the end of the stream in.

        The standard drops an event that no blank line ends; servers that forget the line mean it all the
        same, so it is returned, marked as incomplete.
        """
        line = b"".join(self._pieces)
        self._pieces.clear()
        self._pending = 0
        if self._is_start:
            line = line.removeprefix(BYTE_ORDER_MARK)
        if line:
            self._take_line(line)
        return [self._dispatch(is_complete=False)] if self._data else []

    def _keep(self, piece: bytes) -> None:
        self._pieces.append(piece)
        self._pending += len(piece)
        if self._pending > self._max_line:
            raise SSELimitError(f"a line is longer than {self._max_line} bytes")

    def _take(self, lines: list[bytes]) -> list[ServerSentEvent]:
        events: list[ServerSentEvent] = []
        for line in lines:
            if line.startswith(b"data: "):
                self._add_data(line[6:])
            elif line:
                self._take_line(line)
            elif self._data:
                events.append(self._dispatch())
            else:
                self._event = b""
        return events

    def _take_line(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if not name:
            self.liveness += 1
        elif name == b"event":
            self._event = value
        elif name == b"data":
            self._add_data(value)
        elif name == b"id":
            if b"\0" not in value:
                self._id = value
        elif name == b"retry" and value.isdigit() and len(value) < 10:
            self._retry = int(value)

    def _add_data(self, value: bytes) -> None:
        self._data.append(value)
        self._size += len(value) + 1
        if self._size > self._max_event:
            raise SSELimitError(f"an event is longer than {self._max_event} bytes")

    def _dispatch(self, *, is_complete: bool = True) -> ServerSentEvent:
        data = self._data[0] if len(self._data) == 1 else b"\n".join(self._data)
        event = ServerSentEvent(data, self._event, self._id, self._retry, is_complete)
        self._data = []
        self._size = 0
        self._event = b""
        return event
