"""The features of an endpoint that a bare request shows: what a client of this library would never send."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from any_llm._core.json_values import is_object
from any_llm._core.messages import HttpFailure, HttpReply
from any_llm.checking.probe import Probe
from any_llm.checking.report import Finding, Problem

QUESTION = "Say hello in one word."
BAD_VALUES: Mapping[str, Mapping[str, Any]] = {
    "a model that there is not": {"model": "no-such-model-4711"},
    "temperature 'hot'": {"temperature": "hot"},
}


def check_compact(probe: Probe) -> Finding:
    """`POST /responses/compact` answers with compacted items."""
    reply = probe.post({"model": probe.model, "input": QUESTION}, "/responses/compact")
    return _judge_reply("compact", reply, is_good=lambda status, body: status == 200 and "output" in body)


def check_websocket(probe: Probe) -> Finding:
    """The endpoint takes the handshake of a WebSocket."""
    return _judge_reply("websocket", probe.upgrade("/responses"), is_good=lambda status, _: status == 101)


def check_errors(probe: Probe) -> Finding:
    """A model that there is not and a value of the wrong type are refused, with an error that says why."""
    if probe.wire == "responses":
        good: dict[str, Any] = {"model": probe.model, "input": QUESTION, "max_output_tokens": 200}
    else:
        messages = [{"role": "user", "content": QUESTION}]
        good = {"model": probe.model, "messages": messages, "max_tokens": 200}
    replies = {what: probe.post({**good, **bad}) for what, bad in BAD_VALUES.items()}
    statuses = {what: getattr(reply, "status", None) for what, reply in replies.items()}
    problems = [problem for what, reply in replies.items() for problem in _judge_error(what, reply)]
    seen = "; ".join(f"{what}: {_name_reply(reply)}" for what, reply in replies.items())
    is_taken = any(status is not None and status < 400 for status in statuses.values())
    is_silent = None in statuses.values()
    return Finding("errors", "ignored" if is_taken else "no" if is_silent else "yes", seen, problems)


def _judge_error(what: str, reply: HttpReply | HttpFailure) -> Iterator[Problem]:
    if isinstance(reply, HttpFailure) or reply.status < 400:
        return
    if reply.status >= 500:
        yield Problem("status", f"expected one from 400 to 499 for {what}, got {reply.status}")
    error = read_object(reply.body).get("error")
    for name in ("message", "type"):
        if not is_object(error) or not isinstance(error.get(name), str):
            yield Problem(f"error.{name}", f"expected a string in the error for {what}")


def _name_reply(reply: HttpReply | HttpFailure) -> str:
    return f"no reply ({reply.kind.value})" if isinstance(reply, HttpFailure) else str(reply.status)


def _judge_reply(
    feature: str, reply: HttpReply | HttpFailure, is_good: Callable[[int, Mapping[str, Any]], bool]
) -> Finding:
    is_there = isinstance(reply, HttpReply) and is_good(reply.status, read_object(reply.body))
    detail = _name_reply(reply)
    return Finding(feature, "yes" if is_there else "no", f"status {detail}" if detail.isdigit() else detail)


def read_object(body: bytes) -> Mapping[str, Any]:
    """Return the JSON object of a body; anything else has no fields."""
    try:
        value = json.loads(body or b"{}")
    except ValueError:
        return {}
    return value if is_object(value) else {}
