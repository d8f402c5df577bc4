"""The model's answer as a value: text and status in, the value or one of four typed failures out.

White space around the text and one Markdown fence (```json … ```) around all of it are taken off first:
models without a constrained decoder add them. Nothing else is repaired.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails, from_json

from any_llm._text_format.strict import WRAPPER_KEY
from any_llm._text_format.target import OutputTarget
from any_llm.exceptions import (
    OutputIncompleteError,
    OutputMismatchError,
    OutputNotJSONError,
    OutputRefusedError,
)

FENCE = re.compile(r"```(?:json)?[ \t]*\r?\n(.*?)\r?\n?```", re.DOTALL | re.IGNORECASE)
UNFINISHED = frozenset({"cancelled", "failed", "in_progress", "queued"})
EXCERPT_LENGTH = 80
PROBLEM_LIMIT = 5
BRANCH_LIMIT = 3


def parse_output(
    target: OutputTarget,
    *,
    text: str,
    refusal: str | None,
    status: str | None,
    incomplete_reason: str | None,
    response: Any,
) -> Any:
    """Return the value of an answer.

    Args:
        target: what the answer was asked to be.
        text: all output text of the response.
        refusal: the model's refusal, if it made one.
        status: the response's status.
        incomplete_reason: `incomplete_details.reason`.
        response: kept, with the text (or the refusal), on whatever is raised.

    Raises:
        OutputRefusedError: a refusal and no text.
        OutputIncompleteError: the response stopped early, or is not finished and has no text.
        OutputNotJSONError: the text is not JSON.
        OutputMismatchError: JSON that does not fit the type, or that a validator of the type stumbles over.
    """
    body = strip_fence(text)
    if refusal and not body:
        raise OutputRefusedError(f"the model refused: {refusal}", response=response, text=refusal)
    if status == "incomplete" or (status in UNFINISHED and not body):
        why = incomplete_reason or getattr(getattr(response, "error", None), "message", None)
        because = f" ({why})" if why else ""
        raise OutputIncompleteError(f"the response is {status}{because}", response=response, text=text)
    try:
        body.encode()  # half of a surrogate pair is no text; pydantic raises TypeError for it
        return target.parse(body)
    except ValidationError as cause:
        if not _is_syntax(cause):
            raise OutputMismatchError(
                _list_problems(cause, target, body), response=response, text=text
            ) from cause
        raise OutputNotJSONError(_show_fault(body, cause), response=response, text=text) from cause
    except ValueError as cause:
        raise OutputNotJSONError(_show_fault(body, cause), response=response, text=text) from cause
    except Exception as cause:  # of the caller's own validators, which may raise anything
        shown = f"(root): {type(cause).__name__}: {cause}"
        raise OutputMismatchError(shown, response=response, text=text) from cause


def strip_fence(text: str) -> str:
    """Return the text without white space and a Markdown fence around it."""
    body = text.strip()
    fenced = FENCE.fullmatch(body)
    return fenced[1].strip() if fenced else body


def _is_syntax(error: ValidationError) -> bool:
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    return first["type"] == "json_invalid" and not first["loc"]


def _show_fault(body: str, cause: ValueError) -> str:
    """Return where the text stops being JSON, with the text around that place."""
    if not body:
        return "expected JSON, got no text"
    position, problem = 0, str(cause).partition("\n")[0]
    try:
        json.loads(body)
    except json.JSONDecodeError as fault:
        position, problem = fault.pos, fault.msg
    except RecursionError:
        problem = "nested too deeply"
    start = max(0, min(position - EXCERPT_LENGTH // 2, len(body) - EXCERPT_LENGTH))
    return f"expected JSON, got {body[start : start + EXCERPT_LENGTH]!r}: {problem} at character {position}"


def _list_problems(error: ValidationError, target: OutputTarget, body: str) -> str:
    """Return one line for each place at fault, what the branches of a union say joined by `or`."""
    value: Any = from_json(body)
    if target.is_wrapped and isinstance(value, dict):
        wrapper = cast("dict[str, Any]", value)
        value = wrapper.get(WRAPPER_KEY, wrapper)
    problems: dict[str, list[str]] = {}
    for fault in error.errors(include_url=False, include_input=False, include_context=False):
        said = problems.setdefault(_locate(fault, value) or "(root)", [])
        if fault["msg"] not in said:
            said.append(fault["msg"])
    lines = [f"{path}: {' or '.join(said[:BRANCH_LIMIT])}" for path, said in problems.items()]
    left = len(lines) - PROBLEM_LIMIT
    return "\n".join(lines[:PROBLEM_LIMIT]) + (f" (and {left} more)" if left > 0 else "")


def _locate(fault: ErrorDetails, value: Any) -> str:
    """Return the path of a fault inside the value; parts that name a union's branch are left out."""
    path = ""
    for part in fault["loc"]:
        if isinstance(value, dict) and part in value:
            path, value = _extend(path, part), cast("Mapping[Any, Any]", value)[part]
        elif isinstance(value, list) and isinstance(part, int) and part < len(cast("Sequence[Any]", value)):
            path, value = _extend(path, part), cast("Sequence[Any]", value)[part]
    return _extend(path, fault["loc"][-1]) if fault["type"] == "missing" else path


def _extend(path: str, part: str | int) -> str:
    if isinstance(part, int):
        return f"{path}[{part}]"
    return f"{path}.{part}" if path else part
