"""What cannot be a tool says why: parameters without a name, types without a schema, callables without a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

import pytest
from pydantic import BaseModel, ConfigDict, RootModel

from any_llm._tools.callables import build_function_tool
from any_llm.exceptions import InvalidRequestError

T = TypeVar("T")


class Service:
    """A service."""


def takes_args(*values: int) -> None: ...
def takes_kwargs(**values: int) -> None: ...
def takes_position(value: int, /) -> None: ...
def takes_unknown(value: Missing) -> None: ...  # type: ignore[name-defined]  # noqa: F821  # the point of the test
def takes_nested_unknown(value: list["Missing"]) -> None: ...  # type: ignore[name-defined]  # noqa: F821, UP037
def takes_service(value: Service) -> None: ...
def takes_callable(value: Callable[[], int]) -> None: ...


class Generically(BaseModel, Generic[T]):
    value: T


class Table(RootModel[dict[str, int]]):
    pass


class Numbers(RootModel[list[int]]):
    pass


class HoldsService(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=True)
    service: Service


@pytest.mark.parametrize(
    ("function", "parts"),
    [
        (takes_args, ["'takes_args'", "'*values: int'", "list"]),
        (takes_kwargs, ["'takes_kwargs'", "'**values: int'", "name them"]),
        (takes_position, ["'takes_position'", "'value: int'", "'/'"]),
        (takes_unknown, ["'takes_unknown'", "Missing"]),
        (takes_nested_unknown, ["'takes_nested_unknown'", "Missing"]),
        (takes_service, ["'takes_service'", "Service"]),
        (takes_callable, ["'takes_callable'", "Callable"]),
        (HoldsService, ["'HoldsService'"]),
        (lambda: 1, ["'<lambda>'", "named function"]),
        (Generically[int], ["'Generically[int]'", "64 letters"]),
        (Table, ["'Table'", "named fields"]),
        (Numbers, ["'Numbers'", "named fields"]),
        (dict.get, ["'get'"]),
        (dict, ["'dict'"]),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_what_cannot_be_a_tool_says_why(function: Any, parts: list[str]) -> None:
    with pytest.raises(InvalidRequestError) as caught:
        build_function_tool(function)
    assert caught.value.param == "tools"
    assert "\n" not in str(caught.value)
    for part in parts:
        assert part in str(caught.value)
