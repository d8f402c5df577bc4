"""The official openai SDK: `responses.create` of a client that is kept, and of the module."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.clients.worker import run

if TYPE_CHECKING:
    from openai import AsyncOpenAI, OpenAI

KEY = "sk-local"


class OpenAISDK:
    """The final text is that of the terminal event, which costs less than the SDK's own accumulator."""

    distribution = "openai"

    def __init__(self) -> None:
        import openai

        self.openai = openai
        self.kept: dict[str, OpenAI] = {}
        self.kept_async: dict[str, AsyncOpenAI] = {}

    def get_client(self, url: str) -> OpenAI:
        """Return the client that is kept for an address."""
        if url not in self.kept:
            self.kept[url] = self.openai.OpenAI(api_key=KEY, base_url=url)
        return self.kept[url]

    def get_async_client(self, url: str) -> AsyncOpenAI:
        """Return the async client that is kept for an address."""
        if url not in self.kept_async:
            self.kept_async[url] = self.openai.AsyncOpenAI(api_key=KEY, base_url=url)
        return self.kept_async[url]

    def ask(self, url: str) -> str:
        return self.get_client(url).responses.create(model="gpt-5", input="Hi").output_text

    def ask_module(self, url: str) -> str:
        self.openai.api_key, self.openai.base_url = KEY, f"{url}/"
        return self.openai.responses.create(model="gpt-5", input="Hi").output_text

    def stream(self, url: str) -> tuple[int, int, int]:
        events = length = 0
        event: Any = None
        with self.get_client(url).responses.create(model="gpt-5", input="Hi", stream=True) as stream:
            for event in stream:
                events += 1
                if event.type == "response.output_text.delta":
                    length += len(event.delta)
        return events, length, len(event.response.output_text)

    async def aask(self, url: str) -> str:
        reply = await self.get_async_client(url).responses.create(model="gpt-5", input="Hi")
        return reply.output_text

    async def astream(self, url: str) -> tuple[int, int, int]:
        events = length = 0
        event: Any = None
        client = self.get_async_client(url)
        async with await client.responses.create(model="gpt-5", input="Hi", stream=True) as stream:
            async for event in stream:
                events += 1
                if event.type == "response.output_text.delta":
                    length += len(event.delta)
        return events, length, len(event.response.output_text)


if __name__ == "__main__":
    run(OpenAISDK)
