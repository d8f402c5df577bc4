"""Not run: each line that ends in `# wrong` is a mistake, and both strict checkers must find it on that very line."""

from __future__ import annotations

from pydantic import BaseModel

import any_llm
from any_llm.types import Response, ResponseInputItem, ResponseStreamEvent


class Person(BaseModel):
    name: str


def keywords() -> None:
    any_llm.responses("openai:m", "Hi", temprature=0.2)  # wrong
    any_llm.responses("openai:m", "Hi", truncation="aut")  # wrong
    any_llm.responses("openai:m", "Hi", temperature="hot")  # wrong
    any_llm.responses("openai:m", "Hi", stream="yes")  # wrong
    any_llm.responses("openai:m", "Hi", response_format=3)  # wrong
    any_llm.responses("openai:m", "Hi", tool_choice="requierd")  # wrong
    any_llm.responses("openai:m", "Hi", reasoning={"efort": "low"})  # wrong
    any_llm.responses("openai:m", "Hi", reasoning={"effort": "lo"})  # wrong
    any_llm.responses("openai:m", "Hi", text={"format": {"type": "json"}})  # wrong
    any_llm.responses("openai:m", "Hi", tools=[3])  # wrong
    any_llm.responses("openai:m", "Hi", client_args={"proxies": "x"})  # wrong
    any_llm.responses("openai:m", "Hi", timeout="1")  # wrong
    any_llm.responses("openai:m")  # wrong
    any_llm.responses("openai:m", 3)  # wrong


def items() -> None:
    wrong_role: ResponseInputItem = {"role": "usr", "content": "Hi"}  # wrong
    wrong_key: ResponseInputItem = {"role": "user", "contnt": "Hi"}  # wrong
    missing: ResponseInputItem = {"type": "function_call_output", "call_id": "c"}  # wrong
    wrong_type: ResponseInputItem = {"type": "item_reference", "id": 3}  # wrong
    print(wrong_role, wrong_key, missing, wrong_type)


def results(response: Response, event: ResponseStreamEvent) -> None:
    print(response.outptu_text)  # wrong
    print(response.output[0].content)  # wrong
    print(event.delta)  # wrong
    if event.type == "response.output_text.delta":
        print(event.response)  # wrong
    parsed = any_llm.responses("openai:m", "Hi", response_format=Person)
    print(parsed.output_parsed.age)  # wrong
    print(any_llm.responses("m", "Hi", provider="openai", stream=True).output_text)  # wrong


async def asynchronous() -> None:
    print(any_llm.aresponses("m", "Hi", provider="openai").output_text)  # wrong
    for event in await any_llm.aresponses("m", "Hi", provider="openai", stream=True):  # wrong
        print(event)


def clients() -> None:
    client = any_llm.AnyLLM.create("openai")
    client.responses("m", "Hi", provider="groq")  # wrong
    client.responses("m", "Hi", truncation="aut")  # wrong
    any_llm.AnyLLM.create("openai", retries=3)  # wrong
    any_llm.user("Hi", picture="x")  # wrong
    any_llm.tool_output(3, "x")  # wrong
