"""The matrix of `docs/wires.md`: what becomes of each parameter on each wire, seen in the bodies that are built.

`python -m tests.support.wire_page` writes it into the page.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from any_llm._core.call import prepare_call
from any_llm._core.check import get_fields
from any_llm.exceptions import UnsupportedParameterError
from any_llm.providers.registry import build_custom_row
from any_llm.wires.table import get_wire
from any_llm_calls.rows import ProviderRow
from any_llm_calls.table import ROWS
from openai_responses_types.params import ResponseCreateParams
from openresponses_types.params import CreateResponseBody

PAGE = Path(__file__).parents[2] / "docs" / "wires.md"
BEGIN, END = "<!-- matrix: begin -->\n", "<!-- matrix: end -->\n"
WIRES = ("responses", "chat", "messages")
MODEL = "claude-sonnet-4-5"

TOOL = {"type": "function", "name": "add", "parameters": {"type": "object"}}
BARE: Mapping[str, Any] = {"model": MODEL, "input": "Hi"}
BESIDE: Mapping[str, Mapping[str, Any]] = {
    "parallel_tool_calls": {"tools": [TOOL]},
    "stream_options": {"stream": True},
    "tool_choice": {"tools": [TOOL]},
}
"""What must be asked for as well, for a parameter to have a meaning."""

EXAMPLES: Mapping[str, tuple[Any, ...]] = {
    "background": (True,),
    "context_management": ([{"type": "compaction", "compact_threshold": 1000}],),
    "conversation": ("conv_1",),
    "frequency_penalty": (0.5,),
    "include": (
        ["message.output_text.logprobs"],
        ["reasoning.encrypted_content"],
        ["file_search_call.results"],
    ),
    "input": ("Hello", [{"role": "user", "content": "Hello"}]),
    "instructions": ("Be short.",),
    "max_output_tokens": (50,),
    "max_tool_calls": (3,),
    "metadata": ({"a": "b"},),
    "model": ("claude-sonnet-4-6",),
    "moderation": ({"model": "omni-moderation-latest"},),
    "parallel_tool_calls": (False,),
    "presence_penalty": (0.5,),
    "previous_response_id": ("resp_1",),
    "prompt": ({"id": "pmpt_1"},),
    "prompt_cache_key": ("k",),
    "prompt_cache_options": ({"mode": "explicit"},),
    "prompt_cache_retention": ("24h",),
    "reasoning": ({"effort": "low"}, {"summary": "detailed"}),
    "safety_identifier": ("u",),
    "service_tier": ("default", "flex"),
    "store": (True,),
    "stream": (True,),
    "stream_options": ({"include_obfuscation": True},),
    "temperature": (0.5,),
    "text": (
        {"format": {"type": "json_schema", "name": "n", "schema": {"type": "object"}, "strict": True}},
        {"verbosity": "low"},
    ),
    "tool_choice": ("required", {"type": "function", "name": "add"}),
    "tools": ([TOOL], [{"type": "web_search"}]),
    "top_logprobs": (2,),
    "top_p": (0.5,),
    "truncation": ("auto",),
    "user": ("u",),
}
"""Values of each parameter that ask for something."""

HONOURED = {("messages", "include"): "signatures are given out whether they are asked for or not"}
"""What needs no word in the request and has no place in the response."""


def list_parameters() -> list[str]:
    """Return every field of a create-response body, of either document."""
    bodies: tuple[Any, ...] = (ResponseCreateParams, CreateResponseBody)
    return sorted({name for body in bodies for name in get_fields(body)[0]})


def observe(wire_name: str, row: ProviderRow, name: str) -> str:
    """Return what becomes of a parameter: sent, translated, echoed or refused, or several of these, by its value."""
    seen = {_observe_value(wire_name, row, name, value) for value in EXAMPLES[name]}
    return " or ".join(sorted(seen, key=("sent", "translated", "echoed", "refused").index))


def _observe_value(wire_name: str, row: ProviderRow, name: str, value: Any) -> str:
    """Return what becomes of a value.

    Raises:
        AssertionError: it disappears, or what is refused cannot be dropped on request.
    """
    before = {**BARE, **BESIDE.get(name, {})}
    fields = {**before, name: value}
    without, _ = _build(wire_name, row, before)
    try:
        body, _ = _build(wire_name, row, fields)
    except UnsupportedParameterError as error:
        refused = error.parameter
    else:
        refused = None
    if refused is not None:
        body, dropped = _build(wire_name, row, fields, drop_params=[name])
        assert refused == dropped[0]
        assert refused.startswith(name)
        assert body == without
        return "refused"
    if body.get(name) == value:
        return "sent"
    if body != without:
        return "translated"
    assert (wire_name, name) in HONOURED or _build_echo(wire_name, row, fields)[name] == value
    return "echoed"


def _build(
    wire_name: str, row: ProviderRow, fields: dict[str, Any], **options: Any
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the body that would be sent, and what would be dropped."""
    given = {**fields, **options, "wire": wire_name}
    model, input_data = given.pop("model"), given.pop("input")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # that something was dropped
        call = prepare_call(
            model, input_data, given, row=row, get_base_url=lambda wire: "http://localhost", headers={}
        )
    return json.loads(call.body), call.dropped


def _build_echo(wire_name: str, row: ProviderRow, fields: dict[str, Any]) -> dict[str, Any]:
    wire = get_wire(wire_name)
    assert wire is not None
    return wire.build_response({}, fields, row, 0.0)


def describe(wire_name: str, name: str) -> str:
    """Return a cell of the matrix: what becomes of a parameter, and at which providers something else does."""
    usual = observe(wire_name, build_custom_row("acme", "http://localhost/v1"), name)
    others: dict[str, list[str]] = {}
    for row in ROWS:
        if row.wire == wire_name or (wire_name == "chat" and "openai" in row.traits):
            if name in BESIDE and "tools" in row.refuses:
                continue
            seen = observe(wire_name, row, name)
            if seen != usual:
                others.setdefault(seen, []).append(f"`{row.provider}`")
    told = [f"{how}: {', '.join(sorted(names))}" for how, names in sorted(others.items())]
    return "; ".join([usual, *told])


def render_matrix() -> str:
    """Return the matrix as a Markdown table."""
    rows = ["| parameter | responses | chat | messages |", "|---|---|---|---|"]
    for name in list_parameters():
        cells = [describe(wire, name) for wire in WIRES]
        rows.append(f"| `{name}` | {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def read_matrix() -> str:
    """Return the matrix that the page shows."""
    return PAGE.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]


if __name__ == "__main__":
    text = PAGE.read_text(encoding="utf-8")
    head, _, rest = text.partition(BEGIN)
    tail = rest.partition(END)[2]
    PAGE.write_text(f"{head}{BEGIN}{render_matrix()}{END}{tail}", encoding="utf-8")
