"""What the benchmarks replay is right: valid in the document, and read without a deviation and without loss."""

from __future__ import annotations

import json
from typing import Any

import pytest

from benchmarks.frames import build_stream
from benchmarks.payloads import build_large, build_small
from tests.support.spec_validator import find_event_problems, find_problems


def read_events(frames: list[bytes]) -> list[Any]:
    return [json.loads(frame.partition(b"\ndata: ")[2]) for frame in frames]


@pytest.mark.parametrize("build", [build_small, build_large])
def test_reply_is_valid(build: Any) -> None:
    assert find_problems("ResponseResource", json.loads(build())) == []


def test_large_reply_has_its_size_and_every_kind_of_output() -> None:
    body = build_large()
    assert 1_000_000 < len(body) < 1_020_000
    kinds = {item["type"] for item in json.loads(body)["output"]}
    assert kinds == {"message", "reasoning", "function_call", "function_call_output"}


def test_events_are_valid_and_numbered() -> None:
    events = read_events(build_stream(100))
    assert [problem for event in events for problem in find_event_problems(event)] == []
    assert [event["sequence_number"] for event in events] == list(range(100))


@pytest.mark.parametrize("events", [30, 2_000])
def test_stream_has_as_many_events_as_asked_for(events: int) -> None:
    assert len(build_stream(events)) == events


def test_deltas_make_up_the_final_items() -> None:
    events = read_events(build_stream(200))
    reasoning, message, call = events[-1]["response"]["output"]
    for kind, whole in {
        "response.reasoning_summary_text": reasoning["summary"][0]["text"],
        "response.output_text": message["content"][0]["text"],
        "response.function_call_arguments": call["arguments"],
    }.items():
        deltas = [event["delta"] for event in events if event["type"] == f"{kind}.delta"]
        assert "".join(deltas) == whole
        assert len(deltas) > 8


def test_payloads_are_the_same_every_time() -> None:
    assert build_large() == build_large()
    assert build_stream(50) == build_stream(50)
