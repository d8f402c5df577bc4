"""Decode server-sent events: bytes in, names and data out, by the rules of the WHATWG standard.

https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation

Incremental and linear: a byte is looked at once, whatever the chunks, and copied a fixed number of times. What
is kept of an unfinished event takes the memory of its bytes, not of its chunks or lines: a million tiny lines
are no million objects. Data stays bytes, ready for a JSON validator. Only CR, LF and CRLF end a line, so U+2028
inside JSON is left alone. `id` and `retry` are passed over: Open Responses has servers send no ids, and a stream goes
on by the number of its last event. Nothing here does I/O.
"""

from __future__ import annotations

from typing import Any

Frame = tuple[bytes, bytes]
"""The name of an event, empty if it has none, and its data. A plain tuple, for there are so many."""

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
MAX_LINE = 64 * 1024 * 1024
MAX_EVENT = 64 * 1024 * 1024
"""Bytes; an event with pictures in it is large, an endless one must not fill the memory."""
MAX_EVENT_LINES = 1_000_000
"""A line of two bytes takes as long as one of a hundred: 64 MB of them would keep the reader busy for a minute."""
MAX_STREAM = 1024 * 1024 * 1024
"""Bytes of a whole stream: a million long events; what is built from one without an end must not fill the memory."""

MAX_NAMES, MAX_NAME = 1_000, 100
"""Names of events that are remembered, and bytes of such a line; others are only read more slowly."""


class SSELimitError(ValueError):
    """A line, an event or the stream is longer than what is accepted."""


class SSEDecoder:
    """Decodes one stream. Feed it chunks in order, then flush it once.

    `liveness` counts comment lines, which servers send to keep a connection open.
    """

    def __init__(
        self, *, max_line: int = MAX_LINE, max_event: int = MAX_EVENT, max_stream: int = MAX_STREAM
    ) -> None:
        self.liveness = 0
        self._left = self._max_stream = max_stream
        self._max_line = max_line
        self._max_event = max_event
        self._short = min(max_line, max_event)  # what is shorter passes no limit of a line or an event
        self._line = bytearray()  # the unfinished line
        self._is_start = True
        self._skips_lf = False  # the last chunk ended in CR: a LF that follows belongs to it
        self._data: bytes | None = None  # the first data line, nearly always the only one
        self._more = bytearray()  # the other data lines, each behind a line feed
        self._lines = 0
        self._event = b""
        self._names: dict[bytes, bytes] = {}  # `event` lines that were seen: a stream has few

    def feed(self, chunk: bytes) -> list[Frame]:
        """Take a chunk in and return the events that it completes.

        Raises:
            SSELimitError: a line, an event or the stream passes its limit.
        """
        self._left -= len(chunk)
        if self._left < 0:
            raise SSELimitError(f"the stream is longer than {self._max_stream} bytes")
        if self._skips_lf and chunk:
            self._skips_lf = False
            if chunk.startswith(b"\n"):
                chunk = chunk[1:]
        if not chunk:
            return []
        if self._line or self._is_start:
            chunk = self._end_line(chunk)
            if not chunk:
                return []
        if b"\r" in chunk:
            self._skips_lf = chunk.endswith(b"\r")
            chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        if len(chunk) < self._short:
            whole, blank, chunk = chunk.rpartition(b"\n\n")
            events = self._take_blocks(whole) if blank else []
            if not chunk:
                return events
        else:
            events = []
        lines = chunk.split(b"\n")
        rest = lines.pop()
        if len(chunk) > self._max_line and max(map(len, lines), default=0) > self._max_line:
            raise self._build_line_error()
        events += self._take(lines)
        self._keep(rest)
        return events

    def flush(self) -> list[Frame]:
        """Take the end of the stream in and return the event that no blank line ended, if there is one.

        The standard drops it; servers that forget the line mean it all the same.
        """
        line = self._pop_line()
        if line:
            self._take_line(line)
        return [] if self._data is None else [self._dispatch(self._data)]

    def _end_line(self, chunk: bytes) -> bytes:
        """Move the rest of the unfinished line out of the chunk; what is left begins with that line's end.

        Only here can a byte order mark come; a line that ends where it begins is left to the caller.
        """
        end = _find_line_end(chunk)
        self._keep(chunk[:end])
        if end == len(chunk):
            return b""
        line = self._pop_line()
        if not line:
            return chunk[end:]
        self._take([line])
        skipped = 2 if chunk.startswith(b"\r\n", end) else 1
        self._skips_lf = chunk.endswith(b"\r") and end + 1 == len(chunk)
        return chunk[end + skipped :]

    def _pop_line(self) -> bytes:
        line = bytes(self._line)
        self._line = bytearray()  # a cleared one would keep its memory
        if self._is_start:
            self._is_start = False
            line = line.removeprefix(BYTE_ORDER_MARK)
        return line

    def _keep(self, piece: bytes) -> None:
        self._line += piece
        if len(self._line) > self._max_line:
            raise self._build_line_error()

    def _build_line_error(self) -> SSELimitError:
        return SSELimitError(f"a line is longer than {self._max_line} bytes")

    def _take_blocks(self, text: bytes) -> list[Frame]:
        """Return the events of a text after which a blank line follows."""
        events: list[Frame] = []
        if self._data is not None or self._event:  # the first one began in an earlier chunk
            first, _, text = text.partition(b"\n\n")
            events += self._take([*first.split(b"\n"), b""])
            if not text:
                return events
        plain = self._cut(text)
        return events + (self._take([*text.split(b"\n"), b""]) if plain is None else plain)

    def _cut(self, text: bytes) -> list[Frame] | None:
        """Return the events of a text in which each is one `event` and one `data` line; None for any other text.

        Nearly all chunks are like that: of three lines the first names, the second holds data, the third is blank.
        """
        lines = text.split(b"\n")
        heads, bodies = lines[::3], lines[1::3]
        if len(lines) % 3 != 2 or any(lines[2::3]):
            return None
        names: list[Any] = [*map(self._names.get, heads)]
        if None in names:
            names = [*map(self._learn, heads)]
            if None in names:
                return None
        data = [body[6:] for body in bodies if body[:6] == b"data: "]
        return [*zip(names, data, strict=True)] if len(data) == len(names) else None

    def _learn(self, head: bytes) -> bytes | None:
        """Return the name that an `event` line gives, None if it is another line or gives none."""
        name = head[7:] if head[:7] == b"event: " else b""
        if name and len(head) < MAX_NAME and len(self._names) < MAX_NAMES:
            self._names[head] = name
        return name or None

    def _take(self, lines: list[bytes]) -> list[Frame]:
        events: list[Frame] = []
        for line in lines:
            if line.startswith(b"data: "):
                self._add_data(line[6:])
            elif line:
                self._take_line(line)
            elif self._data is not None:
                events.append(self._dispatch(self._data))
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

    def _add_data(self, value: bytes) -> None:
        if self._data is None:
            self._data = value
        else:
            self._more += b"\n"
            self._more += value
            self._lines += 1
            if self._lines >= MAX_EVENT_LINES:
                raise SSELimitError(f"an event has more than {MAX_EVENT_LINES} lines")
        if len(self._data) + len(self._more) >= self._max_event:
            raise SSELimitError(f"an event is longer than {self._max_event} bytes")

    def _dispatch(self, data: bytes) -> Frame:
        if self._more:
            data += self._more
            self._more = bytearray()
            self._lines = 0
        name = self._event
        self._data = None
        self._event = b""
        return name, data


def _find_line_end(chunk: bytes) -> int:
    """Return where the first line of a chunk ends; its length if no line ends in it."""
    feed = chunk.find(b"\n")
    turn = chunk.find(b"\r", 0, feed if feed >= 0 else len(chunk))
    if turn >= 0:
        return turn
    return feed if feed >= 0 else len(chunk)
