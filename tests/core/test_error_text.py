"""Web pages and plain text as error bodies: one short, clean line."""

from __future__ import annotations

import json

import pytest

from any_llm._core.errors import build_status_error
from any_llm._core.messages import HttpReply
from any_llm.exceptions import AnyLLMError, UpstreamProviderError


def fail(status: int, body: bytes, content_type: str = "") -> AnyLLMError:
    return build_status_error(HttpReply(status, {"content-type": content_type}, body), provider_name="acme")


@pytest.mark.parametrize(
    ("page", "content_type", "shown"),
    [
        (b"<!DOCTYPE html><html><title>502 Bad\n Gateway</title><p>nginx", "", "'502 Bad Gateway'"),
        (b"<html><body><script>var a;</script><h1>No &amp; no</h1></body>", "text/html", "'No & no'"),
        (b"<!-- edge --><html><style>p{}</style><p>text</p>", "", "'text'"),
        (b"<center>text</center>", "text/html; charset=utf-8", "'text'"),
        (b"<html></html>", "", "an HTML page,"),
        (b"<html><title>" + b"t" * 1000, "", "ttt…'"),
    ],
)
def test_html_body_names_the_page_and_the_likely_cause(page: bytes, content_type: str, shown: str) -> None:
    error = fail(502, page, content_type)
    assert type(error) is UpstreamProviderError
    assert "HTML page" in error.message
    assert "api_base is a wrong base URL" in error.message
    assert shown in error.message
    assert "<" not in error.message
    assert len(error.message) < 420


def test_html_content_type_with_json_inside_is_read_as_json() -> None:
    assert fail(429, json.dumps({"error": "slow"}).encode(), "text/html").message == "slow"


def test_plain_text_is_capped_and_cleaned() -> None:
    message = fail(500, b"\x1b[2J\x00bad \xff" + b"x" * 1000).message
    assert len(message) == 299
    assert message.startswith("[2J bad \N{REPLACEMENT CHARACTER}xxx")
    assert "\x1b" not in message
