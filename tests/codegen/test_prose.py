"""Descriptions on their way into docstrings: whatever they hold, the generated source says the same."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import yaml

from codegen.generate import generate
from codegen.prose import escape, wrap

NASTY = (
    'ends in "quotes"',
    r"a \d pattern and a path C:\new",
    'has """ inside',
    "ends in a backslash \\",
    "it's {{ not }} a {% template %}",
    "umlauts äöü and 漢字",
    "two\n\nparagraphs",
)


def test_wrap_keeps_lines_short_and_words_whole():
    text = "word " * 60
    lines = wrap(text, 8).splitlines()
    assert max(map(len, lines)) <= 92
    assert " ".join(lines) == text.strip()


def test_wrap_keeps_quotation_marks_from_running_together():
    assert wrap('says "hi"', 0) == 'says "hi" '
    assert wrap("", 0) == ""


def test_escape_undone_by_python_gives_the_text():
    for text in NASTY:
        assert ast.literal_eval(f'"""{escape(wrap(text, 0))}"""').strip() == " ".join(text.split())


@pytest.mark.parametrize("text", NASTY)
def test_description_comes_out_as_it_went_in(text: str, tmp_path: Path):
    words = {"description": text}
    schemas = {
        "Model": {
            **words,
            "properties": {"f": {"type": "string", **words}, "e": ref("Enum"), "l": ref("List")},
        },
        "Enum": {**words, "enum": ["a", "b"]},
        "List": {**words, "type": "array", "items": ref("Union")},
        "Union": {**words, "anyOf": [ref("One"), ref("Two")]},
        "One": {"properties": {"type": {"const": "one"}}},
        "Two": {"properties": {"type": {"const": "two"}}},
    }
    content = {"content": {"application/json": {"schema": ref("Model")}}}
    paths = {"/x": {"post": {"requestBody": content, "responses": {"200": content}}}}
    document = {"openapi": "3.1.0", "paths": paths, "components": {"schemas": schemas}}
    names = {
        "pack": {"package": "pack", "base": "pack.base", "modules": {"all": {name: name for name in schemas}}}
    }
    (tmp_path / "pack.yaml").write_text(yaml.safe_dump(document), encoding="utf-8")
    (tmp_path / "names.yaml").write_text(yaml.safe_dump(names), encoding="utf-8")
    files = generate(tmp_path)
    for name in ("pack/all.py", "pack/params/all.py"):
        found = [
            docstring
            for docstring in list_docstrings(files[name])
            if not docstring.endswith(("send them.", "take them."))
        ]
        assert found == [" ".join(text.split())] * 5, name


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def list_docstrings(source: str) -> list[str]:
    nodes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Expr)]
    values = [node.value.value for node in nodes if isinstance(node.value, ast.Constant)]
    return [" ".join(value.split()) for value in values if isinstance(value, str)]
