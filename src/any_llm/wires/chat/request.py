"""Parameters: a create-response body in, a Chat Completions body out; a table says how each field goes over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from any_llm.wires.chat.conversation import build_messages
from any_llm.wires.chat.tools import add_format, add_tool_choice, add_tools, drop_choice
from any_llm.wires.draft import Draft
from any_llm.wires.wire import JSONObject, Refusals
from any_llm_calls.rows import ProviderRow

UNSAID = "Chat Completions has no such parameter"
STATELESS = "Chat Completions keeps no responses"
LOGPROBS = "message.output_text.logprobs"


def build_request(fields: Mapping[str, Any], row: ProviderRow, refusals: Refusals) -> JSONObject:
    """Return the Chat Completions body for the fields of a create-response body.

    Fields that no document lists go out as they are. A field that is null counts as not given.

    Raises:
        UnsupportedParameterError: something cannot be said on this wire or to this provider.
    """
    draft = Draft(fields, row, refusals)
    for name, value in fields.items():
        if name not in TRANSLATORS:
            draft.body[name] = value
        elif value is not None:
            TRANSLATORS[name](draft, name, value)
    if fields.get("tools") and "tools" not in draft.body:
        drop_choice(draft)
    draft.body["messages"] = build_messages(draft)
    return draft.body


def _send(draft: Draft, name: str, value: Any) -> None:
    draft.body[name] = value


def _send_to_openai(draft: Draft, name: str, value: Any) -> None:
    if draft.has("openai", name):
        draft.body[name] = value
    else:
        draft.refuse(name, "only OpenAI and Azure take it in Chat Completions")


def _skip(draft: Draft, name: str, value: Any) -> None:
    """Messages are built last, and metadata are repeated in the response: neither adds a parameter."""


def _refuse(draft: Draft, name: str, value: Any) -> None:
    draft.refuse(name, STATELESS if name in STATE else UNSAID)


def _refuse_unless(default: Any) -> Translator:
    def translate(draft: Draft, name: str, value: Any) -> None:
        if value != default:
            _refuse(draft, name, value)

    return translate


def _add_limit(draft: Draft, name: str, value: Any) -> None:
    draft.body["max_completion_tokens" if draft.has("openai") else "max_tokens"] = value


def _add_include(draft: Draft, name: str, value: Any) -> None:
    for index, wanted in enumerate(value):
        if wanted == LOGPROBS:
            draft.body["logprobs"] = True
        else:
            draft.refuse(f"include[{index}]", f"{wanted!r} cannot be asked for in Chat Completions")


def _add_top_logprobs(draft: Draft, name: str, value: Any) -> None:
    if value or LOGPROBS in (draft.fields.get("include") or ()):
        draft.body.update({"logprobs": True, "top_logprobs": value})


def _add_parallel(draft: Draft, name: str, value: Any) -> None:
    if value is not True and draft.fields.get("tools"):
        draft.body[name] = value


def _add_text(draft: Draft, name: str, value: Any) -> None:
    if (verbosity := value.get("verbosity")) is not None:
        if draft.has("openai"):
            draft.body["verbosity"] = verbosity
        else:
            draft.refuse("text.verbosity", "only OpenAI and Azure take it in Chat Completions")
    if value.get("format") is not None:
        add_format(draft, value["format"])
    draft.refuse_given(value, {key: UNSAID for key in value if key not in ("format", "verbosity")}, "text")


def _add_reasoning(draft: Draft, name: str, value: Any) -> None:
    if (effort := value.get("effort")) is not None:
        levels = draft.find_words("effort")
        if levels is None or effort in levels:
            draft.body["reasoning_effort"] = effort
        else:
            draft.refuse(
                "reasoning.effort", f"{effort!r} is none of the provider's levels: {', '.join(levels)}"
            )
    if value.get("summary") not in (None, "auto"):  # reasoning text comes back as the model wrote it
        draft.refuse("reasoning.summary", "Chat Completions cannot ask for a kind of summary")
    draft.refuse_given(value, {key: UNSAID for key in value if key not in ("effort", "summary")}, "reasoning")


def _add_stream(draft: Draft, name: str, value: Any) -> None:
    if value:
        draft.body["stream"] = True
        if not draft.has("no-stream-options"):
            draft.body["stream_options"] = {"include_usage": True, **draft.body.get("stream_options", {})}


def _add_stream_options(draft: Draft, name: str, value: Any) -> None:
    options = {key: option for key, option in value.items() if option is not None}
    if "include_obfuscation" in options and not draft.has("openai") and options.pop("include_obfuscation"):
        draft.refuse("stream_options.include_obfuscation", "only OpenAI and Azure pad their streams")
    if options and draft.has("no-stream-options"):
        draft.refuse("stream_options", "the provider takes no stream options")
    elif options and draft.fields.get("stream"):
        draft.body["stream_options"] = {"include_usage": True, **options}


Translator = Callable[[Draft, str, Any], None]

STATE = ("store", "background", "previous_response_id", "conversation", "prompt", "context_management")

TRANSLATORS: Mapping[str, Translator] = {
    "background": _refuse_unless(False),
    "context_management": _refuse,
    "conversation": _refuse,
    "frequency_penalty": _send,
    "include": _add_include,
    "input": _skip,
    "instructions": _skip,
    "max_output_tokens": _add_limit,
    "max_tool_calls": _refuse,
    "metadata": _skip,
    "model": _send,
    "moderation": _send_to_openai,
    "parallel_tool_calls": _add_parallel,
    "presence_penalty": _send,
    "previous_response_id": _refuse,
    "prompt": _refuse,
    "prompt_cache_key": _send_to_openai,
    "prompt_cache_options": _send_to_openai,
    "prompt_cache_retention": _send_to_openai,
    "reasoning": _add_reasoning,
    "safety_identifier": _send_to_openai,
    "service_tier": _send_to_openai,
    "store": _refuse_unless(False),
    "stream": _add_stream,
    "stream_options": _add_stream_options,
    "temperature": _send,
    "text": _add_text,
    "tool_choice": add_tool_choice,
    "tools": add_tools,
    "top_logprobs": _add_top_logprobs,
    "top_p": _send,
    "truncation": _refuse_unless("disabled"),
    "user": _send_to_openai,
}
"""What puts each field of a create-response body into the body that is sent, or refuses it."""
