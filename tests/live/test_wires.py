"""One client, two wires: the embedded server speaks both, and the results are of one form."""

from __future__ import annotations

from typing import Any

import pydantic
import pytest

import any_llm
from any_llm import types
from openresponses_types import ResponseResource

pytestmark = [
    pytest.mark.live,
    pytest.mark.xdist_group("live"),
    pytest.mark.parametrize("wire", ["responses", "chat", "messages"]),
]
CAPITAL = "What is the capital of France?"


class Person(pydantic.BaseModel):
    name: str
    age: int


def get_weather(city: str) -> str:
    """Current weather of a city."""
    return f"It is 18 degrees and sunny in {city}."


def test_text(local_model: str, call: Any, wire: str) -> None:
    response = call(local_model, CAPITAL, temperature=0, wire=wire)
    assert type(response) is ResponseResource
    assert response.output_text == "The capital of France is Paris."
    assert response.status == "completed"
    assert response.http.wire == wire
    assert response.usage.output_tokens > 0
    if wire != "responses":
        assert response.deviations == ()


def test_stream(local_model: str, call: Any, wire: str) -> None:
    response, events = call(local_model, CAPITAL, temperature=0, wire=wire, stream=True)
    deltas = [event.delta for event in events if isinstance(event, types.ResponseTextDeltaEvent)]
    assert len(deltas) > 3
    assert "".join(deltas) == response.output_text == "The capital of France is Paris."
    assert not [event for event in events if isinstance(event, types.UnknownEvent)]
    if wire != "responses":
        assert [event.sequence_number for event in events] == list(range(len(events)))


def test_cut_answer(local_model: str, call: Any, wire: str) -> None:
    response = call(local_model, CAPITAL, temperature=0, wire=wire, max_output_tokens=3)
    assert (response.status, response.incomplete_details.reason) == ("incomplete", "max_output_tokens")


def test_tools(local_model: str, wire: str) -> None:
    run = any_llm.run_tools(
        local_model,
        "What is the weather in Paris?",
        tools=[get_weather],
        temperature=0,
        max_output_tokens=100,
        wire=wire,  # type: ignore[arg-type]  # a parameter of the test
    )
    assert [one.arguments for one in run.executions] == [{"city": "Paris"}]
    assert "sunny" in run.output_text


def test_turns(local_model: str, wire: str) -> None:
    chat = any_llm.Conversation(local_model, temperature=0, max_output_tokens=40, wire=wire)  # type: ignore[arg-type]
    chat.responses(CAPITAL)
    assert "Rome" in chat.responses("And of Italy?").output_text


def test_error(local_model: str, call: Any, wire: str) -> None:
    with pytest.raises(any_llm.exceptions.InvalidRequestError):
        call(local_model, "word " * 5000, wire=wire)


def test_typed(local_model: str, call: Any, wire: str) -> None:
    prompt = "Ada is 36 years old. Extract the person."
    response = call(local_model, prompt, temperature=0, response_format=Person, wire=wire)
    assert response.output_parsed == Person(name="Ada", age=36)
