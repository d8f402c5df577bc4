# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: enums, as requests take them."""

from __future__ import annotations

from typing import Literal, TypeAlias

from openresponses_types.base import UnknownValue

MessagePhase: TypeAlias = Literal["commentary", "final_answer"]


SharedModel: TypeAlias = (
    Literal[
        "gpt-5.6-sol",
        "gpt-5.6-terra",
        "gpt-5.6-luna",
        "gpt-5.5",
        "gpt-5.5-2026-04-23",
        "gpt-5.4",
        "gpt-5.4-mini",
        "gpt-5.4-nano",
        "gpt-5.4-mini-2026-03-17",
        "gpt-5.4-nano-2026-03-17",
        "gpt-5.3-chat-latest",
        "gpt-5.2",
        "gpt-5.2-2025-12-11",
        "gpt-5.2-chat-latest",
        "gpt-5.2-pro",
        "gpt-5.2-pro-2025-12-11",
        "gpt-5.1",
        "gpt-5.1-2025-11-13",
        "gpt-5.1-codex",
        "gpt-5.1-mini",
        "gpt-5.1-chat-latest",
        "gpt-5",
        "gpt-5-mini",
        "gpt-5-nano",
        "gpt-5-2025-08-07",
        "gpt-5-mini-2025-08-07",
        "gpt-5-nano-2025-08-07",
        "gpt-5-chat-latest",
        "gpt-4.1",
        "gpt-4.1-mini",
        "gpt-4.1-nano",
        "gpt-4.1-2025-04-14",
        "gpt-4.1-mini-2025-04-14",
        "gpt-4.1-nano-2025-04-14",
        "o4-mini",
        "o4-mini-2025-04-16",
        "o3",
        "o3-2025-04-16",
        "o3-mini",
        "o3-mini-2025-01-31",
        "o1",
        "o1-2024-12-17",
        "o1-preview",
        "o1-preview-2024-09-12",
        "o1-mini",
        "o1-mini-2024-09-12",
        "gpt-4o",
        "gpt-4o-2024-11-20",
        "gpt-4o-2024-08-06",
        "gpt-4o-2024-05-13",
        "gpt-4o-audio-preview",
        "gpt-4o-audio-preview-2024-10-01",
        "gpt-4o-audio-preview-2024-12-17",
        "gpt-4o-audio-preview-2025-06-03",
        "gpt-4o-mini-audio-preview",
        "gpt-4o-mini-audio-preview-2024-12-17",
        "gpt-4o-search-preview",
        "gpt-4o-mini-search-preview",
        "gpt-4o-search-preview-2025-03-11",
        "gpt-4o-mini-search-preview-2025-03-11",
        "chatgpt-4o-latest",
        "codex-mini-latest",
        "gpt-4o-mini",
        "gpt-4o-mini-2024-07-18",
        "gpt-4-turbo",
        "gpt-4-turbo-2024-04-09",
        "gpt-4-0125-preview",
        "gpt-4-turbo-preview",
        "gpt-4-1106-preview",
        "gpt-4-vision-preview",
        "gpt-4",
        "gpt-4-0314",
        "gpt-4-0613",
        "gpt-4-32k",
        "gpt-4-32k-0314",
        "gpt-4-32k-0613",
        "gpt-3.5-turbo",
        "gpt-3.5-turbo-16k",
        "gpt-3.5-turbo-0301",
        "gpt-3.5-turbo-0613",
        "gpt-3.5-turbo-1106",
        "gpt-3.5-turbo-0125",
        "gpt-3.5-turbo-16k-0613",
    ]
    | UnknownValue
)


ReasoningEffort: TypeAlias = Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]


ServiceTier: TypeAlias = Literal["auto", "default", "flex", "scale", "priority", "fast", "ultrafast"]


ToolChoiceOptions: TypeAlias = Literal["none", "auto", "required"]


Verbosity: TypeAlias = Literal["low", "medium", "high"]


PromptCacheTTLEnum: TypeAlias = Literal["30m"]


PromptCacheModeEnum: TypeAlias = Literal["implicit", "explicit"]


ModerationMode: TypeAlias = Literal["score", "block"]


IncludeEnum: TypeAlias = Literal[
    "file_search_call.results",
    "web_search_call.results",
    "web_search_call.action.sources",
    "message.input_image.image_url",
    "computer_call_output.output.image_url",
    "code_interpreter_call.outputs",
    "reasoning.encrypted_content",
    "message.output_text.logprobs",
]


ImageDetail: TypeAlias = Literal["low", "high", "auto", "original"]


FileInputDetail: TypeAlias = Literal["auto", "low", "high"]


ClickButtonType: TypeAlias = Literal["left", "right", "wheel", "back", "forward"]


ToolSearchExecutionType: TypeAlias = Literal["server", "client"]


CallableToolAllowedCaller: TypeAlias = Literal["direct", "programmatic"]


RankerVersionType: TypeAlias = Literal["auto", "default-2024-11-15"]


ComputerEnvironment: TypeAlias = Literal["windows", "mac", "linux", "ubuntu", "browser"]


ContainerMemoryLimit: TypeAlias = Literal["1g", "4g", "16g", "64g"]


InputFidelity: TypeAlias = Literal["high", "low"]


ImageGenActionEnum: TypeAlias = Literal["generate", "edit", "auto"]


GrammarSyntax: TypeAlias = Literal["lark", "regex"]


SearchContextSize: TypeAlias = Literal["low", "medium", "high"]


SearchContentType: TypeAlias = Literal["text", "image"]


McpCallStatus: TypeAlias = Literal["in_progress", "completed", "incomplete", "calling", "failed"]


DetailEnum: TypeAlias = Literal["low", "high", "auto", "original"]


FunctionCallItemStatus: TypeAlias = Literal["in_progress", "completed", "incomplete"]


FileDetailEnum: TypeAlias = Literal["auto", "low", "high"]


FunctionShellCallItemStatus: TypeAlias = Literal["in_progress", "completed", "incomplete"]


ApplyPatchCallStatusParam: TypeAlias = Literal["in_progress", "completed"]


ApplyPatchCallOutputStatusParam: TypeAlias = Literal["completed", "failed"]


ProgramOutputItemStatus: TypeAlias = Literal["completed", "incomplete"]


ReasoningModeEnum: TypeAlias = Literal["standard", "pro"] | UnknownValue


TruncationEnum: TypeAlias = Literal["auto", "disabled"]


PersonalityEnum: TypeAlias = Literal["friendly", "pragmatic"] | UnknownValue


PromptCacheRetentionEnum: TypeAlias = Literal["in_memory", "24h"]


CompactServiceTier: TypeAlias = Literal["auto", "default", "fast", "flex", "priority"]


ResponsesModel: TypeAlias = (
    SharedModel
    | Literal[
        "o1-pro",
        "o1-pro-2025-03-19",
        "o3-pro",
        "o3-pro-2025-06-10",
        "o3-deep-research",
        "o3-deep-research-2025-06-26",
        "o4-mini-deep-research",
        "o4-mini-deep-research-2025-06-26",
        "computer-use-preview",
        "computer-use-preview-2025-03-11",
        "gpt-5.5-pro",
        "gpt-5.5-pro-2026-04-23",
        "gpt-5-codex",
        "gpt-5-pro",
        "gpt-5-pro-2025-10-06",
        "gpt-5.1-codex-max",
        "gpt-daybreak-blue-latest",
        "gpt-daybreak-red-latest",
        "gpt-5.6-cyber",
    ]
)


CompactionModel: TypeAlias = ResponsesModel | str
