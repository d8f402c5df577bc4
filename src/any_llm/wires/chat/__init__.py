"""The Chat Completions wire: how requests, completions and chunks map to Responses and back."""

from __future__ import annotations

from any_llm.wires.chat.request import build_request
from any_llm.wires.chat.stream import build_reducer, build_response
from any_llm.wires.wire import Wire

CHAT = Wire("chat", "/chat/completions", build_request, build_response, build_reducer)
