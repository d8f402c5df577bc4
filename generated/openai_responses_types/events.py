# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: events, as servers send them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import ABSENT, KnownTags, SpecModel, UnknownEvent

from .actions import FunctionShellCallOutputContent
from .annotations import Annotation
from .content import ReasoningSummaryPart, ResponseLogProb, ResponseOutputContent
from .items import ResponseOutputItem
from .response import Response


class ResponseAudioDeltaEvent(SpecModel):
    """Stream event sent for each piece of audio while the model speaks."""

    type: Literal["response.audio.delta"]
    """Tag of this event, always `response.audio.delta`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""
    delta: str = ABSENT
    """Next piece of the audio, encoded as base64; decode and append to the pieces before."""


class ResponseAudioDoneEvent(SpecModel):
    """Stream event sent once after the last piece of audio; no further audio deltas follow."""

    type: Literal["response.audio.done"]
    """Tag of this event, always `response.audio.done`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""


class ResponseAudioTranscriptDeltaEvent(SpecModel):
    """Stream event sent for each piece of the transcript of the generated audio."""

    type: Literal["response.audio.transcript.delta"]
    """Tag of this event, always `response.audio.transcript.delta`."""
    delta: str = ABSENT
    """Next piece of transcript text; append it to the pieces before."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""


class ResponseAudioTranscriptDoneEvent(SpecModel):
    """Stream event sent when the audio transcript is finished; the text itself came in the preceding
    deltas."""

    type: Literal["response.audio.transcript.done"]
    """Tag of this event, always `response.audio.transcript.done`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""


class ResponseCodeInterpreterCallCodeDeltaEvent(SpecModel):
    """Stream event sent for each piece of the code that a code interpreter call is going to run."""

    type: Literal["response.code_interpreter_call_code.delta"]
    """Tag of this event, always `response.code_interpreter_call_code.delta`."""
    output_index: int = ABSENT
    """Position in `output` of the code interpreter call that the code belongs to."""
    item_id: str = ABSENT
    """Identifier of the code interpreter call that this event concerns."""
    delta: str = ABSENT
    """Next piece of code; append it to the pieces before."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""


class ResponseCodeInterpreterCallCodeDoneEvent(SpecModel):
    """Stream event sent when the code of a code interpreter call is fully written, with the whole of
    it."""

    type: Literal["response.code_interpreter_call_code.done"]
    """Tag of this event, always `response.code_interpreter_call_code.done`."""
    output_index: int = ABSENT
    """Position in `output` of the code interpreter call that the code belongs to."""
    item_id: str = ABSENT
    """Identifier of the code interpreter call that this event concerns."""
    code: str = ABSENT
    """Complete code of the call; supersedes the text joined from the deltas."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""


class ResponseCodeInterpreterCallCompletedEvent(SpecModel):
    """Stream event sent when a code interpreter call has finished running."""

    type: Literal["response.code_interpreter_call.completed"]
    """Tag of this event, always `response.code_interpreter_call.completed`."""
    output_index: int = ABSENT
    """Position in `output` of the code interpreter call that has finished."""
    item_id: str = ABSENT
    """Identifier of the code interpreter call that this event concerns."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""


class ResponseCodeInterpreterCallInProgressEvent(SpecModel):
    """Stream event sent when a code interpreter call is under way."""

    type: Literal["response.code_interpreter_call.in_progress"]
    """Tag of this event, always `response.code_interpreter_call.in_progress`."""
    output_index: int = ABSENT
    """Position in `output` of the code interpreter call that is under way."""
    item_id: str = ABSENT
    """Identifier of the code interpreter call that this event concerns."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""


class ResponseCodeInterpreterCallInterpretingEvent(SpecModel):
    """Stream event sent while the code interpreter runs the code of a call."""

    type: Literal["response.code_interpreter_call.interpreting"]
    """Tag of this event, always `response.code_interpreter_call.interpreting`."""
    output_index: int = ABSENT
    """Position in `output` of the code interpreter call whose code is running."""
    item_id: str = ABSENT
    """Identifier of the code interpreter call that this event concerns."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""


class ResponseCustomToolCallInputDeltaEvent(SpecModel):
    """Stream event sent for each piece of the input the model writes for a custom tool call."""

    type: Literal["response.custom_tool_call_input.delta"]
    """Tag of this event, always `response.custom_tool_call_input.delta`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""
    output_index: int = ABSENT
    """Position in `output` of the custom tool call being written."""
    item_id: str = ABSENT
    """Identifier of the custom tool call item that this event concerns."""
    delta: str = ABSENT
    """Next piece of the tool input; append it to the pieces before."""


class ResponseCustomToolCallInputDoneEvent(SpecModel):
    """Stream event sent when the input of a custom tool call is fully written."""

    type: Literal["response.custom_tool_call_input.done"]
    """Tag of this event, always `response.custom_tool_call_input.done`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""
    output_index: int = ABSENT
    """Position in `output` of the custom tool call whose input is finished."""
    item_id: str = ABSENT
    """Identifier of the custom tool call item that this event concerns."""
    input: str = ABSENT
    """Whole input to hand to your tool, as free text."""


class ResponseErrorEvent(SpecModel):
    """Stream event sent when an error happens while streaming; a `response.failed` event may follow."""

    type: Literal["error"]
    """Tag of this event, always `error`."""
    code: str | None = ABSENT
    """Machine-readable error code; null when the error has none."""
    message: str = ABSENT
    """Explanation of the error for people, suitable for logs."""
    param: str | None = ABSENT
    """Name of the request parameter at fault; null when none applies."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""


class ResponseFileSearchCallCompletedEvent(SpecModel):
    """Stream event sent when a file search call has finished and its results are in."""

    type: Literal["response.file_search_call.completed"]
    """Tag of this event, always `response.file_search_call.completed`."""
    output_index: int = ABSENT
    """Position in `output` of the file search call that has finished."""
    item_id: str = ABSENT
    """Identifier of the file search call that this event concerns."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""


class ResponseFileSearchCallInProgressEvent(SpecModel):
    """Stream event sent when the model starts a file search call."""

    type: Literal["response.file_search_call.in_progress"]
    """Tag of this event, always `response.file_search_call.in_progress`."""
    output_index: int = ABSENT
    """Position in `output` of the file search call that has started."""
    item_id: str = ABSENT
    """Identifier of the file search call that this event concerns."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""


class ResponseFileSearchCallSearchingEvent(SpecModel):
    """Stream event sent while a file search call is looking through the files."""

    type: Literal["response.file_search_call.searching"]
    """Tag of this event, always `response.file_search_call.searching`."""
    output_index: int = ABSENT
    """Position in `output` of the file search call that is searching."""
    item_id: str = ABSENT
    """Identifier of the file search call that this event concerns."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""


class ResponseFunctionCallArgumentsDeltaEvent(SpecModel):
    """Stream event sent for each piece of the arguments the model writes for a function call."""

    type: Literal["response.function_call_arguments.delta"]
    """Tag of this event, always `response.function_call_arguments.delta`."""
    item_id: str = ABSENT
    """Identifier of the function call item that this event concerns."""
    output_index: int = ABSENT
    """Position in `output` of the function call being written."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""
    delta: str = ABSENT
    """Next piece of the JSON arguments text; append it, and parse only once the arguments are
    complete."""


class ResponseFunctionCallArgumentsDoneEvent(SpecModel):
    """Stream event sent when the arguments of a function call are fully written."""

    type: Literal["response.function_call_arguments.done"]
    """Tag of this event, always `response.function_call_arguments.done`."""
    item_id: str = ABSENT
    """Identifier of the function call item that this event concerns."""
    name: str = ABSENT
    """Name of the function the model wants to call, as declared in `tools`."""
    output_index: int = ABSENT
    """Position in `output` of the function call whose arguments are finished."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""
    arguments: str = ABSENT
    """Whole arguments as JSON text; parse and validate before calling the function."""


class ResponseImageGenCallCompletedEvent(SpecModel):
    """Stream event sent when an image generation call has finished and its image is ready."""

    type: Literal["response.image_generation_call.completed"]
    """Tag of this event, always `response.image_generation_call.completed`."""
    output_index: int = ABSENT
    """Position in `output` of the image generation call that has finished."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""
    item_id: str = ABSENT
    """Identifier of the image generation call that this event concerns."""


class ResponseImageGenCallGeneratingEvent(SpecModel):
    """Stream event sent while an image generation call is rendering, between its start and completion."""

    type: Literal["response.image_generation_call.generating"]
    """Tag of this event, always `response.image_generation_call.generating`."""
    output_index: int = ABSENT
    """Position in `output` of the image generation call that is rendering."""
    item_id: str = ABSENT
    """Identifier of the image generation call that this event concerns."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""


class ResponseImageGenCallInProgressEvent(SpecModel):
    """Stream event sent when an image generation call is under way."""

    type: Literal["response.image_generation_call.in_progress"]
    """Tag of this event, always `response.image_generation_call.in_progress`."""
    output_index: int = ABSENT
    """Position in `output` of the image generation call that is under way."""
    item_id: str = ABSENT
    """Identifier of the image generation call that this event concerns."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""


class ResponseImageGenCallPartialImageEvent(SpecModel):
    """Stream event sent with each preview of an image that is still being generated."""

    type: Literal["response.image_generation_call.partial_image"]
    """Tag of this event, always `response.image_generation_call.partial_image`."""
    output_index: int = ABSENT
    """Position in `output` of the image generation call that the preview belongs to."""
    item_id: str = ABSENT
    """Identifier of the image generation call that this event concerns."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""
    partial_image_index: int = ABSENT
    """Number of this preview among those of the same image, counting from 0."""
    partial_image_b64: str = ABSENT
    """Preview image as base64; decode it to show progress, in the format named by `output_format`."""
    size: str | None = None
    """Dimensions the image is generated with; may be absent."""
    quality: str | None = None
    """Quality level the image is generated with; may be absent."""
    background: str | None = None
    """Background setting the image is generated with; may be absent."""
    output_format: str | None = None
    """File format of the image data; may be absent."""


class ResponseMcpCallArgumentsDeltaEvent(SpecModel):
    """Stream event sent while the model writes the arguments of an MCP tool call, once per fragment."""

    type: Literal["response.mcp_call_arguments.delta"]
    """Tag of this event, always `response.mcp_call_arguments.delta`."""
    output_index: int = ABSENT
    """Position of the MCP call in the response's `output` list, counted from zero."""
    item_id: str = ABSENT
    """Identifier of the MCP call item whose arguments are being streamed."""
    delta: str = ABSENT
    """Next fragment of the JSON arguments text; append it to the earlier ones, and parse only once the
    done event arrives."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""


class ResponseMcpCallArgumentsDoneEvent(SpecModel):
    """Stream event sent once the arguments of an MCP tool call are complete."""

    type: Literal["response.mcp_call_arguments.done"]
    """Tag of this event, always `response.mcp_call_arguments.done`."""
    output_index: int = ABSENT
    """Position of the MCP call in the response's `output` list, counted from zero."""
    item_id: str = ABSENT
    """Identifier of the MCP call item whose arguments are now complete."""
    arguments: str = ABSENT
    """Complete arguments as JSON text; replaces the fragments collected from the delta events."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""


class ResponseMcpCallCompletedEvent(SpecModel):
    """Stream event sent when a call to a tool on an MCP server has succeeded."""

    type: Literal["response.mcp_call.completed"]
    """Tag of this event, always `response.mcp_call.completed`."""
    item_id: str = ABSENT
    """Identifier of the MCP call item that succeeded."""
    output_index: int = ABSENT
    """Position of the finished MCP call in the response's `output` list, counted from zero."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""


class ResponseMcpCallFailedEvent(SpecModel):
    """Stream event sent when a call to a tool on an MCP server did not succeed."""

    type: Literal["response.mcp_call.failed"]
    """Tag of this event, always `response.mcp_call.failed`."""
    item_id: str = ABSENT
    """Identifier of the MCP call item that went wrong."""
    output_index: int = ABSENT
    """Position of the failed MCP call in the response's `output` list, counted from zero."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""


class ResponseMcpCallInProgressEvent(SpecModel):
    """Stream event sent while a call to a tool on an MCP server is under way."""

    type: Literal["response.mcp_call.in_progress"]
    """Tag of this event, always `response.mcp_call.in_progress`."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""
    output_index: int = ABSENT
    """Position of the running MCP call in the response's `output` list, counted from zero."""
    item_id: str = ABSENT
    """Identifier of the MCP call item that is running."""


class ResponseMcpListToolsCompletedEvent(SpecModel):
    """Stream event sent when the tool list of an MCP server has been fetched."""

    type: Literal["response.mcp_list_tools.completed"]
    """Tag of this event, always `response.mcp_list_tools.completed`."""
    item_id: str = ABSENT
    """Identifier of the MCP item in `output` that holds the fetched tool list."""
    output_index: int = ABSENT
    """Position of the tool list item in the response's `output` list, counted from zero."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""


class ResponseMcpListToolsFailedEvent(SpecModel):
    """Stream event sent when the tool list of an MCP server could not be fetched."""

    type: Literal["response.mcp_list_tools.failed"]
    """Tag of this event, always `response.mcp_list_tools.failed`."""
    item_id: str = ABSENT
    """Identifier of the MCP item in `output` for which listing the tools failed."""
    output_index: int = ABSENT
    """Position of the failed tool list item in the response's `output` list, counted from zero."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""


class ResponseMcpListToolsInProgressEvent(SpecModel):
    """Stream event sent while the tool list of an MCP server is being fetched."""

    type: Literal["response.mcp_list_tools.in_progress"]
    """Tag of this event, always `response.mcp_list_tools.in_progress`."""
    item_id: str = ABSENT
    """Identifier of the MCP item in `output` that will hold the tool list."""
    output_index: int = ABSENT
    """Position of the pending tool list item in the response's `output` list, counted from zero."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""


class ResponseReasoningSummaryTextDeltaEvent(SpecModel):
    """Stream event sent for each new fragment of reasoning summary text."""

    type: Literal["response.reasoning_summary_text.delta"]
    """Tag of this event, always `response.reasoning_summary_text.delta`."""
    item_id: str = ABSENT
    """Identifier of the reasoning item whose summary is being streamed."""
    output_index: int = ABSENT
    """Position of the reasoning item in the response's `output` list, counted from zero."""
    summary_index: int = ABSENT
    """Position of the growing part in the reasoning item's `summary` list, counted from zero."""
    delta: str = ABSENT
    """Next fragment of summary text; append it to the fragments received before."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""


class ResponseReasoningSummaryTextDoneEvent(SpecModel):
    """Stream event sent when the text of a reasoning summary part is complete."""

    type: Literal["response.reasoning_summary_text.done"]
    """Tag of this event, always `response.reasoning_summary_text.done`."""
    item_id: str = ABSENT
    """Identifier of the reasoning item to which the summary text belongs."""
    output_index: int = ABSENT
    """Position of the reasoning item in the response's `output` list, counted from zero."""
    summary_index: int = ABSENT
    """Position of the completed part in the reasoning item's `summary` list, counted from zero."""
    text: str = ABSENT
    """Complete summary text of this part; replaces the fragments collected from the delta events."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""


class ResponseReasoningTextDeltaEvent(SpecModel):
    """Stream event sent for each new fragment of raw reasoning text."""

    type: Literal["response.reasoning_text.delta"]
    """Tag of this event, always `response.reasoning_text.delta`."""
    item_id: str = ABSENT
    """Identifier of the reasoning item whose text is being streamed."""
    output_index: int = ABSENT
    """Position of the reasoning item in the response's `output` list, counted from zero."""
    content_index: int = ABSENT
    """Position of the growing part in the reasoning item's `content` list, counted from zero."""
    delta: str = ABSENT
    """Next fragment of reasoning text; append it to the fragments received before."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""


class ResponseReasoningTextDoneEvent(SpecModel):
    """Stream event sent when a part of raw reasoning text is complete."""

    type: Literal["response.reasoning_text.done"]
    """Tag of this event, always `response.reasoning_text.done`."""
    item_id: str = ABSENT
    """Identifier of the reasoning item to which the text belongs."""
    output_index: int = ABSENT
    """Position of the reasoning item in the response's `output` list, counted from zero."""
    content_index: int = ABSENT
    """Position of the completed part in the reasoning item's `content` list, counted from zero."""
    text: str = ABSENT
    """Complete reasoning text of this part; replaces the fragments collected from the delta events."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""


class ResponseRefusalDeltaEvent(SpecModel):
    """Stream event sent for each new fragment of text in which the model declines the request."""

    type: Literal["response.refusal.delta"]
    """Tag of this event, always `response.refusal.delta`."""
    item_id: str = ABSENT
    """Identifier of the message item whose refusal part is growing."""
    output_index: int = ABSENT
    """Position of the refusing message in the response's `output` list, counted from zero."""
    content_index: int = ABSENT
    """Position of the refusal part in the message's `content` list, counted from zero."""
    delta: str = ABSENT
    """Next fragment of refusal text; append it to the fragments received before."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""


class ResponseRefusalDoneEvent(SpecModel):
    """Stream event sent when the text of a refusal is complete."""

    type: Literal["response.refusal.done"]
    """Tag of this event, always `response.refusal.done`."""
    item_id: str = ABSENT
    """Identifier of the message item that contains the completed refusal part."""
    output_index: int = ABSENT
    """Position of the refusing message in the response's `output` list, counted from zero."""
    content_index: int = ABSENT
    """Position of the refusal part in the message's `content` list, counted from zero."""
    refusal: str = ABSENT
    """Complete refusal text; replaces the fragments collected from the delta events."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""


class ResponseWebSearchCallCompletedEvent(SpecModel):
    """Stream event sent when a web search call has finished."""

    type: Literal["response.web_search_call.completed"]
    """Tag of this event, always `response.web_search_call.completed`."""
    output_index: int = ABSENT
    """Position of the finished web search call in the response's `output` list, counted from zero."""
    item_id: str = ABSENT
    """Identifier of the web search call item that finished."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""


class ResponseWebSearchCallInProgressEvent(SpecModel):
    """Stream event sent when a web search call starts."""

    type: Literal["response.web_search_call.in_progress"]
    """Tag of this event, always `response.web_search_call.in_progress`."""
    output_index: int = ABSENT
    """Position of the started web search call in the response's `output` list, counted from zero."""
    item_id: str = ABSENT
    """Identifier of the web search call item that has started."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""


class ResponseWebSearchCallSearchingEvent(SpecModel):
    """Stream event sent while a web search call is carrying out its search."""

    type: Literal["response.web_search_call.searching"]
    """Tag of this event, always `response.web_search_call.searching`."""
    output_index: int = ABSENT
    """Position of the running web search call in the response's `output` list, counted from zero."""
    item_id: str = ABSENT
    """Identifier of the web search call item that is searching."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""


class ResponseShellCallCommandAddedEvent(SpecModel):
    """Sent when a shell call in the stream gets a further command."""

    type: Literal["response.shell_call_command.added"]
    """Tag of this event, always `response.shell_call_command.added`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""
    output_index: int = ABSENT
    """Position of the shell call within the response's `output`."""
    command_index: int = ABSENT
    """Position of the new command within the call's `commands`."""
    command: str = ABSENT
    """Text of the command as known so far; deltas may extend it."""


class ResponseShellCallCommandDeltaEvent(SpecModel):
    """Sent for each further piece of a shell command while the model is writing it."""

    type: Literal["response.shell_call_command.delta"]
    """Tag of this event, always `response.shell_call_command.delta`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""
    output_index: int = ABSENT
    """Position of the shell call within the response's `output`."""
    command_index: int = ABSENT
    """Position of the growing command within the call's `commands`."""
    delta: str = ABSENT
    """Piece of text to append to the command."""
    obfuscation: str | None = None
    """Padding that hides the size of the delta; ignore it. Absent when obfuscation is off."""


class ResponseShellCallCommandDoneEvent(SpecModel):
    """Sent when one command of a shell call is complete."""

    type: Literal["response.shell_call_command.done"]
    """Tag of this event, always `response.shell_call_command.done`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""
    output_index: int = ABSENT
    """Position of the shell call within the response's `output`."""
    command_index: int = ABSENT
    """Position of the finished command within the call's `commands`."""
    command: str = ABSENT
    """Complete text of the command, replacing what the deltas built up."""


class ShellCallOutputDelta(SpecModel):
    """Piece of shell output in a `response.shell_call_output_content.delta` event: new text on stdout,
    stderr or both."""

    stdout: str | None = None
    """Text to append to the captured standard output; absent when there is none."""
    stderr: str | None = None
    """Text to append to the captured standard error; absent when there is none."""


class ResponseShellCallOutputContentDeltaEvent(SpecModel):
    """Sent for each further piece of output while the commands of a shell call are running."""

    type: Literal["response.shell_call_output_content.delta"]
    """Tag of this event, always `response.shell_call_output_content.delta`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""
    item_id: str = ABSENT
    """Identifier of the output item to which the shell output belongs."""
    output_index: int = ABSENT
    """Position of that item within the response's `output`."""
    command_index: int = ABSENT
    """Position, within the shell call's `commands`, of the command that printed this."""
    delta: ShellCallOutputDelta = ABSENT
    """New stdout and stderr text to append."""


class ResponseCompactionCompactingEvent(SpecModel):
    """Stream event sent while the server is still writing a compaction item; it carries no summary
    text."""

    type: Literal["response.compaction.compacting"]
    """Tag of this event, always `response.compaction.compacting`."""
    output_index: int = ABSENT
    """Index in `response.output` of the compaction item under way."""
    item_id: str = ABSENT
    """Identifier of the compaction item that will follow."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""


class ResponseReasoningDeltaEvent(SpecModel):
    """Stream event with a piece of raw reasoning text, in the spelling of the neutral specification;
    `response.reasoning_text.delta` says the same."""

    type: Literal["response.reasoning.delta"]
    """Tag of this event, always `response.reasoning.delta`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    item_id: str = ABSENT
    """Identifier of the reasoning item that the text belongs to."""
    output_index: int = ABSENT
    """Index in `response.output` of the reasoning item."""
    content_index: int = ABSENT
    """Index in the item's `content` of the part that the text belongs to."""
    delta: str = ABSENT
    """Piece of raw reasoning text to append to the part."""
    obfuscation: str | None = None
    """Padding against traffic analysis; ignore it."""


class ResponseReasoningDoneEvent(SpecModel):
    """Stream event that ends a raw reasoning text, in the spelling of the neutral specification;
    `response.reasoning_text.done` says the same."""

    type: Literal["response.reasoning.done"]
    """Tag of this event, always `response.reasoning.done`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; a jump means that events were lost."""
    item_id: str = ABSENT
    """Identifier of the reasoning item that the text belongs to."""
    output_index: int = ABSENT
    """Index in `response.output` of the reasoning item."""
    content_index: int = ABSENT
    """Index in the item's `content` of the part that the text belongs to."""
    text: str = ABSENT
    """The complete raw reasoning text of the part."""


class ResponseContentPartAddedEvent(SpecModel):
    """Stream event sent when a content part is opened within an output item, ahead of the deltas that
    fill it."""

    type: Literal["response.content_part.added"]
    """Tag of this event, always `response.content_part.added`."""
    item_id: str = ABSENT
    """Identifier of the output item that receives the part."""
    output_index: int = ABSENT
    """Position in `output` of the item that receives the part."""
    content_index: int = ABSENT
    """Position of the new part in the item's `content`."""
    part: ResponseOutputContent = ABSENT
    """The part as it starts out, usually still empty; later deltas fill it."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""


class ResponseContentPartDoneEvent(SpecModel):
    """Stream event sent when a content part of an output item is finished, with the whole part."""

    type: Literal["response.content_part.done"]
    """Tag of this event, always `response.content_part.done`."""
    item_id: str = ABSENT
    """Identifier of the output item that holds the part."""
    output_index: int = ABSENT
    """Position in `output` of the item that holds the part."""
    content_index: int = ABSENT
    """Position of the finished part in the item's `content`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""
    part: ResponseOutputContent = ABSENT
    """The finished part; supersedes what was assembled from the deltas."""


class ResponseOutputTextAnnotationAddedEvent(SpecModel):
    """Stream event sent when a text part of the output gains an annotation, such as a citation."""

    type: Literal["response.output_text.annotation.added"]
    """Tag of this event, always `response.output_text.annotation.added`."""
    item_id: str = ABSENT
    """Identifier of the message item that contains the annotated text."""
    output_index: int = ABSENT
    """Position of the annotated message in the response's `output` list, counted from zero."""
    content_index: int = ABSENT
    """Position of the annotated text part in the message's `content` list, counted from zero."""
    annotation_index: int = ABSENT
    """Position of the annotation in the text part's `annotations` list, counted from zero."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""
    annotation: Annotation | None = ABSENT
    """Annotation that was attached to the text, for example a citation; may be null."""


class ResponseReasoningSummaryPartAddedEvent(SpecModel):
    """Stream event sent when a reasoning item starts another part of its summary."""

    type: Literal["response.reasoning_summary_part.added"]
    """Tag of this event, always `response.reasoning_summary_part.added`."""
    item_id: str = ABSENT
    """Identifier of the reasoning item whose summary gains a part."""
    output_index: int = ABSENT
    """Position of the reasoning item in the response's `output` list, counted from zero."""
    summary_index: int = ABSENT
    """Position of the new part in the reasoning item's `summary` list, counted from zero."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""
    part: ReasoningSummaryPart = ABSENT
    """Summary part that was started; its text follows in `response.reasoning_summary_text.delta`
    events."""


class ResponseReasoningSummaryPartDoneEvent(SpecModel):
    """Stream event sent when a part of a reasoning summary is finished."""

    type: Literal["response.reasoning_summary_part.done"]
    """Tag of this event, always `response.reasoning_summary_part.done`."""
    item_id: str = ABSENT
    """Identifier of the reasoning item to whose summary the finished part belongs."""
    output_index: int = ABSENT
    """Position of the reasoning item in the response's `output` list, counted from zero."""
    summary_index: int = ABSENT
    """Position of the finished part in the reasoning item's `summary` list, counted from zero."""
    status: Literal["incomplete"] | None = None
    """Set to `incomplete` if generation broke off within this part; absent after a normal end."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""
    part: ReasoningSummaryPart = ABSENT
    """Finished summary part with its whole text."""


class ResponseTextDeltaEvent(SpecModel):
    """Stream event sent for each new fragment of the model's output text."""

    type: Literal["response.output_text.delta"]
    """Tag of this event, always `response.output_text.delta`."""
    item_id: str = ABSENT
    """Identifier of the message item whose text is growing."""
    output_index: int = ABSENT
    """Position of the growing message in the response's `output` list, counted from zero."""
    content_index: int = ABSENT
    """Position of the growing text part in the message's `content` list, counted from zero."""
    delta: str = ABSENT
    """Next fragment of output text; append it to the fragments received before, or display it at once."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""
    logprobs: list[ResponseLogProb] = ABSENT
    """Log probabilities for the tokens of this fragment; expect an empty list unless the request asked
    for them."""


class ResponseTextDoneEvent(SpecModel):
    """Stream event sent when the text of an output text part is complete."""

    type: Literal["response.output_text.done"]
    """Tag of this event, always `response.output_text.done`."""
    item_id: str = ABSENT
    """Identifier of the message item that contains the completed text."""
    output_index: int = ABSENT
    """Position of the message in the response's `output` list, counted from zero."""
    content_index: int = ABSENT
    """Position of the completed text part in the message's `content` list, counted from zero."""
    text: str = ABSENT
    """Complete text of the part; replaces the fragments collected from the delta events."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""
    logprobs: list[ResponseLogProb] = ABSENT
    """Log probabilities for the tokens of the text; expect an empty list unless the request asked for
    them."""


class ResponseShellCallOutputContentDoneEvent(SpecModel):
    """Sent when the output of one command of a shell call is complete."""

    type: Literal["response.shell_call_output_content.done"]
    """Tag of this event, always `response.shell_call_output_content.done`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""
    item_id: str = ABSENT
    """Identifier of the output item to which the shell output belongs."""
    output_index: int = ABSENT
    """Position of that item within the response's `output`."""
    command_index: int = ABSENT
    """Position, within the shell call's `commands`, of the command that printed this."""
    output: list[FunctionShellCallOutputContent] = ABSENT
    """Complete output of the command, as chunks of stdout and stderr with their outcomes."""


class ResponseCompletedEvent(SpecModel):
    """Terminal stream event sent when the response has finished normally, with the final response
    object."""

    type: Literal["response.completed"]
    """Tag of this event, always `response.completed`."""
    response: Response = ABSENT
    """Final response with all its output items and token usage."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""


class ResponseCreatedEvent(SpecModel):
    """First lifecycle event of a stream, sent once the server has set up the response."""

    type: Literal["response.created"]
    """Tag of this event, always `response.created`."""
    response: Response = ABSENT
    """Initial state of the response, with its `id` and settings and usually no output yet."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""


class ResponseFailedEvent(SpecModel):
    """Terminal stream event sent when generation has failed."""

    type: Literal["response.failed"]
    """Tag of this event, always `response.failed`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""
    response: Response = ABSENT
    """State of the response at the failure; its `error` gives the cause."""


class ResponseInProgressEvent(SpecModel):
    """Lifecycle event sent when the server has begun working on the response."""

    type: Literal["response.in_progress"]
    """Tag of this event, always `response.in_progress`."""
    response: Response = ABSENT
    """Current state of the response, with `status` set to `in_progress`."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""


class ResponseIncompleteEvent(SpecModel):
    """Terminal stream event sent when generation stopped early, for example at the token limit."""

    type: Literal["response.incomplete"]
    """Tag of this event, always `response.incomplete`."""
    response: Response = ABSENT
    """Response as far as it got; `incomplete_details` tells why it stopped."""
    sequence_number: int = ABSENT
    """Position of this event in the stream; usable to detect gaps."""


class ResponseOutputItemAddedEvent(SpecModel):
    """Stream event sent when an item joins the response's `output`, before its content is streamed."""

    type: Literal["response.output_item.added"]
    """Tag of this event, always `response.output_item.added`."""
    output_index: int = ABSENT
    """Position at which the new item stands in the response's `output` list, counted from zero."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""
    item: ResponseOutputItem = ABSENT
    """New item, usually still unfinished. Do not resend a reasoning item from here, as its
    `encrypted_content` may be partial; take it from `response.output_item.done`."""


class ResponseOutputItemDoneEvent(SpecModel):
    """Stream event sent when an item of the response's `output` is finished and will not change again."""

    type: Literal["response.output_item.done"]
    """Tag of this event, always `response.output_item.done`."""
    output_index: int = ABSENT
    """Position of the finished item in the response's `output` list, counted from zero."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""
    item: ResponseOutputItem = ABSENT
    """Finished item with its full content; use this version when sending it back as input."""


class ResponseQueuedEvent(SpecModel):
    """Stream event sent when the response waits in the queue and generation has not started."""

    type: Literal["response.queued"]
    """Tag of this event, always `response.queued`."""
    response: Response = ABSENT
    """Complete response object as it stands while waiting, normally with status `queued`."""
    sequence_number: int = ABSENT
    """Order of this event in the stream, rising from event to event; use it to detect gaps."""


ResponseStreamEvent = TypeAliasType(
    "ResponseStreamEvent",
    Annotated[
        Annotated[
            ResponseAudioDeltaEvent
            | ResponseAudioDoneEvent
            | ResponseAudioTranscriptDeltaEvent
            | ResponseAudioTranscriptDoneEvent
            | ResponseCodeInterpreterCallCodeDeltaEvent
            | ResponseCodeInterpreterCallCodeDoneEvent
            | ResponseCodeInterpreterCallCompletedEvent
            | ResponseCodeInterpreterCallInProgressEvent
            | ResponseCodeInterpreterCallInterpretingEvent
            | ResponseCompletedEvent
            | ResponseContentPartAddedEvent
            | ResponseContentPartDoneEvent
            | ResponseCreatedEvent
            | ResponseErrorEvent
            | ResponseFileSearchCallCompletedEvent
            | ResponseFileSearchCallInProgressEvent
            | ResponseFileSearchCallSearchingEvent
            | ResponseFunctionCallArgumentsDeltaEvent
            | ResponseFunctionCallArgumentsDoneEvent
            | ResponseShellCallCommandAddedEvent
            | ResponseShellCallCommandDeltaEvent
            | ResponseShellCallCommandDoneEvent
            | ResponseShellCallOutputContentDeltaEvent
            | ResponseShellCallOutputContentDoneEvent
            | ResponseInProgressEvent
            | ResponseFailedEvent
            | ResponseIncompleteEvent
            | ResponseOutputItemAddedEvent
            | ResponseOutputItemDoneEvent
            | ResponseReasoningSummaryPartAddedEvent
            | ResponseReasoningSummaryPartDoneEvent
            | ResponseReasoningSummaryTextDeltaEvent
            | ResponseReasoningSummaryTextDoneEvent
            | ResponseReasoningTextDeltaEvent
            | ResponseReasoningTextDoneEvent
            | ResponseRefusalDeltaEvent
            | ResponseRefusalDoneEvent
            | ResponseTextDeltaEvent
            | ResponseTextDoneEvent
            | ResponseWebSearchCallCompletedEvent
            | ResponseWebSearchCallInProgressEvent
            | ResponseWebSearchCallSearchingEvent
            | ResponseImageGenCallCompletedEvent
            | ResponseImageGenCallGeneratingEvent
            | ResponseImageGenCallInProgressEvent
            | ResponseImageGenCallPartialImageEvent
            | ResponseMcpCallArgumentsDeltaEvent
            | ResponseMcpCallArgumentsDoneEvent
            | ResponseMcpCallCompletedEvent
            | ResponseMcpCallFailedEvent
            | ResponseMcpCallInProgressEvent
            | ResponseMcpListToolsCompletedEvent
            | ResponseMcpListToolsFailedEvent
            | ResponseMcpListToolsInProgressEvent
            | ResponseOutputTextAnnotationAddedEvent
            | ResponseQueuedEvent
            | ResponseCustomToolCallInputDeltaEvent
            | ResponseCustomToolCallInputDoneEvent
            | ResponseCompactionCompactingEvent
            | ResponseReasoningDeltaEvent
            | ResponseReasoningDoneEvent,
            Field(discriminator="type"),
        ]
        | Annotated[
            UnknownEvent,
            KnownTags(
                "error",
                "response.audio.delta",
                "response.audio.done",
                "response.audio.transcript.delta",
                "response.audio.transcript.done",
                "response.code_interpreter_call.completed",
                "response.code_interpreter_call.in_progress",
                "response.code_interpreter_call.interpreting",
                "response.code_interpreter_call_code.delta",
                "response.code_interpreter_call_code.done",
                "response.compaction.compacting",
                "response.completed",
                "response.content_part.added",
                "response.content_part.done",
                "response.created",
                "response.custom_tool_call_input.delta",
                "response.custom_tool_call_input.done",
                "response.failed",
                "response.file_search_call.completed",
                "response.file_search_call.in_progress",
                "response.file_search_call.searching",
                "response.function_call_arguments.delta",
                "response.function_call_arguments.done",
                "response.image_generation_call.completed",
                "response.image_generation_call.generating",
                "response.image_generation_call.in_progress",
                "response.image_generation_call.partial_image",
                "response.in_progress",
                "response.incomplete",
                "response.mcp_call.completed",
                "response.mcp_call.failed",
                "response.mcp_call.in_progress",
                "response.mcp_call_arguments.delta",
                "response.mcp_call_arguments.done",
                "response.mcp_list_tools.completed",
                "response.mcp_list_tools.failed",
                "response.mcp_list_tools.in_progress",
                "response.output_item.added",
                "response.output_item.done",
                "response.output_text.annotation.added",
                "response.output_text.delta",
                "response.output_text.done",
                "response.queued",
                "response.reasoning.delta",
                "response.reasoning.done",
                "response.reasoning_summary_part.added",
                "response.reasoning_summary_part.done",
                "response.reasoning_summary_text.delta",
                "response.reasoning_summary_text.done",
                "response.reasoning_text.delta",
                "response.reasoning_text.done",
                "response.refusal.delta",
                "response.refusal.done",
                "response.shell_call_command.added",
                "response.shell_call_command.delta",
                "response.shell_call_command.done",
                "response.shell_call_output_content.delta",
                "response.shell_call_output_content.done",
                "response.web_search_call.completed",
                "response.web_search_call.in_progress",
                "response.web_search_call.searching",
            ),
        ],
        Field(union_mode="left_to_right"),
    ],
)
"""Any event of a streamed response; branch on `type` to find out which one it is."""
