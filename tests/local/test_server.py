"""The real server, in processes that end, fork, are killed, or use threads: nobody hangs and nothing stays behind."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from any_llm.exceptions import LocalModelError
from any_llm.local import server

pytestmark = [
    pytest.mark.live,
    pytest.mark.xdist_group("live"),
    pytest.mark.usefixtures("local_model"),
    pytest.mark.skipif(sys.platform == "win32", reason="signals and fork"),
]

PREFIX = """
import os, signal, sys, threading, time
import any_llm
from any_llm.local import server

MODEL = "smollm2-135m"
STORY = dict(stream=True, temperature=0, max_output_tokens=2000)  # goes on for more than 20 seconds

def start():
    return server.start_server(MODEL)

def get_pid():
    [process] = server._servers.values()
    return process.pid

def tell_story():
    events = iter(any_llm.responses(f"local:{MODEL}", "Tell a long story about a fox.", **STORY))
    next(events)
    return events
"""


def run(script: str) -> list[str]:
    """Run a script that must end soon, well, and without a word on standard error; return what it printed."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PREFIX + script],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert (done.stderr, done.returncode) == ("", 0)
    return done.stdout.splitlines()


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def is_listening(url: str) -> bool:
    parts = urlsplit(url)
    try:
        socket.create_connection((parts.hostname, parts.port or 0), timeout=1).close()
    except OSError:
        return False
    return True


def test_exit_during_a_stream_leaves_nothing() -> None:
    # In a daemon thread, which Python leaves as it is at exit. CPython 3.13 and 3.14 crash when they tidy up an
    # open response of httpx, whatever server sends it: https://github.com/python/cpython/issues/132413
    began = time.monotonic()
    pid, url = run(
        """
is_running = threading.Event()

def read():
    try:
        for event in tell_story():
            is_running.set()
    except any_llm.exceptions.AnyLLMError:
        pass

threading.Thread(target=read, daemon=True).start()
is_running.wait()
print(get_pid())
print(start())
"""
    )
    assert time.monotonic() - began < 10
    assert not is_alive(int(pid))
    assert not is_listening(url)


def test_exit_after_the_start_never_hangs() -> None:
    urls = [run("print(start())")[0] for _ in range(10)]
    assert not [url for url in urls if is_listening(url)]


def test_stop_during_a_stream_fails_it_at_once() -> None:
    complaint, seconds = run(
        """
events = tell_story()
threading.Timer(0.2, server.stop_servers).start()
began = time.monotonic()
try:
    list(events)
except any_llm.exceptions.AnyLLMError as error:
    print(error)
print(time.monotonic() - began)
"""
    )
    assert "the connection broke" in complaint
    assert float(seconds) < 3


def test_forked_process_has_its_own_server_and_leaves_the_parents() -> None:
    lines = run(
        """
url = start()
if (pid := os.fork()) == 0:
    print(start() != url, flush=True)
    sys.exit()
print(os.waitpid(pid, 0)[1])
if (pid := os.fork()) == 0:
    sys.exit()
print(os.waitpid(pid, 0)[1])
print(start() == url, any_llm.responses(f"local:{MODEL}", "Hi", temperature=0).status)
"""
    )
    assert lines == ["True", "0", "0", "True completed"]


def test_fork_during_the_start_in_another_thread() -> None:
    lines = run(
        """
import warnings
warnings.simplefilter("ignore", DeprecationWarning)  # of forking with threads: that is what is tried
thread = threading.Thread(target=start)
thread.start()
while not server._servers:
    time.sleep(0.001)
if (pid := os.fork()) == 0:
    print(len(start()) > 0, flush=True)
    sys.exit()
print(os.waitpid(pid, 0)[1])
thread.join()
print(get_pid() > 0)
"""
    )
    assert lines == ["True", "0", "True"]


def test_fork_does_not_keep_the_parents_server() -> None:
    url, pid = run(
        """
print(start(), flush=True)
if (pid := os.fork()) == 0:
    os.closerange(0, 3)
    time.sleep(20)
    os._exit(0)
print(pid)
server.atexit.unregister(server.stop_servers)
"""
    )
    try:
        assert_ends(url)
    finally:
        os.kill(int(pid), signal.SIGKILL)


def test_killed_server_is_started_again() -> None:
    lines = run(
        """
url = start()
os.kill(get_pid(), signal.SIGKILL)
time.sleep(0.2)
print(any_llm.responses(f"local:{MODEL}", "Hi", temperature=0).status, start() != url)
"""
    )
    assert lines == ["completed True"]


def test_killed_server_is_started_again_on_a_fixed_port(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    monkeypatch.setenv("ANY_LLM_LOCAL_PORT", str(port))
    lines = run(
        """
events = tell_story()
os.kill(get_pid(), signal.SIGKILL)
events.close()
time.sleep(0.2)
print(start())
"""
    )
    assert lines == [f"http://127.0.0.1:{port}/v1"]


def test_threads_that_start_at_once_share_one_server() -> None:
    lines = run(
        """
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(8) as pool:
    urls = {future.result() for future in [pool.submit(start) for _ in range(8)]}
print(len(urls), get_pid() > 0)
"""
    )
    assert lines == ["1 True"]


def test_killed_parent_takes_its_server_along() -> None:
    script = PREFIX + "print(start(), flush=True); events = tell_story(); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        url = parent.stdout.readline().strip()
        assert is_listening(url)
        parent.kill()
    assert_ends(url)


def assert_ends(url: str) -> None:
    deadline = time.monotonic() + 5
    while is_listening(url):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_port_taken_after_the_check_names_it(local_model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    checks = iter([True, False])
    monkeypatch.setattr(server, "_servers", {})
    monkeypatch.setattr(server, "_is_free", lambda port: next(checks))  # pyright: ignore
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setenv("ANY_LLM_LOCAL_PORT", str(port))
        with pytest.raises(LocalModelError, match=f"port {port} is taken"):
            server.start_server(local_model.removeprefix("local:"))


def test_half_a_file_is_named_with_the_reason(
    local_model: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    from any_llm.local.weights import find_weights

    half = tmp_path / "half.gguf"
    half.write_bytes(find_weights(local_model.removeprefix("local:")).read_bytes()[:50_000_000])
    with pytest.raises(LocalModelError, match=r"cannot load .*half\.gguf: .*not within the file bounds"):
        server.start_server(str(half))
    assert capfd.readouterr() == ("", "")
