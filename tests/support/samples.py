"""Random JSON values of the types in a document: hypothesis strategies made from the intermediate form."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from codegen.build import build_package
from codegen.document import read_document
from codegen.ir import (
    Alias,
    Definition,
    ListOf,
    Literals,
    MapOf,
    Model,
    Package,
    Primitive,
    Ref,
    Type,
    Union,
    UnionOf,
)
from codegen.names_table import read_names
from codegen.normalise import normalise

SPEC = Path(__file__).parents[2] / "spec"
DEPTH = 3

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
NUMBERS = st.integers(-(2**53), 2**53)
ANY = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXT,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2),
    max_leaves=4,
)
EXTRAS = st.dictionaries(st.sampled_from(["acme:a", "x_b", "model_fields", "self", "copy"]), ANY, max_size=2)
"""Fields that no document lists, with names that Python code could trip over."""

PRIMITIVES: dict[Primitive, st.SearchStrategy[Any]] = {
    Primitive.STRING: TEXT,
    Primitive.INTEGER: NUMBERS,
    Primitive.NUMBER: st.floats(allow_nan=False, allow_infinity=False) | NUMBERS,
    Primitive.BOOLEAN: st.booleans(),
    Primitive.NULL: st.none(),
    Primitive.ANY: ANY,
}


@cache
def build(document: str) -> Package:
    """Return the intermediate form of a document of `spec/`."""
    names = read_names(SPEC / "names.yaml")[document]
    return build_package(normalise(read_document(SPEC / f"{document}.yaml")), names)


def make_values(document: str, name: str) -> st.SearchStrategy[Any]:
    """Return a strategy for the values that a reply may hold of a named type: each fits the document.

    A field that is not required may be absent, one that is nullable null; there are fields and enum values that the
    document does not list.
    """
    return _make_definition(document, name, DEPTH)


@cache
def _get_homes(document: str) -> dict[str, Definition]:
    return {definition.name: definition for definition in build(document).models}


@cache
def _make_definition(document: str, name: str, depth: int) -> st.SearchStrategy[Any]:
    match _get_homes(document)[name]:
        case Model(fields=fields):
            required = {f.name: _make(document, f.type, depth - 1) for f in fields if f.is_required}
            optional = {f.name: _make(document, f.type, depth - 1) for f in fields if not f.is_required}
            known = st.fixed_dictionaries(required, optional=optional)
            return st.builds(lambda extras, fields: {**extras, **fields}, EXTRAS, known)
        case Union(groups=groups, loose=loose, unknown=unknown):
            members: list[Type] = [ref for group in groups for ref in group.members]
            strategies = [_make(document, member, depth) for member in (*members, *loose)]
            if unknown is not None:
                strategies.append(EXTRAS.map(lambda extras: {"type": "acme:new", **extras}))
            return st.one_of(strategies)
        case Alias(type=kind):
            return _make(document, kind, depth)


def _make(document: str, kind: Type, depth: int) -> st.SearchStrategy[Any]:
    match kind:
        case Literals(values, is_open):
            known = st.sampled_from(values)
            return known | st.just("acme_value") if is_open else known
        case Ref(name=name):
            return st.deferred(lambda: _make_definition(document, name, max(depth, 0)))
        case ListOf(item):
            return st.lists(_make(document, item, depth), max_size=2) if depth > 0 else st.builds(list)
        case MapOf(value):
            return st.dictionaries(TEXT, _make(document, value, depth), max_size=2)
        case UnionOf(members):
            if depth <= 0 and Primitive.NULL in members:
                return st.none()
            return st.one_of([_make(document, member, depth) for member in members])
        case _:
            return PRIMITIVES[kind]
