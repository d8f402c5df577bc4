# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: content, as requests take them."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from .annotations import Annotation
from .enums import DetailEnum, FileDetailEnum, FileInputDetail, ImageDetail


class ComputerScreenshotImage(TypedDict):
    """Screenshot taken after performing the actions of a computer call; sent back as the `output` of a
    computer call output item."""

    type: Literal["computer_screenshot"]
    """Tag of this screenshot object, always `computer_screenshot`."""
    image_url: NotRequired[str]
    """Address of the picture; give either this or `file_id`."""
    file_id: NotRequired[str]
    """Identifier of a previously uploaded file holding the picture, as an alternative to `image_url`."""


class PromptCacheBreakpointParam(TypedDict):
    """Marks the end of a prompt prefix that is worth caching; goes on a content part of the request."""

    mode: Literal["explicit"]
    """Kind of breakpoint, always `explicit`."""


class PromptCacheBreakpointConfig(TypedDict):
    """Marks the end of a prompt prefix that is worth caching; stands on a content part."""

    mode: Literal["explicit"]
    """Kind of breakpoint, always `explicit`."""


class ResponseInputText(TypedDict):
    """Text as part of an input message."""

    type: Literal["input_text"]
    """Tag of this part, always `input_text`."""
    text: str
    """The text for the model to read."""
    prompt_cache_breakpoint: NotRequired[PromptCacheBreakpointConfig]
    """Marks that the prompt up to and including this part should be cached; absent for no mark."""


class TopLogProb(TypedDict):
    """A likely token at a position and its log probability."""

    token: str
    """The alternative token, as text."""
    logprob: float
    """Natural logarithm of the token's probability."""
    bytes: list[int]
    """UTF-8 bytes of the token; needed to join characters that span tokens."""


class LogProb(TypedDict):
    """A generated token with its log probability and the alternatives."""

    token: str
    """The token that was generated, as text."""
    logprob: float
    """Natural logarithm of the probability of this token."""
    bytes: list[int]
    """UTF-8 bytes of the token; needed to join characters that span tokens."""
    top_logprobs: list[TopLogProb]
    """Most likely tokens at this position, as many as `top_logprobs` asked for."""


class ResponseOutputText(TypedDict):
    """Text that the model wrote, as part of a message."""

    type: Literal["output_text"]
    """Tag of this part, always `output_text`."""
    text: str
    """The text, ready to be shown."""
    annotations: list[Annotation]
    """Citations and file references that belong to stretches of the text; may be empty."""
    logprobs: list[LogProb]
    """Log probabilities of the tokens; empty unless `include` asked for them."""


class ResponseSummaryText(TypedDict):
    """Part of a reasoning summary, fit to be shown to a user."""

    type: Literal["summary_text"]
    """Tag of this part, always `summary_text`."""
    text: str
    """Summary of what the model thought so far."""


class ResponseReasoningText(TypedDict):
    """Raw text of a model's reasoning, as part of a reasoning item."""

    type: Literal["reasoning_text"]
    """Tag of this part, always `reasoning_text`."""
    text: str
    """The reasoning as the model wrote it."""


class ResponseOutputRefusal(TypedDict):
    """Part of a message in which the model declines to answer."""

    type: Literal["refusal"]
    """Tag of this part, always `refusal`."""
    refusal: str
    """Explanation that the model gives for declining."""


class ResponseInputImage(TypedDict):
    """Image as part of an input message; give `image_url` or `file_id`."""

    type: Literal["input_image"]
    """Tag of this part, always `input_image`."""
    image_url: NotRequired[str | None]
    """Address of the image, or the image itself as a data URL; null when a file is named."""
    file_id: NotRequired[str | None]
    """Identifier of an uploaded image file; null when an address is given."""
    detail: ImageDetail
    """How closely the model looks at the image; `auto` leaves it to the server."""
    prompt_cache_breakpoint: NotRequired[PromptCacheBreakpointConfig]
    """Marks that the prompt up to and including this part should be cached; absent for no mark."""


class ResponseInputFile(TypedDict):
    """File as part of an input message; give one of `file_id`, `file_data` and `file_url`."""

    type: Literal["input_file"]
    """Tag of this part, always `input_file`."""
    file_id: NotRequired[str | None]
    """Identifier of an uploaded file; null when the file comes another way."""
    filename: NotRequired[str]
    """Name of the file; tells its kind when the content is sent along."""
    file_data: NotRequired[str]
    """Content of the file in base64, usually as a data URL."""
    prompt_cache_breakpoint: NotRequired[PromptCacheBreakpointConfig]
    """Marks that the prompt up to and including this part should be cached; absent for no mark."""
    file_url: NotRequired[str]
    """Address from which the server fetches the file."""
    detail: NotRequired[FileInputDetail]
    """How closely pages of the file are looked at as images."""


class CodeInterpreterOutputLogs(TypedDict):
    """Text output of a code interpreter run, one of the entries in the `outputs` of its call item."""

    type: Literal["logs"]
    """Tag of this output, always `logs`."""
    logs: str
    """Text that the executed code wrote to its log."""


class CodeInterpreterOutputImage(TypedDict):
    """Image produced by a code interpreter run, one of the entries in the `outputs` of its call item."""

    type: Literal["image"]
    """Tag of this output, always `image`."""
    url: str
    """Address from which the generated image can be fetched."""


class InputTextContentParam(TypedDict):
    """Content part that gives the model plain text within an input item."""

    type: Literal["input_text"]
    """Tag of this content part, always `input_text`."""
    text: str
    """Text for the model to read, at most 10,485,760 characters."""
    prompt_cache_breakpoint: NotRequired[PromptCacheBreakpointParam | None]
    """Marks this part as a prompt cache breakpoint; null or absent for none."""


class InputImageContentParamAutoParam(TypedDict):
    """Image part of a function call's `output`, given either by URL or by uploaded file."""

    type: Literal["input_image"]
    """Tag of this content part, always `input_image`."""
    image_url: NotRequired[str | None]
    """Where the image is: a complete URL, or a data URL with the base64 bytes, at most 20971520
    characters; null or absent when `file_id` is used."""
    file_id: NotRequired[str | None]
    """Identifier of an uploaded image file; null or absent when `image_url` is used."""
    detail: NotRequired[DetailEnum | None]
    """Level of detail at which the model looks at the image; may be null or left out."""
    prompt_cache_breakpoint: NotRequired[PromptCacheBreakpointParam | None]
    """Marks the end of this part as a prompt cache boundary; null or absent sets none here."""


class InputFileContentParam(TypedDict):
    """File part of a message or of a function call's `output`, given by upload identifier, inline data
    or URL."""

    type: Literal["input_file"]
    """Tag of this content part, always `input_file`."""
    file_id: NotRequired[str | None]
    """Identifier of an uploaded file; null or absent when the file comes inline or by URL."""
    filename: NotRequired[str | None]
    """Name under which the file is passed to the model; may be null or left out."""
    file_data: NotRequired[str | None]
    """Content of the file in base64, at most 73400320 characters; null or absent when `file_id` or
    `file_url` is used."""
    file_url: NotRequired[str | None]
    """Address from which the file is fetched; null or absent when `file_id` or `file_data` is used."""
    detail: NotRequired[FileDetailEnum]
    """Rendering quality of the file, `auto` by default. From GPT-5.6 on, `auto` renders in high
    quality, which can cost more input tokens; `low` is cheaper."""
    prompt_cache_breakpoint: NotRequired[PromptCacheBreakpointParam | None]
    """Marks the end of this part as a prompt cache boundary; null or absent sets none here."""


CodeInterpreterOutput: TypeAlias = CodeInterpreterOutputLogs | CodeInterpreterOutputImage
"""One output of a code interpreter run: its logs or an image."""


PromptVariable: TypeAlias = ResponseInputText | ResponseInputImage | ResponseInputFile | str
"""Value of a prompt variable: a string or an input content part."""


FunctionOutputContentParam: TypeAlias = (
    InputTextContentParam | InputImageContentParamAutoParam | InputFileContentParam
)
"""A part of a function's result: text, an image or a file."""


FunctionAndCustomToolCallOutput: TypeAlias = ResponseInputText | ResponseInputImage | ResponseInputFile
"""One content part of a function or custom tool result: text, an image or a file."""


ResponseInputContentParam: TypeAlias = ResponseInputText | ResponseInputImage | ResponseInputFile
"""One content part of an input message: text, an image or a file; told apart by `type`."""


InputMessageContentList: TypeAlias = list[ResponseInputContentParam]
"""Content parts of an input message in order; text, images and files may be mixed."""


ResponseOutputMessageContent: TypeAlias = ResponseOutputText | ResponseOutputRefusal
"""Content part of an output message: text or a refusal, distinguished by `type`."""
