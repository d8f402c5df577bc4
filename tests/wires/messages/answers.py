"""Anthropic messages and their events for the tests: whole answers of every shape, cut into events at will."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from any_llm.providers.registry import build_custom_row
from any_llm.wires.messages import MESSAGES
from any_llm.wires.wire import Refusals
from tests.support.spec_validator import find_event_problems, find_problems

ROW = build_custom_row("acme", "http://localhost/v1")
FIELDS: dict[str, Any] = {"model": "claude-opus-4-6", "input": "Hi", "metadata": {"a": "b"}}
RECORDED = Path(__file__).parents[1] / "recorded"
USAGE = {
    "input_tokens": 3,
    "cache_read_input_tokens": 4,
    "cache_creation_input_tokens": 5,
    "output_tokens": 6,
}


def build_message(*content: Any, stop_reason: Any = "end_turn", **more: Any) -> dict[str, Any]:
    return {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "claude-x",
        "content": list(content),
        "stop_reason": stop_reason,
        "stop_sequence": None,
        "usage": USAGE,
        **more,
    }


def respond(body: Any, fields: Any = FIELDS) -> dict[str, Any]:
    return MESSAGES.build_response(body, fields, ROW, 9.5)


def reduce(events: Iterable[Any], fields: Any = FIELDS, *, is_finished: bool = True) -> list[dict[str, Any]]:
    reducer = MESSAGES.build_reducer(fields, ROW, lambda: 9.5)
    made = [event for data in events for event in reducer.feed(data["type"], data)]
    if is_finished:
        made += reducer.finish()
        assert list(reducer.finish()) == list(reducer.feed("message_stop", {"type": "message_stop"})) == []
    return made


def ask(*items: Any, drop: Any = False, traits: tuple[str, ...] = (), **fields: Any) -> dict[str, Any]:
    """Return the body that is sent for input items and parameters."""
    row = replace(ROW, traits=traits)
    given = {**FIELDS, "input": list(items) or "Hi", **fields}
    return MESSAGES.build_request(given, row, Refusals(row, "messages", drop))


def stream(message: dict[str, Any], size: int = 3) -> list[dict[str, Any]]:
    """Return the events in which a message would have come, its texts cut into pieces of a size."""
    start = {**message, "content": [], "stop_reason": None, "usage": {**message["usage"], "output_tokens": 1}}
    end = {"stop_reason": message["stop_reason"], "stop_sequence": message["stop_sequence"]}
    if "stop_details" in message:
        end["stop_details"] = message["stop_details"]
    blocks = [
        event for index, block in enumerate(message["content"]) for event in _stream_block(index, block, size)
    ]
    usage = {"output_tokens": message["usage"]["output_tokens"]}
    return [
        {"type": "message_start", "message": start},
        {"type": "ping"},
        *blocks,
        {"type": "message_delta", "delta": end, "usage": usage},
        {"type": "message_stop"},
    ]


def _stream_block(index: int, block: dict[str, Any], size: int) -> list[dict[str, Any]]:
    start, deltas = dict(block), []
    match block["type"]:
        case "text":
            start |= {"text": ""}
            start.pop("citations", None)
            deltas = [{"type": "text_delta", "text": piece} for piece in cut(block["text"], size)]
            deltas += [{"type": "citations_delta", "citation": each} for each in block.get("citations", ())]
        case "thinking":
            start |= {"thinking": "", "signature": ""}
            deltas = [{"type": "thinking_delta", "thinking": piece} for piece in cut(block["thinking"], size)]
            deltas += [
                {"type": "signature_delta", "signature": piece} for piece in cut(block["signature"], size)
            ]
        case "tool_use" | "server_tool_use":
            start |= {"input": {}}
            text = (
                json.dumps(block["input"], separators=(",", ":"), ensure_ascii=False)
                if block["input"]
                else ""
            )
            deltas = [{"type": "input_json_delta", "partial_json": piece} for piece in cut(text, size)]
        case _:
            pass
    return [
        {"type": "content_block_start", "index": index, "content_block": start},
        *({"type": "content_block_delta", "index": index, "delta": delta} for delta in deltas),
        {"type": "content_block_stop", "index": index},
    ]


def cut(text: str, size: int) -> list[str]:
    return [text[start : start + size] for start in range(0, len(text), size)]


def check_resource(resource: dict[str, Any]) -> dict[str, Any]:
    """Check a response against the document, the items and annotations that only this protocol has apart."""
    output = [item for item in resource["output"] if ":" not in item["type"]]
    for item in output:
        for part in item.get("content") or ():
            if part["type"] == "output_text":
                part = {
                    **part,
                    "annotations": [each for each in part["annotations"] if ":" not in each["type"]],
                }
                assert find_problems("OutputTextContent", part) == []
        if item["type"] != "message":
            assert find_problems("ItemField", item) == []
    assert find_problems("ResponseResource", {**resource, "output": []}) == []
    return resource


def check_events(events: list[dict[str, Any]]) -> dict[str, Any]:
    """Check every event by itself and their order, and return the final response."""
    assert [event["sequence_number"] for event in events] == list(range(len(events)))
    for event in events:
        held = [event.get("item"), event.get("annotation"), *event.get("response", {}).get("output", ())]
        if not any(":" in each["type"] for each in held if each) and "anthropic:" not in json.dumps(event):
            assert find_event_problems(event) == []
    kinds = [event["type"] for event in events]
    assert kinds[:2] == ["response.created", "response.in_progress"]
    ends = ("response.completed", "response.incomplete", "response.failed")
    assert [kind for kind in kinds if kind in ends] == kinds[-1:]
    final = events[-1]["response"]
    if kinds[-1] != "response.failed":
        for kind in ("added", "done"):
            places = [
                event["output_index"] for event in events if event["type"] == f"response.output_item.{kind}"
            ]
            assert places == list(range(len(final["output"])))
        done = [event["item"] for event in events if event["type"] == "response.output_item.done"]
        assert done == final["output"]
    return check_resource(final)


def get_kinds(events: Sequence[dict[str, Any]]) -> list[str]:
    return [event["type"].removeprefix("response.") for event in events]


def read_recorded(name: str) -> list[Any]:
    """Return the body of a recorded answer, or the data of the events of a recorded stream."""
    text = (RECORDED / name).read_text(encoding="utf-8")
    if name.endswith(".json"):
        return [json.loads(text)]
    return [json.loads(line[6:]) for line in text.splitlines() if line.startswith("data: ")]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
WEB = {"type": "web_search_result_location", "url": "https://a.example", "title": "A", "encrypted_index": "E"}
PAGE = {"type": "page_location", "document_index": 0, "start_page_number": 1, "cited_text": "c"}
INPUTS = st.dictionaries(
    TEXTS, st.none() | st.booleans() | st.integers(-9, 9) | TEXTS | st.lists(TEXTS), max_size=3
)
CALL_IDS = st.integers(0, 99).map(lambda number: f"toolu_{number}")
BLOCKS = st.one_of(
    st.builds(
        lambda text, cited: {"type": "text", "text": text, **cited},
        TEXTS,
        st.sampled_from([{}, {"citations": [WEB]}, {"citations": [PAGE, WEB]}]),
    ),
    st.builds(lambda text, sign: {"type": "thinking", "thinking": text, "signature": sign}, TEXTS, TEXTS),
    st.builds(lambda data: {"type": "redacted_thinking", "data": data}, TEXTS),
    st.builds(
        lambda call_id, given: {"type": "tool_use", "id": call_id, "name": "f", "input": given},
        CALL_IDS,
        INPUTS,
    ),
    st.builds(
        lambda given: {"type": "server_tool_use", "id": "s", "name": "web_search", "input": given}, INPUTS
    ),
    st.just(
        {"type": "web_search_tool_result", "tool_use_id": "s", "content": [{"type": "web_search_result"}]}
    ),
)
REASONS = [
    "end_turn",
    "tool_use",
    "stop_sequence",
    "max_tokens",
    "refusal",
    "pause_turn",
    "model_context_window_exceeded",
]
ANSWERS = st.builds(
    lambda blocks, reason: build_message(*blocks, stop_reason=reason),
    st.lists(BLOCKS, max_size=5),
    st.sampled_from(REASONS),
)
