"""Adopting made-up documents: whatever they say, their structure comes in, and only our words stand in the outcome."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codegen.adopt import adopt_document
from codegen.bare import strip_texts
from codegen.diff import compare_documents
from codegen.document import check_document, get_schemas
from codegen.normalise import normalise
from codegen.undescribed import find_undescribed

OURS, THEIRS = "Ours", "Theirs"
NAMES = ("Alpha", "Beta", "Gamma", "description", "title")
FIELDS = ("type", "a", "b", "title", "description", "default")
made_up = settings(
    max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


def make_texts(who: str) -> st.SearchStrategy[dict[str, Any]]:
    text = st.text("abc ", min_size=1, max_size=5).map(lambda words: f"{who}: {words}")
    return st.fixed_dictionaries({}, optional={"description": text, "title": text})


def make_node(who: str, refs: tuple[str, ...]) -> st.SearchStrategy[dict[str, Any]]:
    """Make schema nodes with texts of one writer; the further a schema is in the list, the more it may refer to."""
    texts = make_texts(who)
    plain: st.SearchStrategy[dict[str, Any]] = st.sampled_from(
        [
            *({"type": kind} for kind in ("string", "integer", "boolean")),
            {"type": "string", "enum": ["x", "y"]},
            {"type": "string", "enum": ["y", "z", "x"], "default": "z"},
            {"const": "x"},
            {"type": "array", "items": {"type": "string"}, "default": ["x", "y"]},
            {"type": "array", "items": {"type": "integer"}, "maxItems": 3},
            {"type": "object", "additionalProperties": {"type": "string"}, "default": {"title": "x"}},
            *({"$ref": f"#/components/schemas/{name}"} for name in refs),
            *({"allOf": [{"$ref": f"#/components/schemas/{name}"}, {"description": who}]} for name in refs),
        ]
    )

    def grow(inner: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
        objects = st.dictionaries(st.sampled_from(FIELDS), inner, min_size=1, max_size=4).flatmap(
            lambda fields: st.lists(st.sampled_from(sorted(fields)), unique=True).map(
                lambda required: {"type": "object", "properties": fields, "required": required}
            )
        )
        members = st.lists(
            inner, min_size=1, max_size=4, unique_by=lambda node: json.dumps(strip_texts(node))
        )
        unions = st.sampled_from(["anyOf", "oneOf"]).flatmap(
            lambda key: members.map(lambda listed: {key: listed})
        )
        lists = inner.map(lambda node: {"type": "array", "items": node})
        return st.tuples(st.one_of(objects, unions, lists), texts).map(lambda parts: {**parts[0], **parts[1]})

    return st.recursive(
        st.tuples(plain, texts).map(lambda parts: {**parts[0], **parts[1]}), grow, max_leaves=6
    )


def make_documents(who: str) -> st.SearchStrategy[dict[str, Any]]:
    schemas = st.lists(st.sampled_from(NAMES), min_size=1, unique=True).flatmap(
        lambda names: st.fixed_dictionaries(
            {name: make_node(who, tuple(names[:index])) for index, name in enumerate(names)}
        )
    )
    return st.tuples(schemas, make_texts(who)).map(
        lambda parts: {
            "openapi": "3.1.0",
            "info": {"title": who, "version": "2026-01-01"},
            "paths": {"/x": {"get": {**parts[1], "responses": {"200": {"description": who}}}}},
            "components": {"schemas": parts[0]},
        }
    )


def sort_lists(node: Any) -> Any:
    """Return a node in which the order of required fields, values and members says nothing."""
    if isinstance(node, dict):
        kept = {key: value for key, value in node.items() if (key, value) != ("required", [])}
        return {key: value if key == "default" else sort_lists(value) for key, value in kept.items()}
    if isinstance(node, list):
        return sorted(
            (sort_lists(value) for value in node), key=lambda value: json.dumps(value, sort_keys=True)
        )
    return node


@made_up
@given(make_documents(OURS), make_documents(THEIRS))
def test_structure_is_theirs_and_every_word_is_ours(ours: dict[str, Any], published: dict[str, Any]) -> None:
    before = json.dumps([ours, published])
    adopted = adopt_document(ours, published, ()).document
    check_document(adopted, "adopted")
    assert sort_lists(strip_texts({**adopted, "info": 0})) == sort_lists(
        strip_texts({**published, "info": 0})
    )
    assert compare_documents(normalise(published), normalise(adopted)) == []
    assert THEIRS not in json.dumps(adopted)
    assert json.dumps([ours, published]) == before


@made_up
@given(make_documents(OURS), make_documents(THEIRS))
def test_second_adoption_of_a_document_changes_nothing(
    ours: dict[str, Any], published: dict[str, Any]
) -> None:
    adopted = adopt_document(ours, published, ()).document
    assert json.dumps(adopt_document(adopted, published, ()).document) == json.dumps(adopted)
    assert json.dumps(adopt_document(ours, ours, ()).document) == json.dumps(ours)


@made_up
@given(make_documents(OURS), make_documents(THEIRS))
def test_schema_keeps_our_words_or_is_listed(ours: dict[str, Any], published: dict[str, Any]) -> None:
    adopted = adopt_document(ours, published, ()).document
    listed = {*find_undescribed(adopted)}
    before, after = get_schemas(ours), get_schemas(adopted)
    for name, schema in after.items():
        text = before.get(name, {}).get("description")
        assert text is None or schema.get("description") == text
        assert (name in listed) == ("description" not in schema)
        if name not in before:
            assert name in listed


@made_up
@given(make_documents(OURS), make_documents(THEIRS), st.data())
def test_listed_deviation_stays(ours: dict[str, Any], published: dict[str, Any], data: st.DataObject) -> None:
    """What is listed is as before or, if its schema is gone, needless; what is not listed is adopted."""
    places = [*get_schemas(ours)]
    for name, schema in get_schemas(ours).items():
        fields = schema.get("properties", {})
        places += [f"{name}.{field}" for field in (fields if isinstance(fields, dict) else ())]
    place = data.draw(st.sampled_from(places))
    adoption = adopt_document(ours, published, [place])
    plain = adopt_document(ours, published, ()).document
    name, _, field = place.partition(".")
    before, after = get_schemas(ours)[name], get_schemas(adoption.document).get(name)
    assert (place in adoption.kept) != (place in adoption.unneeded)
    assert THEIRS not in json.dumps(adoption.document)
    if after is None:
        assert place in adoption.unneeded
    elif field:
        kept = {**after}["properties"][field]  # type: ignore[index, call-overload]
        assert strip_texts(kept) == strip_texts(before["properties"][field])  # type: ignore[index, call-overload]
    others = [
        {key: s for key, s in get_schemas(d).items() if key != name} for d in (adoption.document, plain)
    ]
    assert others[0] == others[1]
