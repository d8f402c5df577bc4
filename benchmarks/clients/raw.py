"""`http.client` and `json` of the standard library: a bare script, with nothing typed in it. It has no async form."""

from __future__ import annotations

from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from typing import Any

from benchmarks.clients.worker import run

HEADERS = {"authorization": "Bearer sk-local", "content-type": "application/json"}


class Raw:
    """One connection for each address."""

    distribution = ""

    def __init__(self) -> None:
        import json

        self.json = json
        self.kept: dict[str, HTTPConnection] = {}

    def send(self, url: str, *, is_stream: bool = False) -> HTTPResponse:
        """Send a request on the connection that is kept for an address."""
        host, _, path = url.removeprefix("http://").partition("/")
        if host not in self.kept:
            self.kept[host] = HTTPConnection(host)
        body = {"model": "gpt-5", "input": "Hi", **({"stream": True} if is_stream else {})}
        self.kept[host].request("POST", f"/{path}/responses", self.json.dumps(body), HEADERS)
        return self.kept[host].getresponse()

    def ask(self, url: str) -> str:
        return find_text(self.json.loads(self.send(url).read()))

    def ask_module(self, url: str) -> str:
        self.kept.clear()
        return self.ask(url)

    def stream(self, url: str) -> tuple[int, int, int]:
        events = length = 0
        event: Any = None
        for line in self.send(url, is_stream=True):
            if line.startswith(b"data: "):
                event = self.json.loads(line[6:])
                events += 1
                if event["type"] == "response.output_text.delta":
                    length += len(event["delta"])
        return events, length, len(find_text(event["response"]))

    async def aask(self, url: str) -> str:
        raise NotImplementedError

    async def astream(self, url: str) -> tuple[int, int, int]:
        raise NotImplementedError


def find_text(response: dict[str, Any]) -> str:
    """Return all output text of a response."""
    return "".join(list_texts(response))


def list_texts(response: dict[str, Any]) -> Iterator[str]:
    """Yield the texts of messages."""
    for item in response["output"]:
        if item["type"] == "message":
            yield from (part["text"] for part in item["content"] if part["type"] == "output_text")


if __name__ == "__main__":
    run(Raw)
