"""Translate at the two ends of a call on another wire: the request body, and the frames of its stream. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from pydantic_core import to_json

from any_llm._core.body import to_wire
from any_llm._core.decode import NotJSONError, parse_wrapped_object
from any_llm._core.events import END_OF_STREAM
from any_llm._core.notice import warn_caller
from any_llm._core.options import CallOptions
from any_llm._core.sse import Frame
from any_llm.wires.wire import Reducer, Refusals, Wire
from any_llm_calls.rows import ProviderRow


def translate_request(
    wire: Wire, fields: Mapping[str, Any], row: ProviderRow, options: CallOptions
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the body that goes out on another wire, and what was dropped on the caller's wish.

    Raises:
        UnsupportedParameterError: the request holds what the wire cannot express.
    """
    refusals = Refusals(row, wire.name, options.drop_params)
    body = wire.build_request(fields, row, refusals)
    if refusals.dropped:
        warn_caller(f"{row.provider}: dropped {', '.join(refusals.dropped)}", UserWarning)
    return {**body, **to_wire(options.extra_body)}, tuple(refusals.dropped)


class FrameTranslator:
    """Turns the frames of another protocol's stream into frames of a Responses stream."""

    def __init__(self, build_reducer: Callable[[], Reducer]) -> None:
        self._build_reducer = build_reducer
        self._reducer = build_reducer()
        self._is_finished = False

    def restart(self) -> None:
        """Begin again, for a stream that is sent a second time."""
        self._reducer, self._is_finished = self._build_reducer(), False

    def feed(self, frames: Iterable[Frame]) -> list[Frame]:
        """Return the frames that some frames come to; what is no JSON object passes as it is."""
        translated: list[Frame] = []
        for name, data in frames:
            if data == END_OF_STREAM:
                translated += self._finish()
                continue
            try:
                body = parse_wrapped_object(data)
            except NotJSONError:
                translated.append((name, data))
                continue
            event = name.decode("utf-8", "replace") or "message"
            translated += _build_frames(self._reducer.feed(event, body))
        return translated

    def end(self) -> list[Frame]:
        """Return the frames for a body that has ended; one that is cut gives none, for the reader tells that itself."""
        frames = self._finish()
        return [] if any(name == b"response.failed" for name, _ in frames) else frames

    def _finish(self) -> list[Frame]:
        if self._is_finished:
            return []
        self._is_finished = True
        return _build_frames(self._reducer.finish())


def _build_frames(events: Sequence[Mapping[str, Any]]) -> list[Frame]:
    return [(str(event["type"]).encode(), to_json(event)) for event in events]
