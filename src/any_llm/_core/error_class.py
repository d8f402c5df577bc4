"""Which class of the tree an error is: its body and status go in, a class comes out. Only tables decide.

The order: a name that can mean only one thing, a status (the one in the body before that of HTTP, which may
be 200), then a name that many errors share. Words of the message count only where a provider sends nothing
better, and only for the statuses in their row.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from any_llm._core.error_body import ErrorBody
from any_llm.exceptions import (
    AnyLLMError,
    AuthenticationError,
    ContentFilterError,
    ContextLengthExceededError,
    GatewayTimeoutError,
    InsufficientFundsError,
    InvalidRequestError,
    ModelNotFoundError,
    ProviderError,
    RateLimitError,
    UpstreamProviderError,
)

ErrorClass = type[AnyLLMError]

# Compared without case, separators and the words "error" and "exception": `RateLimitError`,
# `rate_limit_error` and `RATE-LIMIT` are one name. An open set: a name that is missing here costs nothing but
# precision, because the status then decides.
NAMES: Mapping[ErrorClass, tuple[str, ...]] = {
    AuthenticationError: (
        "invalid_api_key incorrect_api_key missing_api_key api_key_invalid expired_api_key",
        "authentication authentication_failed invalid_authentication unauthorized unauthenticated",
        "invalid_token token_expired expired_token unrecognized_client account_deactivated account_disabled",
        "permission permission_denied forbidden access_denied invalid_organization",
    ),
    InsufficientFundsError: (
        "insufficient_quota insufficient_user_quota exceeded_current_quota insufficient_funds",
        "insufficient_balance insufficient_credits payment_required billing billing_hard_limit_reached",
        "billing_not_active arrearage",
    ),
    RateLimitError: (
        "rate_limit rate_limited rate_limit_exceeded rate_limit_reached too_many_requests",
        "request_limit_exceeded resource_exhausted throttling throttled",
    ),
    ModelNotFoundError: (
        "model_not_found model_not_exist model_does_not_exist model_not_available no_such_model",
        "unknown_model invalid_model invalid_model_id deployment_not_found",
    ),
    ContextLengthExceededError: (
        "context_length_exceeded context_window_exceeded context_size_exceeded exceed_context_size",
        "model_context_window_exceeded context_too_long prompt_too_long input_too_long",
    ),
    ContentFilterError: (
        "content_filter content_filtered content_policy content_policy_violation prohibited_content",
        "image_content_policy_violation responsible_ai_policy_violation moderation_blocked bio_policy",
        "data_inspection_failed",
    ),
    UpstreamProviderError: (
        "overloaded model_overloaded engine_overloaded server_overloaded unavailable service_unavailable",
        "bad_gateway upstream provider_unavailable",
    ),
    GatewayTimeoutError: ("gateway_timeout request_timeout timeout deadline_exceeded upstream_timeout",),
    # A 404 that is about neither a model nor the path.
    InvalidRequestError: ("previous_response_not_found",),
}

STATUSES: Mapping[int, ErrorClass] = {
    401: AuthenticationError,
    402: InsufficientFundsError,
    403: AuthenticationError,
    408: GatewayTimeoutError,
    429: RateLimitError,
    502: UpstreamProviderError,
    503: UpstreamProviderError,
    504: GatewayTimeoutError,
    # Cloudflare's own, https://developers.cloudflare.com/support/troubleshooting/http-status-codes/
    520: UpstreamProviderError,
    521: UpstreamProviderError,
    522: GatewayTimeoutError,
    523: UpstreamProviderError,
    524: GatewayTimeoutError,
    # Anthropic: overloaded.
    529: UpstreamProviderError,
}

# What a shared name stands for when no status says more: in a reply with 200, or in a stream.
SHARED_NAMES: Mapping[str, int] = {
    "invalid_request": 400,
    "bad_request": 400,
    "invalid_argument": 400,
    "invalid_value": 400,
    "invalid_parameter": 400,
    "invalid_prompt": 400,
    "invalid_image": 400,
    "validation": 400,
    "failed_precondition": 400,
    "out_of_range": 400,
    "missing_required_parameter": 400,
    "unknown_parameter": 400,
    "unsupported_parameter": 400,
    "unsupported_value": 400,
    "unprocessable_entity": 422,
    "not_found": 404,
    "request_too_large": 413,
}

MESSAGES: tuple[tuple[frozenset[int], ErrorClass, re.Pattern[str]], ...] = (
    (
        frozenset({400, 413, 422}),
        ContextLengthExceededError,
        re.compile(
            r"context[ -](length|window|size)|maximum context|prompt is too long|input is too long"
            r"|too large for model|token count .{0,40}exceeds|too many (input |prompt )?tokens",
            re.IGNORECASE,
        ),
    ),
    (
        frozenset({400}),
        AuthenticationError,
        re.compile(
            r"api[ -]?key (is )?(not valid|invalid|incorrect)|(invalid|incorrect) api[ -]?key", re.IGNORECASE
        ),
    ),
    (
        frozenset({400, 403, 429}),
        InsufficientFundsError,
        re.compile(r"credit balance is too low|insufficient (funds|balance|credits?)\b", re.IGNORECASE),
    ),
    (
        frozenset({400, 403}),
        ContentFilterError,
        re.compile(
            r"content (management |usage )?policy|requires moderation|\binput flagged\b", re.IGNORECASE
        ),
    ),
    (
        frozenset({400, 422}),
        ModelNotFoundError,
        re.compile(
            r"\bmodel\b.{0,120}(not found|does not exist)|not a valid model"
            r"|(unknown|invalid|no such) model\b",
            re.IGNORECASE,
        ),
    ),
    (frozenset({404}), ModelNotFoundError, re.compile(r"\bmodels?\b|\bdeployment\b", re.IGNORECASE)),
)

MESSAGE_READ = 2000


def choose_class(body: ErrorBody, status: int) -> ErrorClass:
    """Choose the class of an error.

    Args:
        body: what the provider says.
        status: the HTTP status of the reply.
    """
    names = [_normalize(str(name)) for name in (body.code, body.error_type) if name is not None]
    named = next((CLASSES_BY_NAME[name] for name in names if name in CLASSES_BY_NAME), None)
    if named is not None:
        return named
    shared = next((STATUSES_BY_NAME[name] for name in names if name in STATUSES_BY_NAME), 0)
    known = body.status or (status if status >= 400 else shared)
    return _choose_by_message(body, known) or _choose_by_status(known)


def _choose_by_message(body: ErrorBody, status: int) -> ErrorClass | None:
    text = body.message[:MESSAGE_READ]
    return next(
        (found for statuses, found, words in MESSAGES if status in statuses and words.search(text)), None
    )


def _choose_by_status(status: int) -> ErrorClass:
    return STATUSES.get(status) or (InvalidRequestError if 400 <= status < 500 else ProviderError)


def _normalize(name: str) -> str:
    # AWS puts a namespace in front: `com.amazonaws#ThrottlingException`.
    local = name.rpartition("#")[2].casefold()
    return re.sub(r"[^a-z0-9]|error|exception", "", local)


CLASSES_BY_NAME = {
    _normalize(name): found for found, rows in NAMES.items() for row in rows for name in row.split()
}
STATUSES_BY_NAME = {_normalize(name): status for name, status in SHARED_NAMES.items()}
