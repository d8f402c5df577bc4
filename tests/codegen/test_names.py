"""Public names: what a names table may say, and what is wrong with a choice of names for a document."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from codegen.names import Name, build_default_name, build_inline_name, check_names
from codegen.names_table import read_names
from codegen.problems import CodegenError
from tests.codegen.documents import make_names

TABLE = {
    "doc": {
        "package": "pack",
        "base": "pack.base",
        "events": "Event",
        "bases": {"A": {"path": "pack.base.Methods", "provides": ["text"]}},
        "unknown": {"things": "UnknownItem"},
        "modules": {"things": {"A": "Thing", "B": ["Model", "Param"]}, "empty": None},
        "inline": {"A.b": "things.Inner", "A.c[]": {"name": "Part", "description": "A part."}},
        "also_models": ["B"],
    }
}


def read(folder: Path, table: object):
    path = folder / "names.yaml"
    path.write_text(table if isinstance(table, str) else yaml.safe_dump(table), encoding="utf-8")
    return read_names(path)


def test_table_gives_names_modules_and_the_rest(tmp_path: Path):
    names = read(tmp_path, TABLE)["doc"]
    assert (names.package, names.base, names.events) == ("pack", "pack.base", "Event")
    assert names.get_name("A") == Name("things", "Thing", "Thing")
    assert names.get_name("B") == Name("things", "Model", "Param")
    assert names.modules == ("things",)
    assert names.bases["A"].provides == ("text",)
    assert (names.also_models, names.also_params) == (("B",), ())
    assert (names.inline["A.b"].module, names.inline["A.b"].name) == ("things", "Inner")
    assert (names.inline["A.c[]"].module, names.inline["A.c[]"].description) == ("", "A part.")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"package": None}, "names.yaml#doc.package: expected a string, got None"),
        ({"base": 3}, "names.yaml#doc.base: expected a string, got 3"),
        ({"moduls": {}}, "names.yaml#doc: unknown part 'moduls'"),
        ({"modules": {}}, "names.yaml#doc.modules: expected one table of names per module, found none"),
        (
            {"modules": {"things": {"A": ["one"]}}},
            "names.yaml#doc.modules.things.A: expected a name or a pair [model name, params name], got ['one']",
        ),
        (
            {"modules": {"one": {"A": "A"}, "two": {"A": "B"}}},
            "names.yaml#doc.modules.two.A: has a name in module 'one' already",
        ),
        (
            {"inline": {"A.b": {"description": "x"}}},
            "names.yaml#doc.inline.A.b: expected a name, or a name and a description, got {'description': 'x'}",
        ),
        (
            {"unknown": {"things": "UnknownThing"}},
            "names.yaml#doc.unknown.things: expected one of UnknownAnnotation",
        ),
        (
            {"bases": {"A": {"provides": ["x"]}}},
            "names.yaml#doc.bases.A: expected a path and the fields it provides, got {'provides': ['x']}",
        ),
        ({"also_params": "B"}, "names.yaml#doc.also_params: expected a list of schema names, got 'B'"),
    ],
)
def test_wrong_form_is_an_error_with_its_place(tmp_path: Path, change: dict[str, object], message: str):
    with pytest.raises(CodegenError) as caught:
        read(tmp_path, {"doc": {**TABLE["doc"], **change}})
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("", "names.yaml: expected one table of names per document, found none"),
        ("- a", "names.yaml: expected one table of names per document, found none"),
        ("doc: 3", "names.yaml#doc: expected a table, got 3"),
        ("doc: {a: [}", "names.yaml: cannot be parsed: "),
    ],
)
def test_what_is_no_table_is_an_error(tmp_path: Path, table: str, message: str):
    with pytest.raises(CodegenError) as caught:
        read(tmp_path, table)
    assert str(caught.value).startswith(message)


def test_missing_table_is_an_error(tmp_path: Path):
    with pytest.raises(CodegenError, match=r"names\.yaml: expected this file"):
        read_names(tmp_path / "names.yaml")


def test_good_names_have_no_problems():
    assert check_names(make_names("A", "B"), ["A", "B"]) == []


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (None, "pack#B: has no public name; add it to spec/names.yaml"),
        (Name("things", "A", "B"), "pack#B: its model name 'A' is taken by 'A'"),
        (Name("things", "B", "A"), "pack#B: its params name 'A' is taken by 'A'"),
        (Name("things", "B-2", "B"), "pack#B: its name 'B-2' is no Python name"),
        (Name("things", "None", "B"), "pack#B: its name 'None' is no Python name"),
        (
            Name("things", "B", "Literal"),
            "pack#B: its name 'Literal' would hide a name that generated modules use",
        ),
        (Name("things", "UnknownItem", "B"), "pack#B: its name 'UnknownItem' would hide a name"),
        (
            Name("tables", "B", "B"),
            "pack#B: its module 'tables' is no Python name, or one that is ours already",
        ),
        (Name("a.b", "B", "B"), "pack#B: its module 'a.b' is no Python name"),
    ],
)
def test_bad_name_is_a_problem(name: Name | None, message: str):
    own = {"A": Name("things", "A", "A")} | ({"B": name} if name else {})
    problems = check_names(make_names(names=own), ["A", "B"])
    assert [str(problem)[: len(message)] for problem in problems] == [message]


def test_name_of_a_schema_that_no_operation_reaches_may_collide():
    own = {"A": Name("things", "Same", "Same"), "B": Name("things", "Same", "Same")}
    assert check_names(make_names(names=own), ["A"]) == []


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ("message-phase", "MessagePhase"),
        ("MessagePhase-2", "MessagePhase"),
        ("GrammarSyntax1", "GrammarSyntax"),
        ("7", "7"),
    ],
)
def test_default_name_is_a_class_name_without_a_number(schema: str, name: str):
    assert build_default_name(schema) == name
    assert make_names().get_name(schema) == Name("misc", name, name)


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (".content", "MessageContent"),
        (".log_probs[].top", "MessageLogProbsTop"),
        ("{}", "MessageValue"),
        ("[]", "MessageItem"),
    ],
)
def test_inline_name_is_made_of_parent_and_place(place: str, name: str):
    assert build_inline_name("Message", place) == name
