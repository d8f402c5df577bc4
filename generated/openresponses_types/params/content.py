# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: content, as requests take them."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from .annotations import UrlCitationParam
from .enums import ImageDetail


class ReasoningSummaryContentParam(TypedDict):
    """One part of a reasoning summary, sent back in the `summary` list of a reasoning input item."""

    type: Literal["summary_text"]
    """Tag of this summary part, always `summary_text`."""
    text: str
    """Wording of this summary part, at most 10,485,760 characters."""


class InputTextContentParam(TypedDict):
    """Text part of a user, system or developer message, or of a function call's output, in a request."""

    type: Literal["input_text"]
    """Tag of a text part in a request, always `input_text`."""
    text: str
    """Text for the model to read, at most 10,485,760 characters."""


class InputFileContentParam(TypedDict):
    """File part of a user message or of a function call's output, given inline or by URL."""

    type: Literal["input_file"]
    """Tag of a file part in a request, always `input_file`."""
    filename: NotRequired[str | None]
    """Name under which the model sees the file; may be null or absent."""
    file_data: NotRequired[str | None]
    """Inline file content in base64, at most 33,554,432 characters; null or absent when `file_url` is
    used instead."""
    file_url: NotRequired[str | None]
    """Address from which the server fetches the file; null or absent when `file_data` carries it."""


class OutputTextContentParam(TypedDict):
    """Text part of an earlier assistant message, sent back to the model as conversation history."""

    type: Literal["output_text"]
    """Tag of an assistant text part in a request, always `output_text`."""
    text: str
    """Text that the assistant wrote, at most 10,485,760 characters."""
    annotations: NotRequired[list[UrlCitationParam]]
    """Web citations that belong to the text; may be left out."""


class RefusalContentParam(TypedDict):
    """Refusal part of an earlier assistant message, sent back to the model as conversation history."""

    type: Literal["refusal"]
    """Tag of a refusal part in a request, always `refusal`."""
    refusal: str
    """Words with which the assistant declined the request, at most 10,485,760 characters."""


class ReasoningTextContent(TypedDict):
    """Part with raw reasoning text, found in `content` of a reasoning item if the provider reveals it."""

    type: Literal["reasoning_text"]
    """Tag of a raw reasoning part, always `reasoning_text`."""
    text: str
    """Raw reasoning that the model generated for this part."""


class InputVideoContent(TypedDict):
    """Video content part, accepted in a function call's output and listed for output messages, but not
    for user messages."""

    type: Literal["input_video"]
    """Tag of this part, always `input_video`."""
    video_url: str
    """Address of the video, or the video itself as a data URL."""


AssistantContentParam: TypeAlias = OutputTextContentParam | RefusalContentParam
"""A part of an earlier assistant message: text or a refusal."""


class InputImageContentParamAutoParam(TypedDict):
    """Image part of a user message or of a function call's output in a request."""

    type: Literal["input_image"]
    """Tag of an image part in a request, always `input_image`."""
    image_url: NotRequired[str | None]
    """Where the image is found: a complete URL, or a `data:` URL with base64 content, at most
    20,971,520 characters."""
    detail: NotRequired[ImageDetail | None]
    """Fidelity at which the model looks at the image; null or absent leaves the choice to the server."""


UserContentParam: TypeAlias = InputTextContentParam | InputImageContentParamAutoParam | InputFileContentParam
"""A part of a user message: text, an image or a file."""


FunctionOutputContentParam: TypeAlias = (
    InputTextContentParam | InputImageContentParamAutoParam | InputFileContentParam | InputVideoContent
)
"""A part of a function's result: text, an image, a file or a video."""
