"""A response whose text was parsed into a type of the caller's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import PrivateAttr

from openai_responses_types.response import Response

if TYPE_CHECKING:  # pydantic would otherwise want to know the class of a private attribute
    from any_llm.exceptions import OutputParsingError

T = TypeVar("T")


class ParsedResponse(Response, Generic[T]):
    """A response with the value that its text was parsed into. It is never parametrised at run time.

    Whatever the model said, the response is there: its text, items, usage and status. `output_parsed` is the value, or
    raises the error that `output_error` shows.
    """

    _output_parsed: Any = PrivateAttr(default=None)
    _output_error: Any = PrivateAttr(default=None)

    @property
    def output_parsed(self) -> T:
        """The value, validated against the `response_format` of the call.

        Raises:
            OutputRefusedError: the model refused.
            OutputIncompleteError: the response stopped early, or is not finished.
            OutputMissingError: the model called tools and has not answered yet.
            OutputNotJSONError: the text is no JSON.
            OutputMismatchError: the text is JSON of another form.
        """
        error: OutputParsingError | None = self._output_error
        if error is not None:
            raise error.with_traceback(None)
        value: T = self._output_parsed
        return value

    @property
    def output_error(self) -> OutputParsingError | None:
        """Why there is no value; None when there is one. It keeps the text, the usage and this response."""
        error: OutputParsingError | None = self._output_error
        return error
