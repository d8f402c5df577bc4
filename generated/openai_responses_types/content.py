# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: content, as servers send them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import (
    ABSENT,
    KnownTags,
    SpecModel,
    UnknownContent,
)

from .annotations import Annotation
from .enums import DetailEnum, FileDetailEnum, FileInputDetail, ImageDetail


class ComputerScreenshotImage(SpecModel):
    """Screenshot taken after performing the actions of a computer call; sent back as the `output` of a
    computer call output item."""

    type: Literal["computer_screenshot"] = ABSENT
    """Tag of this screenshot object, always `computer_screenshot`."""
    image_url: str | None = None
    """Address of the picture; give either this or `file_id`."""
    file_id: str | None = None
    """Identifier of a previously uploaded file holding the picture, as an alternative to `image_url`."""


class PromptCacheBreakpointParam(SpecModel):
    mode: Literal["explicit"] = ABSENT


class PromptCacheBreakpointConfig(SpecModel):
    mode: Literal["explicit"] = ABSENT


class ResponseInputText(SpecModel):
    type: Literal["input_text"]
    text: str = ABSENT
    prompt_cache_breakpoint: PromptCacheBreakpointConfig | None = None


class TopLogProb(SpecModel):
    token: str = ABSENT
    logprob: float = ABSENT
    bytes: list[int] = ABSENT


class LogProb(SpecModel):
    token: str = ABSENT
    logprob: float = ABSENT
    bytes: list[int] = ABSENT
    top_logprobs: list[TopLogProb] = ABSENT


class ResponseOutputText(SpecModel):
    type: Literal["output_text"]
    text: str = ABSENT
    annotations: list[Annotation] = ABSENT
    logprobs: list[LogProb] = ABSENT


class TextContent(SpecModel):
    type: Literal["text"]
    text: str = ABSENT


class ResponseSummaryText(SpecModel):
    type: Literal["summary_text"]
    text: str = ABSENT


class ResponseReasoningText(SpecModel):
    type: Literal["reasoning_text"]
    text: str = ABSENT


class ResponseOutputRefusal(SpecModel):
    type: Literal["refusal"]
    refusal: str = ABSENT


class ResponseInputImage(SpecModel):
    type: Literal["input_image"]
    image_url: str | None = None
    file_id: str | None = None
    detail: ImageDetail = ABSENT
    prompt_cache_breakpoint: PromptCacheBreakpointConfig | None = None


class ComputerScreenshotContent(SpecModel):
    type: Literal["computer_screenshot"]
    image_url: str | None = ABSENT
    file_id: str | None = ABSENT
    detail: ImageDetail = ABSENT
    prompt_cache_breakpoint: PromptCacheBreakpointConfig | None = None


class ResponseInputFile(SpecModel):
    type: Literal["input_file"]
    file_id: str | None = None
    filename: str | None = None
    file_data: str | None = None
    prompt_cache_breakpoint: PromptCacheBreakpointConfig | None = None
    file_url: str | None = None
    detail: FileInputDetail | None = None


class CodeInterpreterOutputLogs(SpecModel):
    """Text output of a code interpreter run, one of the entries in the `outputs` of its call item."""

    type: Literal["logs"]
    """Tag of this output, always `logs`."""
    logs: str = ABSENT
    """Text that the executed code wrote to its log."""


class CodeInterpreterOutputImage(SpecModel):
    """Image produced by a code interpreter run, one of the entries in the `outputs` of its call item."""

    type: Literal["image"]
    """Tag of this output, always `image`."""
    url: str = ABSENT
    """Address from which the generated image can be fetched."""


class InputTextContentParam(SpecModel):
    """Content part that gives the model plain text within an input item."""

    type: Literal["input_text"]
    """Tag of this content part, always `input_text`."""
    text: str = ABSENT
    """Text for the model to read, at most 10,485,760 characters."""
    prompt_cache_breakpoint: PromptCacheBreakpointParam | None = None
    """Marks this part as a prompt cache breakpoint; null or absent for none."""


class InputImageContentParamAutoParam(SpecModel):
    type: Literal["input_image"]
    image_url: str | None = None
    file_id: str | None = None
    detail: DetailEnum | None = None
    prompt_cache_breakpoint: PromptCacheBreakpointParam | None = None


class InputFileContentParam(SpecModel):
    type: Literal["input_file"]
    file_id: str | None = None
    filename: str | None = None
    file_data: str | None = None
    file_url: str | None = None
    detail: FileDetailEnum | None = None
    prompt_cache_breakpoint: PromptCacheBreakpointParam | None = None


CodeInterpreterOutput = TypeAliasType(
    "CodeInterpreterOutput",
    Annotated[
        Annotated[CodeInterpreterOutputLogs | CodeInterpreterOutputImage, Field(discriminator="type")]
        | Annotated[UnknownContent, KnownTags("image", "logs")],
        Field(union_mode="left_to_right"),
    ],
)
"""One output of a code interpreter run: its logs or an image."""


class ResponseTopLogProb(SpecModel):
    """One likely token at a position and its log probability."""

    token: str | None = None
    """Text of a candidate token for this position."""
    logprob: float | None = None
    """Logarithm of the candidate token's probability; compare it with the other entries of the list."""


PromptVariable = TypeAliasType(
    "PromptVariable",
    Annotated[
        str
        | Annotated[ResponseInputText | ResponseInputImage | ResponseInputFile, Field(discriminator="type")]
        | Annotated[UnknownContent, KnownTags("input_file", "input_image", "input_text")],
        Field(union_mode="left_to_right"),
    ],
)
"""Value of a prompt variable: a string or an input content part."""


class ReasoningSummaryPart(SpecModel):
    """A part of a reasoning summary inside a stream event."""

    type: Literal["summary_text"] = ABSENT
    """Tag marking the part as summary text, always `summary_text`."""
    text: str = ABSENT
    """Summary text known so far, usually empty at this point."""


ConversationContent = TypeAliasType(
    "ConversationContent",
    Annotated[
        Annotated[
            ResponseInputText
            | ResponseOutputText
            | TextContent
            | ResponseSummaryText
            | ResponseReasoningText
            | ResponseOutputRefusal
            | ResponseInputImage
            | ComputerScreenshotContent
            | ResponseInputFile,
            Field(discriminator="type"),
        ]
        | Annotated[
            UnknownContent,
            KnownTags(
                "computer_screenshot",
                "input_file",
                "input_image",
                "input_text",
                "output_text",
                "reasoning_text",
                "refusal",
                "summary_text",
                "text",
            ),
        ],
        Field(union_mode="left_to_right"),
    ],
)
"""A part of a stored conversation message."""


FunctionOutputContentParam = TypeAliasType(
    "FunctionOutputContentParam",
    Annotated[
        Annotated[
            InputTextContentParam | InputImageContentParamAutoParam | InputFileContentParam,
            Field(discriminator="type"),
        ]
        | Annotated[UnknownContent, KnownTags("input_file", "input_image", "input_text")],
        Field(union_mode="left_to_right"),
    ],
)
"""A part of a function's result: text, an image or a file."""


FunctionAndCustomToolCallOutput = TypeAliasType(
    "FunctionAndCustomToolCallOutput",
    Annotated[
        Annotated[ResponseInputText | ResponseInputImage | ResponseInputFile, Field(discriminator="type")]
        | Annotated[UnknownContent, KnownTags("input_file", "input_image", "input_text")],
        Field(union_mode="left_to_right"),
    ],
)
"""One content part of a function or custom tool result: text, an image or a file."""


ResponseInputContent = TypeAliasType(
    "ResponseInputContent",
    Annotated[
        Annotated[ResponseInputText | ResponseInputImage | ResponseInputFile, Field(discriminator="type")]
        | Annotated[UnknownContent, KnownTags("input_file", "input_image", "input_text")],
        Field(union_mode="left_to_right"),
    ],
)
"""One content part of an input message: text, an image or a file; told apart by `type`."""


InputMessageContentList = TypeAliasType("InputMessageContentList", list[ResponseInputContent])
"""Content parts of an input message in order; text, images and files may be mixed."""


ResponseOutputContent = TypeAliasType(
    "ResponseOutputContent",
    Annotated[
        Annotated[
            ResponseOutputText | ResponseOutputRefusal | ResponseReasoningText, Field(discriminator="type")
        ]
        | Annotated[UnknownContent, KnownTags("output_text", "reasoning_text", "refusal")],
        Field(union_mode="left_to_right"),
    ],
)
"""Content part that appears in streamed content-part events: output text, a refusal, or reasoning
text; distinguished by `type`."""


ResponseOutputMessageContent = TypeAliasType(
    "ResponseOutputMessageContent",
    Annotated[
        Annotated[ResponseOutputText | ResponseOutputRefusal, Field(discriminator="type")]
        | Annotated[UnknownContent, KnownTags("output_text", "refusal")],
        Field(union_mode="left_to_right"),
    ],
)
"""Content part of an output message: text or a refusal, distinguished by `type`."""


class ResponseLogProb(SpecModel):
    """Log probability of one generated token with its likeliest alternatives, as listed in `logprobs`
    of the output text events. Values closer to zero mean more confidence."""

    token: str = ABSENT
    """Text of the token at this position of the output."""
    logprob: float = ABSENT
    """Logarithm of the probability the model gave this token; zero or negative, and higher means
    likelier."""
    top_logprobs: list[ResponseTopLogProb] | None = None
    """Likeliest tokens at this position with their log probabilities, at most 20 entries; how many is
    set by `top_logprobs` of the request."""
