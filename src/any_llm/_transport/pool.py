"""Keep HTTP clients open: one for sync calls, one per event loop for async calls, none across a fork.

A client of the caller's is used as it is and never closed here.
"""

from __future__ import annotations

import asyncio
import os
import threading
import weakref
from collections.abc import AsyncGenerator, Mapping
from typing import Any

from any_llm._transport.http import (
    AsyncClient,
    Client,
    is_async_client,
    is_sync_client,
    open_async_client,
    open_client,
)
from any_llm.exceptions import InvalidRequestError


class ClientPool:
    """The open clients for one set of `client_args`. Clients are opened on first use; safe in threads."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._settings = {
            name: value for name, value in settings.items() if name not in ("http_client", "headers")
        }
        self._given = settings.get("http_client")
        self._lock = threading.Lock()
        self._open: list[Client] = []
        weakref.finalize(self, _close_all, self._open)  # when the pool is dropped, and at exit
        self._async_clients = self._new_table()
        self._pid = os.getpid()

    def get_client(self) -> Client:
        """Return the open sync client.

        Raises:
            InvalidRequestError: the caller gave an async client only.
        """
        if self._given is not None:
            if not is_sync_client(self._given):
                raise InvalidRequestError("client_args.http_client: expected an httpx.Client here")
            return self._given  # type: ignore[no-any-return]  # just checked
        with self._lock:
            self._forget_after_fork()
            if not self._open or self._open[0].is_closed:
                self._open[:] = [open_client(self._settings)]
            return self._open[0]

    async def get_async_client(self) -> AsyncClient:
        """Return the open async client of the running loop; it is closed when the loop is shut down.

        Raises:
            InvalidRequestError: the caller gave a sync client only.
        """
        if self._given is not None:
            if not is_async_client(self._given):
                raise InvalidRequestError(
                    "client_args.http_client: expected an httpx.AsyncClient for an async call"
                )
            return self._given  # type: ignore[no-any-return]  # just checked
        loop = asyncio.get_running_loop()
        with self._lock:
            self._forget_after_fork()
            entry = self._async_clients.get(loop)
            if entry is None or entry[0].is_closed:
                client = open_async_client(self._settings)
                entry = (client, _close_with_loop(client))
                self._async_clients[loop] = entry
            else:
                return entry[0]
        await anext(entry[1])
        return entry[0]

    def close(self) -> None:
        """Close the sync client; a later call opens a new one."""
        with self._lock:
            _close_all(self._open)

    async def aclose(self) -> None:
        """Close the sync client and the async client of the running loop."""
        self.close()
        with self._lock:
            entry = self._async_clients.pop(asyncio.get_running_loop(), None)
        if entry is not None:
            await entry[1].aclose()

    def _forget_after_fork(self) -> None:
        """A child shares its parent's sockets: leave them alone and open new ones."""
        if self._pid != os.getpid():
            self._pid = os.getpid()
            self._open.clear()
            self._async_clients = self._new_table()

    @staticmethod
    def _new_table() -> weakref.WeakKeyDictionary[
        asyncio.AbstractEventLoop, tuple[AsyncClient, AsyncGenerator[None, None]]
    ]:
        return weakref.WeakKeyDictionary()


def _close_all(clients: list[Client]) -> None:
    while clients:
        clients.pop().close()


async def _close_with_loop(client: AsyncClient) -> AsyncGenerator[None, None]:
    """Close a client when its loop ends, which closes every async generator that was begun in it."""
    try:
        yield
    finally:
        await client.aclose()


_shared: dict[frozenset[tuple[str, Any]], ClientPool] = {}
_shared_lock = threading.Lock()


def get_shared_pool(settings: Mapping[str, Any]) -> ClientPool:
    """Return the pool behind the module-level functions for these settings; equal settings share it."""
    try:
        key = frozenset((name, value) for name, value in settings.items() if name != "headers")
        with _shared_lock:
            return _shared.setdefault(key, ClientPool(settings))
    except TypeError:  # a setting that cannot be compared, so that it cannot be shared either
        return ClientPool(settings)
