"""The matrix of `docs/wires.md`: what becomes of each parameter on each wire, read from the translators' own tables.

`python -m tests.support.wire_page` writes it into the page.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from any_llm._core.check import get_fields
from any_llm.wires.chat.request import PARAMETERS as CHAT
from any_llm.wires.messages.request import PARAMETERS as MESSAGES
from openai_responses_types.params import ResponseCreateParams
from openresponses_types.params import CreateResponseBody

PAGE = Path(__file__).parents[2] / "docs" / "wires.md"
BEGIN, END = "<!-- matrix: begin -->\n", "<!-- matrix: end -->\n"


def list_parameters() -> list[str]:
    """Return every field of a create-response body, of either document."""
    bodies: tuple[Any, ...] = (ResponseCreateParams, CreateResponseBody)
    return sorted({name for body in bodies for name in get_fields(body)[0]})


def render_matrix() -> str:
    """Return the matrix as a Markdown table."""
    rows = ["| parameter | responses | chat | messages |", "|---|---|---|---|"]
    rows += [f"| `{name}` | sent | {CHAT[name]} | {MESSAGES[name]} |" for name in list_parameters()]
    return "\n".join(rows) + "\n"


def read_matrix() -> str:
    """Return the matrix that the page shows."""
    return PAGE.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]


if __name__ == "__main__":
    text = PAGE.read_text(encoding="utf-8")
    head, _, rest = text.partition(BEGIN)
    tail = rest.partition(END)[2]
    PAGE.write_text(f"{head}{BEGIN}{render_matrix()}{END}{tail}", encoding="utf-8")
