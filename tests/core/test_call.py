"""A prepared call: address, headers and body, decided before the first byte; the key comes last."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import BaseModel

from any_llm._core.call import Call, prepare_call
from any_llm._core.messages import Timeouts
from any_llm.exceptions import InvalidRequestError, UnsupportedParameterError
from any_llm.providers.registry import get_row


class Person(BaseModel):
    name: str


def prepare(
    provider: str = "openai",
    base: str = "https://h/v1",
    headers: Any = None,
    client_timeout: float | None = None,
    **parameters: Any,
) -> Call:
    return prepare_call(
        "m",
        "Hi",
        parameters,
        row=get_row(provider),
        get_base_url=lambda _: base,
        headers=headers or {},
        client_timeout=client_timeout,
    )


@pytest.mark.parametrize(
    ("base", "query", "expected"),
    [
        ("https://h/v1", None, "https://h/v1/responses"),
        ("https://h/v1", {"a": "1", "b": "x y&z"}, "https://h/v1/responses?a=1&b=x+y%26z"),
        ("https://h/v1?api-version=2025", None, "https://h/v1/responses?api-version=2025"),
        ("https://h/v1/?api-version=2025", {"a": "1"}, "https://h/v1/responses?api-version=2025&a=1"),
    ],
)
def test_address_keeps_the_query_of_its_base(base: str, query: Any, expected: str) -> None:
    assert prepare(base=base, extra_query=query).url == expected


@pytest.mark.parametrize(
    ("parameters", "is_stream", "accept"),
    [
        ({}, False, "application/json"),
        ({"stream": False}, False, "application/json"),
        ({"stream": True}, True, "text/event-stream"),
        ({"extra_body": {"stream": True}}, True, "text/event-stream"),
        ({"stream": True, "extra_body": {"stream": False}}, False, "application/json"),
    ],
)
def test_what_is_sent_decides_whether_a_stream_is_read(
    parameters: dict[str, Any], is_stream: bool, accept: str
) -> None:
    call = prepare(**parameters)
    assert call.is_stream is call.build_request("k").stream is is_stream
    assert call.headers["accept"] == accept


def test_headers_of_the_call_come_before_the_clients_and_ours() -> None:
    call = prepare(headers={"X-A": "client", "User-Agent": "mine"}, extra_headers={"x-a": "call"})
    headers = call.build_request("k").headers
    assert (headers["x-a"], headers["user-agent"]) == ("call", "mine")
    assert headers["content-type"] == "application/json"
    assert headers["authorization"] == "Bearer k"
    assert len({name.lower() for name in headers}) == len(headers)


def test_caller_can_replace_the_credentials_header() -> None:
    request = prepare(extra_headers={"Authorization": "Basic x"}).build_request("k")
    assert request.headers["authorization"] == "Basic x"


def test_header_of_the_client_with_a_line_end_is_refused() -> None:
    with pytest.raises(InvalidRequestError, match=r"^client_args\.headers\['x'\]: expected an ASCII string"):
        prepare(headers={"x": "a\r\nb: c"})


def test_request_without_a_key_has_no_credentials() -> None:
    headers = prepare("vllm").build_request(None).headers
    assert not {"authorization", "api-key"} & set(headers)


def test_every_request_of_a_call_has_the_same_body_object() -> None:
    call = prepare()
    assert call.build_request("k1").body is call.build_request("k2").body
    assert json.loads(call.body) == {"model": "m", "input": "Hi"}


def test_timeout_of_the_call_comes_before_the_clients() -> None:
    assert prepare(client_timeout=5).options.timeouts.total == 5
    assert prepare(client_timeout=5, timeout=2).options.timeouts.total == 2
    assert prepare().options.timeouts == Timeouts()


def test_type_becomes_a_format_and_a_target() -> None:
    call = prepare(response_format=Person)
    body = json.loads(call.body)
    assert call.target is not None
    assert body["text"]["format"]["type"] == "json_schema"
    assert body["text"]["format"]["strict"] is True
    assert list(body["text"]["format"]["schema"]["properties"]) == ["name"]
    assert prepare(response_format={"type": "json_object"}).target is None


def test_type_and_text_merge_and_two_formats_are_an_error() -> None:
    body = json.loads(prepare(response_format=Person, text={"verbosity": "low"}).body)
    assert body["text"]["verbosity"] == "low"
    assert body["text"]["format"]["name"]
    with pytest.raises(InvalidRequestError, match="text already names a format"):
        prepare(response_format=Person, text={"format": {"type": "text"}})


@pytest.mark.parametrize("provider", ["llamacpp", "local"])
def test_type_goes_where_the_server_honours_it(provider: str) -> None:
    body = json.loads(prepare(provider, response_format=Person, text={"verbosity": "low"}).body)
    assert body["response_format"]["type"] == "json_schema"
    assert list(body["response_format"]["json_schema"]["schema"]["properties"]) == ["name"]
    assert body["text"] == {"verbosity": "low"}


def test_budget_is_what_was_sent() -> None:
    assert prepare().budget is None
    assert prepare(max_output_tokens=20).budget == 20
    assert prepare("local").budget == 1024
    assert prepare(max_output_tokens=20, extra_body={"max_output_tokens": None}).budget is None


def test_dropped_parameters_are_told() -> None:
    with pytest.warns(UserWarning, match="dropped"):
        call = prepare("groq", store=True, truncation="auto", drop_params=True)
    assert sorted(call.dropped) == ["store", "truncation"]
    assert json.loads(call.body) == {"model": "m", "input": "Hi"}


@pytest.mark.parametrize(
    "parameters",
    [
        {"stream": "yes"},
        {"input": "again"},
        {"extra_body": {"x": object()}},
        {"extra_headers": {"x": "\n"}},
        {"temperature": "hot"},
        {"presence_penalty": "much"},
    ],
)
def test_wrong_argument_is_found_before_the_address_is_asked(parameters: dict[str, Any]) -> None:
    def fail(_: str) -> str:
        raise AssertionError("the server would have been started")

    with pytest.raises(InvalidRequestError):
        prepare_call("m", "Hi", parameters, row=get_row("local"), get_base_url=fail, headers={})


def test_input_that_is_given_twice_is_an_error() -> None:
    with pytest.raises(InvalidRequestError, match=r"^input: the call gives it already"):
        prepare(input="other")
    assert json.loads(prepare(extra_body={"input": "other"}).body)["input"] == "other"


@pytest.mark.parametrize("provider", ["groq", "llamacpp", "ollama", "openrouter", "huggingface"])
def test_every_refused_parameter_is_named_with_its_provider(provider: str) -> None:
    from tests.core.test_body import SAMPLES

    for name in get_row(provider).refuses:
        with pytest.raises(UnsupportedParameterError) as caught:
            prepare(provider, **{name: SAMPLES[name]})
        error = caught.value
        assert (error.parameter, error.param, error.provider, error.wire) == (
            name,
            name,
            provider,
            "responses",
        )
        assert error.reason
        assert error.message.startswith(f"{name}: {provider} ")
