"""One spelling for events that servers spell in two ways: an event in, the same in the commoner spelling out."""

from __future__ import annotations

from any_llm._core.decode import decode_value, dump_value
from openai_responses_types import (
    ResponseErrorEvent,
    ResponseReasoningDeltaEvent,
    ResponseReasoningDoneEvent,
    ResponseReasoningTextDeltaEvent,
    ResponseReasoningTextDoneEvent,
    ResponseStreamEvent,
)

SPELLINGS = {
    ResponseReasoningDeltaEvent: (ResponseReasoningTextDeltaEvent, "response.reasoning_text.delta"),
    ResponseReasoningDoneEvent: (ResponseReasoningTextDoneEvent, "response.reasoning_text.done"),
}
"""The neutral document's event and OpenAI's, which llama.cpp and vLLM send as well (2026-10)."""


def normalize_event(event: ResponseStreamEvent) -> ResponseStreamEvent:
    """Return an event in the spelling that most servers use, so that code has to know one only.

    Raw reasoning becomes `response.reasoning_text.delta` and `.done`; an error event has `code`, `message` and `param`
    at its top, without the nested `error`. Any other event comes back as it is.

    Args:
        event: an event of a stream; it is not changed, and still has what the server sent.
    """
    for spelling, (common, tag) in SPELLINGS.items():
        if isinstance(event, spelling):
            return decode_value(common, {**dump_value(event), "type": tag})[0]
    if isinstance(event, ResponseErrorEvent) and "error" in (event.model_extra or {}):
        flat = {name: value for name, value in dump_value(event).items() if name != "error"}
        return decode_value(ResponseErrorEvent, flat)[0]
    return event
