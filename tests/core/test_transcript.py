"""Who remembers a conversation, and what the next request carries."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from any_llm._core.transcript import History, Transcript, find_history
from any_llm._core.turn import Ask, ask_turn
from any_llm.exceptions import InvalidRequestError
from any_llm.providers.registry import get_row
from any_llm.types import Response

HELLO = {"role": "user", "content": "Hello"}
AGAIN = {"role": "user", "content": "Again"}
MESSAGE = {
    "type": "message",
    "id": "msg_1",
    "role": "assistant",
    "status": "completed",
    "content": [{"type": "output_text", "text": "Hi", "annotations": [], "logprobs": []}],
}


def respond(**fields: Any) -> Response:
    return Response.model_validate({"id": "resp_1", "output": [MESSAGE], **fields})


@pytest.mark.parametrize(
    ("provider", "parameters", "stateful", "expected"),
    [
        ("openai", {}, None, History.RESPONSE),
        ("openai", {"store": True}, None, History.RESPONSE),
        ("openai", {"store": False}, None, History.CLIENT),
        ("openai", {"store": False}, True, History.CLIENT),
        ("openai", {}, False, History.CLIENT),
        ("openrouter", {}, None, History.CLIENT),
        ("openrouter", {}, True, History.RESPONSE),
        ("vllm", {}, None, History.CLIENT),
        ("openai", {"conversation": "conv_1"}, None, History.CONVERSATION),
    ],
)
def test_who_remembers(
    provider: str, parameters: dict[str, Any], stateful: bool | None, expected: History
) -> None:
    assert find_history(get_row(provider), parameters, stateful=stateful) is expected


def test_a_row_that_refuses_the_id_keeps_no_state() -> None:
    row = replace(get_row("openai"), refuses=("previous_response_id",))
    assert find_history(row, {}, stateful=None) is History.CLIENT


def test_a_server_with_state_gets_only_what_is_new() -> None:
    transcript = Transcript().add([HELLO], respond(), History.RESPONSE)
    assert transcript.build_request([AGAIN], History.RESPONSE) == (
        [AGAIN],
        {"previous_response_id": "resp_1"},
    )


def test_a_server_without_state_gets_everything() -> None:
    response = respond()
    transcript = Transcript().add([HELLO], response, History.CLIENT)
    assert transcript.build_request([AGAIN], History.CLIENT) == ([HELLO, *response.output, AGAIN], {})


def test_a_response_that_was_not_stored_is_not_named() -> None:
    response = respond(store=False)
    transcript = Transcript().add([HELLO], response, History.RESPONSE)
    assert transcript.response_id is None
    assert transcript.build_request([AGAIN], History.RESPONSE) == ([HELLO, *response.output, AGAIN], {})


def test_a_conversation_object_takes_what_is_new_and_no_id() -> None:
    transcript = Transcript().add([HELLO], respond(), History.CONVERSATION)
    assert transcript.build_request([AGAIN], History.CONVERSATION) == ([AGAIN], {})


def test_items_that_the_server_has_not_seen_go_with_the_next_request() -> None:
    transcript = Transcript().add([HELLO], respond(), History.RESPONSE).append([AGAIN])
    assert transcript.build_request([], History.RESPONSE) == ([AGAIN], {"previous_response_id": "resp_1"})


def test_a_response_without_output_adds_what_was_said() -> None:
    assert Transcript().add([HELLO], respond(output=[]), History.CLIENT).items == (HELLO,)


def ask_lost(transcript: Transcript, error: Exception) -> Ask:
    steps = ask_turn(transcript, [AGAIN], {"temperature": 0}, History.RESPONSE)
    first = next(steps)
    assert first == Ask([AGAIN], {"temperature": 0, "previous_response_id": "resp_1"})
    return steps.throw(error)


def test_a_server_that_forgot_is_told_everything() -> None:
    response = respond()
    transcript = Transcript().add([HELLO], response, History.RESPONSE)
    lost = InvalidRequestError("not found", code="previous_response_not_found")
    assert ask_lost(transcript, lost) == Ask([HELLO, *response.output, AGAIN], {"temperature": 0})


def test_another_error_is_told_to_the_caller() -> None:
    transcript = Transcript().add([HELLO], respond(), History.RESPONSE)
    with pytest.raises(InvalidRequestError, match="no such model"):
        ask_lost(transcript, InvalidRequestError("no such model"))


def test_what_only_the_server_knows_cannot_be_told_again() -> None:
    lost = InvalidRequestError("not found", code="previous_response_not_found")
    with pytest.raises(InvalidRequestError, match="not found"):
        ask_lost(Transcript(response_id="resp_1"), lost)
