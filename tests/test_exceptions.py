"""The error tree: its shape, its texts, and that it survives pickling."""

from __future__ import annotations

import copy
import inspect
import pickle
from typing import Any

import pytest
from pydantic import BaseModel

from any_llm import exceptions
from any_llm.exceptions import (
    AnyLLMError,
    APIConnectionError,
    APITimeoutError,
    InvalidRequestError,
    LocalModelError,
    OutputParsingError,
    ProviderError,
    RateLimitError,
    ResponseFailedError,
    SpecDeviationError,
    StreamIdleTimeoutError,
    StreamTruncatedError,
    UnsupportedParameterError,
)

CLASSES: list[type[AnyLLMError]] = [getattr(exceptions, name) for name in exceptions.__all__]


class Partial(BaseModel):
    output_text: str = ""


FACTS: dict[str, Any] = {
    "status_code": 429,
    "code": "rate_limit_exceeded",
    "param": "input[0]",
    "error_type": "requests",
    "request_id": "req_1",
    "retry_after": 1.5,
    "provider_name": "openai",
    "response_body": "the whole body",
    "http": ("responses", 2),
}
OWN: dict[str, dict[str, Any]] = {
    "UnsupportedParameterError": {
        "parameter": "seed",
        "provider": "groq",
        "wire": "chat",
        "reason": "no such field",
    },
    "ResponseFailedError": {"partial": Partial(output_text="so far"), "response_id": "resp_1"},
    "StreamTruncatedError": {"partial": Partial(output_text="so far")},
    "StreamIdleTimeoutError": {"partial": Partial(output_text="so far")},
    "SchemaNotStrictError": {"path": "items[].extra", "reason": "free-form"},
    "SpecDeviationError": {"event": "response.created", "path": "response.id", "kind": "missing"},
}
PARSING: dict[str, Any] = {"response": Partial(output_text="no"), "text": "no"}


def build(error_class: type[AnyLLMError]) -> AnyLLMError:
    own = PARSING if issubclass(error_class, OutputParsingError) else OWN.get(error_class.__name__, {})
    return error_class("what happened", **{**FACTS, **own})


def test_all_is_sorted_and_holds_the_whole_tree() -> None:
    defined = {
        name
        for name, value in vars(exceptions).items()
        if inspect.isclass(value) and issubclass(value, AnyLLMError)
    }
    assert set(exceptions.__all__) == defined
    assert exceptions.__all__ == sorted(exceptions.__all__)


@pytest.mark.parametrize("error_class", CLASSES)
def test_docstring_of_the_module_draws_the_class_below_its_base(error_class: type[AnyLLMError]) -> None:
    lines = (exceptions.__doc__ or "").splitlines()
    drawn = [line for line in lines if error_class.__name__ in line.split()]
    assert len(drawn) == 1
    depth = len([base for base in error_class.__mro__ if issubclass(base, AnyLLMError)]) - 1
    assert drawn[0].index(error_class.__name__) == 4 + 4 * depth


@pytest.mark.parametrize("error_class", CLASSES)
def test_constructor_takes_a_message_alone(error_class: type[AnyLLMError]) -> None:
    error = error_class("what happened")
    assert str(error) == error.message == "what happened"
    assert all(getattr(error, name) is None for name in FACTS)


@pytest.mark.parametrize("error_class", CLASSES)
def test_constructor_keeps_every_fact(error_class: type[AnyLLMError]) -> None:
    error = build(error_class)
    own = PARSING if isinstance(error, OutputParsingError) else OWN.get(error_class.__name__, {})
    assert {name: getattr(error, name) for name in FACTS} == FACTS
    assert {name: getattr(error, name) for name in own} == own


@pytest.mark.parametrize("error_class", CLASSES)
def test_constructor_takes_facts_by_keyword_only(error_class: type[AnyLLMError]) -> None:
    make: Any = error_class
    with pytest.raises(TypeError):
        make("what happened", 429)


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("error_class", CLASSES)
def test_pickle_keeps_class_message_and_fields(error_class: type[AnyLLMError], protocol: int) -> None:
    error = build(error_class)
    restored = pickle.loads(pickle.dumps(error, protocol))
    assert type(restored) is error_class
    assert vars(restored) == vars(error)
    assert (restored.args, str(restored), repr(restored)) == (error.args, str(error), repr(error))


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy])
@pytest.mark.parametrize("error_class", CLASSES)
def test_copy_keeps_fields_and_is_independent(error_class: type[AnyLLMError], duplicate: Any) -> None:
    error = build(error_class)
    copied = duplicate(error)
    assert type(copied) is error_class
    assert vars(copied) == vars(error)
    copied.code = "other"
    assert error.code == "rate_limit_exceeded"


def test_pickle_keeps_notes_and_drops_the_cause() -> None:
    error = APIConnectionError("cut")
    error.__cause__ = OSError("socket")
    error.add_note("second try")
    restored = pickle.loads(pickle.dumps(error))
    assert restored.__notes__ == ["second try"]
    assert restored.__cause__ is None


class ThirdPartyError(ProviderError):
    """Outside the package, with a required argument of its own."""

    def __init__(self, message: str, region: str) -> None:
        super().__init__(message, provider_name="mine")
        self.region = region


def test_pickle_works_for_a_subclass_with_its_own_constructor() -> None:
    restored = pickle.loads(pickle.dumps(ThirdPartyError("down", "eu")))
    assert vars(restored) == vars(ThirdPartyError("down", "eu"))


def test_str_shows_known_facts_in_brackets() -> None:
    error = RateLimitError("slow down", **FACTS)
    assert str(error) == "slow down [openai, HTTP 429, code=rate_limit_exceeded, request req_1]"
    assert str(LocalModelError("no weights")) == "no weights"
    assert str(ProviderError("down", status_code=500)) == "down [HTTP 500]"


@pytest.mark.parametrize("error_class", CLASSES)
def test_texts_leave_the_body_out(error_class: type[AnyLLMError]) -> None:
    error = build(error_class)
    assert repr(error) == f"{error_class.__name__}('what happened')"
    assert "whole body" not in str(error) + repr(error)


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({}, "None cannot be sent to this provider; drop_params has it left out"),
        (
            {"parameter": "seed", "provider": "groq"},
            "'seed' cannot be sent to groq; drop_params has it left out",
        ),
        (
            OWN["UnsupportedParameterError"],
            "'seed' cannot be sent to groq on the chat wire: no such field; drop_params has it left out",
        ),
    ],
)
def test_unsupported_parameter_builds_its_message(facts: dict[str, Any], message: str) -> None:
    error = UnsupportedParameterError(**facts)
    assert error.message == message
    assert (error.param, error.provider_name) == (facts.get("parameter"), facts.get("provider"))


def test_timeouts_are_builtin_timeouts_and_connection_errors_are_not() -> None:
    assert issubclass(StreamIdleTimeoutError, APITimeoutError)
    assert issubclass(APITimeoutError, TimeoutError)
    assert not issubclass(StreamTruncatedError, OSError)


def test_broad_catches_work() -> None:
    assert issubclass(UnsupportedParameterError, InvalidRequestError)
    assert issubclass(ResponseFailedError, ProviderError)
    assert issubclass(SpecDeviationError, AnyLLMError)
