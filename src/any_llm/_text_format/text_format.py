"""A type with a say in how it goes out: name, description, strict mode."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, overload

from typing_extensions import TypeVar

T = TypeVar(
    "T", default=Any
)  # without it mypy infers Never for what no type[T] is, and checks nothing that follows


# No slots: with them a frozen class raises TypeError for what `TextFormat[A | B](...)` sets, which typing passes on.
@dataclass(frozen=True, init=False)
class TextFormat(Generic[T]):
    """A target for `response_format`, with more to say than the type alone.

    `target` is the type, as `response_format` takes it; `name` and `description` tell the model what it is, the name in
    1 to 64 letters, digits, `_` and `-`; with `strict=False` the schema goes out as pydantic writes it. A union or a
    Literal is written `TextFormat[A | B](A | B)`, which mypy and pyright both understand; without the brackets the
    value is `Any` for them.
    """

    target: Any
    name: str | None
    description: str | None
    strict: bool

    @overload
    def __init__(
        self, target: type[T], *, name: str | None = None, description: str | None = None, strict: bool = True
    ) -> None: ...

    @overload
    def __init__(
        self, target: Any, *, name: str | None = None, description: str | None = None, strict: bool = True
    ) -> None: ...

    def __init__(
        self, target: Any, *, name: str | None = None, description: str | None = None, strict: bool = True
    ) -> None:
        """Keep the type and what is to be said of it."""
        object.__setattr__(self, "target", target)
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "description", description)
        object.__setattr__(self, "strict", strict)
