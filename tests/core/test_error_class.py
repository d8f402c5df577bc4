"""The class of an error: names first, then statuses, then words."""

from __future__ import annotations

from typing import Any

import pytest

from any_llm._core.error_body import ErrorBody, find_error_body
from any_llm._core.error_class import choose_class
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


@pytest.mark.parametrize(
    ("status", "error_class"),
    [
        (400, InvalidRequestError),
        (401, AuthenticationError),
        (402, InsufficientFundsError),
        (403, AuthenticationError),
        (404, InvalidRequestError),
        (408, GatewayTimeoutError),
        (409, InvalidRequestError),
        (413, InvalidRequestError),
        (422, InvalidRequestError),
        (429, RateLimitError),
        (500, ProviderError),
        (501, ProviderError),
        (502, UpstreamProviderError),
        (503, UpstreamProviderError),
        (504, GatewayTimeoutError),
        (524, GatewayTimeoutError),
        (302, ProviderError),
        (200, ProviderError),
    ],
)
def test_status_decides_without_a_body(status: int, error_class: type[AnyLLMError]) -> None:
    assert choose_class(ErrorBody(), status) is error_class


@pytest.mark.parametrize(
    ("members", "error_class"),
    [
        ({"code": "model_not_found"}, ModelNotFoundError),
        ({"code": "context_length_exceeded"}, ContextLengthExceededError),
        ({"code": 400, "type": "exceed_context_size_error"}, ContextLengthExceededError),
        ({"code": "content_filter"}, ContentFilterError),
        ({"code": "content_policy_violation"}, ContentFilterError),
        ({"code": "insufficient_quota", "type": "rate_limit_error"}, InsufficientFundsError),
        ({"type": "insufficient_funds"}, InsufficientFundsError),
        ({"code": "invalid_api_key", "type": "invalid_request_error"}, AuthenticationError),
        ({"code": "rate_limit_exceeded"}, RateLimitError),
        ({"type": "too_many_requests"}, RateLimitError),
        ({"type": "RateLimitError"}, RateLimitError),
        ({"type": "invalid_request_error"}, InvalidRequestError),
        ({"type": "invalid_request"}, InvalidRequestError),
        ({"type": "not_found"}, InvalidRequestError),
        ({"type": "server_error"}, ProviderError),
        ({"type": "model_error"}, ProviderError),
        ({"code": 402}, InsufficientFundsError),
        ({"code": 503}, UpstreamProviderError),
        ({"code": "deadline-exceeded"}, GatewayTimeoutError),
        ({"code": "never heard of"}, ProviderError),
        ({}, ProviderError),
    ],
)
def test_name_decides_in_a_good_reply(members: dict[str, Any], error_class: type[AnyLLMError]) -> None:
    body = find_error_body({"error": {"message": "m", **members}})
    assert body is not None
    assert choose_class(body, 200) is error_class


def test_specific_name_beats_the_status() -> None:
    assert choose_class(ErrorBody(code="context_length_exceeded"), 500) is ContextLengthExceededError
    assert choose_class(ErrorBody(code="insufficient_quota"), 429) is InsufficientFundsError


def test_shared_name_yields_to_the_status() -> None:
    assert choose_class(ErrorBody(error_type="invalid_request_error"), 401) is AuthenticationError


@pytest.mark.parametrize(
    ("status", "message", "error_class"),
    [
        (400, "This model's maximum context length is 4096 tokens.", ContextLengthExceededError),
        (400, "prompt is too long: 210000 tokens > 200000 maximum", ContextLengthExceededError),
        (400, "The input token count (9) exceeds the maximum", ContextLengthExceededError),
        (400, "Your credit balance is too low", InsufficientFundsError),
        (400, "gpt-9 is not a valid model ID", ModelNotFoundError),
        (400, "The requested model 'x' does not exist", ModelNotFoundError),
        (403, "openai/x requires moderation; your input was flagged", ContentFilterError),
        (404, "models/x is not found", ModelNotFoundError),
        (500, "context length", ProviderError),
        (401, "invalid model", AuthenticationError),
    ],
)
def test_message_decides_where_no_name_does(
    status: int, message: str, error_class: type[AnyLLMError]
) -> None:
    assert choose_class(ErrorBody(message=message), status) is error_class
