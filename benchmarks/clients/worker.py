"""The loop of a measured process: one command a line in, one line of JSON with what it took out.

Nothing is imported here before the client but what Python's own start has loaded, so that importing it costs what
it costs in a program. `first <url>` on the command line measures that; otherwise commands come on standard input.
"""

from __future__ import annotations

import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Any, Protocol

    class Client(Protocol):
        """A client under measurement. URLs name the payload; a client object is kept for each."""

        distribution: str

        def ask(self, url: str) -> str:
            """Return the text of a reply, asked for with a client that is kept."""
            ...

        def ask_module(self, url: str) -> str:
            """Return the text of a reply, asked for without a client of the caller's."""
            ...

        def stream(self, url: str) -> tuple[int, int, int]:
            """Read every event; return their number, the length of all text deltas, and of the final text."""
            ...

        async def aask(self, url: str) -> str:
            """Return the text of a reply."""
            ...

        async def astream(self, url: str) -> tuple[int, int, int]:
            """Read every event, as `stream` does."""
            ...


def run(load: Callable[[], Client]) -> None:
    """Serve commands until standard input ends, or measure the first reply."""
    if sys.argv[1:2] == ["first"]:
        report(measure_first(load, sys.argv[2]))
        return
    import json

    client = load()
    for line in sys.stdin:
        command = json.loads(line)
        report(COMMANDS[command.pop("do")](client, **command))


def report(result: dict[str, Any]) -> None:
    """Print a result as one line."""
    import json

    print(json.dumps(result), flush=True)


def measure_first(load: Callable[[], Client], url: str) -> dict[str, Any]:
    """Measure the import and the way from there to the end of the first reply, in this fresh process."""
    start, start_wall = time.process_time(), time.perf_counter()
    client = load()
    loaded = time.process_time()
    client.ask(url)
    ended, ended_wall = time.process_time(), time.perf_counter()
    cpu = {"import_cpu": loaded - start, "cpu": ended - start}
    return {**cpu, "wall": ended_wall - start_wall, "peak": read_memory("VmHWM")}


def measure_calls(client: Client, url: str, count: int, way: str = "ask") -> dict[str, Any]:
    """Measure calls one after the other: seconds for each."""
    call = getattr(client, way)
    start, start_wall = time.process_time(), time.perf_counter()
    for _ in range(count):
        text = call(url)
    cpu, wall = time.process_time() - start, time.perf_counter() - start_wall
    return {"cpu": cpu / count, "wall": wall / count, "got": len(text)}


def measure_stream(client: Client, url: str, *, is_async: bool = False) -> dict[str, Any]:
    """Measure one stream from the request to its end: seconds for each event."""
    if is_async:
        return run_async(client.astream(url), _describe_stream)
    start, start_wall = time.process_time(), time.perf_counter()
    got = client.stream(url)
    return _describe_stream(time.process_time() - start, time.perf_counter() - start_wall, got)


def measure_concurrent(client: Client, url: str, count: int, parallel: int) -> dict[str, Any]:
    """Measure `count` async calls, `parallel` at a time: seconds for each, and the slowest but one in a hundred."""

    def describe(cpu: float, wall: float, times: list[float]) -> dict[str, Any]:
        times.sort()
        late = times[int(len(times) * 0.99) - 1]
        return {"cpu": cpu / len(times), "wall": wall / len(times), "p99": late}

    return run_async(_call_all(client, url, count, parallel), describe)


async def _call_all(client: Client, url: str, count: int, parallel: int) -> list[float]:
    from asyncio import gather

    async def call() -> float:
        start = time.perf_counter()
        await client.aask(url)
        return time.perf_counter() - start

    return [
        taken for _ in range(count // parallel) for taken in await gather(*(call() for _ in range(parallel)))
    ]


def run_async(
    work: Awaitable[Any], describe: Callable[[float, float, Any], dict[str, Any]]
) -> dict[str, Any]:
    """Do the work in the one event loop of this process and describe what it took."""
    from asyncio import new_event_loop

    loop = _loops[0] if _loops else new_event_loop()
    _loops[:] = [loop]
    start, start_wall = time.process_time(), time.perf_counter()
    got = loop.run_until_complete(work)
    return describe(time.process_time() - start, time.perf_counter() - start_wall, got)


_loops: list[Any] = []
LIBRARIES = ("pydantic", "pydantic_core", "httpx", "httpx2", "aiohttp")


def get_facts(client: Client) -> dict[str, Any]:
    """Return the versions of what is installed here and counts."""
    import platform
    from importlib.metadata import distributions

    installed = {found.metadata["Name"]: found.version for found in distributions()}
    names = (client.distribution, *LIBRARIES)
    return {
        "python": platform.python_version(),
        **{name: installed[name] for name in names if name in installed},
    }


def get_memory(client: Client) -> dict[str, Any]:
    """Return the memory of this process in bytes: resident now, and at most so far."""
    return {"now": read_memory("VmRSS"), "peak": read_memory("VmHWM")}


def read_memory(name: str) -> int:
    """Return a line of Linux's own account in bytes; elsewhere the largest size so far.

    `ru_maxrss` starts with the size of the process that started this one, so it is only the second choice.
    """
    try:
        with open("/proc/self/status", encoding="ascii") as file:
            return next(int(line.split()[1]) * 1024 for line in file if line.startswith(name + ":"))
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _describe_stream(cpu: float, wall: float, got: tuple[int, int, int]) -> dict[str, Any]:
    return {"cpu": cpu / got[0], "wall": wall / got[0], "got": list(got)}


COMMANDS = {
    "calls": measure_calls,
    "stream": measure_stream,
    "concurrent": measure_concurrent,
    "facts": get_facts,
    "memory": get_memory,
}
