"""A Chat message, or a piece of one, read without trusting it: what has no counterpart is kept apart."""

from __future__ import annotations

import json
from typing import Any

from any_llm._core.json_values import is_array, is_object
from any_llm.wires.values import read_count, read_number, read_object, read_objects, read_text
from any_llm.wires.wire import JSONObject

CALL_KEYS = ("index", "id", "type", "function", "custom")
MESSAGE_KEYS = ("role", "content", "refusal", "tool_calls", "function_call", "annotations", "audio", "images")
CHOICE_KEYS = ("index", "delta", "message", "finish_reason", "logprobs", "usage", "error")


def read_reasoning(delta: JSONObject) -> tuple[str, list[JSONObject]]:
    """Return what the model thought and the provider's details; the text is in one of three places, or in several."""
    details = read_objects(delta.get("reasoning_details"))
    text = read_text(delta.get("reasoning_content")) or read_text(delta.get("reasoning"))
    told = [read_text(detail.get("text")) or read_text(detail.get("summary")) for detail in details]
    return text or "".join(told), details


def read_content(content: Any) -> tuple[str, str, list[JSONObject]]:
    """Return text, reasoning and other parts of a content; Mistral sends parts of type `thinking`."""
    if not is_array(content):
        return read_text(content), "", []
    texts: list[str] = []
    thoughts: list[str] = []
    parts: list[JSONObject] = []
    for part in read_objects(content):
        if part.get("type") in ("text", "output_text"):
            texts.append(read_text(part.get("text")))
        elif part.get("type") == "thinking":
            inner = part.get("thinking")
            thoughts += [read_text(inner), *(read_text(piece.get("text")) for piece in read_objects(inner))]
        else:
            parts.append(part)
    return "".join(texts), "".join(thoughts), parts


def read_annotations(value: Any) -> tuple[list[JSONObject], JSONObject]:
    """Return the URL citations, and annotations of other kinds as a field of their own."""
    citations: list[JSONObject] = []
    others: list[JSONObject] = []
    for annotation in read_objects(value):
        cited = annotation.get("url_citation", annotation)
        if annotation.get("type") != "url_citation" or not is_object(cited):
            others.append(annotation)
            continue
        citations.append(
            {
                **{key: inner for key, inner in cited.items() if inner is not None},
                "type": "url_citation",
                "url": read_text(cited.get("url")),
                "title": read_text(cited.get("title")),
                "start_index": read_count(cited.get("start_index")),
                "end_index": read_count(cited.get("end_index")),
            }
        )
    return citations, ({"annotations": others} if others else {})


def read_message_rest(delta: JSONObject) -> JSONObject:
    """Return the fields of a message that no document lists, and that say something."""
    rest = _pick(delta, MESSAGE_KEYS)
    return {name: value for name, value in rest.items() if not name.startswith("reasoning")}


def read_choice_rest(choice: JSONObject) -> JSONObject:
    """Return the fields of a choice that no document lists, and that say something."""
    return _pick(choice, CHOICE_KEYS)


def _pick(value: JSONObject, known: tuple[str, ...]) -> JSONObject:
    return {
        name: inner for name, inner in value.items() if name not in known and inner not in (None, "", [], {})
    }


def read_logprobs(value: Any) -> list[JSONObject]:
    """Return the log probabilities of the tokens of the text; entries without a number are left out."""
    made: list[JSONObject] = []
    for entry in read_objects(read_object(value).get("content")):
        if (built := _read_logprob(entry)) is not None:
            top = [_read_logprob(other) for other in read_objects(entry.get("top_logprobs"))]
            made.append({**built, "top_logprobs": [other for other in top if other is not None]})
    return made


def _read_logprob(entry: JSONObject) -> JSONObject | None:
    logprob, octets = read_number(entry.get("logprob")), entry.get("bytes")
    if logprob is None:
        return None
    return {
        "token": read_text(entry.get("token")),
        "logprob": logprob,
        "bytes": [read_count(octet) for octet in octets] if is_array(octets) else [],
    }


def read_calls(delta: JSONObject) -> list[JSONObject]:
    """Return the pieces of calls: `index` and `id` where given, `name`, `arguments` as text, `rest` as it came."""
    calls = read_objects(delta.get("tool_calls"))
    legacy = delta.get("function_call")
    if is_object(legacy) and not calls:
        calls = [{"index": 0, "function": legacy}]
    return [_read_call(call) for call in calls]


def _read_call(call: JSONObject) -> JSONObject:
    is_custom = call.get("type") == "custom" or (is_object(call.get("custom")) and "function" not in call)
    inner = read_object(call.get("custom" if is_custom else "function"))
    index = call.get("index")
    return {
        "index": index if isinstance(index, int) else None,
        "id": read_text(call.get("id")),
        "name": read_text(inner.get("name")),
        "arguments": _write_arguments(inner.get("input" if is_custom else "arguments")),
        "is_custom": is_custom,
        "rest": {key: value for key, value in call.items() if key not in CALL_KEYS and value is not None},
    }


def _write_arguments(arguments: Any) -> str:
    """Return arguments as text: some servers send the object itself, or null."""
    if isinstance(arguments, str) or arguments is None:
        return arguments or ""
    return json.dumps(arguments, ensure_ascii=False, separators=(",", ":"))
