"""Keep HTTP clients open: one for sync calls, several for the async calls of each loop, none across a fork.

A client of the caller's is used as it is and never closed here.
"""

from __future__ import annotations

import os
import threading
import warnings
import weakref
from collections.abc import AsyncGenerator, Mapping
from typing import Any

from anyio.lowlevel import current_token

from any_llm._core.building import renew_lock
from any_llm._transport.http import (
    AsyncClient,
    Client,
    is_async_client,
    is_sync_client,
    open_async_client,
    open_client,
    share_async_client,
)
from any_llm._transport.lending import CLOSED
from any_llm.exceptions import InvalidRequestError

Loops = dict[object, tuple[AsyncClient, AsyncGenerator[None, None]]]
"""What is open in each event loop, and what closes it when the loop ends."""


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
        self._loops: Loops = {}
        # Dropping what a loop's lender is closed by closes it in that loop.
        weakref.finalize(self, self._loops.clear).atexit = False
        self._is_closed = False
        _pools.add(self)

    def get_client(self) -> Client:
        """Return the open sync client.

        Raises:
            InvalidRequestError: the pool is closed, or the caller gave an async client only.
        """
        self._check_open()
        if self._given is not None:
            if not is_sync_client(self._given):
                raise InvalidRequestError("client_args.http_client: expected an httpx.Client here")
            return self._given  # type: ignore[no-any-return]  # just checked
        with self._lock:
            if not self._open:
                self._open.append(open_client(self._settings))
            return self._open[0]

    async def get_async_client(self) -> AsyncClient:
        """Return what lends clients in the running loop; it is closed when the loop is shut down.

        Raises:
            InvalidRequestError: the pool is closed, or the caller gave a sync client only.
        """
        self._check_open()
        if self._given is not None:
            if not is_async_client(self._given):
                raise InvalidRequestError(
                    "client_args.http_client: expected an httpx.AsyncClient for an async call"
                )
            return share_async_client(self._given)
        loop = _get_loop()
        with self._lock:
            entry = self._loops.get(loop)
            if entry is not None:
                return entry[0]
            client = open_async_client(self._settings)
            entry = self._loops[loop] = (client, _close_with_loop(client, self._loops, loop))
        await anext(entry[1])
        return client

    def close(self) -> None:
        """Close the sync client; no call can be made after that. Async clients are closed with their loops."""
        with self._lock:
            self._is_closed = True
            _close_all(self._open)

    async def aclose(self) -> None:
        """Close the sync client and the async clients of the running loop."""
        self.close()
        entry = self._loops.get(_get_loop())
        if entry is not None:
            await entry[1].aclose()

    def forget_parent(self) -> None:
        """Leave the parent's connections alone, in a process that was just forked from it."""
        self._lock = threading.Lock()  # a thread that is not in this process may have held the old one
        _inherited.append(dict(self._loops))
        self._loops.clear()
        with warnings.catch_warnings():
            # Dropped, not closed: that gives up this process's share of the sockets and waits for no lock.
            warnings.simplefilter("ignore", ResourceWarning)
            self._open.clear()

    def _check_open(self) -> None:
        if self._is_closed:
            raise InvalidRequestError(CLOSED)


def _close_all(clients: list[Client]) -> None:
    while clients:
        clients.pop().close()


def _get_loop() -> object:
    """Return what stands for the running event loop, of asyncio or trio."""
    token: object = current_token()
    return getattr(token, "native_token", token)


async def _close_with_loop(client: AsyncClient, loops: Loops, loop: object) -> AsyncGenerator[None, None]:
    """Close a client when its loop ends, which closes every async generator that was begun in it."""
    try:
        yield
    finally:
        loops.pop(loop, None)
        await client.aclose()


_pools: weakref.WeakSet[ClientPool] = weakref.WeakSet()
_inherited: list[Loops] = []
"""Async clients of a parent process: closing or dropping them would write to what the parent waits on."""

MOST_SHARED = 64
_shared: dict[frozenset[tuple[str, Any]], ClientPool] = {}
_shared_lock = threading.Lock()


def get_shared_pool(settings: Mapping[str, Any]) -> ClientPool:
    """Return the pool behind the module-level functions for these settings; equal settings share it."""
    if "http_client" in settings:
        return ClientPool(settings)
    try:
        key = frozenset((name, settings[name]) for name in settings if name not in ("headers", "timeout"))
        with _shared_lock:
            pool = _shared.pop(key, None) or ClientPool(settings)
            _shared[key] = pool  # the one used last is the last to go
            if len(_shared) > MOST_SHARED:
                del _shared[next(iter(_shared))]
            return pool
    except TypeError:  # a setting that cannot be compared, so that it cannot be shared either
        return ClientPool(settings)


def _forget_parent() -> None:
    global _shared_lock
    _shared_lock = threading.Lock()
    renew_lock()
    for pool in list(_pools):
        pool.forget_parent()


if hasattr(os, "register_at_fork"):  # not on Windows, which has no fork
    os.register_at_fork(after_in_child=_forget_parent)
