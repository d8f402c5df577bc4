"""The order of attempts, driven by hand: no network, no clock, no HTTP library."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import pytest

from any_llm._core.exchange import Exchanged, Plan, exchange
from any_llm._core.messages import AskKey, FailureKind, HttpFailure, HttpReply, HttpRequest, Send, Sleep
from any_llm._core.retry import RetryPolicy
from any_llm.exceptions import (
    APIConnectionError,
    AuthenticationError,
    InsufficientFundsError,
    InvalidRequestError,
    ProviderError,
    UpstreamProviderError,
)

REFUSED = HttpFailure(FailureKind.CONNECT, OSError("refused"))
BUSY = HttpReply(503, {}, b"{}")
GOOD = HttpReply(200, {}, b"{}")


def start(**options: Any) -> Generator[Any, Any, Exchanged]:
    def build_request(key: str | None) -> HttpRequest:
        return HttpRequest("POST", "http://h/v1/responses", {"authorization": f"Bearer {key}"}, b"body")

    values: dict[str, Any] = {
        "build_request": build_request,
        "provider_name": "p",
        "policy": RetryPolicy(),
        "random": lambda: 0.5,
        "now": lambda: 0.0,
        "key": "k",
    }
    return exchange(Plan(**{**values, **options}))


def drive(steps: Generator[Any, Any, Exchanged], *outcomes: Any) -> tuple[list[Any], Exchanged]:
    taken: list[Any] = []
    pending = iter(outcomes)
    answer: Any = None
    while True:
        try:
            step = steps.send(answer)
        except StopIteration as stop:
            return taken, stop.value
        taken.append(step)
        answer = next(pending) if not isinstance(step, Sleep) else None


def test_refused_then_busy_then_good() -> None:
    taken, exchanged = drive(start(), REFUSED, BUSY, GOOD)
    assert [type(step) for step in taken] == [Send, Sleep, Send, Sleep, Send]
    assert [step.seconds for step in taken if isinstance(step, Sleep)] == [0.25, 0.5]
    assert len({id(step.request.body) for step in taken if isinstance(step, Send)}) == 1
    assert exchanged == Exchanged(GOOD, 3, ("k",))


def test_key_is_asked_before_each_attempt() -> None:
    taken, exchanged = drive(start(asks_key=True, key=None), "k1", BUSY, "k2", GOOD)
    assert [type(step) for step in taken] == [AskKey, Send, Sleep, AskKey, Send]
    assert [s.request.headers["authorization"] for s in taken if isinstance(s, Send)] == [
        "Bearer k1",
        "Bearer k2",
    ]
    assert exchanged.secrets == ("k2",)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "3"}, 3.0),
        ({"retry-after-ms": "1500", "retry-after": "9"}, 1.5),
        ({"retry-after": "Thu, 01 Jan 1970 00:00:07 GMT"}, 7.0),
        ({"retry-after": "soon"}, 0.25),
    ],
)
def test_server_says_how_long_to_wait(headers: dict[str, str], seconds: float) -> None:
    taken, _ = drive(start(), HttpReply(429, headers, b"{}"), GOOD)
    assert [step.seconds for step in taken if isinstance(step, Sleep)] == [pytest.approx(seconds)]


@pytest.mark.parametrize(
    ("outcome", "error"),
    [
        (HttpReply(400, {}, b'{"error":{"message":"no"}}'), InvalidRequestError),
        (HttpReply(302, {"location": "http://evil"}, b""), ProviderError),
        (
            HttpReply(429, {}, b'{"error":{"code":"insufficient_quota","message":"empty"}}'),
            InsufficientFundsError,
        ),
        (HttpReply(429, {"retry-after": "3600"}, b"{}"), Exception),
        (HttpReply(503, {"x-should-retry": "false"}, b"{}"), UpstreamProviderError),
    ],
)
def test_what_waiting_cannot_mend_is_raised_at_once(outcome: HttpReply, error: type[Exception]) -> None:
    with pytest.raises(error):
        drive(start(), outcome)


def test_last_failure_is_raised_with_its_cause() -> None:
    with pytest.raises(APIConnectionError) as caught:
        drive(start(policy=RetryPolicy(0)), REFUSED)
    assert caught.value.__cause__ is REFUSED.cause


def test_delays_never_pass_the_longest() -> None:
    taken, _ = drive(start(policy=RetryPolicy(8), random=lambda: 1.0), *[BUSY] * 8, GOOD)
    delays = [step.seconds for step in taken if isinstance(step, Sleep)]
    assert delays == [0.5, 1, 2, 4, 8, 8, 8, 8]


def test_closing_early_is_quiet() -> None:
    steps = start()
    next(steps)
    steps.close()


def test_stream_that_is_opened_again_waits_first_and_counts_what_was_before() -> None:
    taken, exchanged = drive(start(first_delay=0.2, attempts=3), BUSY, GOOD)
    assert [type(step) for step in taken] == [Sleep, Send, Sleep, Send]
    assert taken[0] == Sleep(0.2)
    assert exchanged.attempts == 5


def test_error_has_the_facts_of_its_exchange_without_the_key() -> None:
    seconds = iter((100.0, 101.5, 101.5, 101.5))
    reply = HttpReply(401, {"x-request-id": "req_1", "x-echo": "key k-secret"}, b"{}")
    with pytest.raises(AuthenticationError) as caught:
        drive(start(key="k-secret", now=lambda: next(seconds), attempts=1), reply)
    http = caught.value.http
    assert http is not None
    assert (http.status, http.request_id, http.attempts, http.elapsed) == (401, "req_1", 2, 1.5)
    assert "k-secret" not in repr(http)
