"""The five call shapes on the embedded model, sync and async: a real server, real weights, real bytes."""

from __future__ import annotations

from typing import Any

import pydantic
import pytest

import any_llm
from any_llm import types
from openresponses_types import ResponseResource

pytestmark = [pytest.mark.live, pytest.mark.xdist_group("live")]

CAPITAL = "What is the capital of France?"


class Person(pydantic.BaseModel):
    name: str
    age: int


def get_weather(city: str, unit: str) -> str:
    """Current weather of a city."""
    return f"18 degrees {unit} in {city}"


def test_plain(local_model: str, call: Any) -> None:
    response = call(local_model, CAPITAL, temperature=0)
    assert type(response) is ResponseResource
    assert response.output_text == "The capital of France is Paris."
    assert response.status == "completed"
    assert response.usage.output_tokens > 0
    assert response.http.status == 200


def test_stream(local_model: str, call: Any) -> None:
    response, events = call(local_model, CAPITAL, temperature=0, stream=True)
    deltas = [event.delta for event in events if isinstance(event, types.ResponseTextDeltaEvent)]
    assert len(deltas) > 3
    assert "".join(deltas) == response.output_text == "The capital of France is Paris."
    assert type(response) is ResponseResource
    assert not [event for event in events if isinstance(event, types.UnknownEvent)]


def test_response_format_type(local_model: str, call: Any) -> None:
    response = call(
        local_model, "Ada is 36 years old. Extract the person.", temperature=0, response_format=Person
    )
    assert type(response) is any_llm.ParsedResponse
    assert response.output_parsed == Person(name="Ada", age=36)


def test_response_format_dict(local_model: str, call: Any) -> None:
    schema = {
        "type": "object",
        "properties": {"name": {"type": "string"}, "age": {"type": "integer"}},
        "required": ["name", "age"],
        "additionalProperties": False,
    }
    wanted = {"type": "json_schema", "name": "person", "schema": schema}
    response = call(
        local_model, "Ada is 36 years old. Extract the person.", temperature=0, response_format=wanted
    )
    assert type(response) is ResponseResource
    assert Person.model_validate_json(response.output_text) == Person(name="Ada", age=36)


def test_stream_and_response_format_type(local_model: str, call: Any) -> None:
    response, events = call(
        local_model,
        "Ada is 36 years old. Extract the person.",
        temperature=0,
        stream=True,
        response_format=Person,
    )
    assert type(response) is any_llm.ParsedResponse
    assert response.output_parsed == Person(name="Ada", age=36)
    assert events[-1].type == "response.completed"


def test_callable_as_tool(local_model: str, call: Any) -> None:
    response = call(
        local_model,
        "What is the weather in Paris, in celsius?",
        temperature=0,
        tools=[get_weather],
        tool_choice="required",
        max_output_tokens=64,
    )
    first = response.output[0]
    assert first.type == "function_call"
    assert first.name == "get_weather"
    assert "Paris" in first.arguments


@pytest.mark.parametrize("stream", [False, True])
def test_answer_cut_by_the_budget_is_incomplete(local_model: str, call: Any, stream: bool) -> None:
    result = call(local_model, CAPITAL, temperature=0, max_output_tokens=3, stream=stream)
    response = result[0] if stream else result
    assert response.status == "incomplete"
    assert response.incomplete_details.reason == "max_output_tokens"
    assert response.output_text == "The capital of"


def test_output_goes_back_as_input(local_model: str, call: Any) -> None:
    history: list[Any] = [{"role": "user", "content": CAPITAL}]
    first = call(local_model, history, temperature=0)
    history += first.output
    history.append({"role": "user", "content": "Hi"})
    assert call(local_model, history, temperature=0, max_output_tokens=32).output_text


def test_parameter_that_the_server_ignores_is_refused(local_model: str, call: Any) -> None:
    with pytest.raises(any_llm.exceptions.UnsupportedParameterError, match="previous_response_id"):
        call(local_model, "Hi", previous_response_id="resp_1")
