"""What a wire is: three pure functions between the Responses API and another protocol. Nothing here does I/O.

A request has been checked and is plain JSON before a wire sees it; what a wire cannot say is refused with its path.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from any_llm.exceptions import UnsupportedParameterError
from any_llm_calls.rows import ProviderRow

JSONObject = dict[str, Any]


class Reducer(Protocol):
    """Turns the events of another protocol's stream into those of a Responses stream, in the specified order.

    Each event is a whole JSON object with `type` and a `sequence_number` that begins at 0 and has no gaps.
    """

    def feed(self, name: str, data: JSONObject) -> Sequence[JSONObject]:
        """Take one frame in: its `event:` name (`message` if it had none) and its data."""
        ...

    def finish(self) -> Sequence[JSONObject]:
        """Take the end of the stream in, whether `[DONE]` or the end of the body."""
        ...


@dataclass(slots=True)
class Refusals:
    """What a request holds that a wire or a provider cannot express: it raises, or is dropped on the caller's wish."""

    row: ProviderRow
    wire: str
    drop_params: bool | Sequence[str] = False
    dropped: list[str] = field(default_factory=list[str])

    def refuse(self, path: str, reason: str) -> None:
        """Raise unless the caller allowed the parameter to be dropped; then note it, and let the caller go on without.

        Args:
            path: the parameter, or the place inside it: `top_logprobs`, `input[3].content[1]`, `tools[0]`.
            reason: why not, half a sentence.

        Raises:
            UnsupportedParameterError: the parameter must not be dropped.
        """
        name = path.partition("[")[0].partition(".")[0]
        may_drop = self.drop_params if isinstance(self.drop_params, bool) else name in self.drop_params
        if not may_drop:
            raise UnsupportedParameterError(
                parameter=path, provider=self.row.provider, wire=self.wire, reason=reason
            )
        self.dropped.append(path)


@dataclass(frozen=True, slots=True)
class Wire:
    """One protocol: where requests go, and how they, results and streams are translated.

    `build_request` takes the fields of a create-response body and returns the body to send; `build_response` takes the
    body that came, those fields, the provider and the time (Unix seconds) and returns a whole ResponseResource;
    `build_reducer` takes the fields, the provider and a clock and returns the reducer of one stream.
    """

    name: Literal["chat", "messages"]
    path: str
    build_request: Callable[[Mapping[str, Any], ProviderRow, Refusals], JSONObject]
    build_response: Callable[[JSONObject, Mapping[str, Any], ProviderRow, float], JSONObject]
    build_reducer: Callable[[Mapping[str, Any], ProviderRow, Callable[[], float]], Reducer]
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
