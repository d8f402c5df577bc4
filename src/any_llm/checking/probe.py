"""Ask an endpoint, and count: calls through the public client, bare requests for what a client would not send."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic_core import to_json

from any_llm._core.decode import dump_value
from any_llm._core.messages import HttpFailure, HttpReply, HttpRequest, Timeouts
from any_llm._transport.http import open_client, send
from any_llm.checking.report import WireName
from any_llm.client import AnyLLM
from any_llm.providers.dispatch import build_auth_header, check_url
from any_llm.providers.registry import build_custom_row
from any_llm.wires.table import get_wire
from openresponses_types.base import Deviation, SpecModel

PROVIDER = "endpoint"
HANDSHAKE = {
    "connection": "Upgrade",
    "upgrade": "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
}
"""RFC 6455, section 4.1; the key is the one of its example."""


class LimitReachedError(Exception):
    """The check may make no more requests."""


class Probe:
    """An endpoint under check. Every request counts, none is made twice."""

    def __init__(
        self, url: str, model: str, wire: WireName, *, key: str | None, limit: int, seconds: float
    ) -> None:
        row = replace(build_custom_row(PROVIDER, url), wire=wire)
        self._row = replace(row, auth="x-api-key") if wire == "messages" else row
        self.url: str = check_url(url, "url", self._row)
        self.model: str = model
        self.wire: WireName = wire
        self.used: int = 0
        self._key = key
        self._limit = limit
        self._seconds = seconds
        self._wire = get_wire(wire)
        self._client: Any = AnyLLM(self._row, api_key=key or "", api_base=url, client_args={})

    def ask(self, input_data: Any, **parameters: Any) -> Any:
        """Return the response of a call.

        Raises:
            AnyLLMError: the call failed.
            LimitReachedError: no request is left.
        """
        self._count()
        return self._client.responses(self.model, input_data, **self._complete(parameters))

    def stream(
        self, input_data: Any, **parameters: Any
    ) -> tuple[list[dict[str, Any]], Any, tuple[Deviation, ...]]:
        """Return the events of a stream as JSON objects, its final response, and where it departs from the document.

        Raises:
            AnyLLMError: the call failed.
            LimitReachedError: no request is left.
        """
        self._count()
        stream: Any = self._client.responses(
            self.model, input_data, stream=True, **self._complete(parameters)
        )
        with stream:
            events = [dump_value(event) for event in stream if isinstance(event, SpecModel)]
            return events, stream.get_final_response(), stream.deviations

    def post(self, body: Mapping[str, Any], path: str | None = None) -> HttpReply | HttpFailure:
        """Return the reply to a bare request; it goes where calls of the wire go, unless a path is given."""
        headers = {"content-type": "application/json", **(self._wire.headers if self._wire else {})}
        return self._send(
            "POST", path or (self._wire.path if self._wire else "/responses"), headers, to_json(body)
        )

    def upgrade(self, path: str) -> HttpReply | HttpFailure:
        """Return the reply to the handshake of a WebSocket, which goes no further."""
        return self._send("GET", path, HANDSHAKE, b"")

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _complete(self, parameters: dict[str, Any]) -> dict[str, Any]:
        limits = {"timeout": self._seconds, "max_retries": 0, "temperature": 0.0}
        return {**limits, **parameters}

    def _send(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes
    ) -> HttpReply | HttpFailure:
        self._count()
        sent = {"accept": "application/json", **headers, **build_auth_header(self._row, self._key)}
        request = HttpRequest(method, self.url + path, sent, body, timeouts=Timeouts(total=self._seconds))
        client = open_client({})
        try:
            reply, _ = send(client, request)
            return reply
        finally:
            client.close()

    def _count(self) -> None:
        if self.used >= self._limit:
            raise LimitReachedError
        self.used += 1
