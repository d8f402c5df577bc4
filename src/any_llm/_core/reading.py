"""Read a stream: chunks of bytes in, typed events out, and at the end the response or the right error.

One state machine for both colours. It knows when a stream has ended well, failed, or was cut; it never reads.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypedDict

from pydantic import ValidationError

from any_llm._core.accumulate import Accumulator
from any_llm._core.error_body import read_error_value
from any_llm._core.events import END_OF_STREAM, DeltaDecoder, decode_event, get_delta_decoder
from any_llm._core.messages import FailureKind, HttpFailure, Reopening, Timeouts
from any_llm._core.recovery import RECOVERED, Recovery
from any_llm._core.redaction import Redactor
from any_llm._core.sse import Frame, SSEDecoder, SSELimitError
from any_llm._core.translation import FrameTranslator
from any_llm._core.waits import Limit, Waits
from any_llm.exceptions import (
    AnyLLMError,
    APITimeoutError,
    ResponseFailedError,
    SpecDeviationError,
    StreamIdleTimeoutError,
    StreamTruncatedError,
)
from openresponses_types.base import Deviation, HttpInfo, UnknownEvent

if TYPE_CHECKING:  # the classes of events are loaded when the first one is decoded
    from openai_responses_types import ResponseStreamEvent

TERMINAL = frozenset({"response.completed", "response.incomplete", "response.failed"})
TOLD_OF_FAILURE = frozenset({"response.failed", "error"})
ENDED_WELL = frozenset({"response.completed", "response.incomplete"})
NO_TIMEOUTS = Timeouts()


class StreamReader:
    """Turns chunks into events. `build_partial` makes the response so far, of the class promised to the user."""

    def __init__(
        self,
        *,
        provider_name: str,
        build_partial: Callable[[dict[str, Any]], Any],
        correct: Callable[[ResponseStreamEvent], ResponseStreamEvent] | None = None,
        is_strict: bool = False,
        timeouts: Timeouts = NO_TIMEOUTS,
        reopenings: int = 0,
        is_resumable: bool = False,
        redact: Redactor = str,
        translator: FrameTranslator | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.accumulator: Accumulator = Accumulator()
        self.outcome: str | None = None
        self.error: Any = None
        self.is_closed: bool = False
        self._decoder = SSEDecoder()
        self._deltas: dict[bytes, DeltaDecoder] = {}  # of names whose last event was as the document says
        self._deviations: dict[tuple[str, str, str], Deviation] = {}
        self._provider_name = provider_name
        self._build_partial = build_partial
        self._correct = correct
        self._is_strict = is_strict
        self._waits = Waits(timeouts, clock)
        self._recovery = Recovery(reopenings, is_resumable=is_resumable)
        self._redact = redact
        self._translator = translator

    @property
    def deviations(self) -> tuple[Deviation, ...]:
        """What was off so far; the same thing in many events of one type is listed once."""
        return tuple(dict.fromkeys((*self._deviations.values(), *self.accumulator.deviations)))

    @property
    def is_over(self) -> bool:
        """Whether the terminal event has been seen, so that nothing of the response is still to come."""
        return self.outcome is not None

    def get_wait(self) -> float | None:
        """Return the seconds that the next bytes may take; None leaves it to the connection's own limit."""
        return self._waits.get_wait(is_failed=self.error is not None)

    def feed(self, chunk: bytes | HttpFailure) -> Iterator[ResponseStreamEvent]:
        """Take one chunk in and return the events that it completes; each is counted in when it is taken.

        A broken connection is no error here if the stream can be opened again: see `plan_reopening`.

        Raises:
            StreamTruncatedError: the connection broke, or a line or event passed the limits.
            StreamIdleTimeoutError: bytes came, but no event for too long.
            APITimeoutError: the time for the whole stream is over.
        """
        if isinstance(chunk, HttpFailure):
            if self.error is None and not (self._recovery.can_reopen and chunk.kind in RECOVERED):
                raise self._build_broken(chunk) from chunk.cause
            return iter(())
        try:
            frames = self._decoder.feed(chunk)
        except SSELimitError as error:
            raise self._build_truncated(str(error)) from error
        self._check_waits(has_frames=bool(frames))
        return self._take(frames if self._translator is None else self._translator.feed(frames))

    def finish(self) -> Iterator[ResponseStreamEvent]:
        """Take the end of the body in and return the events that were still waiting."""
        frames = self._decoder.flush()
        if self._translator is not None:
            frames = [*self._translator.feed(frames), *self._translator.end()]
        return self._take(frames, is_cut=True)

    def plan_reopening(self) -> Reopening | None:
        """Return how to go on after the end of a body; None if the stream is over, or cannot go on."""
        if self.is_over or self.is_closed or self.error is not None:
            return None
        reopening = self._recovery.take(self.accumulator.response.get("id"))
        if reopening is not None:
            self._decoder = SSEDecoder()
            self._waits.restart()
            if self._translator is not None:
                self._translator.restart()
        return reopening

    def build_reopening_error(self, error: AnyLLMError) -> AnyLLMError:
        """Return the error for a stream that could not be opened again: before the first event it is that error."""
        if not self._recovery.has_begun:
            return error
        return self._build_truncated(f"the connection broke, and the rest could not be asked for ({error})")

    def check_end(self) -> None:
        """Raise unless the stream ended well; call it after the last event was handed out.

        Raises:
            ResponseFailedError: the server said that the response failed.
            StreamTruncatedError: the body ended without a terminal event.
        """
        if self.outcome in ENDED_WELL:
            return
        if self.outcome == "response.failed" or self.error is not None:
            raise self._build_failed()
        if self.is_closed:
            raise self._build_truncated("it was closed before its end")
        raise self._build_truncated(
            "the body ended without response.completed, response.incomplete or response.failed"
        )

    def build_partial(self) -> Any:
        """Return the response so far."""
        return self._build_partial(self.accumulator.snapshot())

    def build_final(self) -> Any:
        """Return the final response."""
        final = self.accumulator.finish()
        if self._is_strict and self.accumulator.deviations:
            self._note(self.outcome or "", (self.accumulator.deviations[0],))
        return self._build_partial(final)

    def _take(self, frames: list[Frame], *, is_cut: bool = False) -> Iterator[ResponseStreamEvent]:
        """Yield the event of each frame up to the end of the response; deltas take the short way."""
        if self.is_over:
            return
        accumulator, deltas = self.accumulator, self._deltas
        event: Any = None
        for name, data in frames:
            try:
                event = deltas[name](data)
            except (KeyError, ValidationError):
                is_exact = (
                    False  # and out of here: no error shall carry this one, which has the body in its text
                )
            else:
                is_exact = True
            if is_exact:
                if not accumulator.extend(event):
                    accumulator.feed(event)
                yield event
                continue
            found = self._decode(name, data, is_cut=is_cut)
            if found is None or not self._recovery.is_new(found):
                continue
            event = found
            self._note_end(event)
            accumulator.feed(event)
            if self._is_strict and accumulator.deviations:
                self._note(event.type, (accumulator.deviations[0],))
            yield event
            if self.is_over:
                return
        if event is not None:
            self._waits.note_event()  # the time that the caller took is not the server's silence

    def _decode(self, name: bytes, data: bytes, *, is_cut: bool) -> ResponseStreamEvent | None:
        """Return the event to hand out, masked and corrected where need be; None for half of one and for `[DONE]`."""
        if data == END_OF_STREAM:
            return None
        event, deviations = decode_event((name, data))
        if event.type in TOLD_OF_FAILURE:  # servers echo keys; `partial` and `snapshot` hold the event
            text = self._redact(data.decode("utf-8", "surrogateescape"))
            event, deviations = decode_event((name, text.encode("utf-8", "surrogateescape")))
        if is_cut and isinstance(event, UnknownEvent) and deviations:
            return None  # the end of the body cut it off
        if deviations:
            self._note(event.type, deviations)
        self._choose_decoder(name, is_exact=not deviations)
        return event if self._correct is None else self._correct(event)

    def _choose_decoder(self, name: bytes, *, is_exact: bool) -> None:
        """Decide how the next delta of this name is decoded; a server that departs in one does so in all."""
        is_watched = self._is_strict or self._recovery.is_resumable  # every single event is looked at
        decoder = get_delta_decoder(name) if is_exact and not is_watched else None
        if decoder is None:
            self._deltas.pop(name, None)
        else:
            self._deltas[name] = decoder

    def _note_end(self, event: ResponseStreamEvent) -> None:
        """Note what an event says of the end; one of a type that is not known says nothing, whatever its name."""
        self._recovery.has_begun = True
        if isinstance(event, UnknownEvent):
            return
        if event.type in TERMINAL:
            self.outcome = event.type
        elif event.type == "error":
            self.error = event

    def _check_waits(self, *, has_frames: bool) -> None:
        expired = None if self.is_over else self._waits.find_expired(has_frames=has_frames)
        if expired is not None:
            raise self._build_late(expired)

    def _note(self, event_type: str, deviations: tuple[Deviation, ...]) -> None:
        for deviation in deviations:
            if self._is_strict:
                raise SpecDeviationError(
                    f"{event_type}: {deviation}",
                    event=event_type,
                    path=deviation.path,
                    kind=deviation.kind,
                    provider_name=self._provider_name,
                )
            self._deviations.setdefault((event_type, deviation.path, deviation.kind), deviation)

    def _build_failed(self) -> ResponseFailedError:
        partial = self.build_partial()
        said = self.accumulator.response.get("error")
        if not said and self.error is not None:
            said = {name: getattr(self.error, name, None) for name in ("message", "code", "param")}
        error_body = read_error_value(said)
        message = self._redact(error_body.message or "the server gave no reason")
        return ResponseFailedError(
            f"the response failed: {message}",
            code=error_body.code,
            param=error_body.param,
            error_type=error_body.error_type,
            request_id=error_body.request_id or _get_request_id(partial),
            response_id=self.accumulator.response.get("id"),
            **self._build_facts(partial),
        )

    def _build_truncated(self, why: str) -> StreamTruncatedError:
        partial = self.build_partial()
        return StreamTruncatedError(
            f"the stream was cut: {why}; what arrived is in `partial`",
            request_id=_get_request_id(partial),
            **self._build_facts(partial),
        )

    def _build_broken(self, failure: HttpFailure) -> AnyLLMError:
        if failure.kind is not FailureKind.READ_TIMEOUT:
            return self._build_truncated(f"the connection broke ({failure.kind.value})")
        return self._build_late(self._waits.find_shortest())

    def _build_late(self, limit: Limit) -> APITimeoutError:
        partial = self.build_partial()
        error_class = APITimeoutError if limit.name == "total" else StreamIdleTimeoutError
        return error_class(
            f"{limit.describe()}; what arrived is in `partial`",
            request_id=_get_request_id(partial),
            **self._build_facts(partial),
        )

    def _build_facts(self, partial: Any) -> _StreamFacts:
        return {
            "partial": partial,
            "http": getattr(partial, "http", None),
            "provider_name": self._provider_name,
        }


class _StreamFacts(TypedDict):
    partial: Any
    http: HttpInfo | None
    provider_name: str


def _get_request_id(partial: Any) -> str | None:
    http = getattr(partial, "http", None)
    return None if http is None else http.request_id
