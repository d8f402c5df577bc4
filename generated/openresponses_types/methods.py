# Made by `make generate` from the documents in spec/. Do not edit.
"""What the response class of this package can do beyond its fields, typed with the package's own items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openresponses_types import base
from openresponses_types.items import FunctionCall
from openresponses_types.slots import slots

if TYPE_CHECKING:
    from openresponses_types.items import ItemField


class ResponseMethods(base.ResponseMethods):
    """What a response can do beyond its fields."""

    @property
    def function_calls(self) -> list[FunctionCall]:
        """The calls of your functions, in order; answer each with `call.output(...)`."""
        return [
            item for item in base.iterate(getattr(self, "output", None)) if isinstance(item, FunctionCall)
        ]

    def as_input(self, *, store: bool | None = None) -> list[ItemField]:
        """Return the output items in the form in which the next request can send them back.

        Args:
            store: whether the server keeps this response, so that the ids in it mean something to the server; by
                default what the response says of itself.

        Returns:
            The items in their order. If the server keeps nothing, a reasoning item that has neither encrypted content
            nor text is left out, with a warning, and the items that it led to lose their ids.
        """
        is_stored = getattr(self, "store", None) is True if store is None else store
        return slots.build_input(base.iterate(getattr(self, "output", None)), is_stored)
