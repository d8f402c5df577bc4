"""How a model string, a provider name and the environment lead to a row, an address and a key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from any_llm import AnyLLM, LLMProvider
from any_llm.exceptions import InvalidRequestError, MissingApiKeyError, UnsupportedProviderError
from any_llm.providers.dispatch import build_auth_header, find_base_url, find_key, find_provider, split_model
from any_llm.providers.registry import get_row, get_rows


def test_three_ways_to_name_a_provider() -> None:
    assert split_model("openai:gpt-5", None) == ("openai", "gpt-5")
    assert split_model("gpt-5", "openai") == ("openai", "gpt-5")
    assert split_model("gpt-5", LLMProvider.OPENAI) == ("openai", "gpt-5")
    with pytest.warns(DeprecationWarning, match="write openai:gpt-5 instead of openai/gpt-5"):
        assert split_model("openai/gpt-5", None) == ("openai", "gpt-5")


@given(st.text(min_size=1))
def test_with_a_provider_the_model_is_sent_as_it_is(model: str) -> None:
    assert split_model(model, "vllm") == ("vllm", model)


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ("x:a/b:c", ("x", "a/b:c")),
        ("huggingface:meta-llama/Llama:groq", ("huggingface", "meta-llama/Llama:groq")),
        ("local:models/tiny.gguf", ("local", "models/tiny.gguf")),
    ],
)
def test_string_is_split_once(model: str, expected: tuple[str, str]) -> None:
    assert split_model(model, None) == expected


@pytest.mark.parametrize("model", ["gpt-5", "", ":", "openai:", ":gpt-5", "unknown/model"])
def test_string_without_a_provider_says_what_was_expected(model: str) -> None:
    with pytest.raises(InvalidRequestError, match="model: expected 'provider:model'"):
        split_model(model, None)


def test_model_that_is_no_string_says_so() -> None:
    with pytest.raises(InvalidRequestError, match="model: expected a string, got 'int'"):
        split_model(5, None)  # type: ignore[arg-type]


def test_unknown_provider_lists_near_matches() -> None:
    with pytest.raises(
        UnsupportedProviderError, match="no provider is called 'opnai'; did you mean 'openai'"
    ):
        find_provider("opnai", None)
    with pytest.raises(UnsupportedProviderError, match=r"AnyLLM\.get_supported_providers\(\) lists"):
        find_provider("zzzzzz", None)


def test_any_name_works_with_an_address() -> None:
    row = find_provider("mine", "http://h/v1")
    assert (row.provider, row.key, row.is_native) == ("mine", "optional", False)


@pytest.mark.parametrize(
    ("provider", "environment", "expected"),
    [
        ("openai", {}, "https://api.openai.com/v1"),
        ("openai", {"OPENAI_BASE_URL": "http://h:1/v1/"}, "http://h:1/v1"),
        ("ollama", {"OLLAMA_HOST": "10.0.0.5:11434"}, "http://10.0.0.5:11434/v1"),
        ("ollama", {"OLLAMA_HOST": "http://h:1/v1"}, "http://h:1/v1"),
        ("lmstudio", {"LM_STUDIO_API_BASE": "localhost:1234"}, "http://localhost:1234/v1"),
        (
            "azureopenai",
            {"AZURE_OPENAI_ENDPOINT": "https://r.openai.azure.com/"},
            "https://r.openai.azure.com/openai/v1",
        ),
    ],
)
def test_base_url(provider: str, environment: dict[str, str], expected: str) -> None:
    assert find_base_url(get_row(provider), None, environment) == expected


def test_callers_address_comes_first() -> None:
    environment = {"OPENAI_BASE_URL": "http://other/v1"}
    assert find_base_url(get_row("openai"), "http://mine/v1/", environment) == "http://mine/v1"


@pytest.mark.parametrize("url", ["", "h:1", "ftp://h", "http://", "http://h:99999", "/v1"])
def test_address_that_is_no_url_says_so(url: str) -> None:
    with pytest.raises(InvalidRequestError, match="api_base: expected a URL"):
        find_base_url(get_row("openai"), url, {})


def test_address_with_a_gap_names_it() -> None:
    with pytest.raises(InvalidRequestError, match=r"'resource' filled, or set AZURE_OPENAI_ENDPOINT"):
        find_base_url(get_row("azureopenai"), None, {})


def test_key_comes_from_the_first_variable_that_is_set() -> None:
    row = get_row("azureopenai")
    assert find_key(row, {"AZURE_OPENAI_AD_TOKEN": "b"}) == "b"
    assert find_key(row, {"AZURE_OPENAI_AD_TOKEN": "b", "AZURE_OPENAI_API_KEY": "a"}) == "a"
    assert find_key(get_row("vllm"), {}) is None


def test_missing_key_names_the_variables() -> None:
    with pytest.raises(MissingApiKeyError, match="openai needs a key: set OPENAI_API_KEY, or pass api_key="):
        find_key(get_row("openai"), {"OPENAI_API_KEY": ""})


@pytest.mark.parametrize("key", ["a\nb", " sk-1", "a\r\nx: y", "schlüssel", "a\0"])
def test_key_that_no_header_can_carry_is_refused_and_not_shown(key: str) -> None:
    with pytest.raises(InvalidRequestError, match="api_key: it has line ends") as caught:
        build_auth_header(get_row("openai"), key)
    assert key not in str(caught.value)


def test_metadata() -> None:
    assert AnyLLM.get_supported_providers() == sorted(get_rows()) == [member.value for member in LLMProvider]
    metadata = AnyLLM.get_provider_metadata("openrouter")
    assert (metadata.responses, metadata.state, metadata.env_key) == (True, "no", ("OPENROUTER_API_KEY",))
    assert len(AnyLLM.get_all_provider_metadata()) == len(get_rows())
    assert AnyLLM.get_provider_metadata(LLMProvider.LOCAL).kind == "embedded"


def test_client_shows_its_provider_and_nothing_secret() -> None:
    client = AnyLLM.create("openai", api_key="sk-secret")
    assert repr(client) == "AnyLLM(provider='openai')"
    assert client.provider == "openai"


def test_unknown_client_setting_lists_the_known_ones() -> None:
    with pytest.raises(
        InvalidRequestError, match=r"client_args\.proxies: unknown setting; expected one of headers, proxy"
    ):
        AnyLLM.create("openai", proxies="x")  # type: ignore[call-overload]
