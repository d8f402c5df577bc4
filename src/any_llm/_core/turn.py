"""One turn of a conversation as steps: what is asked, and what if the server has lost its state. Pure."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from any_llm._core.transcript import History, Transcript
from any_llm.exceptions import InvalidRequestError

LOST = frozenset({"previous_response_not_found", "response_not_found"})


@dataclass(frozen=True, slots=True)
class Ask:
    """Send a request; what is sent back is the response, or the stream of one."""

    input_data: list[Any]
    parameters: dict[str, Any]


def ask_turn(
    transcript: Transcript, added: Sequence[Any], parameters: Mapping[str, Any], history: History
) -> Generator[Ask, Any, Any]:
    """Yield the request of a turn and return its answer; a server that forgot the last response is told everything.

    Source: Open Responses 2026-04-24, code `previous_response_not_found`.
    """
    input_data, known = transcript.build_request(added, history)
    try:
        return (yield Ask(input_data, {**parameters, **known}))
    except InvalidRequestError as error:
        if not known or not transcript.known or error.code not in LOST:
            raise
    input_data, _ = transcript.forget_server().build_request(added, history)
    return (yield Ask(input_data, dict(parameters)))
