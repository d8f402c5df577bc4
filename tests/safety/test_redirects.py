"""A redirect is refused, whoever sends it and wherever it leads; a key over plain HTTP is warned of."""

from __future__ import annotations

import asyncio
import warnings
from typing import Any

import httpx
import pytest

import any_llm
from any_llm import exceptions
from tests.safety.leaks import SENTINEL
from tests.support.wire_server import Reply, WireServer, json_reply, serve

STATUSES = (301, 302, 303, 307, 308)


def address(server: WireServer, place: str) -> str:
    """Return where a redirect leads: the same origin, or one that differs in one part."""
    own = server.url.removesuffix("/v1")
    return {
        "same origin": f"{own}/v2/responses",
        "path": "/v2/responses",
        "host": f"{own.replace('127.0.0.1', 'localhost')}/v1/responses",
        "scheme": f"{own.replace('http:', 'https:')}/v1/responses",
    }[place]


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("place", ["same origin", "path", "host", "scheme", "port"])
def test_redirect_is_refused_clearly(server: WireServer, call: Any, status: int, place: str) -> None:
    with serve() as other:
        other.script(json_reply("text.json"))
        location = f"{other.url}/responses" if place == "port" else address(server, place)
        server.script(Reply(status, b"", headers={"location": location}))
        with pytest.raises(
            exceptions.ProviderError, match="a redirect that was not followed; check api_base"
        ) as caught:
            call("openai:m", "Hi", api_base=server.url, api_key=SENTINEL)
        assert caught.value.status_code == status
        assert len(server.requests) == 1
        assert other.requests == []


@pytest.mark.parametrize("status", STATUSES)
def test_stream_is_not_redirected_either(server: WireServer, call: Any, status: int) -> None:
    server.script(Reply(status, b"", headers={"location": address(server, "same origin")}))
    with pytest.raises(exceptions.ProviderError, match="not followed"):
        call("openai:m", "Hi", api_base=server.url, api_key=SENTINEL, stream=True)
    assert len(server.requests) == 1


@pytest.mark.parametrize("provider", ["openai", "azureopenai"], ids=["authorization", "api-key"])
@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_callers_own_client_does_not_follow_either(server: WireServer, provider: str, is_async: bool) -> None:
    """The HTTP library would take `Authorization` off, but send `api-key` along, to whatever host."""
    with serve() as other:
        other.script(json_reply("text.json"))
        server.script(Reply(307, b"", headers={"location": f"{other.url}/responses"}))
        given: dict[str, Any] = {"api_base": server.url, "api_key": SENTINEL}

        def ask() -> Any:
            with httpx.Client(follow_redirects=True) as client:
                return any_llm.responses(f"{provider}:m", "Hi", client_args={"http_client": client}, **given)

        async def aask() -> Any:
            async with httpx.AsyncClient(follow_redirects=True) as client:
                return await any_llm.aresponses(
                    f"{provider}:m", "Hi", client_args={"http_client": client}, **given
                )

        with pytest.raises(exceptions.ProviderError, match="not followed"):
            asyncio.run(aask()) if is_async else ask()
        assert other.requests == []


def test_key_over_plain_http_is_warned_of(server: WireServer, call: Any) -> None:
    """The proxy stands in for a network: nothing is sent to the host."""
    server.script(json_reply("text.json"))
    proxy = {"proxy": server.url.removesuffix("/v1")}
    with pytest.warns(UserWarning, match=r"the key goes to example\.test unencrypted") as caught:
        call("openai:m", "Hi", api_base="http://example.test/v1", api_key=SENTINEL, client_args=proxy)
    assert not any(SENTINEL in str(one.message) for one in caught)
    assert server.requests[0].path == "http://example.test/v1/responses"


def test_no_warning_without_a_key_or_on_this_computer(server: WireServer, call: Any) -> None:
    server.script(json_reply("text.json"))
    proxy = {"proxy": server.url.removesuffix("/v1")}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        call("llamacpp:m", "Hi", api_base="http://example.test/v1", client_args=proxy)
        call("openai:m", "Hi", api_base=server.url, api_key=SENTINEL)
        call("openai:m", "Hi", api_base=server.url.replace("127.0.0.1", "localhost"), api_key=SENTINEL)
