"""Building the intermediate form: types, fields, the two sides, and documents that cannot be built."""

from __future__ import annotations

import pytest

from codegen.build import build_package
from codegen.ir import Alias, Field, ListOf, Literals, MapOf, Model, Package, Primitive, Ref, Type, UnionOf
from codegen.module_order import check_module_order, find_type_refs
from codegen.names import ModelBase, Name
from codegen.problems import CodegenError
from codegen.schema import Document
from tests.codegen.documents import get_definition, get_normalised, make_names, parse


def build(schemas: str, *, reply: str = "A", request: str = "", **parts: object) -> Package:
    names = make_names(*parse(schemas))
    own = {"names": {**names.names, **parts.pop("names", {})}}
    return build_package(get_normalised(schemas, reply=reply, request=request), make_names(**own, **parts))


def build_field(field: str, *, side: str = "models") -> Field:
    schemas = f"A: {{properties: {{f: {field}}}}}\nB: {{type: string, enum: [x, y]}}"
    package = build(schemas, request="A")
    model = get_definition(package, "A", side)
    assert isinstance(model, Model)
    return model.fields[0]


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("{type: string}", Primitive.STRING),
        ("{type: integer}", Primitive.INTEGER),
        ("{type: number}", Primitive.NUMBER),
        ("{type: boolean}", Primitive.BOOLEAN),
        ("{type: 'null'}", Primitive.NULL),
        ("{}", Primitive.ANY),
        ("{const: a}", Literals(("a",))),
        ("{const: true}", Literals((True,))),
        ("{$ref: ~B}", Ref("things", "B")),
        ("{type: array, items: {type: string}}", ListOf(Primitive.STRING)),
        ("{type: array}", ListOf(Primitive.ANY)),
        ("{type: object}", MapOf(Primitive.ANY)),
        ("{type: object, additionalProperties: true}", MapOf(Primitive.ANY)),
        ("{type: object, additionalProperties: {type: integer}}", MapOf(Primitive.INTEGER)),
        ("{anyOf: [{type: string}, {type: 'null'}]}", UnionOf((Primitive.STRING, Primitive.NULL))),
        ("{anyOf: [{type: string}, {enum: [a, b]}]}", Literals(("a", "b"), is_open=True)),
        (
            "{anyOf: [{enum: [a, b]}, {type: string}, {type: 'null'}]}",
            UnionOf((Literals(("a", "b"), is_open=True), Primitive.NULL)),
        ),
    ],
)
def test_field_type_is_the_same_on_both_sides(field: str, kind: Type):
    assert build_field(field).type == kind
    assert build_field(field, side="params").type == kind


@pytest.mark.parametrize(
    ("field", "read", "written"),
    [
        ("{enum: [a, b]}", Literals(("a", "b"), is_open=True), Literals(("a", "b"))),
        ("{enum: [1, 2]}", UnionOf((Literals((1, 2)), Primitive.INTEGER)), Literals((1, 2))),
    ],
)
def test_enum_is_open_for_readers_and_closed_for_writers(field: str, read: Type, written: Type):
    assert build_field(field).type == read
    assert build_field(field, side="params").type == written


def test_field_knows_whether_it_is_required_and_what_it_is_for():
    a = get_definition(
        build(
            "A: {required: [x], properties: {x: {type: string, description: An x.}, y: {type: [string, 'null']}}}"
        ),
        "A",
    )
    assert a.fields == (
        Field("x", Primitive.STRING, True, "An x."),
        Field("y", UnionOf((Primitive.STRING, Primitive.NULL)), False, ""),
    )


def test_description_of_a_nullable_is_that_of_its_type():
    assert (
        build_field("{anyOf: [{type: string, description: Inner.}, {type: 'null'}]}").description == "Inner."
    )


def test_named_list_map_and_enum_become_aliases():
    package = build(
        "A: {properties: {l: {$ref: ~L}, m: {$ref: ~M}, e: {$ref: ~E}}}\nL: {type: array, items: {type: string}}\n"
        "M: {type: object, additionalProperties: {type: string}, description: A map.}\nE: {enum: [x, y]}"
    )
    assert get_definition(package, "L") == Alias("L", "things", "L", "", ListOf(Primitive.STRING))
    assert get_definition(package, "M") == Alias("M", "things", "M", "A map.", MapOf(Primitive.STRING))
    assert get_definition(package, "E") == Alias("E", "things", "E", "", Literals(("x", "y"), is_open=True))


def test_schemas_go_where_operations_use_them():
    schemas = (
        "A: {properties: {s: {$ref: ~Shared}}}\nB: {properties: {s: {$ref: ~Shared}}}\n"
        "Shared: {properties: {x: {}}}\nUnused: {properties: {x: {}}}"
    )
    package = build(schemas, request="B")
    assert [definition.name for definition in package.models] == ["A", "Shared"]
    assert [definition.name for definition in package.params] == ["B", "Shared"]
    package = build(schemas, request="B", also_models=("Unused",), also_params=("A",))
    assert [definition.name for definition in package.models] == ["A", "Shared", "Unused"]
    assert [definition.name for definition in package.params] == ["A", "B", "Shared"]


def test_websocket_messages_of_the_server_are_read_and_those_of_the_client_written():
    document: Document = {
        "openapi": "3.1.0",
        "paths": {
            "/x": {"x-openresponses-websocket": parse("clientMessage: {$ref: ~A}\nerrorMessage: {$ref: ~B}")}
        },
        "components": {"schemas": parse("A: {properties: {x: {}}}\nB: {properties: {x: {}}}")},
    }
    package = build_package(document, make_names("A", "B"))
    assert [definition.name for definition in package.models] == ["B"]
    assert [definition.name for definition in package.params] == ["A"]


def test_names_differ_by_side():
    schemas = "A: {properties: {b: {$ref: ~B}}}\nB: {properties: {x: {}}}"
    package = build(schemas, request="A", names={"B": Name("other", "Model", "Param")})
    assert get_definition(package, "A").fields[0].type == Ref("other", "Model")
    assert get_definition(package, "A", "params").fields[0].type == Ref("other", "Param")


def test_base_class_answers_for_its_fields_on_the_reading_side_only():
    bases = {"A": ModelBase("pack.base.Methods", ("text",))}
    package = build("A: {properties: {text: {type: string}, x: {type: string}}}", request="A", bases=bases)
    model, params = get_definition(package, "A"), get_definition(package, "A", "params")
    assert (model.base, [field.name for field in model.fields]) == ("pack.base.Methods", ["x"])
    assert (params.base, [field.name for field in params.fields]) == (None, ["text", "x"])


@pytest.mark.parametrize(
    ("schemas", "parts", "message"),
    [
        ("A: {properties: {x: {not: {type: string}}}}", {}, "A.x: `not` is not understood here"),
        ("A: {items: {prefixItems: []}}", {}, "A[]: `prefixItems` is not understood here"),
        (
            "A: {additionalProperties: {properties: {x: {allOf: [{$ref: ~A}, {properties: {y: {}}}]}}}}",
            {},
            "A{}.x: `allOf` is not understood here",
        ),
        ("A: {anyOf: [{type: file}, {type: string}]}", {}, "A: expected a type among string, integer,"),
        (
            "A: {anyOf: [{$ref: ~B}, {type: string}]}\nB: {$ref: ~A}",
            {},
            "A: its $ref or anyOf leads back to itself",
        ),
        ("A: {}", {"also_models": ("X",)}, "pack#also_models: names 'X', which the document does not define"),
        ("A: {}", {"also_params": ("X",)}, "pack#also_params: names 'X', which the document does not define"),
        (
            "A: {}",
            {"bases": {"X": ModelBase("m.B", ())}},
            "pack#bases: names 'X', which the document does not define",
        ),
        (
            "A: {}",
            {"events": "Event"},
            "pack#events: expected the name of a union that replies hold, got 'Event'",
        ),
    ],
)
def test_what_cannot_be_built_is_an_error_with_its_place(
    schemas: str, parts: dict[str, object], message: str
):
    with pytest.raises(CodegenError) as caught:
        build(schemas, **parts)
    places = [str(problem) for problem in caught.value.problems]
    assert any(place.startswith(message) for place in places), places


@pytest.mark.parametrize("key", ["x-y", "class", "$defs", "2nd"])
def test_request_field_that_is_no_python_name_is_an_error(key: str):
    schemas = f"A: {{properties: {{'{key}': {{type: string}}}}}}"
    with pytest.raises(CodegenError) as caught:
        build(schemas, reply="", request="A")
    reason = "is no Python name, so that a TypedDict class cannot have it as a key"
    assert str(caught.value) == f"pack#A.{key}: {reason}"
    assert build(schemas).models  # a model has an alias for it


def test_unnamed_schema_is_an_error_that_names_it():
    document = get_normalised("A: {properties: {b: {$ref: ~B}}}\nB: {properties: {x: {}}}", reply="A")
    with pytest.raises(CodegenError, match=r"^pack#B: has no public name; add it to spec/names\.yaml$"):
        build_package(document, make_names("A"))


def test_modules_that_need_each_other_are_an_error_that_names_the_definitions():
    schemas = "A: {properties: {b: {$ref: ~B}}}\nB: {properties: {a: {$ref: ~A}}}"
    package = build(schemas, names={"B": Name("other", "B", "B")})
    with pytest.raises(CodegenError) as caught:
        check_module_order(package)
    assert str(caught.value).splitlines() == [
        "pack.other: imports 'things', which leads back to it (B needs A)",
        "pack.things: imports 'other', which leads back to it (A needs B)",
    ]


def test_schemas_of_one_module_may_need_each_other():
    package = build(
        "A: {properties: {b: {$ref: ~B}}}\nB: {properties: {a: {type: array, items: {$ref: ~A}}}}"
    )
    check_module_order(package)
    assert list(find_type_refs(get_definition(package, "B"))) == [Ref("things", "A")]
