# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: settings, as requests take them."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from .content import PromptVariable
from .enums import ModerationMode, PromptCacheModeEnum, PromptCacheTTLEnum, Verbosity

Metadata: TypeAlias = dict[str, str]
"""Up to 16 string pairs of your own stored with the object, for later lookup. Keys hold at most 64
characters, values at most 512; may be null."""


class ResponseFormatJsonObject(TypedDict):
    """Output format that makes the model answer in JSON without a schema. Older than `json_schema`,
    which is preferable; the prompt itself must also ask for JSON."""

    type: Literal["json_object"]
    """Tag of this output format, always `json_object`."""


class ResponseFormatJsonSchemaSchema(TypedDict):
    """JSON Schema, given as an object, that the model's output has to follow."""


class ResponseFormatText(TypedDict):
    """Output format for plain text, which applies when no other is chosen."""

    type: Literal["text"]
    """Tag of this output format, always `text`."""


class ResponseStreamOptions(TypedDict):
    """Extra settings for streaming, given in `stream_options` of a request; use them only together
    with `stream: true`. Null by default."""

    include_obfuscation: NotRequired[bool]
    """Whether delta events carry random padding in `obfuscation`, on by default, to hide payload sizes
    from side-channel attacks. Turn off to save bandwidth on trusted networks."""


class ResponseFormatTextJsonSchema(TypedDict):
    """Output format for `text.format` that makes the model answer with JSON following a given schema
    (Structured Outputs)."""

    type: Literal["json_schema"]
    """Tag of this output format, always `json_schema`."""
    description: NotRequired[str]
    """Purpose of the format in words; the model reads it to decide how to fill the schema."""
    name: str
    """Name you give the format, at most 64 characters: letters, digits, underscores and dashes."""
    schema: ResponseFormatJsonSchemaSchema
    """JSON Schema that the generated JSON should follow, as a plain object."""
    strict: NotRequired[bool | None]
    """Whether the output must match `schema` exactly; then only part of JSON Schema can be used.
    Defaults to false."""


class PromptCacheOptionsParam(TypedDict):
    """Settings for prompt caching on `gpt-5.6` and newer models: automatic breakpoint placement and
    minimum entry lifetime."""

    ttl: NotRequired[PromptCacheTTLEnum]
    """Shortest time that cache entries written by this request are kept; only `30m`, the default, is
    accepted."""
    mode: NotRequired[PromptCacheModeEnum]
    """`implicit` (default) adds one automatic cache breakpoint besides yours, while `explicit` caches
    only at breakpoints you mark, if any."""


class ModerationConfigParam(TypedDict):
    """Moderation behaviour for one side of the exchange, either the input or the output."""

    mode: ModerationMode
    """Whether to only report moderation results (`score`) or also stop flagged content (`block`)."""


class ModerationPolicyParam(TypedDict):
    """Moderation behaviour chosen separately for what goes into the model and what comes out."""

    input: NotRequired[ModerationConfigParam | None]
    """Moderation behaviour for the request's input; `None` or absent sets no policy for it."""
    output: NotRequired[ModerationConfigParam | None]
    """Moderation behaviour for the generated output; `None` or absent sets no policy for it."""


class ModerationParam(TypedDict):
    """Turns on moderation of this request's input and output, naming the model and optionally the
    policy."""

    model: str
    """Name of the moderation model to run, such as `omni-moderation-latest`."""
    policy: NotRequired[ModerationPolicyParam | None]
    """How input and output results are acted on; `None` or absent sets no policy."""


class ConversationReference(TypedDict):
    """Object form of a request's `conversation`, naming the conversation to which the response is
    attached."""

    id: str
    """Identifier of an existing conversation to continue."""


class ContextManagementParam(TypedDict):
    """Entry in a request's `context_management` that tells the server how to keep the context within
    bounds."""

    type: str
    """Kind of context management; `compaction` is so far the only kind."""
    compact_threshold: NotRequired[int | None]
    """Number of tokens from which this entry triggers compaction, at least 1000; may be null or left
    out."""


ConversationParam: TypeAlias = str | ConversationReference
"""Conversation to continue, given by ID or as an object. Its items precede the request's input, and
the new input and output are appended afterwards."""


ResponseFormatTextConfig: TypeAlias = (
    ResponseFormatText | ResponseFormatTextJsonSchema | ResponseFormatJsonObject
)
"""Output format in `text.format`: `text` (default), `json_schema` for JSON following your schema, or
the older `json_object` mode, which guarantees only valid JSON."""


ResponsePromptVariables: TypeAlias = dict[str, PromptVariable]
"""Values for the placeholders of a prompt template, by variable name, given in `variables` of
`prompt`. Each is a string or an input text, image or file part."""


class ResponseTextConfig(TypedDict):
    """Settings for the model's text output, in `text` of requests and responses: plain text or
    structured JSON, and how wordy."""

    format: NotRequired[ResponseFormatTextConfig]
    """Shape of the output: plain text by default, or JSON following a schema."""
    verbosity: NotRequired[Verbosity | None]
    """How wordy the answer should be: `low`, `medium` or `high`."""


class Prompt(TypedDict):
    """Points to a stored prompt template and supplies values for its variables; null when no template
    is used."""

    id: str
    """Identifier of the stored prompt template to run."""
    version: NotRequired[str | None]
    """Which version of the template to use; optional and nullable."""
    variables: NotRequired[ResponsePromptVariables | None]
    """Values to substitute for the template's variables, keyed by variable name."""
