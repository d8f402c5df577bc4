# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: actions, as servers send them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import (
    ABSENT,
    KnownTags,
    SpecModel,
    UnknownObject,
)

from .enums import ClickButtonType


class WebSearchActionFind(SpecModel):
    """Action of a web search call in which the model looked for a pattern on an opened page."""

    type: Literal["find_in_page"]
    """Tag of this web search action, always `find_in_page`."""
    url: str = ABSENT
    """Address of the page in which the model looked for the pattern."""
    pattern: str = ABSENT
    """Text or pattern the model looked for on the page."""


class WebSearchActionOpenPage(SpecModel):
    """Action of a web search call in which the model opened a page, for instance one from the search
    results."""

    type: Literal["open_page"]
    """Tag of this web search action, always `open_page`."""
    url: str | None = None
    """Address of the page that was opened; may be null or absent."""


class ClickParam(SpecModel):
    type: Literal["click"]
    button: ClickButtonType = ABSENT
    x: int = ABSENT
    y: int = ABSENT
    keys: list[str] | None = None


class DoubleClickAction(SpecModel):
    type: Literal["double_click"]
    x: int = ABSENT
    y: int = ABSENT
    keys: list[str] | None = ABSENT


class CoordParam(SpecModel):
    x: int = ABSENT
    y: int = ABSENT


class DragParam(SpecModel):
    type: Literal["drag"]
    path: list[CoordParam] = ABSENT
    keys: list[str] | None = None


class KeyPressAction(SpecModel):
    type: Literal["keypress"]
    keys: list[str] = ABSENT


class MoveParam(SpecModel):
    type: Literal["move"]
    x: int = ABSENT
    y: int = ABSENT
    keys: list[str] | None = None


class ScreenshotParam(SpecModel):
    type: Literal["screenshot"]


class ScrollParam(SpecModel):
    type: Literal["scroll"]
    x: int = ABSENT
    y: int = ABSENT
    scroll_x: int = ABSENT
    scroll_y: int = ABSENT
    keys: list[str] | None = None


class TypeParam(SpecModel):
    type: Literal["type"]
    text: str = ABSENT


class WaitParam(SpecModel):
    type: Literal["wait"]


class ComputerCallSafetyCheckParam(SpecModel):
    id: str = ABSENT
    code: str | None = None
    message: str | None = None


class LocalShellExecAction(SpecModel):
    """Command and settings that a local shell call asks to have executed."""

    type: Literal["exec"] = ABSENT
    """Tag of this action, always `exec`."""
    command: list[str] = ABSENT
    """Command to execute, as a list of the program and its arguments."""
    timeout_ms: int | None = None
    """Time limit for the command in milliseconds; null or absent when none is requested."""
    working_directory: str | None = None
    """Directory in which to start the command; null or absent when the model does not name one."""
    env: dict[str, str] = ABSENT
    """Map of environment variable names to values for the command."""
    user: str | None = None
    """Account under which to run the command; null or absent when the model does not name one."""


class FunctionShellAction(SpecModel):
    """Commands and limits of a `shell_call` item, telling the environment what to run."""

    commands: list[str] = ABSENT
    """Shell command lines to execute for this call."""
    timeout_ms: int | None = ABSENT
    """Time limit for the commands in milliseconds; null when none is requested."""
    max_output_length: int | None = ABSENT
    """Most characters of output to give back per command; null when no limit is requested."""


class FunctionShellCallOutputTimeoutOutcome(SpecModel):
    """Outcome of shell output whose command ran past its time limit."""

    type: Literal["timeout"]
    """Tag of this outcome, always `timeout`."""


class FunctionShellCallOutputExitOutcome(SpecModel):
    """Outcome of shell output whose command ended by itself, with its exit code."""

    type: Literal["exit"]
    """Tag of this outcome, always `exit`."""
    exit_code: int = ABSENT
    """Code with which the shell process ended; 0 means success by convention."""


class ApplyPatchCreateFileOperation(SpecModel):
    """Operation of an `apply_patch_call` that asks for a new file."""

    type: Literal["create_file"]
    """Tag of this operation, always `create_file`."""
    path: str = ABSENT
    """Where the new file is to be written."""
    diff: str = ABSENT
    """Diff that yields the content of the new file."""


class ApplyPatchDeleteFileOperation(SpecModel):
    """Operation of an `apply_patch_call` that asks for the removal of a file."""

    type: Literal["delete_file"]
    """Tag of this operation, always `delete_file`."""
    path: str = ABSENT
    """Location of the file that is to be removed."""


class ApplyPatchUpdateFileOperation(SpecModel):
    """Operation of an `apply_patch_call` that asks for changes to an existing file."""

    type: Literal["update_file"]
    """Tag of this operation, always `update_file`."""
    path: str = ABSENT
    """Location of the existing file that is to be changed."""
    diff: str = ABSENT
    """Diff to apply to the current content of the file."""


class FunctionShellActionParam(SpecModel):
    commands: list[str] = ABSENT
    timeout_ms: int | None = None
    max_output_length: int | None = None


class FunctionShellCallOutputTimeoutOutcomeParam(SpecModel):
    type: Literal["timeout"]


class FunctionShellCallOutputExitOutcomeParam(SpecModel):
    type: Literal["exit"]
    exit_code: int = ABSENT


FunctionShellCallOutputOutcomeParam = TypeAliasType(
    "FunctionShellCallOutputOutcomeParam",
    Annotated[
        Annotated[
            FunctionShellCallOutputTimeoutOutcomeParam | FunctionShellCallOutputExitOutcomeParam,
            Field(discriminator="type"),
        ]
        | Annotated[UnknownObject, KnownTags("exit", "timeout")],
        Field(union_mode="left_to_right"),
    ],
)


class FunctionShellCallOutputContentParam(SpecModel):
    stdout: str = ABSENT
    stderr: str = ABSENT
    outcome: FunctionShellCallOutputOutcomeParam = ABSENT


class ApplyPatchCreateFileOperationParam(SpecModel):
    type: Literal["create_file"]
    path: str = ABSENT
    diff: str = ABSENT


class ApplyPatchDeleteFileOperationParam(SpecModel):
    type: Literal["delete_file"]
    path: str = ABSENT


class ApplyPatchUpdateFileOperationParam(SpecModel):
    type: Literal["update_file"]
    path: str = ABSENT
    diff: str = ABSENT


ApplyPatchOperationParam = TypeAliasType(
    "ApplyPatchOperationParam",
    Annotated[
        Annotated[
            ApplyPatchCreateFileOperationParam
            | ApplyPatchDeleteFileOperationParam
            | ApplyPatchUpdateFileOperationParam,
            Field(discriminator="type"),
        ]
        | Annotated[UnknownObject, KnownTags("create_file", "delete_file", "update_file")],
        Field(union_mode="left_to_right"),
    ],
)


class WebSearchSource(SpecModel):
    """A page that a web search drew on."""

    type: Literal["url"] = ABSENT
    """Tag marking the source as a web address, always `url`."""
    url: str = ABSENT
    """Address of the web page that served as source."""


ShellCallOutcome = TypeAliasType(
    "ShellCallOutcome",
    Annotated[
        Annotated[
            FunctionShellCallOutputTimeoutOutcome | FunctionShellCallOutputExitOutcome,
            Field(discriminator="type"),
        ]
        | Annotated[UnknownObject, KnownTags("exit", "timeout")],
        Field(union_mode="left_to_right"),
    ],
)
"""How a shell command ended: with an exit code or by a timeout."""


ApplyPatchOperation = TypeAliasType(
    "ApplyPatchOperation",
    Annotated[
        Annotated[
            ApplyPatchCreateFileOperation | ApplyPatchDeleteFileOperation | ApplyPatchUpdateFileOperation,
            Field(discriminator="type"),
        ]
        | Annotated[UnknownObject, KnownTags("create_file", "delete_file", "update_file")],
        Field(union_mode="left_to_right"),
    ],
)
"""One change to a file: create, update or delete."""


ComputerAction = TypeAliasType(
    "ComputerAction",
    Annotated[
        Annotated[
            ClickParam
            | DoubleClickAction
            | DragParam
            | KeyPressAction
            | MoveParam
            | ScreenshotParam
            | ScrollParam
            | TypeParam
            | WaitParam,
            Field(discriminator="type"),
        ]
        | Annotated[
            UnknownObject,
            KnownTags(
                "click", "double_click", "drag", "keypress", "move", "screenshot", "scroll", "type", "wait"
            ),
        ],
        Field(union_mode="left_to_right"),
    ],
)
"""One step the model wants performed on the computer: a click, drag, key press, pointer move,
screenshot, scroll, text entry or wait."""


ComputerActionList = TypeAliasType("ComputerActionList", list[ComputerAction])
"""Batch of computer steps to carry out in the given order, each told apart by its `type`."""


class WebSearchActionSearch(SpecModel):
    """Action of a web search call in which the model sent queries to the search engine."""

    type: Literal["search"]
    """Tag of this web search action, always `search`."""
    query: str | None = None
    """Single search query; deprecated, read `queries` instead."""
    queries: list[str] | None = None
    """Search queries the model issued in this action."""
    sources: list[WebSearchSource] | None = None
    """Web pages the search drew on; may be absent."""


class FunctionShellCallOutputContent(SpecModel):
    """Captured output and outcome of shell execution, one entry in the `output` of a
    `shell_call_output` item."""

    stdout: str = ABSENT
    """Text the execution wrote to standard output."""
    stderr: str = ABSENT
    """Text the execution wrote to standard error."""
    outcome: ShellCallOutcome = ABSENT
    """How execution ended: an exit with its code, or a timeout."""
    created_by: str | None = None
    """Identifier of whoever created this output entry; may be absent."""


WebSearchAction = TypeAliasType(
    "WebSearchAction",
    Annotated[
        Annotated[
            WebSearchActionSearch | WebSearchActionOpenPage | WebSearchActionFind, Field(discriminator="type")
        ]
        | Annotated[UnknownObject, KnownTags("find_in_page", "open_page", "search")],
        Field(union_mode="left_to_right"),
    ],
)
"""What a web search call did: search, open a page, or find text in one."""
