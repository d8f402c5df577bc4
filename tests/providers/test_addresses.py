"""Addresses and keys from the environment: what people put there, and what must not be sent."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from any_llm import AnyLLM
from any_llm.exceptions import InvalidRequestError, UnsupportedProviderError
from any_llm.providers.dispatch import build_auth_header, find_base_url, find_key, find_provider, split_model
from any_llm.providers.registry import get_row, get_rows

GOOGLE = {"GOOGLE_CLOUD_PROJECT": "p", "GOOGLE_CLOUD_LOCATION": "eu"}
MODELS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1)


@given(MODELS)
def test_model_after_the_first_colon_is_sent_as_it_is(model: str) -> None:
    assert split_model(f"vllm:{model}", None) == ("vllm", model)


@given(MODELS, st.sampled_from(sorted(get_rows())))
def test_named_provider_turns_splitting_off(model: str, provider: str) -> None:
    assert split_model(model, provider) == (provider, model)


@pytest.mark.parametrize("model", ["openrouter/meta/llama:free", "ollama/qwen3:4b"])
def test_slash_form_with_a_colon_in_the_model_still_works_and_warns(model: str) -> None:
    name, bare = model.split("/", 1)
    with pytest.warns(DeprecationWarning, match=f"write {name}:{bare} instead of {model}"):
        assert split_model(model, None) == (name, bare)


@pytest.mark.parametrize("name", ["OpenAI", "OPENAI", "openai"])
def test_name_of_a_provider_may_be_in_any_case(name: str) -> None:
    assert find_provider(name, None) is find_provider(name, "http://mine/v1") is get_row("openai")


@pytest.mark.parametrize(
    ("slip", "meant"),
    [("opnai", "openai"), ("olama", "ollama"), ("azure-openai", "azureopenai"), ("hf", None)],
)
def test_unknown_provider_is_an_error_with_a_hint(slip: str, meant: str | None) -> None:
    with pytest.raises(UnsupportedProviderError) as caught:
        AnyLLM.create(slip)
    assert caught.value.provider_name == slip
    assert (f"did you mean {meant!r}" if meant else "get_supported_providers()") in caught.value.message
    assert "api_base=" in caught.value.message


@pytest.mark.parametrize(
    ("provider", "variable", "value", "expected"),
    [
        ("ollama", "OLLAMA_HOST", "10.0.0.5", "http://10.0.0.5:11434/v1"),
        ("ollama", "OLLAMA_HOST", "gpu-box", "http://gpu-box:11434/v1"),
        ("ollama", "OLLAMA_HOST", "gpu-box:80", "http://gpu-box:80/v1"),
        ("ollama", "OLLAMA_HOST", "[::1]", "http://[::1]:11434/v1"),
        ("ollama", "OLLAMA_HOST", "gpu-box/proxy", "http://gpu-box:11434/proxy/v1"),
        ("ollama", "OLLAMA_HOST", "https://gpu.example", "https://gpu.example/v1"),
        ("ollama", "OLLAMA_HOST", "http://gpu-box:1/v1/", "http://gpu-box:1/v1"),
        ("ollama", "OLLAMA_HOST", "", "http://localhost:11434/v1"),
        ("lmstudio", "LM_STUDIO_API_BASE", "localhost", "http://localhost:1234/v1"),
        ("openai", "OPENAI_BASE_URL", "proxy.example/v1", "https://proxy.example/v1"),
        ("vllm", "VLLM_API_BASE", "http://h:1/v1", "http://h:1/v1"),
        ("azureopenai", "AZURE_OPENAI_ENDPOINT", "https://r.example", "https://r.example/openai/v1"),
        (
            "azureopenai",
            "AZURE_OPENAI_ENDPOINT",
            "https://r.example/openai/v1/",
            "https://r.example/openai/v1",
        ),
    ],
)
def test_variable_is_completed_to_a_base_url(provider: str, variable: str, value: str, expected: str) -> None:
    assert find_base_url(get_row(provider), None, {variable: value}) == expected


def test_every_base_url_variable_of_the_table_is_read() -> None:
    for row in get_rows().values():
        for variable in row.base_url_env:
            url = find_base_url(row, None, {variable: "https://h.example/x", **GOOGLE})
            assert url == f"https://h.example/x{row.base_url_suffix}".format(**GOOGLE)


@pytest.mark.parametrize(
    "url", ["http://h/v1\n", "http://h/a b", "http://h\r\nx: y", "http://[::1", "file:///etc"]
)
def test_address_that_no_request_can_have_is_refused(url: str) -> None:
    with pytest.raises(InvalidRequestError, match="expected a URL that begins with http:// or https://"):
        find_base_url(get_row("openai"), url, {})


def test_wrong_variable_is_named() -> None:
    with pytest.raises(InvalidRequestError, match=r"^OPENAI_BASE_URL: expected a URL"):
        find_base_url(get_row("openai"), None, {"OPENAI_BASE_URL": "ftp://h"})


def test_template_address_of_the_caller_is_a_clear_error() -> None:
    with pytest.raises(InvalidRequestError, match="'region' filled") as caught:
        find_base_url(get_row("openai"), "https://{region}.example/v1", {})
    assert caught.value.provider_name == "openai"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"AZURE_OPENAI_API_KEY": "k"}, {"api-key": "k"}),
        ({"AZURE_OPENAI_AD_TOKEN": "t"}, {"authorization": "Bearer t"}),
        ({"AZURE_OPENAI_AD_TOKEN": "t", "AZURE_OPENAI_API_KEY": "k"}, {"api-key": "k"}),
    ],
)
def test_token_goes_into_the_authorization_header_and_a_key_into_its_own(
    environment: dict[str, str], expected: dict[str, str]
) -> None:
    row = get_row("azureopenai")
    assert build_auth_header(row, find_key(row, environment)) == expected


def test_every_key_variable_of_the_table_is_read() -> None:
    for row in get_rows().values():
        for variable in row.key_env:
            assert find_key(row, {variable: "k"}) == "k"


@pytest.mark.parametrize("key", [None, ""])
def test_no_key_means_no_header(key: Any) -> None:
    assert build_auth_header(get_row("vllm"), key) == {}


@pytest.mark.parametrize("key", ["sk-very\nsecret", "sk-very\r\nx: secret", "sk-\u2028secret", "sk-secret "])
def test_bad_key_is_refused_in_the_environment_too_and_never_shown(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", key)
    with pytest.raises(InvalidRequestError, match="api_key: it has line ends") as caught:
        AnyLLM.create("openai", api_base="http://127.0.0.1:9/v1").responses("m", "Hi", max_retries=0)
    assert "secret" not in f"{caught.value!r}{caught.value}{vars(caught.value)}"
