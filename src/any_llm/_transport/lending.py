"""Lend async clients to calls: one call each, so many for each origin, first come, first served.

The pool of the HTTP library loses a connection for good when a task is cancelled at the wrong moment (httpcore
1.0.9: 100 tasks cancelled at once leave none of 20). A client that serves one call at a time is thrown away whole
after a call that broke, so that nothing of it can stay behind. Belongs to one event loop; takes no locks.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

import anyio

from any_llm.exceptions import InvalidRequestError

MOST_IDLE = 100
"""Clients that are kept open between calls, over all origins."""
CLOSED = "this client is closed: make a new one, or make the call inside the `with` block"


class NoPlaceError(TimeoutError):
    """The time allowed for waiting for a place is over."""


class Closable(Protocol):
    """What is lent."""

    async def aclose(self) -> None:
        """Close the connections at once."""


C = TypeVar("C", bound=Closable)


class Lender(Generic[C]):
    """Clients that serve one call at a time, at most `most` calls to an origin at once."""

    def __init__(self, open_client: Callable[[], C], most: int) -> None:
        self._open_client = open_client
        self._most = most
        self._used: defaultdict[str, int] = defaultdict(int)
        self._waiting: defaultdict[str, deque[anyio.Event]] = defaultdict(deque)
        self._idle: list[tuple[str, C]] = []
        self._lent: set[C] = set()
        self.is_closed = False

    async def lend(self, origin: str, seconds: float | None) -> C:
        """Return a client for one call to this origin; hand it back with `take_back`.

        Args:
            origin: scheme, host and port.
            seconds: how long to wait for a place, None waits for ever.

        Raises:
            NoPlaceError: no place became free in time.
            InvalidRequestError: the lender is closed.
        """
        if self._used[origin] < self._most:
            self._used[origin] += 1
        else:
            await self._wait(origin, seconds)
        try:
            if self.is_closed:
                raise InvalidRequestError(CLOSED)
            client = self._find_idle(origin) or self._open_client()
        except BaseException:
            self._release(origin)
            raise
        self._lent.add(client)
        return client

    async def take_back(self, origin: str, client: C, *, is_sound: bool) -> None:
        """Keep a client for the next call, or close it if its call was broken off."""
        self._release(origin)
        self._lent.discard(client)
        if is_sound and not self.is_closed:
            self._idle.append((origin, client))
            if len(self._idle) <= MOST_IDLE:
                return
            _, client = self._idle.pop(0)
        with anyio.CancelScope(shield=True):
            await client.aclose()

    async def aclose(self) -> None:
        """Close every client, also those that are lent, and send away who waits."""
        self.is_closed = True
        clients = [*(client for _, client in self._idle), *self._lent]
        self._idle.clear()
        for waiting in self._waiting.values():
            for place in waiting:
                place.set()
        with anyio.CancelScope(shield=True):
            for client in clients:
                await client.aclose()

    async def _wait(self, origin: str, seconds: float | None) -> None:
        """Wait for a place; it is handed over by `_release`, which leaves the count as it is."""
        place = anyio.Event()
        self._waiting[origin].append(place)
        try:
            with anyio.fail_after(seconds):
                await place.wait()
        except BaseException as error:
            if place.is_set():
                self._release(origin)
            else:
                self._waiting[origin].remove(place)
            if isinstance(error, TimeoutError):
                raise NoPlaceError(f"all {self._most} connections are in use") from error
            raise

    def _release(self, origin: str) -> None:
        waiting = self._waiting[origin]
        if waiting:
            waiting.popleft().set()
            return
        self._used[origin] -= 1
        if not self._used[origin]:
            del self._used[origin], self._waiting[origin]

    def _find_idle(self, origin: str) -> C | None:
        """Return the client that was used last, whose connection is the likeliest to be open still."""
        for place in range(len(self._idle) - 1, -1, -1):
            if self._idle[place][0] == origin:
                return self._idle.pop(place)[1]
        return None


class SharedLender(Lender[C]):
    """One client for all calls at once: the caller's own, or one whose connections carry many calls."""

    def __init__(self, client: C, *, is_ours: bool) -> None:
        super().__init__(lambda: client, 0)
        self._client = client
        self._is_ours = is_ours

    async def lend(self, origin: str, seconds: float | None) -> C:
        """Return the client."""
        if self.is_closed:
            raise InvalidRequestError(CLOSED)
        return self._client

    async def take_back(self, origin: str, client: C, *, is_sound: bool) -> None:
        """Do nothing: the client looks after its connections."""

    async def aclose(self) -> None:
        """Close the client, unless it is the caller's."""
        self.is_closed = True
        if self._is_ours:
            with anyio.CancelScope(shield=True):
                await self._client.aclose()
