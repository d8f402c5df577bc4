# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: actions, as requests take them."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from .enums import ClickButtonType


class WebSearchActionFind(TypedDict):
    """Action of a web search call in which the model looked for a pattern on an opened page."""

    type: Literal["find_in_page"]
    """Tag of this web search action, always `find_in_page`."""
    url: str
    """Address of the page in which the model looked for the pattern."""
    pattern: str
    """Text or pattern the model looked for on the page."""


class WebSearchActionOpenPage(TypedDict):
    """Action of a web search call in which the model opened a page, for instance one from the search
    results."""

    type: Literal["open_page"]
    """Tag of this web search action, always `open_page`."""
    url: NotRequired[str | None]
    """Address of the page that was opened; may be null or absent."""


class ClickParam(TypedDict):
    """Computer action: click at a point of the screen."""

    type: Literal["click"]
    """Tag of this action, always `click`."""
    button: ClickButtonType
    """Mouse button to press."""
    x: int
    """Horizontal position in pixels from the left edge of the screen."""
    y: int
    """Vertical position in pixels from the top edge of the screen."""
    keys: NotRequired[list[str] | None]
    """Keys held down during the action, such as `CTRL`; null or absent for none."""


class DoubleClickAction(TypedDict):
    """Computer action: double-click at a point of the screen."""

    type: Literal["double_click"]
    """Tag of this action, always `double_click`."""
    x: int
    """Horizontal position in pixels from the left edge of the screen."""
    y: int
    """Vertical position in pixels from the top edge of the screen."""
    keys: list[str] | None
    """Keys held down during the action, such as `CTRL`; null or absent for none."""


class CoordParam(TypedDict):
    """A point on the screen, as on the path of a drag."""

    x: int
    """Horizontal position in pixels from the left edge of the screen."""
    y: int
    """Vertical position in pixels from the top edge of the screen."""


class DragParam(TypedDict):
    """Computer action: drag the mouse along a path."""

    type: Literal["drag"]
    """Tag of this action, always `drag`."""
    path: list[CoordParam]
    """Points to move through in order, from press to release."""
    keys: NotRequired[list[str] | None]
    """Keys held down during the action, such as `CTRL`; null or absent for none."""


class KeyPressAction(TypedDict):
    """Computer action: press keys."""

    type: Literal["keypress"]
    """Tag of this action, always `keypress`."""
    keys: list[str]
    """Keys to press together, by name."""


class MoveParam(TypedDict):
    """Computer action: move the mouse to a point."""

    type: Literal["move"]
    """Tag of this action, always `move`."""
    x: int
    """Horizontal position in pixels from the left edge of the screen."""
    y: int
    """Vertical position in pixels from the top edge of the screen."""
    keys: NotRequired[list[str] | None]
    """Keys held down during the action, such as `CTRL`; null or absent for none."""


class ScreenshotParam(TypedDict):
    """Computer action: take a screenshot and send it back."""

    type: Literal["screenshot"]
    """Tag of this action, always `screenshot`."""


class ScrollParam(TypedDict):
    """Computer action: scroll at a point of the screen."""

    type: Literal["scroll"]
    """Tag of this action, always `scroll`."""
    x: int
    """Horizontal position in pixels from the left edge of the screen."""
    y: int
    """Vertical position in pixels from the top edge of the screen."""
    scroll_x: int
    """Distance to scroll horizontally, in pixels."""
    scroll_y: int
    """Distance to scroll vertically, in pixels."""
    keys: NotRequired[list[str] | None]
    """Keys held down during the action, such as `CTRL`; null or absent for none."""


class TypeParam(TypedDict):
    """Computer action: type text."""

    type: Literal["type"]
    """Tag of this action, always `type`."""
    text: str
    """Text to type at the keyboard focus."""


class WaitParam(TypedDict):
    """Computer action: wait a moment before the next step."""

    type: Literal["wait"]
    """Tag of this action, always `wait`."""


class ComputerCallSafetyCheckParam(TypedDict):
    """Safety check of a computer call that a person has to acknowledge."""

    id: str
    """Identifier of this check; send it back to acknowledge it."""
    code: NotRequired[str | None]
    """Kind of the check; null if the server names none."""
    message: NotRequired[str | None]
    """Explanation of the check for a person; null if there is none."""


class LocalShellExecAction(TypedDict):
    """Command and settings that a local shell call asks to have executed."""

    type: Literal["exec"]
    """Tag of this action, always `exec`."""
    command: list[str]
    """Command to execute, as a list of the program and its arguments."""
    timeout_ms: NotRequired[int | None]
    """Time limit for the command in milliseconds; null or absent when none is requested."""
    working_directory: NotRequired[str | None]
    """Directory in which to start the command; null or absent when the model does not name one."""
    env: dict[str, str]
    """Map of environment variable names to values for the command."""
    user: NotRequired[str | None]
    """Account under which to run the command; null or absent when the model does not name one."""


class FunctionShellActionParam(TypedDict):
    """What a shell call asks for: the commands to execute, with their limits on time and output."""

    commands: list[str]
    """Command lines to execute in the shell environment, in this order."""
    timeout_ms: NotRequired[int | None]
    """Longest time the commands may take, in milliseconds of elapsed time; may be null or left out."""
    max_output_length: NotRequired[int | None]
    """Most characters of stdout and stderr together to keep, counted as UTF-8; may be null or left
    out."""


class FunctionShellCallOutputTimeoutOutcomeParam(TypedDict):
    """Value for `outcome` of a shell output chunk when the time limit ran out before the commands
    ended."""

    type: Literal["timeout"]
    """Tag of this outcome, always `timeout`."""


class FunctionShellCallOutputExitOutcomeParam(TypedDict):
    """Value for `outcome` of a shell output chunk when the commands ended by themselves."""

    type: Literal["exit"]
    """Tag of this outcome, always `exit`."""
    exit_code: int
    """Exit code with which the shell process ended."""


FunctionShellCallOutputOutcomeParam: TypeAlias = (
    FunctionShellCallOutputTimeoutOutcomeParam | FunctionShellCallOutputExitOutcomeParam
)
"""How the shell commands ended: with an exit code, or by running out of time."""


class FunctionShellCallOutputContentParam(TypedDict):
    """One chunk in the `output` of a shell call output item: captured stdout and stderr with the
    outcome."""

    stdout: str
    """Text captured from standard output, at most 10485760 characters."""
    stderr: str
    """Text captured from standard error, at most 10485760 characters."""
    outcome: FunctionShellCallOutputOutcomeParam
    """How the commands behind this chunk ended: exit code or timeout."""


class ApplyPatchCreateFileOperationParam(TypedDict):
    """Value for `operation` of an apply patch call that creates a file."""

    type: Literal["create_file"]
    """Tag of this patch operation, always `create_file`."""
    path: str
    """Where the new file goes, as a path below the workspace root; not empty."""
    diff: str
    """Content of the new file in unified diff form, at most 10485760 characters."""


class ApplyPatchDeleteFileOperationParam(TypedDict):
    """Value for `operation` of an apply patch call that removes a file."""

    type: Literal["delete_file"]
    """Tag of this patch operation, always `delete_file`."""
    path: str
    """File to remove, as a path below the workspace root; not empty."""


class ApplyPatchUpdateFileOperationParam(TypedDict):
    """Value for `operation` of an apply patch call that changes a file already there."""

    type: Literal["update_file"]
    """Tag of this patch operation, always `update_file`."""
    path: str
    """File to change, as a path below the workspace root; not empty."""
    diff: str
    """Changes to make to the file, as a unified diff of at most 10485760 characters."""


ApplyPatchOperationParam: TypeAlias = (
    ApplyPatchCreateFileOperationParam
    | ApplyPatchDeleteFileOperationParam
    | ApplyPatchUpdateFileOperationParam
)
"""File operation requested by an apply patch call: create, delete or update, told apart by `type`."""


class WebSearchSource(TypedDict):
    """A page that a web search drew on."""

    type: Literal["url"]
    """Tag marking the source as a web address, always `url`."""
    url: str
    """Address of the web page that served as source."""


ComputerAction: TypeAlias = (
    ClickParam
    | DoubleClickAction
    | DragParam
    | KeyPressAction
    | MoveParam
    | ScreenshotParam
    | ScrollParam
    | TypeParam
    | WaitParam
)
"""One step the model wants performed on the computer: a click, drag, key press, pointer move,
screenshot, scroll, text entry or wait."""


ComputerActionList: TypeAlias = list[ComputerAction]
"""Batch of computer steps to carry out in the given order, each told apart by its `type`."""


class WebSearchActionSearch(TypedDict):
    """Action of a web search call in which the model sent queries to the search engine."""

    type: Literal["search"]
    """Tag of this web search action, always `search`."""
    query: NotRequired[str]
    """Single search query; deprecated, read `queries` instead."""
    queries: NotRequired[list[str]]
    """Search queries the model issued in this action."""
    sources: NotRequired[list[WebSearchSource]]
    """Web pages the search drew on; may be absent."""


WebSearchAction: TypeAlias = WebSearchActionSearch | WebSearchActionOpenPage | WebSearchActionFind
"""What a web search call did: search, open a page, or find text in one."""
