# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: tools, as requests take them."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from openresponses_types.base import UnknownValue

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


class ComparisonFilter(TypedDict):
    """Filter on a single file attribute, comparing it with a given value; used alone or within a
    `CompoundFilter` to narrow a file search."""

    type: Literal["eq", "ne", "gt", "gte", "lt", "lte", "in", "nin"]
    """Operator of the comparison: equal, not equal, greater, less (each with an or-equal form), or
    membership (`in`) and non-membership (`nin`) of a list."""
    key: str
    """Name of the file attribute whose value is tested."""
    value: str | float | bool | list[str | float]
    """Value the attribute is tested against: a string, number or boolean, or a list of strings and
    numbers for `in` and `nin`."""


class CompoundFilter(TypedDict):
    """Group of file attribute filters joined by a logical operator; groups may be nested."""

    type: Literal["and", "or"]
    """Logical operator: `and` requires every filter to match, `or` at least one."""
    filters: list[ComparisonFilter | CompoundFilter]
    """Filters to join, each a single comparison or another compound filter."""


class McpListToolsTool(TypedDict):
    """One tool offered by an MCP server, as an entry of an `mcp_list_tools` item."""

    name: str
    """Name under which the tool is called on its MCP server."""
    description: NotRequired[str | None]
    """What the tool does, in the words of the MCP server; null if it gave none."""
    input_schema: dict[str, Any]
    """JSON Schema of the arguments the tool accepts."""
    annotations: NotRequired[dict[str, Any] | None]
    """Further hints the MCP server supplied about the tool; null if it gave none."""


class McpToolFilter(TypedDict):
    """Selects some of the tools of an MCP server, by name or by whether they are read-only."""

    tool_names: NotRequired[list[str]]
    """Names of the MCP server's tools that match this filter."""
    read_only: NotRequired[bool]
    """Match tools by whether they leave data unmodified; the server declares this with the
    `readOnlyHint` annotation on each tool."""


VectorStoreFileAttributes: TypeAlias = dict[str, str | float | bool]
"""Up to 16 key-value pairs attached to a vector store file, usable in queries. Keys have at most 64
characters; values are strings up to 512 characters, booleans or numbers."""


class WebSearchApproximateLocation(TypedDict):
    """Rough whereabouts of the end user, given in `user_location` of the web search tool to localise
    results; null when not set."""

    type: NotRequired[Literal["approximate"]]
    """Tag marking the location as a rough one, always `approximate`."""
    country: NotRequired[str | None]
    """Country of the end user as two-letter ISO code such as `US`; null when not given."""
    region: NotRequired[str | None]
    """Region or state of the end user in free text, such as `California`; null when not given."""
    city: NotRequired[str | None]
    """City of the end user in free text, such as `San Francisco`; null when not given."""
    timezone: NotRequired[str | None]
    """IANA time zone of the end user, such as `America/Los_Angeles`; null when not given."""


class FunctionTool(TypedDict):
    """Function of your own that the model may ask you to run, described by a JSON schema."""

    type: Literal["function"]
    """Tag of this tool, always `function`."""
    name: str
    """Name the model uses when calling the function; match it to your own code."""
    description: NotRequired[str | None]
    """What the function does, which helps the model decide when to call it; `None` or absent for no
    description."""
    parameters: dict[str, Any] | None
    """JSON schema of the function's arguments; `None` when no schema is given."""
    output_schema: NotRequired[dict[str, Any] | None]
    """JSON schema of the value your function returns as encoded text; `None` or absent when not
    described."""
    strict: bool | None
    """`True` makes the model's arguments follow the `parameters` schema exactly; `None` leaves the
    choice to the API."""
    defer_loading: NotRequired[bool]
    """`True` keeps the function out of the prompt until a tool search loads it."""
    allowed_callers: NotRequired[list[CallableToolAllowedCaller] | None]
    """Who may call the function, `direct` or `programmatic` or both; `None` or absent sets no explicit
    choice."""


class HybridSearchOptions(TypedDict):
    """Weights for balancing meaning-based and keyword-based matches in a file search."""

    embedding_weight: float
    """Relative weight of embedding matches, by meaning, when the two rankings are merged."""
    text_weight: float
    """Relative weight of keyword matches when the two rankings are merged."""


class RankingOptions(TypedDict):
    """Settings for how file search results are ranked and filtered."""

    ranker: NotRequired[RankerVersionType]
    """Ranker version to score results with, `auto` or the dated `default-2024-11-15`."""
    score_threshold: NotRequired[float]
    """Lowest relevance score a result may have, from 0 to 1; higher values return fewer, closer
    matches."""
    hybrid_search: NotRequired[HybridSearchOptions]
    """Weights of meaning-based against keyword matches in a hybrid search; omit to keep the defaults."""


Filters: TypeAlias = ComparisonFilter | CompoundFilter
"""Attribute filter of a file search: either one comparison or a compound of several joined by a
logical operator."""


class FileSearchTool(TypedDict):
    """Entry in `tools` that enables hosted file search, letting the model look up passages in your
    vector stores."""

    type: Literal["file_search"]
    """Tag of this tool definition, always `file_search`."""
    vector_store_ids: list[str]
    """Identifiers of the vector stores in which file search looks for matches."""
    max_num_results: NotRequired[int]
    """Upper limit on the hits a search returns, from 1 to 50."""
    ranking_options: NotRequired[RankingOptions]
    """Settings that control how file search ranks its hits."""
    filters: NotRequired[Filters | None]
    """Comparison or compound filter restricting which files are searched; null or absent means no
    filtering."""


class ComputerTool(TypedDict):
    """Entry in `tools` that lets the model operate a virtual computer through computer calls."""

    type: Literal["computer"]
    """Tag of this tool definition, always `computer`."""


class ComputerUsePreviewTool(TypedDict):
    """Entry in `tools` for the preview computer-use tool, which needs the environment and display size
    stated up front."""

    type: Literal["computer_use_preview"]
    """Tag of this tool definition, always `computer_use_preview`."""
    environment: ComputerEnvironment
    """Which kind of system or browser the model is going to operate."""
    display_width: int
    """Horizontal size of the display that the model operates on."""
    display_height: int
    """Vertical size of the display that the model operates on."""


class ProgrammaticToolCalling(TypedDict):
    """Entry in `tools` that allows the model to write programs which call tools, recorded as `program`
    items."""

    type: Literal["programmatic_tool_calling"]
    """Tag of this tool definition, always `programmatic_tool_calling`."""


class LocalShellTool(TypedDict):
    """Entry in `tools` that lets the model request shell commands for execution in a local
    environment."""

    type: Literal["local_shell"]
    """Tag of this tool definition, always `local_shell`."""


class CustomTextFormatParam(TypedDict):
    """Input format of a custom tool that accepts any text without restriction."""

    type: Literal["text"]
    """Tag of this input format, always `text`."""


class CustomGrammarFormatParam(TypedDict):
    """Input format of a custom tool that restricts the model's input to a grammar you supply."""

    type: Literal["grammar"]
    """Tag of this input format, always `grammar`."""
    syntax: GrammarSyntax
    """Notation used in `definition`, either `lark` or `regex`."""
    definition: str
    """Grammar text itself, written in the notation that `syntax` names."""


class EmptyModelParam(TypedDict):
    """Open object without declared fields, standing for a JSON Schema that describes tool parameters."""


class FunctionToolParam(TypedDict):
    """Function definition as listed inside a namespace tool; the model calls it with JSON arguments."""

    name: str
    """Name the model uses to call the function: 1 to 128 letters, digits, underscores or hyphens."""
    description: NotRequired[str | None]
    """Explanation of the function that helps the model decide when to call it; may be null or absent."""
    parameters: NotRequired[dict[str, Any] | None]
    """JSON Schema of the arguments the function takes; may be null or absent."""
    strict: NotRequired[bool | None]
    """Whether arguments must match the schema exactly. When left out, strict mode is tried and dropped
    if the schema does not allow it."""
    type: Literal["function"]
    """Tag of this tool definition, always `function`."""
    output_schema: NotRequired[dict[str, Any] | None]
    """JSON Schema for the value that the function's string outputs encode; outputs given as content
    arrays are not covered. May be null or absent."""
    defer_loading: NotRequired[bool]
    """If true, the definition is held back until the model finds the function through tool search."""
    allowed_callers: NotRequired[list[CallableToolAllowedCaller] | None]
    """Contexts from which this tool may be invoked, such as the model directly or a program; may be
    null or absent."""


class ToolSearchTool(TypedDict):
    """Entry in `tools` that lets the model find deferred tools on demand, with the search hosted or
    done by your own code."""

    type: Literal["tool_search"]
    """Tag of this tool definition, always `tool_search`."""
    execution: NotRequired[ToolSearchExecutionType]
    """Which side carries out the tool search, the server or the client."""
    description: NotRequired[str | None]
    """Explanation given to the model when the client executes the tool search; may be null or absent."""
    parameters: NotRequired[EmptyModelParam | None]
    """JSON Schema of the tool search arguments; may be null or absent."""


class ApproximateLocation(TypedDict):
    """Rough whereabouts of the user, passed to the web search tool as `user_location`."""

    type: Literal["approximate"]
    """Tag of this location, always `approximate`."""
    country: NotRequired[str | None]
    """Country of the user as a two-letter ISO code such as `US`; may be null or absent."""
    region: NotRequired[str | None]
    """Region or state of the user as free text, such as `California`; may be null or absent."""
    city: NotRequired[str | None]
    """City of the user as free text, such as `San Francisco`; may be null or absent."""
    timezone: NotRequired[str | None]
    """Time zone of the user by IANA name, such as `America/Los_Angeles`; may be null or absent."""


class WebSearchPreviewTool(TypedDict):
    """Entry in `tools` that enables the preview version of hosted web search."""

    type: Literal["web_search_preview", "web_search_preview_2025_03_11"]
    """Tag of this tool definition: `web_search_preview` or the dated `web_search_preview_2025_03_11`."""
    user_location: NotRequired[ApproximateLocation | None]
    """Approximate location of the user, for locally relevant results; null or absent if not given."""
    search_context_size: NotRequired[SearchContextSize]
    """Rough amount of context window the search may occupy: `low`, `medium` (default) or `high`."""
    search_content_types: NotRequired[list[SearchContentType]]
    """Kinds of content the search should return, `text` and `image`; may be left out."""


class ApplyPatchTool(TypedDict):
    """Entry in `tools` that lets the model propose file creations, deletions and updates as
    `apply_patch_call` items."""

    type: Literal["apply_patch"]
    """Tag of this tool definition, always `apply_patch`."""
    allowed_callers: NotRequired[list[CallableToolAllowedCaller] | None]
    """Contexts from which this tool may be invoked, such as the model directly or a program; may be
    null or absent."""


class ImageGenerationMask(TypedDict):
    """Mask image that marks what an edit may change."""

    image_url: NotRequired[str]
    """Mask picture encoded in base64; an alternative to `file_id`."""
    file_id: NotRequired[str]
    """Identifier of an uploaded file containing the mask, instead of `image_url`."""


class McpApprovalFilter(TypedDict):
    """Tools of an MCP server that always or never need an approval."""

    always: NotRequired[McpToolFilter]
    """Selects the tools that must be approved on every call."""
    never: NotRequired[McpToolFilter]
    """Selects the tools that run without approval."""


class WebSearchFilters(TypedDict):
    """Limits on the sites that a web search may use."""

    allowed_domains: NotRequired[list[str] | None]
    """Domains results may come from, subdomains included; `None` or absent permits every domain."""


CustomToolFormat: TypeAlias = CustomTextFormatParam | CustomGrammarFormatParam
"""Form of a custom tool's input: free text or a grammar."""


class ImageGenerationTool(TypedDict):
    """Entry of the request's `tools` that lets the model create or edit pictures with a GPT image
    model."""

    type: Literal["image_generation"]
    """Tag of this tool definition, always `image_generation`."""
    model: NotRequired[
        Literal["gpt-image-1", "gpt-image-1-mini", "gpt-image-1.5", "gpt-image-2", "gpt-image-2-2026-04-21"]
        | UnknownValue
    ]
    """Image model that draws the picture; `gpt-image-1` unless set, and other names are accepted as
    strings."""
    quality: NotRequired[Literal["low", "medium", "high", "auto"]]
    """Rendering quality: `low`, `medium`, `high`, or `auto` (default) to leave the choice to the
    model."""
    size: NotRequired[Literal["1024x1024", "1024x1536", "1536x1024", "auto"] | UnknownValue]
    """Picture size as `WIDTHxHEIGHT`, or `auto`. `gpt-image-2` takes free sizes: sides in multiples of
    16, aspect ratio 1:3 to 3:1, up to `3840x2160`."""
    output_format: NotRequired[Literal["png", "webp", "jpeg"]]
    """File format of the picture: `png` (default), `webp` or `jpeg`."""
    output_compression: NotRequired[int]
    """How far to compress the picture, from 0 to 100; 100 by default."""
    moderation: NotRequired[Literal["auto", "low"]]
    """Strictness of content moderation for the picture: `auto` (default) or the more permissive `low`."""
    background: NotRequired[Literal["transparent", "opaque", "auto"]]
    """Backdrop of the picture: `transparent` (needs `png` or `webp`), `opaque` or `auto` (default);
    transparency is not supported by every model."""
    input_fidelity: NotRequired[InputFidelity | None]
    """How closely the style and features of input images, faces above all, are matched: `high` or
    `low` (default). Not every model supports it."""
    input_image_mask: NotRequired[ImageGenerationMask]
    """Mask for inpainting, given inline or as an uploaded file."""
    partial_images: NotRequired[int]
    """How many preview pictures to emit while streaming, at most 3; 0 by default."""
    action: NotRequired[ImageGenActionEnum]
    """Whether the tool draws a fresh picture (`generate`), alters an existing one (`edit`), or decides
    for itself (`auto`, default)."""


class McpTool(TypedDict):
    """Entry of the request's `tools` that connects the model to a remote MCP server and the tools it
    offers."""

    type: Literal["mcp"]
    """Tag of this tool definition, always `mcp`."""
    server_label: str
    """Name you choose for the server; calls, listings and approval requests carry it."""
    server_url: NotRequired[str]
    """Address of the MCP server. Required unless `connector_id` or `tunnel_id` says where to connect."""
    connector_id: NotRequired[
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
    ]
    """Built-in service connector to use in place of a server address, such as `connector_gmail`.
    Required unless `server_url` or `tunnel_id` is set."""
    tunnel_id: NotRequired[str]
    """Identifier of a Secure MCP Tunnel through which the server is reached. Required unless
    `server_url` or `connector_id` is set."""
    authorization: NotRequired[str]
    """OAuth access token passed to the server or connector; obtaining and renewing it is up to your
    application."""
    server_description: NotRequired[str]
    """Short account of what the server offers, given to the model as context; optional."""
    headers: NotRequired[dict[str, str] | None]
    """Extra HTTP headers for requests to the MCP server, for instance for authentication; may be null."""
    allowed_tools: NotRequired[list[str] | McpToolFilter | None]
    """Restricts which of the server's tools may be used, by names or by a filter; null for no
    restriction."""
    allowed_callers: NotRequired[list[CallableToolAllowedCaller] | None]
    """Who may invoke the server's tools: `direct` for the model itself, `programmatic` for programs
    the model writes. May be null."""
    require_approval: NotRequired[McpApprovalFilter | Literal["always", "never"] | None]
    """Which tool calls need approval before they run: `always` or `never` for all of them, or an
    object with a filter for each."""
    defer_loading: NotRequired[bool]
    """True to keep the server's tools out of the initial context and let the model find them through
    tool search."""


class WebSearchTool(TypedDict):
    """Built-in tool that lets the model look things up on the web while it answers."""

    type: Literal["web_search", "web_search_2025_08_26"]
    """Tag of this tool, either `web_search` or the dated version `web_search_2025_08_26`."""
    external_web_access: NotRequired[bool]
    """Whether searches may reach the live internet, `True` by default; pass `False` to answer from
    cached content only."""
    filters: NotRequired[WebSearchFilters | None]
    """Restrictions on which sites may be searched; `None` or absent applies no restriction."""
    user_location: NotRequired[WebSearchApproximateLocation | None]
    """Approximate whereabouts of the end user, used to localise results; omit it for unlocalised
    searches."""
    search_context_size: NotRequired[Literal["low", "medium", "high"]]
    """Roughly how much of the context window search results may fill: `low`, `medium` (default) or
    `high`."""


class CustomTool(TypedDict):
    """Entry in `tools` defining a custom tool, whose input is text in a chosen format instead of JSON
    arguments."""

    type: Literal["custom"]
    """Tag of this tool definition, always `custom`."""
    name: str
    """Name of the custom tool; it appears in the calls the model makes, so use it to dispatch them."""
    description: NotRequired[str]
    """Explanation of the custom tool that helps the model decide when and how to call it; may be left
    out."""
    format: NotRequired[CustomToolFormat]
    """Shape the tool's input must take: unconstrained text (the default) or a grammar."""
    defer_loading: NotRequired[bool]
    """If true, the definition is held back until the model finds the custom tool through tool search."""
    allowed_callers: NotRequired[list[CallableToolAllowedCaller] | None]
    """Contexts from which this tool may be invoked, such as the model directly or a program; may be
    null or absent."""


NamespacedTool: TypeAlias = FunctionToolParam | CustomTool
"""A tool inside a namespace."""


class CodeInterpreterTool(TypedDict):
    """Entry of the request's `tools` that lets the model write and execute Python in a hosted
    container."""

    type: Literal["code_interpreter"]
    """Tag of this tool definition, always `code_interpreter`."""
    container: str | AutoCodeInterpreterToolParam
    """Where the code runs: the ID of an existing container, or an `auto` object naming uploaded files
    and optionally a `memory_limit`."""
    allowed_callers: NotRequired[list[CallableToolAllowedCaller] | None]
    """Who may invoke this tool: `direct` for the model itself, `programmatic` for programs the model
    writes. May be null."""


class ShellTool(TypedDict):
    """Entry in `tools` that enables shell commands, issued by the model as `shell_call` items."""

    type: Literal["shell"]
    """Tag of this tool definition, always `shell`."""
    environment: NotRequired[ShellEnvironment | None]
    """Where shell commands run: a container created automatically, an existing container, or locally.
    May be null or absent."""
    allowed_callers: NotRequired[list[CallableToolAllowedCaller] | None]
    """Contexts from which this tool may be invoked, such as the model directly or a program; may be
    null or absent."""


class NamespaceTool(TypedDict):
    """Entry in `tools` that collects several function and custom tools under one shared name."""

    type: Literal["namespace"]
    """Tag of this tool definition, always `namespace`."""
    name: str
    """Non-empty name of the namespace as it shows up in tool calls, such as `crm`."""
    description: str
    """Text the model reads to learn what the tools of this namespace are about."""
    tools: list[NamespacedTool]
    """Function and custom tool definitions that belong to the namespace."""


ToolParam: TypeAlias = (
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
    | ApplyPatchTool
)
"""Any tool that can be listed in `tools`, hosted or run by the caller; `type` tells which kind it is."""


ToolsArray: TypeAlias = list[ToolParam]
"""Tools on offer to the model: built-in tools, MCP servers and connectors, and your own functions or
custom tools. Steer their use with `tool_choice`."""
