"""Reading documents, above all bad ones: each problem has its place and its reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from codegen.document import find_refs, get_schemas, read_document
from codegen.problems import CodegenError
from tests.codegen.documents import REF

HEAD = "openapi: 3.1.0\npaths: {}\n"


def write(folder: Path, text: str, name: str = "doc.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def read_schemas(folder: Path, schemas: str) -> object:
    text = HEAD + "components: {schemas: {" + REF.sub(r"'#/components/schemas/\1'", schemas) + "}}"
    return get_schemas(read_document(write(folder, text)))


def test_yaml_and_json_read_the_same(tmp_path: Path):
    schemas = {"A": {"type": "string", "enum": ["x", "y"]}}
    text = json.dumps({"openapi": "3.1.1", "components": {"schemas": schemas}})
    assert get_schemas(read_document(write(tmp_path, text, "doc.json"))) == schemas
    assert read_schemas(tmp_path, "A: {type: string, enum: [x, y]}") == schemas


def test_words_and_dates_stay_strings(tmp_path: Path):
    schemas = read_schemas(tmp_path, "A: {enum: [yes, no, on, off, 2026-01-15], default: true}")
    assert schemas == {"A": {"enum": ["yes", "no", "on", "off", "2026-01-15"], "default": True}}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("openapi: 3.0.3\n", "doc.yaml: expected an OpenAPI 3.1 document (a mapping with `openapi: 3.1.x`)"),
        ("- a list\n", "doc.yaml: expected an OpenAPI 3.1 document (a mapping with `openapi: 3.1.x`)"),
        ("", "doc.yaml: expected an OpenAPI 3.1 document (a mapping with `openapi: 3.1.x`)"),
        (HEAD, "doc.yaml: expected schemas under components.schemas, found none"),
        (HEAD + "components:\n", "doc.yaml: expected schemas under components.schemas, found none"),
        (
            HEAD + "components: {schemas: {}}",
            "doc.yaml: expected schemas under components.schemas, found none",
        ),
    ],
)
def test_what_is_no_document_is_an_error(tmp_path: Path, text: str, message: str):
    with pytest.raises(CodegenError) as caught:
        read_document(write(tmp_path, text))
    assert str(caught.value) == message


@pytest.mark.parametrize(("name", "text"), [("doc.yaml", "a: [1\nb: 2"), ("doc.json", "{'a': 1}")])
def test_unparsable_text_is_an_error_that_says_where(tmp_path: Path, name: str, text: str):
    with pytest.raises(CodegenError, match=rf"{name}: cannot be parsed: (.|\n)*line \d"):
        read_document(write(tmp_path, text, name))


def test_missing_file_is_an_error(tmp_path: Path):
    with pytest.raises(CodegenError, match=r"doc\.yaml: expected this file in .*, found none"):
        read_document(tmp_path / "doc.yaml")


@pytest.mark.parametrize(
    ("schemas", "message"),
    [
        (
            "A: {properties: {b: {$ref: ~B}}}",
            "doc.yaml#schemas.A.properties.b: $ref to 'B', which the document does not define",
        ),
        (
            "A: {anyOf: [{$ref: 'other.yaml#/B'}, {type: string}]}",
            "doc.yaml#schemas.A.anyOf[0]: expected a $ref to #/components/schemas/…, got 'other.yaml#/B'",
        ),
        ("A: 5", "doc.yaml#A: expected a schema object, got 5"),
        ("A: {properties: {b: string}}", "doc.yaml#A.b: expected a schema object, got 'string'"),
        ("A: {properties: [b]}", "doc.yaml#A.properties: expected fields with their schemas, got ['b']"),
        ("A: {items: [string]}", "doc.yaml#A[]: expected a schema object, got ['string']"),
        (
            "A: {additionalProperties: {items: 1}}",
            "doc.yaml#A{}[]: expected a schema object, got 1",
        ),
        (
            "A: {anyOf: {type: string}}",
            "doc.yaml#A.anyOf: expected a list of schemas, got {'type': 'string'}",
        ),
        ("A: {oneOf: []}", "doc.yaml#A.oneOf: expected a list of schemas, got []"),
        ("A: {anyOf: [{}, 2]}", "doc.yaml#A.anyOf[1]: expected a schema object, got 2"),
        ("A: {required: b}", "doc.yaml#A.required: expected a list of field names, got 'b'"),
        ("A: {enum: [a, null]}", "doc.yaml#A.enum: expected a list of strings or integers, got ['a', None]"),
        ("A: {enum: []}", "doc.yaml#A.enum: expected a list of strings or integers, got []"),
        ("A: {const: null}", "doc.yaml#A.const: expected a string or an integer, got None"),
        ("A: {$ref: 1}", "doc.yaml#A.$ref: expected a string, got 1"),
        (
            "A: {properties: {b: {type: file}}}",
            "doc.yaml#A.b: expected a type among string, integer, number, boolean, null, array, object, got 'file'",
        ),
        (
            "A: {type: [string, 5]}",
            "doc.yaml#A: expected a type among string, integer, number, boolean, null, array, object, got 5",
        ),
        ("A: {$ref: ~B}, B: {$ref: ~A}", "doc.yaml#A: its $ref or anyOf leads back to itself"),
        (
            "A: {allOf: [{$ref: ~B}, {properties: {}}]}, B: {oneOf: [{$ref: ~A}]}",
            "doc.yaml#B: its $ref or oneOf leads back to itself",
        ),
    ],
)
def test_malformed_schema_is_an_error(tmp_path: Path, schemas: str, message: str):
    with pytest.raises(CodegenError) as caught:
        read_schemas(tmp_path, schemas)
    assert message in str(caught.value).splitlines()


def test_dangling_ref_below_paths_is_an_error(tmp_path: Path):
    ref = "'#/components/schemas/Gone'"
    text = f"openapi: 3.1.0\npaths: {{/x: {{get: {{$ref: {ref}}}}}}}\ncomponents: {{schemas: {{A: {{}}}}}}"
    with pytest.raises(CodegenError, match=r"doc\.yaml#/x\.get: \$ref to 'Gone'"):
        read_document(write(tmp_path, text))


def test_ref_to_another_kind_of_part_is_followed(tmp_path: Path):
    text = "openapi: 3.1.0\npaths: {/x: {get: {responses: {200: {$ref: '#/components/responses/%s'}}}}}\n"
    text += "components: {schemas: {A: {}}, responses: {Known: {description: x}}}"
    read_document(write(tmp_path, text % "Known"))
    with pytest.raises(CodegenError, match=r"responses\.200: \$ref to 'responses/Gone', which the document"):
        read_document(write(tmp_path, text % "Gone"))


def test_circle_through_a_field_is_no_problem(tmp_path: Path):
    schemas = "A: {properties: {next: {anyOf: [{$ref: ~A}, {type: 'null'}]}, all: {items: {$ref: ~A}}}}"
    assert isinstance(read_schemas(tmp_path, schemas), dict)


def test_keys_become_texts_and_anchors_parts_of_their_own(tmp_path: Path):
    text = "openapi: 3.1.0\npaths: {/x: {get: {responses: {200: &a {description: x}, 404: *a}}}}\n"
    document = read_document(write(tmp_path, text + "components: {schemas: {A: {}}}"))
    responses = document["paths"]["/x"]["get"]["responses"]  # type: ignore[call-overload, index]
    assert responses == {"200": {"description": "x"}, "404": {"description": "x"}}
    assert responses["200"] is not responses["404"]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("!!binary aGk=", "expected a value that JSON has, got b'hi'"),
        ("!!set {x, y}", "expected a value that JSON has, got {"),
        (".nan", "expected a value that JSON has, got nan"),
        ("[" * 70 + "]" * 70, "nests more than 60 levels deep, or without end"),
    ],
)
def test_what_json_does_not_have_is_an_error(tmp_path: Path, value: str, reason: str):
    with pytest.raises(CodegenError) as caught:
        read_schemas(tmp_path, f"A: {{default: {value}}}")
    assert str(caught.value).startswith(f"doc.yaml#schemas.A.default{'.0' if '[' in value else ''}: {reason}")


def test_all_problems_of_a_document_come_together(tmp_path: Path):
    with pytest.raises(CodegenError) as caught:
        read_schemas(tmp_path, "A: {items: {$ref: ~X}}, B: {items: {$ref: ~Y}}, C: 1")
    assert len(caught.value.problems) == 3


def test_find_refs_says_where_each_stands():
    node = {"a": [{"$ref": "r"}, {"b": {"$ref": "s"}}], "$ref": "t"}
    assert list(find_refs(node)) == [("", "t"), ("a[0]", "r"), ("a[1].b", "s")]
