"""Arguments of calls: what a model writes becomes values in the tool's types, or says what is wrong; it never raises."""

from __future__ import annotations

import datetime
import functools
import gc
import json
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, ConfigDict, Field, field_validator, validate_call
from typing_extensions import TypedDict

from any_llm._tools.arguments import parse_arguments
from any_llm._tools.callables import build_function_tool
from any_llm._tools.signature import CACHE_SIZE
from any_llm.exceptions import InvalidRequestError
from openresponses_types.calls import InvalidArguments

DAY = datetime.date(2026, 1, 2)
RATES = {"EUR": 1.0}


class Unit(Enum):
    C = "celsius"


@dataclass
class Span:
    start: datetime.date


class Query(TypedDict):
    text: str


class Trip(BaseModel):
    day: datetime.date
    spans: list[Span] = []


class Price(BaseModel):
    currency: str

    @field_validator("currency")
    @classmethod
    def check(cls, value: str) -> str:
        return value if RATES[value] else ""


def plan(
    day: datetime.date,
    unit: Unit = Unit.C,
    trip: Trip | None = None,
    tags: list[str] = [],  # noqa: B006  # a tool may have one
    *,
    limit: Annotated[int, Field(ge=1)] = 5,
    self: Query | None = None,
    _x: int = 0,
) -> None: ...


async def later(day: datetime.date) -> None: ...
def no_arguments() -> None: ...
def priced(price: Price) -> None: ...
def rest(day: datetime.date, **more: Any) -> None: ...
def filled(day: datetime.date, limit: int = Field(5, ge=1, validation_alias="n")) -> None: ...


@validate_call
def checked(day: datetime.date) -> datetime.date:
    return day


class Service:
    def __init__(self, day: datetime.date) -> None:
        if day.year < 2000:
            raise ValueError("too long ago")
        self.day = day

    def ask(self, day: datetime.date) -> None: ...
    def __call__(self, day: datetime.date) -> None: ...

    @classmethod
    def of_class(cls, day: datetime.date) -> None: ...

    @staticmethod
    def of_none(day: datetime.date) -> None: ...

    def scaled(self, day: datetime.date, scale: int) -> None: ...

    twice = functools.partialmethod(scaled, scale=2)


SERVICE = Service(DAY)


def read(target: Any, raw: object) -> Any:
    value = parse_arguments(target, raw)
    assert not isinstance(value, InvalidArguments), value
    return value


def read_error(target: Any, raw: object) -> str:
    value = parse_arguments(target, raw)
    assert isinstance(value, InvalidArguments), value
    assert value.raw == (raw if isinstance(raw, str) else value.raw)
    assert "pydantic" not in value.error
    assert len(value.error.splitlines()) <= 5
    return value.error


def test_every_value_is_in_the_type_of_its_parameter() -> None:
    raw = {
        "day": "2026-01-02",
        "unit": "celsius",
        "trip": {"day": "2026-01-02", "spans": [{"start": "2026-01-02"}]},
        "tags": ["a"],
        "limit": "3",
        "self": {"text": "x"},
        "_x": 1,
    }
    expected = {
        "day": DAY,
        "unit": Unit.C,
        "trip": Trip(day=DAY, spans=[Span(DAY)]),
        "tags": ["a"],
        "limit": 3,
        "self": {"text": "x"},
        "_x": 1,
    }
    assert read(plan, json.dumps(raw)) == expected
    assert read(plan, raw) == expected  # some servers send the object
    assert read(plan, expected) == expected  # and a caller may have changed values that are typed


def test_what_the_model_left_out_stays_out() -> None:
    assert read(plan, '{"day": "2026-01-02"}') == {"day": DAY}
    assert read(filled, '{"day": "2026-01-02"}') == {"day": DAY, "limit": 5}
    for nothing in ("", " \n", None, {}):
        assert read(no_arguments, nothing) == {}


@pytest.mark.parametrize(
    "target",
    [
        later,
        checked,
        rest,
        SERVICE,
        SERVICE.ask,
        SERVICE.of_class,
        SERVICE.twice,
        Service.of_class,
        Service.of_none,
        functools.partial(SERVICE.scaled, scale=2),
        functools.partial(checked),
        lambda day: day,
    ],
)
def test_every_callable_reads_its_arguments(target: Callable[..., Any]) -> None:
    text = '{"day": "2026-01-02"}'
    is_untyped = getattr(target, "__name__", "") == "<lambda>"
    assert read(target, text) == {"day": "2026-01-02" if is_untyped else DAY}


def test_a_class_gives_an_instance() -> None:
    assert read(Trip, '{"day": "2026-01-02"}') == Trip(day=DAY)
    assert read(Span, '{"start": "2026-01-02"}') == Span(DAY)
    assert read(Query, '{"text": "x"}') == {"text": "x"}
    assert read(Service, '{"day": "2026-01-02"}').day == DAY
    assert read_error(Service, '{"day": "1999-01-02"}') == "ValueError: too long ago"
    assert read_error(Span, "") == "start: Field required"


def test_unknown_arguments_are_named() -> None:
    error = read_error(plan, '{"limt": 1, "zz": 1, "yy": 2}')
    assert error.splitlines() == [
        "limt: unknown argument; did you mean 'limit'?",
        "zz: unknown argument; the arguments are: 'day', 'unit', 'trip', 'tags', 'limit', 'self', '_x'",
        "yy: unknown argument",
        "day: Field required",
    ]
    assert read_error(no_arguments, '{"a": 1}') == "a: unknown argument; the arguments are: none"
    assert read(rest, '{"day": "2026-01-02", "field_0": [1]}') == {"day": DAY, "field_0": [1]}


def test_wrong_values_are_told_in_short_lines() -> None:
    raw = '{"day": "x", "unit": "kelvin", "trip": {"day": 1.5, "spans": [{}]}, "tags": 3, "limit": 0, "self": 1}'
    error = read_error(plan, raw)
    lines = error.splitlines()
    assert [line.split(":")[0] for line in lines] == [
        "day",
        "unit",
        "trip.day",
        "trip.spans[0].start",
        "tags",
    ]
    assert error.endswith(" (and 2 more)")
    long_key = json.dumps({"k" * 5000: 1})
    assert len(read_error(plan, long_key)) < 400


def test_a_validator_that_breaks_is_told_to_the_model() -> None:
    assert read_error(priced, '{"price": {"currency": "XXX"}}') == "KeyError: 'XXX'"


class Deferred(BaseModel):
    model_config = ConfigDict(defer_build=True)
    service: "Unheard"  # type: ignore[name-defined]  # noqa: F821, UP037  # the point of the test


@dataclass
class HoldsService:
    service: Service


def star(*values: int) -> None: ...


@pytest.mark.parametrize("target", [star, 3, dict, "plan", Deferred, HoldsService])
def test_what_is_no_tool_is_refused(target: Any) -> None:
    with pytest.raises(InvalidRequestError):
        parse_arguments(target, "{}")


def test_fresh_functions_do_not_pile_up() -> None:
    kept: list[weakref.ref[Any]] = []
    for _ in range(3 * CACHE_SIZE):

        def fresh(trip: Trip) -> None: ...

        build_function_tool(fresh)
        parse_arguments(fresh, "{}")
        kept.append(weakref.ref(fresh))
    gc.collect()
    assert sum(reference() is not None for reference in kept) <= CACHE_SIZE + 1
    service = Service(DAY)
    parse_arguments(service.ask, "{}")
    reference = weakref.ref(service)
    del service
    gc.collect()
    assert reference() is None
