"""TLS handshakes: why one was refused, in words that help, and what a broken one leaves open."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from typing import Any

from anyio import CancelScope


class UntrustedCertificateError(ConnectionError):
    """The server's certificate cannot be verified."""


class HalfOpen:
    """The connection that a call is opening: httpcore forgets it, open, when a task is cancelled in the handshake."""

    def __init__(self) -> None:
        self._stream: Any = None

    async def note(self, event: str, facts: Mapping[str, Any]) -> None:
        """Take in an event of httpcore's `trace` extension."""
        if event == "connection.connect_tcp.complete":
            self._stream = facts["return_value"]
        elif event == "connection.start_tls.complete":
            self._stream = None

    async def aclose(self) -> None:
        """Close the connection if its handshake was not completed."""
        if self._stream is not None:
            with CancelScope(shield=True):
                await self._stream.aclose()


def explain_refusal(error: BaseException) -> UntrustedCertificateError | None:
    """Return what to tell if the server's certificate was refused, else None."""
    refused = _find(error)
    return None if refused is None else _explain(refused)


def _find(error: BaseException) -> ssl.SSLCertVerificationError | None:
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, ssl.SSLCertVerificationError):
        cause = cause.__cause__ or cause.__context__
    return cause


def _explain(error: ssl.SSLCertVerificationError) -> UntrustedCertificateError:
    explained = UntrustedCertificateError(
        f"the server's certificate is not trusted ({error.verify_message}); for an authority of your own give "
        "client_args verify= the path of its certificate, or an ssl.SSLContext"
    )
    explained.__cause__ = error
    return explained
