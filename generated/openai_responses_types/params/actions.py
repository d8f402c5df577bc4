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
    """Computer action that clicks one mouse button at a point on the screen."""

    type: Literal["click"]
    """Tag of this action, always `click`."""
    button: ClickButtonType
    """Mouse button to click: `left`, `right`, `wheel`, `back` or `forward`."""
    x: int
    """Horizontal position of the click, in pixels from the left edge."""
    y: int
    """Vertical position of the click, in pixels from the top edge."""
    keys: NotRequired[list[str] | None]
    """Keys to hold down during the click; `None` or absent when there are none."""


class DoubleClickAction(TypedDict):
    """Computer action that clicks twice in quick succession at a point on the screen."""

    type: Literal["double_click"]
    """Tag of this action, always `double_click`."""
    x: int
    """Horizontal position of the double click, in pixels from the left edge."""
    y: int
    """Vertical position of the double click, in pixels from the top edge."""
    keys: list[str] | None
    """Keys to hold down during the double click; `None` when there are none."""


class CoordParam(TypedDict):
    """One point on the screen, given by its pixel coordinates."""

    x: int
    """Horizontal position of the point, in pixels from the left edge."""
    y: int
    """Vertical position of the point, in pixels from the top edge."""


class DragParam(TypedDict):
    """Computer action that drags the mouse along a path of points with the button held."""

    type: Literal["drag"]
    """Tag of this action, always `drag`."""
    path: list[CoordParam]
    """Points to drag through in order, from where the drag starts to where it is released."""
    keys: NotRequired[list[str] | None]
    """Keys to hold down during the drag; `None` or absent when there are none."""


class KeyPressAction(TypedDict):
    """Computer action that presses a key or a combination of keys."""

    type: Literal["keypress"]
    """Tag of this action, always `keypress`."""
    keys: list[str]
    """Names of the keys to press together, one string per key."""


class MoveParam(TypedDict):
    """Computer action that moves the mouse pointer to a point without clicking."""

    type: Literal["move"]
    """Tag of this action, always `move`."""
    x: int
    """Horizontal position to move the pointer to, in pixels from the left edge."""
    y: int
    """Vertical position to move the pointer to, in pixels from the top edge."""
    keys: NotRequired[list[str] | None]
    """Keys to hold down during the move; `None` or absent when there are none."""


class ScreenshotParam(TypedDict):
    """Computer action that asks you to capture the screen and send the image back."""

    type: Literal["screenshot"]
    """Tag of this action, always `screenshot`."""


class ScrollParam(TypedDict):
    """Computer action that scrolls by a given distance with the pointer at a given point."""

    type: Literal["scroll"]
    """Tag of this action, always `scroll`."""
    x: int
    """Horizontal pointer position while scrolling, in pixels from the left edge."""
    y: int
    """Vertical pointer position while scrolling, in pixels from the top edge."""
    scroll_x: int
    """How far to scroll sideways; `0` leaves the horizontal position unchanged."""
    scroll_y: int
    """How far to scroll up or down; `0` leaves the vertical position unchanged."""
    keys: NotRequired[list[str] | None]
    """Keys to hold down during the scroll; `None` or absent when there are none."""


class TypeParam(TypedDict):
    """Computer action that enters text through the keyboard at the current focus."""

    type: Literal["type"]
    """Tag of this action, always `type`."""
    text: str
    """Text to enter, exactly as given."""


class WaitParam(TypedDict):
    """Computer action that pauses briefly so the screen can catch up."""

    type: Literal["wait"]
    """Tag of this action, always `wait`."""


class ComputerCallSafetyCheckParam(TypedDict):
    """Safety warning raised on a computer call, to be acknowledged before the model goes on."""

    id: str
    """Identifier of the safety warning; send it back to acknowledge the warning."""
    code: NotRequired[str | None]
    """Kind of safety warning raised; `None` or absent when not given."""
    message: NotRequired[str | None]
    """Explanation of the safety warning, to show to the user; `None` or absent when not given."""


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
