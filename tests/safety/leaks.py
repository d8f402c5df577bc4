"""Look for a secret in everything that a user, a log or a crash report can see."""

from __future__ import annotations

import base64
import gc
import json
import logging
import pickle
import traceback
import types
from collections.abc import Collection, Iterable, Iterator
from urllib.parse import quote, quote_plus

SENTINEL = "sk-Qx7/Vw+9zK&pL=3mT8rN5cY2uH"
"""A key whose characters change in JSON, HTML, URLs and base64."""
LONGEST_PREFIX = 8
"""Characters of a key that may be shown: a provider's own `sk-proj-***` is no leak."""


def list_needles(secret: str = SENTINEL) -> set[str]:
    """Return the beginnings of the forms of a secret, in lower case; none may be in any text."""
    data = secret.encode()
    forms = {secret, json.dumps(secret)[1:-1].replace("/", "\\/"), quote(secret, safe=""), quote(secret)}
    forms |= {quote_plus(secret), secret.replace("&", "&amp;")}
    needles = {form[: LONGEST_PREFIX + 1].lower() for form in forms}
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        for offset in range(3):
            text = encode(b"\0" * offset + data).decode()
            needles.add(text[4 if offset else 0 :][:12].lower())
    return needles


NEEDLES = list_needles()


def find_leak(text: str) -> str | None:
    """Return the surroundings of the first leak in a text."""
    low = text.lower()
    for needle in sorted(NEEDLES):
        at = low.find(needle)
        if at >= 0:
            return text[max(0, at - 120) : at + 60]
    return None


def list_errors(error: BaseException) -> list[BaseException]:
    """Return an exception and all that caused it or was there before it."""
    found: list[BaseException] = []
    waiting: list[BaseException | None] = [error]
    while waiting:
        one = waiting.pop()
        if one is not None and one not in found:
            found.append(one)
            waiting += [one.__cause__, one.__context__]
    return found


def list_views(value: object) -> Iterator[tuple[str, str]]:
    """Yield what an object shows of itself: text, repr, and its attributes one level deep."""
    name = type(value).__name__
    yield f"{name}.str", str(value)
    yield f"{name}.repr", repr(value)
    for key in dir(value):
        if not key.startswith(("_", "model_")):
            member = getattr(value, key, None)
            if not isinstance(member, types.MethodType | types.FunctionType | types.BuiltinMethodType):
                yield f"{name}.{key}", repr(member)
    for key, member in getattr(value, "__dict__", {}).items():
        yield f"vars({name})[{key}]", f"{member!r}"


def list_error_views(error: BaseException) -> Iterator[tuple[str, str]]:
    """Yield what an exception and its causes show: texts, attributes and pickles."""
    for one in list_errors(error):
        yield from list_views(one)
        for attribute in ("request", "response"):  # of the HTTP library's exceptions
            member = getattr(one, attribute, None) if "httpx" in type(one).__module__ else None
            if member is not None:
                yield from list_views(member)
        try:
            data = pickle.dumps(one)
        except Exception as refusal:
            data = repr(refusal).encode()
        yield f"pickle({type(one).__name__})", data.decode("latin-1")
    yield "traceback", "".join(traceback.TracebackException.from_exception(error).format())


def list_frame_views(
    error: BaseException, functions: Collection[str] = (), variables: Collection[str] = ()
) -> Iterator[tuple[str, str]]:
    """Yield the local variables of each frame behind an exception, except for these functions and variables.

    The caller's own frames, and the public function whose arguments they are, hold what the caller passed.
    """
    for one in list_errors(error):
        trace = traceback.TracebackException.from_exception(one, capture_locals=True)
        for frame in trace.stack:
            if "/tests/" in frame.filename or frame.name in functions:
                continue
            for name, value in (frame.locals or {}).items():
                if name in variables:
                    continue
                yield f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}.{name}", value


class LogTrap(logging.Handler):
    """Collects everything that is logged, at every level, with its arguments."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines += [record.getMessage(), repr(record.args)]

    def __enter__(self) -> LogTrap:
        root = logging.getLogger()
        self._level = root.level
        root.setLevel(logging.DEBUG)
        root.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        root = logging.getLogger()
        root.setLevel(self._level)
        root.removeHandler(self)


def list_leaks(views: Iterable[tuple[str, str]]) -> list[str]:
    """Return a line for each view in which the secret is found."""
    return [f"{place}: …{leak}…" for place, text in views if (leak := find_leak(text)) is not None]


def collect() -> None:
    """Free what is garbage, so that finalisers of one test do not run in another."""
    gc.collect()
