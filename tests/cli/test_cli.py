"""The command line as a process: what it prints, where, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.wire_server import Reply, WireServer, read_recorded, stream_reply

COMMAND = [sys.executable, "-m", "any_llm"]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, **environment},
    )


def test_respond_streams_the_answer(server: WireServer) -> None:
    server.script(stream_reply("text.sse"))
    done = run("respond", "What is the capital of France?", "--model", "llamacpp:m", "--api-base", server.url)
    assert done.stdout == "The capital of France is Paris.\n"
    assert done.stderr == ""
    assert done.returncode == 0
    assert server.requests[0].json["stream"] is True


def test_respond_without_weights_says_what_to_do(tmp_path: Path) -> None:
    done = run("respond", "Hi", ANY_LLM_CACHE=str(tmp_path))
    assert done.returncode == 1
    assert done.stdout == ""
    assert "any-llm local pull" in done.stderr
    assert len(done.stderr.strip().splitlines()) <= 3


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ("opnai:gpt-5", "did you mean"),
        ("gpt-5", "expected 'provider:model'"),
        ("openai:gpt-5", "OPENAI_API_KEY"),
    ],
)
def test_mistakes_are_one_clear_line(model: str, expected: str) -> None:
    done = run("respond", "Hi", "--model", model, OPENAI_API_KEY="")
    assert done.returncode == 1
    assert expected in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


def test_cut_stream_is_an_error_and_keeps_the_text(server: WireServer) -> None:
    body = read_recorded("text.sse")
    server.script(
        Reply(200, body[: body.index(b"response.output_text.done") - 7], "text/event-stream", cut=True)
    )
    done = run("respond", "Hi", "--model", "llamacpp:m", "--api-base", server.url)
    assert done.returncode == 1
    assert done.stdout.startswith("The capital of France is Paris")
    assert "StreamTruncatedError" in done.stderr


def test_interrupt_ends_cleanly(server: WireServer) -> None:
    frames = read_recorded("text.sse").split(b"\n\n")
    chunks: list[bytes | float] = [b"\n\n".join(frames[:6]) + b"\n\n", 30.0]
    server.script(Reply(200, chunks, "text/event-stream"))
    process = subprocess.Popen(
        [*COMMAND, "respond", "Hi", "--model", "llamacpp:m", "--api-base", server.url],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    first = process.stdout.read(3)
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert first == "The"
    assert process.returncode == 130
    assert "interrupted" in err
    assert "Traceback" not in err


def test_providers_lists_and_prints_json() -> None:
    listed = run("providers", COLUMNS="160")
    assert "openrouter" in listed.stdout
    rows = json.loads(run("providers", "--json").stdout)
    assert {"name", "kind", "state"} <= set(rows[0])
    assert "local" in [row["name"] for row in rows]
