"""What is for us and what is for the server; an option of the wrong form is an error that names it."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest

from any_llm._core.messages import Timeouts
from any_llm._core.options import OWN, CallOptions, check_headers, split_parameters
from any_llm.exceptions import InvalidRequestError
from any_llm_calls import options as generated


def split(**parameters: Any) -> CallOptions:
    return split_parameters(parameters)[1]


def test_own_options_are_those_that_no_document_lists() -> None:
    from openai_responses_types.params import ResponseCreateParams
    from openresponses_types.params import CreateResponseBody

    known = set(generated.ClientCallOptions.__annotations__)
    documented = {*ResponseCreateParams.__annotations__, *CreateResponseBody.__annotations__}
    assert set(OWN) - {"response_format"} == known - documented


def test_own_options_stay_out_of_the_body() -> None:
    values: dict[str, Any] = dict.fromkeys(("timeout", "stream_idle_timeout"), 1.0)
    values |= {"max_retries": 1, "strict": True, "drop_params": True, "wire": "responses"}
    values |= {key: {"a": "b"} for key in ("extra_headers", "extra_query", "extra_body")}
    values |= {"response_format": {"type": "text"}}
    assert set(values) == set(OWN)
    given, _ = split_parameters({**values, "temperature": 1, "vendor": 2, "user": None})
    assert given == {"temperature": 1, "vendor": 2}


def test_nothing_given_is_the_default() -> None:
    assert split(**dict.fromkeys(OWN)) == CallOptions()
    assert split() == CallOptions()


def test_false_and_zero_are_values() -> None:
    given, options = split_parameters({"store": False, "temperature": 0, "max_retries": 0, "timeout": 0})
    assert given == {"store": False, "temperature": 0}
    assert (options.max_retries, options.timeouts.total) == (0, 0)


def test_timeout_bounds_a_whole_call_and_each_wait_of_a_stream() -> None:
    assert split(timeout=5) == CallOptions(timeouts=Timeouts(5, 5, 5, 5, total=5))
    assert split(timeout=5, stream=True) == CallOptions(timeouts=Timeouts(5, 5, 5, 5))
    assert split(timeout=900).timeouts.connect == Timeouts().connect
    assert split(stream_idle_timeout=3, stream=True).timeouts == Timeouts(idle=3)


@pytest.mark.parametrize("stream", [True, False])
def test_limits_of_a_dict_replace_only_what_they_name(stream: bool) -> None:
    limits = split(timeout={"connect": 1, "first_event": 2, "total": None}, stream=stream).timeouts
    assert limits == dataclasses.replace(Timeouts(), connect=1, first_event=2)


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ({"conect": 1}, "timeout.conect: unknown limit; expected one of connect, read"),
        ({"read": "1"}, "timeout.read: expected seconds, at least 0, got '1'"),
        ({"total": -1}, "timeout.total: expected seconds, at least 0, got -1"),
    ],
)
def test_limit_that_is_none_is_refused(limits: dict[str, Any], expected: str) -> None:
    with pytest.raises(InvalidRequestError, match=re.escape(expected)):
        split(timeout=limits)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        *((name, value, "seconds, at least 0") for name in ("timeout", "stream_idle_timeout")
          for value in ("1", -1, True, [1], float("nan"))),
        *(("max_retries", value, "a whole number of at least 0") for value in (-1, 1.0, "2", True)),
        *((name, value, "expected a dict") for name in ("extra_headers", "extra_query", "extra_body")
          for value in ("a=b", ["a"], 5)),
        *(("drop_params", value, "a list of names") for value in ("store", 1, {"store": True})),
        *(("stream", value, "True or False") for value in ("yes", 1, [])),
        *(("wire", value, "'responses'") for value in ("none", "", 5)),
    ],
)  # fmt: skip
def test_option_of_the_wrong_form_is_an_error_that_names_it(name: str, value: Any, expected: str) -> None:
    with pytest.raises(InvalidRequestError) as caught:
        split(**{name: value})
    assert caught.value.message.startswith(f"{name}: ")
    assert expected in caught.value.message
    assert caught.value.param == name


@pytest.mark.parametrize(
    "value", ["a\nb", "a\r\nhost: evil", "a\rb", "a\0b", "\n", "sch\u00f6n", 5, None, b"a"]
)
def test_header_value_that_no_header_can_carry_is_refused_and_not_shown(value: Any) -> None:
    with pytest.raises(
        InvalidRequestError, match=r"^extra_headers\['x-a'\]: expected an ASCII string"
    ) as caught:
        split(extra_headers={"x-a": value})
    assert "evil" not in str(caught.value)


@pytest.mark.parametrize("key", ["a\nb", "a b", "a:", "", "sch\u00f6n", 5, None])
def test_header_name_that_is_no_token_is_refused(key: Any) -> None:
    with pytest.raises(InvalidRequestError, match=r"^extra_headers: .* is no name of a header"):
        split(extra_headers={key: "a"})


def test_ordinary_headers_pass() -> None:
    headers = {"X-Team": "a b\tc", "accept": "*/*", "x_y.z": ""}
    assert check_headers("extra_headers", headers) == headers


def test_what_may_be_private_is_not_in_the_representation() -> None:
    options = split(extra_headers={"x": "secret"}, extra_body={"y": "secret"})
    assert "secret" not in repr(options)
