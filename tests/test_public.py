"""What people import: names, signatures, and an import that costs and changes nothing."""

from __future__ import annotations

import csv
import importlib
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import any_llm

DESIGNED = [
    "model",
    "input_data",
    "provider",
    "tools",
    "tool_choice",
    "max_output_tokens",
    "temperature",
    "top_p",
    "stream",
    "api_key",
    "api_base",
    "instructions",
    "max_tool_calls",
    "parallel_tool_calls",
    "reasoning",
    "text",
    "response_format",
    "presence_penalty",
    "frequency_penalty",
    "truncation",
    "store",
    "service_tier",
    "user",
    "metadata",
    "previous_response_id",
    "include",
    "background",
    "safety_identifier",
    "prompt_cache_key",
    "prompt_cache_retention",
    "conversation",
    "client_args",
]
OWN = [
    "timeout",
    "stream_idle_timeout",
    "max_retries",
    "extra_headers",
    "extra_query",
    "extra_body",
    "strict",
    "drop_params",
    "wire",
]
NAMES = Path(__file__).parents[2] / "shared" / "names.csv"


@pytest.mark.parametrize("name", ["responses", "aresponses"])
def test_signature_is_the_designed_one(name: str) -> None:
    parameters = inspect.signature(getattr(any_llm, name)).parameters
    assert list(parameters)[: len(DESIGNED)] == DESIGNED
    assert list(parameters)[-1] == "kwargs"
    assert list(parameters)[-1 - len(OWN) : -1] == OWN
    assert {"stream_options", "top_logprobs", "context_management", "prompt"} <= set(parameters)
    for parameter in list(parameters.values())[2:-1]:
        assert parameter.kind is inspect.Parameter.KEYWORD_ONLY
        assert parameter.default is None


@pytest.mark.parametrize("name", ["responses", "aresponses"])
def test_every_parameter_is_documented(name: str) -> None:
    function = getattr(any_llm, name)
    documentation = inspect.getdoc(function) or ""
    for parameter in inspect.signature(function).parameters:
        entry = documentation.partition(f"\n    {'**' if parameter == 'kwargs' else ''}{parameter}: ")[2]
        assert len(entry.split("\n")[0].split()) >= 3, parameter


def test_client_methods_take_what_the_functions_take() -> None:
    function = set(inspect.signature(any_llm.responses).parameters)
    method = set(inspect.signature(any_llm.AnyLLM.responses).parameters) - {"self"}
    assert function - method == {"provider", "api_key", "api_base", "client_args"}
    assert inspect.signature(any_llm.AnyLLM.responses) == inspect.signature(any_llm.AnyLLM.aresponses)


@pytest.mark.parametrize(
    "module", ["any_llm", "any_llm.exceptions", "openresponses_types", "openai_responses_types"]
)
def test_public_names_are_sorted_and_there(module: str) -> None:
    names = importlib.import_module(module).__all__
    assert list(names) == sorted(names)


@pytest.mark.parametrize(
    "module",
    [
        "any_llm",
        "any_llm.exceptions",
        "any_llm.types",
        "any_llm.types.params",
        "openresponses_types",
        "openresponses_types.params",
        "openai_responses_types",
        "openai_responses_types.params",
    ],
)
def test_public_names_can_be_imported(module: str) -> None:
    loaded = importlib.import_module(module)
    assert len(set(loaded.__all__)) == len(loaded.__all__)
    for name in loaded.__all__:
        assert getattr(loaded, name) is not None


@pytest.mark.skipif(
    not NAMES.exists(), reason="the list of names is not at hand; a copy is tested with the generator"
)
def test_listed_items_and_events_have_their_names() -> None:
    from any_llm import types

    rows = list(csv.DictReader(NAMES.read_text(encoding="utf-8").splitlines()))
    for row in rows:
        home = types if row["kind"] == "stream event" else types.params
        assert hasattr(home, row["public_name"]), row["public_name"]
    assert len(rows) > 80


def test_import_has_no_side_effects() -> None:
    script = """
import logging, os, socket, sys
before = dict(os.environ), list(logging.getLogger().handlers)
def refuse(*args, **options): raise AssertionError("a socket was opened")
socket.socket.connect = refuse
import any_llm
assert (dict(os.environ), list(logging.getLogger().handlers)) == before
loaded = [name for name in ("httpx", "pydantic", "openai_responses_types.items") if name in sys.modules]
assert not loaded, loaded
any_llm.exceptions, any_llm.LLMProvider.OPENAI, any_llm.responses
assert "httpx" not in sys.modules
"""
    subprocess.run([sys.executable, "-W", "error", "-c", script], check=True, timeout=60)


def test_unknown_name_is_an_attribute_error() -> None:
    for module in ("any_llm", "any_llm.types", "any_llm.types.params", "openresponses_types"):
        with pytest.raises(AttributeError, match="nothing_like_this"):
            _ = importlib.import_module(module).nothing_like_this
