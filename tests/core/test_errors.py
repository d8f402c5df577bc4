"""Replies and failures to exceptions: the families of bodies, secrets, and nothing raised."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from any_llm._core.error_body import ErrorBody, find_error_body
from any_llm._core.errors import FAILURES, build_body_error, build_failure_error, build_status_error
from any_llm._core.messages import FailureKind, HttpFailure, HttpReply, Timeouts
from any_llm.exceptions import (
    AnyLLMError,
    APIConnectionError,
    APITimeoutError,
    AuthenticationError,
    InvalidRequestError,
    ModelNotFoundError,
    ProviderError,
    RateLimitError,
    UpstreamProviderError,
)

DATE = "Wed, 21 Oct 2015 07:28:00 GMT"
SECRET = "sk-Zq/9+x&é_key="


def fail(status: int, body: Any = b"", headers: dict[str, str] | None = None, **options: Any) -> AnyLLMError:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return build_status_error(HttpReply(status, headers or {}, data), provider_name="acme", **options)


def envelope(message: str = "m", **members: Any) -> dict[str, Any]:
    return {"error": {"message": message, **members}}


def test_openai_envelope_fills_every_field() -> None:
    error = fail(
        400,
        envelope("bad value", type="invalid_request_error", param="temperature", code="invalid_value"),
        {"x-request-id": "req_1", "content-type": "application/json"},
    )
    assert type(error) is InvalidRequestError
    assert vars(error) == {
        "run": None,
        "message": "bad value",
        "status_code": 400,
        "code": "invalid_value",
        "param": "temperature",
        "error_type": "invalid_request_error",
        "request_id": "req_1",
        "retry_after": None,
        "provider_name": "acme",
        "response_body": error.response_body,
        "http": None,
    }
    assert str(error) == "bad value [acme, HTTP 400, code=invalid_value, request req_1]"
    assert json.loads(error.response_body or "")["error"]["param"] == "temperature"


@pytest.mark.parametrize(
    ("status", "body", "error_class", "facts"),
    [
        # An integer code is a status, whatever HTTP says.
        (500, envelope("slow", code=429), RateLimitError, {"message": "slow", "code": 429}),
        (500, envelope("slow", code="429"), RateLimitError, {"code": "429"}),
        (400, envelope("x", code=1302), InvalidRequestError, {"code": 1302}),
        # A string error.
        (404, {"error": "model 'x' not found, try pulling it first"}, ModelNotFoundError, {"code": None}),
        (400, {"error": "text", "error_type": "t"}, InvalidRequestError, {"error_type": "t"}),
        (
            400,
            {"error": "rate_limited", "message": "slow"},
            RateLimitError,
            {"code": "rate_limited", "message": "slow"},
        ),
        (401, {"status": 401, "error": "Unauthorized"}, AuthenticationError, {"message": "Unauthorized"}),
        # A detail.
        (422, {"detail": "no"}, InvalidRequestError, {"message": "no"}),
        (429, {"detail": {"error": {"message": "slow", "code": "c"}}}, RateLimitError, {"message": "slow"}),
        # Lists.
        (
            422,
            {
                "detail": [
                    {"loc": ["body", "input", 0, "role"], "msg": "Field required", "type": "missing"},
                    {"loc": ["body", "model"], "msg": "not a string", "type": "string_type"},
                ]
            },
            InvalidRequestError,
            {
                "message": "input[0].role: Field required; model: not a string",
                "param": "input[0].role",
                "error_type": "missing",
            },
        ),
        (
            400,
            {"message": "Validation failed", "errors": [{"field": "top_p", "message": "too big"}, "second"]},
            InvalidRequestError,
            {"message": "Validation failed: top_p: too big; second", "param": "top_p"},
        ),
        (
            400,
            {"error": "Bad Request", "message": ["a", "b"]},
            InvalidRequestError,
            {"message": "Bad Request: a; b"},
        ),
        (
            400,
            {"errors": [str(n) for n in range(9)]},
            InvalidRequestError,
            {"message": "0; 1; 2; 3; 4; and 4 more"},
        ),
        # Mistral's validation error.
        (
            422,
            {
                "object": "error",
                "message": {"detail": [{"loc": ["body", "n"], "msg": "bad"}]},
                "type": "t",
                "code": None,
            },
            InvalidRequestError,
            {"message": "n: bad", "param": "n", "error_type": "t"},
        ),
        # The same in a string, and what a gateway made of an upstream error.
        (
            422,
            {"object": "error", "message": '{"detail":[{"loc":["body","n"],"msg":"bad"}]}', "code": "1000"},
            InvalidRequestError,
            {"message": "n: bad", "code": "1000"},
        ),
        (
            502,
            envelope('{"error": {"code": 400, "message": "bad"}}', code=502),
            InvalidRequestError,
            {"code": 400},
        ),
        (400, envelope("[not json"), InvalidRequestError, {"message": "[not json"}),
        # Google repeats the message in a list.
        (
            400,
            [{"error": {"code": 400, "message": "m", "errors": [{"message": "m", "reason": "badRequest"}]}}],
            InvalidRequestError,
            {"message": "m"},
        ),
        # vLLM's old flat form; Anthropic's; Google's, in a list and with a name as status; AWS's.
        (
            400,
            {"object": "error", "message": "m", "type": "BadRequestError", "param": None, "code": 400},
            InvalidRequestError,
            {"message": "m", "code": 400, "error_type": "BadRequestError"},
        ),
        (
            529,
            {"type": "error", "error": {"type": "overloaded_error", "message": "m"}, "request_id": "req_2"},
            UpstreamProviderError,
            {"error_type": "overloaded_error", "request_id": "req_2"},
        ),
        (
            400,
            [
                {
                    "error": {
                        "code": 400,
                        "message": "API key not valid. Pass one.",
                        "status": "INVALID_ARGUMENT",
                    }
                }
            ],
            AuthenticationError,
            {"code": 400, "error_type": "INVALID_ARGUMENT"},
        ),
        (
            400,
            {"__type": "com.amazon.coral#ThrottlingException", "Message": "slow"},
            RateLimitError,
            {"message": "slow"},
        ),
        (
            401,
            {"statusCode": 401, "message": "no subscription"},
            AuthenticationError,
            {"message": "no subscription"},
        ),
        # Plain text, and JSON that is only a string.
        (503, b" service\n unavailable ", UpstreamProviderError, {"message": "service unavailable"}),
        (500, "boom", ProviderError, {"message": "boom"}),
        # Nothing to show: the payload stays in response_body.
        (500, b"", ProviderError, {"message": "HTTP 500 Internal Server Error with an empty body"}),
        (599, b"", ProviderError, {"message": "HTTP 599 with an empty body", "response_body": None}),
        (
            400,
            {"x": 1},
            InvalidRequestError,
            {"message": "HTTP 400 Bad Request with a body that gives no reason"},
        ),
        (400, 17, InvalidRequestError, {"response_body": "17"}),
        (
            400,
            envelope(code=True, type=3, param=[1]),
            InvalidRequestError,
            {"code": None, "error_type": None},
        ),
        (400, envelope(code=10**30), InvalidRequestError, {"code": None}),
        (400, {"errors": []}, InvalidRequestError, {"param": None}),
        (
            307,
            b"",
            ProviderError,
            {"message": "HTTP 307 Temporary Redirect: a redirect that was not followed; check api_base"},
        ),
    ],
)
def test_body_family_gives_class_and_facts(
    status: int, body: Any, error_class: type[AnyLLMError], facts: dict[str, Any]
) -> None:
    error = fail(status, body)
    assert type(error) is error_class
    assert {name: getattr(error, name) for name in facts} == facts
    assert error.status_code == status


def test_byte_order_mark_and_invalid_utf8_inside_json_are_read() -> None:
    assert fail(400, b'\xef\xbb\xbf{"error":{"message":"a\xffb"}}').message == "a\N{REPLACEMENT CHARACTER}b"


@pytest.mark.parametrize("body", [b"404 page not found", b"", envelope("File Not Found", code=404)])
def test_404_about_no_model_asks_whether_the_endpoint_exists(body: Any) -> None:
    error = fail(404, body, path="/v1/responses?key=k1")
    assert type(error) is InvalidRequestError
    assert error.message.endswith(
        "(HTTP 404 for the path /v1/responses: does this endpoint exist? check api_base)"
    )


def test_404_with_a_code_of_its_own_asks_nothing() -> None:
    error = fail(404, envelope("no such response", code="previous_response_not_found"))
    assert type(error) is InvalidRequestError
    assert error.message == "no such response"


def test_good_reply_with_an_error_keeps_its_status_and_the_code_of_the_body() -> None:
    value = envelope("slow", code=429)
    body = find_error_body(value)
    assert body is not None
    reply = HttpReply(200, {"request-id": "r", "retry-after": "3"}, json.dumps(value).encode())
    error = build_body_error(body, reply=reply, provider_name="acme")
    assert type(error) is RateLimitError
    assert (error.status_code, error.code, error.request_id, error.retry_after) == (200, 429, "r", 3.0)
    assert json.loads(error.response_body or "") == value


def test_facts_from_headers_are_single_lines() -> None:
    assert fail(500, headers={"x-request-id": "a\nforged log line"}).request_id == "a forged log line"


def test_retry_after_date_is_read_against_now() -> None:
    assert fail(429, headers={"retry-after": DATE}, now=1_445_412_450.0).retry_after == 30.0


def test_headers_inside_the_body_count_for_the_wait() -> None:
    body = ErrorBody("slow", headers={"retry-after": "2"})
    assert build_body_error(body, reply=HttpReply(200, {}), provider_name=None).retry_after == 2.0


@pytest.mark.parametrize(
    ("kind", "timeouts", "error_class", "words"),
    [
        (FailureKind.CONNECT, Timeouts(), APIConnectionError, "could not connect: OSError: refused"),
        (
            FailureKind.CONNECT_TIMEOUT,
            Timeouts(connect=7),
            APITimeoutError,
            "no connection within 7 s (connect limit)",
        ),
        (FailureKind.READ, Timeouts(), APIConnectionError, "broke before the reply was complete: OSError"),
        (
            FailureKind.READ_TIMEOUT,
            Timeouts(read=0.05),
            APITimeoutError,
            "within 0.05 s (read limit); raise timeout ",
        ),
        (
            FailureKind.READ_TIMEOUT,
            Timeouts(total=2),
            APITimeoutError,
            "within 2 s (total limit); raise timeout ",
        ),
        (
            FailureKind.READ_TIMEOUT,
            Timeouts(idle=20),
            APITimeoutError,
            "within 20 s (idle limit); raise stream_idle_timeout to wait",
        ),
        (
            FailureKind.READ_TIMEOUT,
            Timeouts(first_event=5, idle=20),
            APITimeoutError,
            "within 5 s (first event limit); raise stream_idle_timeout",
        ),
        (
            FailureKind.WRITE_TIMEOUT,
            Timeouts(write=3),
            APITimeoutError,
            "did not take the request within 3 s",
        ),
        (FailureKind.POOL_TIMEOUT, Timeouts(pool=4), APITimeoutError, "became free within 4 s (pool limit)"),
        (FailureKind.TOTAL_TIMEOUT, Timeouts(total=9), APITimeoutError, "did not finish within 9 s"),
        (FailureKind.TOTAL_TIMEOUT, Timeouts(), APITimeoutError, "the call did not finish"),
        (FailureKind.PROTOCOL, Timeouts(), APIConnectionError, "rules of HTTP"),
        (FailureKind.TOO_LARGE, Timeouts(), ProviderError, "larger than the size limit"),
    ],
)
def test_failure_names_the_limit_and_its_option(
    kind: FailureKind, timeouts: Timeouts, error_class: type[AnyLLMError], words: str
) -> None:
    cause = OSError("refused")
    error = build_failure_error(HttpFailure(kind, cause), provider_name="acme", timeouts=timeouts)
    assert type(error) is error_class
    assert words in error.message
    assert error.__cause__ is cause
    assert error.provider_name == "acme"
    assert error.status_code is None


def test_every_kind_of_failure_has_a_row() -> None:
    assert set(FAILURES) == set(FailureKind)


def test_failure_hides_secrets_and_an_empty_reason() -> None:
    failure = HttpFailure(FailureKind.CONNECT, ValueError(f"bad url with {SECRET}"))
    hidden = build_failure_error(failure, provider_name=None, timeouts=Timeouts(), secrets=(SECRET,))
    assert hidden.message == "could not connect: ValueError: bad url with ***"
    url = f"https://user:{SECRET}@api.example:8443/v1/responses?key={SECRET}"
    placed = build_failure_error(
        HttpFailure(FailureKind.CONNECT, OSError("refused")), provider_name=None, timeouts=Timeouts(), url=url
    )
    assert placed.message == "could not connect to api.example:8443: OSError: refused"
    silent = HttpFailure(FailureKind.PROTOCOL, EOFError())
    error = build_failure_error(silent, provider_name=None, timeouts=Timeouts())
    assert error.message == "the server broke the rules of HTTP: EOFError"


NAMES = st.sampled_from(
    [
        "error",
        "message",
        "detail",
        "errors",
        "code",
        "type",
        "param",
        "status",
        "object",
        "loc",
        "headers",
        "output",
    ]
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["error", "model", "400"])
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=7) | st.dictionaries(NAMES | st.text(max_size=5), inner, max_size=5)
    ),
    max_leaves=25,
)
HEADERS = st.dictionaries(
    st.sampled_from(["retry-after", "retry-after-ms", "x-request-id", "content-type", "date", "cf-ray"])
    | st.text(),
    st.text() | st.sampled_from([DATE, "5", "text/html", "application/json"]),
)
BODIES = st.one_of(
    st.binary(),
    st.text().map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.binary().map(lambda data: b"<html><title>" + data),
    VALUES.map(lambda value: json.dumps(value).encode()),
)


@given(
    body=BODIES,
    status=st.integers(100, 599),
    headers=HEADERS,
    secrets=st.lists(st.text(), max_size=3),
    now=st.none() | st.floats(),
)
def test_any_reply_gives_an_error_of_the_tree(
    body: bytes, status: int, headers: dict[str, str], secrets: list[str], now: float | None
) -> None:
    error = build_status_error(
        HttpReply(status, headers, body), provider_name="acme", secrets=secrets, now=now, path="/v1/responses"
    )
    assert isinstance(error, AnyLLMError)
    assert error.message
    assert error.status_code == status
    assert error.retry_after is None or error.retry_after >= 0
    str(error).encode()
    assert vars(pickle.loads(pickle.dumps(error))) == vars(error)


@given(value=VALUES)
def test_any_value_is_an_error_or_none(value: object) -> None:
    body = find_error_body(value)
    if body is not None:
        error = build_body_error(body, reply=HttpReply(200, {}), provider_name="acme")
        assert isinstance(error, AnyLLMError)
        assert error.message
