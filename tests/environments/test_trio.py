"""The async functions on trio."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import trio

import any_llm
from any_llm import AnyLLM
from tests.environments.servers import EchoServer, echo_after, run_script
from tests.support.wire_server import Reply, WireServer, json_reply


def test_call_and_stream_one_run_after_another(echo_server: EchoServer) -> None:
    async def main() -> None:
        url = echo_server.url
        answer = await any_llm.aresponses("llamacpp:m", "a", api_base=url)
        async with await any_llm.aresponses("llamacpp:m", "b", api_base=url, stream=True) as stream:
            streamed = "".join([event.delta async for event in stream if hasattr(event, "delta")])
        assert (answer.output_text, streamed) == ("a", "bbb")

    for _ in range(3):
        trio.run(main)
        echo_server.wait_open(0)


def test_retry_sleeps_on_trio(server: WireServer) -> None:
    server.script(Reply(503, b"{}", headers={"retry-after-ms": "20"}), json_reply("text.json"))

    async def main() -> Any:
        return await any_llm.aresponses("llamacpp:m", "Hi", api_base=server.url)

    assert trio.run(main).http.attempts == 2


def test_many_calls_through_few_places(echo_server: EchoServer) -> None:
    echo_server.answer = echo_after(0.01)
    answers: set[str] = set()

    async def main() -> None:
        async with AnyLLM.create_openai_compatible("x", echo_server.url, max_connections=5) as client:

            async def ask(number: int) -> None:
                answers.add((await client.aresponses("m", str(number))).output_text)

            async with trio.open_nursery() as nursery:
                for number in range(50):
                    nursery.start_soon(ask, number)

    trio.run(main)
    assert answers == {str(number) for number in range(50)}
    assert echo_server.accepted == 5


@pytest.mark.filterwarnings("ignore:Async generator:ResourceWarning")  # httpx leaves its own to the collector
@pytest.mark.parametrize("is_stream", [False, True])
def test_cancelled_calls_give_their_places_back(echo_server: EchoServer, is_stream: bool) -> None:
    async def main() -> None:
        async with AnyLLM.create_openai_compatible("x", echo_server.url, max_connections=2) as client:

            async def ask() -> None:
                result = await client.aresponses("m", "Hi", stream=is_stream)
                if is_stream:
                    async with result:
                        async for _ in result:
                            pass

            echo_server.answer = echo_after(20)
            for _ in range(3):
                with trio.move_on_after(0.05) as scope:
                    async with trio.open_nursery() as nursery:
                        for _ in range(10):
                            nursery.start_soon(ask)
                assert scope.cancelled_caught
            echo_server.answer = echo_after(0)
            for _ in range(4):
                await client.aresponses("m", "Hi", timeout=3)

    trio.run(main)
    echo_server.wait_open(0)


def test_runs_leave_nothing_that_warns(echo_server: EchoServer, tmp_path: Path) -> None:
    text = """
import gc, sys
import any_llm, trio
async def main():
    await any_llm.aresponses("llamacpp:m", "Hi", api_base=sys.argv[1])
    async with await any_llm.aresponses("llamacpp:m", "Hi", api_base=sys.argv[1], stream=True) as stream:
        print(len([delta async for delta in stream.text_deltas()]))
for _ in range(2):
    trio.run(main)
    gc.collect()
"""
    assert run_script(tmp_path / "runs.py", text, echo_server.url) == "3\n3\n"
