"""The client: a provider, its address and key, and open connections. Module functions use one per call."""

from __future__ import annotations

import inspect
import os
import random
import time
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, overload

from any_llm._core.call import Call, prepare_call
from any_llm._core.exchange import Exchanged, Plan, exchange
from any_llm._core.messages import Reopening
from any_llm._core.redaction import Secret, find_secrets, hide_values
from any_llm._core.result import (
    build_not_streamed_error,
    build_response,
    describe_exchange,
    get_policy,
)
from any_llm._transport.aio import arun
from any_llm._transport.body import AsyncBody, Body
from any_llm._transport.pool import ClientPool, get_shared_pool
from any_llm._transport.source import AsyncSource, Source
from any_llm._transport.sync import run
from any_llm.exceptions import InvalidRequestError
from any_llm.providers.dispatch import find_base_url, find_key, find_provider, split_model
from any_llm.providers.registry import ProviderMetadata, build_custom_row, build_metadata, get_row, get_rows
from any_llm_calls.client import ClientCalls
from any_llm_calls.rows import ProviderRow
from openresponses_types.base import HttpInfo

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from any_llm_calls.inputs import ApiKey, ClientArgs
    from any_llm_calls.providers import LLMProvider, NativeProvider, NeutralProvider
    from openai_responses_types import Response
    from openresponses_types import ResponseResource

R_co = TypeVar("R_co", covariant=True)


class AnyLLM(ClientCalls[R_co], Generic[R_co]):
    """A client kept open for one provider. Make it with `create`; use it in a `with` block or close it.

    Its responses are of class `R_co`: `Response` for `openai-native` providers, else `ResponseResource`.
    """

    def __init__(
        self,
        row: ProviderRow,
        *,
        api_key: ApiKey | None = None,
        api_base: str | None = None,
        client_args: Mapping[str, Any] | None = None,
        pool: ClientPool | None = None,
    ) -> None:
        if not isinstance(row, ProviderRow):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers may be untyped
            raise InvalidRequestError(f"AnyLLM({row!r}): use AnyLLM.create({row!r})", param="provider")
        settings = check_client_args(client_args)
        self._row = row
        self._api_base = None if api_base is None else Secret(api_base)
        self._api_key = Secret(api_key) if isinstance(api_key, str) else api_key
        self._headers: Mapping[str, str] = hide_values(settings.get("headers", {}))
        self._timeout: Any = settings.get("timeout")
        proxy = settings.get("proxy")
        self._proxy_secrets = find_secrets({}, proxy) if isinstance(proxy, str) else ()
        self._pool = pool or ClientPool(settings)

    def __repr__(self) -> str:
        return f"AnyLLM(provider={self._row.provider!r})"

    @property
    def provider(self) -> str:
        """Name of the provider."""
        return self._row.provider

    @overload
    @staticmethod
    def create(
        provider: NativeProvider,
        api_key: ApiKey | None = None,
        api_base: str | None = None,
        **client_args: Unpack[ClientArgs],
    ) -> AnyLLM[Response]: ...

    @overload
    @staticmethod
    def create(
        provider: NeutralProvider,
        api_key: ApiKey | None = None,
        api_base: str | None = None,
        **client_args: Unpack[ClientArgs],
    ) -> AnyLLM[ResponseResource]: ...

    @overload
    @staticmethod
    def create(
        provider: LLMProvider | str,
        api_key: ApiKey | None = None,
        api_base: str | None = None,
        **client_args: Unpack[ClientArgs],
    ) -> AnyLLM[Response | ResponseResource]: ...

    @staticmethod
    def create(
        provider: LLMProvider | str,
        api_key: ApiKey | None = None,
        api_base: str | None = None,
        **client_args: Any,
    ) -> AnyLLM[Any]:
        """Make a client for a provider.

        Args:
            provider: name of a provider, or any name together with `api_base`.
            api_key: key, or a callable asked before every attempt; else the provider's variable is read.
            api_base: base URL; without it the provider's own.
            **client_args: settings of the HTTP client, see `ClientArgs`.

        Raises:
            UnsupportedProviderError: no provider has this name and no address is given.
            InvalidRequestError: a setting is unknown.
        """
        return AnyLLM(
            find_provider(str(provider), api_base),
            api_key=api_key,
            api_base=api_base,
            client_args=client_args,
        )

    @staticmethod
    def create_openai_compatible(
        name: str, api_base: str, api_key: ApiKey | None = None, **client_args: Unpack[ClientArgs]
    ) -> AnyLLM[ResponseResource]:
        """Make a client for any server that speaks the Responses API, under a name of your choice.

        Raises:
            InvalidRequestError: `api_base` is no URL, or a setting is unknown.
        """
        row = build_custom_row(name, api_base)
        return AnyLLM(
            row, api_key=api_key, api_base=api_base, client_args=cast("Mapping[str, Any]", client_args)
        )

    @staticmethod
    def get_supported_providers() -> list[str]:
        """Return the names of the known providers, sorted."""
        return sorted(get_rows())

    @staticmethod
    def get_all_provider_metadata() -> list[ProviderMetadata]:
        """Return what is known of every provider, sorted by name."""
        return [build_metadata(row) for _, row in sorted(get_rows().items())]

    @staticmethod
    def get_provider_metadata(provider: LLMProvider | str) -> ProviderMetadata:
        """Return what is known of a provider.

        Raises:
            UnsupportedProviderError: no provider has this name.
        """
        return build_metadata(get_row(str(provider)))

    def close(self) -> None:
        """Close the connections of sync calls. No call can be made after that."""
        self._pool.close()

    async def aclose(self) -> None:
        """Close all connections that belong to the running event loop, and those of sync calls."""
        await self._pool.aclose()

    def __enter__(self) -> AnyLLM[R_co]:
        """Return the client; leaving the block closes it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the client."""
        self.close()

    async def __aenter__(self) -> AnyLLM[R_co]:
        """Return the client; leaving the block closes it."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the client."""
        await self.aclose()

    def _respond(self, model: str, input_data: Any, parameters: dict[str, Any]) -> Any:
        call = self._prepare(model, input_data, parameters)
        exchanged, body, http = self._exchange(call, self._plan(call))
        if not call.is_stream:
            return build_response(call, exchanged, http)
        if body is None:
            raise build_not_streamed_error(call, exchanged)
        from any_llm.stream import open_stream  # only streams need the classes of events

        source = Source(body, http, lambda reopening, attempts: self._open_again(call, reopening, attempts))
        return open_stream(call, source, exchanged.secrets, self)

    async def _arespond(self, model: str, input_data: Any, parameters: dict[str, Any]) -> Any:
        call = self._prepare(model, input_data, parameters)
        exchanged, body, http = await self._aexchange(call, self._plan(call))
        if not call.is_stream:
            return build_response(call, exchanged, http)
        if body is None:
            raise build_not_streamed_error(call, exchanged)
        from any_llm.stream import aopen_stream

        source = AsyncSource(
            body, http, lambda reopening, attempts: self._aopen_again(call, reopening, attempts)
        )
        return aopen_stream(call, source, exchanged.secrets, self)

    def _exchange(self, call: Call, plan: Plan) -> tuple[Exchanged, Body | None, HttpInfo]:
        began = time.monotonic()
        exchanged, body = run(exchange(plan), self._pool.get_client(), self._ask_key)
        return exchanged, body, describe_exchange(call, exchanged, time.monotonic() - began)

    async def _aexchange(self, call: Call, plan: Plan) -> tuple[Exchanged, AsyncBody | None, HttpInfo]:
        began = time.monotonic()
        exchanged, body = await arun(exchange(plan), await self._pool.get_async_client(), self._ask_key_async)
        return exchanged, body, describe_exchange(call, exchanged, time.monotonic() - began)

    def _open_again(self, call: Call, reopening: Reopening, attempts: int) -> tuple[Body, HttpInfo]:
        exchanged, body, http = self._exchange(call, self._plan_reopening(call, reopening, attempts))
        if body is None:
            raise build_not_streamed_error(call, exchanged)
        return body, http

    async def _aopen_again(
        self, call: Call, reopening: Reopening, attempts: int
    ) -> tuple[AsyncBody, HttpInfo]:
        exchanged, body, http = await self._aexchange(call, self._plan_reopening(call, reopening, attempts))
        if body is None:
            raise build_not_streamed_error(call, exchanged)
        return body, http

    def _prepare(self, model: str, input_data: Any, parameters: dict[str, Any]) -> Call:
        return prepare_call(
            model,
            input_data,
            parameters,
            row=self._row,
            get_base_url=lambda wire: self._get_base_url(model, wire),
            headers=self._headers,
            client_timeout=self._timeout,
            now=time.time,
        )

    def _plan(self, call: Call) -> Plan:
        asks_key = callable(self._api_key)
        return Plan(
            build_request=call.build_request,
            provider_name=self._row.provider,
            policy=get_policy(call),
            random=random.random,
            now=time.time,
            secrets=self._proxy_secrets,
            key=None if asks_key else self._get_key(),
            asks_key=asks_key,
            wire=call.wire_name,
        )

    def _plan_reopening(self, call: Call, reopening: Reopening, attempts: int) -> Plan:
        plan = self._plan(call)
        jitter = random.random()  # noqa: S311  # it spreads attempts over time and keeps no secret
        plan = replace(plan, attempts=attempts, first_delay=plan.policy.first_delay * jitter)
        if reopening.after is None:
            return plan
        return replace(plan, build_request=partial(call.build_rest_request, reopening))

    def _get_key(self) -> str | None:
        if isinstance(self._api_key, str) and self._api_key:
            return self._api_key
        return find_key(self._row, os.environ)

    def _get_base_url(self, model: str, wire: str) -> str:
        if self._row.kind == "embedded" and self._api_base is None:
            from any_llm.local.server import start_server  # only calls of the embedded model need it

            return start_server(model)
        return find_base_url(self._row, self._api_base, os.environ, wire)

    def _ask_key(self) -> str:
        key = self._api_key() if callable(self._api_key) else None
        if inspect.isawaitable(key):
            if inspect.iscoroutine(key):
                key.close()
            raise InvalidRequestError("api_key: an async callable works in async calls only", param="api_key")
        return _check_key(key)

    async def _ask_key_async(self) -> str:
        key = self._api_key() if callable(self._api_key) else None
        return _check_key(await key if inspect.isawaitable(key) else key)


CLIENT_ARGS = ("headers", "proxy", "verify", "timeout", "max_connections", "http2", "http_client")


def check_client_args(client_args: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """Return the settings of an HTTP client.

    Raises:
        InvalidRequestError: a setting is unknown.
    """
    settings = client_args or {}
    for name in settings:
        if name not in CLIENT_ARGS:
            raise InvalidRequestError(
                f"client_args.{name}: unknown setting; expected one of {', '.join(CLIENT_ARGS)}",
                param="client_args",
            )
    return settings


def build_call_client(model: str, parameters: dict[str, Any]) -> tuple[AnyLLM[Any], str]:
    """Return the client for one call of a module-level function, and the model as its provider knows it.

    Takes `provider`, `api_key`, `api_base` and `client_args` out of the parameters.

    Raises:
        InvalidRequestError: the model string names no provider.
        UnsupportedProviderError: no provider has this name.
    """
    provider, api_base = parameters.pop("provider"), parameters.pop("api_base")
    api_key, client_args = parameters.pop("api_key"), parameters.pop("client_args")
    name, bare = split_model(model, provider)
    pool = get_shared_pool(check_client_args(client_args))
    row = find_provider(name, api_base)
    return AnyLLM(row, api_key=api_key, api_base=api_base, client_args=client_args, pool=pool), bare


def respond(model: str, input_data: Any, parameters: dict[str, Any]) -> Any:
    """Carry out a call of `any_llm.responses`."""
    client, bare = build_call_client(model, parameters)
    return client.responses(bare, input_data, **parameters)


async def arespond(model: str, input_data: Any, parameters: dict[str, Any]) -> Any:
    """Carry out a call of `any_llm.aresponses`."""
    client, bare = build_call_client(model, parameters)
    return await client.aresponses(bare, input_data, **parameters)


def _check_key(key: object) -> Secret:
    if not isinstance(key, str) or not key:
        raise InvalidRequestError(
            f"api_key: the callable must return a key, got {type(key).__name__!r}", param="api_key"
        )
    return Secret(key)
