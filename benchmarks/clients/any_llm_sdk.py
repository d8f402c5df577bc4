"""any-llm-sdk: its client for OpenAI that is kept, and its module function, both through the Responses API."""

from __future__ import annotations

from typing import Any

from benchmarks.clients.worker import run

KEY = "sk-local"


class AnyLLMSDK:
    """Shares its import name with the checkout, and nothing else."""

    distribution = "any-llm-sdk"

    def __init__(self) -> None:
        import any_llm

        self.any_llm: Any = any_llm
        self.kept: dict[tuple[str, bool], Any] = {}

    def get_client(self, url: str, *, is_async: bool = False) -> Any:
        """Return the client that is kept for an address and a colour: it cannot be used from two event loops."""
        key = url, is_async
        if key not in self.kept:
            self.kept[key] = self.any_llm.AnyLLM.create("openai", api_key=KEY, api_base=url)
        return self.kept[key]

    def ask(self, url: str) -> str:
        return find_text(self.get_client(url).responses("gpt-5", "Hi"))

    def ask_module(self, url: str) -> str:
        return find_text(self.any_llm.responses("gpt-5", "Hi", provider="openai", api_key=KEY, api_base=url))

    def stream(self, url: str) -> tuple[int, int, int]:
        events = length = 0
        event: Any = None
        for event in self.get_client(url).responses("gpt-5", "Hi", stream=True):
            events += 1
            if event.type == "response.output_text.delta":
                length += len(event.delta)
        return events, length, len(find_text(event.response))

    async def aask(self, url: str) -> str:
        return find_text(await self.get_client(url, is_async=True).aresponses("gpt-5", "Hi"))

    async def astream(self, url: str) -> tuple[int, int, int]:
        events = length = 0
        event: Any = None
        async for event in await self.get_client(url, is_async=True).aresponses("gpt-5", "Hi", stream=True):
            events += 1
            if event.type == "response.output_text.delta":
                length += len(event.delta)
        return events, length, len(find_text(event.response))


def find_text(response: Any) -> str:
    """Return all output text of a response."""
    return str(response.output_text)


if __name__ == "__main__":
    run(AnyLLMSDK)
