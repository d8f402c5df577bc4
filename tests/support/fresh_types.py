"""Calls that each want a type made for them: `python -m tests.support.fresh_types COUNT` prints the bytes gained."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import httpx
from pydantic import create_model

import any_llm

WARM_UP = 300
MESSAGE = {"type": "output_text", "text": '{"name": "Ada"}', "annotations": []}
ITEM = {"type": "message", "id": "i", "role": "assistant", "status": "completed", "content": [MESSAGE]}
REPLY = {"id": "r", "object": "response", "status": "completed", "model": "m", "output": [ITEM]}


def call(index: int, client: httpx.Client) -> None:
    kind = create_model(f"Fresh{index}", name=(str, ...))
    response = any_llm.responses(
        "llamacpp:m",
        "Hi",
        response_format=any_llm.TextFormat(kind, name=f"fresh{index}") if index % 2 else kind,
        api_base="http://localhost:1",
        client_args={"http_client": client},
    )
    assert response.output_parsed == kind(name="Ada")


def measure(count: int) -> int:
    """Return by how many bytes the process grew over so many calls."""
    with httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(200, json=REPLY))) as client:
        for index in range(WARM_UP):
            call(index, client)
        before = read_size()
        for index in range(count):
            call(index, client)
        return read_size() - before


def read_size() -> int:
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    print(measure(int(sys.argv[1])))
