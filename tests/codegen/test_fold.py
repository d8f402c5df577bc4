from __future__ import annotations

import pytest

from codegen.fold import fold_definitions
from codegen.ir import (
    Alias,
    Definition,
    Field,
    ListOf,
    Literals,
    Model,
    Primitive,
    Ref,
    TagGroup,
    Type,
    Union,
)

STATUS = Literals(("done", "failed"), is_open=True)


def model(name: str, *fields: Field, module: str = "things", text: str = "") -> Model:
    return Model(name, module, name, text, fields)


def field(name: str, kind: Type = Primitive.STRING, text: str = "", *, is_required: bool = True) -> Field:
    return Field(name, kind, is_required, text)


def alias(name: str, kind: Type) -> Alias:
    return Alias(name, "things", name, "", kind)


def tag(value: str) -> Field:
    return Field("type", Literals((value,)), is_required=True, description="", is_tag=True)


def get_names(*definitions: Definition) -> list[str]:
    return [definition.name for definition in fold_definitions(definitions)]


def test_objects_of_one_type_and_shape_are_one_whatever_their_texts_order_and_names():
    first = model("ProgramInput", tag("program"), field("id", text="one"), text="As sent.")
    second = model("ResponseProgram", field("id", text="two"), tag("program"), text="As received.")
    assert get_names(first, second) == ["ResponseProgram"]


@pytest.mark.parametrize(
    "other",
    [
        model("ThingParam", field("x"), module="others"),
        model("ThingParam", field("x", is_required=False)),
        model("ThingParam", field("x", Primitive.INTEGER)),
        model("ThingParam", field("x"), field("y")),
        model("Stuff", field("x")),
        Model("ThingParam", "things", "ThingParam", "", (field("x"),), base="a.Base"),
    ],
    ids=["module", "required", "type", "fields", "name", "base"],
)
def test_objects_that_differ_stay_two(other: Model):
    assert get_names(model("Thing", field("x")), other) == ["Thing", other.name]


def test_who_used_the_one_that_goes_uses_the_one_that_stays_and_becomes_alike_too():
    definitions = (
        model("OuterParam", field("inner", ListOf(Ref("things", "InnerParam")))),
        model("InnerParam", field("x")),
        model("Outer", field("inner", ListOf(Ref("things", "Inner")))),
        model("Inner", field("x")),
    )
    outer, inner = fold_definitions(definitions)
    assert outer == model("Outer", field("inner", ListOf(Ref("things", "Inner"))))
    assert inner.name == "Inner"


def test_a_union_names_a_folded_member_once():
    both = (Ref("things", "AParam"), Ref("things", "A"))
    union = Union("U", "things", "U", "", "type", (TagGroup(both),), both, ("a",), None)
    folded = fold_definitions([model("A", tag("a")), model("AParam", tag("a")), union])[-1]
    assert isinstance(folded, Union)
    assert (folded.groups, folded.loose) == ((TagGroup(both[1:]),), both[1:])


def test_enums_fold_only_when_their_names_differ_in_a_role():
    assert get_names(alias("CallStatus", STATUS), alias("CallItemStatus", STATUS)) == ["CallStatus"]
    assert get_names(alias("CallStatus", STATUS), alias("MessageStatus", STATUS)) == [
        "CallStatus",
        "MessageStatus",
    ]


def test_folding_again_changes_nothing():
    once = fold_definitions([model("A", tag("a")), model("AParam", tag("a")), alias("E", STATUS)])
    assert fold_definitions(once) == once
