"""Random types: each is sent in a form that a strict server takes or refused, and its values survive the way."""

from __future__ import annotations

import dataclasses
import datetime
import enum
import json
import uuid
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, Generic, Literal, TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, RootModel, create_model
from typing_extensions import TypedDict

from any_llm._text_format.partial import parse_partial, validate_partial
from any_llm._text_format.strict import WRAPPER_KEY
from any_llm._text_format.target import OutputTarget, build_target
from any_llm.exceptions import SchemaNotStrictError
from tests.support.strict_subset import check_format, fits

T = TypeVar("T")
Typed = tuple[Any, st.SearchStrategy[Any]]
Draw = Callable[[st.SearchStrategy[Any]], Any]

TEXTS = st.text(st.characters(codec="utf-8"), max_size=6)
NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=4)
FLOATS = st.floats(allow_nan=False, allow_infinity=False)


class Box(BaseModel, Generic[T]):
    inside: T


class Color(enum.Enum):
    RED = "red"
    ONE = 1


class Tree(BaseModel):
    """A tree."""

    children: list[Tree] = []


PLAIN: list[Typed] = [
    (int, st.integers()),
    (bool, st.booleans()),
    (str, TEXTS),
    (float, FLOATS),
    (type(None), st.none()),
    (bytes, st.binary(max_size=0)),
    (datetime.date, st.dates()),
    (uuid.UUID, st.uuids()),
    (Color, st.sampled_from(Color)),
    (Literal["a", 1, None], st.sampled_from(["a", 1, None])),
    (Annotated[int, Field(ge=0, lt=5)], st.integers(0, 4)),
    (
        Tree,
        st.recursive(st.just(Tree()), lambda inner: st.builds(Tree, children=st.lists(inner, max_size=2))),
    ),
]
TOLD: list[Typed] = [
    (Decimal, st.decimals(allow_nan=False, allow_infinity=False)),
    (Annotated[str, Field(min_length=1, max_length=3)], st.text("ab", min_size=1, max_size=3)),
    (tuple[int, str], st.tuples(st.integers(), TEXTS)),
]
REFUSED: list[Typed] = [
    (dict[str, int], st.dictionaries(TEXTS, st.integers(), max_size=2)),
    (Any, st.none() | st.integers() | TEXTS),
]


def draw_type(draw: Draw, leaves: list[Typed], depth: int = 3) -> Typed:
    """Return a type and the values that it has."""
    if depth == 0:
        return draw(st.sampled_from(leaves))
    make = draw(st.sampled_from([None, *MAKERS]))
    if make is None:
        return draw(st.sampled_from(leaves))
    return make(draw, leaves, depth - 1)


def make_list(draw: Draw, leaves: list[Typed], depth: int) -> Typed:
    kind, values = draw_type(draw, leaves, depth)
    return list[kind], st.lists(values, max_size=2)  # type: ignore[valid-type]  # built at run time


def make_optional(draw: Draw, leaves: list[Typed], depth: int) -> Typed:
    kind, values = draw_type(draw, leaves, depth)
    return kind | None if kind is not Any else Any, st.none() | values


def make_box(draw: Draw, leaves: list[Typed], depth: int) -> Typed:
    kind, values = draw_type(draw, leaves, depth)
    box = Box[kind]  # type: ignore[valid-type]  # built at run time
    return box, st.builds(box, inside=values)


def make_root(draw: Draw, leaves: list[Typed], depth: int) -> Typed:
    kind, values = draw_type(draw, leaves, depth)
    root = RootModel[list[kind]]  # type: ignore[valid-type]  # built at run time; a list is never taken for None
    return root, st.lists(values, max_size=2).map(root)


def make_model(draw: Draw, leaves: list[Typed], depth: int) -> Typed:
    fields = draw_fields(draw, leaves, depth)
    aliases = draw(st.lists(NAMES, min_size=len(fields), max_size=len(fields), unique=True))
    described = draw(st.booleans())
    config = ConfigDict(
        populate_by_name=True,
        extra=draw(st.sampled_from(["ignore", "forbid", "allow"]) if fields else st.just("ignore")),
    )
    known: dict[str, Any] = {
        name: (kind, Field(alias=alias, description="Said." if described else None))
        for (name, (kind, _)), alias in zip(fields.items(), aliases, strict=True)
    }
    model = create_model(draw(NAMES), __config__=config, **known)
    return model, build_each(model, fields)


def make_dataclass(draw: Draw, leaves: list[Typed], depth: int) -> Typed:
    fields = draw_fields(draw, leaves, depth)
    # Without slots: pydantic fails on them in open models.
    kind = dataclasses.make_dataclass("Made", [(name, kind) for name, (kind, _) in fields.items()])
    return kind, build_each(kind, fields)


def make_typed_dict(draw: Draw, leaves: list[Typed], depth: int) -> Typed:
    fields = draw_fields(draw, leaves, depth)
    kind = TypedDict(draw(NAMES), {name: kind for name, (kind, _) in fields.items()})  # type: ignore[operator]
    return kind, st.fixed_dictionaries({name: values for name, (_, values) in fields.items()})


def make_union(draw: Draw, leaves: list[Typed], depth: int) -> Typed:
    members = [draw_fields(draw, leaves, depth) for _ in range(2)]
    models = [
        create_model(
            f"Member{index}",
            tag=(Literal[tag], tag),
            **{name: (kind, ...) for name, (kind, _) in fields.items()},
        )  # type: ignore[call-overload]  # built at run time
        for index, (tag, fields) in enumerate(zip("ab", members, strict=True))
    ]
    values = [build_each(model, fields) for model, fields in zip(models, members, strict=True)]
    union = models[0] | models[1]
    tagged = Annotated[union, Field(discriminator="tag")] if draw(st.booleans()) else union
    return tagged, st.one_of(values)


def build_each(kind: Any, fields: dict[str, Typed]) -> st.SearchStrategy[Any]:
    values = st.fixed_dictionaries({name: drawn for name, (_, drawn) in fields.items()})
    return values.map(lambda known: kind(**known))


def draw_fields(draw: Draw, leaves: list[Typed], depth: int) -> dict[str, Typed]:
    return {name: draw_type(draw, leaves, depth) for name in "xyz"[: draw(st.integers(0, 3))]}


MAKERS = [
    make_list,
    make_optional,
    make_box,
    make_root,
    make_model,
    make_dataclass,
    make_typed_dict,
    make_union,
]


def write(built: OutputTarget, value: Any) -> str:
    text = built.adapter.dump_json(value, by_alias=True).decode()
    return f'{{"{WRAPPER_KEY}": {text}}}' if built.is_wrapped else text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_type_is_sent_well_or_refused_and_its_values_come_back(data: st.DataObject) -> None:
    target, values = draw_type(data.draw, [*PLAIN, *TOLD, *REFUSED])
    value = data.draw(values)
    loose = build_target(target, strict=False)
    assert loose.parse(write(loose, value)) == value
    try:
        built = build_target(target)
    except SchemaNotStrictError:
        return
    check_format(built.text_format())
    text = write(built, value)
    assert fits(json.loads(text), built.schema, built.schema.get("$defs", {}))
    assert built.parse(text) == value
    assert validate_partial(built, text) == value
    assert parse_partial(built, text) == json.loads(text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_what_the_schema_allows_is_taken(data: st.DataObject) -> None:
    target, _ = draw_type(data.draw, PLAIN)
    try:
        built = build_target(target)
    except SchemaNotStrictError:  # an open model makes an empty TypedDict in it open, too
        return
    answer = draw_answer(data.draw, built.schema, built.schema.get("$defs", {}))
    assert fits(answer, built.schema, built.schema.get("$defs", {}))
    built.parse(json.dumps(answer))


def draw_answer(draw: Draw, node: Any, definitions: Any, depth: int = 0) -> Any:
    """Return what a strict server may answer to a schema."""
    match node:
        case {"$ref": reference}:
            return draw_answer(draw, definitions[reference.rpartition("/")[2]], definitions, depth)
        case {"anyOf": members}:
            return draw_answer(draw, draw(st.sampled_from(members)), definitions, depth)
        case {"enum": values}:
            return draw(st.sampled_from(values))
        case {"const": value}:
            return value
        case {"type": "object", "properties": properties}:
            return {name: draw_answer(draw, child, definitions, depth) for name, child in properties.items()}
        case {"type": "array", "items": items}:
            length = draw(st.integers(0, 2)) if depth < 5 else 0
            return [draw_answer(draw, items, definitions, depth + 1) for _ in range(length)]
        case {"format": format}:
            return str(draw({"date": st.dates(), "uuid": st.uuids()}[format]))
        case {"type": "integer"}:
            return draw(st.integers(node.get("minimum"), node.get("exclusiveMaximum", 10**30) - 1))
        case _:
            return draw(
                {"string": TEXTS, "number": FLOATS, "boolean": st.booleans(), "null": st.none()}[node["type"]]
            )
