"""Sort the parameters of a call: what goes into the request body, and what is for us."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from any_llm._core.json_values import is_sequence
from any_llm._core.messages import Timeouts
from any_llm.exceptions import InvalidRequestError

OWN = (
    "timeout",
    "stream_idle_timeout",
    "max_retries",
    "extra_headers",
    "extra_query",
    "extra_body",
    "strict",
    "drop_params",
    "wire",
    "response_format",
)
WIRES = ("responses", "chat", "messages")
DEFAULT_TIMEOUTS = Timeouts()
LIMITS = ("connect", "read", "write", "pool", "total", "first_event")
HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""A token of RFC 9110, section 5.6.2."""


@dataclass(frozen=True, slots=True)
class CallOptions:
    """What a caller asked of us rather than of the server; defaults stand for "not given"."""

    timeouts: Timeouts = DEFAULT_TIMEOUTS
    max_retries: int | None = None
    extra_headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    extra_query: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    extra_body: Mapping[str, Any] = field(default_factory=dict[str, Any], repr=False)
    is_strict: bool = False
    drop_params: bool | Sequence[str] = False
    response_format: Any = None
    wire: str | None = None


def split_parameters(parameters: Mapping[str, Any]) -> tuple[dict[str, Any], CallOptions]:
    """Return the fields of the request body and our own options; a parameter that is None was not given.

    Raises:
        InvalidRequestError: an option of ours has the wrong form.
    """
    given = {name: value for name, value in parameters.items() if value is not None}
    own = {name: given.pop(name) for name in OWN if name in given}
    wire = own.get("wire")
    if wire is not None and wire not in WIRES:
        expected = ", ".join(repr(name) for name in WIRES)
        raise InvalidRequestError(f"wire: expected one of {expected}, got {wire!r}", param="wire")
    is_stream = given.get("stream", False)
    if not isinstance(is_stream, bool):
        raise InvalidRequestError(f"stream: expected True or False, got {is_stream!r}", param="stream")
    options = CallOptions(
        timeouts=_build_timeouts(own.get("timeout"), own.get("stream_idle_timeout"), is_stream),
        max_retries=_check_number("max_retries", own.get("max_retries"), int),
        extra_headers=check_headers("extra_headers", own.get("extra_headers")),
        extra_query=_check_mapping("extra_query", own.get("extra_query")),
        extra_body=_check_mapping("extra_body", own.get("extra_body")),
        is_strict=bool(own.get("strict", False)),
        drop_params=_check_drops(own.get("drop_params", False)),
        response_format=own.get("response_format"),
        wire=wire,
    )
    return given, options


def _build_timeouts(timeout: Any, idle: Any, is_stream: bool) -> Timeouts:
    """A number bounds a whole call; in a stream each wait, for the whole may rightly take longer."""
    _check_number("stream_idle_timeout", idle, float)
    base = DEFAULT_TIMEOUTS if idle is None else replace(DEFAULT_TIMEOUTS, idle=idle)
    if timeout is None:
        return base
    if isinstance(timeout, Mapping):
        return replace(base, **_check_limits(timeout))  # pyright: ignore[reportUnknownArgumentType]
    _check_number("timeout", timeout, float)
    connect = min(timeout, base.connect or timeout)
    total = None if is_stream else timeout
    return replace(base, connect=connect, read=timeout, write=timeout, pool=timeout, total=total)


def _check_limits(limits: Mapping[str, Any]) -> dict[str, float | None]:
    """Return the limits of a dict; one that it does not name keeps its default, None waits for ever."""
    for name, seconds in limits.items():
        if name not in LIMITS:
            near = ", ".join(LIMITS)
            raise InvalidRequestError(
                f"timeout.{name}: unknown limit; expected one of {near}", param="timeout"
            )
        _check_number(f"timeout.{name}", seconds, float)
    return dict(limits)


def _check_number(name: str, value: Any, kind: type) -> Any:
    if value is None:
        return None
    fits = isinstance(value, int | float) and not isinstance(value, bool) and value >= 0
    if not fits or (kind is int and not isinstance(value, int)):
        expected = "a whole number of at least 0" if kind is int else "seconds, at least 0"
        raise InvalidRequestError(f"{name}: expected {expected}, got {value!r}", param=name)
    return value


def _check_mapping(name: str, value: Any) -> Mapping[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise InvalidRequestError(f"{name}: expected a dict, got {type(value).__name__!r}", param=name)
    return value  # pyright: ignore[reportUnknownVariableType]


def check_headers(name: str, value: Any) -> Mapping[str, str]:
    """Return headers that can stand in a request; a line end would let a value add headers of its own.

    Raises:
        InvalidRequestError: it is no dict, or holds a name or value that no header can carry; values are not shown.
    """
    headers = _check_mapping(name, value)
    for key, entry in headers.items():
        if not isinstance(key, str) or not HEADER_NAME.fullmatch(key):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers may be untyped
            raise InvalidRequestError(f"{name}: {key!r} is no name of a header", param=name)
        if not isinstance(entry, str) or not entry.isascii() or any(mark in entry for mark in "\r\n\0"):
            raise InvalidRequestError(
                f"{name}[{key!r}]: expected an ASCII string without line ends", param=name
            )
    return headers


def _check_drops(value: Any) -> bool | Sequence[str]:
    if not isinstance(value, bool) and not is_sequence(value):
        raise InvalidRequestError(
            f"drop_params: expected True, False or a list of names, got {value!r}", param="drop_params"
        )
    return value
