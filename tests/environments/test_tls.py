"""TLS: a private authority, a refused certificate, and checks that are off only when asked."""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import Any

import pytest
import trustme

from any_llm import exceptions
from tests.environments.servers import EchoServer


def test_authority_by_path(tls_server: EchoServer, authority: trustme.CA, tmp_path: Path, call: Any) -> None:
    path = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(path))
    for verify in (path, str(path)):
        options = {"api_base": tls_server.url, "client_args": {"verify": verify}}
        assert call("llamacpp:m", "Hi", **options).output_text == "Hi"
        assert len(call("llamacpp:m", "Hi", stream=True, **options)[1]) == 5


def test_authority_by_context(tls_server: EchoServer, authority: trustme.CA, call: Any) -> None:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    options = {"api_base": tls_server.url, "client_args": {"verify": context}}
    assert call("llamacpp:m", "Hi", **options).output_text == "Hi"


def test_authority_by_environment(
    tls_server: EchoServer,
    authority: trustme.CA,
    tmp_path: Path,
    call: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    # A limit of its own gives the call a pool of its own, which has not read the environment yet.
    options = {"api_base": tls_server.url, "client_args": {"max_connections": 3}}
    assert call("llamacpp:m", "Hi", **options).output_text == "Hi"


def test_unknown_authority_is_refused_with_advice(tls_server: EchoServer, call: Any) -> None:
    with pytest.raises(
        exceptions.APIConnectionError, match=r"not trusted .*verify=.*path.*SSLContext"
    ) as caught:
        call("llamacpp:m", "Hi", api_base=tls_server.url, max_retries=0)
    cause = caught.value.__cause__
    assert cause is not None
    assert isinstance(cause.__cause__, ssl.SSLCertVerificationError)
    assert not tls_server.seen


def test_certificate_of_another_host_is_refused(authority: trustme.CA, call: Any) -> None:
    from tests.environments.servers import serve_echo

    served, trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context()
    authority.issue_cert("other.example").configure_cert(served)
    authority.configure_trust(trusting)
    with serve_echo(served) as server, pytest.raises(exceptions.APIConnectionError, match="not trusted"):
        call("llamacpp:m", "Hi", api_base=server.url, max_retries=0, client_args={"verify": trusting})


def test_checks_are_off_only_when_asked(tls_server: EchoServer, call: Any) -> None:
    options = {"api_base": tls_server.url, "max_retries": 0}
    assert call("llamacpp:m", "Hi", client_args={"verify": False}, **options).output_text == "Hi"
    with pytest.raises(exceptions.APIConnectionError):
        call("llamacpp:m", "Hi", client_args={"verify": True}, **options)


@pytest.mark.parametrize(
    ("client_args", "words"),
    [
        ({"verify": "/no/such/file.pem"}, "No such file"),
        ({"verify": 3}, "verify: expected True, False, a path"),
        ({"proxy": "ftp://127.0.0.1"}, "proxy"),
    ],
)
def test_setting_without_meaning_is_named(call: Any, client_args: dict[str, Any], words: str) -> None:
    with pytest.raises(exceptions.InvalidRequestError, match=f"(?s)client_args.*{words}"):
        call("llamacpp:m", "Hi", api_base="https://127.0.0.1:1/v1", client_args=client_args)
