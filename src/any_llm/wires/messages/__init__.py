"""The Anthropic Messages wire: how requests, messages and their events map to Responses and back."""

from __future__ import annotations

from any_llm.wires.messages.request import build_request
from any_llm.wires.messages.stream import build_reducer, build_response
from any_llm.wires.wire import Wire

MESSAGES = Wire(
    "messages",
    "/messages",
    build_request,
    build_response,
    build_reducer,
    headers={"anthropic-version": "2023-06-01"},
)
