"""Check an endpoint feature by feature, with a bounded number of requests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from any_llm._core.redaction import build_redactor
from any_llm.checking.features import FEATURES, NATIVE
from any_llm.checking.probe import LimitReachedError, Probe
from any_llm.checking.report import Finding, Problem, Report, WireName
from any_llm.exceptions import AnyLLMError, APIConnectionError, AuthenticationError, UnsupportedParameterError

MOST_REQUESTS = 20
SECONDS = 60.0
LONGEST = 300
NOT_FOUND = 404
"""A first call that is answered so has missed the path or the model, and so would all others."""


def check_endpoint(
    url: str,
    model: str,
    *,
    wire: WireName = "responses",
    api_key: str | None = None,
    max_requests: int = MOST_REQUESTS,
    timeout: float = SECONDS,
    on_finding: Callable[[Finding], None] | None = None,
) -> Report:
    """Return what an endpoint supports and where it departs from Open Responses.

    Args:
        url: base URL, to which `/responses`, `/chat/completions` or `/messages` is appended.
        model: the model as the server knows it.
        wire: protocol to speak: `responses`, `chat` or `messages`.
        api_key: key; it is shown nowhere.
        max_requests: how many requests may be made; a whole check takes 15. None is made twice.
        timeout: seconds allowed for each.
        on_finding: told of each finding as it comes.

    Raises:
        InvalidRequestError: the address is no URL.
    """
    probe = Probe(url, model, wire, key=api_key, limit=max_requests, seconds=timeout)
    hide = build_redactor([api_key] if api_key else [])
    findings: list[Finding] = []
    told: set[Problem] = set()
    failure = ""
    try:
        for feature in FEATURES:
            made, failure = _check(probe, feature)
            for finding in made:
                new = [problem for problem in dict.fromkeys(finding.problems) if problem not in told]
                told.update(new)
                finding = replace(finding, detail=hide(finding.detail), problems=new)
                findings.append(finding)
                if on_finding is not None:
                    on_finding(finding)
            if failure:
                break
    finally:
        probe.close()
    return Report(hide(probe.url), model, wire, findings, hide(failure))


def _check(probe: Probe, feature: str) -> tuple[list[Finding], str]:
    """Return the findings of a feature, and why nothing can be checked if the first call shows that."""
    if probe.wire != "responses" and feature in NATIVE:
        return [Finding(feature, "not on this wire")], ""
    before, failure = probe.used, ""
    try:
        found = FEATURES[feature](probe)
        made = [found] if isinstance(found, Finding) else list(found)
    except LimitReachedError:
        made = [Finding(feature, "not tried", "no request was left")]
    except UnsupportedParameterError as error:
        made = [Finding(feature, "not on this wire", error.reason or "")]
    except AnyLLMError as error:
        made = [Finding(feature, "no", _shorten(error))]
        if feature == "basic" and (
            error.status_code == NOT_FOUND or isinstance(error, APIConnectionError | AuthenticationError)
        ):
            failure = _shorten(error)
    counts = [probe.used - before, *(0 for _ in made[1:])]
    return [replace(one, requests=count) for one, count in zip(made, counts, strict=True)], failure


def _shorten(error: AnyLLMError) -> str:
    text = " ".join(str(error).split())
    return text if len(text) <= LONGEST else text[: LONGEST - 3] + "..."
