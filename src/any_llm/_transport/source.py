"""The body of a stream, in both colours: read it, open it again where it broke off, close it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

from any_llm._core.messages import HttpFailure, Reopening
from any_llm._transport.body import AsyncBody, Body
from openresponses_types.base import HttpInfo


class Source:
    """An open body. `open_again` carries out the exchange that a reopening asks for."""

    def __init__(
        self, body: Body, http: HttpInfo, open_again: Callable[[Reopening, int], tuple[Body, HttpInfo]]
    ) -> None:
        self.http: HttpInfo = http
        self._body = body
        self._open_again = open_again

    def read(self, get_wait: Callable[[], float | None]) -> Iterator[bytes | HttpFailure]:
        """Yield the chunks of the body; a failure is the last thing yielded."""
        self._body.limit_waits(get_wait)
        return self._body

    def reopen(self, reopening: Reopening) -> None:
        """Go on with another body.

        Raises:
            AnyLLMError: the server did not give one.
        """
        self._body.close()
        self._body, self.http = self._open_again(reopening, self.http.attempts)

    def close(self) -> None:
        """Close the body. Closing twice does no harm."""
        self._body.close()


class AsyncSource:
    """An open body. `open_again` carries out the exchange that a reopening asks for."""

    def __init__(
        self,
        body: AsyncBody,
        http: HttpInfo,
        open_again: Callable[[Reopening, int], Awaitable[tuple[AsyncBody, HttpInfo]]],
    ) -> None:
        self.http: HttpInfo = http
        self._body = body
        self._open_again = open_again

    def read(self, get_wait: Callable[[], float | None]) -> AsyncIterator[bytes | HttpFailure]:
        """Yield the chunks of the body; a failure is the last thing yielded."""
        self._body.limit_waits(get_wait)
        return self._body

    async def reopen(self, reopening: Reopening) -> None:
        """Go on with another body.

        Raises:
            AnyLLMError: the server did not give one.
        """
        await self._body.aclose()
        self._body, self.http = await self._open_again(reopening, self.http.attempts)

    async def close(self) -> None:
        """Close the body. Closing twice does no harm."""
        await self._body.aclose()
