"""The features of an endpoint, one function each: a probe in, what was seen out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from any_llm._core.decode import decode_value
from any_llm._core.json_values import is_object
from any_llm.checking.bare import check_compact, check_errors, check_websocket, read_object
from any_llm.checking.order import check_order
from any_llm.checking.probe import Probe
from any_llm.checking.report import Finding, Problem
from openresponses_types import ResponseResource
from openresponses_types.base import Deviation

GREETING = "Say hello in one word."
WEATHER: Mapping[str, Any] = {
    "type": "function",
    "name": "get_weather",
    "description": "Tells the weather of a city.",
    "parameters": {
        "type": "object",
        "properties": {"city": {"type": "string"}},
        "required": ["city"],
        "additionalProperties": False,
    },
    "strict": True,
}
TIME: Mapping[str, Any] = {**WEATHER, "name": "get_time", "description": "Tells the time in a city."}
PERSON: Mapping[str, Any] = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "age": {"type": "integer"}},
    "required": ["name", "age"],
    "additionalProperties": False,
}
RED_POINT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"
"""A picture of one point, PNG in base64."""

SMALLEST_LIMIT = 16
"""The smallest `max_output_tokens` that the document allows."""

ROOM = 200
"""Tokens for an answer whose length does not matter."""


def check_basic(probe: Probe) -> Finding:
    """A call that is answered with text."""
    response = probe.ask(GREETING, max_output_tokens=ROOM)
    problems = _list_problems(response.deviations)
    text = response.output_text.strip()
    if not text:
        return Finding("basic", "no", f"status {response.status}, and no text", problems)
    return Finding("basic", "yes", _quote(text), problems)


def check_stream(probe: Probe) -> Iterable[Finding]:
    """A stream that is typed and ends well; on the Responses wire also its order."""
    events, response, deviations = probe.stream(GREETING, max_output_tokens=ROOM)
    count = sum(str(event.get("type")).endswith(".delta") for event in events)
    found = f"{len(events)} events, {count} of them deltas; {_quote(response.output_text.strip())}"
    problems = [one for one in _list_problems(deviations) if not one.path.startswith("response.")]
    problems += _list_problems(_find_deviations(events))
    yield Finding("stream", "yes" if count else "no", found, problems)
    if probe.wire != "responses":
        yield Finding(
            "event order", "not on this wire", "the events are made here, from those of another protocol"
        )
        return
    problems = check_order(events)
    yield Finding("event order", "no" if problems else "yes", "" if problems else "as prescribed", problems)


def check_limits(probe: Probe) -> Finding:
    """`max_output_tokens` ends an answer, and the response says so."""
    response = probe.ask("Count from 1 to 200.", max_output_tokens=SMALLEST_LIMIT)
    used = getattr(response.usage, "output_tokens", None)
    reason = getattr(response.incomplete_details, "reason", None)
    seen = (
        f"asked for at most {SMALLEST_LIMIT} tokens, used {used}, status {response.status}, reason {reason}"
    )
    if response.status == "incomplete" and reason == "max_output_tokens":
        return Finding("limits", "yes", seen)
    if isinstance(used, int) and used > SMALLEST_LIMIT:
        return Finding("limits", "ignored", seen)
    if used == SMALLEST_LIMIT:
        return Finding(
            "limits", "yes", seen, [Problem("status", "expected incomplete, for the limit was reached")]
        )
    return Finding("limits", "unclear", f"{seen}: the answer may have been shorter")


def check_tools(probe: Probe) -> Finding:
    """A function that must be called is called, with arguments that fit."""
    response = probe.ask(
        "What is the weather in Paris?", tools=[WEATHER], tool_choice="required", max_output_tokens=ROOM
    )
    problems = _list_problems(response.deviations)
    if not response.function_calls:
        return Finding(
            "tools", "ignored", f"no call, though one was required; {_quote(response.output_text)}", problems
        )
    call = response.function_calls[0]
    fits = _fits(call.arguments, WEATHER["parameters"])
    return Finding("tools", "yes" if fits else "unclear", f"{call.name}({_quote(call.arguments)})", problems)


def check_tool_choice(probe: Probe) -> Finding:
    """`none` keeps the model from calling, a name makes it call that function."""
    asked = {"tools": [WEATHER, TIME], "max_output_tokens": ROOM}
    question = "What is the weather in Paris?"
    kept = probe.ask(question, tool_choice="none", **asked).function_calls
    named = probe.ask(question, tool_choice={"type": "function", "name": "get_time"}, **asked).function_calls
    names = [call.name for call in named]
    seen = f"none: {len(kept)} calls; get_time: {', '.join(names) or 'no call'}"
    return Finding("tool choice", "yes" if not kept and set(names) == {"get_time"} else "ignored", seen)


def check_tool_output(probe: Probe) -> Finding:
    """A call and its output go back, and an answer comes."""
    call = {
        "type": "function_call",
        "call_id": "call_1",
        "name": "get_weather",
        "arguments": '{"city": "Paris"}',
    }
    output = {"type": "function_call_output", "call_id": "call_1", "output": "18 degrees, sunny"}
    items = [{"role": "user", "content": "What is the weather in Paris?"}, call, output]
    response = probe.ask(items, tools=[WEATHER], max_output_tokens=ROOM)
    text = response.output_text.strip()
    return Finding(
        "tool output", "yes" if text else "unclear", _quote(text), _list_problems(response.deviations)
    )


def check_schema(probe: Probe) -> Finding:
    """A strict JSON Schema is followed."""
    form = {"type": "json_schema", "name": "person", "schema": PERSON, "strict": True}
    question = "Ada is 36 years old. Who is it?"
    response = probe.ask(question, text={"format": form}, max_output_tokens=ROOM)
    problems = _list_problems(response.deviations)
    followed = _fits(response.output_text, PERSON)
    return Finding("schema", "yes" if followed else "ignored", _quote(response.output_text), problems)


def check_images(probe: Probe) -> Finding:
    """A picture is taken."""
    parts = [
        {"type": "input_text", "text": "What colour is it?"},
        {"type": "input_image", "image_url": f"data:image/png;base64,{RED_POINT}", "detail": "auto"},
    ]
    response = probe.ask([{"role": "user", "content": parts}], max_output_tokens=ROOM)
    return Finding("images", "yes", _quote(response.output_text.strip()), _list_problems(response.deviations))


def check_state(probe: Probe) -> Finding:
    """`previous_response_id` goes on with a response that was kept; its tokens tell whether it was."""
    first = probe.ask("Remember the number 4711. " * 5, store=True, max_output_tokens=SMALLEST_LIMIT)
    second = probe.ask("Which number?", previous_response_id=first.id, max_output_tokens=SMALLEST_LIMIT)
    before, after = (getattr(one.usage, "input_tokens", None) for one in (first, second))
    seen = f"input of {before} tokens, then of {after} with the id of the first response"
    if not isinstance(before, int) or not isinstance(after, int):
        return Finding("state", "unclear", "the usage does not say what was read")
    return Finding("state", "yes" if after > before else "ignored", seen)


def _fits(text: str, schema: Mapping[str, Any]) -> bool:
    """Say whether a text is an object with the keys of a schema and values of their types."""
    value = read_object(text.encode())
    kinds = {"string": str, "integer": int}
    properties: Mapping[str, Any] = schema["properties"]
    return value.keys() == properties.keys() and all(
        isinstance(value[name], kinds[properties[name]["type"]]) for name in properties
    )


def _find_deviations(events: Iterable[Mapping[str, Any]]) -> Iterator[Deviation]:
    """Yield those of the responses inside events from the document; the classes of events demand what OpenAI's adds."""
    for event in events:
        if is_object(event.get("response")):
            _, found = decode_value(ResponseResource, event["response"])
            yield from (replace(one, path=f"response.{one.path}") for one in found)


def _list_problems(deviations: Iterable[Deviation]) -> list[Problem]:
    return [Problem(one.path, _describe(one)) for one in deviations]


def _describe(deviation: Deviation) -> str:
    if deviation.kind == "missing":
        return "missing"
    return f"expected {deviation.expected}, got {deviation.got}"


def _quote(text: str) -> str:
    short = " ".join(text.split())
    return repr(short if len(short) <= 60 else short[:57] + "...")


NATIVE = ("state", "compact", "websocket")
"""Features of the Responses API alone."""

FEATURES: Mapping[str, Callable[[Probe], Finding | Iterable[Finding]]] = {
    "basic": check_basic,
    "stream": check_stream,
    "limits": check_limits,
    "tools": check_tools,
    "tool choice": check_tool_choice,
    "tool output": check_tool_output,
    "schema": check_schema,
    "images": check_images,
    "state": check_state,
    "compact": check_compact,
    "websocket": check_websocket,
    "errors": check_errors,
}
"""The features in the order of the report; `stream` gives `event order` as well."""
