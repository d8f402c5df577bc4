"""any_llm, as its README says to use it: `AnyLLM.create` for a client that is kept, `responses` for one call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.clients.worker import run

if TYPE_CHECKING:
    from any_llm import AnyLLM
    from any_llm.types import Response

KEY = "sk-local"


class Ours:
    """The functions of the checkout, installed from a wheel."""

    distribution = "any-llm-responses"

    def __init__(self) -> None:
        import any_llm

        self.any_llm = any_llm
        self.kept: dict[str, AnyLLM[Response]] = {}

    def get_client(self, url: str) -> AnyLLM[Response]:
        """Return the client that is kept for an address."""
        client = self.kept.get(url)
        if client is None:
            client = self.kept[url] = self.any_llm.AnyLLM.create("openai", api_key=KEY, api_base=url)
        return client

    def ask(self, url: str) -> str:
        return self.get_client(url).responses("gpt-5", "Hi").output_text

    def ask_module(self, url: str) -> str:
        return self.any_llm.responses("openai:gpt-5", "Hi", api_key=KEY, api_base=url).output_text

    def stream(self, url: str) -> tuple[int, int, int]:
        events = length = 0
        with self.get_client(url).responses("gpt-5", "Hi", stream=True) as stream:
            for event in stream:
                events += 1
                if event.type == "response.output_text.delta":
                    length += len(event.delta)
        return events, length, len(stream.get_final_response().output_text)

    async def aask(self, url: str) -> str:
        return (await self.get_client(url).aresponses("gpt-5", "Hi")).output_text

    async def astream(self, url: str) -> tuple[int, int, int]:
        events = length = 0
        async with await self.get_client(url).aresponses("gpt-5", "Hi", stream=True) as stream:
            async for event in stream:
                events += 1
                if event.type == "response.output_text.delta":
                    length += len(event.delta)
        return events, length, len((await stream.get_final_response()).output_text)


if __name__ == "__main__":
    run(Ours)
