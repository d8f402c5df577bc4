"""The provider table at run time: rows agree with what users can type, and with themselves."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from any_llm import AnyLLM, LLMProvider
from any_llm.providers.custom import PLACEHOLDER
from any_llm.providers.registry import build_custom_row, build_metadata, get_row, get_rows
from any_llm_calls.rows import ProviderRow

ROWS = sorted(get_rows().values(), key=lambda row: row.provider)
EACH = pytest.mark.parametrize("row", ROWS, ids=[row.provider for row in ROWS])


def test_enum_and_table_name_the_same_providers() -> None:
    assert sorted(member.value for member in LLMProvider) == [row.provider for row in ROWS]
    assert AnyLLM.get_supported_providers() == [row.provider for row in ROWS]


@EACH
def test_row_is_complete(row: ProviderRow) -> None:
    assert row.provider == row.provider.lower()
    assert row.name
    assert row.docs.startswith("https://")
    for url in (row.base_url, row.chat_base_url, row.messages_base_url):
        assert not url.endswith("/")
        assert url == "" or PLACEHOLDER.search(url) or urlsplit(url).hostname
    assert row.base_url or row.kind == "embedded" or row.wire == "none"
    assert row.wire != "none" or row.note
    assert row.kind != "openai-native" or row.wire == "responses"
    assert len(row.note) <= 140
    assert set(row.bearer_key_env) <= set(row.key_env)


@EACH
def test_row_that_keys_are_sent_to_is_encrypted_or_on_this_computer(row: ProviderRow) -> None:
    parts = urlsplit(PLACEHOLDER.sub("x", row.base_url))
    assert parts.scheme == "https" or parts.hostname in (None, "localhost", "127.0.0.1")


@EACH
def test_row_refuses_only_what_a_caller_can_pass(row: ProviderRow) -> None:
    from any_llm_calls.options import CallOptions

    assert set(row.refuses) <= set(CallOptions.__annotations__)
    assert len(set(row.refuses)) == len(row.refuses)
    assert row.wire != "responses" or row.state != "no" or "previous_response_id" in row.refuses


@EACH
def test_metadata_says_what_the_row_says(row: ProviderRow) -> None:
    metadata = AnyLLM.get_provider_metadata(row.provider)
    assert metadata == build_metadata(row)
    assert metadata in AnyLLM.get_all_provider_metadata()
    assert (metadata.name, metadata.kind, metadata.wire) == (row.provider, row.kind, row.wire)
    assert metadata.responses is (row.wire != "none")
    assert metadata.tools == row.tools
    assert AnyLLM.get_provider_metadata(LLMProvider(row.provider)) == metadata


def test_kind_decides_the_class_of_a_response() -> None:
    native = {row.provider for row in ROWS if row.is_native}
    assert native == {"openai", "azureopenai", "bedrock", "bedrock_mantle", "databricks"}


def test_row_made_for_an_address_claims_nothing() -> None:
    row = build_custom_row("mine", "http://h/v1")
    metadata = build_metadata(row)
    assert (row.refuses, row.key, row.auth) == ((), "optional", "bearer")
    assert {metadata.streaming, metadata.state, metadata.structured_output} == {"unknown"}
    with pytest.raises(Exception, match="no provider is called 'mine'"):
        get_row("mine")
