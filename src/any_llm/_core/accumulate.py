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
from any_llm._core.json_values import is_array, is_object
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
        output = [item.build() for item in self._sort_items()]
        return {**self.response, "output": output} if output else dict(self.response)

    def _sort_items(self) -> list[_Item]:
        places = enumerate(self.items)  # an item without an index stands where it arrived
        return [
            item for _, item in sorted(places, key=lambda at: at[0] if at[1].index is None else at[1].index)
        ]

    def finish(self) -> dict[str, Any]:
        """Return the final response: the terminal event's own, with `output` rebuilt where that is thin."""
        final = self.response
        output = final.get("output")
        if output or not self.items:
            return {**final, "output": self._keep_call_ids(output)} if is_array(output) else final
        self.deviations.append(Deviation("response.output", "thin", "the items of the stream", "nothing"))
        return self.snapshot()

    def _keep_call_ids(self, output: list[Any]) -> list[Any]:
        """Return the terminal output with the `call_id`s that were seen first (vllm-project/vllm issue 47916)."""
        kept = list(output)
        for position, (item, last) in enumerate(zip(self._sort_items(), output, strict=False)):
            first = item.body.get("call_id")
            if not first or not is_object(last) or last.get("type") != item.body.get("type"):
                continue
            if last.get("call_id") != first:
                path = f"response.output[{position}].call_id"
                self.deviations.append(
                    Deviation(path, "conflict", "the call_id of the item's events", "another")
                )
                kept[position] = {**last, "call_id": first}
        return kept

    # Finding the item and the part that an event talks about.

    def find_item(self, event: Any, kind: str) -> _Item:
        """Return the item of an event: by id, by index, else the one that it must mean; else a new one."""
        item_id, index = _get_id(event), _get_index(event, "output_index")
        last = self._last
        if last is not None and (item_id is not None and last.id == item_id):
            return last
        item = self._look_up(item_id, index) or self._guess(item_id, index, kind)
        if item is not None:
            return self._touch(item)
        self.deviations.append(
            Deviation("output_item", "not_added", "response.output_item.added first", kind)
        )
        return self._add(_Item(item_id, index, build_empty_item(kind, item_id)))

    def _look_up(self, item_id: str | None, index: int | None) -> _Item | None:
        """Return the item with this id, else with this index."""
        by_id = (item for item in self.items if item_id is not None and item.id == item_id)
        by_index = (item for item in self.items if index is not None and item.index == index)
        return next(by_id, None) or next(by_index, None)

    def _guess(self, item_id: str | None, index: int | None, kind: str) -> _Item | None:
        """Return the open item whose place was not told when it was added, or is not told now."""
        found: _Item | None = None
        for position, item in enumerate(self.items):
            if item.is_done or item.body.get("type") != kind:
                continue
            if item_id is None and index is None:
                found = item  # the last one
            elif (item_id is None and item.index is None and position == index) or (
                item_id is not None and item.id is None and None in (index, item.index)
            ):
                item.id, item.index = item.id or item_id, index if item.index is None else item.index
                return item
        return found

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
        """A new output item, or the belated word on one whose deltas came first."""
        body = dump_value(event.item) if isinstance(event.item, SpecModel) else {}
        item_id, index = body.get("id"), _get_index(event, "output_index")
        for item in self.items:
            is_same = item_id is not None and item.id == item_id
            if is_same or (index is not None and item.index == index and None in (item.id, item_id)):
                if not item.is_done:
                    item.id, item.index = item.id or item_id, index if item.index is None else item.index
                    item.body.update(body)
                self._touch(item)
                return
        self._add(_Item(item_id, index, body))

    def end_item(self, event: Any) -> None:
        """A finished output item: its own word replaces what was put together, where it has one."""
        if not isinstance(event.item, SpecModel):
            return
        body = dump_value(event.item)
        index = _get_index(event, "output_index")
        item = self._find_ended(body, index) or self._add(_Item(body.get("id"), index, body))
        grown = {name for name, _ in item.parts} | {name for key, name in item.texts if key is None}
        built = item.build()
        kept = {name: built[name] for name in sorted(grown) if built[name] and not body.get(name)}
        for name in kept:
            self.deviations.append(Deviation(f"item.{name}", "thin", "what the deltas gave", "nothing"))
        item.body, item.is_done = {**item.body, **body, **kept}, True
        item.parts.clear()
        item.texts.clear()

    def _find_ended(self, body: dict[str, Any], index: int | None) -> _Item | None:
        """Return the item that ends: by id, call, index, else the first open one of its type."""
        open_items = [item for item in self.items if not item.is_done]
        for name in ("id", "call_id"):
            for item in self.items if name == "id" else open_items:
                if body.get(name) is not None and body[name] in (
                    item.body.get(name),
                    name == "id" and item.id,
                ):
                    return item
        by_index = (item for item in open_items if index is not None and item.index == index)
        by_type = (item for item in open_items if item.body.get("type") == body.get("type"))
        return next(by_index, None) or next(by_type, None)

    def put_part(self, event: Any) -> None:
        """A content part or summary part begins or ends."""
        is_summary = "summary" in event.type
        part = dump_value(event.part) if isinstance(event.part, SpecModel) else {}
        is_reasoning = is_summary or part.get("type") == "reasoning_text"
        item = self.find_item(event, "reasoning" if is_reasoning else "message")
        if item.is_done:
            return
        name = "summary" if is_summary else "content"
        key = (name, self._get_part_index(event, item, name, is_new=event.type.endswith("added")))
        if event.type.endswith("done"):
            grown = {
                field: item.texts.pop((at, field)).getvalue() for at, field in [*item.texts] if at == key
            }
            known = {**item.parts.get(key, {}), **grown}
            if part.get("type", known.get("type")) == known.get("type"):
                part = {
                    **known,
                    **{field: value for field, value in part.items() if value or not known.get(field)},
                }
        item.parts[key] = part

    def _get_part_index(self, event: Any, item: _Item, name: str, *, is_new: bool = False) -> int:
        index = _get_index(event, "summary_index" if name == "summary" else "content_index")
        if index is not None:
            return index
        known = [position for kind, position in item.parts if kind == name]
        return max(known, default=-1) + (1 if is_new else 0) if known else 0

    def grow_part(self, event: Any) -> None:
        """A delta of a part's text, or the whole of it."""
        kind, name, part_type, field_name = PART_TEXTS[event.type.rsplit(".", 1)[0]]
        item = self.find_item(event, kind)
        if item.is_done:
            return
        key = (name, self._get_part_index(event, item, name))
        if key not in item.parts:
            empty: dict[str, Any] = {"type": part_type, field_name: ""}
            item.parts[key] = {**empty, "annotations": []} if part_type == "output_text" else empty
        _grow(item, key, field_name, event)

    def grow_field(self, event: Any) -> None:
        """A delta of a field of an item (arguments, code, input), or the whole of it."""
        kind, field_name = FIELD_TEXTS[event.type.rsplit(".", 1)[0]]
        item = self.find_item(event, kind)
        if item.is_done:
            return
        for name in ("name", "call_id"):
            if getattr(event, name, None) is not None:
                item.body.setdefault(name, getattr(event, name))
        _grow(item, None, field_name, event)

    def add_annotation(self, event: Any) -> None:
        """An annotation of an output text."""
        item = self.find_item(event, "message")
        if item.is_done or event.annotation is None:
            return
        part = item.parts.setdefault(
            ("content", self._get_part_index(event, item, "content")), {"type": "output_text", "text": ""}
        )
        annotation, known = event.annotation, part.get("annotations")
        part["annotations"] = [
            *(known if is_array(known) else ()),
            dump_value(annotation) if isinstance(annotation, SpecModel) else annotation,
        ]


def build_empty_item(kind: str, item_id: str | None) -> dict[str, Any]:
    """Return the item that a stream began without announcing it."""
    body: dict[str, Any] = {"type": kind, "status": "in_progress"}
    if item_id is not None:
        body["id"] = item_id
    return {**body, "role": "assistant", "content": []} if kind == "message" else body


def _grow(item: _Item, key: PartKey | None, name: str, event: Any) -> None:
    buffer = item.texts.get((key, name))
    is_delta = event.type.endswith(".delta")
    text = event.delta if is_delta else getattr(event, name, None)
    if not isinstance(text, str) or not (text or buffer is None):
        return  # what is no text was reported by the decoder; an empty end says less than its deltas
    if buffer is None or not is_delta:
        start = (item.body if key is None else item.parts[key]).get(name) if is_delta else None
        buffer = item.texts[(key, name)] = StringIO()
        buffer.write(start if isinstance(start, str) else "")
    buffer.write(text)


def _get_id(event: Any) -> str | None:
    value = getattr(event, "item_id", None)
    return value if isinstance(value, str) else None


def _get_index(event: Any, name: str) -> int | None:
    value = getattr(event, name, None)
    return value if isinstance(value, int) else None


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
