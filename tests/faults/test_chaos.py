"""Random servers: whatever bytes, statuses, headers, breaks and delays come, a call ends in an answer or an error of ours."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from any_llm import exceptions
from tests.faults.catalogue import BEGUN, FAULTS, TEXT, Fault
from tests.faults.trial import try_fault
from tests.support.wire_server import Reply, WireServer

ROUNDS = 40
KNOWN = {*exceptions.__all__, "completed", "incomplete", "in_progress", "failed", "of no status"}
BODIES = [reply.body for fault in FAULTS for reply in fault.replies if isinstance(reply.body, bytes)]
TYPES = ("application/json", "text/event-stream", "text/html", "text/event-stream; charset=latin-1", "", "x")
HEADERS: tuple[dict[str, str], ...] = (
    {},
    {"retry-after": "nan"},
    {"content-encoding": "gzip"},
    {"content-encoding": "deflate, gzip"},
    {"x-request-id": "é\u0001"},
    {"location": "ftp://x"},
    {"x-should-retry": "maybe"},
)


def spoil(data: bytes, dice: random.Random) -> bytes:
    """Return bytes with a few of them changed, lost, doubled or swapped for a piece of something else."""
    spoilt = bytearray(data)
    for _ in range(dice.choice((0, 0, 1, 1, 2, 5))):
        start = dice.randrange(len(spoilt) + 1)
        end = min(len(spoilt), start + dice.choice((1, 1, 2, 40)))
        spoilt[start:end] = dice.choice(
            (b"", dice.randbytes(3), b"\n\n", b"data: ", b'"', BEGUN[: dice.randrange(90)])
        )
    return bytes(spoilt)


def split(data: bytes, dice: random.Random) -> list[bytes | float]:
    chunks: list[bytes | float] = []
    while data:
        size = dice.choice((1, 7, 100, 5000))
        chunks.append(data[:size])
        data = data[size:]
        if dice.random() < 0.02:
            chunks.append(0.01)
    return chunks[:400]


def build_reply(dice: random.Random) -> Reply:
    body = spoil(
        dice.choice(
            (
                TEXT,
                BEGUN,
                *BODIES,
                dice.randbytes(50),
                json.dumps({"error": dice.choice((1, "x", None, []))}).encode(),
            )
        ),
        dice,
    )
    if dice.random() < 0.15:
        head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n"
        return Reply(raw=split(spoil(head + body, dice), dice))
    return Reply(
        dice.choice((200,) * 9 + (201, 204, 302, 400, 401, 404, 429, 500, 529, 599)),
        split(body, dice),
        dice.choice(TYPES[:2] * 3 + TYPES),
        {name: value for name, value in dice.choice(HEADERS[:1] * 9 + HEADERS).items() if value.isascii()},
        cut=dice.random() < 0.15,
        hang_up=dice.random() < 0.05,
    )


def build_options(dice: random.Random) -> dict[str, Any]:
    options: dict[str, Any] = {"timeout": 3.0, "max_retries": 0}
    if dice.random() < 0.2:
        options["strict"] = True
    return options


@pytest.mark.parametrize("seed", range(4))
def test_nothing_foreign_comes_out_of_a_random_server(server: WireServer, seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(ROUNDS):
        fault = Fault("random", [build_reply(dice)], options=build_options(dice))
        is_stream, is_async = dice.random() < 0.7, dice.random() < 0.5
        outcome = try_fault(fault, server, is_stream=is_stream, is_async=is_async)
        assert not outcome.is_foreign, (fault, outcome.error)
        assert outcome.name in KNOWN, (fault, outcome)
    server.wait_closed()
