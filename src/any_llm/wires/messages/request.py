"""Parameters: a create-response body in, an Anthropic Messages body out; a table says how each field goes over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from any_llm._core.json_values import is_object
from any_llm.wires.draft import Draft
from any_llm.wires.messages.conversation import add_conversation
from any_llm.wires.messages.models import BUDGETS, is_schema_by_tool, read_model
from any_llm.wires.messages.tools import add_tool_choice, add_tools
from any_llm.wires.values import read_object
from any_llm.wires.wire import JSONObject, Refusals
from any_llm_calls.rows import ProviderRow

UNSAID = "Anthropic Messages has no such parameter"
STATELESS = "Anthropic Messages keeps no responses"
CACHING = "this API caches by cache_control, which extra_body can carry"
VERTEX_VERSION = "vertex-2023-10-16"
"""Where the model stands in the address, the version of the API stands in the body."""

TIERS = {"auto": "auto", "default": "standard_only"}


def build_request(fields: Mapping[str, Any], row: ProviderRow, refusals: Refusals) -> JSONObject:
    """Return the Messages body for the fields of a create-response body.

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
    draft.body.setdefault("max_tokens", row.default_max_output_tokens or _read_model(draft).max_tokens)
    add_tools(draft)
    add_tool_choice(draft)
    add_conversation(draft)
    return draft.body


def _read_model(draft: Draft) -> Any:
    return read_model(str(draft.fields.get("model")), draft.row)


def _add_model(draft: Draft, name: str, value: Any) -> None:
    if draft.has("model-in-url"):
        draft.body["anthropic_version"] = VERTEX_VERSION
    else:
        draft.body[name] = value


def _get_effort(draft: Draft) -> Any:
    return read_object(draft.fields.get("reasoning")).get("effort")


def _add_limit(draft: Draft, name: str, value: Any) -> None:
    draft.body["max_tokens"] = value


def _add_sampling(draft: Draft, name: str, value: Any) -> None:
    if not _read_model(draft).has_sampling:
        draft.refuse(name, f"{draft.fields.get('model')} answers 400 to it")
    elif not 0 <= value <= 1:
        draft.refuse(name, f"expected 0 to 1 on this wire, got {value}")
    elif name == "temperature" and value != 1 and _get_effort(draft) not in (None, "none"):
        draft.refuse(name, "a model that thinks takes none but 1")
    else:
        draft.body[name] = value


def _skip(draft: Draft, name: str, value: Any) -> None:
    """Messages and tools are built last, and metadata are repeated in the response: neither adds a parameter."""


def _refuse(draft: Draft, name: str, value: Any) -> None:
    draft.refuse(name, STATELESS if name in STATE else CACHING if name.startswith("prompt_cache") else UNSAID)


def _refuse_unless(default: Any) -> Translator:
    def translate(draft: Draft, name: str, value: Any) -> None:
        if value != default:
            _refuse(draft, name, value)

    return translate


def _add_include(draft: Draft, name: str, value: Any) -> None:
    """Encrypted content comes whether it is asked for or not; nothing else can be included."""
    for index, wanted in enumerate(value):
        if wanted != "reasoning.encrypted_content":
            draft.refuse(f"include[{index}]", f"{wanted!r} cannot be asked for in Anthropic Messages")


def _add_user(draft: Draft, name: str, value: Any) -> None:
    """Both names mean the end user; which of the two is checked last does not matter."""
    metadata = draft.body.setdefault("metadata", {})
    if metadata.setdefault("user_id", value) != value:
        draft.refuse(name, "this wire has one id of the user; user and safety_identifier differ")


def _add_tier(draft: Draft, name: str, value: Any) -> None:
    if value in TIERS:
        draft.body[name] = TIERS[value]
    else:
        draft.refuse(name, f"{value!r} is no tier of this API; it has {' and '.join(map(repr, TIERS))}")


def _add_text(draft: Draft, name: str, value: Any) -> None:
    form = read_object(value.get("format"))
    match form.get("type"):
        case "json_schema":
            _add_schema(draft, form)
        case "text" | None:
            pass
        case kind:
            draft.refuse("text.format", f"this wire has no format {kind!r}")
    draft.refuse_given(value, {key: UNSAID for key in value if key != "format"}, name)


def _add_schema(draft: Draft, form: Mapping[str, Any]) -> None:
    """Ask for a schema by its own field; the name is a label of Responses, the description goes into the schema."""
    if form.get("strict") is False:
        draft.refuse("text.format.strict", "a schema is always followed on this wire")
    if is_schema_by_tool(draft.fields, draft.row):
        return
    if not _read_model(draft).has_schema:
        draft.refuse(
            "text.format", f"{draft.fields.get('model')} follows a schema only where it has no tools"
        )
        return
    schema = dict(form.get("schema") or {})
    if form.get("description") is not None:
        schema.setdefault("description", form["description"])
    draft.body.setdefault("output_config", {})["format"] = {"type": "json_schema", "schema": schema}


def _add_reasoning(draft: Draft, name: str, value: Any) -> None:
    if (effort := _get_effort(draft)) is not None:
        _add_effort(draft, effort)
    summary = value.get("summary")
    thinking = draft.body.get("thinking", {"type": "disabled"})
    if summary == "auto" and thinking["type"] != "disabled" and _read_model(draft).thinking == "effort":
        thinking["display"] = "summarized"
    elif summary not in (None, "auto"):  # older models summarise by themselves
        draft.refuse("reasoning.summary", f"{summary!r} cannot be asked for; 'auto' can")
    draft.refuse_given(value, {key: UNSAID for key in value if key not in ("effort", "summary")}, name)


def _add_effort(draft: Draft, effort: str) -> None:
    path, way = "reasoning.effort", _read_model(draft).thinking
    levels = [*BUDGETS, "xhigh", "max"] if way == "effort" else [*BUDGETS] if way == "budget" else []
    if effort == "none":
        draft.body["thinking"] = {"type": "disabled"}
    elif effort not in levels:
        known = ", ".join(["none", *levels])
        draft.refuse(path, f"{effort!r} is none of the levels of {draft.fields.get('model')}: {known}")
    elif is_forced(draft):
        draft.refuse(
            path, "a model that thinks cannot be made to call a tool; tool_choice must be auto or none"
        )
    elif way == "effort":
        draft.body["thinking"] = {"type": "adaptive"}
        draft.body.setdefault("output_config", {})["effort"] = effort
    else:
        _add_budget(draft, path, BUDGETS[effort])


def _add_budget(draft: Draft, path: str, budget: int) -> None:
    limit = draft.fields.get("max_output_tokens")
    if limit is None:  # what is thought counts as output
        draft.body["max_tokens"] = max(_read_model(draft).max_tokens, 2 * budget)
    elif limit <= budget:
        draft.refuse(
            path, f"it stands for {budget} tokens of thinking, which max_output_tokens={limit} must exceed"
        )
        return
    draft.body["thinking"] = {"type": "enabled", "budget_tokens": budget}


def is_forced(draft: Draft) -> bool:
    """Say whether the model must call a tool."""
    choice = draft.fields.get("tool_choice")
    mode = choice.get("mode", choice.get("type")) if is_object(choice) else choice
    return mode in ("required", "function") or is_schema_by_tool(draft.fields, draft.row)


def _add_stream(draft: Draft, name: str, value: Any) -> None:
    if value:
        draft.body["stream"] = True


def _add_stream_options(draft: Draft, name: str, value: Any) -> None:
    for key, option in value.items():
        if option is not None and (key, option) != ("include_obfuscation", False):
            draft.refuse(f"{name}.{key}", UNSAID)


Translator = Callable[[Draft, str, Any], None]

STATE = ("store", "background", "previous_response_id", "conversation", "prompt", "context_management")

TRANSLATORS: Mapping[str, Translator] = {
    "background": _refuse_unless(False),
    "context_management": _refuse,
    "conversation": _refuse,
    "frequency_penalty": _refuse_unless(0),
    "include": _add_include,
    "input": _skip,
    "instructions": _skip,
    "max_output_tokens": _add_limit,
    "max_tool_calls": _refuse,
    "metadata": _skip,
    "model": _add_model,
    "moderation": _refuse,
    "parallel_tool_calls": _skip,
    "presence_penalty": _refuse_unless(0),
    "previous_response_id": _refuse,
    "prompt": _refuse,
    "prompt_cache_key": _refuse,
    "prompt_cache_options": _refuse,
    "prompt_cache_retention": _refuse,
    "reasoning": _add_reasoning,
    "safety_identifier": _add_user,
    "service_tier": _add_tier,
    "store": _refuse_unless(False),
    "stream": _add_stream,
    "stream_options": _add_stream_options,
    "temperature": _add_sampling,
    "text": _add_text,
    "tool_choice": _skip,
    "tools": _skip,
    "top_logprobs": _refuse_unless(0),
    "top_p": _add_sampling,
    "truncation": _refuse_unless("disabled"),
    "user": _add_user,
}
"""What puts each field of a create-response body into the body that is sent, or refuses it; three come last."""
