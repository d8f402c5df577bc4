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
    type: Literal["click"]
    button: ClickButtonType
    x: int
    y: int
    keys: NotRequired[list[str] | None]


class DoubleClickAction(TypedDict):
    type: Literal["double_click"]
    x: int
    y: int
    keys: list[str] | None


class CoordParam(TypedDict):
    x: int
    y: int


class DragParam(TypedDict):
    type: Literal["drag"]
    path: list[CoordParam]
    keys: NotRequired[list[str] | None]


class KeyPressAction(TypedDict):
    type: Literal["keypress"]
    keys: list[str]


class MoveParam(TypedDict):
    type: Literal["move"]
    x: int
    y: int
    keys: NotRequired[list[str] | None]


class ScreenshotParam(TypedDict):
    type: Literal["screenshot"]


class ScrollParam(TypedDict):
    type: Literal["scroll"]
    x: int
    y: int
    scroll_x: int
    scroll_y: int
    keys: NotRequired[list[str] | None]


class TypeParam(TypedDict):
    type: Literal["type"]
    text: str


class WaitParam(TypedDict):
    type: Literal["wait"]


class ComputerCallSafetyCheckParam(TypedDict):
    id: str
    code: NotRequired[str | None]
    message: NotRequired[str | None]


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
    commands: list[str]
    timeout_ms: NotRequired[int | None]
    max_output_length: NotRequired[int | None]


class FunctionShellCallOutputTimeoutOutcomeParam(TypedDict):
    type: Literal["timeout"]


class FunctionShellCallOutputExitOutcomeParam(TypedDict):
    type: Literal["exit"]
    exit_code: int


FunctionShellCallOutputOutcomeParam: TypeAlias = (
    FunctionShellCallOutputTimeoutOutcomeParam | FunctionShellCallOutputExitOutcomeParam
)


class FunctionShellCallOutputContentParam(TypedDict):
    stdout: str
    stderr: str
    outcome: FunctionShellCallOutputOutcomeParam


class ApplyPatchCreateFileOperationParam(TypedDict):
    type: Literal["create_file"]
    path: str
    diff: str


class ApplyPatchDeleteFileOperationParam(TypedDict):
    type: Literal["delete_file"]
    path: str


class ApplyPatchUpdateFileOperationParam(TypedDict):
    type: Literal["update_file"]
    path: str
    diff: str


ApplyPatchOperationParam: TypeAlias = (
    ApplyPatchCreateFileOperationParam
    | ApplyPatchDeleteFileOperationParam
    | ApplyPatchUpdateFileOperationParam
)


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
