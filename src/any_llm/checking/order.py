"""The order of a stream: its events as JSON objects in, every place where the order is broken out. Pure.

Open Responses 2026-04-24, "Streaming": a response begins and ends once, items and parts are opened before they grow and
closed after, deltas add up to what `done` says, and sequence numbers count up without a gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from any_llm._core.json_values import is_array, is_object
from any_llm.checking.report import Problem

BEGINNINGS = ("response.created", "response.queued", "response.in_progress")
ENDS = ("response.completed", "response.incomplete", "response.failed")
TEXTS = {
    "output_text": "text",
    "refusal": "refusal",
    "reasoning": "text",
    "reasoning_text": "text",
    "reasoning_summary_text": "text",
    "function_call_arguments": "arguments",
}
"""Texts that grow by deltas, and the field in which their `done` says the whole."""

SUMMARY = "reasoning_summary_"
Place = tuple[Any, ...]


def check_order(events: Sequence[Mapping[str, Any]]) -> list[Problem]:
    """Return what is wrong with the order of a whole stream; empty if nothing is."""
    return [*_check_ends(events), *_check_numbers(events), *_Walk().check(events)]


def _check_ends(events: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    kinds = [event.get("type") for event in events]
    if kinds[:1] != ["response.created"]:
        yield Problem("events[0]", f"expected response.created, got {kinds[0] if kinds else 'nothing'}")
    ends = [index for index, kind in enumerate(kinds) if kind in ENDS]
    if not ends:
        yield Problem(f"events[{len(kinds)}]", f"expected {', '.join(ENDS)}, got the end of the stream")
    yield from (
        Problem(f"events[{index + 1}]", "comes after the end of the response")
        for index in ends[:1]
        if index + 1 < len(kinds)
    )
    for index, kind in enumerate(kinds):
        if kind in BEGINNINGS and any(other not in BEGINNINGS for other in kinds[:index]):
            yield Problem(f"events[{index}]", f"{kind} comes after the response has begun")


def _check_numbers(events: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    numbers: list[Any] = [event.get("sequence_number") for event in events]
    missing = [index for index, number in enumerate(numbers) if not isinstance(number, int)]
    if missing:
        yield Problem(
            f"events[{missing[0]}].sequence_number", f"missing, here and in {len(missing) - 1} more"
        )
        return
    for index, (before, number) in enumerate(pairwise(numbers), 1):
        if number != before + 1:
            yield Problem(f"events[{index}].sequence_number", f"expected {before + 1}, got {number}")
            return  # the rest would say the same


class _Walk:
    """What is open at each moment: items by their index, parts and texts by their place."""

    def __init__(self) -> None:
        self.open_items: dict[Any, Any] = {}
        self.closed_items: set[Any] = set()
        self.open_parts: set[Place] = set()
        self.texts: dict[Place, str] = {}

    def check(self, events: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
        """Yield what is wrong, event by event."""
        for index, event in enumerate(events):
            for field, what in self._take(event):
                yield Problem(f"events[{index}]{field}", what)

    def _take(self, event: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        name = str(event.get("type")).removeprefix("response.")
        stem, _, step = name.rpartition(".")
        if name in ("output_item.added", "output_item.done"):
            yield from self._take_item(event, is_new=step == "added")
        elif stem in ("content_part", "reasoning_summary_part"):
            yield from self._take_part(event, stem, is_new=step == "added")
        elif stem in TEXTS:
            yield from self._take_text(event, stem, is_delta=step == "delta")
        elif f"response.{name}" in ENDS:
            yield from self._take_end(event)

    def _take_item(self, event: Mapping[str, Any], *, is_new: bool) -> Iterator[tuple[str, str]]:
        place, item = _get(event, "output_index"), event.get("item")
        item_id = item.get("id") if is_object(item) else None
        if is_new:
            expected = len(self.open_items) + len(self.closed_items)
            if place != expected:
                yield ".output_index", f"expected {expected} for a new item, got {place}"
            self.open_items[place] = item_id
        elif place not in self.open_items:
            yield "", f"output_item.done for output_index {place}, which is not open"
        else:
            if self.open_items[place] != item_id:
                yield ".item.id", "another id than the item was added with"
            for part in sorted(str(part) for part in self.open_parts if part[0] == place):
                yield "", f"output_item.done while part {part} is open"
            del self.open_items[place]
            self.closed_items.add(place)

    def _take_part(self, event: Mapping[str, Any], stem: str, *, is_new: bool) -> Iterator[tuple[str, str]]:
        yield from self._check_item(event, f"{stem}.{'added' if is_new else 'done'}")
        place = _find_place(event, stem)
        if is_new:
            self.open_parts.add(place)
        elif place not in self.open_parts:
            yield "", f"{stem}.done for a part that is not open"
        else:
            self.open_parts.discard(place)

    def _take_text(self, event: Mapping[str, Any], stem: str, *, is_delta: bool) -> Iterator[tuple[str, str]]:
        yield from self._check_item(event, f"{stem}.{'delta' if is_delta else 'done'}")
        place = (*_find_place(event, stem), stem)
        if stem != "function_call_arguments" and place[:-1] not in self.open_parts:
            yield "", f"{stem} for a part that was not added"
        if is_delta:
            self.texts[place] = self.texts.get(place, "") + str(event.get("delta") or "")
        elif event.get(TEXTS[stem]) != self.texts.get(place, ""):
            yield f".{TEXTS[stem]}", "is not what the deltas add up to"

    def _take_end(self, event: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        if event.get("type") == "response.failed":
            return
        for place in sorted(map(str, self.open_items)):
            yield "", f"the item of output_index {place} was never done"
        response = event.get("response")
        output = response.get("output") if is_object(response) else None
        if is_array(output) and len(output) != len(self.closed_items) + len(self.open_items):
            count = len(self.closed_items) + len(self.open_items)
            yield ".response.output", f"expected the {count} items of the stream, got {len(output)}"

    def _check_item(self, event: Mapping[str, Any], what: str) -> Iterator[tuple[str, str]]:
        place = _get(event, "output_index")
        if place not in self.open_items:
            yield ".output_index", f"{what} for item {place}, which is not open"
        elif event.get("item_id") != self.open_items[place]:
            yield ".item_id", f"{what} names another item than output_index {place}"


def _find_place(event: Mapping[str, Any], stem: str) -> Place:
    if stem == "function_call_arguments":
        return (_get(event, "output_index"),)
    inner = "summary_index" if stem.startswith(SUMMARY) else "content_index"
    return (_get(event, "output_index"), inner, _get(event, inner))


def _get(event: Mapping[str, Any], name: str) -> int | str | None:
    """Return an index; one of a wrong form stands for itself as text."""
    index = event.get(name)
    return index if index is None or isinstance(index, int) else repr(index)
