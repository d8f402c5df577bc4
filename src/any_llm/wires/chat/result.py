"""What a Chat completion says besides its message: how it ended, what it used, what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from any_llm.wires.chat.message import read_choice_rest
from any_llm.wires.endings import read_ending
from any_llm.wires.resource import Ending, Head
from any_llm.wires.values import merge_fields, read_count, read_object, read_objects, read_text
from any_llm.wires.wire import JSONObject

TRANSLATED = ("id", "object", "created", "model", "choices", "usage", "error", "service_tier")
PROMPT_DETAILS = "prompt_tokens_details"
ANSWER_DETAILS = "completion_tokens_details"


@dataclass(slots=True)
class ChatHead(Head):
    """What a completion says of itself: the last value of each field that its chunks carried."""

    finish_reason: str = ""
    usage: JSONObject | None = None

    def read(self, chunk: JSONObject, choice: JSONObject) -> None:
        """Take in everything of a chunk but what the model wrote."""
        tier = read_text(chunk.get("service_tier"))
        self.learn(chunk, TRANSLATED, created=read_count(chunk.get("created")), service_tier=tier)
        self.finish_reason = read_text(choice.get("finish_reason")) or self.finish_reason
        self.rest.update(merge_fields(self.rest, read_choice_rest(choice)))
        # Groq puts the usage of a stream under x_groq, Moonshot into the choice.
        for holder in (choice, read_object(chunk.get("x_groq")), chunk):
            self.usage = read_object(holder.get("usage")) or self.usage


def build_ending(head: ChatHead, status: str, error: JSONObject | None) -> Ending:
    """Return how far an answer is."""
    is_over = status in ("completed", "incomplete")
    reason = read_ending(head.finish_reason)[1] if status == "incomplete" else None
    usage = build_usage(head.usage) if is_over or head.usage else None
    return Ending(status, reason, error, usage, "" if status == "in_progress" else head.finish_reason)


def build_usage(usage: JSONObject | None) -> JSONObject | None:
    """Return usage in the words of Responses; what only this provider counts stays in it."""
    if usage is None:
        return None
    known = ("prompt_tokens", "completion_tokens", "total_tokens", PROMPT_DETAILS, ANSWER_DETAILS)
    prompt, answer = read_object(usage.get(PROMPT_DETAILS)), read_object(usage.get(ANSWER_DETAILS))
    asked, answered = read_count(usage.get("prompt_tokens")), read_count(usage.get("completion_tokens"))
    # DeepSeek counts cached tokens, SGLang reasoning tokens at the top of usage.
    cached = _find_first(
        prompt.get("cached_tokens"), usage.get("prompt_cache_hit_tokens"), usage.get("cached_tokens")
    )
    thought = _find_first(answer.get("reasoning_tokens"), usage.get("reasoning_tokens"))
    # xAI and Gemini leave the thought out of completion_tokens, but not out of the total.
    total = read_count(usage.get("total_tokens"))
    unsaid = max(total - asked - answered, 0) if asked and "completion_tokens" in usage else 0
    thought = unsaid if thought is None else thought
    stored = {
        "cached_tokens": read_count(cached),
        "cache_write_tokens": read_count(prompt.get("cache_write_tokens")),
    }
    return {
        **{name: value for name, value in usage.items() if name not in known},
        "input_tokens": asked,
        "output_tokens": answered + unsaid,
        "total_tokens": total or asked + answered,
        "input_tokens_details": {**prompt, **stored},
        "output_tokens_details": {**answer, "reasoning_tokens": read_count(thought)},
    }


def _find_first(*values: Any) -> Any:
    return next((value for value in values if value is not None), None)


def find_choice(chunk: JSONObject) -> JSONObject:
    """Return the first choice; a request that asks for several cannot be made with Responses."""
    choices = read_objects(chunk.get("choices"))
    return read_object(next((choice for choice in choices if choice.get("index") in (0, None)), None))


def find_error(name: str, chunk: JSONObject) -> Any:
    """Return what a frame reports as an error, in any of the places where servers put it; None if it does not."""
    groq = read_object(chunk.get("x_groq"))
    for error in (
        chunk.get("error"),
        find_choice(chunk).get("error"),
        groq.get("error"),
        _find_status(chunk),
    ):
        if error:
            kind = chunk.get("error_type")  # TGI's, beside a message
            return {"message": error, "type": kind} if isinstance(error, str) and kind else error
    return chunk if name == "error" or chunk.get("object") == "error" else None


def _find_status(chunk: JSONObject) -> JSONObject | None:
    """Return MiniMax's error, which it reports with status 200 beside an answer of null."""
    status = read_object(chunk.get("base_resp"))
    code = read_count(status.get("status_code"))
    return {"code": code, "message": status.get("status_msg")} if code else None
