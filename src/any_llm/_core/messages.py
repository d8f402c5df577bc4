"""What the pure core and the transport say to each other: requests, replies, failures and steps.

Plain frozen data. The core yields `Send` and `Sleep`; a driver carries the step out and sends back
an `HttpReply`, an `HttpFailure` or `None`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds allowed for each phase of an exchange; `None` waits for ever."""

    connect: float | None = 10.0
    read: float | None = 600.0
    write: float | None = 60.0
    pool: float | None = 60.0
    total: float | None = None
    first_event: float | None = None
    idle: float | None = None


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """One HTTP request, ready to send; `url` and `headers` may carry credentials and are never shown."""

    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    stream: bool = False
    timeouts: Timeouts = Timeouts()


@dataclass(frozen=True, slots=True)
class HttpReply:
    """Status and headers of a reply; `body` is empty while a streamed body is still to be read.

    Header names are lower case. `is_streaming` is true when the body was left open for the stream decoder.
    Neither headers nor body are shown: servers echo keys.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(default=b"", repr=False)
    is_streaming: bool = False


class FailureKind(Enum):
    """Where an exchange failed before a reply arrived."""

    CONNECT = "connect"
    CONNECT_TIMEOUT = "connect timeout"
    UNTRUSTED = "untrusted"
    READ = "read"
    READ_TIMEOUT = "read timeout"
    WRITE_TIMEOUT = "write timeout"
    POOL_TIMEOUT = "pool timeout"
    TOTAL_TIMEOUT = "total timeout"
    PROTOCOL = "protocol"
    TOO_LARGE = "too large"


@dataclass(frozen=True, slots=True)
class HttpFailure:
    """No reply: what kind of failure, and the exception of the HTTP library as its cause."""

    kind: FailureKind
    cause: BaseException


@dataclass(frozen=True, slots=True)
class Send:
    """Step: send this request and give back an `HttpReply` or an `HttpFailure`."""

    request: HttpRequest


@dataclass(frozen=True, slots=True)
class Sleep:
    """Step: wait this many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class AskKey:
    """Step: call the caller's `api_key` callable (sync or async) and give back the key it returns."""


@dataclass(frozen=True, slots=True)
class Reopening:
    """How a stream that broke off goes on: the same request again, or the rest of a response that the server keeps.

    `after` is None for the request again; else the number of the last event that arrived of `response_id`.
    """

    response_id: str = ""
    after: int | None = None


Step = Send | Sleep | AskKey
Outcome = HttpReply | HttpFailure | str | None
