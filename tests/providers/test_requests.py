"""What a server sees: every provider of the Responses wire, pointed at a loopback server by its own variables."""

from __future__ import annotations

import json

import pytest

import any_llm
from any_llm.providers.registry import get_rows
from any_llm_calls.rows import ProviderRow
from tests.support.wire_server import WireServer, json_reply

ROWS = [row for row in get_rows().values() if row.wire == "responses" and row.kind != "embedded"]


@pytest.fixture
def _no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for row in ROWS:
        for variable in (*row.key_env, *row.base_url_env):
            monkeypatch.delenv(variable, raising=False)


@pytest.mark.usefixtures("_no_variables")
@pytest.mark.parametrize("row", ROWS, ids=[row.provider for row in ROWS])
def test_request_has_the_path_the_header_and_the_body_of_its_provider(
    row: ProviderRow, server: WireServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.script(json_reply("text.json"))
    origin = server.url.removesuffix("/v1")
    api_base, prefix = None, row.base_url_suffix
    if row.base_url_env:
        monkeypatch.setenv(row.base_url_env[0], origin)
    else:
        api_base, prefix = f"{origin}/v1", "/v1"
    api_key = None
    if row.key_env:
        monkeypatch.setenv(row.key_env[0], "test-key")
    else:
        api_key = "test-key"
    any_llm.responses(f"{row.provider}:a/b:c", "Hi", api_base=api_base, api_key=api_key, max_retries=0)
    (request,) = server.requests
    assert (request.method, request.path) == ("POST", prefix + (row.path or "/responses"))
    assert json.loads(request.body) == {"model": "a/b:c", "input": "Hi"}
    header = row.auth_header.lower() or {"api-key": "api-key"}.get(row.auth, "authorization")
    assert request.headers[header] == ("Bearer test-key" if header == "authorization" else "test-key")
    assert [value for value in request.headers.values() if "test-key" in value] == [request.headers[header]]
