"""Output items while they grow: pieces of an answer in, events of a Responses stream and at last the whole item out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from any_llm.wires.values import merge_fields
from any_llm.wires.wire import JSONObject

Emit = Callable[..., None]
"""Emits an event: its `type`, then its fields by name."""


class Item:
    """One output item at its place in the output."""

    def __init__(self, prefix: str, answer_id: str, index: int, emit: Emit) -> None:
        self.id: str = f"{prefix}_{answer_id}_{index}"
        self.index: int = index
        self.is_open: bool = True
        self._is_inside_open = False
        self._emit = emit

    def build(self, status: str) -> JSONObject:
        """Return the item as it is now."""
        raise NotImplementedError

    def settle(self) -> None:
        """Say that what is inside is whole; the item itself may wait for its status, or for another part."""
        self._end_inside()

    def close(self, status: str) -> None:
        """Say that nothing more is coming."""
        if self.is_open:
            self.is_open = False
            self._end_inside()
            self._emit("response.output_item.done", output_index=self.index, item=self.build(status))

    def _open(self) -> None:
        self._emit("response.output_item.added", output_index=self.index, item=self.build("in_progress"))

    def _end_inside(self) -> None:
        if self._is_inside_open:
            self._is_inside_open = False
            self._close_inside()

    def _close_inside(self) -> None:
        """Say what is inside as a whole; called once for each time that it was opened."""

    def _say(self, kind: str, **data: Any) -> None:
        self._emit(f"response.{kind}", item_id=self.id, output_index=self.index, **data)


class ReasoningItem(Item):
    """What the model thought, raw in `content` or as a summary; what only the provider reads travels sealed."""

    def __init__(self, answer_id: str, index: int, emit: Emit, *, is_summary: bool = False) -> None:
        super().__init__("rs", answer_id, index, emit)
        self._pieces: list[str] = []
        self._kind = "summary_text" if is_summary else "reasoning_text"
        self._place = {"summary_index" if is_summary else "content_index": 0}
        self._part_event = "reasoning_summary_part" if is_summary else "content_part"
        self._text_event = "reasoning_summary_text" if is_summary else "reasoning"
        self._open()

    def add_text(self, text: str) -> None:
        """Take a piece of the thought in; the first opens its part."""
        if not self._pieces:
            self._is_inside_open = True
            self._say(f"{self._part_event}.added", **self._place, part={"type": self._kind, "text": ""})
        self._pieces.append(text)
        self._say(f"{self._text_event}.delta", **self._place, delta=text)

    def build_sealed(self) -> str | None:
        """Return what goes into `encrypted_content`, if there is anything."""
        return None

    def build(self, status: str) -> JSONObject:
        """Return the item as it is now."""
        parts = [self._build_part()] if self._pieces else []
        is_summary = self._kind == "summary_text"
        item: JSONObject = {"type": "reasoning", "id": self.id, "summary": parts if is_summary else []}
        item["content"] = [] if is_summary else parts
        sealed = self.build_sealed()
        return item if sealed is None else {**item, "encrypted_content": sealed}

    def _build_part(self) -> JSONObject:
        return {"type": self._kind, "text": "".join(self._pieces)}

    def _close_inside(self) -> None:
        part = self._build_part()
        self._say(f"{self._text_event}.done", **self._place, text=part["text"])
        self._say(f"{self._part_event}.done", **self._place, part=part)


class MessageItem(Item):
    """What the model said: parts of text and of refusal, one open at a time."""

    def __init__(self, answer_id: str, index: int, emit: Emit) -> None:
        super().__init__("msg", answer_id, index, emit)
        self._parts: list[JSONObject] = []
        self._pieces: list[str] = []
        self._rest: JSONObject = {}
        self._open()

    def begin_text(self) -> None:
        """Open a part of text, also after another one."""
        self._begin_part("output_text")

    def add_text(self, text: str, logprobs: Sequence[JSONObject] = ()) -> None:
        """Take a piece of text in, with the log probabilities that came with it."""
        part = self._get_part("output_text")
        part["logprobs"] += logprobs
        self._pieces.append(text)
        self._say(
            "output_text.delta", content_index=len(self._parts) - 1, delta=text, logprobs=list(logprobs)
        )

    def add_logprobs(self, logprobs: list[JSONObject]) -> None:
        """Take log probabilities in that came without text."""
        self._get_part("output_text")["logprobs"] += logprobs

    def add_refusal(self, text: str) -> None:
        """Take a piece of a refusal in; it is a part of its own."""
        self._get_part("refusal")
        self._pieces.append(text)
        self._say("refusal.delta", content_index=len(self._parts) - 1, delta=text)

    def add_annotation(self, annotation: JSONObject) -> None:
        """Take a citation in that belongs to the text."""
        annotations = self._get_part("output_text")["annotations"]
        annotations.append(annotation)
        place = {"content_index": len(self._parts) - 1, "annotation_index": len(annotations) - 1}
        self._say("output_text.annotation.added", **place, annotation=annotation)

    def add_rest(self, rest: JSONObject) -> None:
        """Keep fields that have no counterpart, under the names that the provider gave them."""
        self._rest = merge_fields(self._rest, rest)

    def build(self, status: str) -> JSONObject:
        """Return the item as it is now."""
        parts = [*self._parts[:-1], self._build_part()] if self._parts else []
        item = {"type": "message", "id": self.id, "status": status, "role": "assistant", "content": parts}
        return {**self._rest, **item}

    def _get_part(self, kind: str) -> JSONObject:
        if not self._is_inside_open or self._parts[-1]["type"] != kind:
            self._begin_part(kind)
        return self._parts[-1]

    def _begin_part(self, kind: str) -> None:
        self._end_inside()
        self._is_inside_open = True
        self._pieces = []
        empty: dict[str, JSONObject] = {
            "output_text": {"text": "", "annotations": [], "logprobs": []},
            "refusal": {"refusal": ""},
        }
        self._parts.append({"type": kind, **empty[kind]})
        self._say("content_part.added", content_index=len(self._parts) - 1, part=self._build_part())

    def _build_part(self) -> JSONObject:
        part, text = self._parts[-1], "".join(self._pieces)
        if part["type"] == "refusal":
            return {**part, "refusal": text}
        return {**part, "text": text, "annotations": [*part["annotations"]], "logprobs": [*part["logprobs"]]}

    def _close_inside(self) -> None:
        part = self._parts[-1] = self._build_part()
        index = len(self._parts) - 1
        if part["type"] == "refusal":
            self._say("refusal.done", content_index=index, refusal=part["refusal"])
        else:
            self._say("output_text.done", content_index=index, text=part["text"], logprobs=part["logprobs"])
        self._say("content_part.done", content_index=index, part=dict(part))


class CallItem(Item):
    """A call of a tool, a function or (at OpenAI) a custom one, whose input is free text."""

    def __init__(self, answer_id: str, index: int, emit: Emit, call: JSONObject) -> None:
        self._is_custom = call["is_custom"]
        super().__init__("ctc" if self._is_custom else "fc", answer_id, index, emit)
        self._call_id = call["id"] or f"call_{answer_id}_{index}"
        self._name = call["name"]
        self._rest: JSONObject = {}
        self._pieces: list[str] = []
        self._is_inside_open = True
        self._open()

    def settle(self) -> None:
        """Say that the arguments are whole; whether none at all are meant, only the status tells."""
        if self._has_arguments():
            super().settle()

    def close(self, status: str) -> None:
        """Say that nothing more is coming; the arguments of a whole call are at least an empty object."""
        if status == "completed" and not self._is_custom and not self._has_arguments():
            self.add_arguments("{}")
        super().close(status)

    def add_arguments(self, text: str) -> None:
        """Take a piece of the arguments in."""
        self._pieces.append(text)
        self._say(
            "custom_tool_call_input.delta" if self._is_custom else "function_call_arguments.delta", delta=text
        )

    def add_rest(self, rest: JSONObject) -> None:
        """Keep what the provider wants back with the call."""
        self._rest |= rest

    def build(self, status: str) -> JSONObject:
        """Return the item as it is now."""
        kind, field = ("custom_tool_call", "input") if self._is_custom else ("function_call", "arguments")
        item = {"type": kind, "id": self.id, "call_id": self._call_id, "name": self._name}
        return {**self._rest, **item, field: "".join(self._pieces), "status": status}

    def _has_arguments(self) -> bool:
        return bool("".join(self._pieces).strip())

    def _close_inside(self) -> None:
        if self._is_custom:
            self._say("custom_tool_call_input.done", input="".join(self._pieces))
        else:
            self._say("function_call_arguments.done", name=self._name, arguments="".join(self._pieces))
