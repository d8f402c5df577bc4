"""Make the result of a call: reply in, response of the promised class out. Pure.

The class depends on the provider's row and on `response_format`, never on what the server sent.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, cast

from any_llm._core.call import Call
from any_llm._core.correction import correct_body
from any_llm._core.decode import NotJSONError, decode_model, decode_value, parse_object, parse_wrapped_object
from any_llm._core.error_body import find_error_body
from any_llm._core.errors import build_body_error
from any_llm._core.exchange import Exchanged
from any_llm._core.http_info import build_http_info
from any_llm._core.redaction import build_redactor
from any_llm._core.reply_headers import find_request_id
from any_llm._core.retry import RetryPolicy
from any_llm.exceptions import AnyLLMError, ProviderError, SpecDeviationError
from any_llm.wires.wire import Wire
from openresponses_types.base import Deviation, HttpInfo, ResponseMethods

if TYPE_CHECKING:
    from any_llm.parsed import ParsedResponse

OF_ANOTHER_API = frozenset({"choices", "content", "detail", "message", "msg"})
"""What a body without output may hold that says that it is none of a Responses API: a completion, or a complaint."""

logger = logging.getLogger("any_llm")
_told: set[tuple[str, str, str]] = set()


def get_response_class(call: Call) -> type[ResponseMethods]:
    """Return the class that the call's result has; each is loaded when it is first needed."""
    if call.target is not None:
        from any_llm.parsed import ParsedResponse

        return ParsedResponse
    if call.row.is_native:
        from openai_responses_types.response import Response

        return Response
    from openresponses_types.response import ResponseResource

    return ResponseResource


def build_response(call: Call, exchanged: Exchanged, http: HttpInfo) -> Any:
    """Return the response of a call that was not streamed.

    Raises:
        ProviderError: the body is no JSON object.
        AnyLLMError: the body is an error although the status is good.
        SpecDeviationError: `strict` was asked for and the body departs from the document.
    """
    reply = exchanged.reply
    if call.wire is not None:
        return _build_translated(call, call.wire, exchanged, http)
    try:
        response, deviations = decode_model(get_response_class(call), reply.body)
    except NotJSONError as error:
        raise build_unreadable_error(call, exchanged, str(error)) from error
    if "output" not in response.model_fields_set:
        _check_other(call, exchanged)
    if call.row.kind == "embedded" and call.budget is not None:
        body, more = correct_body(parse_object(reply.body), call.budget)
        if more:
            response, deviations = decode_value(get_response_class(call), body)
            deviations = (*deviations, *more)
    _check_strict(call, deviations)
    return finish_response(call, response, deviations, http)


def _check_other(call: Call, exchanged: Exchanged) -> None:
    """Raise if a body without output is an error, or what another API answers."""
    reply = exchanged.reply
    body = parse_object(reply.body)
    error_body = find_error_body(body)
    if error_body is not None:
        raise build_body_error(
            error_body, reply=reply, provider_name=call.row.provider, secrets=exchanged.secrets
        )
    if "status" not in body and not OF_ANOTHER_API.isdisjoint(body):
        raise build_unreadable_error(
            call, exchanged, "it has neither output nor status, so it is no response"
        )


def _build_translated(call: Call, wire: Wire, exchanged: Exchanged, http: HttpInfo) -> Any:
    """Return the response of a call on another wire."""
    reply = exchanged.reply
    try:
        body = parse_wrapped_object(reply.body)
    except NotJSONError as error:
        raise build_unreadable_error(call, exchanged, str(error)) from error
    error_body = find_error_body(body)
    if error_body is not None:
        raise build_body_error(
            error_body, reply=reply, provider_name=call.row.provider, secrets=exchanged.secrets
        )
    translated = wire.build_response(body, call.fields, call.row, call.now())
    response, deviations = decode_value(get_response_class(call), translated)
    _check_strict(call, deviations)
    return finish_response(call, response, deviations, http)


def finish_response(
    call: Call, response: ResponseMethods, deviations: tuple[Deviation, ...], http: HttpInfo
) -> ResponseMethods:
    """Attach what is known of the exchange, and what became of the text if a type was asked for."""
    response._deviations = deviations  # pyright: ignore[reportPrivateUsage]  # ours: the base is generated
    response._http = http  # pyright: ignore[reportPrivateUsage]
    _report(call.row.provider, deviations)
    if call.target is not None:
        from any_llm._core.outcome import settle_output  # only typed calls parse

        settle_output(cast("ParsedResponse[Any]", response), call.target)
    return response


def get_policy(call: Call) -> RetryPolicy:
    """Return how often the call may be tried again."""
    retries = call.options.max_retries
    return RetryPolicy() if retries is None else RetryPolicy(retries)


def describe_exchange(call: Call, exchanged: Exchanged, elapsed: float) -> HttpInfo:
    """Return the facts of an exchange that was answered well."""
    return build_http_info(
        exchanged.reply,
        attempts=exchanged.attempts,
        elapsed=elapsed,
        wire=call.wire_name,
        dropped=call.dropped,
        secrets=exchanged.secrets,
    )


def build_unreadable_error(call: Call, exchanged: Exchanged, why: str) -> ProviderError:
    """Return the error for a good status with a body that is not what was asked for."""
    reply = exchanged.reply
    redact = build_redactor(exchanged.secrets)
    kind = redact(reply.headers.get("content-type", "no content type"))
    wanted = "an event stream" if call.is_stream else "a JSON object"
    return ProviderError(
        f"expected {wanted} from {call.row.provider}, got {kind}: {why}; "
        f"does api_base lead to {'a Responses endpoint' if call.wire is None else call.wire.path}? "
        "wire= speaks another protocol",
        status_code=reply.status,
        provider_name=call.row.provider,
        request_id=redact(find_request_id(reply.headers) or "") or None,
        response_body=redact(reply.body[:2000].decode("utf-8", "replace")),
    )


def build_not_streamed_error(call: Call, exchanged: Exchanged) -> AnyLLMError:
    """Return the error for a stream that was asked for and a whole body that came."""
    reply = exchanged.reply
    try:
        error_body = find_error_body(parse_object(reply.body))
    except NotJSONError:
        error_body = None
    if error_body is not None:
        return build_body_error(
            error_body, reply=reply, provider_name=call.row.provider, secrets=exchanged.secrets
        )
    return build_unreadable_error(call, exchanged, "the server did not stream")


def _check_strict(call: Call, deviations: tuple[Deviation, ...]) -> None:
    if call.options.is_strict and deviations:
        first = deviations[0]
        raise SpecDeviationError(
            f"response: {first}",
            event="response",
            path=first.path,
            kind=first.kind,
            provider_name=call.row.provider,
        )


def _report(provider: str, deviations: tuple[Deviation, ...]) -> None:
    """Say each deviation once per provider and path."""
    if not deviations or not logger.isEnabledFor(logging.INFO):
        return
    for deviation in deviations:
        key = (provider, deviation.path, deviation.kind)
        if key not in _told:
            _told.add(key)
            logger.info("%s departs from the document at %s", provider, deviation)
