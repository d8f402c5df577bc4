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
from .enums import ImageDetail


class InputTextContent(SpecModel):
    type: Literal["input_text"]
    text: str = ABSENT


class TopLogProb(SpecModel):
    token: str = ABSENT
    logprob: float = ABSENT
    bytes: list[int] = ABSENT


class LogProb(SpecModel):
    token: str = ABSENT
    logprob: float = ABSENT
    bytes: list[int] = ABSENT
    top_logprobs: list[TopLogProb] = ABSENT


class OutputTextContent(SpecModel):
    type: Literal["output_text"]
    text: str = ABSENT
    annotations: list[Annotation] = ABSENT
    logprobs: list[LogProb] | None = None


class TextContent(SpecModel):
    type: Literal["text"]
    text: str = ABSENT


class SummaryTextContent(SpecModel):
    type: Literal["summary_text"]
    text: str = ABSENT


class ReasoningTextContent(SpecModel):
    type: Literal["reasoning_text"]
    text: str = ABSENT


class RefusalContent(SpecModel):
    type: Literal["refusal"]
    refusal: str = ABSENT


class InputImageContent(SpecModel):
    type: Literal["input_image"]
    image_url: str | None = ABSENT
    detail: ImageDetail = ABSENT


class InputFileContent(SpecModel):
    type: Literal["input_file"]
    filename: str | None = None
    file_url: str | None = None


class InputVideoContent(SpecModel):
    type: Literal["input_video"]
    video_url: str = ABSENT


MessageContent = TypeAliasType(
    "MessageContent",
    Annotated[
        Annotated[
            InputTextContent
            | OutputTextContent
            | TextContent
            | SummaryTextContent
            | ReasoningTextContent
            | RefusalContent
            | InputImageContent
            | InputFileContent
            | InputVideoContent,
            Field(discriminator="type"),
        ]
        | Annotated[
            UnknownContent,
            KnownTags(
                "input_file",
                "input_image",
                "input_text",
                "input_video",
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
"""A part of a message, whoever wrote it."""


FunctionOutputContent = TypeAliasType(
    "FunctionOutputContent",
    Annotated[
        Annotated[InputTextContent | InputImageContent | InputFileContent, Field(discriminator="type")]
        | Annotated[UnknownContent, KnownTags("input_file", "input_image", "input_text")],
        Field(union_mode="left_to_right"),
    ],
)
"""A part of a function's result: text, an image or a file."""


StreamedContent = TypeAliasType(
    "StreamedContent",
    Annotated[
        Annotated[
            InputTextContent
            | OutputTextContent
            | TextContent
            | SummaryTextContent
            | ReasoningTextContent
            | RefusalContent
            | InputImageContent
            | InputFileContent,
            Field(discriminator="type"),
        ]
        | Annotated[
            UnknownContent,
            KnownTags(
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
"""A part that can be added to an item while it is streamed."""
