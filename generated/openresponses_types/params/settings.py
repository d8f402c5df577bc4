# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: settings, as requests take them."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from .enums import ReasoningEffortEnum, ReasoningSummaryEnum, VerbosityEnum
from .response import TextResponseFormat

MetadataParam: TypeAlias = dict[str, str]
"""Up to 16 string pairs of your own stored with a response; keys up to 64 characters, values up to
512."""


class StreamOptionsParam(TypedDict):
    """Settings of a request that apply only when the response is streamed."""

    include_obfuscation: NotRequired[bool]
    """Whether events carry random padding in `obfuscation`, which hides the size of the content; on by
    default."""


class ReasoningParam(TypedDict):
    """Reasoning settings of a request, for models that support reasoning."""

    effort: NotRequired[ReasoningEffortEnum | None]
    """How much reasoning to spend; more tends to take longer and cost more. Null or absent leaves the
    default."""
    summary: NotRequired[ReasoningSummaryEnum | None]
    """Kind of reasoning summary wanted in the output; null or absent requests none in particular."""


class JsonSchemaResponseFormatParam(TypedDict):
    """Asks for output that follows a JSON Schema; goes into `text.format`."""

    type: NotRequired[Literal["json_schema"]]
    """Tag of this format, always `json_schema`."""
    description: NotRequired[str]
    """What the schema is for; helps the model to fill it in well."""
    name: NotRequired[str]
    """Name of the schema: letters, digits, `_` and `-`, at most 64 characters."""
    schema: NotRequired[dict[str, Any]]
    """The JSON Schema that the output has to follow."""
    strict: NotRequired[bool | None]
    """Whether the output must follow the schema exactly; needs a schema within the strict subset.
    Default false."""


TextFormatParam: TypeAlias = TextResponseFormat | JsonSchemaResponseFormatParam
"""Format to ask for in `text.format`: plain text, or JSON by a schema."""


class TextParam(TypedDict):
    """Settings for the text output of a request: its format and how detailed it is."""

    format: NotRequired[TextFormatParam | None]
    """Format of the output, such as plain text or JSON bound to a schema; null or absent leaves the
    default."""
    verbosity: NotRequired[VerbosityEnum]
    """How detailed the answer should be: `low`, `medium` or `high`."""
