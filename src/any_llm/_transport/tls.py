"""TLS: contexts for a `verify` setting, why a handshake was refused, in words that help, and what it leaves open."""

from __future__ import annotations

import os
import ssl
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from anyio import CancelScope

CreateContext = Callable[..., ssl.SSLContext]
"""Makes a context with the authorities that the HTTP library trusts; `verify=False` makes one that trusts all."""


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


def get_ssl_context(verify: Any, is_http2: bool, create: CreateContext) -> ssl.SSLContext:
    """Return the context for a `verify` setting: True, False, a file or folder of authorities, or a context.

    Raises:
        TypeError: it is something else.
        OSError: there is no such file.
    """
    if isinstance(verify, ssl.SSLContext):
        return verify
    if isinstance(verify, str | os.PathLike):
        path = Path(cast("str | os.PathLike[str]", verify))  # a check cannot see what kind of path it is
        folder, file = (str(path), None) if path.is_dir() else (None, str(path))
        return ssl.create_default_context(cafile=file, capath=folder)
    if not isinstance(verify, bool):
        raise TypeError(
            f"verify: expected True, False, a path or an ssl.SSLContext, got {type(verify).__name__!r}"
        )
    if not verify:
        return create(verify=False)
    environment = (os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))
    return _load_ssl_context(create, is_http2, environment)


@lru_cache(maxsize=8)
def _load_ssl_context(create: CreateContext, _is_http2: bool, _environment: object) -> ssl.SSLContext:
    """Load the authorities once: it takes longer than a call. Contexts with HTTP/2 offer it to whoever shares them."""
    return create()
