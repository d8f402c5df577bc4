"""The truth where a server does not tell it: corrections of answers, each for a quirk that was seen. Pure."""

from __future__ import annotations

from typing import Any

from any_llm._core.decode import decode_value, dump_value
from any_llm._core.json_values import is_object
from openresponses_types.base import Deviation


def correct_body(body: dict[str, Any], budget: int) -> tuple[dict[str, Any], tuple[Deviation, ...]]:
    """Return a response body that says `incomplete` where the budget ended it.

    llama.cpp says `completed` also when the answer was cut at `max_output_tokens` (seen 2026-10); usage tells.
    """
    usage = body.get("usage")
    used = usage.get("output_tokens") if is_object(usage) else None
    if body.get("status") != "completed" or not isinstance(used, int) or used < budget:
        return body, ()
    cut = {**body, "status": "incomplete", "incomplete_details": {"reason": "max_output_tokens"}}
    return cut, (Deviation("status", "untrue", "incomplete, for the budget is used up", "completed"),)


def correct_event(event: Any, budget: int) -> Any:
    """Return the terminal event that the usage speaks for, any other event as it is."""
    from openai_responses_types import ResponseCompletedEvent, ResponseIncompleteEvent

    if not isinstance(event, ResponseCompletedEvent):
        return event
    body = dump_value(event)
    response, deviations = correct_body(body.get("response") or {}, budget)
    if not deviations:
        return event
    corrected, _ = decode_value(
        ResponseIncompleteEvent, {**body, "type": "response.incomplete", "response": response}
    )
    return corrected
