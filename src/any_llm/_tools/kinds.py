"""Tool dictionaries against the kinds that the documents know: one readable complaint, or none.

Only what a tool says is checked. A field that it leaves out may be one that a vendor does not ask for, and a kind that
no document lists may be a vendor's, or newer than this version: both go out as they are.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

from any_llm._core.check import check_value, get_fields
from any_llm.exceptions import InvalidRequestError

VERSION = re.compile(r"[_\d]+$")
"""The end of a dated kind, such as `_2025_08_26`: a newer date is no slip."""


def check_tool(tool: Mapping[str, Any], path: str) -> None:
    """Raise if a tool says something that its kind does not allow.

    Raises:
        InvalidRequestError: the kind or a field looks like a slip, or a field has the wrong form.
    """
    kinds = list_kinds()
    kind = str(tool["type"])
    if kind not in kinds:
        _check_kind(kind, tuple(kinds), path)
        return
    fields = get_fields(kinds[kind])[0]
    for name, value in tool.items():
        if name in fields:
            check_value(value, fields[name], f"{path}.{name}")
            continue
        near = difflib.get_close_matches(str(name), [field for field in fields if field not in tool], 1, 0.75)
        if near:
            place = f"{path}.{name}"
            raise InvalidRequestError(f"{place}: unknown key; did you mean {near[0]!r}?", param=place)


def _check_kind(kind: str, known: tuple[str, ...], path: str) -> None:
    bare = VERSION.sub("", kind)
    if ":" in kind or bare in {VERSION.sub("", name) for name in known}:
        return
    near = difflib.get_close_matches(kind, known, 1, 0.85)
    if near:
        raise InvalidRequestError(
            f"{path}.type: unknown kind of tool {kind!r}; did you mean {near[0]!r}?", param=f"{path}.type"
        )


@cache
def list_kinds() -> dict[str, Any]:
    """Return the form of each kind of tool that the documents know, by its tag."""
    from openai_responses_types.params import ToolParam

    return {tag: kind for kind in get_args(ToolParam) for tag in get_args(get_fields(kind)[0]["type"])}
