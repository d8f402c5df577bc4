# Made by `make generate` from the documents in spec/. Do not edit.
"""Calls of custom tools in a response: building the items that answer them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from openresponses_types.base import SpecModel
from openresponses_types.calls import Attachment
from openresponses_types.slots import slots

if TYPE_CHECKING:
    from openai_responses_types.params import ResponseCustomToolCallOutputParam


class CustomToolCallMethods(SpecModel):
    """What the items of type `custom_tool_call` can do beyond their fields."""

    def output(
        self,
        value: object = "",
        *,
        image: Attachment | Sequence[Attachment] = (),
        file: Attachment | Sequence[Attachment] = (),
        error: BaseException | str | None = None,
    ) -> ResponseCustomToolCallOutputParam:
        """Build the item that answers this call; see `output` of a function call.

        Raises:
            InvalidRequestError: the call has no `call_id`, a path cannot be read, or the value is no JSON.
        """
        answer: ResponseCustomToolCallOutputParam = slots.build_output(self, value, image, file, error)
        return answer
