"""Attempts, credentials, limits and environments of an exchange, on a server that sends exactly what is scripted."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import httpx
import pytest

import any_llm
from any_llm import exceptions
from tests.support.wire_server import Reply, WireServer, json_reply

BUSY = Reply(503, b'{"error":{"message":"busy","type":"server_error"}}', headers={"retry-after-ms": "5"})
LIMITED = Reply(
    429,
    b'{"error":{"message":"slow down","type":"rate_limit_error","code":"rate_limit_exceeded"}}',
    headers={"retry-after": "0", "x-request-id": "req_9"},
)


def test_busy_server_is_tried_again_with_the_same_body(server: WireServer, call: Any) -> None:
    server.script(BUSY, LIMITED, json_reply("text.json"))
    response = call("llamacpp:m", "Hi", api_base=server.url)
    assert response.http.attempts == 3
    assert len({request.body for request in server.requests}) == 1


def test_last_error_is_raised_with_its_facts(server: WireServer, call: Any) -> None:
    server.script(LIMITED)
    with pytest.raises(exceptions.RateLimitError, match="slow down") as caught:
        call("llamacpp:m", "Hi", api_base=server.url, max_retries=1)
    assert len(server.requests) == 2
    assert caught.value.status_code == 429
    assert caught.value.code == "rate_limit_exceeded"
    assert caught.value.request_id == "req_9"
    assert caught.value.provider_name == "llamacpp"


def test_refused_request_is_not_tried_again(server: WireServer, call: Any) -> None:
    server.script(json_reply("error_previous.json", status=400))
    with pytest.raises(exceptions.InvalidRequestError, match="previous_response_id"):
        call("llamacpp:m", "Hi", api_base=server.url)
    assert len(server.requests) == 1


def test_connection_that_is_hung_up_is_tried_again(server: WireServer, call: Any) -> None:
    server.script(Reply(hang_up=True), json_reply("text.json"))
    assert call("llamacpp:m", "Hi", api_base=server.url).http.attempts == 2


def test_key_is_asked_before_every_attempt(server: WireServer, call: Any) -> None:
    server.script(BUSY, json_reply("text.json"))
    keys = iter(["k1", "k2"])
    call("openai:m", "Hi", api_base=server.url, api_key=lambda: next(keys))
    assert [request.headers["authorization"] for request in server.requests] == ["Bearer k1", "Bearer k2"]


async def test_async_key_in_an_async_call(server: WireServer) -> None:
    server.script(json_reply("text.json"))

    async def get_key() -> str:
        return "k3"

    await any_llm.aresponses("openai:m", "Hi", api_base=server.url, api_key=get_key)
    assert server.requests[0].headers["authorization"] == "Bearer k3"


def test_azure_takes_its_key_in_a_header_of_its_own(server: WireServer, call: Any) -> None:
    server.script(json_reply("text.json"))
    call("azureopenai:m", "Hi", api_base=server.url, api_key="k4")
    assert server.requests[0].headers["api-key"] == "k4"
    assert "authorization" not in server.requests[0].headers


def test_good_status_with_an_error_body_is_an_error(server: WireServer, call: Any) -> None:
    server.script(Reply(200, b'{"error":{"message":"no","code":429}}'))
    with pytest.raises(exceptions.RateLimitError) as caught:
        call("llamacpp:m", "Hi", api_base=server.url)
    assert caught.value.status_code == 200


@pytest.mark.parametrize("body", [b"<html><title>Sign in</title></html>", b"", b"[1]", b"\xff\xfe"])
def test_good_status_with_another_body_says_so(server: WireServer, call: Any, body: bytes) -> None:
    server.script(Reply(200, body, "text/html"))
    with pytest.raises(exceptions.ProviderError, match="does api_base lead to a Responses endpoint"):
        call("llamacpp:m", "Hi", api_base=server.url)


def test_redirect_is_not_followed(server: WireServer, call: Any) -> None:
    server.script(Reply(302, b"", headers={"location": "http://127.0.0.1:1/v1/responses"}))
    with pytest.raises(exceptions.AnyLLMError):
        call("openai:m", "Hi", api_base=server.url, api_key="secret", max_retries=0)
    assert len(server.requests) == 1


@pytest.mark.parametrize("chunks", [(1.0, b"{}"), (b" ", 0.2) * 20], ids=["silent", "slow drip"])
def test_timeout_ends_the_call(server: WireServer, call: Any, chunks: tuple[bytes | float, ...]) -> None:
    server.script(Reply(200, chunks))
    with pytest.raises(exceptions.APITimeoutError, match="timeout"):
        call("llamacpp:m", "Hi", api_base=server.url, timeout=0.3, max_retries=0)


def test_no_server_is_a_connection_error(call: Any) -> None:
    with pytest.raises(exceptions.APIConnectionError, match="could not connect"):
        call("llamacpp:m", "Hi", api_base="http://127.0.0.1:9/v1", max_retries=0)


def test_extra_headers_query_and_body_arrive(server: WireServer, call: Any) -> None:
    server.script(json_reply("text.json"))
    call(
        "llamacpp:m",
        "Hi",
        api_base=server.url,
        extra_headers={"X-Team": "a"},
        extra_query={"v": "1"},
        extra_body={"top_k": 4, "user": None},
        client_args={"headers": {"x-app": "b"}},
    )
    request = server.requests[0]
    assert (request.headers["x-team"], request.headers["x-app"]) == ("a", "b")
    assert request.path == "/v1/responses?v=1"
    assert request.json == {"model": "m", "input": "Hi", "top_k": 4, "user": None}


def test_threads_share_the_connections(server: WireServer) -> None:
    server.script(json_reply("text.json"))
    texts: list[str] = []

    def ask() -> None:
        texts.append(any_llm.responses("llamacpp:m", "Hi", api_base=server.url).output_text)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts == ["The capital of France is Paris."] * 8


def test_several_loops_one_after_another(server: WireServer) -> None:
    server.script(json_reply("text.json"))
    client = any_llm.AnyLLM.create_openai_compatible("mine", server.url)

    async def ask() -> str:
        return (await client.aresponses("m", "Hi")).output_text

    assert [asyncio.run(ask()) for _ in range(3)] == ["The capital of France is Paris."] * 3
    server.wait_closed()


async def test_sync_call_inside_a_running_loop(server: WireServer) -> None:
    server.script(json_reply("text.json"))
    assert any_llm.responses("llamacpp:m", "Hi", api_base=server.url).status == "completed"


def test_client_of_the_callers_is_used_and_left_open(server: WireServer) -> None:
    server.script(json_reply("text.json"))
    with httpx.Client(headers={"x-mine": "1"}) as mine:
        any_llm.responses("llamacpp:m", "Hi", api_base=server.url, client_args={"http_client": mine})
        assert not mine.is_closed
    assert server.requests[0].headers["x-mine"] == "1"


def test_stream_keeps_its_client_open(server: WireServer) -> None:
    server.script(json_reply("text.json"), Reply(200, (b": hi\n\n", 0.1), "text/event-stream"))
    stream = any_llm.AnyLLM.create_openai_compatible("mine", server.url).responses("m", "Hi")
    assert stream.status == "completed"


@pytest.mark.parametrize("status", [400, 401, 500])
def test_key_is_never_shown(server: WireServer, call: Any, status: int, caplog: Any) -> None:
    caplog.set_level("DEBUG")
    key = "sk-very-secret-0123456789"
    server.script(Reply(status, f'{{"error":{{"message":"bad key {key}"}}}}'.encode()))
    with pytest.raises(exceptions.AnyLLMError) as caught:
        call("openai:m", "Hi", api_base=server.url, api_key=key, max_retries=0)
    shown = f"{caught.value!r}{caught.value}{vars(caught.value)}{caplog.text}"
    assert key not in shown


def test_strict_raises_where_the_answer_departs(server: WireServer, call: Any) -> None:
    server.script(json_reply("text.json"))
    with pytest.raises(exceptions.SpecDeviationError) as caught:
        call("llamacpp:m", "Hi", api_base=server.url, strict=True)
    assert caught.value.kind == "missing"


def test_dropped_parameter_is_warned_of_at_the_callers_line_and_reported(server: WireServer) -> None:
    server.script(json_reply("text.json"))
    with pytest.warns(UserWarning, match="llamacpp: dropped store") as caught:
        response = any_llm.responses(
            "llamacpp:m", "Hi", api_base=server.url, store=True, drop_params=["store"]
        )
    assert caught[0].filename == __file__
    assert response.http is not None
    assert response.http.dropped == ("store",)
    assert "store" not in server.requests[0].json


async def test_slash_form_is_warned_of_at_the_callers_line(server: WireServer) -> None:
    server.script(json_reply("text.json"))
    with pytest.warns(DeprecationWarning, match="write openai:m instead of openai/m") as caught:
        await any_llm.aresponses("openai/m", "Hi", api_base=server.url, api_key="k")
    assert caught[0].filename == __file__
