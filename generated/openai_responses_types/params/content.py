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
    mode: Literal["explicit"]


class PromptCacheBreakpointConfig(TypedDict):
    mode: Literal["explicit"]


class ResponseInputText(TypedDict):
    type: Literal["input_text"]
    text: str
    prompt_cache_breakpoint: NotRequired[PromptCacheBreakpointConfig]


class TopLogProb(TypedDict):
    token: str
    logprob: float
    bytes: list[int]


class LogProb(TypedDict):
    token: str
    logprob: float
    bytes: list[int]
    top_logprobs: list[TopLogProb]


class ResponseOutputText(TypedDict):
    type: Literal["output_text"]
    text: str
    annotations: list[Annotation]
    logprobs: list[LogProb]


class ResponseSummaryText(TypedDict):
    type: Literal["summary_text"]
    text: str


class ResponseReasoningText(TypedDict):
    type: Literal["reasoning_text"]
    text: str


class ResponseOutputRefusal(TypedDict):
    type: Literal["refusal"]
    refusal: str


class ResponseInputImage(TypedDict):
    type: Literal["input_image"]
    image_url: NotRequired[str | None]
    file_id: NotRequired[str | None]
    detail: ImageDetail
    prompt_cache_breakpoint: NotRequired[PromptCacheBreakpointConfig]


class ResponseInputFile(TypedDict):
    type: Literal["input_file"]
    file_id: NotRequired[str | None]
    filename: NotRequired[str]
    file_data: NotRequired[str]
    prompt_cache_breakpoint: NotRequired[PromptCacheBreakpointConfig]
    file_url: NotRequired[str]
    detail: NotRequired[FileInputDetail]


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
    type: Literal["input_image"]
    image_url: NotRequired[str | None]
    file_id: NotRequired[str | None]
    detail: NotRequired[DetailEnum | None]
    prompt_cache_breakpoint: NotRequired[PromptCacheBreakpointParam | None]


class InputFileContentParam(TypedDict):
    type: Literal["input_file"]
    file_id: NotRequired[str | None]
    filename: NotRequired[str | None]
    file_data: NotRequired[str | None]
    file_url: NotRequired[str | None]
    detail: NotRequired[FileDetailEnum]
    prompt_cache_breakpoint: NotRequired[PromptCacheBreakpointParam | None]


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
