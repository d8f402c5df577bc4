"""A body of another protocol while it is written: the request, the provider's traits, what is said so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from any_llm.exceptions import InvalidRequestError
from any_llm.wires.wire import Refusals
from any_llm_calls.rows import ProviderRow


@dataclass(frozen=True, slots=True)
class Draft:
    """What every part of the translation needs; the parts add to `body`."""

    fields: Mapping[str, Any]
    row: ProviderRow
    refusals: Refusals
    body: dict[str, Any] = field(default_factory=dict[str, Any])

    def has(self, *traits: str) -> bool:
        """Say whether the provider has one of these traits."""
        return any(trait in self.row.traits for trait in traits)

    def find_words(self, trait: str) -> tuple[str, ...] | None:
        """Return the words of a trait written as `name=a|b`; None if the provider has no such trait."""
        head = f"{trait}="
        found = [word.removeprefix(head) for word in self.row.traits if word.startswith(head)]
        return tuple(found[0].split("|")) if found else None

    def refuse(self, path: str, reason: str) -> None:
        """Refuse a part of the request; it comes back only if that part may be left out."""
        self.refusals.refuse(path, reason)

    def refuse_given(self, value: Mapping[str, Any], names: Mapping[str, str], path: str) -> None:
        """Refuse the keys of an object that are given and not null, each with its reason."""
        for name, reason in names.items():
            if value.get(name) is not None:
                self.refuse(f"{path}.{name}", reason)

    def check_messages(self, messages: Sequence[Any]) -> None:
        """Say that nothing is left to be said, before the server says so in its own words.

        Raises:
            InvalidRequestError: all of the input was left out, as the caller allowed.
        """
        dropped = [path for path in self.refusals.dropped if path.startswith("input[")]
        if dropped and not messages:
            raise InvalidRequestError(
                f"input: nothing is left to send to {self.row.provider!r}, for this cannot be said on the "
                f"{self.refusals.wire} wire and was left out: {', '.join(dropped)}",
                param="input",
                provider_name=self.row.provider,
            )


def pick_rest(value: Mapping[str, Any], *known: str) -> dict[str, Any]:
    """Return the keys of an object that no document lists and that are not null; they go out as they are."""
    return {name: inner for name, inner in value.items() if name not in known and inner is not None}
