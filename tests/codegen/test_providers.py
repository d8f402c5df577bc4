"""The provider table: good rows, and what is said about bad ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.problems import CodegenError
from codegen.providers import read_providers
from codegen.runtime.rows import ProviderRow
from tests.codegen.documents import SPEC

ROW = 'name = "Acme"\nkind = "responses-shaped"\nwire = "responses"\nbase_url = "https://acme.test/v1"\n'


def read(folder: Path, text: str) -> list[ProviderRow]:
    path = folder / "providers.toml"
    path.write_text(text, encoding="utf-8")
    return read_providers(path)


def test_rows_come_in_the_order_of_their_keys(tmp_path: Path):
    rows = read(
        tmp_path, f"[zeta]\n{ROW}\n[acme]\n{ROW}key_env = ['ACME_KEY']\ndefault_max_output_tokens = 5\n"
    )
    assert [row.provider for row in rows] == ["acme", "zeta"]
    assert rows[0].key_env == ("ACME_KEY",)
    assert rows[0].default_max_output_tokens == 5
    assert rows[1] == ProviderRow("zeta", "Acme", "responses-shaped", "responses", "https://acme.test/v1")
    assert not rows[0].is_native


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("keyenv = ['A']", "acme.keyenv: unknown field"),
        ("provider = 'x'", "acme.provider: unknown field"),
        (
            "auth = 'baerer'",
            "acme.auth: expected one of 'bearer', 'api-key', 'x-api-key', 'query', 'none', got 'baerer'",
        ),
        ("streaming = true", "acme.streaming: expected one of 'yes', 'no', 'partial', 'unknown', got True"),
        ("key_env = 'ACME_KEY'", "acme.key_env: expected a list of strings, got 'ACME_KEY'"),
        ("refuses = ['store', 1]", "acme.refuses: expected a list of strings, got ['store', 1]"),
        ("docs = 3", "acme.docs: expected a string, got 3"),
        ("default_max_output_tokens = '9'", "acme.default_max_output_tokens: expected an integer, got '9'"),
        ("default_max_output_tokens = true", "acme.default_max_output_tokens: expected an integer, got True"),
    ],
)
def test_bad_field_is_an_error_that_names_row_field_expected_and_got(tmp_path: Path, line: str, message: str):
    with pytest.raises(CodegenError) as caught:
        read(tmp_path, f"[acme]\n{ROW}{line}\n")
    assert str(caught.value) == f"providers.toml#{message}"


def test_missing_field_is_an_error(tmp_path: Path):
    with pytest.raises(CodegenError) as caught:
        read(tmp_path, "[acme]\nname = 'Acme'\nbase_url = ''\nwire = 'chat'\n")
    kinds = "'openai-native', 'openresponses-compliant', 'responses-shaped', 'embedded'"
    assert str(caught.value) == f"providers.toml#acme.kind: expected one of {kinds}, found nothing"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            "kind = 'openai-native'\nwire = 'chat'",
            "acme.kind: 'openai-native' goes only with the wire 'responses'",
        ),
        (
            "kind = 'responses-shaped'\nwire = 'none'",
            "acme.note: expected the reason why the provider cannot answer, found nothing",
        ),
    ],
)
def test_fields_that_contradict_each_other_are_an_error(tmp_path: Path, lines: str, message: str):
    with pytest.raises(CodegenError) as caught:
        read(tmp_path, f"[acme]\nname = 'Acme'\nbase_url = ''\n{lines}\n")
    assert str(caught.value) == f"providers.toml#{message}"


def test_every_field_of_a_row_can_be_read(tmp_path: Path):
    row = read(
        tmp_path,
        f"[acme]\n{ROW}path = '/p'\nchat_base_url = 'https://c'\nmessages_base_url = 'https://m'\n"
        "auth = 'x-api-key'\nauth_header = 'X-Key'\ntraits = ['openai']\n",
    )[0]
    assert (row.path, row.chat_base_url, row.messages_base_url) == ("/p", "https://c", "https://m")
    assert (row.auth, row.auth_header, row.traits) == ("x-api-key", "X-Key", ("openai",))


def test_problems_of_all_rows_come_together(tmp_path: Path):
    with pytest.raises(CodegenError) as caught:
        read(tmp_path, f"[acme]\n{ROW}docs = 1\nnote = 2\n[beta]\n{ROW}docs = 3\n")
    places = [problem.place.partition("#")[2] for problem in caught.value.problems]
    assert places == ["acme.docs", "acme.note", "beta.docs"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"['a-b']\n{ROW}", "providers.toml#a-b: expected a key of lower-case letters, digits and _"),
        ("acme = 3", "providers.toml#acme: expected a table of fields, got 3"),
        ("[acme", "providers.toml: cannot be parsed: "),
    ],
)
def test_what_is_no_row_is_an_error(tmp_path: Path, text: str, message: str):
    with pytest.raises(CodegenError) as caught:
        read(tmp_path, text)
    assert str(caught.value).startswith(message)


def test_missing_table_is_an_error(tmp_path: Path):
    with pytest.raises(CodegenError, match=r"providers\.toml: expected this file in"):
        read_providers(tmp_path / "providers.toml")


def test_our_own_table_has_no_problems():
    rows = read_providers(SPEC / "providers.toml")
    assert {"openai", "local"} <= {row.provider for row in rows}
