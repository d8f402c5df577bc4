"""How streams end: each end has one outcome, keeps what arrived, and leaves no socket open."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

import any_llm
from any_llm import exceptions, types
from tests.support.wire_server import Reply, WireServer, read_recorded, sse, stream_reply

TEXT = read_recorded("text.sse")
RESPONSE: dict[str, Any] = {"id": "resp_1", "object": "response", "status": "in_progress", "output": []}


def stream_of(*chunks: bytes | float, cut: bool = False) -> Reply:
    return Reply(200, chunks, "text/event-stream", cut=cut)


def open_stream(server: WireServer, **options: Any) -> Any:
    return any_llm.responses("llamacpp:m", "Hi", api_base=server.url, stream=True, **options)


def test_leaving_the_loop_closes_the_connection(server: WireServer) -> None:
    server.script(stream_of(TEXT[:900], 20.0))
    for event in open_stream(server):
        assert event.type == "response.created"
        break
    server.wait_closed()


def test_leaving_the_block_closes_the_connection(server: WireServer) -> None:
    server.script(stream_of(TEXT[:900], 20.0))
    with open_stream(server) as stream:
        next(stream)
    server.wait_closed()


async def test_leaving_the_async_block_closes_the_connection(server: WireServer) -> None:
    server.script(stream_of(TEXT[:900], 20.0))
    async with await any_llm.aresponses("llamacpp:m", "Hi", api_base=server.url, stream=True) as stream:
        await anext(stream)
    await asyncio.to_thread(server.wait_closed)


async def test_cancelled_task_closes_the_connection(server: WireServer) -> None:
    server.script(stream_of(TEXT[:900], 20.0))

    async def read() -> None:
        async with await any_llm.aresponses("llamacpp:m", "Hi", api_base=server.url, stream=True) as stream:
            async for _ in stream:
                pass

    task = asyncio.create_task(read())
    await asyncio.sleep(0.3)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.to_thread(server.wait_closed)


def test_first_delta_is_handed_out_before_the_second_is_sent(server: WireServer) -> None:
    frames = [frame + b"\n\n" for frame in TEXT.split(b"\n\n") if frame]
    server.script(stream_of(*frames[:5], 20.0))
    with open_stream(server) as stream:
        assert next(stream.text_deltas()) == "The"


@pytest.mark.parametrize("cut", [True, False], ids=["connection cut", "body ends"])
def test_stream_that_ends_early_raises_with_what_arrived(server: WireServer, cut: bool) -> None:
    server.script(stream_of(TEXT[: TEXT.index(b"event: response.output_text.done")], cut=cut))
    stream = open_stream(server)
    texts: list[str] = []
    with pytest.raises(exceptions.StreamTruncatedError) as caught:
        texts.extend(stream.text_deltas())
    assert "".join(texts) == "The capital of France is Paris."
    assert caught.value.partial.output_text == "The capital of France is Paris."
    with pytest.raises(exceptions.StreamTruncatedError):
        stream.get_final_response()


def test_failed_response_is_yielded_then_raised(server: WireServer) -> None:
    failed = {**RESPONSE, "status": "failed", "error": {"code": "server_error", "message": "boom"}}
    server.script(
        stream_of(
            sse(
                {"type": "response.created", "response": RESPONSE},
                {"type": "response.output_text.delta", "delta": "par", "item_id": "m"},
                {"type": "response.failed", "response": failed},
            )
        )
    )
    seen: list[str] = []
    with pytest.raises(exceptions.ResponseFailedError, match="boom") as caught:
        seen.extend(event.type for event in open_stream(server))
    assert seen[-1] == "response.failed"
    assert caught.value.code == "server_error"
    assert caught.value.response_id == "resp_1"
    assert caught.value.partial.output_text == "par"


@pytest.mark.parametrize(
    "error",
    [
        {"type": "error", "code": "overloaded", "message": "busy", "param": None},
        {"type": "error", "error": {"type": "server_error", "code": "overloaded", "message": "busy"}},
    ],
    ids=["flat", "nested"],
)
def test_error_event_without_failed_raises_the_same(server: WireServer, error: dict[str, Any]) -> None:
    server.script(stream_of(sse({"type": "response.created", "response": RESPONSE}, error)))
    with pytest.raises(exceptions.ResponseFailedError, match="busy") as caught:
        list(open_stream(server))
    assert caught.value.code == "overloaded"


def test_incomplete_is_a_normal_end(server: WireServer) -> None:
    incomplete = {
        **RESPONSE,
        "status": "incomplete",
        "incomplete_details": {"reason": "content_filter"},
    }
    server.script(stream_of(sse({"type": "response.incomplete", "response": incomplete})))
    response = open_stream(server).get_final_response()
    assert response.status == "incomplete"
    assert response.incomplete_details.reason == "content_filter"


def test_server_that_stays_open_after_the_end_is_not_waited_for(server: WireServer) -> None:
    server.script(stream_of(TEXT, 20.0))
    assert open_stream(server).get_final_response().status == "completed"
    server.wait_closed()


def test_silence_behind_keep_alive_comments_times_out(server: WireServer) -> None:
    comments: list[bytes | float] = [b": ping\n\n", 0.05] * 40
    server.script(stream_of(TEXT[:900], *comments))
    with pytest.raises(exceptions.StreamIdleTimeoutError) as caught:
        list(open_stream(server, stream_idle_timeout=0.3))
    assert caught.value.partial is not None
    server.wait_closed()


def test_silence_of_the_connection_times_out(server: WireServer) -> None:
    server.script(stream_of(TEXT[:900], 5.0))
    with pytest.raises(exceptions.StreamIdleTimeoutError):
        list(open_stream(server, stream_idle_timeout=0.3))


def test_whole_body_in_place_of_a_stream_is_refused(server: WireServer) -> None:
    server.script(Reply(200, read_recorded("text.json")))
    with pytest.raises(exceptions.ProviderError, match="expected an event stream"):
        open_stream(server)


def test_unknown_events_and_items_arrive_and_go_back(server: WireServer, call: Any) -> None:
    item = {"id": "x1", "type": "acme:search", "status": "completed", "hits": [{"a": None}]}
    final = {**RESPONSE, "status": "completed", "output": [item]}
    trace = {"type": "acme:trace", "sequence_number": 1, "span": {"n": 1}}
    server.script(
        stream_of(sse(trace, {"type": "response.completed", "response": final})), stream_reply("text.sse")
    )
    response, events = call("llamacpp:m", "Hi", api_base=server.url, stream=True)
    assert isinstance(events[0], types.UnknownEvent)
    assert events[0].raw == trace
    assert events[0].tag == "acme:trace"
    assert isinstance(response.output[0], types.UnknownItem)
    call("llamacpp:m", response.output, api_base=server.url, stream=True)
    assert server.requests[-1].json["input"] == [item]
