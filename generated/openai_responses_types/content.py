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
    """Marks the end of a prompt prefix that is worth caching; goes on a content part of the request."""

    mode: Literal["explicit"] = ABSENT
    """Kind of breakpoint, always `explicit`."""


class PromptCacheBreakpointConfig(SpecModel):
    """Marks the end of a prompt prefix that is worth caching; stands on a content part."""

    mode: Literal["explicit"] = ABSENT
    """Kind of breakpoint, always `explicit`."""


class ResponseInputText(SpecModel):
    """Text as part of an input message."""

    type: Literal["input_text"]
    """Tag of this part, always `input_text`."""
    text: str = ABSENT
    """The text for the model to read."""
    prompt_cache_breakpoint: PromptCacheBreakpointConfig | None = None
    """Marks that the prompt up to and including this part should be cached; absent for no mark."""


class TopLogProb(SpecModel):
    """A likely token at a position and its log probability."""

    token: str = ABSENT
    """The alternative token, as text."""
    logprob: float = ABSENT
    """Natural logarithm of the token's probability."""
    bytes: list[int] = ABSENT
    """UTF-8 bytes of the token; needed to join characters that span tokens."""


class LogProb(SpecModel):
    """A generated token with its log probability and the alternatives."""

    token: str = ABSENT
    """The token that was generated, as text."""
    logprob: float = ABSENT
    """Natural logarithm of the probability of this token."""
    bytes: list[int] = ABSENT
    """UTF-8 bytes of the token; needed to join characters that span tokens."""
    top_logprobs: list[TopLogProb] = ABSENT
    """Most likely tokens at this position, as many as `top_logprobs` asked for."""


class ResponseOutputText(SpecModel):
    """Text that the model wrote, as part of a message."""

    type: Literal["output_text"]
    """Tag of this part, always `output_text`."""
    text: str = ABSENT
    """The text, ready to be shown."""
    annotations: list[Annotation] = ABSENT
    """Citations and file references that belong to stretches of the text; may be empty."""
    logprobs: list[LogProb] = ABSENT
    """Log probabilities of the tokens; empty unless `include` asked for them."""


class TextContent(SpecModel):
    """Plain text as part of a stored message."""

    type: Literal["text"]
    """Tag of this part, always `text`."""
    text: str = ABSENT
    """The words of this part, without formatting marks of its own."""


class ResponseSummaryText(SpecModel):
    """Part of a reasoning summary, fit to be shown to a user."""

    type: Literal["summary_text"]
    """Tag of this part, always `summary_text`."""
    text: str = ABSENT
    """Summary of what the model thought so far."""


class ResponseReasoningText(SpecModel):
    """Raw text of a model's reasoning, as part of a reasoning item."""

    type: Literal["reasoning_text"]
    """Tag of this part, always `reasoning_text`."""
    text: str = ABSENT
    """The reasoning as the model wrote it."""


class ResponseOutputRefusal(SpecModel):
    """Part of a message in which the model declines to answer."""

    type: Literal["refusal"]
    """Tag of this part, always `refusal`."""
    refusal: str = ABSENT
    """Explanation that the model gives for declining."""


class ResponseInputImage(SpecModel):
    """Image as part of an input message; give `image_url` or `file_id`."""

    type: Literal["input_image"]
    """Tag of this part, always `input_image`."""
    image_url: str | None = None
    """Address of the image, or the image itself as a data URL; null when a file is named."""
    file_id: str | None = None
    """Identifier of an uploaded image file; null when an address is given."""
    detail: ImageDetail = ABSENT
    """How closely the model looks at the image; `auto` leaves it to the server."""
    prompt_cache_breakpoint: PromptCacheBreakpointConfig | None = None
    """Marks that the prompt up to and including this part should be cached; absent for no mark."""


class ComputerScreenshotContent(SpecModel):
    """Screenshot of a computer that the model operates, as part of a message."""

    type: Literal["computer_screenshot"]
    """Tag of this part, always `computer_screenshot`."""
    image_url: str | None = ABSENT
    """Address of the screenshot; null when a file is named."""
    file_id: str | None = ABSENT
    """Identifier of an uploaded file with the screenshot; null when an address is given."""
    detail: ImageDetail = ABSENT
    """How closely the model looks at the screenshot."""
    prompt_cache_breakpoint: PromptCacheBreakpointConfig | None = None
    """Marks that the prompt up to and including this part should be cached; absent for no mark."""


class ResponseInputFile(SpecModel):
    """File as part of an input message; give one of `file_id`, `file_data` and `file_url`."""

    type: Literal["input_file"]
    """Tag of this part, always `input_file`."""
    file_id: str | None = None
    """Identifier of an uploaded file; null when the file comes another way."""
    filename: str | None = None
    """Name of the file; tells its kind when the content is sent along."""
    file_data: str | None = None
    """Content of the file in base64, usually as a data URL."""
    prompt_cache_breakpoint: PromptCacheBreakpointConfig | None = None
    """Marks that the prompt up to and including this part should be cached; absent for no mark."""
    file_url: str | None = None
    """Address from which the server fetches the file."""
    detail: FileInputDetail | None = None
    """How closely pages of the file are looked at as images."""


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
