"""A caller's own httpx client: used as it is, never closed by us."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest

import any_llm
from any_llm import AnyLLM, exceptions
from tests.environments.servers import EchoServer, echo_after


def test_sync_client_is_used_and_left_open(echo_server: EchoServer) -> None:
    with httpx.Client(headers={"x-mine": "1"}, auth=("me", "word")) as own:
        for _ in range(2):
            with AnyLLM.create_openai_compatible("x", echo_server.url, http_client=own) as client:
                assert client.responses("m", "a").output_text == "a"
        any_llm.responses("llamacpp:m", "b", api_base=echo_server.url, client_args={"http_client": own})
        assert not own.is_closed
    assert echo_server.accepted == 1
    for _, headers, _ in echo_server.seen:
        assert headers["x-mine"] == "1"
        assert headers["Authorization"].startswith("Basic ")


async def test_async_client_is_used_and_left_open(echo_server: EchoServer) -> None:
    async with httpx.AsyncClient(headers={"x-mine": "1"}) as own:
        for _ in range(2):
            async with AnyLLM.create_openai_compatible("x", echo_server.url, http_client=own) as client:
                stream = await client.aresponses("m", "a", stream=True)
                assert "".join([delta async for delta in stream.text_deltas()]) == "aaa"
        settings: Any = {"http_client": own}
        await any_llm.aresponses("llamacpp:m", "b", api_base=echo_server.url, client_args=settings)
        assert not own.is_closed
    assert {headers["x-mine"] for _, headers, _ in echo_server.seen} == {"1"}


def test_its_limits_count_where_the_call_names_none(echo_server: EchoServer) -> None:
    echo_server.answer = echo_after(0.4)
    with httpx.Client(timeout=0.1) as own:
        client = AnyLLM.create_openai_compatible("x", echo_server.url, http_client=own)
        with pytest.raises(exceptions.APITimeoutError):
            client.responses("m", "a", max_retries=0)
        assert client.responses("m", "a", timeout=5, max_retries=0).output_text == "a"


async def test_its_limits_count_in_async_calls(echo_server: EchoServer) -> None:
    echo_server.answer = echo_after(0.4)
    async with httpx.AsyncClient(timeout=0.1) as own:
        client = AnyLLM.create_openai_compatible("x", echo_server.url, http_client=own)
        with pytest.raises(exceptions.APITimeoutError):
            await client.aresponses("m", "a", max_retries=0)
        assert (await client.aresponses("m", "a", timeout=5, max_retries=0)).output_text == "a"


def test_limits_that_nobody_set_are_not_those_of_a_web_page(echo_server: EchoServer) -> None:
    seen: list[Any] = []
    hooks: Any = {"request": [lambda request: seen.append(request.extensions["timeout"]["read"])]}
    with httpx.Client(event_hooks=hooks) as own:
        AnyLLM.create_openai_compatible("x", echo_server.url, http_client=own).responses("m", "a")
    assert seen == [600.0]


def test_closed_client_of_the_caller(echo_server: EchoServer) -> None:
    own, own_async = httpx.Client(), httpx.AsyncClient()
    own.close()
    asyncio.run(own_async.aclose())
    client = AnyLLM.create_openai_compatible("x", echo_server.url, http_client=own)
    with pytest.raises(exceptions.InvalidRequestError, match="closed"):
        client.responses("m", "a")
    client = AnyLLM.create_openai_compatible("x", echo_server.url, http_client=own_async)
    with pytest.raises(exceptions.InvalidRequestError, match="closed"):
        asyncio.run(client.aresponses("m", "a"))


def test_client_of_the_wrong_colour(echo_server: EchoServer) -> None:
    with httpx.Client() as own:
        client = AnyLLM.create_openai_compatible("x", echo_server.url, http_client=own)
        with pytest.raises(exceptions.InvalidRequestError, match=r"expected an httpx\.AsyncClient"):
            asyncio.run(client.aresponses("m", "a"))
