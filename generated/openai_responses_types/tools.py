# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: tools, as servers send them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import ABSENT, KnownTags, SpecModel, UnknownTool, UnknownValue

from .enums import (
    CallableToolAllowedCaller,
    ComputerEnvironment,
    GrammarSyntax,
    ImageGenActionEnum,
    InputFidelity,
    RankerVersionType,
    SearchContentType,
    SearchContextSize,
    ToolSearchExecutionType,
)
from .environments import AutoCodeInterpreterToolParam, ShellEnvironment


class ComparisonFilter(SpecModel):
    """Filter on a single file attribute, comparing it with a given value; used alone or within a
    `CompoundFilter` to narrow a file search."""

    type: Literal["eq", "ne", "gt", "gte", "lt", "lte", "in", "nin"]
    """Operator of the comparison: equal, not equal, greater, less (each with an or-equal form), or
    membership (`in`) and non-membership (`nin`) of a list."""
    key: str = ABSENT
    """Name of the file attribute whose value is tested."""
    value: str | float | bool | list[str | float] = ABSENT
    """Value the attribute is tested against: a string, number or boolean, or a list of strings and
    numbers for `in` and `nin`."""


class CompoundFilter(SpecModel):
    """Group of file attribute filters joined by a logical operator; groups may be nested."""

    type: Literal["and", "or"]
    """Logical operator: `and` requires every filter to match, `or` at least one."""
    filters: list[ComparisonFilter | CompoundFilter] = ABSENT
    """Filters to join, each a single comparison or another compound filter."""


class McpListToolsTool(SpecModel):
    """One tool offered by an MCP server, as an entry of an `mcp_list_tools` item."""

    name: str = ABSENT
    """Name under which the tool is called on its MCP server."""
    description: str | None = None
    """What the tool does, in the words of the MCP server; null if it gave none."""
    input_schema: dict[str, Any] = ABSENT
    """JSON Schema of the arguments the tool accepts."""
    annotations: dict[str, Any] | None = None
    """Further hints the MCP server supplied about the tool; null if it gave none."""


class McpToolFilter(SpecModel):
    """Selects some of the tools of an MCP server, by name or by whether they are read-only."""

    tool_names: list[str] | None = None
    """Names of the MCP server's tools that match this filter."""
    read_only: bool | None = None
    """Match tools by whether they leave data unmodified; the server declares this with the
    `readOnlyHint` annotation on each tool."""


VectorStoreFileAttributes = TypeAliasType("VectorStoreFileAttributes", dict[str, str | float | bool])
"""Up to 16 key-value pairs attached to a vector store file, usable in queries. Keys have at most 64
characters; values are strings up to 512 characters, booleans or numbers."""


class WebSearchApproximateLocation(SpecModel):
    """Rough whereabouts of the end user, given in `user_location` of the web search tool to localise
    results; null when not set."""

    type: Literal["approximate"] | None = None
    """Tag marking the location as a rough one, always `approximate`."""
    country: str | None = None
    """Country of the end user as two-letter ISO code such as `US`; null when not given."""
    region: str | None = None
    """Region or state of the end user in free text, such as `California`; null when not given."""
    city: str | None = None
    """City of the end user in free text, such as `San Francisco`; null when not given."""
    timezone: str | None = None
    """IANA time zone of the end user, such as `America/Los_Angeles`; null when not given."""


class FunctionTool(SpecModel):
    """Function of your own that the model may ask you to run, described by a JSON schema."""

    type: Literal["function"]
    """Tag of this tool, always `function`."""
    name: str = ABSENT
    """Name the model uses when calling the function; match it to your own code."""
    description: str | None = None
    """What the function does, which helps the model decide when to call it; `None` or absent for no
    description."""
    parameters: dict[str, Any] | None = ABSENT
    """JSON schema of the function's arguments; `None` when no schema is given."""
    output_schema: dict[str, Any] | None = None
    """JSON schema of the value your function returns as encoded text; `None` or absent when not
    described."""
    strict: bool | None = ABSENT
    """`True` makes the model's arguments follow the `parameters` schema exactly; `None` leaves the
    choice to the API."""
    defer_loading: bool | None = None
    """`True` keeps the function out of the prompt until a tool search loads it."""
    allowed_callers: list[CallableToolAllowedCaller] | None = None
    """Who may call the function, `direct` or `programmatic` or both; `None` or absent sets no explicit
    choice."""


class HybridSearchOptions(SpecModel):
    """Weights for balancing meaning-based and keyword-based matches in a file search."""

    embedding_weight: float = ABSENT
    """Relative weight of embedding matches, by meaning, when the two rankings are merged."""
    text_weight: float = ABSENT
    """Relative weight of keyword matches when the two rankings are merged."""


class RankingOptions(SpecModel):
    """Settings for how file search results are ranked and filtered."""

    ranker: RankerVersionType | None = None
    """Ranker version to score results with, `auto` or the dated `default-2024-11-15`."""
    score_threshold: float | None = None
    """Lowest relevance score a result may have, from 0 to 1; higher values return fewer, closer
    matches."""
    hybrid_search: HybridSearchOptions | None = None
    """Weights of meaning-based against keyword matches in a hybrid search; omit to keep the defaults."""


Filters = TypeAliasType(
    "Filters",
    Annotated[
        Annotated[ComparisonFilter | CompoundFilter, Field(discriminator="type")]
        | Annotated[UnknownTool, KnownTags("and", "eq", "gt", "gte", "in", "lt", "lte", "ne", "nin", "or")],
        Field(union_mode="left_to_right"),
    ],
)
"""Attribute filter of a file search: either one comparison or a compound of several joined by a
logical operator."""


class FileSearchTool(SpecModel):
    """Entry in `tools` that enables hosted file search, letting the model look up passages in your
    vector stores."""

    type: Literal["file_search"]
    """Tag of this tool definition, always `file_search`."""
    vector_store_ids: list[str] = ABSENT
    """Identifiers of the vector stores in which file search looks for matches."""
    max_num_results: int | None = None
    """Upper limit on the hits a search returns, from 1 to 50."""
    ranking_options: RankingOptions | None = None
    """Settings that control how file search ranks its hits."""
    filters: Filters | None = None
    """Comparison or compound filter restricting which files are searched; null or absent means no
    filtering."""


class ComputerTool(SpecModel):
    """Entry in `tools` that lets the model operate a virtual computer through computer calls."""

    type: Literal["computer"]
    """Tag of this tool definition, always `computer`."""


class ComputerUsePreviewTool(SpecModel):
    """Entry in `tools` for the preview computer-use tool, which needs the environment and display size
    stated up front."""

    type: Literal["computer_use_preview"]
    """Tag of this tool definition, always `computer_use_preview`."""
    environment: ComputerEnvironment = ABSENT
    """Which kind of system or browser the model is going to operate."""
    display_width: int = ABSENT
    """Horizontal size of the display that the model operates on."""
    display_height: int = ABSENT
    """Vertical size of the display that the model operates on."""


class ProgrammaticToolCalling(SpecModel):
    """Entry in `tools` that allows the model to write programs which call tools, recorded as `program`
    items."""

    type: Literal["programmatic_tool_calling"]
    """Tag of this tool definition, always `programmatic_tool_calling`."""


class LocalShellTool(SpecModel):
    """Entry in `tools` that lets the model request shell commands for execution in a local
    environment."""

    type: Literal["local_shell"]
    """Tag of this tool definition, always `local_shell`."""


class CustomTextFormatParam(SpecModel):
    """Input format of a custom tool that accepts any text without restriction."""

    type: Literal["text"]
    """Tag of this input format, always `text`."""


class CustomGrammarFormatParam(SpecModel):
    """Input format of a custom tool that restricts the model's input to a grammar you supply."""

    type: Literal["grammar"]
    """Tag of this input format, always `grammar`."""
    syntax: GrammarSyntax = ABSENT
    """Notation used in `definition`, either `lark` or `regex`."""
    definition: str = ABSENT
    """Grammar text itself, written in the notation that `syntax` names."""


class EmptyModelParam(SpecModel):
    """Open object without declared fields, standing for a JSON Schema that describes tool parameters."""


class FunctionToolParam(SpecModel):
    """Function definition as listed inside a namespace tool; the model calls it with JSON arguments."""

    name: str = ABSENT
    """Name the model uses to call the function: 1 to 128 letters, digits, underscores or hyphens."""
    description: str | None = None
    """Explanation of the function that helps the model decide when to call it; may be null or absent."""
    parameters: dict[str, Any] | None = None
    """JSON Schema of the arguments the function takes; may be null or absent."""
    strict: bool | None = None
    """Whether arguments must match the schema exactly. When left out, strict mode is tried and dropped
    if the schema does not allow it."""
    type: Literal["function"]
    """Tag of this tool definition, always `function`."""
    output_schema: dict[str, Any] | None = None
    """JSON Schema for the value that the function's string outputs encode; outputs given as content
    arrays are not covered. May be null or absent."""
    defer_loading: bool | None = None
    """If true, the definition is held back until the model finds the function through tool search."""
    allowed_callers: list[CallableToolAllowedCaller] | None = None
    """Contexts from which this tool may be invoked, such as the model directly or a program; may be
    null or absent."""


class ToolSearchTool(SpecModel):
    """Entry in `tools` that lets the model find deferred tools on demand, with the search hosted or
    done by your own code."""

    type: Literal["tool_search"]
    """Tag of this tool definition, always `tool_search`."""
    execution: ToolSearchExecutionType | None = None
    """Which side carries out the tool search, the server or the client."""
    description: str | None = None
    """Explanation given to the model when the client executes the tool search; may be null or absent."""
    parameters: EmptyModelParam | None = None
    """JSON Schema of the tool search arguments; may be null or absent."""


class ApproximateLocation(SpecModel):
    """Rough whereabouts of the user, passed to the web search tool as `user_location`."""

    type: Literal["approximate"] = ABSENT
    """Tag of this location, always `approximate`."""
    country: str | None = None
    """Country of the user as a two-letter ISO code such as `US`; may be null or absent."""
    region: str | None = None
    """Region or state of the user as free text, such as `California`; may be null or absent."""
    city: str | None = None
    """City of the user as free text, such as `San Francisco`; may be null or absent."""
    timezone: str | None = None
    """Time zone of the user by IANA name, such as `America/Los_Angeles`; may be null or absent."""


class WebSearchPreviewTool(SpecModel):
    """Entry in `tools` that enables the preview version of hosted web search."""

    type: Literal["web_search_preview", "web_search_preview_2025_03_11"]
    """Tag of this tool definition: `web_search_preview` or the dated `web_search_preview_2025_03_11`."""
    user_location: ApproximateLocation | None = None
    """Approximate location of the user, for locally relevant results; null or absent if not given."""
    search_context_size: SearchContextSize | None = None
    """Rough amount of context window the search may occupy: `low`, `medium` (default) or `high`."""
    search_content_types: list[SearchContentType] | None = None
    """Kinds of content the search should return, `text` and `image`; may be left out."""


class ApplyPatchTool(SpecModel):
    """Entry in `tools` that lets the model propose file creations, deletions and updates as
    `apply_patch_call` items."""

    type: Literal["apply_patch"]
    """Tag of this tool definition, always `apply_patch`."""
    allowed_callers: list[CallableToolAllowedCaller] | None = None
    """Contexts from which this tool may be invoked, such as the model directly or a program; may be
    null or absent."""


class ImageGenerationMask(SpecModel):
    """Mask image that marks what an edit may change."""

    image_url: str | None = None
    """Mask picture encoded in base64; an alternative to `file_id`."""
    file_id: str | None = None
    """Identifier of an uploaded file containing the mask, instead of `image_url`."""


class McpApprovalFilter(SpecModel):
    """Tools of an MCP server that always or never need an approval."""

    always: McpToolFilter | None = None
    """Selects the tools that must be approved on every call."""
    never: McpToolFilter | None = None
    """Selects the tools that run without approval."""


class WebSearchFilters(SpecModel):
    """Limits on the sites that a web search may use."""

    allowed_domains: list[str] | None = None
    """Domains results may come from, subdomains included; `None` or absent permits every domain."""


CustomToolFormat = TypeAliasType(
    "CustomToolFormat",
    Annotated[
        Annotated[CustomTextFormatParam | CustomGrammarFormatParam, Field(discriminator="type")]
        | Annotated[UnknownTool, KnownTags("grammar", "text")],
        Field(union_mode="left_to_right"),
    ],
)
"""Form of a custom tool's input: free text or a grammar."""


class ImageGenerationTool(SpecModel):
    """Entry of the request's `tools` that lets the model create or edit pictures with a GPT image
    model."""

    type: Literal["image_generation"]
    """Tag of this tool definition, always `image_generation`."""
    model: (
        Literal["gpt-image-1", "gpt-image-1-mini", "gpt-image-1.5", "gpt-image-2", "gpt-image-2-2026-04-21"]
        | UnknownValue
        | None
    ) = None
    """Image model that draws the picture; `gpt-image-1` unless set, and other names are accepted as
    strings."""
    quality: Literal["low", "medium", "high", "auto"] | UnknownValue | None = None
    """Rendering quality: `low`, `medium`, `high`, or `auto` (default) to leave the choice to the
    model."""
    size: Literal["1024x1024", "1024x1536", "1536x1024", "auto"] | UnknownValue | None = None
    """Picture size as `WIDTHxHEIGHT`, or `auto`. `gpt-image-2` takes free sizes: sides in multiples of
    16, aspect ratio 1:3 to 3:1, up to `3840x2160`."""
    output_format: Literal["png", "webp", "jpeg"] | UnknownValue | None = None
    """File format of the picture: `png` (default), `webp` or `jpeg`."""
    output_compression: int | None = None
    """How far to compress the picture, from 0 to 100; 100 by default."""
    moderation: Literal["auto", "low"] | UnknownValue | None = None
    """Strictness of content moderation for the picture: `auto` (default) or the more permissive `low`."""
    background: Literal["transparent", "opaque", "auto"] | UnknownValue | None = None
    """Backdrop of the picture: `transparent` (needs `png` or `webp`), `opaque` or `auto` (default);
    transparency is not supported by every model."""
    input_fidelity: InputFidelity | None = None
    """How closely the style and features of input images, faces above all, are matched: `high` or
    `low` (default). Not every model supports it."""
    input_image_mask: ImageGenerationMask | None = None
    """Mask for inpainting, given inline or as an uploaded file."""
    partial_images: int | None = None
    """How many preview pictures to emit while streaming, at most 3; 0 by default."""
    action: ImageGenActionEnum | None = None
    """Whether the tool draws a fresh picture (`generate`), alters an existing one (`edit`), or decides
    for itself (`auto`, default)."""


class McpTool(SpecModel):
    """Entry of the request's `tools` that connects the model to a remote MCP server and the tools it
    offers."""

    type: Literal["mcp"]
    """Tag of this tool definition, always `mcp`."""
    server_label: str = ABSENT
    """Name you choose for the server; calls, listings and approval requests carry it."""
    server_url: str | None = None
    """Address of the MCP server. Required unless `connector_id` or `tunnel_id` says where to connect."""
    connector_id: (
        Literal[
            "connector_dropbox",
            "connector_gmail",
            "connector_googlecalendar",
            "connector_googledrive",
            "connector_microsoftteams",
            "connector_outlookcalendar",
            "connector_outlookemail",
            "connector_sharepoint",
        ]
        | UnknownValue
        | None
    ) = None
    """Built-in service connector to use in place of a server address, such as `connector_gmail`.
    Required unless `server_url` or `tunnel_id` is set."""
    tunnel_id: str | None = None
    """Identifier of a Secure MCP Tunnel through which the server is reached. Required unless
    `server_url` or `connector_id` is set."""
    authorization: str | None = None
    """OAuth access token passed to the server or connector; obtaining and renewing it is up to your
    application."""
    server_description: str | None = None
    """Short account of what the server offers, given to the model as context; optional."""
    headers: dict[str, str] | None = None
    """Extra HTTP headers for requests to the MCP server, for instance for authentication; may be null."""
    allowed_tools: list[str] | McpToolFilter | None = None
    """Restricts which of the server's tools may be used, by names or by a filter; null for no
    restriction."""
    allowed_callers: list[CallableToolAllowedCaller] | None = None
    """Who may invoke the server's tools: `direct` for the model itself, `programmatic` for programs
    the model writes. May be null."""
    require_approval: McpApprovalFilter | Literal["always", "never"] | UnknownValue | None = None
    """Which tool calls need approval before they run: `always` or `never` for all of them, or an
    object with a filter for each."""
    defer_loading: bool | None = None
    """True to keep the server's tools out of the initial context and let the model find them through
    tool search."""


class WebSearchTool(SpecModel):
    """Built-in tool that lets the model look things up on the web while it answers."""

    type: Literal["web_search", "web_search_2025_08_26"]
    """Tag of this tool, either `web_search` or the dated version `web_search_2025_08_26`."""
    external_web_access: bool | None = None
    """Whether searches may reach the live internet, `True` by default; pass `False` to answer from
    cached content only."""
    filters: WebSearchFilters | None = None
    """Restrictions on which sites may be searched; `None` or absent applies no restriction."""
    user_location: WebSearchApproximateLocation | None = None
    """Approximate whereabouts of the end user, used to localise results; omit it for unlocalised
    searches."""
    search_context_size: Literal["low", "medium", "high"] | UnknownValue | None = None
    """Roughly how much of the context window search results may fill: `low`, `medium` (default) or
    `high`."""


class CustomTool(SpecModel):
    """Entry in `tools` defining a custom tool, whose input is text in a chosen format instead of JSON
    arguments."""

    type: Literal["custom"]
    """Tag of this tool definition, always `custom`."""
    name: str = ABSENT
    """Name of the custom tool; it appears in the calls the model makes, so use it to dispatch them."""
    description: str | None = None
    """Explanation of the custom tool that helps the model decide when and how to call it; may be left
    out."""
    format: CustomToolFormat | None = None
    """Shape the tool's input must take: unconstrained text (the default) or a grammar."""
    defer_loading: bool | None = None
    """If true, the definition is held back until the model finds the custom tool through tool search."""
    allowed_callers: list[CallableToolAllowedCaller] | None = None
    """Contexts from which this tool may be invoked, such as the model directly or a program; may be
    null or absent."""


NamespacedTool = TypeAliasType(
    "NamespacedTool",
    Annotated[
        Annotated[FunctionToolParam | CustomTool, Field(discriminator="type")]
        | Annotated[UnknownTool, KnownTags("custom", "function")],
        Field(union_mode="left_to_right"),
    ],
)
"""A tool inside a namespace."""


class CodeInterpreterTool(SpecModel):
    """Entry of the request's `tools` that lets the model write and execute Python in a hosted
    container."""

    type: Literal["code_interpreter"]
    """Tag of this tool definition, always `code_interpreter`."""
    container: str | AutoCodeInterpreterToolParam = ABSENT
    """Where the code runs: the ID of an existing container, or an `auto` object naming uploaded files
    and optionally a `memory_limit`."""
    allowed_callers: list[CallableToolAllowedCaller] | None = None
    """Who may invoke this tool: `direct` for the model itself, `programmatic` for programs the model
    writes. May be null."""


class ShellTool(SpecModel):
    """Entry in `tools` that enables shell commands, issued by the model as `shell_call` items."""

    type: Literal["shell"]
    """Tag of this tool definition, always `shell`."""
    environment: ShellEnvironment | None = None
    """Where shell commands run: a container created automatically, an existing container, or locally.
    May be null or absent."""
    allowed_callers: list[CallableToolAllowedCaller] | None = None
    """Contexts from which this tool may be invoked, such as the model directly or a program; may be
    null or absent."""


class NamespaceTool(SpecModel):
    """Entry in `tools` that collects several function and custom tools under one shared name."""

    type: Literal["namespace"]
    """Tag of this tool definition, always `namespace`."""
    name: str = ABSENT
    """Non-empty name of the namespace as it shows up in tool calls, such as `crm`."""
    description: str = ABSENT
    """Text the model reads to learn what the tools of this namespace are about."""
    tools: list[NamespacedTool] = ABSENT
    """Function and custom tool definitions that belong to the namespace."""


Tool = TypeAliasType(
    "Tool",
    Annotated[
        Annotated[
            FunctionTool
            | FileSearchTool
            | ComputerTool
            | ComputerUsePreviewTool
            | WebSearchTool
            | McpTool
            | CodeInterpreterTool
            | ProgrammaticToolCalling
            | ImageGenerationTool
            | LocalShellTool
            | ShellTool
            | CustomTool
            | NamespaceTool
            | ToolSearchTool
            | WebSearchPreviewTool
            | ApplyPatchTool,
            Field(discriminator="type"),
        ]
        | Annotated[
            UnknownTool,
            KnownTags(
                "apply_patch",
                "code_interpreter",
                "computer",
                "computer_use_preview",
                "custom",
                "file_search",
                "function",
                "image_generation",
                "local_shell",
                "mcp",
                "namespace",
                "programmatic_tool_calling",
                "shell",
                "tool_search",
                "web_search",
                "web_search_2025_08_26",
                "web_search_preview",
                "web_search_preview_2025_03_11",
            ),
        ],
        Field(union_mode="left_to_right"),
    ],
)
"""Any tool that can be listed in `tools`, hosted or run by the caller; `type` tells which kind it is."""


ToolsArray = TypeAliasType("ToolsArray", list[Tool])
"""Tools on offer to the model: built-in tools, MCP servers and connectors, and your own functions or
custom tools. Steer their use with `tool_choice`."""
