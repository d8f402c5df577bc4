"""The floor: the least that still gives typed deltas, on the same libraries as any_llm. Not a client to use.

Bytes come from httpx and are split at blank lines. The name of an event chooses what its data becomes: deltas a
pydantic model through `validate_json`, the terminal event's response a dict, everything else is JSON read into a
dict. There are no limits, no retries, no errors, no comments, no CRLF, no snapshot, no unknowns. A whole reply is
JSON read into a dict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from benchmarks.clients.worker import run

if TYPE_CHECKING:
    import httpx

BODY = {"model": "gpt-5", "input": "Hi"}
HEADERS = {"authorization": "Bearer sk-local"}
DELTAS = (b"response.output_text.delta", b"response.reasoning_summary_text.delta")
ARGUMENTS = b"response.function_call_arguments.delta"


class Floor:
    """httpx, a split and `validate_json`."""

    distribution = "httpx"

    def __init__(self) -> None:
        import httpx
        from pydantic_core import from_json

        self.client = httpx.Client(headers=HEADERS)
        self.httpx = httpx
        self.from_json = from_json
        self.clients: list[httpx.AsyncClient] = []
        self.validators: dict[bytes, Callable[[bytes], Any]] = {}

    def ask(self, url: str) -> str:
        return self.read(self.client.post(f"{url}/responses", json=BODY))

    def ask_module(self, url: str) -> str:
        return self.read(self.httpx.post(f"{url}/responses", json=BODY, headers=HEADERS))

    async def aask(self, url: str) -> str:
        return self.read(await self.get_async_client().post(f"{url}/responses", json=BODY))

    def stream(self, url: str) -> tuple[int, int, int]:
        reader = self.make_reader()
        with self.client.stream("POST", f"{url}/responses", json={**BODY, "stream": True}) as reply:
            for chunk in reply.iter_bytes():
                reader.take(chunk)
        return reader.events, reader.length, len(find_text(reader.last["response"]))

    async def astream(self, url: str) -> tuple[int, int, int]:
        reader = self.make_reader()
        body = {**BODY, "stream": True}
        async with self.get_async_client().stream("POST", f"{url}/responses", json=body) as reply:
            async for chunk in reply.aiter_bytes():
                reader.take(chunk)
        return reader.events, reader.length, len(find_text(reader.last["response"]))

    def get_async_client(self) -> httpx.AsyncClient:
        """Return the one async client."""
        if not self.clients:
            self.clients.append(self.httpx.AsyncClient(headers=HEADERS, timeout=60))
        return self.clients[0]

    def read(self, reply: httpx.Response) -> str:
        """Return the text of a whole reply."""
        return find_text(self.from_json(reply.content))

    def make_reader(self) -> Reader:
        """Return what turns the chunks of one stream into events."""
        if not self.validators:
            from benchmarks.clients.floor_models import ArgumentsDelta, TextDelta

            validate = TextDelta.__pydantic_validator__.validate_json
            self.validators = dict.fromkeys(DELTAS, validate)
            self.validators[ARGUMENTS] = ArgumentsDelta.__pydantic_validator__.validate_json
        return Reader(self.validators, self.from_json)


class Reader:
    """Counts the events of one stream and the text in them."""

    def __init__(
        self, validators: dict[bytes, Callable[[bytes], Any]], from_json: Callable[[bytes], Any]
    ) -> None:
        self.validators, self.from_json = validators, from_json
        self.rest = b""
        self.events = self.length = 0
        self.last: Any = None

    def take(self, chunk: bytes) -> None:
        """Decode the events that a chunk completes, as the caller of an iterator would see them."""
        for event in self.decode(chunk):
            self.events += 1
            if event.__class__ is dict:
                self.last = event
            elif event.type == "response.output_text.delta":
                self.length += len(event.delta)

    def decode(self, chunk: bytes) -> Iterator[Any]:
        """Yield one object for each frame."""
        *frames, self.rest = (self.rest + chunk).split(b"\n\n")
        for frame in frames:
            name, _, data = frame.partition(b"\n")
            yield self.validators.get(name[7:], self.from_json)(data[6:])


def find_text(response: dict[str, Any]) -> str:
    """Return all output text of a response."""
    return "".join(part.get("text", "") for part in list_parts(response["output"]))


def list_parts(output: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the text parts of messages."""
    for item in output:
        if item["type"] == "message":
            yield from (part for part in item["content"] if part["type"] == "output_text")


if __name__ == "__main__":
    run(Floor)
