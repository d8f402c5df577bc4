"""Whether and when to try again: one decision, no clock and no randomness of its own."""

from __future__ import annotations

from typing import Any

import pytest

from any_llm._core.errors import build_failure_error, build_status_error
from any_llm._core.messages import FailureKind, HttpFailure, HttpReply, Timeouts
from any_llm._core.retry import RETRIED_FAILURES, RetryPolicy, get_delay, is_retryable

POLICY = RetryPolicy()


def decide(
    outcome: HttpReply | HttpFailure, attempt: int = 1, policy: RetryPolicy = POLICY, **options: Any
) -> Any:
    if isinstance(outcome, HttpReply):
        error = build_status_error(outcome, provider_name="p")
    else:
        error = build_failure_error(outcome, provider_name="p", timeouts=Timeouts())
    settings: dict[str, Any] = {"random": lambda: 1.0, "now": 0.0, **options}
    return get_delay(policy, attempt, outcome, error, **settings)


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 504, 529, 599])
def test_status_that_may_pass_is_tried_again(status: int) -> None:
    assert decide(HttpReply(status, {}, b"{}")) == 0.5


@pytest.mark.parametrize(
    "status", [300, 301, 302, 307, 308, 304, 400, 401, 402, 403, 404, 405, 413, 422, 451]
)
def test_status_that_stays_is_not_tried_again(status: int) -> None:
    assert decide(HttpReply(status, {"location": "http://elsewhere", "retry-after": "1"}, b"{}")) is None


@pytest.mark.parametrize("kind", FailureKind)
def test_failure_is_tried_again_unless_the_time_is_up_or_the_request_may_have_run(kind: FailureKind) -> None:
    expected = kind in RETRIED_FAILURES
    assert is_retryable(HttpFailure(kind, OSError())) is expected
    assert (decide(HttpFailure(kind, OSError())) is not None) is expected
    if kind in (FailureKind.TOTAL_TIMEOUT, FailureKind.READ_TIMEOUT, FailureKind.TOO_LARGE):
        assert not expected


@pytest.mark.parametrize("code", ["insufficient_quota", "billing_hard_limit_reached"])
def test_empty_account_is_not_asked_again(code: str) -> None:
    body = f'{{"error":{{"code":"{code}","message":"You exceeded your current quota"}}}}'.encode()
    assert decide(HttpReply(429, {}, body)) is None


@pytest.mark.parametrize(("said", "expected"), [("true", 0.5), ("false", None), ("maybe", None)])
def test_server_can_say_whether_for_a_status_that_stays(said: str, expected: float | None) -> None:
    assert decide(HttpReply(400, {"x-should-retry": said}, b"{}")) == expected


def test_server_can_say_no_for_a_status_that_may_pass() -> None:
    assert decide(HttpReply(503, {"x-should-retry": "false"}, b"{}")) is None


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"retry-after": "3"}, 3.0),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after": " 2.5 "}, 2.5),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after-ms": "250", "retry-after": "7"}, 0.25),
        ({"retry-after": "Thu, 01 Jan 1970 00:01:40 GMT"}, 40.0),
        ({"retry-after": "Thu, 01 Jan 1970 00:00:10 GMT"}, 0.0),
        ({"retry-after": "60"}, 60.0),
        ({"retry-after": "61"}, None),
        ({"retry-after": "nan"}, 0.5),
        ({"retry-after": "-5"}, 0.5),
        ({"retry-after": "inf"}, 0.5),
        ({"retry-after": ""}, 0.5),
    ],
)
def test_servers_own_wait_comes_before_ours(headers: dict[str, str], expected: float | None) -> None:
    assert decide(HttpReply(429, headers, b"{}"), now=60.0) == expected


def test_wait_doubles_up_to_its_limit_with_full_jitter() -> None:
    busy = HttpReply(503, {}, b"{}")
    policy = RetryPolicy(max_retries=9, first_delay=1.0, longest_delay=5.0)
    assert [decide(busy, attempt, policy) for attempt in range(1, 6)] == [1.0, 2.0, 4.0, 5.0, 5.0]
    assert decide(busy, 3, policy, random=lambda: 0.0) == 0.0
    assert decide(busy, 3, policy, random=lambda: 0.25) == 1.0


def test_attempts_have_an_end() -> None:
    busy = HttpReply(503, {}, b"{}")
    assert decide(busy, 2) is not None
    assert decide(busy, 3) is None
    assert decide(busy, 1, RetryPolicy(0)) is None
    assert decide(busy, 500, RetryPolicy(1000)) == 8.0
