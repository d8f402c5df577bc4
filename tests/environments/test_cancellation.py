"""Cancelled calls: the socket is closed, the place comes back, and the error stays the canceller's."""

from __future__ import annotations

import asyncio
import random
import socket
import threading
from typing import Any

import pytest

import any_llm
from any_llm import AnyLLM
from tests.environments.servers import EchoServer, echo_after
from tests.support.wire_server import Reply, WireServer

BUSY = Reply(503, b"{}", headers={"retry-after": "30"})


async def cancel_after(seconds: float, call: Any) -> None:
    task = asyncio.ensure_future(call)
    await asyncio.sleep(seconds)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_in_the_middle_of_a_call(echo_server: EchoServer) -> None:
    echo_server.answer = echo_after(20)
    client = AnyLLM.create_openai_compatible("x", echo_server.url)
    await cancel_after(0.1, client.aresponses("m", "Hi"))
    await asyncio.to_thread(echo_server.wait_open, 0)
    await client.aclose()


async def test_in_the_middle_of_a_stream(echo_server: EchoServer) -> None:
    echo_server.answer = echo_after(20)
    client = AnyLLM.create_openai_compatible("x", echo_server.url)

    async def read() -> None:
        async for _ in await client.aresponses("m", "Hi", stream=True):
            pass

    await cancel_after(0.1, read())
    await asyncio.to_thread(echo_server.wait_open, 0)
    await client.aclose()


async def test_in_the_middle_of_a_retry_sleep(server: WireServer) -> None:
    server.script(BUSY)
    await cancel_after(0.1, any_llm.aresponses("llamacpp:m", "Hi", api_base=server.url))
    assert len(server.requests) == 1


async def test_while_the_key_is_asked(server: WireServer) -> None:
    async def get_key() -> str:
        await asyncio.sleep(30)
        return "never"

    await cancel_after(0.05, any_llm.aresponses("openai:m", "Hi", api_base=server.url, api_key=get_key))
    assert not server.requests


async def test_timeout_block_raises_its_own_error(echo_server: EchoServer) -> None:
    echo_server.answer = echo_after(20)
    client = AnyLLM.create_openai_compatible("x", echo_server.url)
    with pytest.raises(TimeoutError) as caught:
        async with asyncio.timeout(0.1):
            await client.aresponses("m", "Hi")
    assert not isinstance(caught.value, any_llm.AnyLLMError)

    async def read() -> None:
        async with asyncio.timeout(0.1), await client.aresponses("m", "Hi", stream=True) as stream:
            async for _ in stream:
                pass

    with pytest.raises(TimeoutError):
        await read()
    await asyncio.to_thread(echo_server.wait_open, 0)
    await client.aclose()


@pytest.mark.parametrize("most", [1, 10, 100])
async def test_thousand_cancelled_calls_leave_the_pool_usable(echo_server: EchoServer, most: int) -> None:
    echo_server.answer = echo_after(0.01)
    client = AnyLLM.create_openai_compatible("x", echo_server.url, max_connections=most)
    chance = random.Random(most)
    for turn in range(10):
        calls = [
            asyncio.create_task(client.aresponses("m", "Hi", stream=number % 2 == 0, max_retries=0))
            for number in range(100)
        ]
        await asyncio.sleep(turn * 0.005)
        for task in calls:
            if turn % 2:
                await asyncio.sleep(chance.random() * 0.001)
            task.cancel()
        for done in await asyncio.gather(*calls, return_exceptions=True):
            if not isinstance(done, BaseException) and hasattr(done, "close"):
                await done.close()
            assert not isinstance(done, BaseException) or isinstance(done, asyncio.CancelledError)
    answers = await asyncio.gather(*(client.aresponses("m", "Hi", timeout=5) for _ in range(most * 2)))
    assert len(answers) == most * 2
    await client.aclose()
    await asyncio.to_thread(echo_server.wait_open, 0)


async def test_in_the_middle_of_a_tls_handshake() -> None:
    gone = threading.Event()

    def hold(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            while connection.recv(4096):
                pass
        gone.set()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=hold, args=(listener,), daemon=True).start()
        client = AnyLLM.create_openai_compatible("x", f"https://127.0.0.1:{listener.getsockname()[1]}/v1")
        await cancel_after(0.2, client.aresponses("m", "Hi"))
        assert await asyncio.to_thread(gone.wait, 3)
        await client.aclose()


async def test_waiting_for_a_place(echo_server: EchoServer) -> None:
    echo_server.answer = echo_after(0.3)
    client = AnyLLM.create_openai_compatible("x", echo_server.url, max_connections=1)
    first = asyncio.create_task(client.aresponses("m", "first"))
    await asyncio.sleep(0.05)
    last = asyncio.create_task(client.aresponses("m", "last"))
    await cancel_after(0.05, client.aresponses("m", "never"))
    assert [(await first).output_text, (await last).output_text] == ["first", "last"]
    assert [question for _, _, question in echo_server.seen] == ["first", "last"]
    await client.aclose()
