"""Validation errors as a few short lines: pydantic's error in, `path: problem` for each place at fault out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

PROBLEM_LIMIT = 5
BRANCH_LIMIT = 3
LINE_LIMIT = 200


def list_problems(error: ValidationError, value: Any) -> list[str]:
    """Return a line for each place at fault; what the branches of a union say of it is joined by `or`.

    Args:
        error: what validating the value raised.
        value: the JSON value, for paths that name nothing but its keys and positions.
    """
    problems: dict[str, list[str]] = {}
    for fault in error.errors(include_url=False, include_input=False, include_context=False):
        said = problems.setdefault(_locate(fault, value), [])
        if fault["msg"] not in said:
            said.append(fault["msg"])
    return [
        f"{path}: {' or '.join(said[:BRANCH_LIMIT])}" if path else " or ".join(said[:BRANCH_LIMIT])
        for path, said in problems.items()
    ]


def join_problems(lines: Sequence[str]) -> str:
    """Return at most five lines, each cut to a readable length; the last one counts those left out."""
    shown = [
        line if len(line) <= LINE_LIMIT else f"{line[: LINE_LIMIT - 1]}…" for line in lines[:PROBLEM_LIMIT]
    ]
    left = len(lines) - PROBLEM_LIMIT
    return "\n".join(shown) + (f" (and {left} more)" if left > 0 else "")


def _locate(fault: ErrorDetails, value: Any) -> str:
    """Return the path of a fault inside the value; parts that name a branch of a union are left out."""
    path = ""
    for part in fault["loc"]:
        if isinstance(value, dict) and part in value:
            path, value = _extend(path, part), cast("Mapping[Any, Any]", value)[part]
        elif isinstance(value, list) and isinstance(part, int) and part < len(cast("Sequence[Any]", value)):
            path, value = _extend(path, part), cast("Sequence[Any]", value)[part]
    return _extend(path, fault["loc"][-1]) if fault["type"] == "missing" and fault["loc"] else path


def _extend(path: str, part: str | int) -> str:
    if isinstance(part, int):
        return f"{path}[{part}]"
    return f"{path}.{part}" if path else part
