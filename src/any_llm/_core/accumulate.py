"""Accumulate: stream events in, the response so far out. Survives missing indices, ids, `added` and `done`.

Plain dicts inside: an item is kept as the JSON object that would stand in `response.output`. Deltas are
appended to text buffers and joined only when a snapshot is asked for. Nothing here awaits or raises.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from any_llm._core.decode import dump_value
from any_llm._core.json_values import is_array, is_object
from any_llm._core.output_items import OutputItem, OutputItems, get_index
from any_llm._core.run import Extend, begin_run, extend_none
from openresponses_types.base import Deviation, SpecModel, UnknownEvent


class Accumulator:
    """Reduces the events of one stream to its response. Feed events in order; ask for a `snapshot` any time."""

    def __init__(self) -> None:
        self.response: dict[str, Any] = {}
        self.deviations: list[Deviation] = []
        self.items: OutputItems = OutputItems(self.deviations.append)
        self.extend: Extend = extend_none
        """Takes a delta that goes on where the last one stopped; False for any other event, which is left alone."""

    def feed(self, event: Any) -> None:
        """Take one event in; events without meaning for the response are ignored."""
        if self.extend(event):
            return
        self.extend = extend_none
        handler = HANDLERS.get(event.type)
        if handler is not None and not isinstance(event, UnknownEvent):
            handler(self, event)

    def snapshot(self) -> dict[str, Any]:
        """Return the response so far as a JSON object, with `output` built from the items seen."""
        output = [item.build() for item in self.items.sort()]
        return {**self.response, "output": output} if output else dict(self.response)

    def get_answer(self) -> str:
        """Return the text of the answer so far; what the model says on the way is no answer."""
        texts: list[str] = []
        for item in self.items.sort():
            if item.body.get("type") == "message" and item.body.get("phase") != "commentary":
                content = item.build().get("content")
                parts = [part for part in content if is_object(part)] if is_array(content) else []
                texts += [str(part.get("text") or "") for part in parts if part.get("type") == "output_text"]
        return "".join(texts)

    def finish(self) -> dict[str, Any]:
        """Return the final response: the terminal event's own, with `output` rebuilt where that is thin."""
        final = self.response
        output = final.get("output")
        if output or not len(self.items):
            return {**final, "output": self._compare(output)} if is_array(output) else final
        self.deviations.append(Deviation("response.output", "thin", "the items of the stream", "nothing"))
        return self.snapshot()

    def _compare(self, output: list[Any]) -> list[Any]:
        """Return the terminal output with the `call_id`s that were seen first (vllm-project/vllm issue 47916)."""
        seen = self.items.sort()
        if len(output) < len(seen):
            expected = f"the {len(seen)} items of the stream"
            self.deviations.append(Deviation("response.output", "conflict", expected, f"{len(output)}"))
        kept = list(output)
        for position, (item, last) in enumerate(zip(seen, output, strict=False)):
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

    # One handler per group of events.

    def take_response(self, event: Any) -> None:
        """An event with the response in its present state."""
        if isinstance(event.response, SpecModel):
            self.response = {**self.response, **dump_value(event.response)}

    def add_item(self, event: Any) -> None:
        """A new output item."""
        body = dump_value(event.item) if isinstance(event.item, SpecModel) else {}
        self.items.announce(body, get_index(event, "output_index"))

    def end_item(self, event: Any) -> None:
        """A finished output item: its own word replaces what was put together, where it has one."""
        if not isinstance(event.item, SpecModel):
            return
        body = dump_value(event.item)
        item = self.items.find_ended(body, get_index(event, "output_index"))
        grown = {name for name, _ in item.parts} | {name for key, name in item.texts if key is None}
        built = item.build()
        kept = {name: built[name] for name in sorted(grown) if built[name] and not body.get(name)}
        for name in kept:
            self.deviations.append(Deviation(f"item.{name}", "thin", "what the deltas gave", "nothing"))
        item.body, item.is_done = {**item.body, **body, **kept}, True
        item.parts.clear()
        item.texts.clear()

    def put_part(self, event: Any) -> None:
        """A content part or summary part begins or ends."""
        is_summary = "summary" in event.type
        part = dump_value(event.part) if isinstance(event.part, SpecModel) else {}
        is_reasoning = is_summary or part.get("type") == "reasoning_text"
        item = self.items.find(event, "reasoning" if is_reasoning else "message")
        if item.is_done:
            return
        name = "summary" if is_summary else "content"
        key = (name, _get_part_index(event, item, name, is_new=event.type.endswith("added")))
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

    def grow_part(self, event: Any) -> None:
        """A delta of a part's text, or the whole of it."""
        kind, name, part_type, field_name, is_delta = PART_TEXTS[event.type]
        item = self.items.find(event, kind)
        if item.is_done:
            return
        key = (name, _get_part_index(event, item, name))
        part = item.parts.get(key)
        if part is None:
            part = item.parts[key] = {"type": part_type, field_name: ""}
            if part_type == "output_text":
                part["annotations"] = []
        item.grow(
            key, field_name, event.delta if is_delta else getattr(event, field_name, None), is_delta=is_delta
        )
        if is_delta:
            self.extend = begin_run(event, item.texts.get((key, field_name)))
        logprobs = getattr(event, "logprobs", None)
        if logprobs and is_array(logprobs):
            before = part.get("logprobs") if is_delta else None
            part["logprobs"] = [*(before if is_array(before) else ()), *map(_dump, logprobs)]

    def grow_field(self, event: Any) -> None:
        """A delta of a field of an item (arguments, code, input), or the whole of it."""
        kind, field_name, is_delta = FIELD_TEXTS[event.type]
        item = self.items.find(event, kind)
        if item.is_done:
            return
        for name in ("name", "call_id"):
            if getattr(event, name, None) is not None:
                item.body.setdefault(name, getattr(event, name))
        item.grow(
            None, field_name, event.delta if is_delta else getattr(event, field_name, None), is_delta=is_delta
        )
        if is_delta:
            self.extend = begin_run(event, item.texts.get((None, field_name)))

    def add_annotation(self, event: Any) -> None:
        """An annotation of an output text; one that is told again takes its own place."""
        item = self.items.find(event, "message")
        if item.is_done or event.annotation is None:
            return
        key = ("content", _get_part_index(event, item, "content"))
        part = item.parts.setdefault(key, {"type": "output_text", "text": ""})
        known, index = part.get("annotations"), get_index(event, "annotation_index")
        annotations = [*known] if is_array(known) else []
        place = len(annotations) if index is None or index < 0 else index
        annotations[place : place + 1] = [_dump(event.annotation)]
        part["annotations"] = annotations

    def set_status(self, event: Any) -> None:
        """A hosted tool's call comes into another state."""
        kind, state = STATES[event.type]
        item = self.items.find(event, kind)
        if not item.is_done:
            item.body["status"] = state

    def grow_command(self, event: Any) -> None:
        """A command of a shell call begins, grows or ends; these events name the item by its index only."""
        item = self.items.find(event, "shell_call")
        action = item.body.get("action", {})
        if item.is_done or not is_object(action):
            return
        listed = action.get("commands")
        commands = [*listed] if is_array(listed) else []
        position = get_index(event, "command_index") or 0
        if position == len(commands):
            commands.append("")
        if not 0 <= position < len(commands):
            return
        if event.type.endswith("delta"):
            commands[position] = f"{commands[position]}{event.delta}"
        elif event.command or event.type.endswith("added"):
            commands[position] = event.command
        item.body["action"] = {**action, "commands": commands}

    def grow_shell_output(self, event: Any) -> None:
        """What a command of a shell call writes, or the whole of it with how it ended."""
        item = self.items.find(event, "shell_call_output")
        if item.is_done:
            return
        key = ("output", get_index(event, "command_index") or 0)
        if event.type.endswith("delta"):
            item.parts.setdefault(key, {"stdout": "", "stderr": ""})
            for name in ("stdout", "stderr"):
                item.grow(key, name, getattr(event.delta, name, None), is_delta=True)
        elif is_array(event.output) and event.output:
            for text in [text for text in item.texts if text[0] == key]:
                del item.texts[text]
            for offset, content in enumerate(event.output):
                item.parts[("output", key[1] + offset)] = _dump(content)


def _get_part_index(event: Any, item: OutputItem, name: str, *, is_new: bool = False) -> int:
    index = get_index(event, "summary_index" if name == "summary" else "content_index")
    if index is not None:
        return index
    known = [position for kind, position in item.parts if kind == name]
    return max(known, default=-1) + (1 if is_new else 0) if known else 0


def _dump(value: Any) -> Any:
    return dump_value(value) if isinstance(value, SpecModel) else value


PART_TEXTS: dict[str, tuple[str, str, str, str, bool]] = {
    # event: item type, list of the item, part type, field of the part, whether it is a piece or the whole
    f"{prefix}.{end}": (*place, end == "delta")
    for end in ("delta", "done")
    for prefix, place in {
        "response.output_text": ("message", "content", "output_text", "text"),
        "response.refusal": ("message", "content", "refusal", "refusal"),
        "response.reasoning": ("reasoning", "content", "reasoning_text", "text"),
        "response.reasoning_text": ("reasoning", "content", "reasoning_text", "text"),
        "response.reasoning_summary_text": ("reasoning", "summary", "summary_text", "text"),
    }.items()
}
FIELD_TEXTS: dict[str, tuple[str, str, bool]] = {
    f"response.{prefix}.{end}": (*place, end == "delta")
    for end in ("delta", "done")
    for prefix, place in {
        "function_call_arguments": ("function_call", "arguments"),
        "mcp_call_arguments": ("mcp_call", "arguments"),
        "custom_tool_call_input": ("custom_tool_call", "input"),
        "code_interpreter_call_code": ("code_interpreter_call", "code"),
    }.items()
}
STATES: dict[str, tuple[str, str]] = {
    f"response.{kind}.{state}": (kind, state)
    for kind, states in {
        "code_interpreter_call": ("in_progress", "interpreting", "completed"),
        "file_search_call": ("in_progress", "searching", "completed"),
        "web_search_call": ("in_progress", "searching", "completed"),
        "image_generation_call": ("in_progress", "generating", "completed"),
        "mcp_call": ("in_progress", "completed", "failed"),
    }.items()
    for state in states
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
    **dict.fromkeys(PART_TEXTS, Accumulator.grow_part),
    **dict.fromkeys(FIELD_TEXTS, Accumulator.grow_field),
    **dict.fromkeys(STATES, Accumulator.set_status),
    **{
        f"response.shell_call_command.{step}": Accumulator.grow_command for step in ("added", "delta", "done")
    },
    **{
        f"response.shell_call_output_content.{step}": Accumulator.grow_shell_output
        for step in ("delta", "done")
    },
}
