"""The five call shapes on recorded traffic of a real server, sync and async."""

from __future__ import annotations

from typing import Any

import pydantic
import pytest

import any_llm
from any_llm import types
from openresponses_types import ResponseResource
from tests.support.wire_server import WireServer, json_reply, stream_reply


class Person(pydantic.BaseModel):
    name: str
    age: int


def test_plain_call_neutral_provider(server: WireServer, call: Any) -> None:
    server.script(json_reply("text.json", **{"x-request-id": "req_7"}))
    response = call("llamacpp:smol", "What is the capital of France?", api_base=server.url, temperature=0)
    assert type(response) is ResponseResource
    assert response.output_text == "The capital of France is Paris."
    assert response.http.request_id == "req_7"
    assert response.http.status == 200
    assert server.requests[0].json == {
        "model": "smol",
        "input": "What is the capital of France?",
        "temperature": 0,
    }
    assert server.requests[0].path == "/v1/responses"


def test_plain_call_native_provider(server: WireServer, call: Any) -> None:
    server.script(json_reply("text.json"))
    response = call("gpt-5", "Hi", provider="openai", api_key="sk-test", api_base=server.url)
    assert type(response) is types.Response
    assert response.output_text == "The capital of France is Paris."
    assert server.requests[0].headers["authorization"] == "Bearer sk-test"


@pytest.mark.parametrize(("provider", "kind"), [("llamacpp", ResponseResource), ("openai", types.Response)])
def test_stream(server: WireServer, call: Any, provider: str, kind: type) -> None:
    server.script(stream_reply("text.sse"))
    response, events = call(f"{provider}:m", "Hi", api_key="k", api_base=server.url, stream=True)
    assert server.requests[0].json["stream"] is True
    assert [event.type for event in events][:3] == [
        "response.created",
        "response.in_progress",
        "response.output_item.added",
    ]
    deltas = [event.delta for event in events if isinstance(event, types.ResponseTextDeltaEvent)]
    assert "".join(deltas) == "The capital of France is Paris."
    assert type(response) is kind
    assert response.output_text == "The capital of France is Paris."


def test_response_format_type(server: WireServer, call: Any) -> None:
    server.script(json_reply("person.json"))
    response = call("openai:m", "Who?", api_key="k", api_base=server.url, response_format=Person)
    assert type(response) is any_llm.ParsedResponse
    assert response.output_parsed == Person(name="Ada", age=36)
    sent = server.requests[0].json["text"]["format"]
    assert sent["type"] == "json_schema"
    assert sent["name"] == "Person"
    assert sent["strict"] is True
    assert sent["schema"]["required"] == ["name", "age"]


def test_response_format_dict(server: WireServer, call: Any) -> None:
    server.script(json_reply("person.json"))
    wanted = {"type": "json_object"}
    response = call("openai:m", "Who?", api_key="k", api_base=server.url, response_format=wanted)
    assert type(response) is types.Response
    assert server.requests[0].json["text"] == {"format": wanted}


def test_stream_and_response_format_type(server: WireServer, call: Any) -> None:
    server.script(stream_reply("person.sse"))
    response, events = call("llamacpp:m", "Who?", api_base=server.url, stream=True, response_format=Person)
    assert type(response) is any_llm.ParsedResponse
    assert response.output_parsed == Person(name="Ada", age=36)
    assert events[-1].type == "response.completed"
    assert server.requests[0].json["response_format"]["json_schema"]["name"] == "Person"
    assert "text" not in server.requests[0].json


def test_tool_call_stream(server: WireServer, call: Any) -> None:
    server.script(stream_reply("tool_call.sse"))
    response, _ = call("llamacpp:m", "Weather?", api_base=server.url, stream=True)
    assert [item.type for item in response.output] == ["function_call"]
    assert response.output[0].arguments == '{"city": "Paris","unit": "celsius"}'
