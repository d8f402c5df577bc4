"""Closing: twice does no harm, a closed client says so, a forgotten one leaves nothing behind."""

from __future__ import annotations

import asyncio
import gc
from pathlib import Path

import pytest

from any_llm import AnyLLM, exceptions
from tests.environments.servers import EchoServer, echo_after, run_script


def test_close_twice_then_call(echo_server: EchoServer) -> None:
    with AnyLLM.create_openai_compatible("x", echo_server.url) as client:
        client.responses("m", "a")
        client.close()
    client.close()
    echo_server.wait_open(0)
    with pytest.raises(exceptions.InvalidRequestError, match="this client is closed"):
        client.responses("m", "a")
    with pytest.raises(exceptions.InvalidRequestError, match="this client is closed"):
        asyncio.run(client.aresponses("m", "a"))


async def test_aclose_twice_then_call(echo_server: EchoServer) -> None:
    async with AnyLLM.create_openai_compatible("x", echo_server.url) as client:
        await client.aresponses("m", "a")
        client.responses("m", "a")
        await client.aclose()
    await client.aclose()
    await asyncio.to_thread(echo_server.wait_open, 0)
    with pytest.raises(exceptions.InvalidRequestError, match="this client is closed"):
        await client.aresponses("m", "a", stream=True)
    with pytest.raises(exceptions.InvalidRequestError, match="this client is closed"):
        client.responses("m", "a")


def test_unused_client_is_closed_without_a_word(echo_server: EchoServer) -> None:
    AnyLLM.create_openai_compatible("x", echo_server.url).close()
    asyncio.run(AnyLLM.create_openai_compatible("x", echo_server.url).aclose())


async def test_closing_under_running_calls_is_one_of_our_errors(echo_server: EchoServer) -> None:
    echo_server.answer = echo_after(5)
    client = AnyLLM.create_openai_compatible("x", echo_server.url, max_connections=2)
    calls = [asyncio.create_task(client.aresponses("m", "a", max_retries=0)) for _ in range(4)]
    stream_of = AnyLLM.create_openai_compatible("x", echo_server.url)
    stream = await stream_of.aresponses("m", "a", stream=True)
    await anext(stream)
    await asyncio.sleep(0.1)
    await client.aclose()
    await stream_of.aclose()
    for error in await asyncio.gather(*calls, return_exceptions=True):
        assert isinstance(error, exceptions.AnyLLMError), error
    with pytest.raises(exceptions.AnyLLMError):
        await stream.get_final_response()
    await asyncio.to_thread(echo_server.wait_open, 0)


def test_closing_under_a_sync_stream_is_one_of_our_errors(echo_server: EchoServer) -> None:
    echo_server.answer = echo_after(5)
    client = AnyLLM.create_openai_compatible("x", echo_server.url)
    stream = client.responses("m", "a", stream=True)
    next(stream)
    client.close()
    with pytest.raises(exceptions.AnyLLMError):
        stream.get_final_response()
    echo_server.wait_open(0)


def test_forgotten_client(echo_server: EchoServer) -> None:
    client = AnyLLM.create_openai_compatible("x", echo_server.url)
    client.responses("m", "a")
    del client
    gc.collect()
    echo_server.wait_open(0)


def test_forgotten_clients_and_streams_leave_nothing_that_warns(
    echo_server: EchoServer, tmp_path: Path
) -> None:
    text = """
import asyncio, gc, sys
import any_llm
def make():
    return any_llm.AnyLLM.create_openai_compatible("x", sys.argv[1])
def use():
    client = make()
    client.responses("m", "Hi")
    with client.responses("m", "Hi", stream=True) as stream:
        next(stream)
async def ause():
    client = make()
    await client.aresponses("m", "Hi")
    stream = await client.aresponses("m", "Hi", stream=True)
    await anext(stream)
    del client, stream
    gc.collect()
    await asyncio.sleep(0.05)
use()
gc.collect()
asyncio.run(ause())
gc.collect()
last = make()
last.responses("m", "Hi")
print("done")
"""
    assert run_script(tmp_path / "forgotten.py", text, echo_server.url) == "done\n"
