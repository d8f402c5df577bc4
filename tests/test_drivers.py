"""The two drivers on the same scripted steps, and what the pure core may know of the world."""

from __future__ import annotations

import ast
import asyncio
import inspect
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

import any_llm
from any_llm import AnyLLM
from any_llm._core.exchange import Exchanged
from any_llm._core.messages import (
    AskKey,
    FailureKind,
    HttpFailure,
    HttpReply,
    HttpRequest,
    Outcome,
    Send,
    Sleep,
    Step,
)
from any_llm._transport import aio, sync
from any_llm.stream import AsyncResponseStream, ResponseStream

CORE = Path(any_llm.__file__).parent / "_core"
REQUEST = HttpRequest("POST", "http://h/v1", {}, b"{}")
BODY = object()
CLOCKS = {
    "time": {"reading.py": "the default clock of the idle timeout; it is an argument"},
    "random": {},
    "os": {},
    "socket": {},
    "httpx": {},
    "asyncio": {},
    "datetime": {"reply_headers.py": "the UTC zone, to read a date"},
}


def run(colour: str, steps: Any, answers: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Any:
    """Drive steps in one colour; sending, sleeping and asking take their outcome from `answers`."""

    def answer(name: str, *_: Any) -> Any:
        value = answers[name].pop(0) if answers.get(name) else None
        if isinstance(value, BaseException):
            raise value
        return value

    async def answer_async(name: str, *_: Any) -> Any:
        return answer(name)

    if colour == "sync":
        monkeypatch.setattr(sync, "send", lambda *_: answer("send"))
        monkeypatch.setattr(
            sync.time, "sleep", lambda seconds: answers.setdefault("slept", []).append(seconds)
        )
        return sync.run(steps, BODY, lambda: answer("key"))  # type: ignore[arg-type]

    async def sleep(seconds: float) -> None:
        answers.setdefault("slept", []).append(seconds)

    monkeypatch.setattr(aio, "asend", lambda *_: answer_async("send"))
    monkeypatch.setattr(aio.anyio, "sleep", sleep)
    return asyncio.run(aio.arun(steps, BODY, lambda: answer_async("key")))  # type: ignore[arg-type]


def script(seen: list[Any], *steps: Step) -> Generator[Step, Outcome, Exchanged]:
    try:
        for step in steps:
            outcome = yield step
            seen.append(outcome)
        return Exchanged(HttpReply(200, {}), len(steps))
    finally:
        seen.append("closed")


BOTH = pytest.mark.parametrize("colour", ["sync", "async"])


@BOTH
def test_driver_carries_out_each_step_and_gives_back_its_outcome(
    colour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = HttpFailure(FailureKind.CONNECT, OSError())
    good = HttpReply(200, {}, is_streaming=True)
    seen: list[Any] = []
    answers: dict[str, Any] = {"send": [(refused, None), (good, BODY)], "key": ["k1", "k2"]}
    steps = script(seen, AskKey(), Send(REQUEST), Sleep(0.5), AskKey(), Send(REQUEST))
    exchanged, body = run(colour, steps, answers, monkeypatch)
    assert seen == ["k1", refused, None, "k2", good, "closed"]
    assert answers["slept"] == [0.5]
    assert body is BODY
    assert exchanged.attempts == 5


@BOTH
@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), ValueError("of the caller's key")], ids=lambda e: type(e).__name__
)
def test_driver_releases_the_exchange_when_a_step_raises(
    colour: str, error: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Any] = []
    with pytest.raises(type(error)):
        run(colour, script(seen, AskKey(), Send(REQUEST)), {"key": [error]}, monkeypatch)
    assert seen == ["closed"]


@BOTH
def test_error_of_the_exchange_reaches_the_caller(colour: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> Generator[Step, Outcome, Exchanged]:
        yield Sleep(0)
        raise any_llm.AnyLLMError("decided")

    with pytest.raises(any_llm.AnyLLMError, match="decided"):
        run(colour, fail(), {}, monkeypatch)


def list_roots(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return {name.split(".")[0] for name in names} | set(names)


@pytest.mark.parametrize("module", sorted(CLOCKS))
def test_core_knows_the_world_only_where_it_is_written_down(module: str) -> None:
    users = {path.name for path in CORE.glob("*.py") if module in list_roots(path)}
    assert users == set(CLOCKS[module])


def test_core_knows_nothing_of_the_transport() -> None:
    for path in CORE.glob("*.py"):
        assert not [name for name in list_roots(path) if name.startswith("any_llm._transport")], path


def test_core_never_awaits() -> None:
    kinds = (ast.Await, ast.AsyncFunctionDef, ast.AsyncFor, ast.AsyncWith)
    for path in CORE.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert not [node for node in ast.walk(tree) if isinstance(node, kinds)], path


@pytest.mark.parametrize(
    ("plain", "other"), [(ResponseStream, AsyncResponseStream), (AnyLLM.responses, AnyLLM.aresponses)]
)
def test_both_colours_have_the_same_public_surface(plain: Any, other: Any) -> None:
    if inspect.isclass(plain):
        names = {name for name in vars(plain) if not name.startswith("_")}
        assert names == {name for name in vars(other) if not name.startswith("_")}
        for name in names:
            assert list(inspect.signature(vars(plain)[name]).parameters) == list(
                inspect.signature(vars(other)[name]).parameters
            )
    else:
        assert list(inspect.signature(plain).parameters) == list(inspect.signature(other).parameters)
