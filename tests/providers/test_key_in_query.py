"""A key that goes into the address: it arrives there, beside what else is asked, and shows itself nowhere."""

from __future__ import annotations

import json
import traceback
from urllib.parse import parse_qsl

import pytest

import any_llm
from any_llm.exceptions import AuthenticationError
from any_llm.providers.registry import register_provider
from tests.support.wire_answers import build_reply
from tests.support.wire_server import Reply, WireServer

KEY = "q-key/1+2 é"


@pytest.mark.parametrize("name", ["key", "k", "api key"])
def test_key_is_a_parameter_of_the_address_and_of_no_header(server: WireServer, name: str) -> None:
    register_provider("acme", api_base=f"{server.url}?version=1", auth="query", auth_query=name)
    server.script(build_reply("responses", is_stream=False))
    any_llm.responses("acme:m", "Hi", api_key=KEY, extra_query={"trace": "on"})
    (request,) = server.requests
    path, _, query = request.path.partition("?")
    assert path == "/v1/responses"
    assert parse_qsl(query) == [("version", "1"), ("trace", "on"), (name, KEY)]
    assert "authorization" not in request.headers


def test_callable_key_is_asked_for_and_none_is_left_out(server: WireServer) -> None:
    register_provider("acme", api_base=server.url, auth="query", key="optional")
    server.script(build_reply("responses", is_stream=False), build_reply("responses", is_stream=False))
    any_llm.responses("acme:m", "Hi", api_key=lambda: "fresh-token")
    any_llm.responses("acme:m", "Hi", api_key="")
    assert [request.path for request in server.requests] == ["/v1/responses?key=fresh-token", "/v1/responses"]


def test_key_that_the_server_echoes_is_hidden(server: WireServer) -> None:
    register_provider("acme", api_base=server.url, auth="query", auth_query="k")
    server.script(Reply(body=json.dumps({"error": {"message": f"no such key: {KEY}"}}).encode(), status=401))
    with pytest.raises(AuthenticationError) as caught:
        any_llm.responses("acme:m", "Hi", api_key=KEY)
    shown = "".join(traceback.format_exception(caught.value)) + repr(vars(caught.value))
    assert "q-key" not in shown
    assert "***" in str(caught.value)
