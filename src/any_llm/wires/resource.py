"""A whole ResponseResource from what another protocol's answer says of itself, its items and its request. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from any_llm.wires.echo import build_echo
from any_llm.wires.endings import find_own_word
from any_llm.wires.values import read_text
from any_llm.wires.wire import JSONObject

NUMBERS = count(1)
"""Numbers of the ids that are made here: a clock may tell two answers the same time."""


def make_id(now: float) -> str:
    """Return an id for an answer that has none, different from any other; `now` is Unix time in seconds."""
    return f"{int(now * 1_000_000):x}_{next(NUMBERS)}"


@dataclass(slots=True)
class Head:
    """What an answer says of itself; `rest` are the fields that have no counterpart, under their own names.

    `own_id` names the response and its items from the first event on; empty means that `id` does.
    """

    id: str = ""
    own_id: str = ""
    created: int = 0
    model: str = ""
    service_tier: str = ""
    rest: JSONObject = field(default_factory=dict[str, Any])

    def learn(
        self, answer: Mapping[str, Any], known: Collection[str], *, created: int = 0, service_tier: str = ""
    ) -> None:
        """Take in what a piece of an answer says: the first id and time count, and the last of anything else.

        Args:
            answer: the object that has `id` and `model`.
            known: its fields that have a counterpart; the others are kept.
            created: Unix time in seconds.
            service_tier: in the words of Responses.
        """
        self.id = self.id or read_text(answer.get("id"))
        self.created = self.created or created
        self.model = read_text(answer.get("model")) or self.model
        self.service_tier = service_tier or self.service_tier
        self.rest |= {
            name: value for name, value in answer.items() if name not in known and value is not None
        }


@dataclass(frozen=True, slots=True)
class Ending:
    """How far an answer is: its status, why it is incomplete, what failed, what it used, the server's word for it."""

    status: str
    reason: str | None = None
    error: JSONObject | None = None
    usage: JSONObject | None = None
    word: str = ""


def build_resource(
    head: Head, fields: Mapping[str, Any], ending: Ending, output: Sequence[JSONObject], now: float
) -> JSONObject:
    """Return the resource; `provider_response_id` is the upstream id, `provider_finish_reason` an end in own words.

    Args:
        head: what the answer says of itself.
        fields: the request, in the terms of Responses.
        ending: how far the answer is.
        output: the items.
        now: Unix time in seconds.
    """
    resource = {
        **build_echo(fields),
        "id": f"resp_{head.own_id or head.id}",
        "object": "response",
        "created_at": head.created,
        "completed_at": max(int(now), head.created) if ending.status == "completed" else None,
        "status": ending.status,
        "incomplete_details": {"reason": ending.reason} if ending.reason else None,
        "model": head.model or read_text(fields.get("model")),
        "output": list(output),
        "error": ending.error,
        "usage": ending.usage,
        "provider_response_id": head.id or None,
    }
    if (word := find_own_word(ending.word)) is not None:
        resource["provider_finish_reason"] = word
    if head.service_tier:
        resource["service_tier"] = head.service_tier
    return {**{name: value for name, value in head.rest.items() if name not in resource}, **resource}
