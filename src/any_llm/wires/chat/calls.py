"""Which call a piece of a call belongs to: pieces in, each call an item; indices and ids may be missing or wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from any_llm._core.json_values import is_object
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
    told: list[str] = field(default_factory=list[str])
    rest: JSONObject = field(default_factory=dict[str, Any])
    item: CallItem | None = None


class CallBook:
    """The calls of one answer, oldest first."""

    def __init__(self, open_item: Callable[[JSONObject], CallItem]) -> None:
        self._open_item = open_item
        self._calls: list[Call] = []

    def feed(self, piece: JSONObject) -> Call:
        """Add a piece to its call and return the call."""
        call = self._find(piece)
        if call is None:
            call = Call(piece["index"], piece["id"])
            self._calls.append(call)
        call.id = call.id or piece["id"]
        call.name = call.name or piece["name"]
        call.is_custom = call.is_custom or piece["is_custom"]
        call.arguments += piece["arguments"]
        if piece["arguments"]:
            call.told.append(piece["arguments"])
        call.rest |= piece["rest"]
        if call.item is None and call.name:
            self._open(call)
        elif call.item is not None:
            self._pass_on(call, call.item)
        return call

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
            return known[-1] if known and not begins and not _is_another(known[-1], piece) else None
        if given:
            same = [call for call in self._calls if call.id == given]
            return same[-1] if same and not _is_another(same[-1], piece) else None
        begins = bool(piece["name"]) and bool(self._calls) and bool(self._calls[-1].name)
        return self._calls[-1] if self._calls and not begins else None

    def _open(self, call: Call) -> None:
        is_taken = any(other.id == call.id for other in self._calls if other.item is not None)
        given = "" if is_taken else call.id  # results are told apart by it
        call.item = self._open_item({"id": given, "name": call.name, "is_custom": call.is_custom})
        self._pass_on(call, call.item)

    def _pass_on(self, call: Call, item: CallItem) -> None:
        if call.rest:
            item.add_rest(call.rest)
        if call.arguments:
            item.add_arguments(call.arguments)
        call.arguments = ""


def _is_another(call: Call, piece: JSONObject) -> bool:
    """Say whether a piece that looks like one of a call begins another.

    Some servers give index 0, and an empty id, to every parallel call; others repeat the name with each piece. A name
    may also come in pieces itself, under one id and before any arguments.
    """
    if not call.name or not piece["name"]:
        return False
    if piece["name"] != call.name:
        return bool(call.told) or not piece["id"]
    return not call.is_custom and bool(piece["arguments"].strip()) and _is_whole(call.told)


def _is_whole(pieces: list[str]) -> bool:
    if not pieces or not pieces[-1].rstrip().endswith("}"):  # most are not, and joining them takes time
        return False
    try:
        return is_object(json.loads("".join(pieces)))
    except (ValueError, RecursionError):
        return False
