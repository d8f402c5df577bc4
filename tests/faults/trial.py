"""Put one call before one fault, in one colour, and say what came of it."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import Any

import any_llm
from tests.faults.catalogue import Fault
from tests.support.wire_server import WireServer


@dataclass(frozen=True)
class Outcome:
    """What a call came to: its name, the text that is left of the answer, and the seconds that it took."""

    name: str
    text: str
    is_foreign: bool
    seconds: float
    error: BaseException | None = None


def try_fault(fault: Fault, server: WireServer, *, is_stream: bool, is_async: bool) -> Outcome:
    """Return the outcome of one call; nothing that it raises gets out."""
    server.script(*fault.replies)
    options = {"max_retries": 0, **fault.options}
    began = time.monotonic()
    try:
        response = (
            asyncio.run(_acall(server, options, is_stream)) if is_async else _call(server, options, is_stream)
        )
    except any_llm.AnyLLMError as error:
        text = getattr(getattr(error, "partial", None), "output_text", "")
        return Outcome(type(error).__name__, text, False, time.monotonic() - began, error)
    except BaseException as error:
        return Outcome(type(error).__name__, "", True, time.monotonic() - began, error)
    if isinstance(response, any_llm.ParsedResponse) and response.output_error is not None:
        seconds = time.monotonic() - began
        return Outcome(type(response.output_error).__name__, "", False, seconds, response.output_error)
    name = response.status if isinstance(response.status, str) else "of no status"
    return Outcome(name, response.output_text, False, time.monotonic() - began)


def _call(server: WireServer, options: dict[str, Any], is_stream: bool) -> Any:
    with any_llm.AnyLLM.create("openai", api_key="k", api_base=server.url) as client:
        if not is_stream:
            return client.responses("m", "Hi", **options)
        with client.responses("m", "Hi", stream=True, **options) as stream:
            return stream.get_final_response()


async def _acall(server: WireServer, options: dict[str, Any], is_stream: bool) -> Any:
    async with any_llm.AnyLLM.create("openai", api_key="k", api_base=server.url) as client:
        if not is_stream:
            return await client.aresponses("m", "Hi", **options)
        async with await client.aresponses("m", "Hi", stream=True, **options) as stream:
            return await stream.get_final_response()
