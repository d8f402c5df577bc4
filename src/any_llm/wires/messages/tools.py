"""Tools and the choice among them: flat objects in, the objects of Anthropic Messages out."""

from __future__ import annotations

from typing import Any

from any_llm._core.json_values import is_object
from any_llm.wires.draft import Draft, pick_rest
from any_llm.wires.messages.models import get_tool_name, is_schema_by_tool
from any_llm.wires.wire import JSONObject

OWN = "anthropic:"
"""Begins the types of what only this protocol has: tools of its own, and items that hold a block as it came."""

RESPONSES_ONLY: dict[str, str] = dict.fromkeys(
    ("output_schema", "allowed_callers"), "Anthropic Messages has no such setting"
)


def add_tools(draft: Draft) -> None:
    """Add the tools that this protocol knows; `allowed_tools` may leave only some of them."""
    allowed = _find_allowed(draft.fields.get("tool_choice"))
    made: list[JSONObject] = []
    for index, tool in enumerate(draft.fields.get("tools") or ()):
        path, kind = f"tools[{index}]", str(tool.get("type"))
        if kind == "function":
            built = _build_function(draft, tool, path)
        elif kind.startswith(OWN):
            built = tool | {"type": kind.removeprefix(OWN)}
        else:
            draft.refuse(path, f"this wire has no tools of type {kind!r}")
            continue
        if allowed is None or (kind, tool.get("name")) in allowed:
            made.append(built)
    if is_schema_by_tool(draft.fields, draft.row):
        made.append(_build_format_tool(draft))
    if made:
        draft.body["tools"] = made


def _build_function(draft: Draft, tool: JSONObject, path: str) -> JSONObject:
    draft.refuse_given(tool, RESPONSES_ONLY, path)
    built: JSONObject = {"name": tool.get("name")}
    if tool.get("description") is not None:
        built["description"] = tool["description"]
    built["input_schema"] = {"type": "object", **(tool.get("parameters") or {"properties": {}})}
    if tool.get("strict"):
        built["strict"] = True
    return built | pick_rest(tool, "type", "name", "description", "parameters", "strict", *RESPONSES_ONLY)


def _build_format_tool(draft: Draft) -> JSONObject:
    """Return the tool whose input is the answer."""
    form = draft.fields["text"]["format"]
    description = form.get("description") or "Gives the answer."
    schema: JSONObject = {"type": "object", **(form.get("schema") or {})}
    return {"name": get_tool_name(draft.fields), "description": description, "input_schema": schema}


def add_tool_choice(draft: Draft) -> None:
    """Add how the model may choose and whether it may make several calls; both are one field here."""
    if not draft.body.get("tools"):
        if draft.fields.get("tool_choice") not in (None, "auto", "none"):
            draft.refuse("tool_choice", "there are no tools to choose from on this wire")
        return
    choice = _build_choice(draft)
    if draft.fields.get("parallel_tool_calls") is False and (choice or {}).get("type") != "none":
        choice = {**(choice or {"type": "auto"}), "disable_parallel_tool_use": True}
    if choice is not None:
        draft.body["tool_choice"] = choice


def _build_choice(draft: Draft) -> JSONObject | None:
    """Return the choice; `auto` is what a server does without."""
    if is_schema_by_tool(draft.fields, draft.row):
        return {"type": "tool", "name": get_tool_name(draft.fields)}
    choice = draft.fields.get("tool_choice")
    if is_object(choice) and choice.get("type") == "allowed_tools":
        choice = choice.get("mode") or "auto"
    match choice:
        case None | "auto":
            return None
        case "required":
            return {"type": "any"}
        case "none":
            return {"type": "none"}
        case {"type": "function", "name": str(name)}:
            return {"type": "tool", "name": name}
        case {"type": str(kind)}:
            draft.refuse("tool_choice", f"this wire cannot ask for tools of type {kind!r}")
        case _:
            draft.refuse("tool_choice", f"this wire has no such choice: {choice!r}")
    return None


def _find_allowed(choice: Any) -> set[tuple[Any, Any]] | None:
    """Return type and name of the tools that are allowed; only those are sent, which is the same in effect."""
    if not is_object(choice) or choice.get("type") != "allowed_tools":
        return None
    return {(tool.get("type"), tool.get("name")) for tool in choice.get("tools") or ()}
