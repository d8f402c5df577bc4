"""Prepare items for a server that has not kept them: output items in, the items of the next request out. Pure.

A reasoning item is worth something to the server only with its encrypted content, with its text, or by an id that the
server still knows. One that has none of them is refused, and so is an item whose id belongs to such a reasoning item:
"provided without its required 'reasoning' item" (OpenAI, 2025-06).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from pydantic import BaseModel

from any_llm._core.notice import warn_caller

BOUND = frozenset({"message", "function_call", "custom_tool_call"})
"""Items that a model writes after reasoning; their ids tie them to it. Calls of hosted tools need their ids."""


def build_input(items: Sequence[Any], store: bool) -> list[Any]:
    """Return the items that the next request can carry, in their order; warn if reasoning is lost.

    Args:
        items: input and output items, oldest first; dicts or models.
        store: whether the server has kept them, so that they go back as they are.
    """
    if store:
        return list(items)
    kept = list(_keep(items))
    lost = sum(_get(item, "type") == "reasoning" for item in items) - sum(
        _get(item, "type") == "reasoning" for item in kept
    )
    if lost:
        warn_caller(
            f"{lost} reasoning item{'s' if lost > 1 else ''} without encrypted content left out; to keep them, pass "
            'include=["reasoning.encrypted_content"], or let the server store the response',
            UserWarning,
        )
    return kept


def _keep(items: Sequence[Any]) -> Iterator[Any]:
    is_orphaned = False
    for item in items:
        if _get(item, "type") == "reasoning":
            is_orphaned = not (_get(item, "encrypted_content") or _get(item, "content"))
            if is_orphaned:
                continue
        elif _get(item, "role") in ("user", "system", "developer"):
            is_orphaned = False
        yield drop_id(item) if is_orphaned and _get(item, "type") in BOUND else item


def drop_id(item: Any) -> Any:
    """Return a copy of an item without its id, or the item if it has none."""
    if isinstance(item, Mapping):
        fields = cast("Mapping[str, Any]", item)
        return {name: value for name, value in fields.items() if name != "id"}
    if not isinstance(item, BaseModel) or "id" not in item.model_fields_set:
        return item
    copy = item.model_copy()
    vars(copy)["id"] = None
    copy.model_fields_set.discard("id")
    return copy


def _get(item: Any, name: str) -> Any:
    return (
        cast("Mapping[str, Any]", item).get(name) if isinstance(item, Mapping) else getattr(item, name, None)
    )
