"""Not run: mypy and pyright, both strict, check that each call shape has exactly one result type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_type

from pydantic import BaseModel

import any_llm
from any_llm import (
    AnyLLM,
    AsyncParsedResponseStream,
    AsyncResponseStream,
    LLMProvider,
    ParsedResponse,
    ParsedResponseStream,
    ResponseStream,
)
from any_llm.types import Response, ResponseInputItem, ResponseResource

Either = Response | ResponseResource


class Person(BaseModel):
    name: str


@dataclass
class City:
    name: str


def plain(name: str, member: LLMProvider) -> None:
    assert_type(any_llm.responses("m", "Hi", provider="openai"), Response)
    assert_type(any_llm.responses("m", "Hi", provider=LLMProvider.AZUREOPENAI), Response)
    assert_type(any_llm.responses("m", "Hi", provider="ollama"), ResponseResource)
    assert_type(any_llm.responses("m", "Hi", provider=LLMProvider.LOCAL), ResponseResource)
    assert_type(any_llm.responses("openai:m", "Hi"), Either)
    assert_type(any_llm.responses("m", "Hi", provider=name), Either)
    assert_type(any_llm.responses("m", "Hi", provider=member), Either)
    assert_type(any_llm.responses("m", "Hi", provider="openai", stream=False), Response)
    assert_type(any_llm.responses("m", "Hi", provider="openai", stream=None), Response)
    assert_type(
        any_llm.responses("m", "Hi", provider="openai", response_format={"type": "json_object"}), Response
    )


def stream(flag: bool) -> None:
    assert_type(any_llm.responses("m", "Hi", provider="openai", stream=True), ResponseStream[Response])
    assert_type(any_llm.responses("m", "Hi", provider="groq", stream=True), ResponseStream[ResponseResource])
    assert_type(any_llm.responses("groq:m", "Hi", stream=True), ResponseStream[Either])
    assert_type(
        any_llm.responses("m", "Hi", provider="openai", stream=flag), Response | ResponseStream[Response]
    )
    assert_type(
        any_llm.responses("m", "Hi", provider="local", stream=flag),
        ResponseResource | ResponseStream[ResponseResource],
    )


def parsed(flag: bool) -> None:
    response = any_llm.responses("m", "Hi", provider="openai", response_format=Person)
    assert_type(response, ParsedResponse[Person])
    assert_type(response.output_parsed, Person)
    assert_type(any_llm.responses("local:m", "Hi", response_format=City).output_parsed, City)
    assert_type(any_llm.responses("local:m", "Hi", response_format=list[Person]).output_parsed, list[Person])
    streamed = any_llm.responses("local:m", "Hi", stream=True, response_format=Person)
    assert_type(streamed, ParsedResponseStream[Person])
    assert_type(streamed.get_final_response().output_parsed, Person)
    either = any_llm.responses("local:m", "Hi", stream=flag, response_format=Person)
    assert_type(either, ParsedResponse[Person] | ParsedResponseStream[Person])


async def asynchronous(flag: bool) -> None:
    assert_type(await any_llm.aresponses("m", "Hi", provider="openai"), Response)
    assert_type(await any_llm.aresponses("m", "Hi", provider="vllm"), ResponseResource)
    assert_type(await any_llm.aresponses("vllm:m", "Hi"), Either)
    assert_type(
        await any_llm.aresponses("m", "Hi", provider="openai", stream=True), AsyncResponseStream[Response]
    )
    assert_type(
        await any_llm.aresponses("m", "Hi", provider="openai", stream=flag),
        Response | AsyncResponseStream[Response],
    )
    response = await any_llm.aresponses("m", "Hi", provider="openai", response_format=Person)
    assert_type(response.output_parsed, Person)
    streamed = await any_llm.aresponses("m", "Hi", provider="openai", response_format=Person, stream=True)
    assert_type(streamed, AsyncParsedResponseStream[Person])
    assert_type((await streamed.get_final_response()).output_parsed, Person)


def client(name: str) -> None:
    native = AnyLLM.create("openai", api_key="k")
    assert_type(native, AnyLLM[Response])
    assert_type(native.responses("m", "Hi"), Response)
    assert_type(native.responses("m", "Hi", stream=True), ResponseStream[Response])
    assert_type(native.responses("m", "Hi", response_format=Person).output_parsed, Person)
    assert_type(AnyLLM.create(LLMProvider.LOCAL).responses("m", "Hi"), ResponseResource)
    assert_type(AnyLLM.create(name).responses("m", "Hi"), Either)
    assert_type(AnyLLM.create_openai_compatible("mine", "http://h/v1").responses("m", "Hi"), ResponseResource)


def history() -> None:
    items: list[ResponseInputItem] = [{"role": "user", "content": "Hi"}]
    response = any_llm.responses("m", items, provider="openai")
    items += response.output
    items += any_llm.responses("m", items, provider="local").output
    items.append({"type": "function_call_output", "call_id": "c", "output": "18"})
    any_llm.responses("openai:m", items)
    any_llm.responses("openai:m", response.output)


def keywords() -> None:
    def get_weather(city: str) -> str:
        return city

    any_llm.responses(
        "openai:m",
        [{"role": "user", "content": [{"type": "input_text", "text": "Hi"}]}],
        tools=[
            get_weather,
            Person,
            {"type": "web_search"},
            {"type": "function", "name": "f", "parameters": {"type": "object"}, "strict": True},
            {"type": "function", "function": {"name": "g"}},
        ],
        tool_choice="required",
        reasoning={"effort": "low"},
        text={"verbosity": "low"},
        truncation="auto",
        include=["reasoning.encrypted_content"],
        metadata={"k": "v"},
        timeout=5.0,
        max_retries=0,
        extra_body={"top_k": 40},
        client_args={"headers": {"x-team": "a"}},
    )
