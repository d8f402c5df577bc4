# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: enums, as servers send them."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

from openresponses_types.base import UnknownValue

MessagePhase = TypeAliasType("MessagePhase", Literal["commentary", "final_answer"] | UnknownValue)
"""Role of an assistant message within a turn: `commentary` along the way or `final_answer`. Resend it
unchanged with assistant messages in follow-up input; user messages have none."""


SharedModel = TypeAliasType(
    "SharedModel",
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
    | UnknownValue,
)
"""Model id known across OpenAI's APIs; the listed names are suggestions and any other string is
accepted as well."""


ReasoningEffort = TypeAliasType(
    "ReasoningEffort", Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"] | UnknownValue
)
"""Amount of reasoning before the answer, rising from `none` to `max`; less means quicker replies and
fewer reasoning tokens. Which values work depends on the model."""


ResponseErrorCode = TypeAliasType(
    "ResponseErrorCode",
    Literal[
        "server_error",
        "rate_limit_exceeded",
        "invalid_prompt",
        "data_residency_mismatch",
        "bio_policy",
        "vector_store_timeout",
        "invalid_image",
        "invalid_image_format",
        "invalid_base64_image",
        "invalid_image_url",
        "image_too_large",
        "image_too_small",
        "image_parse_error",
        "image_content_policy_violation",
        "invalid_image_mode",
        "image_file_too_large",
        "unsupported_image_media_type",
        "empty_image_file",
        "failed_to_download_image",
        "image_file_not_found",
    ]
    | UnknownValue,
)
"""Code of a failed response: server or rate limit trouble, a rejected prompt, a policy or data
residency block, a vector store timeout, or an unusable image."""


ServiceTier = TypeAliasType(
    "ServiceTier", Literal["auto", "default", "flex", "scale", "priority", "fast", "ultrafast"] | UnknownValue
)
"""Processing tier; unset means `auto`, the project's own setting. A response names the tier really
used, which may differ: `fast` comes back as `priority`."""


ToolChoiceOptions = TypeAliasType("ToolChoiceOptions", Literal["none", "auto", "required"] | UnknownValue)
"""General tool policy: `none` forbids calls, `auto` leaves the decision to the model, `required`
demands at least one call."""


Verbosity = TypeAliasType("Verbosity", Literal["low", "medium", "high"] | UnknownValue)
"""Length and detail of the model's answer, from terse `low` to extensive `high`; `medium` is the
default."""


ModerationInputType = TypeAliasType("ModerationInputType", Literal["text", "image"] | UnknownValue)
"""Kind of content a moderation score took into account, `text` or `image`."""


PromptCacheTTLEnum = TypeAliasType("PromptCacheTTLEnum", Literal["30m"])
"""Minimum lifetime of a prompt cache entry; only `30m`, thirty minutes, is accepted."""


PromptCacheModeEnum = TypeAliasType("PromptCacheModeEnum", Literal["implicit", "explicit"] | UnknownValue)
"""Whether cache breakpoints are placed automatically (`implicit`) or only where you mark them
(`explicit`)."""


MessageStatus = TypeAliasType(
    "MessageStatus", Literal["in_progress", "completed", "incomplete"] | UnknownValue
)
"""Progress of a message item: `in_progress`, `completed`, or `incomplete` when it was cut short."""


MessageRole = TypeAliasType(
    "MessageRole",
    Literal["unknown", "user", "assistant", "system", "critic", "discriminator", "developer", "tool"]
    | UnknownValue,
)
"""Author of a message, such as `user`, `assistant`, `system`, `developer` or `tool`."""


ImageDetail = TypeAliasType("ImageDetail", Literal["low", "high", "auto", "original"] | UnknownValue)
"""How finely an image is processed: `low`, `high`, `auto` or `original`."""


ConversationMessagePhase = TypeAliasType(
    "ConversationMessagePhase", Literal["commentary", "final_answer"] | UnknownValue
)
"""Whether an assistant message is interim `commentary` or the `final_answer`."""


FunctionCallStatus = TypeAliasType(
    "FunctionCallStatus", Literal["in_progress", "completed", "incomplete"] | UnknownValue
)
"""Progress of a call item: `in_progress`, `completed`, or `incomplete` when it was cut short."""


FunctionCallOutputStatusEnum = TypeAliasType(
    "FunctionCallOutputStatusEnum", Literal["in_progress", "completed", "incomplete"] | UnknownValue
)
"""Progress of a function output item: `in_progress`, `completed`, or `incomplete` when it was cut
short."""


ClickButtonType = TypeAliasType(
    "ClickButtonType", Literal["left", "right", "wheel", "back", "forward"] | UnknownValue
)
"""Mouse button to click: `left`, `right`, `wheel`, `back` or `forward`."""


ComputerCallOutputStatus = TypeAliasType(
    "ComputerCallOutputStatus", Literal["completed", "incomplete", "failed"] | UnknownValue
)
"""Outcome of a computer call output: `completed`, `incomplete` or `failed`."""


ToolSearchExecutionType = TypeAliasType("ToolSearchExecutionType", Literal["server", "client"] | UnknownValue)
"""Who carries out a tool search: OpenAI (`server`) or your own code (`client`)."""


CallableToolAllowedCaller = TypeAliasType(
    "CallableToolAllowedCaller", Literal["direct", "programmatic"] | UnknownValue
)
"""Who may call a tool: the model itself (`direct`) or a program it writes (`programmatic`)."""


RankerVersionType = TypeAliasType("RankerVersionType", Literal["auto", "default-2024-11-15"] | UnknownValue)
"""Version of the file search ranker, `auto` or the dated `default-2024-11-15`."""


ComputerEnvironment = TypeAliasType(
    "ComputerEnvironment", Literal["windows", "mac", "linux", "ubuntu", "browser"] | UnknownValue
)
"""Kind of system the preview computer tool drives: `windows`, `mac`, `linux`, `ubuntu` or `browser`."""


ContainerMemoryLimit = TypeAliasType("ContainerMemoryLimit", Literal["1g", "4g", "16g", "64g"] | UnknownValue)
"""Memory size of a hosted container: `1g`, `4g`, `16g` or `64g`."""


InputFidelity = TypeAliasType("InputFidelity", Literal["high", "low"] | UnknownValue)
"""How closely image generation keeps to the input images, faces above all: `high` or `low` (default).
Needs `gpt-image-1`, or `gpt-image-1.5` and later; not `gpt-image-1-mini`."""


ImageGenActionEnum = TypeAliasType("ImageGenActionEnum", Literal["generate", "edit", "auto"] | UnknownValue)
"""Whether the image tool should `generate` a new image, `edit` an existing one, or decide by itself
with `auto`."""


GrammarSyntax = TypeAliasType("GrammarSyntax", Literal["lark", "regex"] | UnknownValue)
"""Notation in which a custom tool's grammar is written: `lark` or `regex`."""


SearchContextSize = TypeAliasType("SearchContextSize", Literal["low", "medium", "high"] | UnknownValue)
"""How much of the context window web search may fill: `low`, `medium` or `high`."""


SearchContentType = TypeAliasType("SearchContentType", Literal["text", "image"] | UnknownValue)
"""Kind of content a web search may return: `text` or `image`."""


ProgramOutputStatus = TypeAliasType("ProgramOutputStatus", Literal["completed", "incomplete"] | UnknownValue)
"""How a program ended: `completed` or `incomplete`."""


FunctionShellCallStatus = TypeAliasType(
    "FunctionShellCallStatus", Literal["in_progress", "completed", "incomplete"] | UnknownValue
)
"""Progress of a `shell_call` item: `in_progress`, `completed` or `incomplete`."""


FunctionShellCallOutputStatusEnum = TypeAliasType(
    "FunctionShellCallOutputStatusEnum", Literal["in_progress", "completed", "incomplete"] | UnknownValue
)
"""Progress of a `shell_call_output` item: `in_progress`, `completed` or `incomplete`."""


ApplyPatchCallStatus = TypeAliasType(
    "ApplyPatchCallStatus", Literal["in_progress", "completed"] | UnknownValue
)
"""Progress of an `apply_patch_call` item: `in_progress` or `completed`."""


ApplyPatchCallOutputStatus = TypeAliasType(
    "ApplyPatchCallOutputStatus", Literal["completed", "failed"] | UnknownValue
)
"""Result of carrying out an `apply_patch_call`: `completed` or `failed`."""


McpCallStatus = TypeAliasType(
    "McpCallStatus", Literal["in_progress", "completed", "incomplete", "calling", "failed"] | UnknownValue
)
"""Progress of an MCP tool call: `in_progress`, `calling`, `completed`, `incomplete` or `failed`."""


DetailEnum = TypeAliasType("DetailEnum", Literal["low", "high", "auto", "original"] | UnknownValue)
"""Level of detail at which an image is given to the model: `low`, `high`, `auto` or `original`."""


FileDetailEnum = TypeAliasType("FileDetailEnum", Literal["auto", "low", "high"] | UnknownValue)
"""Rendering quality of an input file: `low` for less cost, `high` for better quality, `auto` to leave
it to the system."""


ReasoningModeEnum = TypeAliasType("ReasoningModeEnum", Literal["standard", "pro"] | UnknownValue)
"""Reasoning mode of a request: `standard` or `pro`; other strings are permitted."""


ResponsesModel = TypeAliasType(
    "ResponsesModel",
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
    | UnknownValue,
)
"""Model id usable with the Responses API: the shared ids plus models listed only for this API, such as
`o3-pro` or `computer-use-preview`."""
