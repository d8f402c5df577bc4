# Made by `make generate` from the documents in spec/. Do not edit.
"""Types of the Open Responses API, the provider-neutral protocol. Request side: TypedDicts.

Names are imported on first use; everything listed in `__all__` can be imported from here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openresponses_types.params.annotations import UrlCitationParam
    from openresponses_types.params.content import (
        AssistantContentParam,
        FunctionOutputContentParam,
        InputFileContentParam,
        InputImageContentParamAutoParam,
        InputTextContentParam,
        InputVideoContent,
        OutputTextContentParam,
        ReasoningSummaryContentParam,
        ReasoningTextContent,
        RefusalContentParam,
        UserContentParam,
    )
    from openresponses_types.params.enums import (
        FunctionCallStatus,
        ImageDetail,
        IncludeEnum,
        ReasoningEffortEnum,
        ReasoningSummaryEnum,
        ServiceTierEnum,
        ToolChoiceValueEnum,
        TruncationEnum,
        VerbosityEnum,
    )
    from openresponses_types.params.items import (
        AssistantMessageItemParam,
        CompactionSummaryItemParam,
        DeveloperMessageItemParam,
        FunctionCallItemParam,
        FunctionCallOutputItemParam,
        ItemParam,
        ItemReferenceParam,
        ReasoningItemParam,
        SystemMessageItemParam,
        UserMessageItemParam,
    )
    from openresponses_types.params.request import (
        CompactResponseMethodPublicBody,
        CreateResponseBody,
        WebSocketResponseCreateEvent,
    )
    from openresponses_types.params.response import TextResponseFormat
    from openresponses_types.params.settings import (
        JsonSchemaResponseFormatParam,
        MetadataParam,
        ReasoningParam,
        StreamOptionsParam,
        TextFormatParam,
        TextParam,
    )
    from openresponses_types.params.tool_choice import (
        AllowedToolsParam,
        SpecificFunctionParam,
        SpecificToolChoiceParam,
        ToolChoiceParam,
    )
    from openresponses_types.params.tools import FunctionToolParam, ResponsesToolParam

__all__ = [
    "AllowedToolsParam",
    "AssistantContentParam",
    "AssistantMessageItemParam",
    "CompactResponseMethodPublicBody",
    "CompactionSummaryItemParam",
    "CreateResponseBody",
    "DeveloperMessageItemParam",
    "FunctionCallItemParam",
    "FunctionCallOutputItemParam",
    "FunctionCallStatus",
    "FunctionOutputContentParam",
    "FunctionToolParam",
    "ImageDetail",
    "IncludeEnum",
    "InputFileContentParam",
    "InputImageContentParamAutoParam",
    "InputTextContentParam",
    "InputVideoContent",
    "ItemParam",
    "ItemReferenceParam",
    "JsonSchemaResponseFormatParam",
    "MetadataParam",
    "OutputTextContentParam",
    "ReasoningEffortEnum",
    "ReasoningItemParam",
    "ReasoningParam",
    "ReasoningSummaryContentParam",
    "ReasoningSummaryEnum",
    "ReasoningTextContent",
    "RefusalContentParam",
    "ResponsesToolParam",
    "ServiceTierEnum",
    "SpecificFunctionParam",
    "SpecificToolChoiceParam",
    "StreamOptionsParam",
    "SystemMessageItemParam",
    "TextFormatParam",
    "TextParam",
    "TextResponseFormat",
    "ToolChoiceParam",
    "ToolChoiceValueEnum",
    "TruncationEnum",
    "UrlCitationParam",
    "UserContentParam",
    "UserMessageItemParam",
    "VerbosityEnum",
    "WebSocketResponseCreateEvent",
]

_MODULES = {
    "openresponses_types.params.annotations": ("UrlCitationParam",),
    "openresponses_types.params.content": (
        "AssistantContentParam",
        "FunctionOutputContentParam",
        "InputFileContentParam",
        "InputImageContentParamAutoParam",
        "InputTextContentParam",
        "InputVideoContent",
        "OutputTextContentParam",
        "ReasoningSummaryContentParam",
        "ReasoningTextContent",
        "RefusalContentParam",
        "UserContentParam",
    ),
    "openresponses_types.params.enums": (
        "FunctionCallStatus",
        "ImageDetail",
        "IncludeEnum",
        "ReasoningEffortEnum",
        "ReasoningSummaryEnum",
        "ServiceTierEnum",
        "ToolChoiceValueEnum",
        "TruncationEnum",
        "VerbosityEnum",
    ),
    "openresponses_types.params.items": (
        "AssistantMessageItemParam",
        "CompactionSummaryItemParam",
        "DeveloperMessageItemParam",
        "FunctionCallItemParam",
        "FunctionCallOutputItemParam",
        "ItemParam",
        "ItemReferenceParam",
        "ReasoningItemParam",
        "SystemMessageItemParam",
        "UserMessageItemParam",
    ),
    "openresponses_types.params.request": (
        "CompactResponseMethodPublicBody",
        "CreateResponseBody",
        "WebSocketResponseCreateEvent",
    ),
    "openresponses_types.params.response": ("TextResponseFormat",),
    "openresponses_types.params.settings": (
        "JsonSchemaResponseFormatParam",
        "MetadataParam",
        "ReasoningParam",
        "StreamOptionsParam",
        "TextFormatParam",
        "TextParam",
    ),
    "openresponses_types.params.tool_choice": (
        "AllowedToolsParam",
        "SpecificFunctionParam",
        "SpecificToolChoiceParam",
        "ToolChoiceParam",
    ),
    "openresponses_types.params.tools": ("FunctionToolParam", "ResponsesToolParam"),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
