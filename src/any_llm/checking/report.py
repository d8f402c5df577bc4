"""What a check found: a finding for each feature, a verdict over all, as text and as JSON. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from textwrap import wrap
from typing import Any, Literal

Verdict = Literal["yes", "no", "ignored", "unclear", "not tried", "not on this wire"]
"""`ignored`: the server took the request without an error and did something else. `no`: it refused, and said so."""

WireName = Literal["responses", "chat", "messages"]

WIDTH = 100
CORE = ("basic", "stream")
"""Features without which nothing else works."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One place where what came departs from the document: `output[0].content`, `events[7].item_id`."""

    path: str
    what: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What was seen of one feature, and the problems that no feature before it had; `requests` is what it took."""

    feature: str
    verdict: Verdict
    detail: str = ""
    problems: Sequence[Problem] = ()
    requests: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What was seen of an endpoint. `failure` says why it could not be checked at all, if it could not."""

    url: str
    model: str
    wire: WireName
    findings: Sequence[Finding] = field(default_factory=list[Finding])
    failure: str = ""

    @property
    def requests(self) -> int:
        """How many requests were made."""
        return sum(finding.requests for finding in self.findings)

    @property
    def exit_status(self) -> int:
        """0: the core works and nothing departs from the document; 1: something does; 2: it could not be checked."""
        if self.failure:
            return 2
        is_off = any(
            finding.problems
            or finding.verdict == "ignored"
            or (finding.feature in CORE and finding.verdict != "yes")
            for finding in self.findings
        )
        return 1 if is_off else 0

    @property
    def verdict(self) -> str:
        """The whole in one sentence."""
        if self.failure:
            return f"Could not be checked: {self.failure}"
        core = [one for one in self.findings if one.feature in CORE and one.verdict != "yes"]
        broken = [one.feature for one in core if one.verdict != "not tried"]
        if broken:
            return f"Does not work: {', '.join(broken)}."
        if core:
            return f"Not tried, for no request was left: {', '.join(one.feature for one in core)}."
        count = sum(len(finding.problems) for finding in self.findings)
        ignored = [finding.feature for finding in self.findings if finding.verdict == "ignored"]
        if not count and not ignored:
            return "Works, and nothing that was seen departs from the document."
        departures = f", with {count} departure{'s' if count != 1 else ''} from the document" if count else ""
        return f"Works{departures}{'; ignores ' if ignored else ''}{', '.join(ignored)}."

    def to_json(self) -> dict[str, Any]:
        """Return the report as JSON data."""
        own = asdict(self)
        return {**own, "requests": self.requests, "verdict": self.verdict, "exit_status": self.exit_status}


def render_text(report: Report) -> str:
    """Return the report for a person, in lines of at most 100 characters."""
    count = f"{report.requests} request{'s' if report.requests != 1 else ''}"
    head = [f"{report.model} at {report.url}, {report.wire} wire, {count}", ""]
    lines = [line for finding in report.findings for line in _render_finding(finding)]
    return "\n".join([*head, *lines, *([""] if lines else []), *wrap(report.verdict, WIDTH)])


def _render_finding(finding: Finding) -> Iterator[str]:
    start = f"{finding.feature:<14}{finding.verdict:<18}"
    first, *rest = wrap(finding.detail, WIDTH - len(start)) or [""]
    yield f"{start}{first}".rstrip()
    yield from (f"{'':<{len(start)}}{line}" for line in rest)
    paths: dict[str, list[str]] = {}
    for problem in finding.problems:
        paths.setdefault(problem.what, []).append(problem.path)
    for what, where in paths.items():
        line = f"{what}: {', '.join(where)}" if len(where) > 1 else f"{where[0]}: {what}"
        yield from wrap(line, WIDTH, initial_indent="    - ", subsequent_indent="      ")
