"""What a server sees: every provider that can answer, pointed at a loopback server by its own variables."""

from __future__ import annotations

import json

import pytest

import any_llm
from any_llm.providers.custom import PLACEHOLDER
from any_llm.providers.registry import get_rows
from any_llm_calls.rows import ProviderRow
from tests.support.wire_answers import PATHS, build_reply
from tests.support.wire_server import WireServer

ROWS = [row for row in get_rows().values() if row.wire != "none" and row.kind != "embedded"]


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
    server.script(build_reply(row.wire, is_stream=False))
    origin = server.url.removesuffix("/v1")
    for gap in PLACEHOLDER.findall(row.base_url_suffix):
        monkeypatch.setenv(gap, "filled")
    api_base, prefix = None, PLACEHOLDER.sub("filled", row.base_url_suffix)
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
    path = (row.path or PATHS[row.wire]).replace("{model}", "a%2Fb%3Ac")
    assert (request.method, request.path) == ("POST", prefix + path)
    body = json.loads(request.body)
    assert body.get("model", "a/b:c") == "a/b:c"
    if row.wire == "responses":
        assert body == {"model": "a/b:c", "input": "Hi"}
    else:
        assert body["messages"] == [{"role": "user", "content": "Hi"}]
    header = row.auth_header.lower() or (row.auth if row.auth.endswith("api-key") else "authorization")
    assert request.headers[header] == ("Bearer test-key" if header == "authorization" else "test-key")
    assert [value for value in request.headers.values() if "test-key" in value] == [request.headers[header]]
