"""A call, prepared: everything decided before the first byte is sent, and what to make of the reply.

Pure: address, key and clock come in as arguments.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode, urlsplit

from any_llm._core.body import build_body, write_body
from any_llm._core.messages import HttpRequest, Reopening
from any_llm._core.notice import warn_caller
from any_llm._core.options import CallOptions, check_headers, split_parameters
from any_llm._core.redaction import find_secrets
from any_llm.providers.dispatch import build_auth_header, build_auth_query
from any_llm.wires.table import get_wire
from any_llm.wires.wire import Wire
from any_llm_calls.rows import ProviderRow

if TYPE_CHECKING:
    from any_llm._text_format.target import OutputTarget

USER_AGENT = "any-llm-responses/0.1"


@dataclass(frozen=True, slots=True)
class Call:
    """One prepared call.

    `budget` is the number of output tokens that was sent as the limit, if one was; `is_resumable` says that the
    server keeps the response and its events, so that a stream of it can be read on where it broke off. `wire` is the
    protocol that is spoken in place of Responses, and `fields` the request in the terms of Responses.
    """

    row: ProviderRow
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    is_stream: bool
    options: CallOptions
    target: OutputTarget | None
    budget: int | None
    dropped: tuple[str, ...] = ()
    is_resumable: bool = False
    wire: Wire | None = None
    fields: Mapping[str, Any] = field(default_factory=dict[str, Any], repr=False)
    now: Callable[[], float] = field(default=float, repr=False)

    @property
    def wire_name(self) -> str:
        """The protocol that is spoken."""
        return "responses" if self.wire is None else self.wire.name

    def build_request(self, key: str | None) -> HttpRequest:
        """Return the request with a key in its header or its address."""
        headers, url = self._build_headers(key), self._build_url(key)
        warn_if_exposed(url, headers, key)
        return HttpRequest("POST", url, headers, self.body, self.is_stream, self.options.timeouts)

    def build_rest_request(self, reopening: Reopening, key: str | None) -> HttpRequest:
        """Return the request for the events of a stored response that come after one of them.

        Source: operation `getResponse`, GET /responses/{response_id}, OpenAI's document of 2026-08-21.
        """
        address, _, query = self._build_url(key).partition("?")
        wanted = urlencode({"stream": "true", "starting_after": reopening.after})
        url = f"{address}/{quote(reopening.response_id, safe='')}?" + "&".join(filter(None, (query, wanted)))
        headers = {name: value for name, value in self._build_headers(key).items() if name != "content-type"}
        return HttpRequest("GET", url, headers, b"", self.is_stream, self.options.timeouts)

    def _build_url(self, key: str | None) -> str:
        told = build_auth_query(self.row, key)
        return build_url(self.url, told, path="") if told else self.url

    def _build_headers(self, key: str | None) -> dict[str, str]:
        return {
            **self.headers,
            **build_auth_header(self.row, key),
            **{name.lower(): value for name, value in self.options.extra_headers.items()},
        }


def warn_if_exposed(url: str, headers: Mapping[str, str], key: str | None = None) -> None:
    """Warn when a request carries credentials over a network unencrypted."""
    if not url.startswith("http:"):
        return
    host = urlsplit(url).hostname or ""
    if not is_loopback(host) and find_secrets(headers, url, key):
        warn_caller(
            f"the key goes to {host} unencrypted, for anyone on the way to read; use an https:// api_base",
            UserWarning,
        )


@lru_cache(maxsize=64)
def is_loopback(host: str) -> bool:
    """Say whether a host is this computer."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def prepare_call(
    model: str,
    input_data: Any,
    parameters: Mapping[str, Any],
    *,
    row: ProviderRow,
    get_base_url: Callable[[str], str],
    headers: Mapping[str, str],
    client_timeout: Any = None,
    now: Callable[[], float] = float,
) -> Call:
    """Check a call and prepare its request.

    Args:
        model: the model as the provider knows it.
        input_data: a string or input items.
        parameters: every parameter of the call; None stands for "not given".
        row: the provider.
        get_base_url: gives the address for a wire; it is asked last, so that a wrong argument starts no server.
        headers: the client's own headers.
        client_timeout: the client's timeout, for calls that name none.
        now: the clock of translated responses, whose times no server says.

    Raises:
        InvalidRequestError: a value has the wrong form.
        UnsupportedParameterError: the provider or the wire does not take a parameter.
    """
    if client_timeout is not None and parameters.get("timeout") is None:
        parameters = {**parameters, "timeout": client_timeout}
    fields, options = split_parameters(parameters)
    wanted = options.response_format
    target = _build_target(wanted) if wanted is not None and not isinstance(wanted, Mapping) else None
    wire_name = options.wire or row.wire
    wire = get_wire(wire_name)
    body = build_body(model, input_data, fields, options, row, target, wire=wire_name)
    sent, dropped = body.fields, body.dropped
    if wire is not None:
        from any_llm._core.translation import translate_request

        sent, dropped = translate_request(wire, body.fields, row, options)
    budget = body.fields.get("max_output_tokens")
    is_stream = bool(body.fields.get("stream"))
    client_headers = check_headers("client_args.headers", headers)
    accept = "text/event-stream" if is_stream else "application/json"
    own = {"content-type": "application/json", "accept": accept, "user-agent": USER_AGENT}
    own |= {} if wire is None else wire.headers
    path = find_path(row, wire, model, is_stream)
    return Call(
        row=row,
        headers={**own, **{name.lower(): value for name, value in client_headers.items()}},
        body=write_body(sent),
        url=build_url(get_base_url(wire_name), options.extra_query, path),
        is_stream=is_stream,
        options=replace(options, response_format=None) if wanted is not None and target is None else options,
        target=target,
        budget=budget if isinstance(budget, int) else None,
        dropped=dropped,
        wire=wire,
        fields=body.fields,
        now=now,
        is_resumable=wire is None
        and is_stream
        and body.fields.get("background") is True
        and body.fields.get("store") is not False,
    )


def _build_target(wanted: Any) -> OutputTarget:
    from any_llm._text_format.target import build_target  # only typed calls need to know schemas

    return build_target(wanted)


def find_path(row: ProviderRow, wire: Wire | None, model: str, is_stream: bool) -> str:
    """Return what is appended to the base URL; a row's own path counts for its own wire, and may name the model.

    Vertex has another method for streams: `{model}:streamRawPredict` beside `{model}:rawPredict`.
    """
    usual, name = ("/responses", "responses") if wire is None else (wire.path, wire.name)
    if not row.path or row.wire != name:
        return usual
    path = row.path.replace("{model}", quote(model, safe="@"))
    return path.replace(":rawPredict", ":streamRawPredict") if is_stream else path


def build_url(base_url: str, extra_query: Mapping[str, str], path: str = "/responses") -> str:
    """Return the address of the endpoint; a query of the base URL (`?api-version=…`) is kept, before the extra one."""
    base, _, query = base_url.partition("?")
    query = "&".join(part for part in (query, urlencode(extra_query)) if part)
    return f"{base.rstrip('/')}{path}" + (f"?{query}" if query else "")
