"""What a run of the loop leaves behind: each execution, each response, every item in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from any_llm_calls.inputs import ResponseInputItem
    from openai_responses_types import ResponseOutputItem
    from openresponses_types import ItemField

R_co = TypeVar("R_co", covariant=True)
StopReason = Literal["answered", "pending", "incomplete", "failed"]


@dataclass(frozen=True, slots=True)
class ToolExecution:
    """One call of a tool and what came of it.

    `arguments` are those it ran with; `value` is what the function returned; `error` is what went back to the model in
    its place: the function's exception, or a text for a call that was not run. `output` is the item that was sent.
    """

    name: str
    call_id: str
    arguments: Any
    value: Any = None
    error: Exception | str | None = None
    output: Any = None

    @property
    def is_error(self) -> bool:
        """Whether the model was told of an error."""
        return self.error is not None


@dataclass(frozen=True, slots=True)
class ToolRun(Generic[R_co]):
    """The whole of a run: its responses in order, each execution, and the trajectory as input items.

    `stop_reason` is `answered` when the last response calls nothing, `pending` when it calls what the loop has no
    function for (`pending` lists those items; answer them and go on with `items`), `incomplete` when the last response
    stopped early, so that its calls were not run, `failed` when it failed.
    """

    responses: tuple[R_co, ...]
    executions: tuple[ToolExecution, ...]
    items: list[ResponseInputItem]
    stop_reason: StopReason
    pending: list[ResponseOutputItem | ItemField]

    @property
    def response(self) -> R_co:
        """The last response."""
        return self.responses[-1]

    @property
    def output_text(self) -> str:
        """The text of the last response."""
        return str(getattr(self.response, "output_text", ""))

    @property
    def total_tokens(self) -> int:
        """Tokens of all responses together, as far as the server counted them."""
        return sum(getattr(getattr(one, "usage", None), "total_tokens", None) or 0 for one in self.responses)
