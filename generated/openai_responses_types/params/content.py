# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: content, as requests take them."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from .annotations import Annotation
from .enums import DetailEnum, FileDetailEnum, ImageDetail


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
    """Cache marker on a content block: the prompt up to exactly this point can be reused by later
    requests."""

    mode: Literal["explicit"]
    """Tag of this breakpoint, always `explicit`."""


class ResponseInputText(TypedDict):
    """Content part carrying plain text for the model to read."""

    type: Literal["input_text"]
    """Tag of this content part, always `input_text`."""
    text: str
    """Plain text given to the model in this part."""
    prompt_cache_breakpoint: NotRequired[PromptCacheBreakpointParam]
    """Marks the end of this part as a prompt cache boundary; absent when none was set."""


class TopLogProb(TypedDict):
    """One of the likeliest candidate tokens at a position, with its log probability."""

    token: str
    """Text of this candidate token, as the model would have written it."""
    logprob: float
    """Natural log of the probability the model gave this candidate token."""
    bytes: list[int]
    """UTF-8 bytes of the token as integers; join those of neighbouring tokens to rebuild split
    characters."""


class LogProb(TypedDict):
    """Log probability of one generated token, along with the likeliest alternatives at its position."""

    token: str
    """Text of the token the model generated."""
    logprob: float
    """Natural log of the probability the model gave this token."""
    bytes: list[int]
    """UTF-8 bytes of the token as integers; join those of neighbouring tokens to rebuild split
    characters."""
    top_logprobs: list[TopLogProb]
    """Likeliest candidate tokens at this position, as many as `top_logprobs` requested; may be empty."""


class ResponseOutputText(TypedDict):
    """Content part holding text the model wrote, with its citations and any token probabilities."""

    type: Literal["output_text"]
    """Tag of this content part, always `output_text`."""
    text: str
    """Text the model wrote in this part."""
    annotations: list[Annotation]
    """Citations and file paths attached to the text; empty when the model cited nothing."""
    logprobs: list[LogProb]
    """Token log probabilities for the text, filled when `message.output_text.logprobs` is included in
    the request."""


class ResponseSummaryText(TypedDict):
    """Content part holding a readable summary of the model's reasoning."""

    type: Literal["summary_text"]
    """Tag of this content part, always `summary_text`."""
    text: str
    """Summary of what the model has reasoned up to this point."""


class ResponseReasoningText(TypedDict):
    """Content part holding the model's reasoning in its own words, not summarised."""

    type: Literal["reasoning_text"]
    """Tag of this content part, always `reasoning_text`."""
    text: str
    """Reasoning the model wrote before answering."""


class ResponseOutputRefusal(TypedDict):
    """Content part the model returns instead of text when it declines a request."""

    type: Literal["refusal"]
    """Tag of this content part, always `refusal`."""
    refusal: str
    """The model's explanation of why it declined, suitable for showing to the user."""


class ResponseInputImage(TypedDict):
    """Content part carrying an image for the model to look at, by URL or uploaded file."""

    type: Literal["input_image"]
    """Tag of this content part, always `input_image`."""
    image_url: NotRequired[str | None]
    """Full address of the image or a base64 `data:` URL; `None` or absent when `file_id` is used."""
    file_id: NotRequired[str | None]
    """ID of an uploaded image file; `None` or absent when `image_url` is used."""
    detail: ImageDetail
    """How finely the image is processed: `low`, `high`, `auto` (default) or `original`."""
    prompt_cache_breakpoint: NotRequired[PromptCacheBreakpointParam]
    """Marks the end of this part as a prompt cache boundary; absent when none was set."""


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


FunctionOutputContentParam: TypeAlias = (
    InputTextContentParam | InputImageContentParamAutoParam | InputFileContentParam
)
"""A part of a function's result: text, an image or a file."""


ResponseOutputMessageContent: TypeAlias = ResponseOutputText | ResponseOutputRefusal
"""Content part of an output message: text or a refusal, distinguished by `type`."""


class ResponseInputFile(TypedDict):
    """Content part carrying a file for the model to read, by ID, URL or inline data."""

    type: Literal["input_file"]
    """Tag of this content part, always `input_file`."""
    file_id: NotRequired[str | None]
    """ID of an uploaded file; `None` or absent when the file comes from `file_data` or `file_url`."""
    filename: NotRequired[str]
    """Name the model sees for the file; useful together with `file_data`."""
    file_data: NotRequired[str]
    """Contents of the file sent inline; absent when `file_id` or `file_url` is used."""
    prompt_cache_breakpoint: NotRequired[PromptCacheBreakpointParam]
    """Marks the end of this part as a prompt cache boundary; absent when none was set."""
    file_url: NotRequired[str]
    """Address the file is fetched from; absent when `file_id` or `file_data` is used."""
    detail: NotRequired[FileDetailEnum]
    """How finely the file is rendered, `auto` by default; `low` costs fewer tokens and `high` gives
    better quality."""


PromptVariable: TypeAlias = ResponseInputText | ResponseInputImage | ResponseInputFile | str
"""Value of a prompt variable: a string or an input content part."""


FunctionAndCustomToolCallOutput: TypeAlias = ResponseInputText | ResponseInputImage | ResponseInputFile
"""One content part of a function or custom tool result: text, an image or a file."""


ResponseInputContentParam: TypeAlias = ResponseInputText | ResponseInputImage | ResponseInputFile
"""One content part of an input message: text, an image or a file; told apart by `type`."""


InputMessageContentList: TypeAlias = list[ResponseInputContentParam]
"""Content parts of an input message in order; text, images and files may be mixed."""
