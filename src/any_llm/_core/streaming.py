"""Make the state machine of a call's stream: its reader, and how responses come of it. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from any_llm._core.call import Call
from any_llm._core.correction import correct_event
from any_llm._core.decode import decode_value
from any_llm._core.reading import StreamReader
from any_llm._core.redaction import build_redactor
from any_llm._core.result import finish_response, get_policy, get_response_class
from any_llm._core.translation import FrameTranslator
from openresponses_types.base import HttpInfo, ResponseMethods


def build_reader(
    call: Call, get_http: Callable[[], HttpInfo], secrets: tuple[str, ...]
) -> tuple[StreamReader, Callable[[], Any]]:
    """Return the state machine for a call's stream, and the function that makes its final response.

    Args:
        call: the call.
        get_http: gives the facts of the exchange that is being read, which may be a later one.
        secrets: what no message may show.
    """
    model = get_response_class(call)
    budget = call.budget
    is_embedded = call.row.kind == "embedded" and budget is not None and call.wire is None

    def build_partial(body: dict[str, Any]) -> ResponseMethods:
        response, _ = decode_value(model, body)
        response._http = get_http()  # pyright: ignore[reportPrivateUsage]
        return response

    reader = StreamReader(
        provider_name=call.row.provider,
        build_partial=build_partial,
        correct=(lambda event: correct_event(event, budget)) if is_embedded and budget is not None else None,
        is_strict=call.options.is_strict,
        timeouts=call.options.timeouts,
        reopenings=get_policy(call).max_retries,
        is_resumable=call.is_resumable,
        redact=build_redactor(secrets),
        translator=_build_translator(call),
    )

    def build_final() -> ResponseMethods:
        return finish_response(call, reader.build_final(), reader.deviations, get_http())

    return reader, build_final


def _build_translator(call: Call) -> FrameTranslator | None:
    wire = call.wire
    if wire is None:
        return None
    return FrameTranslator(lambda: wire.build_reducer(call.fields, call.row, call.now))
