"""Types that have no strict schema: refused with the place, and sent as they are without strict mode."""

from __future__ import annotations

import collections
import enum
import pickle
import re
import sys
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Generic, Literal, TypeVar

import pytest
from pydantic import BaseModel, ConfigDict, EmailStr, Field, JsonValue, WithJsonSchema, create_model

from any_llm._text_format.strict import build_strict, strict_json_schema
from any_llm._text_format.target import build_target
from any_llm.exceptions import AnyLLMError, InvalidRequestError, SchemaNotStrictError
from tests.support.strict_subset import check_root

T = TypeVar("T")


class Node(BaseModel):
    value: int
    next: Node | None = Field(None, description="The node after this one.")
    children: list[Node] = []


class Page(BaseModel, Generic[T]):
    items: list[T]
    cursor: str | None = None


class Nothing(BaseModel):
    pass


class Bag(BaseModel):
    model_config = ConfigDict(extra="allow")


class Extra(BaseModel):
    extra: dict[str, int]


class Extras(BaseModel):
    items: list[Extra]


class Loose(BaseModel):
    nodes: list[Node | Extra]
    whatever: Any


class TypedExtra(BaseModel):
    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, int]
    name: str


class Keyed(BaseModel):
    counts: dict[Literal["a", "b"], int]


class Hollow(BaseModel):
    nothing: tuple[()]


class Corner(enum.Enum):
    ORIGIN = (0, 0)


class Deep(BaseModel):
    page: Page[Page[dict[str, int]]] | None = None


class Leaf(BaseModel):
    anything: Any
    branch: Branch


class Branch(BaseModel):
    leaves: list[Leaf]


def say(**schema: Any) -> Any:
    """Return a type whose schema is the given one, in a field of a model."""
    return create_model("Said", field=(Annotated[Any, WithJsonSchema(schema)], ...))


def nest(depth: int) -> Any:
    """Return lists in lists."""
    return list[nest(depth - 1)] if depth else int  # type: ignore[misc]  # built on purpose


def number(count: int, length: int = 5) -> dict[str, str]:
    return {f"v{index}": f"{index:0{length}}" for index in range(count)}


REFUSED: list[tuple[Any, str, str]] = [
    (Extras, "items[].extra", "free-form objects"),
    (Loose, "nodes[].extra", "free-form objects"),
    (Page[Any], "items[]", "values of any type"),
    (Deep, "page.items[].items[]", "free-form objects"),
    (Leaf, "anything", "values of any type"),
    (Branch, "leaves[].anything", "values of any type"),
    (Keyed, "counts", "'propertyNames'"),
    (Hollow, "nothing[]", "values of any type"),
    (Corner, "(root)", "an enum of these values"),
    (dict[str, int], "(root)", "free-form objects"),
    (Mapping[str, int], "(root)", "free-form objects"),
    (collections.Counter[str], "(root)", "free-form objects"),
    (Bag, "(root)", "free-form objects"),
    (TypedExtra, "(root)", "free-form objects"),
    (list[dict[str, str]], "[]", "free-form objects"),
    (list, "[]", "values of any type"),
    (type[int], "(root)", "values of any type"),
    (Any, "(root)", "values of any type"),
    (object, "(root)", "values of any type"),
    (JsonValue, "(root)", "values of any type"),
    (Annotated[int, Field(json_schema_extra={"not": {"const": 3}})], "(root)", "'not'"),
    (Annotated[int, Field(json_schema_extra={"allOf": [{}, {}]})], "(root)", "'allOf'"),
    (say(), "field", "values of any type"),
    (say(type=["object", "null"]), "field", "free-form objects"),
    (say(type="strin"), "field", "the type 'strin'"),
    (say(type=[]), "field", "the type []"),
    (say(type=[3]), "field", "the type [3]"),
    (say(type=3), "field", "'type'"),
    (say(enum=[]), "field", "the type []"),
    (say(enum=[[1]]), "field", "an enum of these values"),
    (say(const={}), "field", "an enum of these values"),
    (say(items={}), "field", "'items'"),
    (say(type="array", items=True), "field[]", "values of any type"),
    (say(type="array", prefixItems=[True]), "field", "'prefixItems'"),
    (say(type="object", properties={"a": True}), "field.a", "values of any type"),
    (say(type="integer", anyOf=[]), "field", "'anyOf'"),
    (say(type="object", properties={}, anyOf=[{"type": "integer"}]), "field", "'additionalProperties'"),
    (say(allOf=[True]), "field", "'allOf'"),
    (say(allOf=3), "field", "'allOf'"),
    (say(**{"if": {}, "then": {}}), "field", "'if'"),
    (nest(10), "[]" * 10, "more than 10 levels"),
    (enum.Enum("Many", number(1001)), "(root)", "1001 enum values (at most 1000)"),
    (enum.Enum("Long", number(251, 60)), "(root)", "an enum of 15060 characters (at most 15000)"),
    (create_model("Wide", **dict.fromkeys(number(5001), int)), "(root)", "5001 properties (at most 5000)"),
    (
        create_model("Wordy", **{name * 20: int for name in number(1700)}),
        "(root)",
        "147800 characters of names and values (at most 120000)",
    ),
]


@pytest.mark.parametrize(("target", "path", "fault"), REFUSED, ids=str)
def test_what_cannot_be_said_is_refused_with_its_path(target: Any, path: str, fault: str) -> None:
    with pytest.raises(SchemaNotStrictError) as caught:
        strict_json_schema(target)
    assert caught.value.path == path
    assert caught.value.param == "response_format"
    assert (
        str(caught.value)
        == f"{path}: {fault} cannot be said in strict mode; use a model, or TextFormat(..., strict=False)"
    )
    restored = pickle.loads(pickle.dumps(caught.value))
    assert (type(restored), restored.path, str(restored)) == (SchemaNotStrictError, path, str(caught.value))


@pytest.mark.parametrize(("target", "path", "fault"), REFUSED, ids=str)
def test_what_is_refused_goes_out_without_strict_mode(target: Any, path: str, fault: str) -> None:
    built = build_target(target, strict=False)
    assert built.text_format()["strict"] is False
    assert built.schema["type"] == "object"
    assert build_target(target, strict=False).schema == built.schema


def test_at_the_limits_nothing_is_refused() -> None:
    for target in (
        nest(9),
        enum.Enum("Many", number(1000)),
        enum.Enum("Long", number(250, 60)),
        create_model("Wide", **dict.fromkeys(number(5000), int)),
    ):
        check_root(strict_json_schema(target))


@pytest.mark.parametrize("reference", ["#/$defs/Missing", "https://example.com/schema"])
def test_a_reference_to_nowhere_is_refused(reference: str) -> None:
    written = {"type": "object", "properties": {"a": {"$ref": reference}}}
    with pytest.raises(SchemaNotStrictError, match=re.escape(f"a: a reference to '{reference}' cannot")):
        build_strict(written)


@pytest.mark.parametrize(
    "schema", [{"enum": 3}, {"type": [[]]}, {"type": "object", "properties": 3}], ids=str
)
def test_what_is_no_schema_is_refused(schema: Any) -> None:
    with pytest.raises(SchemaNotStrictError, match=r"^\(root\): no JSON Schema: "):
        strict_json_schema(Annotated[Any, WithJsonSchema({"type": "object", "anyOf": [schema]})])


@pytest.mark.parametrize(
    ("value", "shown"),
    [(3, "3"), ("Person", "'Person'"), (None, "None"), (Nothing(), "Nothing()"), ([int], "[<class 'int'>]")],
    ids=str,
)
def test_no_type_is_refused(value: Any, shown: str) -> None:
    with pytest.raises(InvalidRequestError) as caught:
        strict_json_schema(value)
    assert str(caught.value) == f"response_format: expected a type or a dict, got {shown}"


class Plain:
    pass


@pytest.mark.parametrize(
    "target",
    [
        Plain,
        list[Plain],
        Callable[[], int],
        Annotated[int, Field(json_schema_extra={"$ref": "#/$defs/Missing"})],
        nest(900),
        list["Missing"],  # type: ignore[name-defined]  # noqa: F821  # the point of the test
        Annotated[int | str, Field(discriminator="kind")],
    ],
    ids=lambda target: str(target)[:40],
)
def test_types_that_pydantic_cannot_describe_raise_our_error(target: Any) -> None:
    with pytest.raises(AnyLLMError, match=r"^response_format: .* has no JSON Schema: ") as caught:
        strict_json_schema(target)
    assert caught.value.__cause__ is not None
    assert "\n" not in str(caught.value)


def test_a_type_that_needs_another_package_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pydantic.networks.email_validator", None, raising=False)
    monkeypatch.setitem(sys.modules, "email_validator", None)
    with pytest.raises(InvalidRequestError, match="email-validator is not installed"):
        strict_json_schema(EmailStr)


def test_plain_function_is_no_type() -> None:
    with pytest.raises(InvalidRequestError, match=r"expected a type or a dict, got <function "):
        strict_json_schema(check_root)


def test_long_values_are_cut_in_messages() -> None:
    with pytest.raises(InvalidRequestError) as caught:
        strict_json_schema("x" * 500)
    assert len(str(caught.value)) < 120
