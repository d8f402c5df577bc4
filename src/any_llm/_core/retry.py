"""Decide whether and when to try again. A pure decision: attempt and outcome in, seconds or None out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from any_llm._core.messages import FailureKind, HttpFailure, HttpReply
from any_llm._core.reply_headers import parse_retry_after
from any_llm.exceptions import (
    AnyLLMError,
    ContentFilterError,
    ContextLengthExceededError,
    InsufficientFundsError,
)

HOPELESS = (InsufficientFundsError, ContentFilterError, ContextLengthExceededError)
RETRIED_STATUSES = frozenset({408, 409, 429})
RETRIED_FAILURES = frozenset(
    {
        FailureKind.CONNECT,
        FailureKind.CONNECT_TIMEOUT,
        FailureKind.READ,
        FailureKind.PROTOCOL,
        FailureKind.POOL_TIMEOUT,
    }
)


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often and how long: `max_retries` attempts after the first, delays in seconds."""

    max_retries: int = 2
    first_delay: float = 0.5
    longest_delay: float = 8.0
    longest_retry_after: float = 60.0


def get_delay(
    policy: RetryPolicy,
    attempt: int,
    outcome: HttpReply | HttpFailure,
    error: AnyLLMError,
    *,
    random: Callable[[], float],
    now: float,
) -> float | None:
    """Return the seconds to wait before the next attempt, or None to stop.

    Args:
        policy: the limits.
        attempt: attempts made so far, at least 1.
        outcome: what the last attempt came to.
        error: the error that it would be; a quota that is used up comes as a 429 and waiting does not help.
        random: a number from 0 to 1, for full jitter.
        now: seconds since the epoch, for a `Retry-After` date.
    """
    if attempt > policy.max_retries or isinstance(error, HOPELESS) or not is_retryable(outcome):
        return None
    wanted = parse_retry_after(outcome.headers, now=now) if isinstance(outcome, HttpReply) else None
    if wanted is not None:
        return wanted if wanted <= policy.longest_retry_after else None
    longest: float = min(policy.longest_delay, policy.first_delay * 2.0 ** (attempt - 1))
    return longest * random()


def is_retryable(outcome: HttpReply | HttpFailure) -> bool:
    """Say whether a second attempt can help."""
    if isinstance(outcome, HttpFailure):
        return outcome.kind in RETRIED_FAILURES
    decision = outcome.headers.get("x-should-retry")
    if decision in ("true", "false"):
        return decision == "true"
    return outcome.status in RETRIED_STATUSES or outcome.status >= 500
