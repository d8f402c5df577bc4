"""Every Python block of the documentation runs, top to bottom, and prints what its `#` lines say.

Blocks that name a hosted provider are answered by a loopback server: the provider's own variable points at it.
"""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

from tests.support.wire_server import WireServer, json_reply

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
VARIABLES = {
    "OPENAI_BASE_URL": "OPENAI_API_KEY",
    "AZURE_OPENAI_ENDPOINT": "AZURE_OPENAI_API_KEY",
    "GROQ_BASE_URL": "GROQ_API_KEY",
    "OPENROUTER_API_BASE": "OPENROUTER_API_KEY",
}


def find_expected(block: str) -> list[str]:
    """Lines that begin with `# ` right after a line that prints."""
    lines = block.splitlines()
    return [
        line[2:]
        for before, line in zip(["", *lines], lines, strict=False)
        if line.startswith("# ") and "print(" in before
    ]


@pytest.mark.live
@pytest.mark.xdist_group("live")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_snippets_run(
    page: Path, local_model: str, server: WireServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.script(json_reply("text.json"))
    for base, key in VARIABLES.items():
        monkeypatch.setenv(base, server.url)
        monkeypatch.setenv(key, "test-key")
    blocks = BLOCK.findall(page.read_text(encoding="utf-8"))
    names: dict[str, object] = {}
    for block in blocks:
        code = block.replace("http://localhost:8000/v1", server.url)
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            program = compile(code, str(page), "exec", dont_inherit=True)
            exec(program, names)  # the documentation is the code under test
        for expected in find_expected(block):
            assert expected in printed.getvalue()
    if page.name == "README.md":
        assert len(blocks) >= 6
        assert len(server.requests) >= 5
