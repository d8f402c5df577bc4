"""Input items in, Chat messages out: the assistant's consecutive items are one message, outputs follow their calls."""

from __future__ import annotations

from typing import Any

from any_llm._core.json_values import is_object
from any_llm.wires.blobs import unseal
from any_llm.wires.chat.parts import build_assistant_content, build_content, build_output_text
from any_llm.wires.draft import Draft, pick_rest
from any_llm.wires.wire import JSONObject
from any_llm_calls.table import ROWS

OWN_KEYS = ("id", "type", "role", "content", "status", "phase")
CALL_KEYS = ("id", "type", "call_id", "name", "arguments", "input", "status", "namespace", "caller")
RESPONSES_ONLY: dict[str, str] = dict.fromkeys(
    ("namespace", "caller"), "a call has no such field in Chat Completions"
)

ANSWER_KEYS = ("images", "audio", "parts", "annotations")
"""What an answer left on its message: it says nothing in a request, and other servers may refuse it."""

EXTRA = "extra_content"
"""Holds the signatures of Google's thoughts, which must come back: https://ai.google.dev/gemini-api/docs/thought-signatures"""

TAKES_EXTRA = ("gemini", "vertexai", "litellm_proxy", "openai_compatible", "openrouter")


def build_messages(draft: Draft) -> list[JSONObject]:
    """Return the messages for instructions and input, oldest first."""
    builder = _Builder(draft)
    instructions = draft.fields.get("instructions")
    if instructions is not None:
        builder.messages.append({"role": "system", "content": instructions})
    given = draft.fields.get("input")
    if isinstance(given, str):
        builder.messages.append({"role": "user", "content": given})
        return builder.messages
    for index, item in enumerate(given or ()):
        builder.add(item, f"input[{index}]")
    builder.close()
    draft.check_messages(builder.messages)
    return builder.messages


def _takes_extra(draft: Draft) -> bool:
    """Say whether a model of Google's may be behind the server; of one that is not in the table nothing is known."""
    provider, model = draft.row.provider, str(draft.fields.get("model")).lower()
    return provider in TAKES_EXTRA or "gemini" in model or all(row.provider != provider for row in ROWS)


class _Builder:
    """The messages so far, the assistant's that may still grow, and reasoning that waits for it."""

    def __init__(self, draft: Draft) -> None:
        self.draft: Draft = draft
        self.foreign: tuple[str, ...] = () if _takes_extra(draft) else (EXTRA,)
        self.messages: list[JSONObject] = []
        self.open: JSONObject | None = None
        self.unanswered: set[Any] = set()
        self.reasoning: JSONObject = {}

    def add(self, item: JSONObject, path: str) -> None:
        kind = item.get("type") or ("message" if "role" in item else "item_reference")
        if kind == "message" and item.get("role") == "assistant":
            self._add_assistant(item, path)
        elif kind == "message":
            self._add_message(item, path)
        elif kind == "function_call" or (kind == "custom_tool_call" and self.draft.has("openai")):
            self._add_call(item, path)
        elif kind == "function_call_output" or (
            kind == "custom_tool_call_output" and self.draft.has("openai")
        ):
            self._add_output(item, path)
        elif kind == "reasoning":
            self._hold_reasoning(item, path)
        else:
            self.draft.refuse(path, f"this wire has no items of type {kind!r}")

    def close(self) -> None:
        """End the assistant's message; reasoning that came last belongs to it."""
        if self.open is not None:
            self._attach_reasoning(self.open)
            if self.open["content"] is None and not self.open.keys() & {"tool_calls", "refusal"}:
                self.open["content"] = ""
        self.open = None
        self.reasoning = {}

    def _get_assistant(self) -> JSONObject:
        if self.open is None:
            self.open = {"role": "assistant", "content": None}
            self.messages.append(self.open)
            self.unanswered = set()
        self._attach_reasoning(self.open)
        return self.open

    def _attach_reasoning(self, message: JSONObject) -> None:
        for name, value in self.reasoning.items():
            message[name] = message[name] + value if name in message else value
        self.reasoning = {}

    def _add_assistant(self, item: JSONObject, path: str) -> None:
        if self.open is not None and "tool_calls" not in self.open and self.open["content"] is not None:
            waiting, self.reasoning = self.reasoning, {}
            self.close()
            self.reasoning = waiting
        self._refuse_phase(item, path)
        message = self._get_assistant()
        content, refusal = build_assistant_content(self.draft, item.get("content"), path)
        if content is not None:
            message["content"] = (message["content"] or "") + content
        if refusal is not None:
            message["refusal"] = refusal
        if (
            item.get("id") is None or not self.foreign
        ):  # what a server left on an answer means nothing to others
            message |= pick_rest(item, *OWN_KEYS, *ANSWER_KEYS)

    def _add_message(self, item: JSONObject, path: str) -> None:
        self.close()
        self.unanswered = set()
        self._refuse_phase(item, path)
        role = item.get("role")
        if role == "developer" and not self.draft.has("openai"):
            role = "system"
        content = build_content(self.draft, item.get("content"), f"{path}.content")
        self.messages.append({"role": role, "content": content, **pick_rest(item, *OWN_KEYS)})

    def _refuse_phase(self, item: JSONObject, path: str) -> None:
        self.draft.refuse_given(item, {"phase": "a message has no phase in Chat Completions"}, path)

    def _add_call(self, item: JSONObject, path: str) -> None:
        # A direct call is one that the model made itself, which is what every call is here.
        is_direct = is_object(item.get("caller")) and item["caller"].get("type") == "direct"
        given = {**item, "caller": None} if is_direct else item
        self.draft.refuse_given(given, RESPONSES_ONLY, path)
        calls = self._get_assistant().setdefault("tool_calls", [])
        call: JSONObject = {"id": item.get("call_id"), **pick_rest(item, *CALL_KEYS, *self.foreign)}
        if item["type"] == "custom_tool_call":
            call |= {"type": "custom", "custom": {"name": item.get("name"), "input": item.get("input")}}
        else:
            function = {"name": item.get("name"), "arguments": item.get("arguments")}
            call |= {"type": "function", "function": function}
        calls.append(call)
        self.unanswered.add(item.get("call_id"))

    def _add_output(self, item: JSONObject, path: str) -> None:
        call_id = item.get("call_id")
        self.close()
        if call_id not in self.unanswered:
            self.draft.refuse(path, f"the output does not follow its call {call_id!r}, as this wire requires")
            return
        self.unanswered.discard(call_id)
        content = build_output_text(self.draft, item.get("output"), f"{path}.output")
        self.messages.append({"role": "tool", "tool_call_id": call_id, "content": content})

    def _hold_reasoning(self, item: JSONObject, path: str) -> None:
        """Keep what can go back; plain text goes only to a provider that asks for it, the others think anew."""
        sealed = item.get("encrypted_content")
        if sealed:
            opened = unseal(self.draft.row.provider, sealed)
            if is_object(opened) and isinstance(opened.get("reasoning_details"), list):
                self._hold("reasoning_details", opened["reasoning_details"])
                return
            self.draft.refuse(f"{path}.encrypted_content", "only the provider that made it can read it")
        text = "".join(part.get("text") or "" for part in item.get("content") or ())
        text = text or "\n".join(part.get("text") or "" for part in item.get("summary") or ())
        if text and self.draft.has("reasoning-back"):
            self._hold("reasoning_content", text)

    def _hold(self, name: str, value: Any) -> None:
        self.reasoning[name] = self.reasoning[name] + value if name in self.reasoning else value
