"""What the bridge refuses: a place in a type goes in, an `InvalidRequestError` that names it comes out."""

from __future__ import annotations

from typing import Unpack

from any_llm.exceptions import ErrorFacts, InvalidRequestError


class SchemaNotStrictError(InvalidRequestError):
    """A type has a part that strict structured output cannot describe; nothing was sent."""

    def __init__(
        self,
        message: str = "",
        *,
        path: str | None = None,
        reason: str | None = None,
        **facts: Unpack[ErrorFacts],
    ) -> None:
        """Keep the place and why it has no strict schema.

        Args:
            message: built from the other arguments when empty.
            path: the place as a reader of the type writes it, such as `items[].extra`.
            reason: why not, and what to do.
            facts: the keywords of `AnyLLMError`.
        """
        super().__init__(message or f"{path}: {reason}", **facts)
        self.path = path
        self.reason = reason
