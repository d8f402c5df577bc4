# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: settings, as requests take them."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from .enums import ReasoningEffortEnum, ReasoningSummaryEnum, VerbosityEnum
from .response import TextResponseFormat

MetadataParam: TypeAlias = dict[str, str]


class StreamOptionsParam(TypedDict):
    include_obfuscation: NotRequired[bool]


class ReasoningParam(TypedDict):
    effort: NotRequired[ReasoningEffortEnum | None]
    summary: NotRequired[ReasoningSummaryEnum | None]


class JsonSchemaResponseFormatParam(TypedDict):
    type: NotRequired[Literal["json_schema"]]
    description: NotRequired[str]
    name: NotRequired[str]
    schema: NotRequired[dict[str, Any]]
    strict: NotRequired[bool | None]


TextFormatParam: TypeAlias = TextResponseFormat | JsonSchemaResponseFormatParam


class TextParam(TypedDict):
    format: NotRequired[TextFormatParam | None]
    verbosity: NotRequired[VerbosityEnum]
