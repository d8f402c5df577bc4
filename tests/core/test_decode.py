"""Decoding: the class never depends on the body, nothing is lost, what was off is listed."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from any_llm import types
from any_llm._core.decode import NotJSONError, decode_model, decode_value, dump_value, ensure_built
from any_llm._core.missing import get_holders, get_required
from openai_responses_types import Response
from openresponses_types import ResponseResource, UnknownContent, UnknownItem, UnknownTool, UnknownValue
from tests.support.wire_server import RECORDED

FULL: dict[str, Any] = {
    "id": "resp_1",
    "object": "response",
    "created_at": 1,
    "status": "completed",
    "model": "m",
    "output": [
        {
            "type": "reasoning",
            "id": "rs",
            "summary": [{"type": "summary_text", "text": "s"}],
            "content": [{"type": "reasoning_text", "text": "t"}],
            "encrypted_content": "e",
        },
        {
            "type": "message",
            "id": "m",
            "role": "assistant",
            "status": "completed",
            "content": [
                {
                    "type": "output_text",
                    "text": "hi",
                    "annotations": [
                        {"type": "url_citation", "url": "u", "start_index": 0, "end_index": 1, "title": "t"}
                    ],
                    "logprobs": [{"token": "a", "logprob": -1.0, "bytes": [97], "top_logprobs": []}],
                },
                {"type": "refusal", "refusal": "no"},
                {"type": "acme:x", "z": [1, {"q": None}]},
            ],
        },
        {
            "type": "function_call",
            "id": "f",
            "call_id": "c",
            "name": "n",
            "arguments": "{}",
            "status": "completed",
        },
        {
            "type": "web_search_call",
            "id": "w",
            "status": "completed",
            "action": {"type": "search", "query": "q", "sources": [{"type": "url", "url": "u"}]},
        },
        {"type": "acme:search", "id": "x", "hits": [1, 2, {"a": "b"}]},
    ],
    "usage": {
        "input_tokens": 1,
        "output_tokens": 2,
        "total_tokens": 3,
        "input_tokens_details": {"cached_tokens": 0, "new": 1},
        "output_tokens_details": {"reasoning_tokens": 0},
    },
    "tools": [
        {
            "type": "function",
            "name": "n",
            "parameters": {"type": "object"},
            "strict": True,
            "description": None,
        },
        {"type": "acme:tool", "x": 1},
    ],
    "tool_choice": {"type": "function", "name": "n"},
    "text": {
        "format": {"type": "json_schema", "name": "s", "schema": {"type": "object"}, "strict": True},
        "verbosity": "low",
    },
    "reasoning": {"effort": "low", "summary": None},
    "metadata": {"a": "b"},
    "error": None,
    "truncation": "disabled",
    "service_tier": "ludicrous",
    "vendor": {"x": [1]},
}
BOTH = pytest.mark.parametrize("model", [Response, ResponseResource])


@BOTH
def test_everything_goes_back_as_it_came(model: Any) -> None:
    response, _ = decode_value(model, copy.deepcopy(FULL))
    assert dump_value(response) == FULL
    assert response.model_dump() == FULL
    assert type(response).model_validate(response.model_dump()) == response


@BOTH
@pytest.mark.parametrize("path", sorted(RECORDED.glob("*.json")), ids=lambda path: path.stem)
def test_recorded_answers_go_back_as_they_came(model: Any, path: Any) -> None:
    response, _ = decode_model(model, path.read_bytes())
    assert json.loads(response.model_dump_json()) == json.loads(path.read_bytes())
    assert type(response) is model


def test_unknown_things_are_unknown_and_never_something_else() -> None:
    response, deviations = decode_value(Response, copy.deepcopy(FULL))
    assert isinstance(response.output[4], UnknownItem)
    assert response.output[4].raw == FULL["output"][4]
    part = response.output[1].content[2]  # type: ignore[union-attr]
    assert isinstance(part, UnknownContent)
    assert part.tag == "acme:x"
    assert isinstance(response.tools[1], UnknownTool)
    assert isinstance(response.service_tier, UnknownValue)
    assert response.service_tier == "ludicrous"
    assert response.output_text == "hi"
    assert {d.kind for d in deviations} == {"missing"}


def test_known_tag_with_a_bad_body_keeps_its_class_and_the_raw_value() -> None:
    body = copy.deepcopy(FULL)
    body["output"][1]["content"][0]["logprobs"] = "none"
    body["output"][2]["arguments"] = {"city": "Paris"}
    response, deviations = decode_value(Response, body)
    assert isinstance(response.output[2], types.ResponseFunctionToolCall)
    assert response.output[2].arguments == {"city": "Paris"}
    assert isinstance(response.output[1], types.ResponseOutputMessage)
    wrong = {(d.path, d.kind, d.got) for d in deviations if d.kind != "missing"}
    assert wrong == {
        ("output[1].content[0].logprobs", "wrong_type", "a string"),
        ("output[2].arguments", "wrong_type", "an object"),
    }
    assert dump_value(response) == body


@BOTH
@pytest.mark.parametrize(
    "output", [None, "text", {}, [None], [3, {"type": "message", "content": None}], [[]]]
)
def test_output_of_a_strange_form_is_kept(model: Any, output: Any) -> None:
    body = {**FULL, "output": output}
    response, deviations = decode_value(model, copy.deepcopy(body))
    assert dump_value(response) == body
    assert response.output_text == ""
    assert any(deviation.path.startswith("output") for deviation in deviations)


def test_item_without_a_type_is_unknown_and_kept() -> None:
    body = {**FULL, "output": [{"role": "assistant", "content": "hi"}]}
    response, deviations = decode_value(Response, copy.deepcopy(body))
    assert isinstance(response.output[0], UnknownItem)
    assert ("output[0]", "missing") in {(d.path, d.kind) for d in deviations}


def test_missing_fields_are_none_and_listed() -> None:
    response, deviations = decode_value(ResponseResource, {"id": "r", "output": []})
    assert response.model is None
    assert response.model_dump() == {"id": "r", "output": []}
    assert ("model", "missing") in {(d.path, d.kind) for d in deviations}


@pytest.mark.parametrize("data", [b"", b"[]", b"3", b"null", b"{", b"\xff", b"[" * 5000])
def test_what_is_no_object_is_an_error_of_ours(data: bytes) -> None:
    with pytest.raises(NotJSONError):
        decode_model(Response, data)


def list_places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    entries = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, inner in entries:
        yield from list_places(inner, (*path, key))


PLACES = list(list_places(FULL))
STRANGE: list[Any] = [
    None,
    3,
    "text",
    2.5,
    True,
    [],
    {},
    [1, "x"],
    {"type": "nope"},
    {"a": 1},
    [{"type": "message"}],
]


def mutate(chance: random.Random) -> dict[str, Any]:
    body = copy.deepcopy(FULL)
    for _ in range(chance.choice([1, 1, 2, 3])):
        *way, last = chance.choice(PLACES)
        parent: Any = body
        for step in way:
            is_there = (isinstance(parent, dict) and step in parent) or (
                isinstance(parent, list) and isinstance(step, int) and step < len(parent)
            )
            parent = parent[step] if is_there else None
        if isinstance(parent, dict) and isinstance(last, str):
            if chance.random() < 0.25:
                parent.pop(last, None)
            else:
                parent[last] = copy.deepcopy(chance.choice(STRANGE))
        elif isinstance(parent, list) and isinstance(last, int) and last < len(parent):
            parent[last] = copy.deepcopy(chance.choice(STRANGE))
    return body


@BOTH
@pytest.mark.parametrize("seed", range(10))
def test_mutated_answers_keep_their_class_and_lose_nothing(model: Any, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(100):
        body = mutate(chance)
        response, _ = decode_value(model, copy.deepcopy(body))
        assert type(response) is model
        assert dump_value(response) == body
        assert isinstance(response.output_text, str)
        assert repr(response)


@BOTH
def test_field_with_another_name_in_python_is_not_missing_when_it_came(model: Any) -> None:
    shape = {"type": "json_schema", "name": "n", "schema": {}, "strict": True, "description": None}
    _, deviations = decode_value(model, {"text": {"format": shape}})
    assert not [each for each in deviations if each.path.startswith("text.format")]
    del shape["schema"]
    _, deviations = decode_value(model, {"text": {"format": shape}})
    assert [(each.path, each.kind) for each in deviations if each.path.startswith("text.format")] == [
        ("text.format.schema", "missing")
    ]


def holds_a_model(schema: Any, shared: dict[str, Any]) -> bool:
    """Say whether a model stands in a core schema, as pydantic has built it; `shared` are the schemas it names."""
    if isinstance(schema, list | tuple):
        return any(holds_a_model(part, shared) for part in schema)
    if not isinstance(schema, dict):
        return False
    if schema.get("type") == "definition-ref":
        # What is not among the shared ones is on its way to be: a class that holds itself.
        return schema["schema_ref"] not in shared or holds_a_model(shared[schema["schema_ref"]], shared)
    parts = (part for name, part in schema.items() if name != "metadata")
    return schema.get("type") == "model" or any(holds_a_model(part, shared) for part in parts)


def test_what_can_hold_an_object_is_searched() -> None:
    checked = 0
    for package in ("openai_responses_types", "openresponses_types"):
        for name in import_module(f"{package}.tables").REQUIRED:
            model = getattr(import_module(package), name)
            ensure_built(model)
            schema: Any = model.__pydantic_core_schema__
            shared: dict[str, Any] = {}
            if schema["type"] == "definitions":
                shared = {each["ref"]: each for each in schema["definitions"]}
                schema = schema["schema"]
            if schema["type"] == "definition-ref":
                schema = shared[schema["schema_ref"]]
            for field, inner in schema["schema"]["fields"].items():
                checked += 1
                assert not holds_a_model(inner, shared) or field in get_holders(model), (name, field)
    assert checked > 1000


def test_required_fields_are_attributes_of_their_classes() -> None:
    for package in ("openai_responses_types", "openresponses_types"):
        for name, fields in import_module(f"{package}.tables").REQUIRED.items():
            model = getattr(import_module(package), name)
            assert get_required(model) <= model.model_fields.keys()
            assert len(get_required(model)) == len(fields)
