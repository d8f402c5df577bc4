"""A response whose text was parsed into a type of the caller's."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from pydantic import PrivateAttr

from openai_responses_types.response import Response

T = TypeVar("T")


class ParsedResponse(Response, Generic[T]):
    """A response with the value that its text was parsed into. It is never parametrised at run time."""

    _output_parsed: Any = PrivateAttr(default=None)

    @property
    def output_parsed(self) -> T:
        """The value, validated against the `response_format` of the call."""
        value: T = self._output_parsed
        return value
