"""A line end or NUL in a header is refused before a connection is opened; the message names it and shows no value."""

from __future__ import annotations

from typing import Any

import pytest

from any_llm import exceptions
from tests.safety.leaks import SENTINEL, list_error_views, list_leaks
from tests.safety.raw_server import RawServer, head
from tests.support.wire_server import json_reply, serve

MARKS = ("\r\n", "\r", "\n", "\0")
VALUES = [f"{SENTINEL}{mark}X-Evil: 1" for mark in MARKS] + [
    f"{SENTINEL}\n",
    f"\n{SENTINEL}",
    f"{SENTINEL}\u0100",
]
NAMES = ["X-A\r\nX-Evil", "X-A\n", "X-A\0", "X A", "X-A:", "", "Ä"]


def check(call: Any, expected: str, **options: Any) -> None:
    with RawServer(lambda: [head(content_length="2"), b"{}"]) as server:
        with pytest.raises(exceptions.InvalidRequestError) as caught:
            call("openai:m", "Hi", **{"api_base": server.url, "api_key": "k", **options})
        assert server.connections == 0
    assert expected in str(caught.value)
    assert list_leaks(list_error_views(caught.value)) == []


@pytest.mark.parametrize("value", VALUES)
def test_key(call: Any, value: str) -> None:
    check(call, "api_key", api_key=value)


@pytest.mark.parametrize("value", VALUES)
def test_key_from_a_callable(call: Any, value: str) -> None:
    check(call, "api_key", api_key=lambda: value)


@pytest.mark.parametrize("value", [value for value in VALUES if "\0" not in value])
def test_key_from_the_environment(call: Any, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", value)
    check(call, "api_key", api_key=None)


@pytest.mark.parametrize("value", VALUES)
def test_value_of_an_extra_header(call: Any, value: str) -> None:
    check(call, "extra_headers['X-Mine']", extra_headers={"X-Mine": value})


@pytest.mark.parametrize("value", VALUES)
def test_value_of_a_header_of_the_client(call: Any, value: str) -> None:
    check(call, "client_args.headers['X-Mine']", client_args={"headers": {"X-Mine": value}})


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("place", ["extra_headers", "client_args.headers"])
def test_name_of_a_header(call: Any, place: str, name: str) -> None:
    headers = {name: SENTINEL}
    options = (
        {"extra_headers": headers} if place == "extra_headers" else {"client_args": {"headers": headers}}
    )
    check(call, f"{place}: {name!r} is no name of a header", **options)


@pytest.mark.parametrize("mark", MARKS)
def test_address(call: Any, mark: str) -> None:
    check(call, "api_base: expected a URL", api_base=f"http://127.0.0.1:9/v1{mark}X-Evil: 1")


@pytest.mark.parametrize("mark", MARKS)
def test_query_is_escaped(call: Any, mark: str) -> None:
    with serve() as server:
        server.script(json_reply("text.json"))
        call("llamacpp:m", "Hi", api_base=server.url, extra_query={f"a{mark}": f"b{mark}X-Evil: 1"})
        assert "x-evil" not in server.requests[0].headers
        assert server.requests[0].path.startswith("/v1/responses?a%0")
