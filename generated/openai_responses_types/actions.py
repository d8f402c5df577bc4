# Made by `make generate` from the documents in spec/. Do not edit.
"""Models: actions, as servers send them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from openresponses_types.base import ABSENT, KnownTags, SpecModel, UnknownObject

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
    """Computer action that clicks one mouse button at a point on the screen."""

    type: Literal["click"]
    """Tag of this action, always `click`."""
    button: ClickButtonType = ABSENT
    """Mouse button to click: `left`, `right`, `wheel`, `back` or `forward`."""
    x: int = ABSENT
    """Horizontal position of the click, in pixels from the left edge."""
    y: int = ABSENT
    """Vertical position of the click, in pixels from the top edge."""
    keys: list[str] | None = None
    """Keys to hold down during the click; `None` or absent when there are none."""


class DoubleClickAction(SpecModel):
    """Computer action that clicks twice in quick succession at a point on the screen."""

    type: Literal["double_click"]
    """Tag of this action, always `double_click`."""
    x: int = ABSENT
    """Horizontal position of the double click, in pixels from the left edge."""
    y: int = ABSENT
    """Vertical position of the double click, in pixels from the top edge."""
    keys: list[str] | None = ABSENT
    """Keys to hold down during the double click; `None` when there are none."""


class CoordParam(SpecModel):
    """One point on the screen, given by its pixel coordinates."""

    x: int = ABSENT
    """Horizontal position of the point, in pixels from the left edge."""
    y: int = ABSENT
    """Vertical position of the point, in pixels from the top edge."""


class DragParam(SpecModel):
    """Computer action that drags the mouse along a path of points with the button held."""

    type: Literal["drag"]
    """Tag of this action, always `drag`."""
    path: list[CoordParam] = ABSENT
    """Points to drag through in order, from where the drag starts to where it is released."""
    keys: list[str] | None = None
    """Keys to hold down during the drag; `None` or absent when there are none."""


class KeyPressAction(SpecModel):
    """Computer action that presses a key or a combination of keys."""

    type: Literal["keypress"]
    """Tag of this action, always `keypress`."""
    keys: list[str] = ABSENT
    """Names of the keys to press together, one string per key."""


class MoveParam(SpecModel):
    """Computer action that moves the mouse pointer to a point without clicking."""

    type: Literal["move"]
    """Tag of this action, always `move`."""
    x: int = ABSENT
    """Horizontal position to move the pointer to, in pixels from the left edge."""
    y: int = ABSENT
    """Vertical position to move the pointer to, in pixels from the top edge."""
    keys: list[str] | None = None
    """Keys to hold down during the move; `None` or absent when there are none."""


class ScreenshotParam(SpecModel):
    """Computer action that asks you to capture the screen and send the image back."""

    type: Literal["screenshot"]
    """Tag of this action, always `screenshot`."""


class ScrollParam(SpecModel):
    """Computer action that scrolls by a given distance with the pointer at a given point."""

    type: Literal["scroll"]
    """Tag of this action, always `scroll`."""
    x: int = ABSENT
    """Horizontal pointer position while scrolling, in pixels from the left edge."""
    y: int = ABSENT
    """Vertical pointer position while scrolling, in pixels from the top edge."""
    scroll_x: int = ABSENT
    """How far to scroll sideways; `0` leaves the horizontal position unchanged."""
    scroll_y: int = ABSENT
    """How far to scroll up or down; `0` leaves the vertical position unchanged."""
    keys: list[str] | None = None
    """Keys to hold down during the scroll; `None` or absent when there are none."""


class TypeParam(SpecModel):
    """Computer action that enters text through the keyboard at the current focus."""

    type: Literal["type"]
    """Tag of this action, always `type`."""
    text: str = ABSENT
    """Text to enter, exactly as given."""


class WaitParam(SpecModel):
    """Computer action that pauses briefly so the screen can catch up."""

    type: Literal["wait"]
    """Tag of this action, always `wait`."""


class ComputerCallSafetyCheckParam(SpecModel):
    """Safety warning raised on a computer call, to be acknowledged before the model goes on."""

    id: str = ABSENT
    """Identifier of the safety warning; send it back to acknowledge the warning."""
    code: str | None = None
    """Kind of safety warning raised; `None` or absent when not given."""
    message: str | None = None
    """Explanation of the safety warning, to show to the user; `None` or absent when not given."""


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
    """What a shell call asks for: the commands to execute, with their limits on time and output."""

    commands: list[str] = ABSENT
    """Command lines to execute in the shell environment, in this order."""
    timeout_ms: int | None = None
    """Longest time the commands may take, in milliseconds of elapsed time; may be null or left out."""
    max_output_length: int | None = None
    """Most characters of stdout and stderr together to keep, counted as UTF-8; may be null or left
    out."""


FunctionShellCallOutputOutcomeParam = TypeAliasType(
    "FunctionShellCallOutputOutcomeParam",
    Annotated[
        Annotated[
            FunctionShellCallOutputTimeoutOutcome | FunctionShellCallOutputExitOutcome,
            Field(discriminator="type"),
        ]
        | Annotated[UnknownObject, KnownTags("exit", "timeout")],
        Field(union_mode="left_to_right"),
    ],
)
"""How the shell commands ended: with an exit code, or by running out of time."""


class FunctionShellCallOutputContentParam(SpecModel):
    """One chunk in the `output` of a shell call output item: captured stdout and stderr with the
    outcome."""

    stdout: str = ABSENT
    """Text captured from standard output, at most 10485760 characters."""
    stderr: str = ABSENT
    """Text captured from standard error, at most 10485760 characters."""
    outcome: FunctionShellCallOutputOutcomeParam = ABSENT
    """How the commands behind this chunk ended: exit code or timeout."""


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
