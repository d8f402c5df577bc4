"""Decode stream frames: one server-sent event in, one typed stream event out.

The class is chosen by the event's name, so a delta costs one validation and no search through a union.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from any_llm._core.decode import NotJSONError, decode_value, ensure_built, parse_object
from any_llm._core.json_values import is_object
from any_llm._core.missing import find_missing, get_required
from any_llm._core.repair import build_raw
from any_llm._core.sse import Frame
from openresponses_types.base import Deviation, SpecModel, UnknownEvent, specialise

if TYPE_CHECKING:  # only streams need the classes of events
    from openai_responses_types import ResponseErrorEvent, ResponseStreamEvent

DeltaDecoder = tuple[Callable[[bytes], Any], frozenset[str]]
"""Makes the event of a delta's data, or raises `ValidationError`; and the fields that the event must have."""

END_OF_STREAM = b"[DONE]"
WHOLES = frozenset({"response", "item", "part", "annotation"})
"""Fields of events that hold objects, in which more can be missing; deltas have none and are not searched."""


def get_delta_decoder(name: bytes) -> DeltaDecoder | None:
    """Return what decodes deltas of a name, which nearly all of a stream is; None for other events."""
    known = (_known.get(name) or _learn(name)) if name.endswith(b".delta") else None
    return None if known is None else known[:2]


def decode_event(frame: Frame) -> tuple[ResponseStreamEvent, tuple[Deviation, ...]]:
    """Return the typed event of a frame and where its body departs from the document.

    A type that is not in the table becomes an `UnknownEvent`; data that is not JSON becomes one that holds
    the text in `data`.
    """
    name, data = frame
    known = _known.get(name) or _learn(name)
    if known is None:
        return _decode_unnamed(frame)
    validate, required, has_whole = known
    try:
        event = validate(data)
    except ValidationError:
        return _decode_unnamed(frame)
    if has_whole or not required <= event.__pydantic_fields_set__:
        return event, tuple(find_missing(event))
    return event, ()


_known: dict[bytes, tuple[Callable[[bytes], Any], frozenset[str], bool]] = {}
"""What an event needs to be decoded, by its name, for those that were seen: its validator, the fields that it
requires, and whether it holds an object that is to be searched."""


def _learn(name: bytes) -> tuple[Callable[[bytes], Any], frozenset[str], bool] | None:
    model = get_events().get(name)
    if model is None:
        return None
    ensure_built(model)
    has_whole = not WHOLES.isdisjoint(model.model_fields)
    return _known.setdefault(
        name, (model.__pydantic_validator__.validate_json, get_required(model), has_whole)
    )


def _decode_unnamed(frame: Frame) -> tuple[Any, tuple[Deviation, ...]]:
    """Decode a frame by the `type` of its body: its name is missing, unknown, or the body does not fit it."""
    name, data = frame[0].decode("utf-8", "replace"), frame[1]
    try:
        body = parse_object(data)
    except NotJSONError as error:
        unreadable = UnknownEvent.model_validate({"type": name, "data": data.decode("utf-8", "replace")})
        return unreadable, (Deviation("", "not_json", "a JSON object", str(error)),)
    events = get_events()
    tag = said = body.get("type")
    deviations: tuple[Deviation, ...] = ()
    is_named = frame[0] in events or name == "error"
    if _is_plain_error(body, frame[0]):
        return decode_error_event({**body, "type": "error"}, (_UNTAGGED,))
    if not isinstance(tag, str) or (tag != "error" and tag.encode() not in events and is_named):
        deviations = (
            Deviation(
                "type", "missing" if tag is None else "wrong_type", "the event's name", "another value"
            ),
        )
        tag = name if is_named or "error" not in body else "error"
        body = {**body, "type": tag}
    if tag == "error":
        return decode_error_event(body, deviations)
    model = events.get(tag.encode())
    if model is None and not isinstance(said, str):
        untyped = build_raw(UnknownEvent, {name: value for name, value in body.items() if name != "type"})
        vars(untyped)["type"] = tag  # readable, and yet not part of what was sent
        return untyped, deviations
    if model is None:
        event = specialise(UnknownEvent.model_validate(body))
        return event, (*deviations, *find_missing(event))
    decoded, more = decode_value(model, body)
    return decoded, (*deviations, *more)


_UNTAGGED = Deviation("type", "wrong_type", "'error'", "the error's own type")


def _is_plain_error(body: dict[str, Any], name: bytes) -> bool:
    """Say whether an unnamed frame is the body of an HTTP error: its `type` is then the error's and no event's."""
    tag = body.get("type")
    if name or not isinstance(tag, str) or not tag.endswith("_error"):
        return False
    return is_object(body.get("error")) or isinstance(body.get("message"), str)


def decode_error_event(
    body: dict[str, Any], deviations: tuple[Deviation, ...] = ()
) -> tuple[ResponseErrorEvent, tuple[Deviation, ...]]:
    """Decode an error event in either shape: flat (`message`, `code`, `param`) or nested in `error`."""
    nested = body.get("error")
    if is_object(nested):
        flat: dict[str, Any] = {key: nested[key] for key in ("code", "message", "param") if key in nested}
        body = {**flat, **body}
    elif isinstance(nested, str):
        body = {"message": nested, **body}
    from openai_responses_types import ResponseErrorEvent

    event, more = decode_value(ResponseErrorEvent, body)
    return event, (*deviations, *more)


@cache
def get_events() -> dict[bytes, type[SpecModel]]:
    """Return the event classes by name, as it stands on the wire; the error event has two shapes and is left out."""
    from openai_responses_types import events
    from openai_responses_types.tables import EVENTS

    return {name.encode(): getattr(events, model) for name, model in EVENTS.items() if name != "error"}
