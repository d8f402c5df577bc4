"""The committed tree: in sync with `spec/`, clean of numbered names, and true to what the documents say."""

from __future__ import annotations

import ast
import csv
import importlib
import re
import sys
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from codegen.build import build_package
from codegen.document import read_document
from codegen.generate import generate
from codegen.hoist import hoist_inline_schemas
from codegen.ir import Literals, Model, Package, Primitive, Union
from codegen.names_table import read_names
from codegen.normalise import normalise
from codegen.schema import get_fields, get_required
from codegen.write import compare_tree
from tests.codegen.documents import GENERATED, SHARED, SPEC
from tests.codegen.public_names import INPUT_ITEMS, STREAM_EVENTS

DOCUMENTS = ("openresponses", "openai")
PACKAGES = ("openresponses_types", "openai_responses_types", "any_llm_calls")
THIRD_PARTY = {"pydantic", "pydantic_core", "typing_extensions"}
NUMBERED = re.compile(r"\b(Type|Role|Status|Item|Content|Annotation|ToolChoice|Input|Output)\d+\b")
UNKNOWN = {"type": "acme:new", "acme": {"a": [1, None]}}
FILES = sorted(GENERATED.rglob("*.py"))


@cache
def build(document: str) -> Package:
    names = read_names(SPEC / "names.yaml")[document]
    return build_package(normalise(read_document(SPEC / f"{document}.yaml")), names)


def load(document: str, name: str, side: str = "") -> Any:
    return getattr(importlib.import_module(build(document).name + side), name)


@cache
def get_adapter(document: str, name: str) -> TypeAdapter[Any]:
    return TypeAdapter(load(document, name))


def list_unions() -> Iterator[tuple[str, Union]]:
    for document in DOCUMENTS:
        for definition in build(document).models:
            if isinstance(definition, Union) and definition.tag:
                yield document, definition


def list_members() -> Iterator[tuple[str, Union, Model, dict[str, str]]]:
    """Yield each member of each tagged union with every body that holds only its tags."""
    for document, union in list_unions():
        models = {model.name: model for model in build(document).models if isinstance(model, Model)}
        for group in union.groups:
            for ref in group.members:
                fields = {field.name: field.type for field in models[ref.name].fields}
                assert isinstance(fields["type"], Literals)
                roles = fields["role"].values if len(group.members) > 1 else (None,)
                for tag in fields["type"].values:
                    for role in roles:
                        body = {"type": tag} | ({"role": role} if role else {})
                        yield document, union, models[ref.name], body


UNIONS = list(list_unions())
MEMBERS = list(list_members())


def test_tree_is_in_sync_with_spec():
    assert compare_tree(GENERATED, generate(SPEC)) == []


def test_no_name_has_a_number():
    found = {match[0] for file in FILES for match in NUMBERED.finditer(file.read_text(encoding="utf-8"))}
    assert found == set()


def list_imports(node: ast.AST, *, is_checking: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield each absolute import below a node: its top-level package, and whether only checkers see it."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from ((alias.name.partition(".")[0], is_checking) for alias in child.names)
        elif isinstance(child, ast.ImportFrom) and not child.level:
            yield str(child.module).partition(".")[0], is_checking
        elif (
            isinstance(child, ast.If)
            and isinstance(child.test, ast.Name)
            and child.test.id == "TYPE_CHECKING"
        ):
            for inner in child.body:
                yield from list_imports(ast.Module([inner], []), is_checking=True)
            for inner in child.orelse:
                yield from list_imports(ast.Module([inner], []), is_checking=is_checking)
        else:
            yield from list_imports(child, is_checking=is_checking)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(GENERATED).as_posix())
def test_imports_point_one_way(file: Path):
    allowed = {*sys.stdlib_module_names, *THIRD_PARTY, *PACKAGES}
    package = file.relative_to(GENERATED).parts[0]
    for name, is_checking in list_imports(ast.parse(file.read_text(encoding="utf-8"))):
        is_result = name == "any_llm" and is_checking and package == "any_llm_calls"
        assert name in allowed or is_result, f"{file.name} imports {name}"


def test_neutral_types_stand_alone():
    for file in (GENERATED / "openresponses_types").rglob("*.py"):
        names = {name for name, _ in list_imports(ast.parse(file.read_text(encoding="utf-8")))}
        assert not names & {"any_llm", "any_llm_calls", "openai_responses_types"}, file


def test_every_known_tag_gives_its_class():
    for document, union, model, body in MEMBERS:
        value = get_adapter(document, union.name).validate_python(body)
        assert type(value) is load(document, model.name), (union.name, body)
        assert value.model_dump() == body


def test_every_unknown_tag_gives_the_unknown_class_with_everything():
    assert len(UNIONS) > 40
    for document, union in UNIONS:
        adapter = get_adapter(document, union.name)
        value = adapter.validate_python(UNKNOWN)
        assert type(value).__name__ == union.unknown, union.name
        assert adapter.dump_python(value) == UNKNOWN
        assert type(adapter.validate_json('{"type": "acme:new"}')).__name__ == union.unknown


def try_to_validate(adapter: TypeAdapter[Any], body: object) -> Any:
    """Return the value, or the set of the kinds of errors."""
    try:
        return adapter.validate_python(body)
    except ValidationError as error:
        return {line["type"] for line in error.errors()}


def test_known_tag_with_a_bad_body_is_an_error_and_never_unknown():
    bad = 0
    for document, union, model, body in MEMBERS:
        texts = [f.name for f in model.fields if f.type is Primitive.STRING and f.name not in body]
        if texts:
            value = try_to_validate(get_adapter(document, union.name), {**body, texts[0]: ["no", "string"]})
            if isinstance(value, set):
                bad += 1
                assert "known_tag" in value, (union.name, body)
            else:  # a member without a tag of its own may still take it, the fallback may not
                assert type(value).__name__ in {getattr(kind, "name", "") for kind in union.loose}
    assert bad > 200


def test_table_of_events_agrees_with_the_documents():
    for document in DOCUMENTS:
        tables = importlib.import_module(f"{build(document).name}.tables")
        tags = {
            body["type"]: model.name
            for owner, union, model, body in MEMBERS
            if (owner, union.name) == (document, build(document).events) and "role" not in body
        }
        assert tags == tables.EVENTS


@pytest.mark.parametrize("document", DOCUMENTS)
def test_required_table_agrees_with_the_document(document: str):
    normalised = normalise(read_document(SPEC / f"{document}.yaml"))
    normalised, names = hoist_inline_schemas(normalised, read_names(SPEC / "names.yaml")[document])
    required = importlib.import_module(f"{build(document).name}.tables").REQUIRED
    models = [definition for definition in build(document).models if isinstance(definition, Model)]
    for model in models:
        schema = normalised["components"]["schemas"][model.schema]
        # The published document requires two fields that it does not define; they have no attribute to look at.
        wanted = {name for name in get_required(schema) if name in get_fields(schema)}
        provided = set(names.bases[model.schema].provides) if model.schema in names.bases else set()
        assert required.get(model.name, set()) == wanted - provided, model.name
    assert set(required) <= {model.name for model in models}


@pytest.mark.parametrize("choice", ["none", "auto", "required"])
def test_tool_choice_keeps_its_strings(choice: str):
    for document, reply, body in (
        ("openresponses", "ResponseResource", "CreateResponseBody"),
        ("openai", "Response", "ResponseCreateParams"),
    ):
        response = load(document, reply).model_validate({"tool_choice": choice})
        assert (response.tool_choice, type(response.tool_choice)) == (choice, str)
        sent = {"model": "m", "input": "hi", "tool_choice": choice}
        assert TypeAdapter(load(document, body, ".params")).validate_python(sent) == sent


def test_tool_choice_still_takes_objects():
    choice = {"type": "function", "name": "f"}
    neutral = load("openresponses", "ResponseResource").model_validate({"tool_choice": choice}).tool_choice
    native = load("openai", "Response").model_validate({"tool_choice": choice}).tool_choice
    assert (type(neutral).__name__, type(native).__name__) == ("FunctionToolChoice", "ToolChoiceFunction")
    sent = {"model": "m", "input": "hi", "tool_choice": choice}
    assert TypeAdapter(load("openai", "ResponseCreateParams", ".params")).validate_python(sent) == sent


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_name_can_be_imported_and_every_class_builds(document: str):
    package = build(document).name
    classes = 0
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for side in ("", ".params"):
            module = importlib.import_module(package + side)
            for name in module.__all__:
                value = getattr(module, name)
                if isinstance(value, type) and issubclass(value, BaseModel):
                    classes += 1
                    value.model_rebuild()
                    assert value.__pydantic_complete__, name
                elif side or not isinstance(value, type):
                    TypeAdapter(value)
    assert classes > 50


@pytest.mark.parametrize("document", DOCUMENTS)
def test_packages_list_their_names_in_order(document: str):
    for side in ("models", "params"):
        module = importlib.import_module(build(document).name + (".params" if side == "params" else ""))
        assert module.__all__ == sorted(set(module.__all__))
        assert {definition.name for definition in getattr(build(document), side)} <= set(module.__all__)


def test_names_table_has_no_stale_entries():
    for document in DOCUMENTS:
        names = read_names(SPEC / "names.yaml")[document]
        grown = hoist_inline_schemas(normalise(read_document(SPEC / f"{document}.yaml")), names)[1]
        schemas = normalise(read_document(SPEC / f"{document}.yaml"))["components"]["schemas"]
        assert [schema for schema in names.names if schema not in schemas] == []
        unused = {inline.name for inline in names.inline.values()} - {
            name.model for name in grown.names.values()
        }
        assert unused == set()


@pytest.mark.parametrize(("name", "tag"), INPUT_ITEMS)
def test_input_item_has_its_public_name(name: str, tag: str):
    params = importlib.import_module("openai_responses_types.params")
    assert name in params.__all__
    value = TypeAdapter(getattr(params, name)).core_schema
    assert f"'{tag}'" in str(value)


@pytest.mark.parametrize(("name", "tag"), STREAM_EVENTS)
def test_stream_event_has_its_public_name(name: str, tag: str):
    tables = importlib.import_module("openai_responses_types.tables")
    assert tables.EVENTS[tag] == name == load("openai", name).__name__


def test_our_list_of_public_names_is_the_shared_one():
    path = SHARED / "names.csv"
    if not path.exists():
        pytest.skip("../shared is not beside this checkout")
    with path.open(encoding="utf-8", newline="") as file:
        rows = {(row["kind"], row["public_name"], row["wire_type"]) for row in csv.DictReader(file)}
    ours = {("input item", *pair) for pair in INPUT_ITEMS} | {
        ("stream event", *pair) for pair in STREAM_EVENTS
    }
    assert ours == rows
