# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: content, as servers send them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import ABSENT, KnownTags, SpecModel, UnknownContent

from .annotations import Annotation
from .enums import DetailEnum, FileDetailEnum, ImageDetail


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
    """Cache marker on a content block: the prompt up to exactly this point can be reused by later
    requests."""

    mode: Literal["explicit"] = ABSENT
    """Tag of this breakpoint, always `explicit`."""


class ResponseInputText(SpecModel):
    """Content part carrying plain text for the model to read."""

    type: Literal["input_text"]
    """Tag of this content part, always `input_text`."""
    text: str = ABSENT
    """Plain text given to the model in this part."""
    prompt_cache_breakpoint: PromptCacheBreakpointParam | None = None
    """Marks the end of this part as a prompt cache boundary; absent when none was set."""


class TopLogProb(SpecModel):
    """One of the likeliest candidate tokens at a position, with its log probability."""

    token: str = ABSENT
    """Text of this candidate token, as the model would have written it."""
    logprob: float = ABSENT
    """Natural log of the probability the model gave this candidate token."""
    bytes: list[int] = ABSENT
    """UTF-8 bytes of the token as integers; join those of neighbouring tokens to rebuild split
    characters."""


class LogProb(SpecModel):
    """Log probability of one generated token, along with the likeliest alternatives at its position."""

    token: str = ABSENT
    """Text of the token the model generated."""
    logprob: float = ABSENT
    """Natural log of the probability the model gave this token."""
    bytes: list[int] = ABSENT
    """UTF-8 bytes of the token as integers; join those of neighbouring tokens to rebuild split
    characters."""
    top_logprobs: list[TopLogProb] = ABSENT
    """Likeliest candidate tokens at this position, as many as `top_logprobs` requested; may be empty."""


class ResponseOutputText(SpecModel):
    """Content part holding text the model wrote, with its citations and any token probabilities."""

    type: Literal["output_text"]
    """Tag of this content part, always `output_text`."""
    text: str = ABSENT
    """Text the model wrote in this part."""
    annotations: list[Annotation] = ABSENT
    """Citations and file paths attached to the text; empty when the model cited nothing."""
    logprobs: list[LogProb] = ABSENT
    """Token log probabilities for the text, filled when `message.output_text.logprobs` is included in
    the request."""


class TextContent(SpecModel):
    """Content part holding text not tied to either input or output."""

    type: Literal["text"]
    """Tag of this content part, always `text`."""
    text: str = ABSENT
    """Plain text held by this part."""


class ResponseSummaryText(SpecModel):
    """Content part holding a readable summary of the model's reasoning."""

    type: Literal["summary_text"]
    """Tag of this content part, always `summary_text`."""
    text: str = ABSENT
    """Summary of what the model has reasoned up to this point."""


class ResponseReasoningText(SpecModel):
    """Content part holding the model's reasoning in its own words, not summarised."""

    type: Literal["reasoning_text"]
    """Tag of this content part, always `reasoning_text`."""
    text: str = ABSENT
    """Reasoning the model wrote before answering."""


class ResponseOutputRefusal(SpecModel):
    """Content part the model returns instead of text when it declines a request."""

    type: Literal["refusal"]
    """Tag of this content part, always `refusal`."""
    refusal: str = ABSENT
    """The model's explanation of why it declined, suitable for showing to the user."""


class ResponseInputImage(SpecModel):
    """Content part carrying an image for the model to look at, by URL or uploaded file."""

    type: Literal["input_image"]
    """Tag of this content part, always `input_image`."""
    image_url: str | None = None
    """Full address of the image or a base64 `data:` URL; `None` or absent when `file_id` is used."""
    file_id: str | None = None
    """ID of an uploaded image file; `None` or absent when `image_url` is used."""
    detail: ImageDetail = ABSENT
    """How finely the image is processed: `low`, `high`, `auto` (default) or `original`."""
    prompt_cache_breakpoint: PromptCacheBreakpointParam | None = None
    """Marks the end of this part as a prompt cache boundary; absent when none was set."""


class ComputerScreenshotContent(SpecModel):
    """Content part carrying a capture of the screen the model is operating."""

    type: Literal["computer_screenshot"]
    """Tag of this content part, always `computer_screenshot`."""
    image_url: str | None = ABSENT
    """Address of the screenshot; `None` when it is given by `file_id` instead."""
    file_id: str | None = ABSENT
    """ID of the uploaded screenshot file; `None` when it is given by `image_url` instead."""
    detail: ImageDetail = ABSENT
    """How finely the screenshot is processed: `low`, `high`, `auto` (default) or `original`."""
    prompt_cache_breakpoint: PromptCacheBreakpointParam | None = None
    """Marks the end of this part as a prompt cache boundary; absent when none was set."""


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
    """Image part of a function call's `output`, given either by URL or by uploaded file."""

    type: Literal["input_image"]
    """Tag of this content part, always `input_image`."""
    image_url: str | None = None
    """Where the image is: a complete URL, or a data URL with the base64 bytes, at most 20971520
    characters; null or absent when `file_id` is used."""
    file_id: str | None = None
    """Identifier of an uploaded image file; null or absent when `image_url` is used."""
    detail: DetailEnum | None = None
    """Level of detail at which the model looks at the image; may be null or left out."""
    prompt_cache_breakpoint: PromptCacheBreakpointParam | None = None
    """Marks the end of this part as a prompt cache boundary; null or absent sets none here."""


class InputFileContentParam(SpecModel):
    """File part of a message or of a function call's `output`, given by upload identifier, inline data
    or URL."""

    type: Literal["input_file"]
    """Tag of this content part, always `input_file`."""
    file_id: str | None = None
    """Identifier of an uploaded file; null or absent when the file comes inline or by URL."""
    filename: str | None = None
    """Name under which the file is passed to the model; may be null or left out."""
    file_data: str | None = None
    """Content of the file in base64, at most 73400320 characters; null or absent when `file_id` or
    `file_url` is used."""
    file_url: str | None = None
    """Address from which the file is fetched; null or absent when `file_id` or `file_data` is used."""
    detail: FileDetailEnum | None = None
    """Rendering quality of the file, `auto` by default. From GPT-5.6 on, `auto` renders in high
    quality, which can cost more input tokens; `low` is cheaper."""
    prompt_cache_breakpoint: PromptCacheBreakpointParam | None = None
    """Marks the end of this part as a prompt cache boundary; null or absent sets none here."""


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


class ReasoningSummaryPart(SpecModel):
    """A part of a reasoning summary inside a stream event."""

    type: Literal["summary_text"] = ABSENT
    """Tag marking the part as summary text, always `summary_text`."""
    text: str = ABSENT
    """Summary text known so far, usually empty at this point."""


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


class ResponseInputFile(SpecModel):
    """Content part carrying a file for the model to read, by ID, URL or inline data."""

    type: Literal["input_file"]
    """Tag of this content part, always `input_file`."""
    file_id: str | None = None
    """ID of an uploaded file; `None` or absent when the file comes from `file_data` or `file_url`."""
    filename: str | None = None
    """Name the model sees for the file; useful together with `file_data`."""
    file_data: str | None = None
    """Contents of the file sent inline; absent when `file_id` or `file_url` is used."""
    prompt_cache_breakpoint: PromptCacheBreakpointParam | None = None
    """Marks the end of this part as a prompt cache boundary; absent when none was set."""
    file_url: str | None = None
    """Address the file is fetched from; absent when `file_id` or `file_data` is used."""
    detail: FileDetailEnum | None = None
    """How finely the file is rendered, `auto` by default; `low` costs fewer tokens and `high` gives
    better quality."""


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
