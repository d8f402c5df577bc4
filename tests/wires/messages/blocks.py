"""Messages and their events for the tests: whole answers in every shape that the API has, cut into events at will."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from any_llm.providers.registry import build_custom_row
from any_llm.wires.messages import MESSAGES
from tests.support.spec_validator import find_event_problems, find_problems

ROW = build_custom_row("acme", "http://localhost/v1")
FIELDS: dict[str, Any] = {
    "model": "claude-sonnet-4-6",
    "input": "Hi",
    "tools": [{"type": "function", "name": "add", "parameters": {"type": "object"}}],
    "reasoning": {"effort": "low"},
    "metadata": {"a": "b"},
}
RECORDED = Path(__file__).parents[1] / "recorded"
USAGE = {"input_tokens": 3, "output_tokens": 4}
WEB_CITATION = {
    "type": "web_search_result_location",
    "url": "http://u",
    "title": "t",
    "encrypted_index": "e",
    "cited_text": "c",
}
PLACE_CITATION = {
    "type": "char_location",
    "cited_text": "c",
    "document_index": 0,
    "document_title": None,
    "start_char_index": 1,
    "end_char_index": 2,
}


def build_text(text: str, *citations: Any) -> dict[str, Any]:
    return {"type": "text", "text": text, "citations": list(citations) or None}


def build_thinking(text: str = "hm", signature: str = "sig") -> dict[str, Any]:
    return {"type": "thinking", "thinking": text, "signature": signature}


def build_use(name: str = "add", given: Any = None, use_id: str = "toolu_1") -> dict[str, Any]:
    return {"type": "tool_use", "id": use_id, "name": name, "input": {"a": 1} if given is None else given}


def build_server_use(given: Any = None) -> dict[str, Any]:
    return {
        "type": "server_tool_use",
        "id": "srvtoolu_1",
        "name": "web_search",
        "input": given or {"query": "q"},
    }


TEXT = {"type": "text", "text": ""}
REDACTED = {"type": "redacted_thinking", "data": "opaque"}
SEARCH_RESULT = {
    "type": "web_search_tool_result",
    "tool_use_id": "srvtoolu_1",
    "content": [{"type": "web_search_result", "url": "http://u", "title": "t", "encrypted_content": "x"}],
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
        "usage": dict(USAGE),
        **more,
    }


def respond(body: Any, fields: Any = FIELDS, now: float = 9.5) -> dict[str, Any]:
    """Translate a whole message, and check the result against the document."""
    response = MESSAGES.build_response(body, fields, ROW, now)
    assert find_problems("ResponseResource", strip(response)) == []
    return response


def reduce(events: Iterable[Any], fields: Any = FIELDS) -> list[dict[str, Any]]:
    reducer = MESSAGES.build_reducer(fields, ROW, lambda: 9.5)
    made = [one for event in events for one in reducer.feed(event.get("type", "message"), event)]
    made += reducer.finish()
    late = {"type": "error", "error": {"message": "late"}}
    assert list(reducer.finish()) == list(reducer.feed("error", late)) == []
    return made


def strip(value: Any) -> Any:
    """Return a value without what is an extension by its prefixed type, which the document allows but cannot describe.

    Items that are extensions must still have id and status. An event about one has null in its place.
    """
    if isinstance(value, list):
        return [strip(inner) for inner in value if not _is_extension(inner)]
    if isinstance(value, dict):
        return {key: None if _is_extension(inner) else strip(inner) for key, inner in value.items()}
    return value


def _is_extension(value: Any) -> bool:
    if not isinstance(value, dict) or not str(value.get("type")).startswith("anthropic:"):
        return False
    assert "block" not in value or (value["id"] and value["status"])
    return True


def check(events: list[dict[str, Any]]) -> dict[str, Any]:
    """Check every event by itself and their order, and return the final response."""
    assert [event["sequence_number"] for event in events] == list(range(len(events)))
    assert [problem for event in events for problem in find_event_problems(strip(event))] == []
    kinds = [event["type"] for event in events]
    assert kinds[:2] == ["response.created", "response.in_progress"]
    ends = ("response.completed", "response.incomplete", "response.failed")
    assert [kind for kind in kinds if kind in ends] == kinds[-1:]
    added = [event for event in events if event["type"] == "response.output_item.added"]
    assert [event["output_index"] for event in added] == list(range(len(added)))
    final = events[-1]["response"]
    assert find_problems("ResponseResource", strip(final)) == []
    if kinds[-1] != "response.failed":
        done = {one["output_index"]: one["item"] for one in events if one["type"].endswith("item.done")}
        assert [done[index] for index in range(len(added))] == final["output"]
        assert [event["item"]["id"] for event in added] == [item["id"] for item in final["output"]]
    return final


def get_kinds(events: Sequence[dict[str, Any]]) -> list[str]:
    return [event["type"].removeprefix("response.") for event in events]


def get_types(final: Any) -> list[str]:
    return [item["type"] for item in final["output"]]


def read_recorded(name: str) -> list[Any]:
    """Return the body of a recorded answer, or the data of the frames of a recorded stream."""
    text = (RECORDED / name).read_text(encoding="utf-8")
    if name.endswith(".json"):
        return [json.loads(text)]
    return [
        json.loads(line.removeprefix("data: ")) for line in text.splitlines() if line.startswith("data: ")
    ]


def start(index: int, block: Any) -> dict[str, Any]:
    return {"type": "content_block_start", "index": index, "content_block": block}


def piece(index: int, kind: str, **data: Any) -> dict[str, Any]:
    return {"type": "content_block_delta", "index": index, "delta": {"type": kind, **data}}


def stop(index: int) -> dict[str, Any]:
    return {"type": "content_block_stop", "index": index}


def begin(**more: Any) -> dict[str, Any]:
    return {"type": "message_start", "message": build_message(stop_reason=None, **more)}


def end(stop_reason: Any = "end_turn", **usage: Any) -> list[dict[str, Any]]:
    delta = {"stop_reason": stop_reason, "stop_sequence": None}
    return [
        {"type": "message_delta", "delta": delta, "usage": {"output_tokens": 4, **usage}},
        {"type": "message_stop"},
    ]


def cut(text: str, places: Sequence[int]) -> list[str]:
    edges = [0, *sorted({place % (len(text) + 1) for place in places}), len(text)]
    return [text[left:right] for left, right in pairwise(edges)]


def cut_block(index: int, block: dict[str, Any], places: Sequence[int]) -> list[dict[str, Any]]:
    """Return the events of one block as the API sends them: an empty beginning, pieces, the end."""
    match block["type"]:
        case "text":
            deltas = [piece(index, "text_delta", text=part) for part in cut(block["text"], places)]
            deltas += [piece(index, "citations_delta", citation=one) for one in block["citations"] or ()]
            empty = {"text": "", "citations": [] if block["citations"] else None}
        case "thinking":
            deltas = [
                piece(index, "thinking_delta", thinking=part) for part in cut(block["thinking"], places)
            ]
            deltas += [piece(index, "signature_delta", signature=block["signature"])]
            empty = {"thinking": "", "signature": ""}
        case "tool_use" | "server_tool_use":
            text = json.dumps(block["input"], ensure_ascii=False, separators=(",", ":"))
            pieces = ["", *cut(text, places)] if block["input"] else []
            deltas = [piece(index, "input_json_delta", partial_json=part) for part in pieces]
            empty = {"input": {}}
        case _:
            deltas, empty = [], {}
    return [start(index, {**block, **empty}), *deltas, stop(index)]


def cut_message(body: dict[str, Any], places: Sequence[int] = (), pings: Sequence[int] = ()) -> list[Any]:
    """Return a message as events, with a ping at some places."""
    usage = {**body["usage"], "output_tokens": 1}
    head = {**body, "content": [], "stop_reason": None, "stop_sequence": None, "usage": usage}
    events: list[Any] = [{"type": "message_start", "message": head}]
    for index, block in enumerate(body["content"]):
        events += cut_block(index, block, places)
    for place in pings:
        events.insert(1 + place % len(events), {"type": "ping"})
    delta = {key: body.get(key) for key in ("stop_reason", "stop_sequence", "stop_details")}
    last = {"output_tokens": body["usage"]["output_tokens"]}
    return [*events, {"type": "message_delta", "delta": delta, "usage": last}, {"type": "message_stop"}]


TEXTS = st.one_of(st.text(max_size=12), st.sampled_from(["", " \n", "é😀", '"\\']))
INPUTS = st.dictionaries(
    st.sampled_from(["a", "é", '"']),
    st.recursive(st.none() | st.integers() | st.text(max_size=4), lambda inner: st.lists(inner, max_size=2)),
    max_size=2,
)
BLOCKS = st.one_of(
    st.builds(build_text, TEXTS),
    st.builds(build_text, TEXTS, st.sampled_from([WEB_CITATION, PLACE_CITATION])),
    st.builds(build_thinking, TEXTS, st.sampled_from(["", "sig"])),
    st.just(REDACTED),
    st.builds(build_use, st.sampled_from(["add", "sub"]), INPUTS, st.sampled_from(["toolu_1", "toolu_2"])),
    st.builds(build_server_use, INPUTS),
    st.just(SEARCH_RESULT),
    st.just({"type": "mcp_tool_result", "tool_use_id": "m", "is_error": False, "content": []}),
)
REASONS = ("end_turn", "stop_sequence", "tool_use", "max_tokens", "refusal", "pause_turn", None)
MESSAGE_BODIES = st.builds(
    lambda content, reason, cached: build_message(
        *content, stop_reason=reason, usage={**USAGE, "cache_read_input_tokens": cached}
    ),
    st.lists(BLOCKS, max_size=5),
    st.sampled_from([*REASONS, "model_context_window_exceeded"]),
    st.sampled_from([None, 0, 7]),
)
PLACES = st.lists(st.integers(0, 40), max_size=8)
