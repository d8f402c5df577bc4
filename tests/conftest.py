"""Fixtures that several folders share."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import any_llm
from tests.support.wire_server import WireServer, serve

LOCAL_MODEL = "smollm2-135m"


@pytest.fixture
def server() -> Iterator[WireServer]:
    with serve() as running:
        yield running


@pytest.fixture(scope="session")
def local_model() -> str:
    """The embedded model's name, its weights fetched."""
    from any_llm.local.weights import pull_weights

    pull_weights(LOCAL_MODEL)
    return f"local:{LOCAL_MODEL}"


def _call_sync(*args: Any, **options: Any) -> Any:
    result = any_llm.responses(*args, **options)
    if options.get("stream"):
        with result:
            events = list(result)
        return result.get_final_response(), events
    return result


def _call_async(*args: Any, **options: Any) -> Any:
    async def call() -> Any:
        result = await any_llm.aresponses(*args, **options)
        if options.get("stream"):
            async with result:
                events = [event async for event in result]
            return await result.get_final_response(), events
        return result

    return asyncio.run(call())


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Call the public function in one colour; a stream gives its final response and its events."""
    return _call_sync if request.param == "sync" else _call_async
