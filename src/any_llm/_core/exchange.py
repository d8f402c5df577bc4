"""One exchange: the order of attempts. A generator that yields steps and is sent their outcomes.

All decisions are here and in `retry`; a driver only carries the steps out. Nothing in this file may await,
read a clock of its own or touch the network.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from any_llm._core.http_info import build_http_info
from any_llm._core.messages import AskKey, HttpFailure, HttpReply, HttpRequest, Outcome, Send, Sleep, Step
from any_llm._core.redaction import Secret, find_secrets
from any_llm._core.retry import RetryPolicy, get_delay
from any_llm.exceptions import AnyLLMError


@dataclass(frozen=True, slots=True)
class Plan:
    """What an exchange needs: how to build the request, whether to ask for a key, and when to try again.

    `attempts` were made before, for a stream that is opened again; it waits `first_delay` seconds first.
    """

    build_request: Callable[[str | None], HttpRequest]
    provider_name: str
    policy: RetryPolicy
    random: Callable[[], float]
    now: Callable[[], float]
    secrets: tuple[str, ...] = field(default=(), repr=False)  # besides what the request carries
    key: str | None = field(default=None, repr=False)
    asks_key: bool = False
    wire: str = "responses"
    attempts: int = 0
    first_delay: float = 0.0


@dataclass(frozen=True, slots=True)
class Exchanged:
    """A good reply, the number of requests that it took, and what must not be shown of it (the key)."""

    reply: HttpReply
    attempts: int
    secrets: tuple[str, ...] = field(default=(), repr=False)


def exchange(plan: Plan) -> Generator[Step, Outcome, Exchanged]:
    """Send a request until it is answered well, or must not be sent again.

    Args:
        plan: request, credentials and limits.

    Yields:
        `AskKey` before each attempt if the key is a callable, `Send` for each attempt, `Sleep` between.

    Returns:
        The reply (status below 300) and the number of attempts.

    Raises:
        AnyLLMError: the last attempt failed; the subclass says how.
    """
    attempt = 0
    began = plan.now()
    if plan.first_delay:
        yield Sleep(plan.first_delay)
    while True:
        key = plan.key
        if plan.asks_key:
            answer = yield AskKey()
            key = Secret(answer) if isinstance(answer, str) else None
        request = plan.build_request(key)
        secrets = (*plan.secrets, *find_secrets(request.headers, request.url, key))
        outcome = yield Send(request)
        attempt += 1
        assert isinstance(outcome, HttpReply | HttpFailure)
        if isinstance(outcome, HttpReply) and outcome.status < 300:
            return Exchanged(outcome, plan.attempts + attempt, secrets)
        error = _build_error(plan, request, outcome, secrets)
        if isinstance(outcome, HttpReply):
            error.http = build_http_info(
                outcome,
                attempts=plan.attempts + attempt,
                elapsed=plan.now() - began,
                wire=plan.wire,
                secrets=secrets,
            )
        delay = get_delay(plan.policy, attempt, outcome, error, random=plan.random, now=plan.now())
        if delay is None:
            raise error from (outcome.cause if isinstance(outcome, HttpFailure) else None)
        yield Sleep(delay)


def _build_error(
    plan: Plan, request: HttpRequest, outcome: HttpReply | HttpFailure, secrets: tuple[str, ...]
) -> AnyLLMError:
    from any_llm._core.errors import build_failure_error, build_status_error  # most calls go well

    name = plan.provider_name
    if isinstance(outcome, HttpFailure):
        return build_failure_error(
            outcome, provider_name=name, timeouts=request.timeouts, secrets=secrets, url=request.url
        )
    path = urlsplit(request.url).path
    return build_status_error(outcome, provider_name=name, secrets=secrets, now=plan.now(), path=path)
