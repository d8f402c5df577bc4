"""Decode stream frames: one server-sent event in, one typed stream event out.

The class is chosen by the event's name, so a delta costs one validation and no search through a union.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError
from pydantic_core import SchemaValidator

from any_llm._core.decode import NotJSONError, decode_value, ensure_built, parse_object
from any_llm._core.json_values import is_object
from any_llm._core.missing import find_missing, get_required
from any_llm._core.repair import build_raw
from any_llm._core.sse import Frame
from openresponses_types.base import Deviation, SpecModel, UnknownEvent, specialise

if TYPE_CHECKING:  # only streams need the classes of events
    from openai_responses_types import ResponseErrorEvent, ResponseStreamEvent

DeltaDecoder = Callable[[bytes], Any]
"""Makes the event of a delta's data, or raises `ValidationError` if it is not just as the document says."""

END_OF_STREAM = b"[DONE]"
WHOLES = frozenset({"response", "item", "part", "annotation"})
"""Fields of events that hold objects, in which more can be missing; deltas have none and are not searched."""


def get_delta_decoder(name: bytes) -> DeltaDecoder | None:
    """Return what decodes deltas of a name, which nearly all of a stream is; None for other events.

    It is the event's own validator, but for the required fields: these have no default here, so that what is complete
    need not be looked through.
    """
    model = get_events().get(name) if name.endswith(b".delta") else None
    return None if model is None else _build_delta_decoder(model)


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


@cache
def _build_delta_decoder(model: type[SpecModel]) -> DeltaDecoder | None:
    ensure_built(model)
    required = get_required(model)
    try:
        # Without the switch pydantic takes the class's own validator. A release that has none gives no decoder:
        # the usual way is slower and comes to the same.
        validate = SchemaValidator(
            _require(model.__pydantic_core_schema__, required), None, _use_prebuilt=False
        )
    except TypeError:
        return None
    return validate.validate_json if _list_missing(validate) >= required else None


def _list_missing(validator: SchemaValidator) -> set[Any]:
    """Return the fields that a validator misses in an empty object."""
    try:
        validator.validate_json(b"{}")
    except ValidationError as error:
        return {fault["loc"][0] for fault in error.errors() if fault["type"] == "missing"}
    return set()


def _require(schema: Any, names: frozenset[str]) -> Any:
    """Return the schema of a model in which these fields have no default."""
    if "schema" in schema:
        return {**schema, "schema": _require(schema["schema"], names)}
    fields = dict(schema.get("fields", {}))
    for name in names & fields.keys():
        if fields[name]["schema"]["type"] == "default":
            fields[name] = {**fields[name], "schema": fields[name]["schema"]["schema"]}
    return {**schema, "fields": fields}


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
