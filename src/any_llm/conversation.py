"""A conversation: turns that build on each other, whoever remembers them, the server or this object."""

from __future__ import annotations

import json
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, overload

from any_llm._core.body import to_wire
from any_llm._core.json_values import is_array, is_object
from any_llm._core.redaction import Secret
from any_llm._core.transcript import History, Transcript, find_history
from any_llm._core.turn import Ask, ask_turn
from any_llm._tools.loop import LoopState
from any_llm._tools.plan import build_plan, split_run_parameters
from any_llm._tools.run import arun_calls, run_calls
from any_llm._transport.steps import arun_steps, run_steps
from any_llm.client import AnyLLM, build_call_client
from any_llm.exceptions import InvalidRequestError
from any_llm.items import user
from any_llm.stream import AsyncResponseStream, ResponseStream
from any_llm.tool_runs import (
    AsyncRunner,
    AsyncToolRunStream,
    Runner,
    ToolRunStream,
    arun_tool_loop,
    run_tool_loop,
)
from any_llm_calls.conversation import ConversationCalls

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from any_llm_calls.inputs import ResponseInputItem
    from any_llm_calls.options import CallOptions, ClientCallOptions
    from any_llm_calls.providers import LLMProvider
    from openai_responses_types import Response
    from openresponses_types import ResponseResource

R_co = TypeVar("R_co", covariant=True)
CONNECTION = ("api_key", "api_base", "client_args")


class Conversation(ConversationCalls[R_co], Generic[R_co]):
    """Turns with one model. Each call is one turn; a call that fails leaves the conversation as it was.

    Where the provider keeps state, a turn names the last response and sends only what is new; elsewhere it sends all
    items again. A stream is a turn once it has been read to its end. One turn at a time: a conversation is not for
    several threads at once, its forks are.
    """

    @overload
    def __init__(
        self,
        model: str,
        *,
        client: AnyLLM[R_co],
        items: Sequence[ResponseInputItem] = (),
        stateful: bool | None = None,
        **options: Unpack[ClientCallOptions],
    ) -> None: ...

    @overload
    def __init__(
        self: Conversation[Response | ResponseResource],
        model: str,
        *,
        provider: LLMProvider | str | None = None,
        items: Sequence[ResponseInputItem] = (),
        stateful: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> None: ...

    def __init__(
        self,
        model: str,
        *,
        client: AnyLLM[Any] | None = None,
        provider: LLMProvider | str | None = None,
        items: Sequence[ResponseInputItem] = (),
        stateful: bool | None = None,
        **options: Any,
    ) -> None:
        """Begin a conversation.

        Args:
            model: `"provider:model"`, or the name as the provider knows it when `client` or `provider` is given.
            client: a client kept open; without it connections are shared as by `any_llm.responses`.
            provider: name of the provider, as for `any_llm.responses`.
            items: what was said before, oldest first.
            stateful: whether the server keeps responses; by default what is known of the provider.
            options: keywords of `responses` that count for every turn, unless a turn says otherwise.

        Raises:
            InvalidRequestError: the model string names no provider.
            UnsupportedProviderError: no provider has this name.
        """
        self._model = model
        self._client = client
        self._stateful = stateful
        self._connection = {"provider": provider, **{name: options.pop(name, None) for name in CONNECTION}}
        key = self._connection["api_key"]
        self._connection["api_key"] = Secret(key) if isinstance(key, str) else key
        first = options.pop("previous_response_id", None)
        if first is not None and stateful is None:
            self._stateful = True
        self._options: dict[str, Any] = options
        self._transcript = Transcript(tuple(items), first, 0)
        self._connect()  # a wrong name is told now, not at the first turn

    def __repr__(self) -> str:
        return f"Conversation(model={self._model!r}, items={len(self._transcript.items)})"

    def __getstate__(self) -> dict[str, Any]:
        """Leave the key out of pickles and copies; a conversation from a pickle asks the environment."""
        return {**self.__dict__, "_connection": {**self._connection, "api_key": None}}

    @property
    def items(self) -> tuple[ResponseInputItem, ...]:
        """Everything that was said, oldest first: what you sent and what came, each as it was."""
        return self._transcript.items

    @property
    def response_id(self) -> str | None:
        """The last response that the server keeps; None where this object remembers."""
        return self._transcript.response_id

    def fork(self) -> Conversation[R_co]:
        """Return a conversation that begins with the same turns; from here on each goes its own way."""
        twin: Conversation[R_co] = copy(self)
        twin._options, twin._connection = dict(self._options), self._connection
        return twin

    def to_json(self) -> str:
        """Return the conversation as JSON text: model, provider, items and the server's id; no options, no keys."""
        kept = self._transcript
        return json.dumps(
            {
                "model": self._model,
                "provider": self._connection["provider"],
                "items": to_wire(kept.items),
                "response_id": kept.response_id,
                "known": kept.known,
            }
        )

    @classmethod
    def from_json(
        cls,
        text: str,
        /,
        *,
        client: AnyLLM[Any] | None = None,
        provider: LLMProvider | str | None = None,
        stateful: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> Conversation[Response | ResponseResource]:
        """Go on with a conversation that `to_json` wrote; options are given again, for they are not in the text.

        Raises:
            InvalidRequestError: the text is no conversation.
        """
        model, named, transcript = _read_json(text)
        loaded: Conversation[Response | ResponseResource] = Conversation(  # type: ignore[call-overload,unused-ignore]
            model,
            client=client,
            provider=provider or named,
            stateful=stateful,
            **options,  # pyright: ignore[reportArgumentType, reportCallIssue]
        )
        loaded._transcript = transcript
        return loaded

    def _take_turn(self, input_data: Any, parameters: dict[str, Any]) -> Any:
        turn = self._begin(input_data, parameters)
        result = run_steps(ask_turn(turn.transcript, turn.added, turn.parameters, turn.history), self._ask)
        if isinstance(result, ResponseStream):
            result._tell_end = turn.record  # pyright: ignore[reportPrivateUsage]  # ours: no part of the public class
        else:
            turn.record(result)
        return result  # pyright: ignore[reportUnknownVariableType]

    async def _atake_turn(self, input_data: Any, parameters: dict[str, Any]) -> Any:
        turn = self._begin(input_data, parameters)
        steps = ask_turn(turn.transcript, turn.added, turn.parameters, turn.history)
        result = await arun_steps(steps, self._aask)
        if isinstance(result, AsyncResponseStream):
            result._tell_end = turn.record  # pyright: ignore[reportPrivateUsage]  # ours: no part of the public class
        else:
            turn.record(result)
        return result  # pyright: ignore[reportUnknownVariableType]

    def _run_tools(self, input_data: Any, parameters: dict[str, Any]) -> Any:
        parameters, options = split_run_parameters(parameters)
        turn = self._begin(input_data, parameters)
        plan = build_plan(turn.parameters, options, turn.history, turn.refused, is_sync=True)
        state = LoopState(turn.transcript, turn.added)
        runner = Runner(
            ask=self._ask,
            execute=lambda calls: run_calls(calls, options.before_call, raises=options.raise_tool_errors),
            end=turn.record_run,
        )
        if turn.parameters.get("stream"):
            return ToolRunStream[Any](plan, state, runner)
        return run_tool_loop(plan, state, runner)

    async def _arun_tools(self, input_data: Any, parameters: dict[str, Any]) -> Any:
        parameters, options = split_run_parameters(parameters)
        turn = self._begin(input_data, parameters)
        plan = build_plan(turn.parameters, options, turn.history, turn.refused, is_sync=False)
        state = LoopState(turn.transcript, turn.added)
        runner = AsyncRunner(
            ask=self._aask,
            execute=lambda calls: arun_calls(calls, options.before_call, raises=options.raise_tool_errors),
            end=turn.record_run,
        )
        if turn.parameters.get("stream"):
            return AsyncToolRunStream[Any](plan, state, runner)
        return await arun_tool_loop(plan, state, runner)

    def _begin(self, input_data: Any, parameters: dict[str, Any]) -> _Turn:
        given = {name: value for name, value in parameters.items() if value is not None}
        merged = {**self._options, **given}
        client, _ = self._connect()
        row = client._row  # pyright: ignore[reportPrivateUsage]  # ours: its public form leaves out what is needed
        added = [user(input_data)] if isinstance(input_data, str) else list(input_data)
        history = find_history(row, merged, stateful=self._stateful)
        return _Turn(self, self._transcript, added, merged, history, row.refuses)

    def _connect(self) -> tuple[AnyLLM[Any], str]:
        if self._client is not None:
            return self._client, self._model
        return build_call_client(self._model, dict(self._connection))

    def _ask(self, step: Ask) -> Any:
        client, model = self._connect()
        return client.responses(model, step.input_data, **step.parameters)

    async def _aask(self, step: Ask) -> Any:
        client, model = self._connect()
        return await client.aresponses(model, step.input_data, **step.parameters)


@dataclass(frozen=True, slots=True)
class _Turn:
    """A turn that has begun: what it adds, how it is asked, and where it is written down when it has ended."""

    conversation: Conversation[Any]
    transcript: Transcript
    added: list[Any]
    parameters: dict[str, Any]
    history: History
    refused: tuple[str, ...]

    def record(self, response: Any) -> None:
        if response.status == "failed":  # nothing was said
            return
        self._keep(self.transcript.add(self.added, response, self.history))

    def record_run(self, state: LoopState) -> None:
        self._keep(state.transcript.append(state.added))

    def _keep(self, transcript: Transcript) -> None:
        self.conversation._transcript = transcript  # pyright: ignore[reportPrivateUsage]  # its own turn


def _read_json(text: str) -> tuple[str, str | None, Transcript]:
    """Return the model, the provider and the transcript of a conversation that was written as JSON."""
    try:
        value = json.loads(text)
    except ValueError as error:
        raise InvalidRequestError(
            f"expected the JSON text of a conversation: {error}", param="text"
        ) from error
    fields = value if is_object(value) else {}
    model, provider, items = fields.get("model"), fields.get("provider"), fields.get("items")
    response_id, known = fields.get("response_id"), fields.get("known", 0)
    is_named = isinstance(model, str) and isinstance(provider, str | None)
    is_whole = is_named and is_array(items) and isinstance(response_id, str | None)
    if not is_whole or not isinstance(known, int) or not 0 <= known <= len(items or ()):
        raise InvalidRequestError(
            "expected the JSON text of a conversation, as to_json writes it: model, items, response_id, known",
            param="text",
        )
    return cast("str", model), provider, Transcript(tuple(items or ()), response_id, known)


def run_tools(model: str, input_data: Any, parameters: dict[str, Any]) -> Any:
    """Carry out a call of `any_llm.run_tools`."""
    conversation, options = _build_conversation(model, parameters)
    return conversation._run_tools(input_data, options)  # pyright: ignore[reportPrivateUsage]  # its public form has overloads


async def arun_tools(model: str, input_data: Any, parameters: dict[str, Any]) -> Any:
    """Carry out a call of `any_llm.arun_tools`."""
    conversation, options = _build_conversation(model, parameters)
    return await conversation._arun_tools(input_data, options)  # pyright: ignore[reportPrivateUsage]


def _build_conversation(model: str, parameters: dict[str, Any]) -> tuple[Conversation[Any], dict[str, Any]]:
    first = {name: parameters.pop(name) for name in ("provider", "previous_response_id", *CONNECTION)}
    conversation: Conversation[Any] = Conversation(model, **first)
    return conversation, parameters
