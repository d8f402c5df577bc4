"""A leading `<think>` or `<thought>` block of an answer: pieces of text in, reasoning and text apart out."""

from __future__ import annotations

from typing import Literal

TAGS = {"<think>": "</think>", "<thought>": "</thought>"}
"""Each opening tag with its closing one; `<thought>` is Gemini's."""

Piece = tuple[Literal["reasoning", "text"], str]


class ThinkSplitter:
    """Splits text that arrives in pieces; the same pieces come out however the text was cut."""

    __slots__ = ("_closing", "_held", "_state")

    def __init__(self) -> None:
        self._state: Literal["start", "opened", "thinking", "closed", "text"] = "start"
        self._held = ""
        self._closing = ""

    def feed(self, text: str) -> list[Piece]:
        """Take a piece of text in; a tag of which a part has come is held back."""
        made: list[Piece] = []
        text, self._held = self._held + text, ""
        if self._state == "start":
            text = self._start(text)
        if self._state == "opened":
            text = text.lstrip("\n")
            self._state = "thinking" if text else "opened"
        if self._state == "thinking":
            thought, text = self._think(text)
            made.append(("reasoning", thought))
        if self._state == "closed":
            text = text.lstrip()
            self._state = "text" if text else "closed"
        if self._state == "text":
            made.append(("text", text))
        return [piece for piece in made if piece[1]]

    def end(self) -> list[Piece]:
        """Give out what was held back: no tag came of it. Later text is text."""
        held, self._held = self._held, ""
        kind: Literal["reasoning", "text"] = "reasoning" if self._state == "thinking" else "text"
        self._state = "text"
        return [(kind, held)] if held else []

    def _start(self, text: str) -> str:
        begun = text.lstrip()
        for opening, closing in TAGS.items():
            if begun.startswith(opening):
                self._state, self._closing = "opened", closing
                return begun.removeprefix(opening)
        if any(opening.startswith(begun) for opening in TAGS):
            self._held = text
            return ""
        self._state = "text"
        return text

    def _think(self, text: str) -> tuple[str, str]:
        thought, closing, after = text.partition(self._closing)
        if closing:
            self._state = "closed"
            return thought, after
        sizes = range(len(self._closing) - 1, 0, -1)
        kept = next((size for size in sizes if text.endswith(self._closing[:size])), 0)
        self._held = text[len(text) - kept :]
        return text[: len(text) - kept], ""
