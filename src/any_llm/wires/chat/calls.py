"""Which call a piece of a call belongs to: pieces in, each call an item; indices and ids may be missing or wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from any_llm.wires.items import CallItem
from any_llm.wires.wire import JSONObject


@dataclass(slots=True)
class Call:
    """A call whose item is opened when its name is known."""

    index: int | None
    id: str
    name: str = ""
    is_custom: bool = False
    arguments: str = ""
    rest: JSONObject = field(default_factory=dict[str, Any])
    item: CallItem | None = None


class CallBook:
    """The calls of one answer, oldest first."""

    def __init__(self, open_item: Callable[[JSONObject], CallItem]) -> None:
        self._open_item = open_item
        self._calls: list[Call] = []

    def feed(self, piece: JSONObject) -> CallItem | None:
        """Add a piece to its call and return the call's item, if it is open already."""
        call = self._find(piece)
        if call is None:
            call = Call(piece["index"], piece["id"])
            self._calls.append(call)
        call.id = call.id or piece["id"]
        call.name = call.name or piece["name"]
        call.is_custom = call.is_custom or piece["is_custom"]
        call.arguments += piece["arguments"]
        call.rest |= piece["rest"]
        if call.item is None and call.name:
            self._open(call)
        elif call.item is not None:
            self._pass_on(call, call.item)
        return call.item

    def open_rest(self) -> None:
        """Open the items of calls that never got a name."""
        for call in self._calls:
            if call.item is None:
                self._open(call)

    def _find(self, piece: JSONObject) -> Call | None:
        """Return the call of a piece: by index, unless id and name say that one begins; by id; the last."""
        index, given = piece["index"], piece["id"]
        if index is not None:
            same = [call for call in self._calls if call.index == index]
            begins = bool(given and piece["name"]) and all(call.id not in ("", given) for call in same)
            known = [call for call in same if call.id == given] or same
            return known[-1] if known and not begins else None
        if given:
            return next((call for call in self._calls if call.id == given), None)
        begins = bool(piece["name"]) and bool(self._calls) and bool(self._calls[-1].name)
        return self._calls[-1] if self._calls and not begins else None

    def _open(self, call: Call) -> None:
        call.item = self._open_item({"id": call.id, "name": call.name, "is_custom": call.is_custom})
        self._pass_on(call, call.item)

    def _pass_on(self, call: Call, item: CallItem) -> None:
        if call.rest:
            item.add_rest(call.rest)
        if call.arguments:
            item.add_arguments(call.arguments)
        call.arguments = ""
