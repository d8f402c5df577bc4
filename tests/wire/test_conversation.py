"""The same conversation with a server that keeps state and with one that does not, over real HTTP."""

from __future__ import annotations

import asyncio
import json
import pickle
from collections.abc import Iterator
from typing import Any

import pytest

import any_llm
from any_llm import types
from tests.support.model_server import ModelServer, serve_model


@pytest.fixture
def stateful() -> Iterator[ModelServer]:
    with serve_model(keeps_state=True) as model:
        yield model


@pytest.fixture
def stateless() -> Iterator[ModelServer]:
    with serve_model(keeps_state=False) as model:
        yield model


def get_weather(city: str) -> str:
    """Weather of a city."""
    return f"sunny in {city}"


INCLUDE: list[types.IncludeEnum] = ["reasoning.encrypted_content"]


def begin(model: ModelServer, **options: Any) -> any_llm.Conversation[Any]:
    provider = "openai" if model.keeps_state else "openrouter"
    options = {"include": INCLUDE, **options}
    return any_llm.Conversation(
        "m",
        **{"provider": provider, "api_base": model.url, "api_key": "k", "tools": [get_weather], **options},
    )


def play(conversation: any_llm.Conversation[Any]) -> list[str]:
    """Say the script: a turn, a stream, a run of tools, a fork, a turn."""
    said = [conversation.responses("Hello").output_text]
    with conversation.responses("How are you?", stream=True) as stream:
        said.append("".join(stream.text_deltas()).strip())
    said.append(conversation.run_tools("call:get_weather=Paris call:get_weather=Rome").output_text)
    twin = conversation.fork()
    said.append(twin.responses("The other way").output_text)
    said.append(conversation.responses([any_llm.user("Bye")]).output_text)
    return said


async def aplay(conversation: any_llm.Conversation[Any]) -> list[str]:
    said = [(await conversation.aresponses("Hello")).output_text]
    async with await conversation.aresponses("How are you?", stream=True) as stream:
        said.append("".join([text async for text in stream.text_deltas()]).strip())
    said.append((await conversation.arun_tools("call:get_weather=Paris call:get_weather=Rome")).output_text)
    twin = conversation.fork()
    said.append((await twin.aresponses("The other way")).output_text)
    said.append((await conversation.aresponses([any_llm.user("Bye")])).output_text)
    return said


def read(conversation: any_llm.Conversation[Any]) -> list[Any]:
    """Return the transcript without what servers number themselves."""
    items = json.loads(conversation.to_json())["items"]
    for item in items:
        for name in ("id", "call_id", "encrypted_content"):
            item.pop(name, None)
    return list(items)


def test_one_script_gives_one_transcript(stateful: ModelServer, stateless: ModelServer) -> None:
    first, second = begin(stateful), begin(stateless)
    assert play(first) == play(second)
    assert read(first) == read(second)
    assert [len(request["input"]) for request in stateful.requests] == [1, 1, 1, 2, 1, 1]
    assert [len(request["input"]) for request in stateless.requests] == [1, 4, 7, 12, 15, 15]
    assert not [request for request in stateless.requests if "previous_response_id" in request]


def test_one_script_gives_one_transcript_in_both_colours(
    stateful: ModelServer, stateless: ModelServer
) -> None:
    first, second = begin(stateful), begin(stateless)
    said = play(begin(stateless))
    assert asyncio.run(aplay(first)) == said
    assert asyncio.run(aplay(second)) == said
    assert read(first) == read(second)


def test_without_encrypted_reasoning_the_same_is_said(stateful: ModelServer, stateless: ModelServer) -> None:
    with pytest.warns(UserWarning, match="without encrypted content left out"):
        assert play(begin(stateless, include=None)) == play(begin(stateful, include=None))


def test_a_caller_may_have_a_stateful_server_keep_nothing(stateful: ModelServer) -> None:
    conversation = begin(stateful, store=False)
    conversation.responses("Hello")
    conversation.responses("Again")
    assert [len(request["input"]) for request in stateful.requests] == [1, 4]
    assert conversation.response_id is None


def test_a_server_that_lost_its_memory_is_told_everything(stateful: ModelServer) -> None:
    conversation = begin(stateful)
    conversation.responses("Hello")
    conversation.responses("How are you?")
    stateful.forget()
    assert conversation.responses("Still there?").output_text == "5 said, last: Still there?"
    assert [len(request["input"]) for request in stateful.requests] == [1, 1, 1, 7]
    conversation.responses("Good")
    assert len(stateful.requests[-1]["input"]) == 1


def test_a_turn_that_fails_leaves_the_conversation_as_it_was(stateless: ModelServer) -> None:
    conversation = begin(stateless)
    conversation.responses("Hello")
    before = conversation.items
    orphan: types.params.FunctionCallOutput = {
        "type": "function_call_output",
        "call_id": "call_nobody",
        "output": "",
    }
    with pytest.raises(any_llm.AnyLLMError):
        conversation.responses([orphan])
    assert conversation.items == before
    assert conversation.responses("Again").output_text == "3 said, last: Again"


def test_a_pickle_has_no_key_and_a_fork_keeps_it(stateless: ModelServer) -> None:
    conversation = begin(stateless, tools=[])
    conversation._connection["api_key"] = type(conversation._connection["api_key"])("sk-secret")
    assert b"sk-secret" not in pickle.dumps(conversation)
    assert "sk-secret" not in repr(vars(conversation))
    assert conversation.fork()._connection["api_key"] == "sk-secret"
    again = pickle.loads(pickle.dumps(conversation))
    assert (again.items, again._connection["api_key"]) == (conversation.items, None)


def test_a_stream_that_is_left_is_no_turn(stateless: ModelServer) -> None:
    conversation = begin(stateless)
    with conversation.responses("Hello", stream=True) as stream:
        next(stream)
    assert conversation.items == ()


def test_json_and_back(stateful: ModelServer) -> None:
    conversation = begin(stateful)
    conversation.responses("Hello")
    text = conversation.to_json()
    again = any_llm.Conversation.from_json(text, api_base=stateful.url, api_key="k", include=INCLUDE)
    assert again.to_json() == text
    assert again.responses("Again").output_text == "3 said, last: Again"
    assert stateful.requests[-1]["previous_response_id"] == conversation.response_id
    assert conversation.to_json() == text
    assert "api_key" not in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"model": "m", "provider": 3, "items": []}',
        '{"model": "m", "items": [], "known": 3}',
        '{"model": 1}',
    ],
)
def test_what_is_no_conversation_is_refused(text: str) -> None:
    with pytest.raises(any_llm.exceptions.InvalidRequestError, match="JSON text of a conversation"):
        any_llm.Conversation.from_json(text)


def test_a_fork_goes_its_own_way(stateful: ModelServer) -> None:
    conversation = begin(stateful)
    conversation.responses("Hello")
    twin = conversation.fork()
    twin.responses("Left")
    conversation.responses("Right")
    texts = [
        [text for item in one.items for text in str(item).split() if text in ("'Left'}", "'Right'}")]
        for one in (twin, conversation)
    ]
    assert texts == [["'Left'}"], ["'Right'}"]]


def test_a_conversation_may_begin_with_a_response_of_the_server(stateful: ModelServer) -> None:
    first = any_llm.responses("openai:m", "Hello", api_base=stateful.url, api_key="k")
    conversation = begin(stateful, previous_response_id=first.id)
    assert conversation.responses("Again").output_text == "3 said, last: Again"


def test_options_of_a_turn_replace_those_of_the_conversation(stateful: ModelServer) -> None:
    conversation = begin(stateful, temperature=0.5, instructions="Be kind.")
    conversation.responses("Hello", temperature=1)
    assert stateful.requests[0]["temperature"] == 1
    assert stateful.requests[0]["instructions"] == "Be kind."


def test_a_client_of_ones_own(stateless: ModelServer) -> None:
    with any_llm.AnyLLM.create("openrouter", "k", stateless.url) as client:
        conversation = any_llm.Conversation("m", client=client)
        assert conversation.responses("Hello").output_text == "1 said, last: Hello"


def test_a_wrong_provider_is_told_at_once() -> None:
    with pytest.raises(any_llm.exceptions.UnsupportedProviderError):
        any_llm.Conversation("opnai:m")


def test_a_conversation_shows_no_secret(stateless: ModelServer) -> None:
    assert repr(begin(stateless)) == "Conversation(model='m', items=0)"
