"""Error bodies that are not JSON: a web page or plain text becomes one short line for a message."""

from __future__ import annotations

import html
import re

LONGEST_EXCERPT = 300
LONGEST_PAGE = 8192

HTML_START = re.compile(
    r"\s*(<!--.*?-->\s*)?<(!doctype html|html|head|body|title|h1)\b", re.IGNORECASE | re.DOTALL
)
# Each pattern also ends at the end of the page, so that an opening without its end is not searched twice:
# the time stays linear whatever the page holds.
TITLE = re.compile(r"<title[^<>]*>(.*?)(?:</title|\Z)", re.IGNORECASE | re.DOTALL)
INVISIBLE = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[^<>]*>")


def is_html(text: str, content_type: str) -> bool:
    """Say whether a body is a web page, by its header or its first tag.

    A header alone is not enough: some servers send JSON errors as `text/html`.
    """
    if text.startswith(("{", "[")):
        return False
    declared = content_type.lower().startswith(("text/html", "application/xhtml"))
    return (declared and text.startswith("<")) or HTML_START.match(text[:LONGEST_PAGE]) is not None


def describe_html(text: str) -> str:
    """Return a line that names the page by its title, or by its text when it has none."""
    markup = text[:LONGEST_PAGE]
    title = TITLE.search(markup)
    shown = (_strip_tags(title.group(1)) if title else "") or _strip_tags(markup)
    page = f"an HTML page ({shown!r})" if shown else "an HTML page"
    return f"the answer is {page}, not JSON: it is from a proxy, or api_base is a wrong base URL"


def describe_text(text: str) -> str:
    """Return the start of a plain text in one line; a body without a readable character gives none."""
    words = text[:LONGEST_PAGE].split()
    return cut(" ".join(words), LONGEST_EXCERPT) if any(map(_is_readable, words)) else ""


def cut(text: str, longest: int) -> str:
    """Return the text, at most `longest` characters of it, with a mark when some are missing."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def clean(text: str, longest: int) -> str:
    """Return the text cut, and without control characters, which could rewrite a terminal or a log."""
    return "".join(one if one.isprintable() or one in "\n\t" else " " for one in cut(text, longest)).strip()


def _is_readable(word: str) -> bool:
    return any(one.isprintable() for one in word)


def _strip_tags(markup: str) -> str:
    visible = TAG.sub(" ", INVISIBLE.sub(" ", markup))
    return describe_text(html.unescape(visible))
