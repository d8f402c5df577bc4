"""Calls and their outputs: the fields of a request in, a complaint about an output that answers no call out. Pure.

Only what is certain is refused: where the server may know the call, or an item may stand for it, nothing is said. Nor
is anything said of a second output for one call, which servers take (llama.cpp, 2026-10).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, get_args

from typing_extensions import is_typeddict

from any_llm._core.check import describe, get_fields
from any_llm._core.json_values import is_array, is_object
from any_llm.exceptions import InvalidRequestError

ELSEWHERE = ("previous_response_id", "conversation", "prompt")
"""Parameters that name what the server has: the call may be there."""

OUTPUTS = frozenset(
    {
        "apply_patch_call_output",
        "computer_call_output",
        "custom_tool_call_output",
        "function_call_output",
        "shell_call_output",
    }
)
STAND_INS = frozenset({"compaction", "compaction_summary", "compaction_trigger", "item_reference"})
"""Items that may stand for others, so that the call may be behind them."""

SHOWN_CALLS = 5


def check_pairs(input_data: Any, fields: Mapping[str, Any]) -> None:
    """Raise if an output answers a call that is neither in the input nor possibly on the server.

    Args:
        input_data: the input as it was given; an item that a server has sent is a model, and goes back as it is.
        fields: the request body, with the same input as JSON data.

    Raises:
        InvalidRequestError: names the path of the output and the calls that there are.
    """
    items: Any = fields.get("input")
    if not is_array(items) or any(fields.get(name) is not None for name in ELSEWHERE):
        return
    if not all(_is_plain(item) for item in items):
        return
    calls = dict(_list_calls(items))
    for index, (item, given) in enumerate(zip(items, input_data, strict=True)):
        call_id = item.get("call_id")
        if item.get("type") not in OUTPUTS or not isinstance(given, Mapping):
            continue
        if isinstance(call_id, str) and call_id not in calls:
            place = f"input_data[{index}].call_id"
            raise InvalidRequestError(
                f"{place}: no call in the input has the id {describe(call_id)}; {_show(calls)}; send the call before "
                "its output, or name the response that holds it in previous_response_id",
                param=place,
            )


def _is_plain(item: Any) -> bool:
    """Say whether an item stands for nothing but itself; one of an unknown type may stand for anything."""
    if not is_object(item):
        return False
    kind = item.get("type")
    if not isinstance(kind, str):
        return kind is None and "role" in item
    return kind in list_types() and kind not in STAND_INS


def _list_calls(items: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for item in items:
        call_id = item.get("call_id")
        if item.get("type") not in OUTPUTS and isinstance(call_id, str):
            yield call_id, str(item.get("name") or item.get("type"))


def _show(calls: Mapping[str, str]) -> str:
    if not calls:
        return "there are none"
    shown = [f"{call_id!r} ({name})" for call_id, name in list(calls.items())[:SHOWN_CALLS]]
    more = f" … ({len(calls)} in all)" if len(calls) > SHOWN_CALLS else ""
    return f"the calls are: {', '.join(shown)}{more}"


@cache
def list_types() -> frozenset[str]:
    """Return the types of input items that the documents know."""
    from openai_responses_types.params import ResponseCreateParams

    return frozenset(_list_tags(get_fields(ResponseCreateParams)[0]["input"]))


def _list_tags(hint: Any) -> Iterator[str]:
    """Yield what `type` may be in the objects of a union, also inside a list."""
    if is_typeddict(hint):
        yield from _list_literals(get_fields(hint)[0].get("type"))
    for member in get_args(hint):
        yield from _list_tags(member)


def _list_literals(hint: Any) -> Iterator[str]:
    for member in get_args(hint):
        if isinstance(member, str):
            yield member
        else:
            yield from _list_literals(member)
