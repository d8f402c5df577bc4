"""The four outcomes of a parse, and that each keeps the text, the usage and the response."""

from __future__ import annotations

import copy
import pickle
import warnings
from typing import Any

import pytest
from pydantic import BaseModel

from any_llm._core.outcome import find_answer, settle_output
from any_llm._text_format.target import build_target
from any_llm.exceptions import (
    OutputIncompleteError,
    OutputMismatchError,
    OutputMissingError,
    OutputNotJSONError,
    OutputParsingError,
    OutputRefusedError,
)
from any_llm.parsed import ParsedResponse
from any_llm.types import Response

USAGE = {
    "input_tokens": 1,
    "output_tokens": 2,
    "total_tokens": 3,
    "input_tokens_details": {"cached_tokens": 0},
    "output_tokens_details": {"reasoning_tokens": 0},
}


class Person(BaseModel):
    name: str
    age: int


ADA = '{"name": "Ada", "age": 36}'


def say(text: str, **fields: Any) -> dict[str, Any]:
    return {
        "type": "message",
        "content": [{"type": "output_text", "text": text, "annotations": []}],
        **fields,
    }


def refuse(text: str) -> dict[str, Any]:
    return {"type": "message", "content": [{"type": "refusal", "refusal": text}]}


CALL = {"type": "function_call", "call_id": "call_1", "name": "get_weather", "arguments": "{}"}


def settle(
    *output: Any, status: str = "completed", target: Any = Person, **fields: Any
) -> ParsedResponse[Any]:
    body = {"id": "resp_1", "status": status, "usage": USAGE, "output": list(output), **fields}
    response: ParsedResponse[Any] = ParsedResponse.model_validate(body)
    settle_output(response, build_target(target))
    return response


def test_a_value() -> None:
    response = settle(say(ADA))
    assert response.output_parsed == Person(name="Ada", age=36)
    assert response.output_error is None


@pytest.mark.parametrize(
    ("response", "kind", "text"),
    [
        (settle(refuse("I must not.")), OutputRefusedError, "I must not."),
        (
            settle(
                say('{"name": "A'),
                status="incomplete",
                incomplete_details={"reason": "max_output_tokens"},
            ),
            OutputIncompleteError,
            '{"name": "A',
        ),
        (settle(say("Ada is 36.")), OutputNotJSONError, "Ada is 36."),
        (settle(say('{"name": "Ada"}')), OutputMismatchError, '{"name": "Ada"}'),
        (settle(CALL), OutputMissingError, ""),
    ],
    ids=["refusal", "incomplete", "no JSON", "mismatch", "calls"],
)
def test_what_is_no_value_keeps_the_evidence(
    response: ParsedResponse[Any], kind: type[OutputParsingError], text: str
) -> None:
    error = response.output_error
    assert type(error) is kind
    assert error.response is response
    assert error.text == text
    assert error.usage == response.usage
    assert error.usage is not None
    assert error.usage.output_tokens == 2
    with pytest.raises(kind) as caught:
        _ = response.output_parsed
    assert caught.value is error


def test_a_response_is_returned_whatever_it_says() -> None:
    response = settle(
        say('{"name": "A'), status="incomplete", incomplete_details={"reason": "content_filter"}
    )
    assert response.status == "incomplete"
    assert response.incomplete_details is not None
    assert response.incomplete_details.reason == "content_filter"
    assert response.output_text == '{"name": "A'


def test_half_of_a_surrogate_pair_is_no_json() -> None:
    response: ParsedResponse[Any] = settle(say(ADA))
    response.output[0].content[0].text = '{"name": "\ud800"}'  # type: ignore[union-attr,index]
    settle_output(response, build_target(Person))
    assert isinstance(response.output_error, OutputNotJSONError)


def test_raising_twice_does_not_grow_the_traceback() -> None:
    response = settle(say("no"))
    lengths: list[int] = []
    for _ in range(2):
        with pytest.raises(OutputNotJSONError) as caught:
            _ = response.output_parsed
        lengths.append(len(caught.traceback))
    assert lengths[0] == lengths[1]


def test_what_the_model_says_on_the_way_is_no_answer() -> None:
    response = settle(say("Let me see.", phase="commentary"), say(ADA, phase="final_answer"))
    assert response.output_parsed.age == 36
    assert response.output_text == f"Let me see.{ADA}"


def test_text_beside_calls_is_read() -> None:
    assert settle(say(ADA), CALL).output_parsed.name == "Ada"


def test_a_response_with_calls_that_stopped_early_is_incomplete() -> None:
    assert isinstance(settle(CALL, status="incomplete").output_error, OutputIncompleteError)


@pytest.mark.parametrize("response", [settle(say(ADA)), settle(say("no"))], ids=["value", "error"])
def test_a_parsed_response_can_be_pickled_copied_and_dumped(response: ParsedResponse[Any]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        dumped = response.model_dump(mode="json")
        assert Response.model_validate(dumped).model_dump(mode="json") == dumped
    for twin in (pickle.loads(pickle.dumps(response)), copy.deepcopy(response)):
        assert twin.model_dump() == response.model_dump()
        assert type(twin.output_error) is type(response.output_error)


def test_the_error_can_be_pickled_with_its_response() -> None:
    error = settle(say("no")).output_error
    assert error is not None
    twin = pickle.loads(pickle.dumps(error))
    assert (type(twin), twin.text, twin.response.output_text) == (type(error), "no", "no")


@pytest.mark.parametrize("content", [5, "words", None, {}, [None], [5], [{"type": "refusal"}]])
def test_content_of_a_strange_form_does_not_stop_the_search(content: Any) -> None:
    strange = {"type": "message", "content": content}
    response = Response.model_construct(
        output=[None, *Response.model_validate({"output": [refuse("I must not.")]}).output]
    )
    assert find_answer(response) == ("", "I must not.")
    from any_llm._core.decode import decode_value

    decoded, _ = decode_value(Response, {"output": [None, strange, refuse("I must not.")]})
    assert find_answer(decoded)[1] is not None
