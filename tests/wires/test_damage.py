"""Whole calls on both translated wires, every value of a good answer spoilt in turn: a valid response or an error of ours.

What must never come out is another exception, a response that does not fit the document, or nothing at all.
"""

from __future__ import annotations

import copy
import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import any_llm
from any_llm import exceptions
from any_llm._core.decode import dump_value
from openresponses_types import ResponseResource
from tests.support.spec_validator import find_problems
from tests.support.wire_server import Reply, WireServer, sse
from tests.wires.chat import test_result as chat
from tests.wires.chat import test_stream as chunks
from tests.wires.chat.completions import cut_completion
from tests.wires.messages import test_response as messages
from tests.wires.messages.blocks import cut_message, strip

WRONG: tuple[Any, ...] = (
    None,
    0,
    -1,
    "x",
    "",
    [],
    {},
    True,
    [None],
    10**30,
    1e300,
    "é" * 5000,
    [[]],
    {"type": {}},
)
WHOLE = {"chat": chat.FULL, "messages": messages.FULL}
CUT: dict[str, list[Any]] = {
    "chat": cut_completion(chunks.WHOLE, [3]),
    "messages": cut_message(messages.FULL, [3]),
}
ERRORS: list[Any] = [
    {"error": {"message": "busy", "code": 503}},
    {"type": "error", "error": {"type": "overloaded_error", "message": "busy"}},
    {"error": "busy"},
    {"detail": "busy"},
    {"object": "error", "message": "busy", "code": 40303},
    {"error": None},
    {"error": []},
]


def find_paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value inside a value."""
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield (*path, key)
        yield from find_paths(value[key], (*path, key))


def spoil_values(whole: Any, times: int) -> Iterator[Any]:
    """Yield the value with each inner one gone, and with each replaced by some that are wrong; as many as asked for."""
    for number, path in enumerate(find_paths(whole)):
        for step in range(times):
            spoilt = copy.deepcopy(whole)
            inner = spoilt
            for key in path[:-1]:
                inner = inner[key]
            if step:
                inner[path[-1]] = WRONG[(3 * number + 5 * step) % len(WRONG)]
            else:
                del inner[path[-1]]
            yield spoilt


def spoil_bytes(data: bytes) -> Iterator[bytes]:
    """Yield bytes that are cut, are no JSON or no UTF-8, or hold what JSON allows and few expect."""
    yield from (data[: len(data) * part // 16] for part in range(16))
    for part in (5, 9, 13):
        place = len(data) * part // 16
        for noise in (b"\xff\xfe", b"\x00", b'"', b"}", b"\xed\xa0\x80", b"\n\n", b"NaN"):
            yield data[:place] + noise + data[place:]
    text = next(word for word in (b'"hm"', b'"So. "', b'"Paris."') if word in data)
    for word in (
        b'"\\ud800"',
        b'"\\u0000"',
        b"NaN",
        b"Infinity",
        b"-1e999",
        b"9" * 5000,
        b"[" * 5000,
        b"tru",
    ):
        yield data.replace(text, word)
    yield from (
        b"",
        b" ",
        b"null",
        b"[]",
        b'"x"',
        b"{}",
        b"<html><body>Sign in</body></html>",
        b"\xef\xbb\xbf" + data,
    )
    yield data.decode().encode("utf-16")


def build_stream(wire: str, events: Any) -> bytes:
    listed = [event for event in events if isinstance(event, dict)] if isinstance(events, list) else []
    if wire == "chat":
        return (
            b"".join(b"data: %s\n\n" % json.dumps(event).encode() for event in events) + b"data: [DONE]\n\n"
        )
    return sse(*({**event, "type": str(event.get("type"))} for event in listed))


def build_replies(wire: str, *, is_stream: bool) -> Iterator[Reply]:
    kind = "text/event-stream" if is_stream else "application/json"
    if is_stream:
        good = build_stream(wire, CUT[wire])
        bodies = (build_stream(wire, events) for events in spoil_values(CUT[wire], 2))
        errors = (build_stream(wire, [*CUT[wire][:place], error]) for error in ERRORS for place in (0, 1, 5))
    else:
        good = json.dumps(WHOLE[wire]).encode()
        bodies = (json.dumps(body).encode() for body in spoil_values(WHOLE[wire], 5))
        errors = (json.dumps(error).encode() for error in ERRORS)
    yield Reply(200, good, kind)
    yield from (Reply(200, body, kind) for body in (*bodies, *errors, *spoil_bytes(good)))
    yield Reply(200, good, "text/html")
    yield Reply(200, good[:90], kind, cut=True)


def call(client: Any, wire: str, *, is_stream: bool) -> Any:
    options: dict[str, Any] = {"wire": wire, "max_retries": 0, "timeout": 5, "reasoning": {"effort": "low"}}
    if not is_stream:
        return client.responses("m", "Hi", **options)
    with client.responses("m", "Hi", stream=True, **options) as stream:
        return stream.get_final_response()


def describe(act: Callable[[], Any]) -> str:
    """Return the status of the response, or the name of the error; anything else gets out."""
    try:
        response = act()
    except exceptions.AnyLLMError as error:
        return type(error).__name__
    assert type(response) is ResponseResource
    assert find_problems("ResponseResource", strip(dump_value(response))) == []
    assert [one for one in response.deviations if one.kind != "not_json"] == []
    return response.status


@pytest.mark.parametrize("is_stream", [False, True], ids=["call", "stream"])
@pytest.mark.parametrize("wire", ["chat", "messages"])
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_every_damage_has_one_of_the_documented_ends(server: WireServer, wire: str, is_stream: bool) -> None:
    ends: Counter[str] = Counter()
    with any_llm.AnyLLM.create("llamacpp", api_key="k", api_base=server.url) as client:
        for reply in build_replies(wire, is_stream=is_stream):
            server.script(reply)
            try:
                ends[describe(lambda: call(client, wire, is_stream=is_stream))] += 1
            except BaseException as error:
                error.add_note(f"the server sent {reply.body!r}")
                raise
    server.wait_closed()
    assert ends["completed"] > 20
    assert ends.total() > 300
    assert "APITimeoutError" not in ends
