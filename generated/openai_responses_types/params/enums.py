# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: enums, as requests take them."""

from __future__ import annotations

from typing import Literal, TypeAlias

from openresponses_types.base import UnknownValue

MessagePhase: TypeAlias = Literal["commentary", "final_answer"]
"""Role of an assistant message within a turn: `commentary` along the way or `final_answer`. Resend it
unchanged with assistant messages in follow-up input; user messages have none."""


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
"""Model id known across OpenAI's APIs; the listed names are suggestions and any other string is
accepted as well."""


ReasoningEffort: TypeAlias = Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]
"""Amount of reasoning before the answer, rising from `none` to `max`; less means quicker replies and
fewer reasoning tokens. Which values work depends on the model."""


ServiceTier: TypeAlias = Literal["auto", "default", "flex", "scale", "priority", "fast", "ultrafast"]
"""Processing tier; unset means `auto`, the project's own setting. A response names the tier really
used, which may differ: `fast` comes back as `priority`."""


ToolChoiceOptions: TypeAlias = Literal["none", "auto", "required"]
"""General tool policy: `none` forbids calls, `auto` leaves the decision to the model, `required`
demands at least one call."""


Verbosity: TypeAlias = Literal["low", "medium", "high"]
"""Length and detail of the model's answer, from terse `low` to extensive `high`; `medium` is the
default."""


PromptCacheTTLEnum: TypeAlias = Literal["30m"]
"""Minimum lifetime of a prompt cache entry; only `30m`, thirty minutes, is accepted."""


PromptCacheModeEnum: TypeAlias = Literal["implicit", "explicit"]
"""Whether cache breakpoints are placed automatically (`implicit`) or only where you mark them
(`explicit`)."""


ModerationMode: TypeAlias = Literal["score", "block"]
"""How a moderation check acts on content: `score` only reports results, `block` also stops flagged
content."""


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
"""Name of extra output data to request, such as `file_search_call.results` or
`reasoning.encrypted_content`, left out unless asked for."""


ImageDetail: TypeAlias = Literal["low", "high", "auto", "original"]
"""How finely an image is processed: `low`, `high`, `auto` or `original`."""


ClickButtonType: TypeAlias = Literal["left", "right", "wheel", "back", "forward"]
"""Mouse button to click: `left`, `right`, `wheel`, `back` or `forward`."""


ToolSearchExecutionType: TypeAlias = Literal["server", "client"]
"""Who carries out a tool search: OpenAI (`server`) or your own code (`client`)."""


CallableToolAllowedCaller: TypeAlias = Literal["direct", "programmatic"]
"""Who may call a tool: the model itself (`direct`) or a program it writes (`programmatic`)."""


RankerVersionType: TypeAlias = Literal["auto", "default-2024-11-15"]
"""Version of the file search ranker, `auto` or the dated `default-2024-11-15`."""


ComputerEnvironment: TypeAlias = Literal["windows", "mac", "linux", "ubuntu", "browser"]
"""Kind of system the preview computer tool drives: `windows`, `mac`, `linux`, `ubuntu` or `browser`."""


ContainerMemoryLimit: TypeAlias = Literal["1g", "4g", "16g", "64g"]
"""Memory size of a hosted container: `1g`, `4g`, `16g` or `64g`."""


InputFidelity: TypeAlias = Literal["high", "low"]
"""How closely image generation keeps to the input images, faces above all: `high` or `low` (default).
Needs `gpt-image-1`, or `gpt-image-1.5` and later; not `gpt-image-1-mini`."""


ImageGenActionEnum: TypeAlias = Literal["generate", "edit", "auto"]
"""Whether the image tool should `generate` a new image, `edit` an existing one, or decide by itself
with `auto`."""


GrammarSyntax: TypeAlias = Literal["lark", "regex"]
"""Notation in which a custom tool's grammar is written: `lark` or `regex`."""


SearchContextSize: TypeAlias = Literal["low", "medium", "high"]
"""How much of the context window web search may fill: `low`, `medium` or `high`."""


SearchContentType: TypeAlias = Literal["text", "image"]
"""Kind of content a web search may return: `text` or `image`."""


McpCallStatus: TypeAlias = Literal["in_progress", "completed", "incomplete", "calling", "failed"]
"""Progress of an MCP tool call: `in_progress`, `calling`, `completed`, `incomplete` or `failed`."""


DetailEnum: TypeAlias = Literal["low", "high", "auto", "original"]
"""Level of detail at which an image is given to the model: `low`, `high`, `auto` or `original`."""


FunctionCallItemStatus: TypeAlias = Literal["in_progress", "completed", "incomplete"]
"""Progress of a tool call or tool output item: `in_progress`, `completed` or `incomplete`."""


FileDetailEnum: TypeAlias = Literal["auto", "low", "high"]
"""Rendering quality of an input file: `low` for less cost, `high` for better quality, `auto` to leave
it to the system."""


FunctionShellCallItemStatus: TypeAlias = Literal["in_progress", "completed", "incomplete"]
"""Progress of a shell call or its output: `in_progress`, `completed` or `incomplete`."""


ApplyPatchCallStatusParam: TypeAlias = Literal["in_progress", "completed"]
"""Progress of an apply patch call sent as input: `in_progress` or `completed`."""


ApplyPatchCallOutputStatusParam: TypeAlias = Literal["completed", "failed"]
"""Whether a patch could be applied: `completed` or `failed`."""


ProgramOutputItemStatus: TypeAlias = Literal["completed", "incomplete"]
"""Final state of a program's output: `completed` or `incomplete`."""


ReasoningModeEnum: TypeAlias = Literal["standard", "pro"] | UnknownValue
"""Reasoning mode of a request: `standard` or `pro`; other strings are permitted."""


TruncationEnum: TypeAlias = Literal["auto", "disabled"]
"""What happens when the input exceeds the context window: `auto` drops the oldest items, `disabled`
lets the request fail."""


PersonalityEnum: TypeAlias = Literal["friendly", "pragmatic"] | UnknownValue
"""Style preset of a model: `friendly` or `pragmatic`; other strings are permitted, as more may be
added."""


PromptCacheRetentionEnum: TypeAlias = Literal["in_memory", "24h"]
"""How prompt cache entries are retained: `in_memory` or `24h`."""


CompactServiceTier: TypeAlias = Literal["auto", "default", "fast", "flex", "priority"]
"""Processing tier asked for in a request: `auto`, `default`, `fast`, `flex` or `priority`."""


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
"""Model id usable with the Responses API: the shared ids plus models listed only for this API, such as
`o3-pro` or `computer-use-preview`."""


CompactionModel: TypeAlias = ResponsesModel | str
"""Model that performs the compaction, such as `gpt-5`; any model id string is accepted."""
