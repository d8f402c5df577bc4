"""Tagged unions: how members are grouped by tag and role, and what a union looks like on each side."""

from __future__ import annotations

import pytest

from codegen.build import build_package
from codegen.document import get_schemas
from codegen.ir import Literals, Primitive, Ref, TagGroup, Union
from codegen.tags import flatten_members, get_tag_values, group_members, has_tags, list_tag_fields
from tests.codegen.documents import get_definition, get_normalised, make_names, parse

SCHEMAS = """
Text: {properties: {type: {enum: [text]}}}
Image: {properties: {type: {enum: [image, picture]}}}
User: {properties: {type: {const: message}, role: {enum: [user, system]}}}
Robot: {properties: {type: {const: message}, role: {const: assistant}}}
Easy: {properties: {type: {const: message}, role: {enum: [user, assistant]}}}
Loose: {properties: {id: {type: string}}}
Words: {type: string, enum: [none, all]}
Part: {anyOf: [{$ref: ~Text}, {$ref: ~Image}]}
Message: {anyOf: [{$ref: ~User}, {$ref: ~Robot}]}
Item: {anyOf: [{$ref: ~Message}, {$ref: ~Part}, {$ref: ~Easy}, {$ref: ~Loose}, {$ref: ~Words}, {type: integer}]}
Holder: {properties: {item: {$ref: ~Item}}}
"""
NAMES = ("Text", "Image", "User", "Robot", "Easy", "Loose", "Words", "Part", "Message", "Item", "Holder")
ALL = get_schemas(get_normalised(SCHEMAS))


def build(name: str, side: str = "models", **parts: object) -> Union:
    document = get_normalised(SCHEMAS, reply="Holder", request="Holder")
    union = get_definition(build_package(document, make_names(*NAMES, **parts)), name, side)
    assert isinstance(union, Union)
    return union


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("{const: a}", ("a",)),
        ("{type: string, enum: [a, b]}", ("a", "b")),
        ("{type: string}", ()),
        ("{const: 1}", ()),
        ("{anyOf: [{const: a}, {type: 'null'}]}", ()),
    ],
)
def test_tag_values_are_the_strings_that_a_field_fixes(field: str, values: tuple[str, ...]):
    assert get_tag_values(parse(f"{{properties: {{type: {field}}}}}")) == values


def test_objects_have_tags_if_each_fixes_its_type():
    assert has_tags(["Text", "User"], ALL)
    assert not has_tags(["Text", "Loose"], ALL)
    assert not has_tags([], ALL)


def test_nested_unions_are_flattened_and_members_come_once():
    names = [member.get("$ref", member.get("type")) for member in flatten_members(ALL["Item"], ALL)]
    assert names == [
        *(
            f"#/components/schemas/{name}"
            for name in ("User", "Robot", "Text", "Image", "Easy", "Loose", "Words")
        ),
        "integer",
    ]
    twice = parse("{anyOf: [{$ref: ~Part}, {$ref: ~Text}, {$ref: ~Part}]}")
    assert flatten_members(twice, ALL) == parse("[{$ref: ~Text}, {$ref: ~Image}]")


def test_members_are_grouped_by_tag_and_then_by_role():
    grouping = group_members(ALL["Item"], ALL)
    assert grouping.groups == (("Robot", "User"), ("Text",), ("Image",))
    assert grouping.apart == ("Loose", "Easy")
    assert grouping.known_tags == ("image", "message", "picture", "text")
    assert grouping.others == (parse("{$ref: ~Words}"), {"type": "integer"})


def test_two_values_of_one_member_make_one_group():
    assert group_members(ALL["Part"], ALL).groups == (("Text",), ("Image",))


def test_role_is_a_tag_only_where_a_union_needs_it():
    fields = list_tag_fields(ALL)
    assert fields["User"] == fields["Robot"] == {"type", "role"}
    assert fields["Text"] == {"type"}
    assert "Loose" not in fields
    assert "Easy" not in fields


def test_union_on_the_reading_side_is_open():
    union = build("Item", unknown={"things": "UnknownItem"})
    assert union.tag == "type"
    assert union.groups[0] == TagGroup((Ref("things", "Robot"), Ref("things", "User")))
    assert union.loose == (
        Ref("things", "Words"),
        Primitive.INTEGER,
        Ref("things", "Loose"),
        Ref("things", "Easy"),
    )
    assert union.unknown == "UnknownItem"


def test_union_of_a_module_without_a_fallback_gets_the_general_one():
    assert build("Part").unknown == "UnknownObject"


def test_union_on_the_writing_side_is_closed():
    union = build("Item", "params")
    assert union.unknown is None
    assert union.groups == build("Item").groups


def test_union_of_untagged_objects_has_no_tag_and_no_fallback():
    document = get_normalised("A: {anyOf: [{$ref: ~B}, {type: string}]}\nB: {properties: {x: {}}}", reply="A")
    union = get_definition(build_package(document, make_names("A", "B")), "A")
    assert isinstance(union, Union)
    assert (union.tag, union.groups, union.unknown) == (None, (), None)
    assert union.loose == (Primitive.STRING, Ref("things", "B"))


def test_tags_have_exact_values_even_where_enums_are_open():
    document = get_normalised(SCHEMAS, reply="Holder")
    image = get_definition(build_package(document, make_names(*NAMES)), "Image")
    assert image.fields[0].type == Literals(("image", "picture"))
    assert image.fields[0].is_tag
