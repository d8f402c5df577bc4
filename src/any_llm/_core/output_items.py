"""The output items of a response under construction, and which of them an event talks about.

Servers leave out ids, indices and announcements, and some issue an id twice; every rule for that is here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from io import StringIO
from typing import Any

from openresponses_types.base import Deviation

PartKey = tuple[str, int]
"""List of an item (`content`, `summary`) and position in it."""


@dataclass(slots=True)
class OutputItem:
    """One output item under construction: its JSON object, its parts by list and index, growing texts."""

    id: str | None
    index: int | None
    body: dict[str, Any]
    is_done: bool = False
    parts: dict[PartKey, dict[str, Any]] = field(default_factory=dict[PartKey, dict[str, Any]])
    texts: dict[tuple[PartKey | None, str], StringIO] = field(
        default_factory=dict[tuple["PartKey | None", str], StringIO]
    )

    def build(self) -> dict[str, Any]:
        """Return the item as it would stand in `response.output`."""
        body = dict(self.body)
        places: dict[PartKey, int] = {}
        for name in dict.fromkeys(name for name, _ in self.parts):
            keys = sorted(key for key in self.parts if key[0] == name)
            body[name] = [dict(self.parts[key]) for key in keys]
            places.update({key: place for place, key in enumerate(keys)})
        for (key, name), buffer in self.texts.items():
            if key is None:
                body[name] = buffer.getvalue()
            else:
                body[key[0]][places[key]][name] = buffer.getvalue()
        return body

    def grow(self, key: PartKey | None, name: str, text: object, *, is_delta: bool) -> None:
        """Append a delta to a text of the item or of one of its parts, or replace it by the whole of it."""
        buffer = self.texts.get((key, name))
        if not isinstance(text, str) or not (text or buffer is None):
            return  # what is no text was reported by the decoder; an empty end says less than its deltas
        if buffer is None or not is_delta:
            start = (self.body if key is None else self.parts[key]).get(name) if is_delta else None
            buffer = self.texts[(key, name)] = StringIO()
            buffer.write(start if isinstance(start, str) else "")
        buffer.write(text)

    def learn_place(self, item_id: str | None, index: int | None) -> None:
        """Take in an id or index that was not told before."""
        self.id = self.id or item_id
        self.index = index if self.index is None else self.index


class OutputItems:
    """The items of one stream in the order of their arrival."""

    def __init__(self, note: Callable[[Deviation], None]) -> None:
        self._items: list[OutputItem] = []
        self._last: OutputItem | None = None
        self._note = note

    def __len__(self) -> int:
        return len(self._items)

    def sort(self) -> list[OutputItem]:
        """Return the items in the order of the output; one without an index stands where it arrived."""
        places = enumerate(self._items)
        return [
            item for _, item in sorted(places, key=lambda at: at[0] if at[1].index is None else at[1].index)
        ]

    def find(self, event: Any, kind: str) -> OutputItem:
        """Return the item of an event: by id, by index, else the one that it must mean; else a new one."""
        item_id, index = _get_id(event), get_index(event, "output_index")
        last = self._last
        if last is not None and (item_id is not None and last.id == item_id):
            return last
        item = self._look_up(item_id, index) or self._guess(item_id, index, kind)
        if item is None:
            self._note(Deviation("output_item", "not_added", "response.output_item.added first", kind))
            return self.add(OutputItem(item_id, index, build_empty_item(kind, item_id)))
        self._last = item
        return item

    def add(self, item: OutputItem) -> OutputItem:
        """Keep a new item and return it."""
        self._items.append(item)
        self._last = item
        return item

    def announce(self, body: dict[str, Any], index: int | None) -> None:
        """Take in what an `added` event says: a new item, or the belated word on one whose deltas came first."""
        item_id = body.get("id")
        for item in self._items:
            is_same = item_id is not None and item.id == item_id
            if is_same or (index is not None and item.index == index and None in (item.id, item_id)):
                if not item.is_done:
                    item.learn_place(item_id, index)
                    item.body.update(body)
                self._last = item
                return
        self.add(OutputItem(item_id, index, body))

    def find_ended(self, body: dict[str, Any], index: int | None) -> OutputItem:
        """Return the item that ends: by id, call, index, else the first open one of its type; else a new one."""
        open_items = [item for item in self._items if not item.is_done]
        for name in ("id", "call_id"):
            for item in self._items if name == "id" else open_items:
                if body.get(name) is not None and body[name] in (
                    item.body.get(name),
                    name == "id" and item.id,
                ):
                    return item
        by_index = (item for item in open_items if index is not None and item.index == index)
        by_type = (item for item in open_items if item.body.get("type") == body.get("type"))
        return (
            next(by_index, None) or next(by_type, None) or self.add(OutputItem(body.get("id"), index, body))
        )

    def _look_up(self, item_id: str | None, index: int | None) -> OutputItem | None:
        """Return the item with this id, else with this index."""
        by_id = (item for item in self._items if item_id is not None and item.id == item_id)
        by_index = (item for item in self._items if index is not None and item.index == index)
        return next(by_id, None) or next(by_index, None)

    def _guess(self, item_id: str | None, index: int | None, kind: str) -> OutputItem | None:
        """Return the open item whose place was not told when it was added, or is not told now."""
        found: OutputItem | None = None
        for position, item in enumerate(self._items):
            if item.is_done or item.body.get("type") != kind:
                continue
            if item_id is None and index is None:
                found = item  # the last one
            elif (item_id is None and item.index is None and position == index) or (
                item_id is not None and item.id is None and None in (index, item.index)
            ):
                item.learn_place(item_id, index)
                return item
        return found


def build_empty_item(kind: str, item_id: str | None) -> dict[str, Any]:
    """Return the item that a stream began without announcing it."""
    body: dict[str, Any] = {"type": kind, "status": "in_progress"}
    if item_id is not None:
        body["id"] = item_id
    return {**body, "role": "assistant", "content": []} if kind == "message" else body


def get_index(event: Any, name: str) -> int | None:
    """Return an index that an event carries; None where it is missing or no whole number."""
    value = getattr(event, name, None)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _get_id(event: Any) -> str | None:
    value = getattr(event, "item_id", None)
    return value if isinstance(value, str) else None
