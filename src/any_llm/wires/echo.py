"""The fields of a response that repeat its request: create-response fields in, ResponseResource fields out. Pure.

Open Responses 2026-04-24 requires all of them, null where nothing was asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

DEFAULTS: Mapping[str, Any] = {
    "instructions": None,
    "max_output_tokens": None,
    "max_tool_calls": None,
    "metadata": {},
    "parallel_tool_calls": True,
    "previous_response_id": None,
    "prompt_cache_key": None,
    "reasoning": None,
    "safety_identifier": None,
    "service_tier": "default",
    "temperature": 1.0,
    "tool_choice": "auto",
    "tools": [],
    "top_p": 1.0,
    "presence_penalty": 0.0,
    "frequency_penalty": 0.0,
    "top_logprobs": 0,
    "truncation": "disabled",
}


def build_echo(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a response says of its request.

    `store` and `background` are false whatever was asked: no other protocol keeps anything.
    """
    echo = {name: default if fields.get(name) is None else fields[name] for name, default in DEFAULTS.items()}
    echo["text"] = _fill_text(fields.get("text") or {})
    echo["tools"] = [_fill_tool(tool) for tool in echo["tools"]]
    if echo["reasoning"] is not None:
        echo["reasoning"] = {"effort": None, "summary": None, **echo["reasoning"]}
    return {**echo, "store": False, "background": False}


def _fill_text(text: Mapping[str, Any]) -> dict[str, Any]:
    given = {name: value for name, value in text.items() if value is not None}
    form = given.get("format") or {"type": "text"}
    if form.get("type") == "json_schema":
        defaults = {"description": None, "schema": None, "strict": False}
        form = {**defaults, **form, "strict": form.get("strict") or False}
    return {**given, "format": form}


def _fill_tool(tool: Mapping[str, Any]) -> dict[str, Any]:
    if tool.get("type") != "function":
        return dict(tool)
    return {"description": None, "parameters": None, "strict": None, **tool}
