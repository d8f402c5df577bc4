"""A process forked after the first use: its own connections, the parent's unharmed, no lock inherited."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import threading
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import any_llm
from any_llm import AnyLLM
from any_llm._transport import pool
from tests.environments.servers import EchoServer, echo_after, run_script, skip_without_fork

pytestmark = skip_without_fork


def run_in_child(work: Callable[[], bool], while_alive: Callable[[], None] = lambda: None) -> int:
    """Fork, do the work in the child, and return the child's exit status; a child that hangs is ended."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # 3.12: this process has threads (the server's)
        child = os.fork()
    if child == 0:
        try:
            status = 0 if work() else 2
        except BaseException:
            import traceback

            traceback.print_exc()
            status = 3
        os._exit(status)
    while_alive()
    end = time.monotonic() + 10
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.kill(child, 9)
    os.waitpid(child, 0)
    return -9


def ask(client: AnyLLM[Any], question: str) -> bool:
    with client.responses("m", question, stream=True) as stream:
        streamed = "".join(stream.text_deltas())
    return client.responses("m", question).output_text == question and streamed == question * 3


async def ask_async(client: AnyLLM[Any], question: str) -> bool:
    answers = await asyncio.gather(*(client.aresponses("m", question) for _ in range(5)))
    return all(answer.output_text == question for answer in answers)


def test_child_opens_its_own_connections(echo_server: EchoServer) -> None:
    client = AnyLLM.create_openai_compatible("x", echo_server.url)
    client.responses("m", "before")
    before = echo_server.accepted

    def work() -> bool:
        function = any_llm.responses("llamacpp:m", "child", api_base=echo_server.url).output_text
        return ask(client, "child") and asyncio.run(ask_async(client, "child")) and function == "child"

    assert run_in_child(work) == 0
    in_child = echo_server.accepted - before
    assert in_child >= 3  # the client's, the functions', the async ones
    assert client.responses("m", "after").output_text == "after"
    assert echo_server.accepted == before + in_child  # the parent's connection is still good
    client.close()


def test_child_does_not_hold_the_parents_sockets(echo_server: EchoServer) -> None:
    client = AnyLLM.create_openai_compatible("x", echo_server.url)
    client.responses("m", "before")

    def close_in_parent() -> None:
        client.close()
        echo_server.wait_open(0, seconds=1)

    assert run_in_child(lambda: time.sleep(1.5) is None, close_in_parent) == 0


def test_child_of_a_running_loop(echo_server: EchoServer) -> None:
    async def main() -> None:
        client = AnyLLM.create_openai_compatible("x", echo_server.url)
        await client.aresponses("m", "before")
        before = echo_server.accepted
        assert run_in_child(lambda: asyncio.run(ask_async(client, "child")) and ask(client, "child")) == 0
        in_child = echo_server.accepted - before
        assert (await client.aresponses("m", "after")).output_text == "after"
        assert echo_server.accepted == before + in_child
        await client.aclose()

    asyncio.run(main())


def test_fork_in_the_middle_of_a_stream(echo_server: EchoServer) -> None:
    echo_server.answer = echo_after(0.1)
    client = AnyLLM.create_openai_compatible("x", echo_server.url)
    with client.responses("m", "p", stream=True) as stream:
        next(stream)
        assert run_in_child(lambda: ask(client, "child")) == 0
        assert "".join(stream.text_deltas()) == "ppp"
    client.close()


def test_fork_while_other_threads_are_in_calls(echo_server: EchoServer) -> None:
    echo_server.answer = echo_after(0.005)
    client = AnyLLM.create_openai_compatible("x", echo_server.url)
    is_over = threading.Event()

    def call_on() -> None:
        while not is_over.is_set():
            client.responses("m", "parent")

    threads = [threading.Thread(target=call_on) for _ in range(4)]
    for thread in threads:
        thread.start()
    try:
        statuses = [run_in_child(lambda: ask(client, "child")) for _ in range(5)]
    finally:
        is_over.set()
        for thread in threads:
            thread.join()
    assert statuses == [0] * 5
    client.close()


def test_locks_held_at_the_fork_do_not_matter(echo_server: EchoServer) -> None:
    """A thread may hold any of our locks at that moment; the child has no such thread to give it back."""
    client = AnyLLM.create_openai_compatible("x", echo_server.url)

    def work() -> bool:
        function = any_llm.responses("llamacpp:m", "child", api_base=echo_server.url).output_text
        return function == "child" and ask(client, "child")

    with pool._shared_lock, client._pool._lock:
        assert run_in_child(work) == 0


def ask_in_process(url: str, answers: Any) -> None:
    answers.put(any_llm.responses("llamacpp:m", str(os.getpid()), api_base=url).output_text)


def test_multiprocessing_with_fork(echo_server: EchoServer) -> None:
    any_llm.responses("llamacpp:m", "before", api_base=echo_server.url)
    context = multiprocessing.get_context("fork")
    answers = context.SimpleQueue()
    children = [context.Process(target=ask_in_process, args=(echo_server.url, answers)) for _ in range(3)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        for child in children:
            child.start()
    for child in children:
        child.join(10)
    assert [child.exitcode for child in children] == [0, 0, 0]
    assert {answers.get() for _ in children} == {str(child.pid) for child in children}
    assert any_llm.responses("llamacpp:m", "after", api_base=echo_server.url).output_text == "after"


def test_child_that_ends_by_itself_says_nothing(echo_server: EchoServer, tmp_path: Path) -> None:
    text = """
import os, sys
import any_llm
client = any_llm.AnyLLM.create_openai_compatible("x", sys.argv[1])
client.responses("m", "Hi")
child = os.fork()
if child == 0:
    if sys.argv[2] == "calls":
        print(client.responses("m", "child").output_text, flush=True)
    sys.exit()
_, status = os.waitpid(child, 0)
print(status, client.responses("m", "parent").output_text)
"""
    assert run_script(tmp_path / "a.py", text, echo_server.url, "calls") == "child\n0 parent\n"
    assert run_script(tmp_path / "b.py", text, echo_server.url, "idles") == "0 parent\n"
