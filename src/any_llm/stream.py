"""Streams of events as the caller sees them: iterate, take text only, look at the response so far, close.

Sync and async classes mirror each other; what happens to bytes and ends is decided in `_core.reading`.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from any_llm._core.call import Call
from any_llm._core.messages import Reopening
from any_llm._core.reading import StreamReader
from any_llm._core.streaming import build_reader
from any_llm._text_format.partial import parse_partial, validate_partial
from any_llm._text_format.target import OutputTarget
from any_llm._transport.source import AsyncSource, Source
from any_llm.exceptions import AnyLLMError
from openresponses_types.base import Deviation, HttpInfo

if TYPE_CHECKING:  # the classes of events are loaded when the first one is decoded
    from any_llm.parsed import ParsedResponse
    from openai_responses_types import ResponseStreamEvent

R_co = TypeVar("R_co", covariant=True)
T = TypeVar("T")


class StreamState(Generic[R_co]):
    """What both colours share: facts about the stream and the response so far."""

    def __init__(
        self,
        reader: StreamReader,
        build_final: Callable[[], R_co],
        get_http: Callable[[], HttpInfo],
        owner: object,
    ) -> None:
        self._owner = owner  # a client that nobody else holds must not close before its stream
        self._reader = reader
        self._get_http = get_http
        self._build_final = build_final
        self._final: R_co | None = None
        self._tell_end: Callable[[R_co], None] | None = None  # a conversation listens for the end of its turn

    @property
    def snapshot(self) -> R_co:
        """The response so far, built from the events handed out; a new object each time."""
        snapshot: R_co = self._reader.build_partial()
        return snapshot

    @property
    def deviations(self) -> tuple[Deviation, ...]:
        """Where the stream departed from the document so far."""
        return self._reader.deviations

    @property
    def http(self) -> HttpInfo:
        """Status, headers, request id and attempts of the exchange; known before the first event."""
        return self._get_http()

    def _check_end(self) -> None:
        """Raise unless the stream ended well; if it did, tell whoever wants to know."""
        self._reader.check_end()
        if self._tell_end is not None:
            self._tell_end(self._finish())

    def _finish(self) -> R_co:
        if self._final is None:
            self._reader.check_end()
            self._final = self._build_final()
        return self._final


class ResponseStream(StreamState[R_co]):
    """An iterator of events. Close it: use it in a `with` block, or read it to its end.

    Raises while iterating, after the last event was handed out:
        ResponseFailedError: the server said that the response failed.
        StreamTruncatedError: the body ended early; `partial` holds what arrived.
        StreamIdleTimeoutError: nothing came for too long; `partial` holds what arrived.
    """

    def __init__(
        self, reader: StreamReader, build_final: Callable[[], R_co], source: Source, owner: object
    ) -> None:
        super().__init__(reader, build_final, lambda: source.http, owner)
        self._source = source
        self._events = self._read()

    def _read(self) -> Generator[ResponseStreamEvent, None, None]:
        try:
            while True:
                for chunk in self._source.read(self._reader.get_wait):
                    yield from self._reader.feed(chunk)
                    if self._reader.is_over:
                        break
                yield from self._reader.finish()
                reopening = self._reader.plan_reopening()
                if reopening is None:
                    break
                self._reopen(reopening)
            self._check_end()
        finally:
            self._source.close()

    def _reopen(self, reopening: Reopening) -> None:
        try:
            self._source.reopen(reopening)
        except AnyLLMError as error:
            raise self._reader.build_reopening_error(error) from error

    def __iter__(self) -> Iterator[ResponseStreamEvent]:
        """Yield the events that are still to come; leaving the loop early closes the connection."""
        try:
            yield from self._events
        finally:
            self.close()

    def __next__(self) -> ResponseStreamEvent:
        """Return the next event."""
        return next(self._events)

    def text_deltas(self) -> Iterator[str]:
        """Yield the pieces of output text, and nothing else."""
        from openai_responses_types import ResponseTextDeltaEvent

        for event in self:
            if isinstance(event, ResponseTextDeltaEvent):
                yield event.delta

    def get_final_response(self) -> R_co:
        """Read the stream to its end and return the whole response."""
        for _ in self:
            pass
        return self._finish()

    def close(self) -> None:
        """Close the connection; the rest of the stream is lost. Closing twice does no harm."""
        self._reader.is_closed = True
        self._events.close()
        self._source.close()

    def __enter__(self) -> Self:
        """Return the stream; leaving the block closes it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the stream."""
        self.close()


class AsyncResponseStream(StreamState[R_co]):
    """An async iterator of events. Close it: use it in an `async with` block, or read it to its end.

    Raises while iterating, after the last event was handed out:
        ResponseFailedError: the server said that the response failed.
        StreamTruncatedError: the body ended early; `partial` holds what arrived.
        StreamIdleTimeoutError: nothing came for too long; `partial` holds what arrived.
    """

    def __init__(
        self, reader: StreamReader, build_final: Callable[[], R_co], source: AsyncSource, owner: object
    ) -> None:
        super().__init__(reader, build_final, lambda: source.http, owner)
        self._source = source
        self._events = self._read()

    async def _read(self) -> AsyncGenerator[ResponseStreamEvent, None]:
        try:
            while True:
                async for chunk in self._source.read(self._reader.get_wait):
                    for event in self._reader.feed(chunk):
                        yield event
                    if self._reader.is_over:
                        break
                for event in self._reader.finish():
                    yield event
                reopening = self._reader.plan_reopening()
                if reopening is None:
                    break
                await self._reopen(reopening)
            self._check_end()
        finally:
            await self._source.close()

    async def _reopen(self, reopening: Reopening) -> None:
        try:
            await self._source.reopen(reopening)
        except AnyLLMError as error:
            raise self._reader.build_reopening_error(error) from error

    async def __aiter__(self) -> AsyncIterator[ResponseStreamEvent]:
        """Yield the events that are still to come; leaving the loop early closes the connection."""
        try:
            async for event in self._events:
                yield event
        finally:
            await self.close()

    async def __anext__(self) -> ResponseStreamEvent:
        """Return the next event."""
        return await anext(self._events)

    async def text_deltas(self) -> AsyncIterator[str]:
        """Yield the pieces of output text, and nothing else."""
        from openai_responses_types import ResponseTextDeltaEvent

        async for event in self:
            if isinstance(event, ResponseTextDeltaEvent):
                yield event.delta

    async def get_final_response(self) -> R_co:
        """Read the stream to its end and return the whole response."""
        async for _ in self:
            pass
        return self._finish()

    async def close(self) -> None:
        """Close the connection; the rest of the stream is lost. Closing twice does no harm."""
        self._reader.is_closed = True
        await self._events.aclose()
        await self._source.close()

    async def __aenter__(self) -> Self:
        """Return the stream; leaving the block closes it."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the stream."""
        await self.close()


class PartialOutput(Generic[T]):
    """What streams of both colours say of a value that is still being written."""

    _reader: StreamReader
    _target: OutputTarget

    @property
    def partial(self) -> dict[str, Any]:
        """The JSON object so far: it only grows, and nothing in it has been validated.

        A target that is no object (a list, an enum, a union) stands under `value`, as it does on the wire.
        """
        return parse_partial(self._target, self._reader.accumulator.get_answer())

    @property
    def partial_parsed(self) -> T | None:
        """The value so far, validated as far as pydantic can validate an unfinished one; None while it does not fit."""
        value: T | None = validate_partial(self._target, self._reader.accumulator.get_answer())
        return value


class ParsedResponseStream(PartialOutput[T], ResponseStream["ParsedResponse[T]"]):
    """A stream whose text is parsed at its end: `get_final_response().output_parsed` is the value."""

    def __init__(
        self,
        reader: StreamReader,
        build_final: Callable[[], ParsedResponse[T]],
        source: Source,
        owner: object,
        target: OutputTarget,
    ) -> None:
        super().__init__(reader, build_final, source, owner)
        self._target = target


class AsyncParsedResponseStream(PartialOutput[T], AsyncResponseStream["ParsedResponse[T]"]):
    """An async stream whose text is parsed at its end: see `output_parsed` of its final response."""

    def __init__(
        self,
        reader: StreamReader,
        build_final: Callable[[], ParsedResponse[T]],
        source: AsyncSource,
        owner: object,
        target: OutputTarget,
    ) -> None:
        super().__init__(reader, build_final, source, owner)
        self._target = target


def open_stream(call: Call, source: Source, secrets: tuple[str, ...], owner: object) -> ResponseStream[Any]:
    """Return the stream of a call over its open body; `owner` is the client that must not close before it."""
    reader, build_final = build_reader(call, lambda: source.http, secrets)
    if call.target is None:
        return ResponseStream(reader, build_final, source, owner)
    parsed: ParsedResponseStream[Any]
    parsed = ParsedResponseStream(reader, build_final, source, owner, call.target)
    return parsed


def aopen_stream(
    call: Call, source: AsyncSource, secrets: tuple[str, ...], owner: object
) -> AsyncResponseStream[Any]:
    """Return the stream of an async call, as `open_stream` does."""
    reader, build_final = build_reader(call, lambda: source.http, secrets)
    if call.target is None:
        return AsyncResponseStream(reader, build_final, source, owner)
    parsed: AsyncParsedResponseStream[Any]
    parsed = AsyncParsedResponseStream(reader, build_final, source, owner, call.target)
    return parsed
