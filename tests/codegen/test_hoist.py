"""Naming the unnamed: which inline schemas move out, under which name, and what stays in their place."""

from __future__ import annotations

import pytest

from codegen.build import build_package
from codegen.document import get_schemas
from codegen.hoist import hoist_inline_schemas
from codegen.names import InlineName, Name, PackageNames
from codegen.problems import CodegenError
from codegen.schema import Schema
from tests.codegen.documents import get_normalised, make_names, parse

TAGGED = """
B: {properties: {type: {const: b}}}
C: {properties: {type: {const: c}}}
"""
INNER = "{type: object, properties: {x: {type: string}}}"


def hoist(schemas: str, names: PackageNames | None = None) -> tuple[dict[str, Schema], PackageNames]:
    document, grown = hoist_inline_schemas(get_normalised(schemas), names or make_names("A", "B", "C"))
    return get_schemas(document), grown


@pytest.mark.parametrize(
    ("field", "place", "left"),
    [
        (INNER, "A.f", "{$ref: ~AF}"),
        (f"{{type: array, items: {INNER}}}", "A.f[]", "{type: array, items: {$ref: ~AF}}"),
        (
            f"{{type: object, additionalProperties: {INNER}}}",
            "A.f{}",
            "{type: object, additionalProperties: {$ref: ~AF}}",
        ),
        (f"{{anyOf: [{INNER}, {{type: 'null'}}]}}", "A.f", "{anyOf: [{$ref: ~AF}, {type: 'null'}]}"),
    ],
)
def test_inline_object_moves_out(field: str, place: str, left: str):
    schemas, names = hoist(f"A: {{properties: {{f: {field}}}}}")
    assert schemas["A"]["properties"] == {"f": parse(left)}
    assert schemas["AF"] == parse(INNER)
    assert names.names["AF"] == Name("things", "AF", "AF")
    listed = make_names("A", inline={place: InlineName("other", "Part", "A part.")})
    schemas, names = hoist(f"A: {{properties: {{f: {field}}}}}", listed)
    assert schemas["Part"] == {**parse(INNER), "description": "A part."}
    assert names.names["Part"] == Name("other", "Part", "Part")


def test_object_inside_an_inline_object_moves_out_first():
    schemas, _ = hoist("A: {properties: {f: {properties: {g: {properties: {x: {type: string}}}}}}}")
    assert schemas["A"]["properties"] == parse("{f: {$ref: ~AF}}")
    assert schemas["AF"]["properties"] == parse("{g: {$ref: ~AFG}}")


def test_description_of_an_inline_object_stays_with_the_field_too():
    schemas, _ = hoist("A: {properties: {f: {description: Mine., properties: {x: {type: string}}}}}")
    assert schemas["A"]["properties"] == parse("{f: {$ref: ~AF, description: Mine.}}")


def test_inline_union_of_tagged_objects_moves_out():
    schemas, names = hoist(TAGGED + "A: {properties: {f: {anyOf: [{$ref: ~B}, {$ref: ~C}]}}}")
    assert schemas["A"]["properties"] == parse("{f: {$ref: ~AF}}")
    assert schemas["AF"] == parse("{anyOf: [{$ref: ~B}, {$ref: ~C}]}")
    assert names.names["AF"].module == "things"


def test_null_of_an_inline_union_stays_where_it_is_used():
    union = "{anyOf: [{$ref: ~B}, {$ref: ~C}, {type: 'null'}], description: Maybe.}"
    schemas, _ = hoist(TAGGED + f"A: {{properties: {{f: {union}}}}}")
    assert schemas["A"]["properties"] == parse(
        "{f: {description: Maybe., anyOf: [{$ref: ~AF}, {type: 'null'}]}}"
    )
    assert schemas["AF"] == parse("{anyOf: [{$ref: ~B}, {$ref: ~C}]}")


@pytest.mark.parametrize(
    "union",
    [
        "{anyOf: [{type: string}, {type: integer}]}",
        "{anyOf: [{$ref: ~B}, {type: string}]}",  # one object: nothing to tell apart
        "{anyOf: [{$ref: ~B}, {$ref: ~D}]}",  # D has no tag
        "{anyOf: [{$ref: ~A}, {$ref: ~B}]}",  # the schema that it stands in
    ],
)
def test_other_inline_unions_stay(union: str):
    rest = (
        f"D: {{properties: {{x: {{type: string}}}}}}\nA: {{properties: {{type: {{const: a}}, f: {union}}}}}"
    )
    schemas, names = hoist(TAGGED + rest)
    assert schemas["A"]["properties"]["f"] == parse(union)
    assert set(names.names) == {"A", "B", "C"}


def test_equal_schemas_with_one_name_become_one():
    part = InlineName("things", "Part", "")
    names = make_names("A", "B", inline={"A.f": part, "B.f": part})
    described = "{type: object, properties: {x: {type: string, description: Other.}}}"
    schemas, grown = hoist(f"A: {{properties: {{f: {INNER}}}}}\nB: {{properties: {{f: {described}}}}}", names)
    assert set(schemas) == {"A", "B", "Part"}
    assert set(grown.names) == {"A", "B", "Part"}


def test_different_schemas_with_one_name_are_an_error():
    part = InlineName("things", "Part", "")
    names = make_names("A", inline={"A.f": part, "A.g": part})
    schemas = f"A: {{properties: {{f: {INNER}, g: {{properties: {{y: {{type: string}}}}}}}}}}"
    with pytest.raises(CodegenError, match=r"pack#A\.g: its model name 'Part' is taken by 'Part'"):
        build_package(get_normalised(schemas, reply="A"), names)


def test_name_of_a_listed_schema_is_not_taken_over():
    names = make_names("A", "Part", inline={"A.f": InlineName("other", "Part", "")})
    _, grown = hoist(f"A: {{properties: {{f: {INNER}}}}}\nPart: {INNER}", names)
    assert grown.names["Part"].module == "things"
