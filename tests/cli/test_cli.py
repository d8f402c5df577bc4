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

from tests.checking.endpoint import GOOD
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
    piped = run("providers", COLUMNS="").stdout  # no terminal: nothing is cut
    assert "openai_compatible" in piped
    assert "AZURE_OPENAI_API_KEY or AZURE_OPENAI_AD_TOKEN" in piped
    rows = json.loads(run("providers", "--json").stdout)
    assert {"name", "kind", "state"} <= set(rows[0])
    assert "local" in [row["name"] for row in rows]


def test_providers_are_filtered() -> None:
    rows = json.loads(run("providers", "--wire", "responses", "--state", "yes", "--json").stdout)
    assert {(row["wire"], row["state"]) for row in rows} == {("responses", "yes")}
    found = run("providers", "OLLA", "--kind", "responses-shaped", COLUMNS="160").stdout
    assert [line.split()[0] for line in found.splitlines()[1:]] == ["ollama"]
    none = run("providers", "nobody")
    assert (none.returncode, none.stdout) == (1, "")
    assert "no provider fits" in none.stderr
    wrong = run("providers", "--kind", "chat", COLUMNS="160")
    assert wrong.returncode == 2
    assert "expected one of embedded, openai-native" in wrong.stderr


def test_check_prints_a_report_and_ends_with_its_verdict(server: WireServer) -> None:
    server.script(*GOOD.values())
    done = run("check", server.url, "--model", "m", "--key-env", "MY_KEY", MY_KEY="sk-4711")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("Works, and nothing that was seen departs from the document.\n")
    assert server.requests[0].headers["authorization"] == "Bearer sk-4711"
    server.script(*{**GOOD, "tools": GOOD["basic"]}.values())
    done = run("check", server.url, "--model", "m", "--json")
    assert done.returncode == json.loads(done.stdout)["exit_status"] == 1


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["http://127.0.0.1:1/v1"], "Could not be checked"),
        (["localhost"], "expected a URL"),
        (["http://127.0.0.1:1/v1", "--key-env", "NOT_SET"], "the variable NOT_SET is not set"),
        (["http://127.0.0.1:1/v1", "--wire", "soap"], "'soap' is not one of"),
        (["http://127.0.0.1:1/v1", "--max-requests", "0"], "--max-requests"),
    ],
)
def test_check_ends_with_2_if_there_was_nothing_to_check(options: list[str], expected: str) -> None:
    done = run("check", *options, "--model", "m", COLUMNS="160")
    assert done.returncode == 2
    assert expected in " ".join((done.stdout + done.stderr).split())
    assert "Traceback" not in done.stderr
