"""What a provider says about an error: the body of a reply, or a decoded JSON value, becomes an `ErrorBody`.

Providers agree on nothing here, so reading goes by member names, not by provider. Rules: nothing in this
file raises, whatever the bytes; nothing shows a payload whose meaning is unknown; only `message`, and
never more than five problems, comes from lists.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from any_llm._core.error_text import describe_html, describe_text, is_html
from any_llm._core.json_values import is_array, is_object
from any_llm._core.redaction import Redactor

MESSAGE_MEMBERS = (
    "message",
    "Message",
    "msg",
    "detail",
    "error_description",
    "errorMessage",
    "title",
    "description",
    "reason",
    "error",
)
CONTAINER_MEMBERS = ("error", "detail", "message", "errors")
RESULT_MEMBERS = frozenset({"object", "output", "choices", "content", "data", "id", "type"})
LISTED_PROBLEMS = 5
DEEPEST = 4
LARGEST_CODE = 10**12
LONGEST_NUMBER = 1000
UNREADABLE = object()
IDENTIFIER = re.compile("[a-z]+(_[a-z0-9]+)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ErrorBody:
    """The facts of an error body, as sent; `status` is an HTTP status that the body itself claims."""

    message: str = ""
    code: str | int | None = None
    error_type: str | None = None
    param: str | None = None
    status: int | None = None
    request_id: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


def decode_error_body(text: str, *, content_type: str, redact: Redactor) -> ErrorBody:
    """Read the body of a reply that is known to be an error.

    Args:
        text: the whole body.
        content_type: the header, or an empty string.
        redact: applied to HTML and plain text before it is cut, or the start of a key could stay.

    Returns:
        The facts; the message is empty when there is none.
    """
    text = text.strip()
    if is_html(text, content_type):
        return ErrorBody(message=describe_html(redact(text)))
    value = _decode_json(text)
    if value is UNREADABLE:
        return ErrorBody(message=describe_text(redact(text)))
    return read_error_value(value)


def find_error_body(value: object) -> ErrorBody | None:
    """Detect an error in the JSON of a reply with status 200, or in an event of a stream.

    A response is none, also with `error` filled: its `status` says so. Nor is an event of another type.

    Args:
        value: any decoded JSON value.

    Returns:
        The facts, or None when the value is no error.
    """
    # Google wraps the envelope in a list of one, https://github.com/google-gemini/gemini-cli/issues/12823.
    if is_array(value) and len(value) == 1:
        value = value[0]
    if is_object(value) and not _is_result(value) and _is_error(value):
        return read_error_value(value)
    return None


def _is_result(value: Mapping[str, object]) -> bool:
    kind = value.get("type")
    is_other_event = isinstance(kind, str) and "." in kind
    return value.get("object") == "response" or is_array(value.get("output")) or is_other_event


def _is_error(value: Mapping[str, object]) -> bool:
    if "error" in (value.get("type"), value.get("object")) or _is_filled(value.get("error")):
        return True
    if not RESULT_MEMBERS.isdisjoint(value):
        return False
    if value.get("error") is True or (is_array(value.get("errors")) and value["errors"]):
        return True
    return _is_filled(value.get("detail")) or (
        isinstance(value.get("message"), str) and _read_status(value) is not None
    )


def read_error_value(value: object, depth: int = 0) -> ErrorBody:
    """Read any JSON value that is known to be an error, in whichever family it is."""
    if depth > DEEPEST:
        return ErrorBody()
    if isinstance(value, str):
        return ErrorBody(message=value)
    if is_array(value):
        return _read_list(value, depth)
    if is_object(value):
        return _read_members(value, depth)
    return ErrorBody()


def _read_members(value: Mapping[str, object], depth: int) -> ErrorBody:
    """Read an object: what it says itself fills the gaps of what its inner error says."""
    members = [_unpack(value.get(name)) for name in CONTAINER_MEMBERS]
    inner_value = next((member for member in members if _is_container(member)), None)
    inner = read_error_value(inner_value, depth + 1)
    own = _find_text(value, MESSAGE_MEMBERS) or ""
    message = inner.message or own
    # A list gives the places for the sentence before it; Google only repeats the sentence there.
    if is_array(inner_value) and own and inner.message and own != inner.message:
        message = f"{own}: {inner.message}"
    return ErrorBody(
        message=message,
        code=inner.code if inner.code is not None else _read_code(value),
        error_type=inner.error_type or _read_type(value),
        param=inner.param or _read_param(value),
        status=inner.status or _read_status(value),
        request_id=inner.request_id or _find_text(value, ("request_id", "requestId")),
        headers=inner.headers or _read_headers(value),
    )


def _unpack(value: object) -> object:
    """Return the JSON that a string holds: gateways pass on what they got, Mistral did it (2024-01).

    See https://github.com/mistralai/platform-docs-public/issues/7.
    """
    if isinstance(value, str) and value.lstrip().startswith(("{", "[")):
        unpacked = _decode_json(value)
        return value if unpacked is UNREADABLE else unpacked
    return value


def _decode_json(text: str) -> object:
    try:
        return json.loads(text, parse_int=_parse_number)
    except (ValueError, RecursionError):
        return UNREADABLE


def _parse_number(digits: str) -> float:
    """Return a whole number; one of so many digits that Python refuses it must not make the rest unreadable."""
    return int(digits) if len(digits) <= LONGEST_NUMBER else float("inf")


def _read_list(values: list[object], depth: int) -> ErrorBody:
    problems = [read_error_value(value, depth + 1) for value in values[:LISTED_PROBLEMS]]
    lines = [f"{one.param}: {one.message}" if one.param else one.message for one in problems if one.message]
    if len(values) > LISTED_PROBLEMS:
        lines.append(f"and {len(values) - LISTED_PROBLEMS} more")
    if len(problems) == 1 and not problems[0].param:
        return problems[0]
    first = problems[0] if problems else ErrorBody()
    return ErrorBody(
        message="; ".join(lines),
        code=first.code,
        error_type=first.error_type,
        param=first.param,
        status=first.status,
    )


def _read_code(value: Mapping[str, object]) -> str | int | None:
    code = value.get("code")
    if isinstance(code, str) and code.strip():
        return code
    if isinstance(code, int) and not isinstance(code, bool) and abs(code) < LARGEST_CODE:
        return code
    error = value.get("error")
    # `{"error": "rate_limited", "message": "…"}`: a word with underscores is a code, anything else a message.
    return error if isinstance(error, str) and IDENTIFIER.fullmatch(error) else None


def _read_type(value: Mapping[str, object]) -> str | None:
    found = _find_text(value, ("type", "error_type", "__type"))
    if found is not None and found != "error":
        return found
    # Google's type is `"status": "RESOURCE_EXHAUSTED"`; elsewhere `status` says "error" or "failed".
    status = value.get("status")
    return status if isinstance(status, str) and re.fullmatch("[A-Z][A-Z_]+", status) else None


def _read_param(value: Mapping[str, object]) -> str | None:
    place = value.get("loc")
    if not is_array(place):
        return _find_text(value, ("param", "loc", "field"))
    steps = [step for step in place[:10] if isinstance(step, str | int)]
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    # FastAPI's first step says that it was the body; callers know no such parameter.
    return path.removeprefix(".body").removeprefix(".") or None


def _read_status(value: Mapping[str, object]) -> int | None:
    for name in ("code", "status", "statusCode", "status_code"):
        status = value.get(name)
        if isinstance(status, str) and re.fullmatch("[45][0-9][0-9]", status):
            return int(status)
        if isinstance(status, int) and 400 <= status <= 599:
            return status
    return None


def _read_headers(value: Mapping[str, object]) -> dict[str, str]:
    headers = value.get("headers")
    if not is_object(headers):
        return {}
    return {name.lower(): text for name, text in headers.items() if isinstance(text, str)}


def _find_text(value: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    for name in names:
        text = value.get(name)
        if isinstance(text, str) and text.strip():
            return text
    return None


def _is_filled(value: object) -> bool:
    return _is_container(value) or (isinstance(value, str) and bool(value.strip()))


def _is_container(value: object) -> bool:
    return bool(value) and (is_object(value) or is_array(value))
