"""Tools of kinds that a provider does not take: find them, and drop them with what refers to them. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from any_llm._core.json_values import is_object


def find_untaken(tools: Sequence[Mapping[str, Any]], taken: Sequence[str]) -> list[int]:
    """Return the positions of the tools whose kind is not among those taken; none are if those are not known."""
    return [index for index, tool in enumerate(tools) if taken and tool.get("type") not in taken]


def drop_tools(fields: dict[str, Any], untaken: Sequence[int]) -> list[str]:
    """Take tools out of the fields of a request, and a choice that can only mean one of them.

    Returns:
        What was dropped, as a caller would write it: `tools[1]`, `tool_choice`.
    """
    tools: Sequence[Mapping[str, Any]] = fields["tools"]
    kept = [tool for index, tool in enumerate(tools) if index not in untaken]
    if kept:
        fields["tools"] = kept
    else:
        del fields["tools"]
    dropped = [f"tools[{index}]" for index in untaken]
    if "tool_choice" not in fields:
        return dropped
    choice = _limit_choice(fields["tool_choice"], [tools[index] for index in untaken])
    if choice is None or (not kept and choice != "none"):
        del fields["tool_choice"]
        return [*dropped, "tool_choice"]
    fields["tool_choice"] = choice
    return dropped


def _limit_choice(choice: Any, gone: Sequence[Mapping[str, Any]]) -> Any:
    """Return a choice without the tools that are gone, or None if nothing is left of it."""
    if not is_object(choice):
        return choice
    if choice.get("type") != "allowed_tools":
        return None if any(_means(choice, tool) for tool in gone) else choice
    allowed: Any = choice.get("tools")
    left = [one for one in allowed or () if not any(_means(one, tool) for tool in gone)]
    return {**choice, "tools": left} if left else None


def _means(choice: Mapping[str, Any], tool: Mapping[str, Any]) -> bool:
    """Say whether a choice is the one of a tool: the same kind, and the same name where both have one."""
    if choice.get("type") != tool.get("type"):
        return False
    return all(choice.get(key) in (None, tool.get(key)) for key in ("name", "server_label") if tool.get(key))
