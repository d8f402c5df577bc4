"""The reasoning item of the chat wire: details that only the provider reads go into `encrypted_content`."""

from __future__ import annotations

from any_llm.wires.blobs import seal
from any_llm.wires.items import Emit, ReasoningItem
from any_llm.wires.values import merge
from any_llm.wires.wire import JSONObject


class DetailedReasoning(ReasoningItem):
    """A thought with the provider's `reasoning_details`."""

    def __init__(self, answer_id: str, index: int, emit: Emit, provider: str) -> None:
        self._provider = provider
        self._details: list[JSONObject] = []
        super().__init__(answer_id, index, emit)

    def add_details(self, details: list[JSONObject]) -> None:
        """Take details in; those of a stream continue earlier ones of the same index and type."""
        earlier = len(self._details)
        for detail in details:
            for place in range(earlier):
                old = self._details[place]
                if _continues(old, detail):
                    self._details[place] = merge(old, detail)
                    break
            else:
                self._details.append(detail)

    def build_sealed(self) -> str | None:
        """Return the details, sealed for their provider."""
        return seal(self._provider, {"reasoning_details": self._details}) if self._details else None


def _continues(old: JSONObject, new: JSONObject) -> bool:
    """Say whether a detail goes on with another; parallel calls may each have one of the same index."""
    ids = {detail["id"] for detail in (old, new) if isinstance(detail.get("id"), str) and detail["id"]}
    return "index" in new and len(ids) < 2 and all(old.get(key) == new.get(key) for key in ("index", "type"))
