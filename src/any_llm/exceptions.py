"""Everything that any_llm raises: one tree, one root, the facts as attributes.

::

    AnyLLMError
    ├── AuthenticationError            401, 403, or a key that the provider refuses
    ├── InsufficientFundsError         402, or a quota that is used up
    ├── RateLimitError                 429
    ├── InvalidRequestError            any other 4xx
    │   ├── ModelNotFoundError         a 404 that talks of the model
    │   ├── ContextLengthExceededError
    │   ├── ContentFilterError
    │   ├── SchemaNotStrictError       raised before anything is sent
    │   └── UnsupportedParameterError  raised before anything is sent
    ├── ProviderError                  5xx, and whatever fits nothing else
    │   ├── UpstreamProviderError      502, 503
    │   ├── GatewayTimeoutError        504, 408
    │   └── ResponseFailedError        the response itself ended as failed
    ├── APIConnectionError             no reply, or only part of one
    │   ├── APITimeoutError            also a built-in TimeoutError
    │   │   └── StreamIdleTimeoutError
    │   └── StreamTruncatedError
    ├── OutputParsingError             the reply came, but is not the type asked for
    │   ├── OutputRefusedError
    │   ├── OutputIncompleteError
    │   ├── OutputMissingError         the model called tools and has not answered yet
    │   ├── OutputNotJSONError
    │   └── OutputMismatchError
    ├── TurnLimitError                 the model still calls tools after max_turns
    ├── SpecDeviationError             only with strict=True
    ├── MissingApiKeyError
    ├── UnsupportedProviderError
    └── LocalModelError                the embedded model cannot be used

Rules: a constructor takes the message and then keywords only, each with a default; attributes are plain
instance attributes, so that `__reduce__` of the root pickles and copies every class, also yours.
Nothing here adds `response_body` to a text, because it may hold what the caller sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict, Unpack

if TYPE_CHECKING:  # importing the classes would import pydantic with every `import any_llm`
    from any_llm._tools.outcome import ToolRun
    from openai_responses_types import Response, ResponseUsage
    from openresponses_types import ResponseResource
    from openresponses_types.base import HttpInfo

__all__ = [
    "APIConnectionError",
    "APITimeoutError",
    "AnyLLMError",
    "AuthenticationError",
    "ContentFilterError",
    "ContextLengthExceededError",
    "GatewayTimeoutError",
    "InsufficientFundsError",
    "InvalidRequestError",
    "LocalModelError",
    "MissingApiKeyError",
    "ModelNotFoundError",
    "OutputIncompleteError",
    "OutputMismatchError",
    "OutputMissingError",
    "OutputNotJSONError",
    "OutputParsingError",
    "OutputRefusedError",
    "ProviderError",
    "RateLimitError",
    "ResponseFailedError",
    "SchemaNotStrictError",
    "SpecDeviationError",
    "StreamIdleTimeoutError",
    "StreamTruncatedError",
    "TurnLimitError",
    "UnsupportedParameterError",
    "UnsupportedProviderError",
    "UpstreamProviderError",
]


class ErrorFacts(TypedDict, total=False):
    """The keywords that every constructor of the tree takes."""

    status_code: int | None
    code: str | int | None
    param: str | None
    error_type: str | None
    request_id: str | None
    retry_after: float | None
    provider_name: str | None
    response_body: str | None
    http: HttpInfo | None


class AnyLLMError(Exception):
    """Root of the tree: catch this to catch everything that any_llm raises."""

    def __init__(
        self,
        message: str,
        *,
        status_code: int | None = None,
        code: str | int | None = None,
        param: str | None = None,
        error_type: str | None = None,
        request_id: str | None = None,
        retry_after: float | None = None,
        provider_name: str | None = None,
        response_body: str | None = None,
        http: HttpInfo | None = None,
    ) -> None:
        """Keep the facts.

        Args:
            message: what was expected, what came, what to do; free of secrets.
            status_code: HTTP status of the reply, None when there was none; 200 for an error in a good reply.
            code: the provider's code as it came; some providers send numbers.
            param: the parameter that the provider names, as a path such as `input[0].content`.
            error_type: the provider's `type`, an open set.
            request_id: the provider's id of the request, for its support.
            retry_after: seconds to wait before another attempt, if the provider said so.
            provider_name: name of the provider's row.
            response_body: text of the reply, long ones cut, secrets replaced.
            http: status, headers, duration and attempts of the exchange; None if nothing was sent.
        """
        super().__init__(message)
        self.message = message
        self.status_code = status_code
        self.code = code
        self.param = param
        self.error_type = error_type
        self.request_id = request_id
        self.retry_after = retry_after
        self.provider_name = provider_name
        self.response_body = response_body
        self.http = http
        self.run: ToolRun[Any] | None = None

    def __str__(self) -> str:
        """Return the message and, in brackets, the facts that help a search in logs."""
        facts = [
            text.format(value)
            for text, value in (
                ("{}", self.provider_name),
                ("HTTP {}", self.status_code),
                ("code={}", self.code),
                ("request {}", self.request_id),
            )
            if value is not None
        ]
        return f"{self.message} [{', '.join(facts)}]" if facts else self.message

    def __repr__(self) -> str:
        """Return class and message, nothing else."""
        return f"{type(self).__name__}({self.message!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        """Carry `__dict__`, because the default would call the constructor without its keywords.

        `run` stays behind: it holds what the caller's own functions returned, which may be anything.
        """
        return _restore, (type(self), self.args), {**self.__dict__, "run": None}


def _restore(error_class: type[AnyLLMError], args: tuple[object, ...]) -> AnyLLMError:
    error = error_class.__new__(error_class)
    error.args = args
    return error


class AuthenticationError(AnyLLMError):
    """The provider does not accept the credentials, or they do not allow this call."""


class InsufficientFundsError(AnyLLMError):
    """The account has no credit or quota left; waiting does not help."""


class RateLimitError(AnyLLMError):
    """Too many requests or tokens; see `retry_after`."""


class InvalidRequestError(AnyLLMError):
    """The provider, or a check before sending, refuses the request as it is."""


class ModelNotFoundError(InvalidRequestError):
    """The provider does not know the model, or not for this account."""


class ContextLengthExceededError(InvalidRequestError):
    """Input and requested output do not fit into the model's context."""


class ContentFilterError(InvalidRequestError):
    """The provider's content policy refuses the request."""


class UnsupportedParameterError(InvalidRequestError):
    """A parameter was given that this provider or wire cannot express; nothing was sent."""

    def __init__(
        self,
        message: str = "",
        *,
        parameter: str | None = None,
        provider: str | None = None,
        wire: str | None = None,
        reason: str | None = None,
        **facts: Unpack[ErrorFacts],
    ) -> None:
        """Keep what cannot be sent, and why.

        Args:
            message: built from the other arguments when empty.
            parameter: name or path of the parameter; also the default of `param`.
            provider: name of the provider; also the default of `provider_name`.
            wire: `responses`, `chat` or `messages`.
            reason: why not, half a sentence.
            facts: the keywords of `AnyLLMError`.
        """
        facts.setdefault("param", parameter)
        facts.setdefault("provider_name", provider)
        place = f"{provider or 'this provider'}" + (f" on the {wire} wire" if wire else "")
        built = f"{parameter!r} cannot be sent to {place}" + (f": {reason}" if reason else "")
        super().__init__(message or f"{built}; drop_params has it left out", **facts)
        self.parameter = parameter
        self.provider = provider
        self.wire = wire
        self.reason = reason


class SchemaNotStrictError(InvalidRequestError):
    """A type has a part that strict structured output cannot describe; nothing was sent."""

    def __init__(
        self,
        message: str = "",
        *,
        path: str | None = None,
        reason: str | None = None,
        **facts: Unpack[ErrorFacts],
    ) -> None:
        """Keep the place and why it has no strict schema.

        Args:
            message: built from the other arguments when empty.
            path: the place as a reader of the type writes it, such as `items[].extra`.
            reason: why not, and what to do.
            facts: the keywords of `AnyLLMError`.
        """
        super().__init__(message or f"{path}: {reason}", **facts)
        self.path = path
        self.reason = reason


class ProviderError(AnyLLMError):
    """The provider failed (5xx), or answered in a way that fits no other class."""


class UpstreamProviderError(ProviderError):
    """The server behind the endpoint is down or overloaded."""


class GatewayTimeoutError(ProviderError):
    """The endpoint, not this client, gave up waiting."""


class ResponseFailedError(ProviderError):
    """The response ended with `response.failed` or an `error` event; `partial` holds what came before."""

    def __init__(
        self,
        message: str,
        *,
        partial: Response | ResponseResource | None = None,
        response_id: str | None = None,
        **facts: Unpack[ErrorFacts],
    ) -> None:
        """Keep the response so far, its id, and the keywords of `AnyLLMError`."""
        super().__init__(message, **facts)
        self.partial: Response | ResponseResource = partial  # type: ignore[assignment]  # streams always give it
        self.response_id = response_id


class APIConnectionError(AnyLLMError):
    """No reply came, or the connection broke; `__cause__` has the HTTP library's exception."""


class APITimeoutError(APIConnectionError, TimeoutError):
    """One of the time limits of this client ran out; the message names the option that raises it.

    `partial` holds what came before, if a stream had begun.
    """

    def __init__(
        self, message: str, *, partial: Response | ResponseResource | None = None, **facts: Unpack[ErrorFacts]
    ) -> None:
        """Keep the response so far, and the keywords of `AnyLLMError`."""
        super().__init__(message, **facts)
        self.partial: Response | ResponseResource | None = partial


class StreamIdleTimeoutError(APITimeoutError):
    """The stream was silent for too long; `partial` holds what came before."""


class StreamTruncatedError(APIConnectionError):
    """The stream ended before its terminal event; `partial` holds what came before."""

    def __init__(
        self, message: str, *, partial: Response | ResponseResource | None = None, **facts: Unpack[ErrorFacts]
    ) -> None:
        """Keep the response so far, and the keywords of `AnyLLMError`."""
        super().__init__(message, **facts)
        self.partial: Response | ResponseResource = partial  # type: ignore[assignment]  # streams always give it


class OutputParsingError(AnyLLMError):
    """The output is not the type asked for; nothing is lost: see `response`, `text` and `usage`."""

    def __init__(
        self,
        message: str,
        *,
        response: Response | None = None,
        text: str | None = None,
        **facts: Unpack[ErrorFacts],
    ) -> None:
        """Keep the whole response, its output text, and the keywords of `AnyLLMError`."""
        super().__init__(message, **facts)
        self.response: Response = response  # type: ignore[assignment]  # what is parsed is always a response
        self.text = text

    @property
    def usage(self) -> ResponseUsage | None:
        """Tokens that the response cost; None if the server did not say."""
        return None if self.response is None else self.response.usage  # type: ignore[redundant-expr,unused-ignore]


class OutputRefusedError(OutputParsingError):
    """The model refused; `text` is the refusal."""


class OutputIncompleteError(OutputParsingError):
    """The output stopped early, by the token limit or a content filter."""


class OutputMissingError(OutputParsingError):
    """The response has no text: the model called tools, and answers when it has their outputs."""


class OutputNotJSONError(OutputParsingError):
    """The output is no JSON text."""


class OutputMismatchError(OutputParsingError):
    """The output is JSON, but not of the type asked for."""


class TurnLimitError(AnyLLMError):
    """The model still calls tools after the last turn that was allowed; `run` holds everything so far."""

    def __init__(self, message: str, *, run: ToolRun[Any] | None = None, **facts: Unpack[ErrorFacts]) -> None:
        """Keep the run, and the keywords of `AnyLLMError`."""
        super().__init__(message, **facts)
        self.run = run


class SpecDeviationError(AnyLLMError):
    """With `strict=True`: the server sent something that the specification does not allow."""

    def __init__(
        self,
        message: str,
        *,
        event: str | None = None,
        path: str | None = None,
        kind: str | None = None,
        **facts: Unpack[ErrorFacts],
    ) -> None:
        """Keep where it happened.

        Args:
            message: what was expected and what came.
            event: type of the event, None for a response that is not streamed.
            path: place inside the payload, such as `output[0].content`.
            kind: kind of the deviation.
            facts: the keywords of `AnyLLMError`.
        """
        super().__init__(message, **facts)
        self.event = event
        self.path = path
        self.kind = kind


class MissingApiKeyError(AnyLLMError):
    """No key was given and the provider's environment variable is empty; nothing was sent."""


class UnsupportedProviderError(AnyLLMError):
    """The provider is unknown, or has no endpoint that generates text; nothing was sent."""


class LocalModelError(AnyLLMError):
    """The embedded model cannot be used: weights missing or damaged, disk full, port taken."""
