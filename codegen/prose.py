"""Bring descriptions into docstrings: text in, lines for between three quotes out."""

from __future__ import annotations

import textwrap

WIDTH = 100


def wrap(text: str, indent: int) -> str:
    """Wrap a description so that it stays within the line when it is indented as a docstring.

    A text that ends in a quotation mark gets a space, so that the mark does not run into the closing three.
    """
    words = " ".join(text.split())
    return "\n".join(textwrap.wrap(words, WIDTH - indent)) + (" " if words.endswith('"') else "")


def escape(text: str) -> str:
    """Escape what would end a docstring or change its meaning; datamodel-code-generator does it by itself."""
    return text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
