"""The benchmarks run: server, clients and their commands, on payloads so small that it takes seconds."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

import any_llm
from benchmarks.frames import build_stream
from benchmarks.server import start_server
from benchmarks.workers import Worker, WorkerError, run_fresh

PYTHON = Path(sys.executable)
SAID = [frame for frame in build_stream(40) if frame.startswith(b"event: response.output_text.delta\n")]
LENGTH = len("".join(json.loads(frame.partition(b"data: ")[2])["delta"] for frame in SAID))
GOT = [40, LENGTH, LENGTH]
"""What a client has to report of a stream: events, length of the deltas, length of the final text."""

STREAMS = ("stream-40", "stream-40-single", "stream-40-paced")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with start_server() as address:
        yield address


@pytest.mark.parametrize("payload", STREAMS)
def test_our_client_reads_every_event_without_deviation(address: str, payload: str) -> None:
    with any_llm.responses(
        "openai:gpt-5", "Hi", api_key="k", api_base=f"{address}/{payload}", stream=True
    ) as stream:
        texts = list(stream.text_deltas())
    response = stream.get_final_response()
    assert "".join(texts) == response.output_text
    assert (len(response.output), stream.deviations) == (3, ())


@pytest.mark.parametrize("payload", ["small", "large", "slow-5"])
def test_our_client_reads_a_reply_without_deviation(address: str, payload: str) -> None:
    response = any_llm.responses("openai:gpt-5", "Hi", api_key="k", api_base=f"{address}/{payload}")
    assert (response.status, response.deviations) == ("completed", ())


def test_server_refuses_what_it_does_not_have(address: str) -> None:
    with pytest.raises(any_llm.AnyLLMError, match="404"):
        any_llm.responses("openai:gpt-5", "Hi", api_key="k", api_base=f"{address}/other", max_retries=0)


@pytest.mark.parametrize("client", ["ours", "floor", "raw"])
def test_clients_do_the_same(address: str, client: str) -> None:
    ways = [False] if client == "raw" else [False, True]
    with Worker(PYTHON, f"benchmarks.clients.{client}") as worker:
        for way in ("ask", "ask_module"):
            assert worker.do({"do": "calls", "url": f"{address}/small", "count": 1, "way": way})["got"] == 31
        for payload, is_async in product(STREAMS[:2], ways):
            command = {"do": "stream", "url": f"{address}/{payload}", "is_async": is_async}
            assert worker.do(command)["got"] == GOT


def test_worker_measures_what_it_is_told(address: str) -> None:
    with Worker(PYTHON, "benchmarks.clients.ours") as worker:
        assert {"python", "pydantic"} <= worker.do({"do": "facts"}).keys()
        calls = worker.do({"do": "calls", "url": f"{address}/small", "count": 3})
        stream = worker.do({"do": "stream", "url": f"{address}/stream-40"})
        many = worker.do({"do": "concurrent", "url": f"{address}/small", "count": 8, "parallel": 4})
        memory = worker.do({"do": "memory"})
    assert calls["got"] == 31
    assert stream["got"] == GOT
    assert calls["cpu"] > 0
    assert many["p99"] > 0
    assert 0 < memory["now"] <= memory["peak"]


def test_first_reply_is_measured_in_a_process_of_its_own(address: str) -> None:
    first = run_fresh(PYTHON, "benchmarks.clients.ours", "first", f"{address}/small")
    assert 0 < first["import_cpu"] < first["cpu"]


def test_worker_that_fails_is_told_of() -> None:
    with Worker(PYTHON, "benchmarks.clients.missing") as worker, pytest.raises(WorkerError):
        worker.do({"do": "facts"})
