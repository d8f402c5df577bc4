"""Accumulate: stream events in, the response so far out. Survives missing indices, ids, `added` and `done`.

Plain dicts inside: an item is kept as the JSON object that would stand in `response.output`. Deltas are
appended to text buffers and joined only when a snapshot is asked for. Nothing here awaits or raises.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from io import StringIO
from typing import Any

from any_llm._core.decode import dump_value
from openresponses_types.base import Deviation, SpecModel, UnknownEvent

PartKey = tuple[str, int]


@dataclass(slots=True)
class _Item:
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
        for name in dict.fromkeys(name for name, _ in self.parts):
            body[name] = [dict(self.parts[key]) for key in sorted(self.parts) if key[0] == name]
        for (key, name), buffer in self.texts.items():
            if key is None:
                body[name] = buffer.getvalue()
            else:
                position = [index for kind, index in sorted(self.parts) if kind == key[0]].index(key[1])
                body[key[0]][position][name] = buffer.getvalue()
        return body


class Accumulator:
    """Reduces the events of one stream to its response. Feed events in order; ask for a `snapshot` any time."""

    def __init__(self) -> None:
        self.response: dict[str, Any] = {}
        self.items: list[_Item] = []
        self.deviations: list[Deviation] = []
        self._last: _Item | None = None

    def feed(self, event: Any) -> None:
        """Take one event in; events without meaning for the response are ignored."""
        handler = HANDLERS.get(event.type)
        if handler is not None and not isinstance(event, UnknownEvent):
            handler(self, event)

    def snapshot(self) -> dict[str, Any]:
        """Return the response so far as a JSON object, with `output` built from the items seen."""
        output = [item.build() for item in sorted(self.items, key=_get_order)]
        return {**self.response, "output": output} if output else dict(self.response)

    def finish(self) -> dict[str, Any]:
        """Return the final response: the terminal event's own, with `output` rebuilt where that is thin."""
        final = self.response
        if final.get("output") or not self.items:
            return final
        self.deviations.append(Deviation("response.output", "thin", "the items of the stream", "nothing"))
        return self.snapshot()

    # Finding the item and the part that an event talks about.

    def find_item(self, event: Any, kind: str) -> _Item:
        """Return the item of an event: by id, by index, else the last one of that kind; else a new one."""
        item_id, index = getattr(event, "item_id", None), getattr(event, "output_index", None)
        last = self._last
        if last is not None and (item_id is not None and last.id == item_id):
            return last
        if item_id is not None:
            for item in self.items:
                if item.id == item_id:
                    return self._touch(item)
        if index is not None:
            for item in self.items:
                if item.index == index:
                    return self._touch(item)
        if item_id is None and index is None:
            for item in reversed(self.items):
                if item.body.get("type") == kind and not item.is_done:
                    return self._touch(item)
        self.deviations.append(
            Deviation("output_item", "not_added", "response.output_item.added first", kind)
        )
        return self._add(_Item(item_id, index, build_empty_item(kind, item_id)))

    def _add(self, item: _Item) -> _Item:
        self.items.append(item)
        return self._touch(item)

    def _touch(self, item: _Item) -> _Item:
        self._last = item
        return item

    # One handler per group of events.

    def take_response(self, event: Any) -> None:
        """An event with the response in its present state."""
        if isinstance(event.response, SpecModel):
            self.response = {**self.response, **dump_value(event.response)}

    def add_item(self, event: Any) -> None:
        """A new output item."""
        body = dump_value(event.item) if isinstance(event.item, SpecModel) else {}
        self._add(_Item(body.get("id"), getattr(event, "output_index", None), body))

    def end_item(self, event: Any) -> None:
        """A finished output item: its own word replaces what was put together."""
        if not isinstance(event.item, SpecModel):
            return
        body = dump_value(event.item)
        item = self._find_ended(body, getattr(event, "output_index", None))
        if item is None:
            item = self._add(_Item(body.get("id"), getattr(event, "output_index", None), body))
        item.body, item.is_done = {**item.body, **body}, True
        item.parts.clear()
        item.texts.clear()

    def _find_ended(self, body: dict[str, Any], index: int | None) -> _Item | None:
        open_items = [item for item in self.items if not item.is_done]
        for item in open_items:
            if (item.id is not None and item.id == body.get("id")) or (
                index is not None and item.index == index
            ):
                return item
        return next((item for item in open_items if item.body.get("type") == body.get("type")), None)

    def put_part(self, event: Any) -> None:
        """A content part or summary part begins or ends."""
        is_summary = "summary" in event.type
        part = dump_value(event.part) if isinstance(event.part, SpecModel) else {}
        is_reasoning = is_summary or part.get("type") == "reasoning_text"
        item = self.find_item(event, "reasoning" if is_reasoning else "message")
        name = "summary" if is_summary else "content"
        key = (name, self._get_part_index(event, item, name, is_new=event.type.endswith("added")))
        if event.type.endswith("done"):
            for text in [text for text in item.texts if text[0] == key]:
                del item.texts[text]
        item.parts[key] = part

    def _get_part_index(self, event: Any, item: _Item, name: str, *, is_new: bool = False) -> int:
        index = getattr(event, "summary_index" if name == "summary" else "content_index", None)
        if index is not None:
            return int(index)
        known = [position for kind, position in item.parts if kind == name]
        return max(known, default=-1) + (1 if is_new else 0) if known else 0

    def grow_part(self, event: Any) -> None:
        """A delta of a part's text, or the whole of it."""
        kind, name, part_type, field_name = PART_TEXTS[event.type.rsplit(".", 1)[0]]
        item = self.find_item(event, kind)
        key = (name, self._get_part_index(event, item, name))
        if key not in item.parts:
            empty: dict[str, Any] = {"type": part_type, field_name: ""}
            item.parts[key] = {**empty, "annotations": []} if part_type == "output_text" else empty
        _grow(item, key, field_name, event)

    def grow_field(self, event: Any) -> None:
        """A delta of a field of an item (arguments, code, input), or the whole of it."""
        kind, field_name = FIELD_TEXTS[event.type.rsplit(".", 1)[0]]
        item = self.find_item(event, kind)
        for name in ("name", "call_id"):
            if getattr(event, name, None) is not None:
                item.body.setdefault(name, getattr(event, name))
        _grow(item, None, field_name, event)

    def add_annotation(self, event: Any) -> None:
        """An annotation of an output text."""
        item = self.find_item(event, "message")
        part = item.parts.setdefault(
            ("content", self._get_part_index(event, item, "content")), {"type": "output_text", "text": ""}
        )
        annotation = event.annotation
        part["annotations"] = [
            *(part.get("annotations") or ()),
            dump_value(annotation) if isinstance(annotation, SpecModel) else annotation,
        ]


def build_empty_item(kind: str, item_id: str | None) -> dict[str, Any]:
    """Return the item that a stream began without announcing it."""
    body: dict[str, Any] = {"type": kind, "status": "in_progress"}
    if item_id is not None:
        body["id"] = item_id
    return {**body, "role": "assistant", "content": []} if kind == "message" else body


def _grow(item: _Item, key: PartKey | None, name: str, event: Any) -> None:
    if event.type.endswith(".delta"):
        buffer = item.texts.get((key, name))
        if buffer is None:
            start = (item.body if key is None else item.parts[key]).get(name) or ""
            buffer = item.texts[(key, name)] = StringIO()
            buffer.write(start)
        buffer.write(event.delta or "")
    else:
        whole = getattr(event, name, None)
        if isinstance(whole, str):
            item.texts[(key, name)] = StringIO()
            item.texts[(key, name)].write(whole)


def _get_order(item: _Item) -> int:
    return item.index if item.index is not None else 1 << 30


PART_TEXTS: dict[str, tuple[str, str, str, str]] = {
    # event prefix: item type, list of the item, part type, field of the part
    "response.output_text": ("message", "content", "output_text", "text"),
    "response.refusal": ("message", "content", "refusal", "refusal"),
    "response.reasoning": ("reasoning", "content", "reasoning_text", "text"),
    "response.reasoning_text": ("reasoning", "content", "reasoning_text", "text"),
    "response.reasoning_summary_text": ("reasoning", "summary", "summary_text", "text"),
}
FIELD_TEXTS: dict[str, tuple[str, str]] = {
    "response.function_call_arguments": ("function_call", "arguments"),
    "response.mcp_call_arguments": ("mcp_call", "arguments"),
    "response.custom_tool_call_input": ("custom_tool_call", "input"),
    "response.code_interpreter_call_code": ("code_interpreter_call", "code"),
}
HANDLERS: dict[str, Callable[[Accumulator, Any], None]] = {
    **{
        f"response.{state}": Accumulator.take_response
        for state in ("created", "queued", "in_progress", "completed", "failed", "incomplete")
    },
    "response.output_item.added": Accumulator.add_item,
    "response.output_item.done": Accumulator.end_item,
    "response.content_part.added": Accumulator.put_part,
    "response.content_part.done": Accumulator.put_part,
    "response.reasoning_summary_part.added": Accumulator.put_part,
    "response.reasoning_summary_part.done": Accumulator.put_part,
    "response.output_text.annotation.added": Accumulator.add_annotation,
    **{f"{prefix}.{end}": Accumulator.grow_part for prefix in PART_TEXTS for end in ("delta", "done")},
    **{f"{prefix}.{end}": Accumulator.grow_field for prefix in FIELD_TEXTS for end in ("delta", "done")},
}
