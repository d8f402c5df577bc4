"""Tools, the choice among them and the output format: flat objects in, the nested ones of Chat Completions out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from any_llm._core.json_values import is_object
from any_llm.wires.draft import Draft, pick_rest
from any_llm.wires.wire import JSONObject

RESPONSES_ONLY: dict[str, str] = dict.fromkeys(
    ("output_schema", "defer_loading", "allowed_callers"), "Chat Completions has no such setting"
)


def add_tools(draft: Draft, name: str, tools: Sequence[JSONObject]) -> None:
    """Add the tools that Chat Completions knows; `allowed_tools` may leave only some of them."""
    allowed = _find_allowed(draft)
    made: list[JSONObject] = []
    for index, tool in enumerate(tools):
        path = f"tools[{index}]"
        if tool.get("type") == "function":
            built = _build_function(draft, tool, path)
        elif tool.get("type") == "custom" and draft.has("openai"):
            built = _build_custom(draft, tool, path)
        else:
            draft.refuse(path, f"this wire has no tools of type {tool.get('type')!r}")
            continue
        if allowed is None or (tool["type"], tool.get("name")) in allowed:
            made.append(built)
    if made:
        draft.body["tools"] = made


def _build_function(draft: Draft, tool: JSONObject, path: str) -> JSONObject:
    draft.refuse_given(tool, RESPONSES_ONLY, path)
    known = ("name", "description", "parameters", "strict")
    function = {key: tool[key] for key in known if tool.get(key) is not None}
    return {"type": "function", "function": function, **pick_rest(tool, "type", *known, *RESPONSES_ONLY)}


def _build_custom(draft: Draft, tool: JSONObject, path: str) -> JSONObject:
    draft.refuse_given(tool, RESPONSES_ONLY, path)
    custom = {key: tool[key] for key in ("name", "description") if tool.get(key) is not None}
    form = tool.get("format")
    if is_object(form) and form.get("type") == "grammar":
        inner = {key: value for key, value in form.items() if key != "type"}
        custom["format"] = {"type": "grammar", "grammar": inner}
    elif form is not None:
        custom["format"] = form
    return {
        "type": "custom",
        "custom": custom,
        **pick_rest(tool, "type", "name", "description", "format", *RESPONSES_ONLY),
    }


def add_tool_choice(draft: Draft, name: str, choice: Any) -> None:
    """Add how the model may choose; `auto` is what a server does without."""
    if is_object(choice):
        _add_specific(draft, choice)
    elif choice == "required" and draft.has("no-required"):
        draft.refuse(name, "the provider cannot be made to call a tool")
    elif choice == "none" and not draft.fields.get("tools"):
        return
    elif choice != "auto":
        draft.body[name] = choice


def drop_choice(draft: Draft) -> None:
    """Take out what servers refuse without tools, once none are left; a call that must be made is refused."""
    draft.body.pop("parallel_tool_calls", None)
    if draft.body.pop("tool_choice", "none") != "none":
        draft.refuse("tool_choice", "no tools are left to choose from")


def _add_specific(draft: Draft, choice: JSONObject) -> None:
    match choice.get("type"):
        case "function":
            draft.body["tool_choice"] = {"type": "function", "function": {"name": choice.get("name")}}
        case "custom" if draft.has("openai"):
            draft.body["tool_choice"] = {"type": "custom", "custom": {"name": choice.get("name")}}
        case "allowed_tools":
            _add_allowed(draft, choice)
        case kind:
            draft.refuse("tool_choice", f"this wire cannot ask for tools of type {kind!r}")


def _add_allowed(draft: Draft, choice: JSONObject) -> None:
    mode = choice.get("mode") or "auto"
    if not draft.has("openai"):
        add_tool_choice(draft, "tool_choice", mode)
        return
    tools: list[JSONObject] = []
    for index, tool in enumerate(choice.get("tools") or ()):
        if tool.get("type") in ("function", "custom"):
            tools.append({"type": tool["type"], tool["type"]: {"name": tool.get("name")}})
        else:
            draft.refuse(
                f"tool_choice.tools[{index}]", f"this wire has no tools of type {tool.get('type')!r}"
            )
    draft.body["tool_choice"] = {"type": "allowed_tools", "allowed_tools": {"mode": mode, "tools": tools}}


def _find_allowed(draft: Draft) -> set[tuple[Any, Any]] | None:
    """Return type and name of the tools that are allowed, where the list itself cannot be sent.

    Sending only those is the same in effect; the response still shows the caller's whole list.
    """
    choice = draft.fields.get("tool_choice")
    if draft.has("openai") or not is_object(choice) or choice.get("type") != "allowed_tools":
        return None
    return {(tool.get("type"), tool.get("name")) for tool in choice.get("tools") or ()}


def add_format(draft: Draft, form: Mapping[str, Any]) -> None:
    """Add the format of the output; plain text is what a server writes without."""
    match form.get("type"):
        case "json_schema":
            if draft.has("no-json-schema"):
                draft.refuse("text.format", "the provider follows no JSON Schema")
                return
            schema = {key: value for key, value in form.items() if key != "type" and value is not None}
            draft.body["response_format"] = {"type": "json_schema", "json_schema": schema}
        case "json_object":
            draft.body["response_format"] = {"type": "json_object"}
        case "text":
            return
        case kind:
            draft.refuse("text.format", f"this wire has no format {kind!r}")
