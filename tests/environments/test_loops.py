"""Several event loops one after another, sync calls inside a running loop, and nested calls."""

from __future__ import annotations

import asyncio
import gc
from pathlib import Path
from typing import Any

import pytest

import any_llm
from any_llm import AnyLLM
from tests.environments.servers import EchoServer, run_script


async def ask_and_read(client: AnyLLM[Any] | None, url: str) -> list[str]:
    async def call(**options: Any) -> Any:
        if client is None:
            return await any_llm.aresponses("llamacpp:m", "Hi", api_base=url, **options)
        return await client.aresponses("m", "Hi", **options)

    whole = await call()
    stream = await call(stream=True)
    return [whole.output_text, "".join([delta async for delta in stream.text_deltas()])]


@pytest.mark.parametrize("is_kept", [True, False], ids=["client", "functions"])
def test_one_loop_after_another(echo_server: EchoServer, is_kept: bool) -> None:
    client = AnyLLM.create_openai_compatible("x", echo_server.url) if is_kept else None
    for _ in range(5):
        assert asyncio.run(ask_and_read(client, echo_server.url)) == ["Hi", "HiHiHi"]
        echo_server.wait_open(0)  # the end of the loop closed what it had opened
    if client is not None:
        assert not client._pool._loops  # nothing is kept of the loops that are over
    gc.collect()


def test_loops_leave_nothing_that_warns(echo_server: EchoServer, tmp_path: Path) -> None:
    text = """
import asyncio, gc, sys
import any_llm
async def main(client):
    for _ in range(2):
        r = await any_llm.aresponses("llamacpp:m", "Hi", api_base=sys.argv[1])
        s = await client.aresponses("m", "Hi", stream=True)
        async for event in s:
            break
    half_read = await client.aresponses("m", "Hi", stream=True)
    await anext(half_read)
client = any_llm.AnyLLM.create_openai_compatible("x", sys.argv[1])
for _ in range(5):
    asyncio.run(main(client))
    gc.collect()
any_llm.responses("llamacpp:m", "Hi", api_base=sys.argv[1])
client.responses("m", "Hi")
print("done")
"""
    assert run_script(tmp_path / "loops.py", text, echo_server.url) == "done\n"


async def test_sync_call_and_stream_inside_a_running_loop(echo_server: EchoServer) -> None:
    url = echo_server.url
    assert any_llm.responses("llamacpp:m", "a", api_base=url).output_text == "a"
    with any_llm.responses("llamacpp:m", "b", api_base=url, stream=True) as stream:
        assert "".join(stream.text_deltas()) == "bbb"


async def test_calls_of_both_colours_nested_in_streams(echo_server: EchoServer) -> None:
    client = AnyLLM.create_openai_compatible("x", echo_server.url)
    seen: list[str] = []
    async with client, await client.aresponses("m", "o", stream=True) as outer:
        async for delta in outer.text_deltas():
            with client.responses("m", f"{delta}1", stream=True) as inner:
                for text in inner.text_deltas():
                    seen.append(text)
                    seen.append(client.responses("m", f"{text}2").output_text)
                    seen.append((await client.aresponses("m", f"{text}3")).output_text)
    assert seen == ["o1", "o12", "o13"] * 9
    await asyncio.to_thread(echo_server.wait_open, 0)


async def test_sync_call_in_an_executor_of_a_loop(echo_server: EchoServer) -> None:
    calls = [
        asyncio.to_thread(any_llm.responses, "llamacpp:m", str(n), api_base=echo_server.url)
        for n in range(20)
    ]
    assert [response.output_text for response in await asyncio.gather(*calls)] == [str(n) for n in range(20)]


async def test_dropped_client_closes_its_connections(echo_server: EchoServer) -> None:
    client = AnyLLM.create_openai_compatible("x", echo_server.url)
    client.responses("m", "Hi")
    await client.aresponses("m", "Hi")
    assert echo_server.open == 2
    del client
    gc.collect()
    await asyncio.to_thread(echo_server.wait_open, 0)
