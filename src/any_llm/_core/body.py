"""Build the request body: model, input and parameters in, the checked JSON object to send out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import TYPE_CHECKING, Any, cast

from pydantic import BaseModel
from pydantic_core import PydanticSerializationError, to_json

from any_llm._core.json_values import is_object, is_sequence
from any_llm._core.notice import warn_caller
from any_llm._core.options import CallOptions
from any_llm._tools.dropping import drop_tools, find_untaken
from any_llm.exceptions import InvalidRequestError, UnsupportedParameterError
from any_llm_calls.rows import ProviderRow

if TYPE_CHECKING:
    from any_llm._text_format.target import OutputTarget

SAME_AS_DEFAULT: Mapping[str, Any] = {
    "store": False,
    "background": False,
    "truncation": "disabled",
    "tool_choice": "auto",
    "parallel_tool_calls": True,
}
"""Values that ask for what a server without the feature does anyway; it is spared them."""


PLAIN: Mapping[str, type] = {
    "input": str,
    "instructions": str,
    "max_output_tokens": int,
    "parallel_tool_calls": bool,
    "previous_response_id": str,
    "prompt_cache_key": str,
    "safety_identifier": str,
    "store": bool,
    "stream": bool,
    "temperature": float,
    "top_p": float,
    "user": str,
}
"""Fields of which the documents take any value of a type: to load the documents takes longer than a small call."""


@dataclass(frozen=True, slots=True)
class RequestBody:
    """The JSON object to send, and the names of parameters that were dropped on the caller's wish."""

    fields: Mapping[str, Any] = field(repr=False)
    dropped: tuple[str, ...] = ()

    def to_bytes(self) -> bytes:
        """Return the body as JSON.

        Raises:
            InvalidRequestError: a value cannot be written as JSON.
        """
        return write_body(self.fields)


def write_body(fields: Mapping[str, Any]) -> bytes:
    """Return a body as JSON.

    Raises:
        InvalidRequestError: a value cannot be written as JSON.
    """
    try:
        return to_json(fields, by_alias=True)
    except (PydanticSerializationError, UnicodeEncodeError, ValueError) as error:
        raise InvalidRequestError(f"the request cannot be written as JSON: {error}") from error


def build_body(
    model: str,
    input_data: Any,
    parameters: Mapping[str, Any],
    options: CallOptions,
    row: ProviderRow,
    target: OutputTarget | None,
    *,
    wire: str = "responses",
) -> RequestBody:
    """Build the body of a create-response request.

    Args:
        model: the model as the provider knows it.
        input_data: a string or input items, oldest first.
        parameters: body fields that were given.
        options: our own options; `extra_body` goes in last, as it is.
        row: the provider; its lists `refuses` and `tools` are checked.
        target: the type that the answer must fit, if one was given.
        wire: the protocol that will be spoken; on another one than Responses `extra_body` is left to the translator.

    Raises:
        InvalidRequestError: a value has the wrong form, or an output answers no call; the message begins with its
            path.
        UnsupportedParameterError: the provider does not take a parameter, or a kind of tool, that was given.
    """
    _check(input_data, "input", "input_data")
    fields: dict[str, Any] = {"model": model, "input": to_wire(input_data)}
    for name, value in parameters.items():
        if name in fields:
            raise InvalidRequestError(
                f"{name}: the call gives it already; to replace it, use extra_body", param=name
            )
        if name == "tools":
            fields["tools"] = to_wire(_build_tools(value))
            continue
        _check(value, name, name)
        fields[name] = to_wire(value)
    _add_format(fields, options, target)
    if wire == "responses":
        _move_format(fields, row)
    if row.default_max_output_tokens is not None:
        fields.setdefault("max_output_tokens", row.default_max_output_tokens)
    dropped: list[str] = []
    if wire == row.wire:  # what a provider refuses is known of its own wire only
        dropped = [*_apply_refusals(fields, options, row), *_apply_tool_kinds(fields, options, row)]
    if dropped:
        warn_caller(f"{row.provider}: dropped {', '.join(dropped)}", UserWarning)
    whole = {**fields, **to_wire(options.extra_body)} if wire == "responses" else fields
    if not isinstance(input_data, str) and "input" not in options.extra_body:
        from any_llm._core.pairs import check_pairs

        check_pairs(input_data, whole)
    return RequestBody(whole, tuple(dropped))


def to_wire(value: Any) -> Any:
    """Return a value as plain JSON data; models give back exactly what they came with."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_unset=True, by_alias=True, warnings=False)
    if isinstance(value, Mapping):
        return {key: to_wire(entry) for key, entry in cast("Mapping[str, Any]", value).items()}
    if is_sequence(value):
        return [to_wire(element) for element in value]
    return value


def _build_tools(value: Any) -> Any:
    from any_llm._tools.tools import build_tools  # only calls with tools need to know functions

    return build_tools(value)


def _check(value: Any, name: str, path: str) -> None:
    """Refuse a value that the document does not allow, and a name that looks like a slip."""
    if type(value) is PLAIN.get(name) and (not isinstance(value, float) or isfinite(value)):
        return
    from any_llm._core.check import check_value

    hint = _get_hint(name)
    if hint is None:
        _check_name(name)
    else:
        check_value(value, hint, path)


ELSEWHERE: Mapping[str, str] = {
    "base_url": "api_base",
    "default_headers": "extra_headers",
    "headers": "extra_headers",
    "input": "input_data",
    "max_completion_tokens": "max_output_tokens",
    "max_tokens": "max_output_tokens",
    "messages": "input_data",
    "organization": "client_args={'headers': {'OpenAI-Organization': ...}}",
    "reasoning_effort": "reasoning={'effort': ...}",
    "system": "instructions",
    "text_format": "response_format",
}
"""Names that other APIs and SDKs have for what is called otherwise here; sent as they are, they would say nothing."""


def _check_name(name: str) -> None:
    """Refuse a field that no document lists if it belongs elsewhere or looks like a slip; others go out as they are."""
    from difflib import get_close_matches

    from any_llm_calls import options as known

    if name in known.CallOptions.__annotations__:  # those of a call alone have been taken out
        raise InvalidRequestError(
            f"{name}: a call of a client or of a conversation does not take it; give it to AnyLLM.create, to "
            "Conversation, or to the functions of the module",
            param=name,
        )
    if name in ELSEWHERE:
        raise InvalidRequestError(
            f"{name}: it is called {ELSEWHERE[name]} here; to send {name!r} as it is, use extra_body",
            param=name,
        )
    near = get_close_matches(name, known.CallOptions.__annotations__, 1, 0.85)
    if near:
        raise InvalidRequestError(
            f"{name}: unknown parameter; did you mean {near[0]!r}? To send it as it is, use extra_body",
            param=name,
        )


def _add_format(fields: dict[str, Any], options: CallOptions, target: OutputTarget | None) -> None:
    wanted = target.text_format() if target is not None else options.response_format
    text = dict(fields.get("text") or {})
    if wanted is not None:
        if text.get("format") is not None:
            raise InvalidRequestError(
                "response_format: text already names a format; give one of the two", param="response_format"
            )
        text["format"] = flatten_format(wanted)
    if text:
        fields["text"] = text
    else:
        fields.pop("text", None)


def _move_format(fields: dict[str, Any], row: ProviderRow) -> None:
    """Put the format where llama.cpp looks for it: its Responses route ignores text.format (seen 2026-10)."""
    text: dict[str, Any] = dict(fields.get("text") or {})
    if row.schema_via != "response_format" or "format" not in text:
        return
    nested = build_chat_format(text.pop("format"))
    if nested is not None:
        fields["response_format"] = nested
    if text:
        fields["text"] = text
    else:
        del fields["text"]


def build_chat_format(flat: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Return a text format in the nested form of Chat Completions; None for plain text, which needs none."""
    kind = (flat or {}).get("type")
    if flat is None or kind in (None, "text"):
        return None
    if kind != "json_schema":
        return dict(flat)
    return {"type": kind, "json_schema": {name: entry for name, entry in flat.items() if name != "type"}}


def flatten_format(wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Return a text format in the flat form, also when it was given in the nested form of Chat Completions.

    Raises:
        InvalidRequestError: it is no format.
    """
    nested = wanted.get("json_schema")
    flat: dict[str, Any] = {"type": "json_schema", **nested} if is_object(nested) else dict(wanted)
    if flat.get("type") not in ("text", "json_object", "json_schema"):
        raise InvalidRequestError(
            "response_format.type: expected one of 'text', 'json_object', 'json_schema', "
            f"got {flat.get('type')!r}",
            param="response_format",
        )
    return flat


def _apply_refusals(fields: dict[str, Any], options: CallOptions, row: ProviderRow) -> list[str]:
    dropped: list[str] = []
    for name in row.refuses:
        if name not in fields:
            continue
        if name in SAME_AS_DEFAULT and fields[name] == SAME_AS_DEFAULT[name]:
            del fields[name]
            continue
        if not _may_drop(name, options):
            raise UnsupportedParameterError(
                f"{name}: {row.provider} does not take it on the {row.wire} wire; leave it out, or pass "
                f"drop_params=[{name!r}] to have it dropped",
                parameter=name,
                provider=row.provider,
                wire=row.wire,
                reason=row.note or "the server rejects or ignores it",
                provider_name=row.provider,
            )
        del fields[name]
        dropped.append(name)
    return dropped


def _apply_tool_kinds(fields: dict[str, Any], options: CallOptions, row: ProviderRow) -> list[str]:
    """Refuse tools of a kind that the provider does not take, or drop them on the caller's wish."""
    untaken = find_untaken(fields.get("tools") or (), row.tools)
    if not untaken:
        return []
    if _may_drop("tools", options):
        return drop_tools(fields, untaken)
    place, kind = f"tools[{untaken[0]}]", fields["tools"][untaken[0]]["type"]
    taken = ", ".join(repr(name) for name in row.tools)
    raise UnsupportedParameterError(
        f"{place}: {row.provider} does not take tools of type {kind!r} on the {row.wire} wire, only {taken}; leave it "
        "out, or pass drop_params=['tools'] to have such tools dropped",
        parameter=place,
        provider=row.provider,
        wire=row.wire,
        reason=f"the server rejects or ignores tools of types other than {taken}",
        provider_name=row.provider,
    )


def _may_drop(name: str, options: CallOptions) -> bool:
    allowed = options.drop_params
    return allowed if isinstance(allowed, bool) else name in allowed


def _get_hint(name: str) -> Any:
    """Return the type hint of a body field, or None for one that the documents do not list."""
    from any_llm._core.check import get_fields
    from openai_responses_types.params import ResponseCreateParams
    from openresponses_types.params import CreateResponseBody

    # The superset leaves out what only the neutral document has, the penalties.
    return get_fields(ResponseCreateParams)[0].get(name) or get_fields(CreateResponseBody)[0].get(name)
