"""A capped pool: everybody is served in turn, and waiting too long is an error that names the pool."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from any_llm import AnyLLM, exceptions
from tests.environments.servers import EchoServer, echo_after


@pytest.mark.parametrize("is_stream", [False, True])
async def test_200_async_calls_through_ten_places(echo_server: EchoServer, is_stream: bool) -> None:
    echo_server.answer = echo_after(0.03)
    async with AnyLLM.create_openai_compatible("x", echo_server.url, max_connections=10) as client:

        async def ask(number: int) -> str:
            result: Any = await client.aresponses("m", f"{number}", stream=is_stream)
            return (await result.get_final_response() if is_stream else result).output_text

        answers = await asyncio.gather(*(ask(number) for number in range(200)))
    assert answers == [str(number) * (3 if is_stream else 1) for number in range(200)]
    assert echo_server.most_open <= (10 if not is_stream else 20)
    if not is_stream:
        assert echo_server.accepted == 10
        order = [int(question) for _, _, question in echo_server.seen]
        assert all(abs(place - number) < 30 for place, number in enumerate(order))  # first come, first served


def test_50_threads_through_five_places(echo_server: EchoServer) -> None:
    echo_server.answer = echo_after(0.03)
    with (
        AnyLLM.create_openai_compatible("x", echo_server.url, max_connections=5) as client,
        ThreadPoolExecutor(50) as threads,
    ):
        answers = threads.map(lambda number: client.responses("m", f"{number}").output_text, range(150))
        assert list(answers) == [str(number) for number in range(150)]
    assert echo_server.accepted == 5


async def test_waiting_too_long_names_the_pool(echo_server: EchoServer) -> None:
    echo_server.answer = echo_after(2)
    async with AnyLLM.create_openai_compatible("x", echo_server.url, max_connections=1) as client:
        stream = await client.aresponses("m", "a", stream=True)
        with pytest.raises(exceptions.APITimeoutError, match=r"of the pool became free within 0\.1 s"):
            await client.aresponses("m", "b", timeout=0.1, max_retries=0)
        await stream.close()
        echo_server.answer = echo_after(0)
        assert (await client.aresponses("m", "c", timeout=2, max_retries=0)).output_text == "c"


def test_waiting_too_long_names_the_pool_in_sync_calls(echo_server: EchoServer) -> None:
    echo_server.answer = echo_after(2)
    with AnyLLM.create_openai_compatible("x", echo_server.url, max_connections=1) as client:
        stream = client.responses("m", "a", stream=True)
        with pytest.raises(exceptions.APITimeoutError, match=r"of the pool became free within 0\.1 s"):
            client.responses("m", "b", timeout=0.1, max_retries=0)
        stream.close()
        echo_server.answer = echo_after(0)
        assert client.responses("m", "c", timeout=2, max_retries=0).output_text == "c"


async def test_slow_origin_takes_no_place_of_another(echo_server: EchoServer) -> None:
    echo_server.answer = echo_after(1)
    import any_llm
    from any_llm._transport.pool import get_shared_pool
    from tests.environments.servers import serve_echo

    settings: Any = {"max_connections": 2}
    with serve_echo() as quick:
        slow = [
            asyncio.create_task(
                any_llm.aresponses("llamacpp:m", "s", api_base=echo_server.url, client_args=settings)
            )
            for _ in range(4)
        ]
        await asyncio.sleep(0.05)
        answer = any_llm.aresponses("llamacpp:m", "q", api_base=quick.url, client_args=settings, timeout=0.5)
        assert (await answer).output_text == "q"
        for task in slow:
            task.cancel()
        await asyncio.gather(*slow, return_exceptions=True)
        assert get_shared_pool(settings) is get_shared_pool(dict(settings))


async def test_connection_is_used_again_after_an_async_stream(echo_server: EchoServer) -> None:
    async with AnyLLM.create_openai_compatible("x", echo_server.url) as client:
        for _ in range(5):
            stream = await client.aresponses("m", "a", stream=True)
            await stream.get_final_response()
    assert echo_server.accepted == 1
