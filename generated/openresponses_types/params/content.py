# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: content, as requests take them."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from .annotations import UrlCitationParam
from .enums import ImageDetail


class ReasoningSummaryContentParam(TypedDict):
    type: Literal["summary_text"]
    text: str


class InputTextContentParam(TypedDict):
    type: Literal["input_text"]
    text: str


class InputFileContentParam(TypedDict):
    type: Literal["input_file"]
    filename: NotRequired[str | None]
    file_data: NotRequired[str | None]
    file_url: NotRequired[str | None]


class OutputTextContentParam(TypedDict):
    type: Literal["output_text"]
    text: str
    annotations: NotRequired[list[UrlCitationParam]]


class RefusalContentParam(TypedDict):
    type: Literal["refusal"]
    refusal: str


class ReasoningTextContent(TypedDict):
    type: Literal["reasoning_text"]
    text: str


class InputVideoContent(TypedDict):
    type: Literal["input_video"]
    video_url: str


AssistantContentParam: TypeAlias = OutputTextContentParam | RefusalContentParam
"""A part of an earlier assistant message: text or a refusal."""


class InputImageContentParamAutoParam(TypedDict):
    type: Literal["input_image"]
    image_url: NotRequired[str | None]
    detail: NotRequired[ImageDetail | None]


UserContentParam: TypeAlias = InputTextContentParam | InputImageContentParamAutoParam | InputFileContentParam
"""A part of a user message: text, an image or a file."""


FunctionOutputContentParam: TypeAlias = (
    InputTextContentParam | InputImageContentParamAutoParam | InputFileContentParam | InputVideoContent
)
"""A part of a function's result: text, an image, a file or a video."""
