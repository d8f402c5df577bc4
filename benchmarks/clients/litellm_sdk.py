"""litellm: its module functions for the Responses API, which is all it has; there is no client to keep."""

from __future__ import annotations

import os
from typing import Any

from benchmarks.clients.worker import run

# The table of prices comes from the package; otherwise each import would ask a server for it.
os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"

MODEL = "openai/gpt-5"
KEY = "sk-local"


class LiteLLM:
    """Connections are kept by litellm itself."""

    distribution = "litellm"

    def __init__(self) -> None:
        import litellm

        self.litellm: Any = litellm

    def ask(self, url: str) -> str:
        return self.ask_module(url)

    def ask_module(self, url: str) -> str:
        return find_text(self.litellm.responses("Hi", MODEL, api_key=KEY, api_base=url))

    def stream(self, url: str) -> tuple[int, int, int]:
        events = length = 0
        event: Any = None
        for event in self.litellm.responses("Hi", MODEL, stream=True, api_key=KEY, api_base=url):
            events += 1
            if event.type == "response.output_text.delta":
                length += len(event.delta)
        return events, length, len(find_text(event.response))

    async def aask(self, url: str) -> str:
        return find_text(await self.litellm.aresponses("Hi", MODEL, api_key=KEY, api_base=url))

    async def astream(self, url: str) -> tuple[int, int, int]:
        events = length = 0
        event: Any = None
        call = self.litellm.aresponses("Hi", MODEL, stream=True, api_key=KEY, api_base=url)
        async for event in await call:
            events += 1
            if event.type == "response.output_text.delta":
                length += len(event.delta)
        return events, length, len(find_text(event.response))


def find_text(response: Any) -> str:
    """Return all output text of a response."""
    return str(response.output_text)


if __name__ == "__main__":
    run(LiteLLM)
