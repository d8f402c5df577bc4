"""The provider table beside the list that it was written from, and the address and header that each row leads to."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

import pytest

import any_llm
from any_llm import AnyLLM
from any_llm.exceptions import MissingApiKeyError, UnsupportedProviderError
from any_llm.providers.dispatch import build_auth_header, find_base_url, find_key, find_provider
from any_llm.providers.registry import get_row, get_rows
from any_llm_calls.rows import ProviderRow

LIST = Path(__file__).parents[3] / "shared" / "providers" / "providers.csv"
FACTS = (
    {row["provider_key"]: row for row in csv.DictReader(StringIO(LIST.read_text(encoding="utf-8")))}
    if LIST.exists()
    else {}
)
NEEDS_LIST = pytest.mark.skipif(not FACTS, reason="../shared is not beside this checkout")
EACH = pytest.mark.parametrize("row", get_rows().values(), ids=list(get_rows()))

ANY_LLM_KEYS = """
    anthropic atlascloud azure azureanthropic azureopenai bedrock cascadia cerebras cohere dashscope databricks
    deepinfra deepseek edenai fireworks gemini github gmi groq huggingface inception kenari liner llama llamacpp
    llamafile lmstudio meta minimax mistral moonshot mzai nebius neosantara ollama openai openrouter otari ovhcloud
    perplexity portkey qiniu requesty sagemaker sambanova telnyx together typesafe vertexai vertexaianthropic vllm
    voyage watsonx xai zai
""".split()  # noqa: SIM905  # one word a line is 55 lines

CANNOT_ANSWER = {"github", "liner", "sagemaker", "typesafe", "voyage"}

CANNOT_BE_CALLED = {"github_copilot"}
"""It wants editor headers that no source lists."""

NO_ADDRESS_OF_RESPONSES = {"bigmodel"}
"""Its own wire would be Responses, and no source says where."""

SEEN_BY_US = {"llamacpp": {"responses_streaming", "responses_structured_outputs", "responses_websocket"}}
"""Capabilities that were tried, where the list has none."""

VARIABLES = {
    "GOOGLE_CLOUD_PROJECT": "p",
    "GOOGLE_CLOUD_LOCATION": "eu",
    "CLOUDFLARE_ACCOUNT_ID": "a1",
    "OTARI_API_BASE": "https://otari.example",
}
PATHS = {"responses": "/responses", "chat": "/chat/completions", "messages": "/messages"}


def build_address(row: ProviderRow, environment: dict[str, str], wire: str | None = None) -> str:
    path = row.path if row.path and wire in (None, row.wire) else PATHS[wire or row.wire]
    return find_base_url(row, None, environment, wire) + path


def test_keys_of_any_llm_keep_their_spelling() -> None:
    assert len(ANY_LLM_KEYS) == 55
    assert set(ANY_LLM_KEYS) <= set(AnyLLM.get_supported_providers())


@NEEDS_LIST
def test_every_listed_provider_has_a_row() -> None:
    assert set(get_rows()) == set(FACTS) - CANNOT_BE_CALLED | {"local"}
    assert {key for key, facts in FACTS.items() if facts["in_any_llm"] == "yes"} == set(ANY_LLM_KEYS)


@NEEDS_LIST
@EACH
def test_wire_and_kind_are_the_listed_ones(row: ProviderRow) -> None:
    if row.provider == "local":
        return
    facts = FACTS[row.provider]
    wire = "chat" if row.provider in NO_ADDRESS_OF_RESPONSES else facts["recommended_wire"]
    assert row.wire == (wire if wire in PATHS else "none")
    claims = row.wire == "responses" and facts["responses_kind"] in (
        "openai-native",
        "openresponses-compliant",
    )
    assert row.kind == (facts["responses_kind"] if claims else "responses-shaped")
    assert row.docs == facts["docs_url"]


@NEEDS_LIST
@EACH
def test_capability_that_no_source_tells_is_unknown(row: ProviderRow) -> None:
    if row.provider == "local":
        return
    if row.wire != "responses":
        told = "no" if row.wire == "none" else "unknown"
        assert (row.streaming, row.structured_output, row.state, row.websocket) == (told, told, "no", "no")
        return
    for field, column in (
        ("streaming", "responses_streaming"),
        ("state", "responses_stateful"),
        ("structured_output", "responses_structured_outputs"),
        ("websocket", "responses_websocket"),
    ):
        if column not in SEEN_BY_US.get(row.provider, ()):
            assert getattr(row, field) == FACTS[row.provider][column], field


@NEEDS_LIST
@EACH
def test_variables_are_listed_ones(row: ProviderRow) -> None:
    facts = FACTS.get(row.provider, {"env_api_key": "", "env_base_url": ""})
    listed_by_us = {"LM_API_TOKEN"}  # named in another column
    assert set(row.key_env) - listed_by_us <= set(re.findall(r"[A-Z_]+[A-Z0-9_]*", facts["env_api_key"])), row
    assert set(row.base_url_env) <= set(re.findall(r"[A-Z_]+[A-Z0-9_]*", facts["env_base_url"])), row


@NEEDS_LIST
@EACH
def test_addresses_are_the_listed_ones(row: ProviderRow) -> None:
    columns = {"responses": "responses_base_url", "chat": "chat_base_url", "messages": "messages_base_url"}
    if row.wire == "none" or row.provider == "local":
        return
    for wire in {
        row.wire,
        *(["chat"] if row.chat_base_url else []),
        *(["messages"] if row.messages_base_url else []),
    }:
        listed = FACTS[row.provider][columns[wire]].partition(" ")[0]
        ours = {
            "responses": "",
            "chat": row.chat_base_url,
            "messages": row.messages_base_url,
            row.wire: row.base_url,
        }[wire]
        assert _blank(ours) == _blank(listed)
    for wire in set(PATHS) - {row.wire}:
        listed = FACTS[row.provider][columns[wire]].partition(" ")[0]
        if listed.startswith("http"):
            found = {"chat": row.chat_base_url, "messages": row.messages_base_url}.get(wire) or row.base_url
            assert _blank(found) == _blank(listed), wire


def _blank(url: str) -> str:
    return re.sub(r"^_$", "https://_", re.sub(r"\{\w+\}", "_", url))


@EACH
def test_address_and_header_follow_from_the_environment(row: ProviderRow) -> None:
    """The first variable holds an origin or a base as its vendor writes it; what comes out ends in the wire's path."""
    if row.wire == "none" or row.kind == "embedded":
        return
    environment = dict(VARIABLES)
    for gap in ("resource", "region", "workspace", "api_base"):
        if f"{{{gap}}}" in row.base_url:
            if not row.base_url_env:
                return
            environment[row.base_url_env[0]] = "https://h.example"
            break
    if row.key_env:
        environment[row.key_env[0]] = "k-1"
    address = build_address(row, environment)
    path = row.path or PATHS[row.wire]
    assert address.endswith(path)
    assert "{" not in address.removesuffix(path)
    assert address.startswith("https://") or row.base_url.startswith("http://")
    header = build_auth_header(row, find_key(row, environment) if row.key_env else "k-1")
    own = {"api-key": "api-key", "x-api-key": "x-api-key"}.get(row.auth)
    name = row.auth_header.lower() or own
    assert header == ({name: "k-1"} if name else {"authorization": "Bearer k-1"})


@pytest.mark.parametrize(
    ("provider", "environment", "wire", "expected"),
    [
        ("anthropic", {}, None, "https://api.anthropic.com/v1/messages"),
        ("anthropic", {"ANTHROPIC_BASE_URL": "https://h"}, None, "https://h/v1/messages"),
        ("anthropic", {"ANTHROPIC_BASE_URL": "https://h/v1"}, None, "https://h/v1/messages"),
        ("anthropic", {"ANTHROPIC_BASE_URL": "https://h"}, "chat", "https://h/v1/chat/completions"),
        ("azure", {"AZURE_AI_CHAT_ENDPOINT": "https://r"}, None, "https://r/openai/v1/responses"),
        (
            "azure",
            {"AZURE_AI_CHAT_ENDPOINT": "https://r/models"},
            "chat",
            "https://r/models/chat/completions",
        ),
        ("bedrock", {"AWS_ENDPOINT_URL_BEDROCK_RUNTIME": "https://b"}, None, "https://b/openai/v1/responses"),
        ("cohere", {"COHERE_BASE_URL": "https://c"}, None, "https://c/compatibility/v1/chat/completions"),
        ("dashscope", {}, "messages", "https://dashscope.aliyuncs.com/apps/anthropic/v1/messages"),
        (
            "dashscope",
            {"DASHSCOPE_API_BASE": "https://intl/compatible-mode/v1"},
            "messages",
            "https://intl/apps/anthropic/v1/messages",
        ),
        (
            "databricks",
            {"DATABRICKS_HOST": "w.example"},
            None,
            "https://w.example/serving-endpoints/responses",
        ),
        (
            "databricks",
            {"DATABRICKS_HOST": "https://w"},
            "messages",
            "https://w/serving-endpoints/anthropic/v1/messages",
        ),
        (
            "databricks_open_responses",
            {"DATABRICKS_HOST": "https://w/"},
            None,
            "https://w/serving-endpoints/open-responses",
        ),
        (
            "databricks_open_responses",
            {"DATABRICKS_HOST": "https://w/"},
            "chat",
            "https://w/serving-endpoints/chat/completions",
        ),
        ("deepseek", {}, None, "https://api.deepseek.com/responses"),
        ("deepseek", {"DEEPSEEK_API_BASE": "https://d/v1"}, None, "https://d/responses"),
        ("deepseek", {"DEEPSEEK_API_BASE": "https://d"}, "messages", "https://d/anthropic/v1/messages"),
        ("deepseek", {"DEEPSEEK_API_BASE": "https://d/v1/"}, "messages", "https://d/anthropic/v1/messages"),
        ("gemini", {"GOOGLE_GEMINI_BASE_URL": "https://g"}, None, "https://g/v1beta/openai/chat/completions"),
        (
            "gemini",
            {"GOOGLE_GEMINI_BASE_URL": "https://g/v1beta"},
            None,
            "https://g/v1beta/openai/chat/completions",
        ),
        ("lmstudio", {"LM_STUDIO_API_BASE": "ws://box:1234"}, None, "http://box:1234/v1/responses"),
        ("minimax", {"MINIMAX_API_BASE": "https://m/anthropic/v1"}, None, "https://m/v1/responses"),
        ("otari", {"OTARI_API_BASE": "https://o"}, "chat", "https://o/v1/chat/completions"),
        ("perplexity", {}, None, "https://api.perplexity.ai/v1/responses"),
        ("perplexity", {}, "chat", "https://api.perplexity.ai/chat/completions"),
        ("perplexity", {"PERPLEXITY_BASE_URL": "https://p"}, None, "https://p/v1/responses"),
        ("perplexity", {"PERPLEXITY_BASE_URL": "https://p"}, "chat", "https://p/chat/completions"),
        ("portkey", {}, "messages", "https://api.portkey.ai/v1/messages"),
        ("watsonx", {"WATSONX_URL": "https://w"}, None, "https://w/ml/gateway/v1/chat/completions"),
        ("zai", {}, None, "https://api.z.ai/api/v1/responses"),
        ("zai", {"ZAI_BASE_URL": "https://z/api/paas/v4"}, None, "https://z/api/v1/responses"),
        ("zai", {"ZAI_BASE_URL": "https://z/api/paas/v4"}, "chat", "https://z/api/paas/v4/chat/completions"),
        ("zai", {"ZAI_BASE_URL": "https://proxy/v1"}, None, "https://proxy/v1/responses"),
        (
            "cloudflare",
            VARIABLES,
            None,
            "https://api.cloudflare.com/client/v4/accounts/a1/ai/v1/responses",
        ),
        (
            "vertexai",
            {**VARIABLES, "VERTEXAI_API_BASE": "https://v"},
            None,
            "https://v/v1/projects/p/locations/eu/endpoints/openapi/chat/completions",
        ),
        (
            "vertexaianthropic",
            VARIABLES,
            None,
            "https://eu-aiplatform.googleapis.com/v1/projects/p/locations/eu/publishers/anthropic/models"
            "/{model}:rawPredict",
        ),
        ("volcengine", {"ARK_API_BASE": "https://a"}, None, "https://a/responses"),
    ],
)
def test_variable_in_its_vendors_form_leads_to_the_endpoint_of_a_wire(
    provider: str, environment: dict[str, str], wire: str | None, expected: str
) -> None:
    assert build_address(get_row(provider), environment, wire) == expected


def test_address_of_the_caller_is_for_whatever_wire_is_spoken() -> None:
    for wire in PATHS:
        assert (
            find_base_url(get_row("zai"), "https://mine/x", {"ZAI_BASE_URL": "https://z"}, wire)
            == "https://mine/x"
        )


@pytest.mark.parametrize(
    ("provider", "environment", "wire", "message"),
    [
        ("cloudflare", {}, None, "'CLOUDFLARE_ACCOUNT_ID' filled, or set CLOUDFLARE_ACCOUNT_ID"),
        (
            "vertexai",
            {"VERTEXAI_API_BASE": "https://v"},
            None,
            "or set VERTEXAI_API_BASE or GOOGLE_CLOUD_PROJECT",
        ),
        ("azure", {"AZURE_AI_CHAT_ENDPOINT": "https://r"}, "messages", "'resource' filled"),
        ("openai_compatible", {}, None, "give api_base= with 'api_base' filled "),
    ],
)
def test_address_with_a_gap_says_how_to_fill_it(
    provider: str, environment: dict[str, str], wire: str | None, message: str
) -> None:
    with pytest.raises(Exception, match=message):
        find_base_url(get_row(provider), None, environment, wire)


@pytest.mark.parametrize(
    ("provider", "variable", "header"),
    [
        ("anthropic", "ANTHROPIC_API_KEY", "x-api-key"),
        ("azureanthropic", "AZURE_ANTHROPIC_API_KEY", "x-api-key"),
        ("azure", "AZURE_API_KEY", "api-key"),
        ("portkey", "PORTKEY_API_KEY", "x-portkey-api-key"),
        ("manus", "MANUS_API_KEY", "api_key"),
    ],
)
def test_key_goes_into_the_header_of_its_provider_and_does_not_show(
    provider: str, variable: str, header: str
) -> None:
    row = get_row(provider)
    built = build_auth_header(row, find_key(row, {variable: "k-123456"}))
    assert built == {header: "k-123456"}
    assert "k-123456" not in repr(built)
    assert build_auth_header(row, "k-123456") == built


@pytest.mark.parametrize("provider", ["vertexai", "vertexaianthropic", "watsonx"])
def test_provider_whose_keys_are_tokens_asks_for_one(provider: str) -> None:
    variables = {"WATSONX_API_KEY": "never sent as it is", "GOOGLE_CLOUD_PROJECT": "p"}
    with pytest.raises(
        MissingApiKeyError, match=f"^{provider} needs a key: pass api_key=. .*api_key takes an? .*token"
    ):
        find_key(get_row(provider), variables)


def test_the_providers_that_cannot_answer_are_known() -> None:
    assert {row.provider for row in get_rows().values() if row.wire == "none"} == CANNOT_ANSWER


@pytest.mark.parametrize("provider", sorted(CANNOT_ANSWER))
@pytest.mark.parametrize("api_base", [None, "https://mine/v1"])
def test_provider_that_cannot_answer_says_why(provider: str, api_base: str | None) -> None:
    with pytest.raises(UnsupportedProviderError) as caught:
        find_provider(provider, api_base)
    assert caught.value.provider_name == provider
    assert caught.value.message.startswith(f"{provider} (")
    assert caught.value.message.endswith(get_row(provider).note)
    metadata = AnyLLM.get_provider_metadata(provider)
    assert (metadata.responses, metadata.wire, metadata.note) == (False, "none", get_row(provider).note)


@pytest.mark.parametrize("provider", sorted(CANNOT_ANSWER))
def test_no_call_of_a_provider_that_cannot_answer_is_made(provider: str) -> None:
    with pytest.raises(UnsupportedProviderError, match="cannot answer"):
        any_llm.responses(f"{provider}:m", "Hi")
    with pytest.raises(UnsupportedProviderError, match="cannot answer"):
        AnyLLM.create(provider)


def test_traits_are_words_that_the_table_explains() -> None:
    text = (Path(__file__).parents[2] / "spec" / "providers.toml").read_text(encoding="utf-8")
    header = text.partition("\n[")[0]
    for row in get_rows().values():
        for trait in row.traits:
            assert trait in header, (row.provider, trait)
