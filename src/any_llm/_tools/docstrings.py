"""Docstrings of functions: text in, what the function does and what each parameter means out.

Reads the Sphinx, NumPy and Google layouts. Any other text gives all of itself, up to Epytext fields, and no parameters.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

NO_PARAMETERS: dict[str, str] = {}

SPHINX_FIELD = re.compile(
    r":(?:param|parameter|arg|argument|key|keyword)\s+(?:[^:]*\s)?\*{0,2}(\w+)\s*:\s*(.*)"
)
SPHINX_ANY = re.compile(
    r":(?:param|parameter|arg|argument|key|keyword|type|returns?|rtype|raises?|yields?)\b.*:"
)
NUMPY_RULE = re.compile(r"-{3,}\s*")
NUMPY_ENTRY = re.compile(r"(\*{0,2}\w+(?:\s*,\s*\*{0,2}\w+)*)\s*(?::.*)?")
GOOGLE_ENTRY = re.compile(r"\*{0,2}(\w+)\s*(?:\(.*?\))?\s*:\s*(.*)")
GOOGLE_SECTION = re.compile(
    r"(Args|Arguments|Attributes|Examples?|Keyword Arg(?:ument)?s|Notes?|Other Parameters|Param(?:eter)?s"
    r"|Raises|References|Returns?|See Also|Side Effects|Todo|Usage|Warnings?|Warns|Yields?):\s*"
)
EPYTEXT_FIELD = re.compile(r"@(?:param|type|return|rtype|raise|keyword)\b")
PARAMETER_SECTIONS = frozenset(
    {
        "Args",
        "Arguments",
        "Attributes",
        "Keyword Args",
        "Keyword Arguments",
        "Other Parameters",
        "Parameters",
        "Params",
    },
)


@dataclass(frozen=True, slots=True)
class Docstring:
    """What a docstring says: the text before its sections, and the parameters it describes."""

    description: str
    parameters: dict[str, str] = field(default_factory=NO_PARAMETERS.copy)


def parse_docstring(text: str | None) -> Docstring:
    """Return what a docstring says; an empty one says nothing."""
    lines = inspect.cleandoc(text or "").splitlines()
    for read in READERS:
        found = read(lines)
        if found is not None:
            start, parameters = found
            return Docstring("\n".join(lines[:start]).strip(), parameters)
    end = next((index for index, line in enumerate(lines) if EPYTEXT_FIELD.match(line)), len(lines))
    return Docstring("\n".join(lines[:end]).strip())


def _read_sphinx(lines: Sequence[str]) -> tuple[int, dict[str, str]] | None:
    starts = [index for index, line in enumerate(lines) if SPHINX_ANY.match(line)]
    if not starts:
        return None
    parameters: dict[str, str] = {}
    for index in starts:
        found = SPHINX_FIELD.match(lines[index])
        if found:
            parameters[found[1]] = _join([found[2], *_take_indented(lines[index + 1 :])])
    return starts[0], parameters


def _read_numpy(lines: Sequence[str]) -> tuple[int, dict[str, str]] | None:
    starts = [i for i in range(len(lines) - 1) if lines[i].strip() and NUMPY_RULE.fullmatch(lines[i + 1])]
    if not starts:
        return None
    parameters: dict[str, str] = {}
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        if lines[start].strip() not in PARAMETER_SECTIONS:
            continue
        for index in range(start + 2, end):
            found = NUMPY_ENTRY.fullmatch(lines[index])
            for name in re.findall(r"\w+", found[1]) if found else ():
                parameters[name] = _join(_take_indented(lines[index + 1 : end]))
    return starts[0], parameters


def _read_google(lines: Sequence[str]) -> tuple[int, dict[str, str]] | None:
    starts = [index for index, line in enumerate(lines) if GOOGLE_SECTION.fullmatch(line)]
    if not starts:
        return None
    parameters: dict[str, str] = {}
    for start in starts:
        if lines[start].strip().rstrip(":") not in PARAMETER_SECTIONS:
            continue
        block = _take_indented(lines[start + 1 :])
        entries = inspect.cleandoc("\n".join(["", *block])).splitlines()
        for index, line in enumerate(entries):
            found = GOOGLE_ENTRY.match(line)
            if found:
                parameters[found[1]] = _join([found[2], *_take_indented(entries[index + 1 :])])
    return starts[0], parameters


READERS: tuple[Callable[[Sequence[str]], tuple[int, dict[str, str]] | None], ...] = (
    _read_sphinx,
    _read_numpy,
    _read_google,
)


def _take_indented(lines: Sequence[str]) -> list[str]:
    """Return the leading lines that are indented or blank."""
    end = next((i for i, line in enumerate(lines) if line.strip() and not line[0].isspace()), len(lines))
    return list(lines[:end])


def _join(lines: Sequence[str]) -> str:
    return " ".join(" ".join(lines).split())
