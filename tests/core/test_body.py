"""Request bodies: what was passed is on the wire, or it is an error that names it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from any_llm._core.body import build_body
from any_llm._core.call import prepare_call
from any_llm._core.options import OWN, split_parameters
from any_llm._text_format.target import build_target
from any_llm.exceptions import InvalidRequestError, UnsupportedParameterError
from any_llm.providers.registry import get_row
from any_llm.types import UnknownItem
from any_llm_calls.options import CallOptions

SAMPLES: dict[str, Any] = {
    "tools": [{"type": "web_search"}],
    "tool_choice": "required",
    "max_output_tokens": 20,
    "temperature": 0.5,
    "top_p": 0.9,
    "instructions": "Be brief.",
    "max_tool_calls": 2,
    "parallel_tool_calls": False,
    "reasoning": {"effort": "low"},
    "text": {"verbosity": "low"},
    "presence_penalty": 0.1,
    "frequency_penalty": 0.2,
    "truncation": "auto",
    "store": True,
    "service_tier": "flex",
    "user": "u",
    "metadata": {"a": "b"},
    "previous_response_id": "resp_1",
    "include": ["reasoning.encrypted_content"],
    "background": True,
    "safety_identifier": "s",
    "prompt_cache_key": "k",
    "prompt_cache_retention": "24h",
    "conversation": "conv_1",
    "top_logprobs": 3,
    "prompt_cache_options": {"mode": "implicit"},
    "prompt": {"id": "p"},
    "moderation": {"model": "m"},
    "stream_options": {"include_obfuscation": False},
    "context_management": [{"type": "compaction"}],
}
CONNECTION = {"provider", "api_key", "api_base", "client_args"}


def build(input_data: Any = "Hi", provider: str = "openai", **parameters: Any) -> Mapping[str, Any]:
    fields, options = split_parameters(parameters)
    wanted = options.response_format
    target = build_target(wanted) if isinstance(wanted, type) else None
    return build_body("m", input_data, fields, options, get_row(provider), target).fields


def test_every_parameter_has_a_sample() -> None:
    assert set(CallOptions.__annotations__) - CONNECTION - set(OWN) == set(SAMPLES)


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_parameter_arrives_as_it_was_given(name: str) -> None:
    assert build(**{name: SAMPLES[name]}) == {"model": "m", "input": "Hi", name: SAMPLES[name]}


def test_none_is_not_sent_and_null_goes_through_extra_body() -> None:
    assert build(**dict.fromkeys(SAMPLES)) == {"model": "m", "input": "Hi"}
    assert build(temperature=1, extra_body={"temperature": None, "top_k": 4}) == {
        "model": "m",
        "input": "Hi",
        "temperature": None,
        "top_k": 4,
    }


def test_further_keywords_land_in_the_body() -> None:
    assert build(top_k=40, seed=1)["top_k"] == 40


def test_slip_in_a_keyword_is_an_error() -> None:
    with pytest.raises(
        InvalidRequestError, match="temprature: unknown parameter; did you mean 'temperature'"
    ):
        build(temprature=1)


@pytest.mark.parametrize("name", ["api_key", "api_base", "client_args"])
def test_what_makes_a_client_is_no_field_of_a_request(name: str) -> None:
    with pytest.raises(
        InvalidRequestError, match=f"{name}: a call of a client .* does not take it"
    ) as caught:
        build(**{name: "sk-secret"})
    assert "sk-secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "ours"),
    [("base_url", "api_base"), ("max_tokens", "max_output_tokens"), ("text_format", "response_format")],
)
def test_name_of_another_sdk_is_told_ours(name: str, ours: str) -> None:
    with pytest.raises(InvalidRequestError, match=f"{name}: it is called {ours} here"):
        build(**{name: "x"})
    assert build(extra_body={name: "x"})[name] == "x"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_number_that_json_does_not_have_is_refused(value: float) -> None:
    with pytest.raises(InvalidRequestError, match="temperature: expected a number"):
        build(temperature=value)


def test_stream_is_sent_as_asked() -> None:
    assert build(stream=True)["stream"] is True
    assert build(stream=False)["stream"] is False
    assert "stream" not in build()


def test_items_of_a_server_go_back_with_what_they_had() -> None:
    raw = {"type": "acme:x", "id": "1", "deep": {"a": [None, {"b": 1}]}}
    assert build([UnknownItem.model_validate(raw)])["input"] == [raw]


def test_format_and_text_merge() -> None:
    fields = build(text={"verbosity": "low"}, response_format={"type": "json_object"})
    assert fields["text"] == {"verbosity": "low", "format": {"type": "json_object"}}


def test_chat_form_of_a_format_is_flattened() -> None:
    nested = {"type": "json_schema", "json_schema": {"name": "n", "schema": {"type": "object"}}}
    assert build(response_format=nested)["text"]["format"] == {
        "type": "json_schema",
        "name": "n",
        "schema": {"type": "object"},
    }


def test_two_formats_are_an_error() -> None:
    with pytest.raises(InvalidRequestError, match="text already names a format"):
        build(text={"format": {"type": "text"}}, response_format={"type": "json_object"})


@pytest.mark.parametrize("provider", ["llamacpp", "local"])
def test_schema_goes_where_the_server_honours_it(provider: str) -> None:
    schema = {"type": "json_schema", "name": "n", "schema": {"type": "object"}}
    fields = build(provider=provider, response_format=schema)
    assert fields["response_format"] == {
        "type": "json_schema",
        "json_schema": {"name": "n", "schema": {"type": "object"}},
    }
    assert "text" not in fields


@pytest.mark.parametrize("provider", ["llamacpp", "local"])
@pytest.mark.parametrize(
    ("given", "sent"),
    [
        (
            {"type": "json_schema", "name": "n", "schema": {}},
            {"type": "json_schema", "json_schema": {"name": "n", "schema": {}}},
        ),
        ({"type": "json_object"}, {"type": "json_object"}),
    ],
)
def test_format_inside_text_goes_there_too(
    provider: str, given: dict[str, Any], sent: dict[str, Any]
) -> None:
    fields = build(provider=provider, text={"format": given, "verbosity": "low"})
    assert fields["response_format"] == sent
    assert fields["text"] == {"verbosity": "low"}


def test_plain_text_is_what_such_a_server_sends_anyway() -> None:
    fields = build(provider="llamacpp", text={"format": {"type": "text"}})
    assert "text" not in fields
    assert "response_format" not in fields


def test_local_gets_a_budget() -> None:
    assert build(provider="local")["max_output_tokens"] == 1024
    assert build(provider="local", max_output_tokens=20)["max_output_tokens"] == 20


def test_refused_parameter_names_everything() -> None:
    with pytest.raises(UnsupportedParameterError, match="truncation: groq does not take it") as caught:
        build(provider="groq", truncation="auto")
    assert (caught.value.parameter, caught.value.provider, caught.value.wire) == (
        "truncation",
        "groq",
        "responses",
    )
    assert caught.value.reason


@pytest.mark.parametrize("allowed", [True, ["truncation"]])
def test_refused_parameter_can_be_dropped(allowed: Any) -> None:
    with pytest.warns(UserWarning, match="groq: dropped truncation"):
        assert "truncation" not in build(provider="groq", truncation="auto", drop_params=allowed)


def test_drop_list_allows_only_what_it_names() -> None:
    with pytest.raises(UnsupportedParameterError):
        build(provider="groq", truncation="auto", drop_params=["store"])


def test_value_that_asks_for_the_default_is_no_error() -> None:
    assert build(provider="groq", truncation="disabled", store=False) == {"model": "m", "input": "Hi"}


@pytest.mark.parametrize(
    "parameters",
    [
        {"stream": "yes"},
        {"timeout": -1},
        {"timeout": "1"},
        {"max_retries": 1.5},
        {"extra_headers": ["a"]},
        {"extra_headers": {"a": "b\r\nc: d"}},
        {"extra_body": "x"},
        {"wire": "soap"},
        {"response_format": {"type": "yaml"}},
        {"tools": ["x"]},
    ],
    ids=lambda parameters: next(iter(parameters)),
)
def test_wrong_option_is_an_error_that_begins_with_its_name(parameters: dict[str, Any]) -> None:
    with pytest.raises(InvalidRequestError) as caught:
        build(**parameters)
    assert str(caught.value).startswith(next(iter(parameters)))


def test_value_that_is_no_json_is_an_error_before_sending() -> None:
    with pytest.raises(InvalidRequestError, match="cannot be written as JSON"):
        prepare_call(
            "m",
            "Hi",
            {"extra_body": {"x": object()}},
            row=get_row("openai"),
            get_base_url=lambda _: "http://h",
            headers={},
        )


def test_address_is_asked_last() -> None:
    def fail(_: str) -> str:
        raise AssertionError("a wrong argument must not start a server")

    with pytest.raises(InvalidRequestError):
        prepare_call("m", 5, {}, row=get_row("local"), get_base_url=fail, headers={})


def test_secrets_are_not_in_the_representation() -> None:
    call = prepare_call(
        "m",
        "secret-text",
        {"extra_headers": {"x": "secret-header"}},
        row=get_row("openai"),
        get_base_url=lambda _: "https://h/v1",
        headers={"y": "secret-client"},
    )
    request = call.build_request("secret-key")
    assert request.headers["authorization"] == "Bearer secret-key"
    assert "secret" not in f"{call!r}{request!r}"
