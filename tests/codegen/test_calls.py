"""The call surface: which parameters there are, in which order, with which types."""

from __future__ import annotations

import ast
import dataclasses
from functools import cache

import pytest

from codegen.build import build_package
from codegen.calls import render_calls
from codegen.document import read_document
from codegen.ir import Model, Package
from codegen.names_table import read_names
from codegen.normalise import normalise
from codegen.parameters import LEADING, OWN, TRAILING
from codegen.problems import CodegenError
from codegen.runtime.rows import ProviderRow
from tests.codegen.documents import SPEC

ROWS = [
    ProviderRow("acme", "Acme's", "openai-native", "responses", "https://acme.test", note='it\'s "quoted"'),
    ProviderRow("beta", "Beta", "embedded", "chat", ""),
]


@cache
def build(document: str) -> Package:
    names = read_names(SPEC / "names.yaml")[document]
    return build_package(normalise(read_document(SPEC / f"{document}.yaml")), names)


@cache
def render() -> dict[str, str]:
    return render_calls(build("openai"), build("openresponses"), ROWS)


def get_parameters(function: str) -> dict[str, str]:
    """Return the keyword parameters of a generated function, the implementation behind its overloads."""
    tree = ast.parse(render()["any_llm_calls/functions.py"])
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    last = [node for node in tree.body if isinstance(node, kinds) and node.name == function][-1]
    return {arg.arg: ast.unparse(arg.annotation) for arg in last.args.kwonlyargs if arg.annotation}


def get_body(package: Package, schema: str) -> Model:
    return next(d for d in package.params if isinstance(d, Model) and d.schema == schema)


def test_parameters_come_in_the_public_order():
    parameters = list(get_parameters("responses"))
    assert tuple(parameters[: len(LEADING)]) == LEADING
    assert tuple(parameters[-len(TRAILING) :]) == TRAILING
    assert parameters == list(get_parameters("aresponses"))


def test_every_field_of_both_bodies_is_a_parameter():
    fields = {f.name for f in get_body(build("openai"), "CreateResponse").fields}
    fields |= {f.name for f in get_body(build("openresponses"), "CreateResponseBody").fields}
    assert fields - {"model", "input"} == set(get_parameters("responses")) - (set(OWN) - fields)


def test_parameters_default_to_not_sent_and_take_any_sequence():
    parameters = get_parameters("responses")
    assert all(kind.endswith(" | None") for kind in parameters.values())
    assert parameters["temperature"] == "float | None"
    assert parameters["include"] == "Sequence[IncludeEnum] | None"
    assert parameters["tools"] == "Sequence[ToolInput] | None"


def test_providers_are_listed_by_what_they_return():
    source = render()["any_llm_calls/providers.py"]
    compile(source, "providers.py", "exec")
    native, neutral = source.split("NeutralProvider: TypeAlias")
    assert "LLMProvider.ACME" in native.split("NativeProvider: TypeAlias")[1]
    assert "LLMProvider.BETA" in neutral


def test_rows_come_out_as_they_went_in():
    scope: dict[str, object] = {"ProviderRow": ProviderRow}
    source = render()["any_llm_calls/table.py"]
    assert "\\u" not in source
    exec(source.replace("from any_llm_calls.rows import ProviderRow", ""), scope)
    assert scope["ROWS"] == tuple(ROWS)


def drop_field(package: Package, schema: str, field: str) -> Package:
    body = get_body(package, schema)
    smaller = dataclasses.replace(body, fields=tuple(f for f in body.fields if f.name != field))
    return dataclasses.replace(package, params=tuple(smaller if d is body else d for d in package.params))


def test_field_of_the_signature_that_no_document_has_is_an_error():
    superset = drop_field(build("openai"), "CreateResponse", "truncation")
    neutral = drop_field(build("openresponses"), "CreateResponseBody", "truncation")
    assert render_calls(build("openai"), neutral, ROWS)
    with pytest.raises(
        CodegenError, match=r"any_llm\.responses\(truncation=…\): no create-response body has this field"
    ):
        render_calls(superset, neutral, ROWS)


def test_document_without_a_create_response_body_is_an_error():
    with pytest.raises(
        CodegenError, match=r"openresponses_types#CreateResponse: expected this object in a request body"
    ):
        render_calls(build("openresponses"), build("openresponses"), ROWS)
