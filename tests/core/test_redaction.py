"""Secrets that a server echoes, in every form, are replaced in every text."""

from __future__ import annotations

import base64
import json
from urllib.parse import quote

import pytest

from any_llm._core.errors import build_status_error
from any_llm._core.messages import HttpReply
from any_llm._core.redaction import build_redactor
from any_llm.exceptions import AnyLLMError

SECRET = "sk-Zq/9+x&é_key="


def fail(status: int, body: bytes, headers: dict[str, str] | None = None, path: str = "") -> AnyLLMError:
    reply = HttpReply(status, headers or {}, body)
    return build_status_error(reply, provider_name="acme", secrets=(SECRET,), path=path)


@pytest.mark.parametrize(
    "echo",
    [
        SECRET,
        quote(SECRET, safe=""),
        quote(SECRET, safe="").lower().replace("sk-zq", "sk-Zq"),
        quote(SECRET),
        base64.b64encode(SECRET.encode()).decode(),
        base64.urlsafe_b64encode(SECRET.encode()).decode().rstrip("="),
        *(base64.b64encode(f"{user}:{SECRET}".encode()).decode() for user in ("", "u", "us", "use")),
    ],
)
@pytest.mark.parametrize("shape", ["json", "escaped", "text", "html"])
def test_echoed_secret_is_replaced_everywhere(echo: str, shape: str) -> None:
    value = {"error": {"message": f"bad key {echo}!", "code": f"c {echo}", "param": echo, "type": echo}}
    body = {
        "json": json.dumps(value, ensure_ascii=False),
        "escaped": json.dumps(value).replace("/", "\\/"),
        "text": f"bad key {echo}!",
        "html": f"<html><title>bad key {echo}!</title>",
    }[shape]
    error = fail(401, body.encode(), {"x-request-id": echo}, path=f"/{echo}")
    shown = repr(vars(error)) + str(error) + repr(error)
    assert "***" in error.message
    assert echo[:12] not in shown
    assert "Zq/9" not in shown
    assert "Zq\\/9" not in shown


def test_secret_at_the_cut_leaves_no_prefix() -> None:
    message = fail(500, b"x" * 295 + SECRET.encode()).message
    assert "sk-" not in message


def test_placeholder_key_garbles_nothing() -> None:
    assert build_redactor(("", "e", "no"))("one message") == "one message"


@pytest.mark.parametrize("secret", ["\ud800abcd", "aaaa", "****", "\\\\\\\\", "a" * 100_000])
def test_odd_secrets_raise_nothing(secret: str) -> None:
    assert build_redactor((secret,))(f"<{secret}>") == "<***>"
