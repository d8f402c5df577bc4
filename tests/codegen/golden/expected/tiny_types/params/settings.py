# Made by `make generate` from the documents in spec/. Do not edit.
"""Parameters: settings, as requests take them."""

from __future__ import annotations

from typing import Any, NotRequired

from typing_extensions import TypedDict


class FormatParam(TypedDict):
    schema: dict[str, Any]
    strict: NotRequired[bool]
