"""Replies become results: the class follows the call, an error in a good reply is an error, facts are attached."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest
from pydantic import BaseModel

from any_llm._core import result
from any_llm._core.call import Call, prepare_call
from any_llm._core.exchange import Exchanged
from any_llm._core.messages import HttpReply
from any_llm._core.result import (
    build_not_streamed_error,
    build_response,
    describe_exchange,
)
from any_llm._core.streaming import build_reader
from any_llm.exceptions import (
    OutputIncompleteError,
    ProviderError,
    RateLimitError,
    SpecDeviationError,
)
from any_llm.parsed import ParsedResponse
from any_llm.providers.registry import get_row
from openai_responses_types import Response
from openresponses_types import HttpInfo, ResponseResource
from tests.support.wire_server import read_recorded

TEXT = read_recorded("text.json")
HEADERS = {"x-request-id": "req_1", "content-type": "application/json"}


HTTP = HttpInfo(200, HEADERS, "req_1", 0.5, 2)


class Person(BaseModel):
    name: str
    age: int


def prepare(provider: str = "vllm", **parameters: Any) -> Call:
    return prepare_call(
        "m", "Hi", parameters, row=get_row(provider), get_base_url=lambda _: "http://h/v1", headers={}
    )


def receive(body: bytes | dict[str, Any], status: int = 200) -> Exchanged:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Exchanged(HttpReply(status, HEADERS, data), 2, ("sk-secret",))


@pytest.mark.parametrize(
    ("provider", "model"), [("openai", Response), ("vllm", ResponseResource), ("groq", ResponseResource)]
)
@pytest.mark.parametrize("body", [TEXT, b"{}", b'{"output":5}', b'{"output":[null]}', b'{"error":null}'])
def test_class_follows_the_provider_whatever_came(provider: str, model: type, body: bytes) -> None:
    response = build_response(prepare(provider), receive(body), HTTP)
    assert type(response) is model
    assert json.loads(response.model_dump_json()) == json.loads(body)


def test_facts_of_the_exchange_are_attached() -> None:
    call, exchanged = prepare(), receive(TEXT)
    assert describe_exchange(call, exchanged, 0.5) == HTTP
    response = build_response(call, exchanged, HTTP)
    assert response.http is HTTP
    assert (response.http.request_id, response.http.attempts, response.http.elapsed) == ("req_1", 2, 0.5)
    assert response.http.wire == "responses"
    assert response.deviations


@pytest.mark.parametrize("body", [b"", b"<html>", b"[1]", b"null", b"\xff", b"[" * 9999])
def test_body_that_is_no_object_is_a_provider_error_without_secrets(body: bytes) -> None:
    with pytest.raises(ProviderError, match="expected a JSON object from vllm") as caught:
        build_response(prepare(), receive(body + b" sk-secret"), HTTP)
    assert caught.value.status_code == 200
    assert caught.value.request_id == "req_1"
    assert "sk-secret" not in f"{caught.value}{vars(caught.value)}"


def test_error_in_a_good_reply_is_an_error() -> None:
    body = {"error": {"message": "slow down, sk-secret", "code": 429}}
    with pytest.raises(RateLimitError, match="slow down") as caught:
        build_response(prepare(), receive(body), HTTP)
    assert (caught.value.status_code, caught.value.code) == (200, 429)
    assert "sk-secret" not in str(caught.value)


@pytest.mark.parametrize(
    "body",
    [
        {"message": "Unauthorized"},
        {"code": 1001, "msg": "bad key"},
        {"id": "c", "object": "chat.completion", "choices": [{"message": {"content": "Hi"}}]},
    ],
    ids=["message", "msg", "completion"],
)
def test_body_of_another_api_is_no_response(body: dict[str, Any]) -> None:
    with pytest.raises(ProviderError, match="no response; does api_base lead to a Responses endpoint"):
        build_response(prepare(), receive(body), HTTP)


def test_error_of_a_response_with_output_is_no_exception() -> None:
    body = {"output": [], "status": "failed", "error": {"message": "boom", "code": "server_error"}}
    assert build_response(prepare(), receive(body), HTTP).error.message == "boom"


def test_strict_raises_with_place_and_kind() -> None:
    with pytest.raises(SpecDeviationError) as caught:
        build_response(prepare(strict=True), receive({"output": [], "status": 5}), HTTP)
    assert (caught.value.event, caught.value.path, caught.value.kind) == ("response", "status", "wrong_type")


def test_parsed_response_of_every_provider_is_of_one_class() -> None:
    for provider in ("openai", "vllm", "llamacpp"):
        call = prepare(provider, response_format=Person)
        response = build_response(call, receive(read_recorded("person.json")), HTTP)
        assert type(response) is ParsedResponse
        assert type(response.output_parsed) is Person


def test_embedded_model_that_used_up_its_budget_is_incomplete() -> None:
    body = read_recorded("cut.json")
    response = build_response(prepare("local", max_output_tokens=3), receive(body), HTTP)
    assert type(response) is ResponseResource
    assert (response.status, response.incomplete_details.reason) == ("incomplete", "max_output_tokens")
    assert "untrue" in {deviation.kind for deviation in response.deviations}
    assert build_response(prepare("local", max_output_tokens=4), receive(body), HTTP).status == "completed"
    assert build_response(prepare("vllm", max_output_tokens=3), receive(body), HTTP).status == "completed"
    parsed = build_response(
        prepare("local", max_output_tokens=3, response_format=Person), receive(body), HTTP
    )
    with pytest.raises(OutputIncompleteError):
        _ = parsed.output_parsed


def test_stream_of_the_embedded_model_that_used_up_its_budget_is_incomplete() -> None:
    call = prepare("local", max_output_tokens=3, stream=True)
    reader, build_final = build_reader(call, lambda: HTTP, ())
    events = [*reader.feed(read_recorded("cut.sse")), *reader.finish()]
    assert events[-1].type == "response.incomplete"
    reader.check_end()
    final = build_final()
    assert type(final) is ResponseResource
    assert (final.status, final.output_text) == ("incomplete", "The capital of")
    assert final.http.request_id == "req_1"


def test_whole_body_in_place_of_a_stream_is_the_error_that_it_holds() -> None:
    call = prepare(stream=True)
    said = build_not_streamed_error(call, receive({"error": {"message": "slow down", "code": 429}}))
    assert type(said) is RateLimitError
    for body in (TEXT, b"<html>", b""):
        error = build_not_streamed_error(call, receive(body))
        assert type(error) is ProviderError
        assert "expected an event stream from vllm, got application/json" in error.message


def test_deviation_is_logged_once_per_provider_and_path(caplog: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(result, "_told", set())
    caplog.set_level(logging.INFO, "any_llm")
    for provider in ("vllm", "vllm", "groq"):
        build_response(prepare(provider), receive({"output": [], "status": "private words"}), HTTP)
    said = [record.getMessage() for record in caplog.records if record.name == "any_llm"]
    assert said
    assert len(said) == len(set(said))
    assert sum("at model: missing" in line for line in said) == 2
    assert "private" not in caplog.text
