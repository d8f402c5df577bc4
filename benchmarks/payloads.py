"""Replies to replay: a size in, the JSON of a response out. The same bytes every time.

Every reply is valid in `spec/openresponses.yaml`.
"""

from __future__ import annotations

import json
from itertools import count, cycle, islice
from typing import Any

MODEL = "gpt-5"
CREATED = 1_760_000_000
TEXT = """The| spec|ification| names| every| event|,| and| a| client| reads| them| in| order|.| Grüße| aus| Köln|:|\
 東京| "quoted"|\n\n| 42| —| 🙂"""
PIECES = tuple(TEXT.split("|"))


def build_response(output: list[dict[str, Any]], status: str = "completed") -> dict[str, Any]:
    """Return a response object with all fields that the document requires."""
    is_done = status == "completed"
    return {
        "id": "resp_0a1b2c3d4e5f60718293a4b5c6d7e8f9",
        "object": "response",
        "created_at": CREATED,
        "status": status,
        "completed_at": CREATED + 9 if is_done else None,
        "background": False,
        "error": None,
        "incomplete_details": None,
        "instructions": None,
        "max_output_tokens": None,
        "max_tool_calls": None,
        "model": MODEL,
        "output": output,
        "parallel_tool_calls": True,
        "presence_penalty": 0.0,
        "frequency_penalty": 0.0,
        "previous_response_id": None,
        "prompt_cache_key": None,
        "reasoning": {"effort": "medium", "summary": None},
        "safety_identifier": None,
        "service_tier": "default",
        "store": True,
        "temperature": 1.0,
        "text": {"format": {"type": "text"}, "verbosity": "medium"},
        "tool_choice": "auto",
        "tools": [],
        "top_logprobs": 0,
        "top_p": 1.0,
        "truncation": "disabled",
        "metadata": {},
        "usage": build_usage() if is_done else None,
    }


def build_usage() -> dict[str, Any]:
    """Return the token counts of a response."""
    return {
        "input_tokens": 36,
        "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0},
        "output_tokens": 87,
        "output_tokens_details": {"reasoning_tokens": 12},
        "total_tokens": 123,
    }


def build_message(number: int, text: str, annotations: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """Return an output message with one text."""
    part = {"type": "output_text", "text": text, "annotations": annotations or [], "logprobs": []}
    return {
        "id": f"msg_{number:032x}",
        "type": "message",
        "status": "completed",
        "role": "assistant",
        "content": [part],
    }


def build_call(number: int, arguments: str) -> dict[str, Any]:
    """Return a call of a function."""
    return {
        "id": f"fc_{number:032x}",
        "type": "function_call",
        "status": "completed",
        "name": "get_weather",
        "call_id": f"call_{number:024x}",
        "arguments": arguments,
    }


def build_reasoning(number: int, summary: str) -> dict[str, Any]:
    """Return a reasoning item with one summary."""
    return {
        "id": f"rs_{number:032x}",
        "type": "reasoning",
        "summary": [{"type": "summary_text", "text": summary}],
    }


def build_small() -> bytes:
    """Return a reply of about 1 KB with one message."""
    return dump(build_response([build_message(1, "The capital of France is Paris.")]))


def build_large(size: int = 1_000_000) -> bytes:
    """Return a reply of about `size` bytes that has items of every kind the document knows for an output."""
    kinds = cycle((_build_cited, _build_long, _build_thought, _build_long, _build_searched, _build_found))
    output: list[dict[str, Any]] = []
    total = 0
    for number in count(1):
        output.append(next(kinds)(number))
        total += len(dump(output[-1])) + 1
        if total >= size:
            break
    return dump(build_response(output))


def dump(value: Any) -> bytes:
    """Return compact JSON, not escaped, as servers send it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def make_text(pieces: int, start: int = 0) -> str:
    """Return a text put together from that many pieces."""
    return "".join(make_pieces(pieces, start))


def make_pieces(pieces: int, start: int = 0) -> list[str]:
    """Return that many deltas, in the order in which a text has them."""
    return list(islice(cycle(PIECES), start, start + pieces))


def _build_cited(number: int) -> dict[str, Any]:
    citations = [
        {
            "type": "url_citation",
            "url": f"https://example.org/articles/{number}/{place}?utm_source=model",
            "title": f"Article {place} of {number}",
            "start_index": place * 40,
            "end_index": place * 40 + 32,
        }
        for place in range(6)
    ]
    return build_message(number, make_text(260, number), citations)


def _build_long(number: int) -> dict[str, Any]:
    return build_message(number, make_text(600, number))


def _build_thought(number: int) -> dict[str, Any]:
    return {
        **build_reasoning(number, make_text(80, number)),
        "content": [{"type": "reasoning_text", "text": make_text(120, number)}],
        "encrypted_content": "gAAAAABo" + "Zm9yYmlkZGVu" * 90,
    }


def _build_searched(number: int) -> dict[str, Any]:
    return build_call(number, json.dumps({"queries": [make_text(12, place) for place in range(8)]}))


def _build_found(number: int) -> dict[str, Any]:
    return {
        "id": f"fco_{number:031x}",
        "type": "function_call_output",
        "status": "completed",
        "call_id": f"call_{number - 1:024x}",
        "output": json.dumps({"found": make_text(300, number)}),
    }
