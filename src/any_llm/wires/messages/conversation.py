"""Input items in, Anthropic messages out: turns of user and assistant alternate, results come first in their turn."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from typing import Any

from any_llm._core.json_values import is_object
from any_llm.wires.blobs import unseal
from any_llm.wires.draft import Draft, pick_rest
from any_llm.wires.messages.parts import build_assistant_blocks, build_blocks, build_system
from any_llm.wires.messages.tools import OWN
from any_llm.wires.wire import JSONObject

CALL_KEYS = ("id", "type", "call_id", "name", "arguments", "status", "namespace", "extra_content")
"""What a call has in other words here, and what this API answers 400 to: `extra_content` is Google's."""

OUTPUT_KEYS = ("id", "type", "call_id", "output", "status", "caller")
ID_CHARACTERS = re.compile(r"[^a-zA-Z0-9_-]")
"""What an id of a tool must not hold, or the API answers 400; Kimi's are like `functions.get_weather:0`."""

NO_PHASE = {"phase": "a message has no phase in Anthropic Messages"}
NO_NAMESPACE = {"namespace": "a call has no such field in Anthropic Messages"}


def add_conversation(draft: Draft) -> None:
    """Add `system` and `messages` for instructions and input."""
    conversation = _Conversation(draft)
    instructions = draft.fields.get("instructions")
    if instructions is not None:
        conversation.system += build_system(draft, instructions, "instructions")
    given = draft.fields.get("input")
    items = [{"role": "user", "content": given}] if isinstance(given, str) else given or ()
    for index, item in enumerate(items):
        conversation.add(item, f"input[{index}]")
    conversation.end_turn()
    if conversation.system:
        draft.body["system"] = _simplify(conversation.system)
    draft.body["messages"] = [turn.build() for turn in _join(conversation.turns)]
    draft.check_messages(draft.body["messages"])


@dataclass(slots=True)
class _Turn:
    """What one side says before the other speaks; the results of tools come before all else."""

    role: str
    results: list[JSONObject] = field(default_factory=list[JSONObject])
    blocks: list[JSONObject] = field(default_factory=list[JSONObject])

    def build(self) -> JSONObject:
        return {"role": self.role, "content": _simplify([*self.results, *self.blocks])}


def _join(turns: list[_Turn]) -> list[_Turn]:
    """Leave out turns in which nothing is said any more, so that the two sides still alternate."""
    joined: list[_Turn] = []
    for turn in turns:
        if joined and joined[-1].role == turn.role:
            joined[-1].results += turn.results
            joined[-1].blocks += turn.blocks
        elif turn.results or turn.blocks:
            joined.append(turn)
    return joined


class _Conversation:
    """The turns so far, and the calls of the last one that wait for their results: call id → path."""

    def __init__(self, draft: Draft) -> None:
        self.draft: Draft = draft
        self.system: list[JSONObject] = []
        self.turns: list[_Turn] = []
        self.unanswered: dict[Any, str] = {}

    def add(self, item: JSONObject, path: str) -> None:
        """Add an item to the turn that it belongs to."""
        kind = item.get("type") or ("message" if "role" in item else "item_reference")
        match kind:
            case "message":
                self._add_message(item, path)
            case "function_call":
                self._add_call(item, path)
            case "function_call_output":
                self._add_output(item, path)
            case "reasoning":
                self._add_reasoning(item, path)
            case str() if kind.startswith(OWN) and is_object(item.get("block")):
                self._get_turn("assistant", path).blocks.append(item["block"])
            case _:
                self.draft.refuse(path, f"this wire has no items of type {kind!r}")

    def end_turn(self) -> None:
        """Refuse calls that have no result when the next turn begins, or the conversation ends."""
        for call_id, path in self.unanswered.items():
            self.draft.refuse(
                path, f"the call {call_id!r} has no output, which this wire requires right after it"
            )
            self._drop_call(call_id)
        self.unanswered = {}

    def _drop_call(self, call_id: Any) -> None:
        for turn in self.turns:
            turn.blocks = [
                block
                for block in turn.blocks
                if (block.get("type"), block.get("id")) != ("tool_use", _build_id(call_id))
            ]

    def _get_turn(self, role: str, path: str) -> _Turn:
        if self.turns and self.turns[-1].role == role:
            return self.turns[-1]
        if role == "assistant":
            self.end_turn()
            if not self.turns:
                self.draft.refuse(path, "on this wire the user speaks first")
                return _Turn(role)
        self.turns.append(_Turn(role))
        return self.turns[-1]

    def _add_message(self, item: JSONObject, path: str) -> None:
        self.draft.refuse_given(item, NO_PHASE, path)
        role, content = item.get("role"), item.get("content")
        if role == "assistant":
            blocks = build_assistant_blocks(self.draft, content, f"{path}.content")
            self._get_turn("assistant", path).blocks.extend(blocks)
        elif role == "user":
            self._get_turn("user", path).blocks.extend(build_blocks(self.draft, content, f"{path}.content"))
        elif not self.turns:
            self.system += build_system(self.draft, content, f"{path}.content")
        else:
            self.draft.refuse(path, f"on this wire a {role} message can stand only at the beginning")

    def _add_call(self, item: JSONObject, path: str) -> None:
        self.draft.refuse_given(item, NO_NAMESPACE, path)
        caller = item.get("caller")
        if is_object(caller) and caller.get("type") in ("direct", "program"):
            if caller["type"] == "program":
                self.draft.refuse(f"{path}.caller", "this wire has no programs that call tools")
            item = {**item, "caller": None}  # direct is what a call is without
        arguments = _parse(item.get("arguments"))
        if not is_object(arguments):
            self.draft.refuse(
                f"{path}.arguments", "expected a JSON object, which this wire sends in place of text"
            )
            arguments = {}
        call_id = item.get("call_id")
        block = {"type": "tool_use", "id": _build_id(call_id), "name": item.get("name"), "input": arguments}
        turn = self._get_turn("assistant", path)
        turn.blocks.append(block | pick_rest(item, *CALL_KEYS))
        if turn in self.turns:
            self.unanswered[call_id] = path

    def _add_output(self, item: JSONObject, path: str) -> None:
        call_id = item.get("call_id")
        if call_id not in self.unanswered:
            self.draft.refuse(path, f"the output does not follow its call {call_id!r}, as this wire requires")
            return
        del self.unanswered[call_id]
        content = _simplify(build_blocks(self.draft, item.get("output"), f"{path}.output"))
        result = {"type": "tool_result", "tool_use_id": _build_id(call_id), "content": content}
        self._get_turn("user", path).results.append(result | pick_rest(item, *OUTPUT_KEYS))

    def _add_reasoning(self, item: JSONObject, path: str) -> None:
        """Add a thought that the provider has signed; without a signature it goes only to whoever wants it back."""
        parts = [*(item.get("content") or ()), *(item.get("summary") or ())]
        text = "".join(part.get("text") or "" for part in parts)
        if sealed := item.get("encrypted_content"):
            block = unseal(self.draft.row.provider, sealed)
            if is_object(block) and block.get("type") in ("thinking", "redacted_thinking"):
                thought = {"thinking": text} if block["type"] == "thinking" else {}
                self._get_turn("assistant", path).blocks.append({**block, **thought})
                return
            self.draft.refuse(f"{path}.encrypted_content", "only the provider that made it can read it")
        if text and self.draft.has("reasoning-back"):
            self._get_turn("assistant", path).blocks.append({"type": "thinking", "thinking": text})


def _build_id(call_id: Any) -> Any:
    """Return an id that the API takes: the same for the same call in every request, another for any other call."""
    if not isinstance(call_id, str) or (call_id and not ID_CHARACTERS.search(call_id)):
        return call_id
    digest = hashlib.sha256(call_id.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{ID_CHARACTERS.sub('_', call_id)}_{digest[:16]}"


def _parse(arguments: Any) -> Any:
    if not str(arguments or "").strip():
        return {}
    try:
        return json.loads(arguments)
    except ValueError:
        return None


def _simplify(blocks: list[JSONObject]) -> str | list[JSONObject]:
    """Return one plain text as a string, anything else as blocks."""
    if len(blocks) == 1 and blocks[0].keys() == {"type", "text"}:
        return str(blocks[0]["text"])
    return blocks
