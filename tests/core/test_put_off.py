"""Deltas that are counted in later give the response that they give at once, whenever somebody looks."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from any_llm._core.accumulate import Accumulator
from any_llm._core.decode import decode_value
from any_llm._core.events import decode_event
from any_llm._core.reading import MOST_WAITING, StreamReader
from any_llm._core.sse import SSEDecoder
from openresponses_types import ResponseResource
from tests.support.wire_server import RECORDED, sse

STREAMS = [SSEDecoder().feed(path.read_bytes()) for path in sorted(RECORDED.glob("*.sse"))]
DELTA = {
    "type": "response.output_text.delta",
    "item_id": "m",
    "output_index": 0,
    "content_index": 0,
    "logprobs": [],
    "delta": "x",
    "sequence_number": 1,
}
CREATED = {"type": "response.created", "response": {"id": "r", "status": "in_progress", "output": []}}
CHANGES: list[dict[str, Any]] = [
    {},
    {"item_id": "other"},
    {"output_index": 1},
    {"content_index": 1},
    {"delta": 5},
    {"delta": None},
    {"logprobs": [{"token": "x", "logprob": -1.0, "bytes": [120], "top_logprobs": []}]},
    {"logprobs": None},
    {"type": "response.refusal.delta"},
    {"type": "response.function_call_arguments.delta", "item_id": "call", "output_index": 2},
    {"vendor": True},
]


def check_same(frames: list[tuple[bytes, bytes]], looks: set[int]) -> None:
    """Compare one accumulator that is fed at once with one whose deltas are put off; look at both now and then."""
    prompt, late = Accumulator(), Accumulator()
    for number, frame in enumerate(frames):
        event = decode_event(frame)[0]
        prompt.feed(event)
        (late.put_off if frame[0].endswith(b".delta") else late.feed)(event)
        if number in looks:
            assert late.snapshot() == prompt.snapshot()
            assert late.get_answer() == prompt.get_answer()
    assert late.finish() == prompt.finish()
    assert late.deviations == prompt.deviations


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(STREAMS), st.sets(st.integers(0, 60), max_size=6))
def test_recorded_streams(frames: list[tuple[bytes, bytes]], looks: set[int]) -> None:
    check_same(frames, looks)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(CHANGES), max_size=30), st.sets(st.integers(0, 30), max_size=6))
def test_deltas_for_several_places_and_of_wrong_forms(changes: list[Any], looks: set[int]) -> None:
    bodies = [{**DELTA, **change} for change in changes]
    check_same([(body["type"].encode(), json.dumps(body).encode()) for body in bodies], looks)


def test_no_more_deltas_wait_than_those_of_a_chunk_and_a_few() -> None:
    reader = StreamReader(
        provider_name="p", build_partial=lambda body: decode_value(ResponseResource, body)[0]
    )
    chunks = [sse(CREATED), *(sse(DELTA) for _ in range(10 * MOST_WAITING))]
    waiting = []
    for chunk in chunks:
        assert len([*reader.feed(chunk)]) == 1
        waiting.append(len(reader.accumulator._waiting))
    assert max(waiting) == MOST_WAITING
    assert reader.build_partial().output_text == "x" * (10 * MOST_WAITING)
