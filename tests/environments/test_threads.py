"""Many threads on one client and on the module-level functions."""

from __future__ import annotations

import asyncio
import gc
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import any_llm
from any_llm import AnyLLM
from tests.environments.servers import EchoServer, echo_after


def ask(client: AnyLLM[Any] | None, url: str, question: str) -> str:
    if client is None:
        return any_llm.responses("llamacpp:m", question, api_base=url).output_text
    return client.responses("m", question).output_text


def read(client: AnyLLM[Any] | None, url: str, question: str) -> str:
    if client is None:
        stream = any_llm.responses("llamacpp:m", question, api_base=url, stream=True)
    else:
        stream = client.responses("m", question, stream=True)
    with stream:
        return "".join(stream.text_deltas())


@pytest.mark.parametrize("is_kept", [True, False], ids=["client", "functions"])
def test_each_answer_belongs_to_its_call(echo_server: EchoServer, is_kept: bool) -> None:
    echo_server.answer = echo_after(0.002)
    client = AnyLLM.create_openai_compatible("x", echo_server.url) if is_kept else None
    questions = [f"question {number}" for number in range(200)]
    with ThreadPoolExecutor(16) as threads:
        whole = list(threads.map(lambda question: ask(client, echo_server.url, question), questions))
        streamed = list(threads.map(lambda question: read(client, echo_server.url, question), questions))
    assert whole == questions
    assert streamed == [question * 3 for question in questions]
    assert echo_server.most_open <= 20  # 16 threads, and sockets that the server has yet to see closed
    if client is not None:
        client.close()
        echo_server.wait_open(0)


def test_each_thread_may_have_a_loop_of_its_own(echo_server: EchoServer) -> None:
    async def ask_all(first: int) -> list[str]:
        calls = [
            any_llm.aresponses("llamacpp:m", f"{first + n}", api_base=echo_server.url) for n in range(10)
        ]
        return [response.output_text for response in await asyncio.gather(*calls)]

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda first: asyncio.run(ask_all(first)), range(0, 160, 10)))
    assert [answer for some in answers for answer in some] == [str(number) for number in range(160)]
    gc.collect()
    echo_server.wait_open(0)


def test_keys_and_cookies_stay_with_their_call(echo_server: EchoServer) -> None:
    def answer(handler: Any, is_stream: bool) -> None:
        import json

        from tests.environments.servers import build_answer

        body = json.dumps(build_answer(handler.headers["authorization"])).encode()
        handler.send_body(body, set_cookie=f"who={handler.question}")

    echo_server.answer = answer
    with ThreadPoolExecutor(8) as threads:
        answers = threads.map(
            lambda n: (
                any_llm.responses(
                    "openai:m", f"q{n}", api_key=f"key-{n}", api_base=echo_server.url
                ).output_text
            ),
            range(60),
        )
        assert list(answers) == [f"Bearer key-{n}" for n in range(60)]
    assert not [
        headers for _, headers, _ in echo_server.seen if "cookie" in {name.lower() for name in headers}
    ]
