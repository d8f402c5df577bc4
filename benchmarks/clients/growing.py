"""any_llm in a process whose tables or streams can be made larger: what grows with them is told apart from what not."""

from __future__ import annotations

import time
from typing import Any, ClassVar

from benchmarks.clients.ours import Ours
from benchmarks.clients.worker import COMMANDS, read_memory, run

WINDOW = 10_000
"""Events after which CPU time is noted."""


def add_types(client: Ours, count: int) -> dict[str, Any]:
    """Register that many event types of vendors."""
    from any_llm import types

    for number in range(count):
        tag = f"acme:event_{number}"
        body = {"__module__": __name__, "__annotations__": {"wire_type": ClassVar[str]}, "wire_type": tag}
        types.register(type(f"AcmeEvent{number}", (types.UnknownEvent,), body))
    return {"added": count}


def add_providers(client: Ours, count: int) -> dict[str, Any]:
    """Register that many providers."""
    for number in range(count):
        client.any_llm.register_provider(f"acme-{number}", api_base="http://127.0.0.1:9/v1")
    return {"added": count}


def measure_windows(client: Ours, url: str) -> dict[str, Any]:
    """Measure one stream part by part: CPU seconds for each event, and the length of the text at the end of a part."""
    windows: list[float] = []
    lengths: list[int] = []
    events = length = 0
    with client.get_client(url).responses("gpt-5", "Hi", stream=True) as stream:
        start = time.process_time()
        for event in stream:
            events += 1
            if event.type == "response.output_text.delta":
                length += len(event.delta)
            if events % WINDOW == 0:
                now = time.process_time()
                windows.append((now - start) / WINDOW)
                lengths.append(length)
                start = now
    return {"cpu": windows, "length": lengths}


def measure_memory(client: Ours, url: str, *, is_traced: bool = False) -> dict[str, Any]:
    """Measure what a stream adds to memory from its 10 000th event to its 90 000th: resident, or allocated by Python.

    The caller keeps no event. What grows is the text so far, which is part of the response.
    """
    import tracemalloc

    first = last = events = 0
    if is_traced:
        tracemalloc.start()
    with client.get_client(url).responses("gpt-5", "Hi", stream=True) as stream:
        for event in stream:
            events += 1
            if events % WINDOW == 0 and not event.type.endswith("completed"):
                last = tracemalloc.get_traced_memory()[0] if is_traced else read_memory("VmRSS")
                first = first or last
    tracemalloc.stop()
    return {"grown": last - first, "events": events}


def measure_stalled(client: Ours, url: str, seconds: float) -> dict[str, Any]:
    """Measure what is read ahead while the caller stands still: resident memory after 2 000 events, and later."""
    with client.get_client(url).responses("gpt-5", "Hi", stream=True) as stream:
        for _ in range(2_000):
            next(stream)
        before = read_memory("VmRSS")
        time.sleep(seconds)
        return {"grown": read_memory("VmRSS") - before}


COMMANDS.update(
    {
        "add_types": add_types,
        "add_providers": add_providers,
        "windows": measure_windows,
        "stream_memory": measure_memory,
        "stalled": measure_stalled,
    }
)

if __name__ == "__main__":
    run(Ours)
