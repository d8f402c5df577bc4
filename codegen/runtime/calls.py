"""Calls of tools in a response: reading their arguments, and building the items that answer them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload

from pydantic_core import from_json

from openresponses_types.base import SpecModel
from openresponses_types.slots import slots

if TYPE_CHECKING:
    from openresponses_types.params import FunctionCallOutputItemParam

T = TypeVar("T")
Attachment = str | bytes | Path
"""A picture or file: an address (`https://…` or `data:…`), the bytes themselves, or a path that is read."""


@dataclass(frozen=True, slots=True)
class InvalidArguments:
    """Arguments of a call that cannot be used: `raw` is what the model wrote, `error` what is wrong with it."""

    raw: str
    error: str


def parse_object(raw: object) -> dict[str, Any] | InvalidArguments:
    """Return the JSON object that a call's arguments stand for; no text at all stands for `{}`."""
    if isinstance(raw, dict):
        return cast("dict[str, Any]", raw)  # some servers send the object itself instead of its text
    text = raw if isinstance(raw, str) else ""
    if not text.strip():
        return {}
    try:
        value = from_json(text)
    except (ValueError, TypeError) as error:  # TypeError: half of a surrogate pair
        return InvalidArguments(text, f"not JSON: {error}")
    if not isinstance(value, dict):
        return InvalidArguments(text, f"expected a JSON object, got {type(value).__name__!r}")
    return cast("dict[str, Any]", value)


class FunctionCallMethods(SpecModel):
    """What the items of type `function_call` can do beyond their fields."""

    @property
    def parsed_arguments(self) -> dict[str, Any] | InvalidArguments:
        """The arguments as a dict; `InvalidArguments` if the model wrote something else. Never raises."""
        return parse_object(getattr(self, "arguments", None))

    @overload
    def parse_arguments(  # type: ignore[overload-overlap]  # a class is callable, and the first answers for it
        self, target: type[T]
    ) -> T | InvalidArguments: ...

    @overload
    def parse_arguments(self, target: Callable[..., Any]) -> dict[str, Any] | InvalidArguments: ...

    def parse_arguments(self, target: Any) -> Any:
        """Read the arguments into the types of the tool that was called.

        Args:
            target: a model, dataclass or TypedDict, or a function.

        Returns:
            An instance of the class; for a function its keyword arguments, validated, defaults left out;
            `InvalidArguments` if what the model wrote does not fit.

        Raises:
            InvalidRequestError: the target is no tool, for instance a function with `*args`.
        """
        return slots.parse_arguments(target, getattr(self, "arguments", None))

    def output(
        self,
        value: object = "",
        *,
        image: Attachment | Sequence[Attachment] = (),
        file: Attachment | Sequence[Attachment] = (),
        error: BaseException | str | None = None,
    ) -> FunctionCallOutputItemParam:
        """Build the item that answers this call; send it in the next request, behind the call.

        Args:
            value: the result: a string goes out as it is, a list of content parts as parts, anything else as JSON
                (models, dataclasses, dates included).
            image: pictures that go with it.
            file: files that go with it; a path gives its name along.
            error: tell the model that the tool failed, in place of a value.

        Raises:
            InvalidRequestError: the call has no `call_id`, a path cannot be read, or the value is no JSON.
        """
        answer: FunctionCallOutputItemParam = slots.build_output(self, value, image, file, error)
        return answer
