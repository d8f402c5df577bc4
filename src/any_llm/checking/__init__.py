"""Check an endpoint: what it supports, and where it departs from Open Responses. See `any-llm check`."""

from __future__ import annotations

from any_llm.checking.report import Finding, Problem, Report, Verdict, WireName, render_text
from any_llm.checking.run import check_endpoint

__all__ = ["Finding", "Problem", "Report", "Verdict", "WireName", "check_endpoint", "render_text"]
