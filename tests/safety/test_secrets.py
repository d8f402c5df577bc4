"""A key stays secret: whatever way it is given and whatever goes wrong, no text, log, pickle or variable shows it."""

from __future__ import annotations

import asyncio
import base64
import json
import warnings
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, quote_plus

import pytest

import any_llm
from any_llm import exceptions
from tests.safety.leaks import (
    SENTINEL,
    LogTrap,
    list_error_views,
    list_frame_views,
    list_leaks,
    list_views,
)
from tests.support.wire_server import Reply, WireServer, json_reply, read_recorded, sse

PUBLIC = {"responses", "aresponses"}
"""The functions whose arguments a caller wrote; their variables are the caller's own."""
PASSED_ON = {"parameters", "chunk", "data", "body", "response", "error_body", "frames", "frame", "event"}
"""Variables that hold what the caller gave, as it was given, or what the server sent, as it came."""

Given = Callable[[str, pytest.MonkeyPatch], dict[str, Any]]


def give_environment(_: str, patch: pytest.MonkeyPatch) -> dict[str, Any]:
    patch.setenv("OPENAI_API_KEY", SENTINEL)
    return {}


def give_userinfo(url: str, _: pytest.MonkeyPatch) -> dict[str, Any]:
    return {"api_base": url.replace("://", f"://me:{quote(SENTINEL, safe='')}@"), "api_key": "k"}


def give_query(url: str, _: pytest.MonkeyPatch) -> dict[str, Any]:
    return {"api_base": f"{url}?api-version=7&api-key={quote(SENTINEL, safe='')}", "api_key": "k"}


def give_proxy(url: str, _: pytest.MonkeyPatch) -> dict[str, Any]:
    proxy = url.removesuffix("/v1").replace("://", f"://me:{quote(SENTINEL, safe='')}@")
    return {"client_args": {"proxy": proxy}, "api_base": "http://127.0.0.1:9/v1", "api_key": "k"}


WAYS: dict[str, Given] = {
    "argument": lambda _, __: {"api_key": SENTINEL},
    "callable": lambda _, __: {"api_key": lambda: SENTINEL},
    "environment": give_environment,
    "extra_headers": lambda _, __: {"api_key": "k", "extra_headers": {"Authorization": f"Bearer {SENTINEL}"}},
    "client_args": lambda _, __: {"api_key": "k", "client_args": {"headers": {"X-Api-Key": SENTINEL}}},
    "extra_query": lambda _, __: {"api_key": "k", "extra_query": {"key": SENTINEL}},
    "query of api_base": give_query,
    "userinfo of api_base": give_userinfo,
    "userinfo of proxy": give_proxy,
}
ECHOES = {
    "plain": SENTINEL,
    "cut": SENTINEL[:20] + "...",
    "upper": SENTINEL.upper(),
    "swapped": SENTINEL.swapcase(),
    "percent": quote(SENTINEL, safe=""),
    "base64": base64.b64encode(f"me:{SENTINEL}".encode()).decode(),
    "form": quote_plus(SENTINEL),
}


def error_reply(status: int, echo: str) -> Reply:
    message = f"Incorrect API key provided: {echo}. You can find your API key at https://example.com."
    body = {"error": {"message": message, "type": echo, "code": echo, "param": echo}}
    return Reply(status, json.dumps(body).encode())


def event_stream(*chunks: bytes | float, cut: bool = False) -> Reply:
    return Reply(200, chunks, "text/event-stream", cut=cut)


CREATED = {"type": "response.created", "response": {"id": "r", "object": "response", "output": []}}
ECHO = f"bad key {SENTINEL}"
FAILED = {
    "type": "response.failed",
    "response": {"id": "r", "status": "failed", "error": {"code": SENTINEL, "message": ECHO}},
}
WRONG = {"type": "error", "message": ECHO, "code": SENTINEL, "param": SENTINEL}

# name: (reply, options, whether the caller asked for a stream)
OUTCOMES: dict[str, tuple[Reply, dict[str, Any]]] = {
    "success": (json_reply("text.json"), {}),
    **{f"status {code}": (error_reply(code, SENTINEL), {}) for code in (400, 401, 403, 404, 429, 500, 503)},
    "plain text": (Reply(401, f"key {SENTINEL}".encode(), "text/plain"), {}),
    "html": (Reply(403, f"<html><title>{SENTINEL}</title>{SENTINEL}".encode(), "text/html"), {}),
    "no JSON": (Reply(200, f"key {SENTINEL}".encode(), "text/plain"), {}),
    "error with status 200": (Reply(200, json.dumps({"error": {"message": ECHO}}).encode()), {}),
    "redirect": (Reply(307, b"", headers={"location": "http://127.0.0.1:9/elsewhere"}), {}),
    "hang up": (Reply(hang_up=True), {}),
    "timeout": (Reply(200, (0.5, b"{}")), {"timeout": 0.05}),
    "stream": (event_stream(read_recorded("text.sse")), {"stream": True}),
    "stream cut": (event_stream(sse(CREATED), cut=True), {"stream": True}),
    "stream malformed": (
        event_stream(f"event: response.created\ndata: {{{SENTINEL}\n\n".encode()),
        {"stream": True},
    ),
    "stream malformed, strict": (
        event_stream(f"event: response.created\ndata: {{{SENTINEL}\n\n".encode()),
        {"stream": True, "strict": True},
    ),
    "stream failed": (event_stream(sse(CREATED, FAILED)), {"stream": True}),
    "stream error": (event_stream(sse(CREATED, WRONG)), {"stream": True}),
    "stream idle": (event_stream(sse(CREATED), 0.5), {"stream": True, "stream_idle_timeout": 0.05}),
    "no stream": (Reply(200, f"key {SENTINEL}".encode(), "text/plain"), {"stream": True}),
}


def ask(options: dict[str, Any], *, is_async: bool) -> tuple[list[Any], BaseException | None]:
    """Call, and return every object that came back, and what was raised."""
    found: list[Any] = []

    def call() -> None:
        result = any_llm.responses("openai:m", "Hi", **options)
        found.append(result)
        if options.get("stream"):
            with result:
                for event in result:
                    if event.type.startswith("response."):
                        pass
                found.append(result.get_final_response())

    async def acall() -> None:
        result = await any_llm.aresponses("openai:m", "Hi", **options)
        found.append(result)
        if options.get("stream"):
            async with result:
                async for _ in result:
                    pass
                found.append(await result.get_final_response())

    try:
        asyncio.run(acall()) if is_async else call()
    except exceptions.AnyLLMError as error:
        return found, error
    return found, None


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_key_is_nowhere(server: WireServer, way: str, outcome: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reply, options = OUTCOMES[outcome]
    server.script(reply)
    arguments = {"api_base": server.url, "max_retries": 0, **options, **WAYS[way](server.url, monkeypatch)}
    arguments["extra_headers"] = {**arguments.get("extra_headers", {})}
    for is_async in (False, True):
        with LogTrap() as trap, warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            found, error = ask(arguments, is_async=is_async)
        views = [("log", line) for line in trap.lines]
        views += [("warning", str(one.message)) for one in caught]
        for value in found:
            views += list_views(value)
            views += list_views(value.http)
        if error is not None:
            views += list_error_views(error)
            views += list_frame_views(error, PUBLIC, PASSED_ON)
        assert list_leaks(views) == []
        assert (error is None) == (outcome in ("success", "stream"))
