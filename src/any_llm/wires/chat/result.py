"""A Chat completion in, a ResponseResource out; and what whole answers and streams have in common besides the items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from any_llm.wires.chat.values import read_count, read_object, read_objects, read_text
from any_llm.wires.echo import build_echo
from any_llm.wires.wire import JSONObject

TRANSLATED = ("id", "object", "created", "model", "choices", "usage", "error", "service_tier")
INCOMPLETE = {
    "length": "max_output_tokens",
    "max_tokens": "max_output_tokens",
    "model_length": "max_output_tokens",
    "content_filter": "content_filter",
}
"""Why an answer ended too early, by `finish_reason`; `model_length` is Mistral's. Any other reason is a normal end."""

FAILED = ("error", "insufficient_system_resource")
"""Reasons that are failures: OpenRouter's and DeepSeek's."""

PROMPT_DETAILS = "prompt_tokens_details"
ANSWER_DETAILS = "completion_tokens_details"


@dataclass(slots=True)
class Head:
    """What an answer says of itself: the last value of each field that its chunks carried."""

    id: str = ""
    created: int = 0
    model: str = ""
    service_tier: str = ""
    finish_reason: str = ""
    usage: JSONObject | None = None
    rest: JSONObject = field(default_factory=dict[str, Any])

    def read(self, chunk: JSONObject, choice: JSONObject) -> None:
        """Take in everything of a chunk but what the model wrote; the first id and time count."""
        self.id = self.id or read_text(chunk.get("id"))
        self.created = self.created or read_count(chunk.get("created"))
        self.model = read_text(chunk.get("model")) or self.model
        self.service_tier = read_text(chunk.get("service_tier")) or self.service_tier
        self.finish_reason = read_text(choice.get("finish_reason")) or self.finish_reason
        # Groq puts the usage of a stream under x_groq, Moonshot into the choice.
        for holder in (choice, read_object(chunk.get("x_groq")), chunk):
            self.usage = read_object(holder.get("usage")) or self.usage
        self.rest |= {
            name: value for name, value in chunk.items() if name not in TRANSLATED and value is not None
        }


def build_resource(
    head: Head,
    fields: Mapping[str, Any],
    status: str,
    output: Sequence[JSONObject],
    now: float,
    error: JSONObject | None = None,
) -> JSONObject:
    """Return a whole ResponseResource; fields of the answer that have no counterpart stay in it under their names."""
    is_over = status in ("completed", "incomplete")
    reason = INCOMPLETE.get(head.finish_reason) if status == "incomplete" else None
    resource = {
        **_build_echo(fields),
        "id": f"resp_{head.id}",
        "object": "response",
        "created_at": head.created,
        "completed_at": max(int(now), head.created) if status == "completed" else None,
        "status": status,
        "incomplete_details": {"reason": reason} if reason else None,
        "model": head.model or read_text(fields.get("model")),
        "output": list(output),
        "error": error,
        "usage": build_usage(head.usage) if is_over or head.usage else None,
        "provider_response_id": head.id or None,
    }
    if head.service_tier:
        resource["service_tier"] = head.service_tier
    return {**{name: value for name, value in head.rest.items() if name not in resource}, **resource}


def build_usage(usage: JSONObject | None) -> JSONObject | None:
    """Return usage in the words of Responses; what only this provider counts stays in it."""
    if usage is None:
        return None
    known = ("prompt_tokens", "completion_tokens", "total_tokens", PROMPT_DETAILS, ANSWER_DETAILS)
    prompt, answer = read_object(usage.get(PROMPT_DETAILS)), read_object(usage.get(ANSWER_DETAILS))
    asked, answered = read_count(usage.get("prompt_tokens")), read_count(usage.get("completion_tokens"))
    # DeepSeek counts cached tokens, SGLang reasoning tokens at the top of usage.
    cached = prompt.get("cached_tokens", usage.get("prompt_cache_hit_tokens", usage.get("cached_tokens")))
    thought = answer.get("reasoning_tokens", usage.get("reasoning_tokens"))
    return {
        **{name: value for name, value in usage.items() if name not in known},
        "input_tokens": asked,
        "output_tokens": answered,
        "total_tokens": read_count(usage.get("total_tokens")) or asked + answered,
        "input_tokens_details": {**prompt, "cached_tokens": read_count(cached)},
        "output_tokens_details": {**answer, "reasoning_tokens": read_count(thought)},
    }


def find_choice(chunk: JSONObject) -> JSONObject:
    """Return the first choice; a request that asks for several cannot be made with Responses."""
    choices = read_objects(chunk.get("choices"))
    return read_object(next((choice for choice in choices if choice.get("index") in (0, None)), None))


def find_error(name: str, chunk: JSONObject) -> Any:
    """Return what a frame reports as an error, in any of the places where servers put it; None if it does not."""
    for error in (chunk.get("error"), find_choice(chunk).get("error")):
        if error:
            return error
    return chunk if name == "error" or chunk.get("object") == "error" else None


def _build_echo(fields: Mapping[str, Any]) -> JSONObject:
    echo = build_echo(fields)
    text = {name: value for name, value in echo["text"].items() if value is not None}
    form = text.setdefault("format", {"type": "text"})
    if form.get("type") == "json_schema":
        defaults = {"description": None, "schema": None, "strict": False}
        text["format"] = {**defaults, **form, "strict": form.get("strict") or False}
    return {**echo, "text": text}
